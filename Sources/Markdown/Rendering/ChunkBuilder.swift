internal import CellUI

/// Puts the rows of a chunk together.
struct ChunkBuilder {
    let layout: MarkdownLayout
    private(set) var chunk = RenderedChunk()
    /// The words that were taken over, in the order of the source, however they are laid out.
    private(set) var seen: [UInt8] = []

    init(_ layout: MarkdownLayout) {
        self.layout = layout
    }

    var signs: Signs { layout.signs }
    var isEmpty: Bool { chunk.rows.isEmpty }

    /// Notes that words of the source are shown.
    mutating func note(_ text: String) {
        seen.append(contentsOf: text.utf8)
        seen.append(0x20)
    }

    func columns(_ text: String) -> Int { displayWidth(of: text, policy: layout.policy) }

    /// Columns of a prefix.
    func columns(_ prefix: RenderedChunk.Prefix) -> Int {
        prefix.reduce(0) { $0 + columns($1.text) }
    }

    /// Adds lines that are wrapped at the width.
    ///
    /// - Parameters:
    ///   - first: stands before the first row.
    ///   - rest: stands before all others; as wide as `first`.
    mutating func add(
        _ line: InlineText,
        first: RenderedChunk.Prefix = [],
        rest: RenderedChunk.Prefix = []
    ) {
        let room = max(1, layout.width - columns(first))
        let wrapped = WrappedText(line.text, width: room, policy: layout.policy)
        let base = begin(line)
        let (one, other) = (prefix(first), prefix(rest))
        for index in 0..<wrapped.lineCount {
            let range = wrapped.lineRange(index)
            append(base + range.lowerBound..<base + range.upperBound, index == 0 ? one : other)
        }
        end()
    }

    /// Adds a row that fits.
    mutating func addRow(_ line: InlineText, prefix: RenderedChunk.Prefix = []) {
        let base = begin(line)
        append(base..<base + line.utf8Count, self.prefix(prefix))
        end()
    }

    /// Adds rows of one text, whose lines fit or are wrapped with hanging indentation.
    mutating func add(
        code: InlineText,
        first: RenderedChunk.Prefix,
        rest: RenderedChunk.Prefix
    ) {
        let room = max(1, layout.width - columns(first))
        let base = begin(code)
        var plain = prefix(first)
        var start = code.text.startIndex
        var offset = base
        while true {
            let end = code.text[start...].utf8.firstIndex(of: 0x0A) ?? code.text.endIndex
            let line = code.text[start..<end]
            let count = line.utf8.count
            if displayWidth(of: line, policy: layout.policy) <= room {
                append(offset..<offset + count, plain)
            } else {
                let blanks = line.utf8.prefix { $0 == 0x20 }.count
                let hang = room < 12 ? 0 : min(blanks + 2, room / 2)
                let wrapped = WrappedText(String(line), width: room - hang, policy: layout.policy)
                let hanging = prefix(
                    rest + [RenderedRow.Piece(String(repeating: " ", count: hang), .text)]
                )
                for index in 0..<wrapped.lineCount {
                    let range = wrapped.lineRange(index)
                    append(
                        offset + range.lowerBound..<offset + range.upperBound,
                        index == 0 ? plain : hanging
                    )
                }
            }
            plain = prefix(rest)
            guard end < code.text.endIndex else { break }
            start = code.text.utf8.index(after: end)
            offset += count + 1
        }
        self.end()
    }

    /// Adds a row of a sign that is repeated.
    mutating func addLine(
        _ sign: String,
        _ columns: Int,
        _ role: TextRole,
        prefix: RenderedChunk.Prefix = []
    ) {
        addRow(InlineText(String(repeating: sign, count: max(0, columns)), role), prefix: prefix)
    }

    private mutating func begin(_ line: InlineText) -> Int {
        let base = chunk.text.utf8.count
        chunk.text += line.text
        for span in line.spans {
            let range = base + span.range.lowerBound..<base + span.range.upperBound
            chunk.spans.append(TextSpan(range, span.role, link: span.link))
        }
        return base
    }

    private mutating func append(_ range: Range<Int>, _ prefix: Int) {
        chunk.rows.append(
            RenderedChunk.Row(
                start: Int32(clamping: range.lowerBound),
                end: Int32(clamping: range.upperBound),
                prefix: Int32(clamping: prefix)
            )
        )
    }

    /// Lines are apart, also for whoever searches them.
    private mutating func end() { chunk.text += "\n" }

    private mutating func prefix(_ prefix: RenderedChunk.Prefix) -> Int {
        if chunk.prefixes.last == prefix { return chunk.prefixes.count - 1 }
        if prefix.isEmpty { return 0 }
        chunk.prefixes.append(prefix)
        return chunk.prefixes.count - 1
    }
}
