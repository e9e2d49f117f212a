/// Comma-separated values with quoted fields (RFC 4180); a field may hold line ends.
struct CSVTable {
    struct Row {
        /// From 1.
        let line: Int
        var fields: [String]
    }

    struct Failure: Error {
        let line: Int
        let problem: String
    }

    private(set) var rows: [Row] = []

    private enum State { case start, plain, quoted, closed }

    init(_ text: some Sequence<UInt8>) throws(Failure) {
        var state = State.start
        var field: [UInt8] = []
        var row = Row(line: 1, fields: [])
        var line = 1
        var quoteLine = 1
        var endsInReturn = false

        func endField() {
            row.fields.append(String(decoding: field, as: UTF8.self))
            field = []
            state = .start
        }
        func endRow() {
            endField()
            // An empty line is no row.
            if row.fields != [""] { rows.append(row) }
            row = Row(line: line, fields: [])
        }

        for byte in text {
            let followsReturn = endsInReturn
            endsInReturn = byte == UInt8(ascii: "\r")
            if byte == UInt8(ascii: "\n"), !followsReturn { line += 1 }
            if endsInReturn { line += 1 }
            switch (state, byte) {
            case (.quoted, UInt8(ascii: "\"")): state = .closed
            case (.quoted, _): field.append(byte)
            case (.closed, UInt8(ascii: "\"")):
                field.append(byte)
                state = .quoted
            case (.start, UInt8(ascii: "\"")):
                state = .quoted
                quoteLine = line
            case (_, UInt8(ascii: ",")): endField()
            case (_, UInt8(ascii: "\n")):
                if followsReturn { row = Row(line: line, fields: []) } else { endRow() }
            case (_, UInt8(ascii: "\r")): endRow()
            case (.closed, _):
                throw Failure(line: line, problem: "has text after a closing quote")
            case (.start, _), (.plain, _):
                state = .plain
                field.append(byte)
            }
        }
        if state == .quoted { throw Failure(line: quoteLine, problem: "opens a quote for good") }
        if state != .start || !row.fields.isEmpty { endRow() }
    }
}
