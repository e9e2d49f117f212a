internal import Foundation
internal import PodiumCore

/// Takes a set's file apart into entries.
struct RecordReader {
    let file: String
    let data: Data

    /// A table is known by its extension, since its first character can be any; JSON by its
    /// first character.
    func records() throws(EvaluationSetError) -> [Record] {
        let content = FileText.withoutMark(data)
        let isTable = file.lowercased().hasSuffix(".csv")
        let first = content.first { !Self.isSpace($0) }
        let records: [Record] =
            switch first {
            case nil: []
            case _ where isTable: try table(content)
            case UInt8(ascii: "["): try array(content)
            case UInt8(ascii: "{"):
                if let entries = try wrapped(content) { entries } else { try lines(content) }
            default: throw failure("is neither JSON Lines, a JSON array nor a .csv table", line: 1)
            }
        guard !records.isEmpty else { throw failure("has no entries") }
        return records
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [9, 10, 13, 32].contains(byte) }

    private func failure(_ problem: String, line: Int? = nil) -> EvaluationSetError {
        EvaluationSetError(file: file, line: line, problem: problem)
    }

    private func lines(_ content: Data) throws(EvaluationSetError) -> [Record] {
        var records: [Record] = []
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy(Self.isSpace) {
            guard let fields = try? JSONValue(parsing: line).object else {
                throw failure("is no JSON object", line: index + 1)
            }
            records.append(Record(fields, place: records.count + 1, line: index + 1))
        }
        return records
    }

    private func array(_ content: Data) throws(EvaluationSetError) -> [Record] {
        guard case .array(let values)? = try? JSONValue(parsing: content) else {
            throw failure("begins like a JSON array but is none")
        }
        return try entries(values)
    }

    /// The entries of a JSON object that holds them under a usual name; nil for any other content.
    private func wrapped(_ content: Data) throws(EvaluationSetError) -> [Record]? {
        guard file.lowercased().hasSuffix(".json"),
            let fields = try? JSONValue(parsing: content).object
        else { return nil }
        for key in ["cases", "data", "examples", "items", "rows"] {
            if case .array(let values)? = fields[key] { return try entries(values) }
        }
        return nil
    }

    private func entries(_ values: [JSONValue]) throws(EvaluationSetError) -> [Record] {
        var records: [Record] = []
        for (index, value) in values.enumerated() {
            guard let fields = value.object else {
                throw failure("entry \(index + 1) is no JSON object")
            }
            records.append(Record(fields, place: index + 1, line: nil))
        }
        return records
    }

    private func table(_ content: Data) throws(EvaluationSetError) -> [Record] {
        let rows: [CSVTable.Row]
        do {
            rows = try CSVTable(content).rows
        } catch {
            throw failure(error.problem, line: error.line)
        }
        guard let header = rows.first else { return [] }
        // MMLU's tables have no header: question, four choices, letter.
        let hasNoHeader = rows.allSatisfy { row in
            row.fields.count == 6 && ["A", "B", "C", "D"].contains(row.fields[5])
        }
        let names = hasNoHeader ? ["question", "a", "b", "c", "d", "answer"] : header.fields
        var records: [Record] = []
        for row in hasNoHeader ? rows[...] : rows.dropFirst() {
            guard row.fields.count == names.count else {
                throw failure(
                    "has \(row.fields.count) columns where \(names.count) are named",
                    line: row.line
                )
            }
            let fields = zip(names, row.fields).map { ($0, JSONValue.text($1)) }
            records.append(
                Record(
                    Dictionary(fields) { first, _ in first },
                    place: records.count + 1,
                    line: row.line
                )
            )
        }
        return records
    }
}
