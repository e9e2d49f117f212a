/// Reads a YAML block, lines with dashes and fields, as they arrive.
///
/// A line is taken when it is whole; a value in brackets or quotes is read by `PlanValueReader`,
/// over as many lines as it takes. The block ends before the first line that is no part of it.
struct PlanBlockReader: Hashable, Sendable {
    struct Level: Hashable, Sendable {
        let indent: Int
        let isMap: Bool
        var items: [PlanValue] = []
        var fields: [PlanValue.Field] = []
        /// The name of the field whose value comes next.
        var key: String?

        var value: PlanValue { isMap ? .object(fields) : .list(items) }

        mutating func add(_ value: PlanValue) {
            if !isMap {
                items.append(value)
            } else if let name = key {
                fields.append(.init(name: name, value: value))
                key = nil
            }
        }
    }

    /// A text without quotes, which may go on in the next lines.
    struct Lines: Hashable, Sendable {
        enum Style: Hashable, Sendable {
            case plain
            /// Behind `|`: line breaks count.
            case literal
            /// Behind `>`.
            case folded
        }

        let style: Style
        /// Lines of it stand further in.
        let indent: Int
        var text: String
        /// How far in the first line of a literal stands.
        var margin: Int?
    }

    /// What a line is.
    enum Line {
        case part
        /// The block has ended before it.
        case beyond
        /// It stands in the block and cannot be a part of it.
        case broken
    }

    let start: Int
    /// The line that has not been read, or the end of the value that is being read.
    var position: Int
    var levels: [Level]
    var lines: Lines?
    var flow: PlanValueReader?
    /// What of the line at `position` is read next; nil for all of it.
    var rest: Rest?
    /// Bytes that may be read twice, where what began like a quoted value is none.
    var rereadable = PlanValueReader.sizeLimit
    /// Whether the entries are steps with fields.
    let hasSteps: Bool
    /// As far as there is no line break from `position` on.
    private var searched: Int

    enum Rest: Hashable, Sendable {
        /// Nothing: it stands behind a whole value.
        case nothing
        /// A text without quotes, of an entry this far in.
        case plain(indent: Int)
    }

    init(at start: Int, indent: Int, hasSteps: Bool) {
        self.start = start
        self.hasSteps = hasSteps
        position = start
        searched = start
        levels = [Level(indent: indent, isMap: false)]
    }

    /// Reads on, as far as whole lines go.
    mutating func read(_ bytes: [UInt8]) -> PlanValueReader.Progress {
        let end = min(bytes.count, start + PlanValueReader.sizeLimit)
        while true {
            if flow != nil {
                if let progress = readFlow(bytes) { return progress }
                searched = position
            }
            guard searched <= end else { return .broken }
            guard let lineEnd = bytes[searched..<end].firstIndex(of: UInt8(ascii: "\n")) else {
                searched = end
                return end - start == PlanValueReader.sizeLimit ? .broken : .needsMore
            }
            let line = position..<lineEnd
            switch rest {
            case .nothing?: rest = nil
            case .plain(let indent)?:
                takePlain(bytes, line, indent: indent)
                rest = nil
            case nil:
                // The first line is read from its dash on.
                switch take(bytes, line, column: position == start ? levels[0].indent : nil) {
                case .part: break
                case .beyond: return .complete(closed)
                case .broken: return .broken
                }
            }
            if flow == nil {
                position = lineEnd + 1
                searched = position
            }
        }
    }

    /// The block where the text ends; nil if it ends within a value.
    var atEnd: PlanValue? { flow == nil && rest == nil ? closed : nil }

    private var closed: PlanValue {
        var reader = self
        reader.close(to: -1)
        return reader.levels.first?.value ?? .list([])
    }

    /// What can be shown of a block that has not come to its end.
    var soFar: PlanValue {
        var inner = flow?.soFar
        if let lines, inner == nil {
            // What is bare may yet be a number or a word that stands for nothing.
            let text = lines.style == .plain ? PlanValue(bare: lines.text)?.writtenText : lines.text
            inner = .open(.text(text ?? ""))
        }
        for level in levels.reversed() {
            var open = level
            if let inner { open.add(inner) }
            inner = .open(open.value)
        }
        return inner ?? .open(.list([]))
    }

    /// Reads on in a value in brackets or quotes; nil when it is whole, or is none.
    private mutating func readFlow(_ bytes: [UInt8]) -> PlanValueReader.Progress? {
        guard var reader = flow else { return nil }
        // Taken out while it reads, so that what it has gathered is not copied.
        flow = nil
        switch reader.read(bytes) {
        case .needsMore:
            flow = reader
            return .needsMore
        case .complete(let value):
            levels[levels.count - 1].add(value)
            position = reader.position
            rest = .nothing
        case .broken:
            rereadable -= reader.position - reader.start
            // Brackets may be a sentence's; a text in quotes was shown already as what it is.
            let isText = reader.containers.isEmpty
            guard rereadable >= 0, !isText, case .entry(let indent) = reader.form else {
                // What was shown of it stays.
                flow = reader
                return .broken
            }
            position = reader.start
            rest = .plain(indent: indent)
        }
        return nil
    }

    /// Ends what stands farther in than `indent`.
    mutating func close(to indent: Int) {
        if let open = lines {
            let value = open.style == .plain ? PlanValue(bare: open.text) : .text(open.text.trimmed)
            let top = levels.count - 1
            if let value = value ?? (levels[top].isMap ? .word("null") : nil) {
                levels[top].add(value)
            }
            lines = nil
        }
        while levels.count > 1, let last = levels.last, last.indent > indent {
            levels.removeLast()
            levels[levels.count - 1].add(last.value)
        }
    }
}
