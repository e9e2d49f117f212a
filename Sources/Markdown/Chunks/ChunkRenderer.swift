internal import CellUI

/// Renders one chunk of a text.
struct ChunkRenderer {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    let layout: MarkdownLayout
    /// All of the text.
    let bytes: Bytes
    /// The chunks before, as far back as the same code or table goes.
    let before: ArraySlice<Chunk>
    /// Where the chunk ends, and which follows it.
    let end: Int
    let next: Chunk?

    /// More marks than that in a chunk are no prose, and might take a parser long.
    private static let mostMarks = 1_024

    func render(_ chunk: Chunk) -> RenderedChunk {
        let source = Bytes(rebasing: bytes[chunk.start..<end])
        if layout.form == .plain { return plain(source) }
        var builder = builder(chunk, source)
        if chunk.endsBlank, next != nil, !builder.isEmpty { builder.addRow(InlineText()) }
        return builder.chunk
    }

    private func builder(_ chunk: Chunk, _ source: Bytes) -> ChunkBuilder {
        switch chunk.kind {
        case .code, .codeRest: code(chunk, source)
        case .tableRest: table(chunk, source) ?? words(source)
        case .text, .heading, .list, .table, .itemRest: markdown(chunk, source)
        }
    }

    // MARK: As it was written

    private func plain(_ source: Bytes) -> RenderedChunk {
        var builder = ChunkBuilder(layout)
        let line = source.last == 0x0A ? source.dropLast() : source[...]
        builder.add(InlineText(unmarked: String(decoding: line, as: UTF8.self)))
        return builder.chunk
    }

    /// The source without blank lines at its ends: what is shown where Markdown would hide something.
    private func words(_ source: Bytes) -> ChunkBuilder {
        var builder = ChunkBuilder(layout)
        var lines = source[...].split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        while let line = lines.last, LineShape.isBlank(line) { lines.removeLast() }
        while let line = lines.first, LineShape.isBlank(line) { lines.removeFirst() }
        guard let first = lines.first, let last = lines.last else { return builder }
        let text = source[first.startIndex..<last.endIndex]
        builder.add(InlineText(unmarked: String(decoding: text, as: UTF8.self)))
        return builder
    }

    // MARK: Markdown

    private func markdown(_ chunk: Chunk, _ source: Bytes) -> ChunkBuilder {
        guard !Self.isHostile(source) else { return words(source) }
        if chunk.indent > 0 {
            return Self.dedented(source, by: Int(chunk.indent)).withUnsafeBufferPointer {
                markdown($0, indent: Int(chunk.indent), raw: source)
            }
        }
        // Two hyphens may become a rule or the mark of an item; below a paragraph they would make it
        // a heading for a moment.
        if next == nil, let begun = Self.begunLine(source) {
            var builder = markdown(Bytes(rebasing: source[..<begun]), indent: 0, raw: source)
            let rest = String(decoding: source[begun...], as: UTF8.self)
            builder.add(InlineText(unmarked: rest))
            return builder
        }
        return markdown(source, indent: 0, raw: source, goesOn: next?.kind == .tableRest)
    }

    private func markdown(
        _ source: Bytes,
        indent: Int,
        raw: Bytes,
        goesOn: Bool = false
    ) -> ChunkBuilder {
        var renderer = BlockRenderer(layout, source: source, indent: indent)
        renderer.tableGoesOn = goesOn
        let escaped = MathText.escaped(source) ?? Array(source)
        escaped.withUnsafeBufferPointer { text in
            MarkdownParser.parse(text) { root in walk(root) { renderer.take($0, $1) } }
        }
        guard Completeness.holds(source, shown: renderer.builder.seen) else { return words(raw) }
        return renderer.builder
    }

    private static func isHostile(_ source: Bytes) -> Bool {
        let marks = Array("[]!<>*_~`&\\|".utf8)
        var isMark = [Bool](repeating: false, count: 256)
        for mark in marks { isMark[Int(mark)] = true }
        return source.reduce(0) { $0 + (isMark[Int($1)] ? 1 : 0) } > mostMarks
    }

    /// Without the blanks that lines have because of their item.
    private static func dedented(_ source: Bytes, by indent: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        for line in source[...].split(separator: 0x0A, omittingEmptySubsequences: false) {
            var column = 0
            var at = line.startIndex
            while at < line.endIndex, column < indent, line[at] == 0x20 || line[at] == 0x09 {
                column = line[at] == 0x20 ? column + 1 : column / 4 * 4 + 4
                at += 1
            }
            result += repeatElement(0x20, count: max(0, column - indent))
            result += line[at...]
            result.append(0x0A)
        }
        result.removeLast()
        return result
    }

    /// Where a line begins that is not complete and of one or two hyphens or equals signs; nil where
    /// there is none, or it is the first.
    private static func begunLine(_ source: Bytes) -> Int? {
        guard let end = source.lastIndex(of: 0x0A) else { return nil }
        let line = source[(end + 1)...].drop { $0 == 0x20 }
        guard let mark = line.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "="),
            line.count < 3, line.allSatisfy({ $0 == mark })
        else { return nil }
        return end + 1
    }

    // MARK: Tables

    /// The rows of a table whose header is in another chunk; nil where that is none.
    private func table(_ chunk: Chunk, _ source: Bytes) -> ChunkBuilder? {
        guard let origin = before.first, origin.start == Int(chunk.origin),
            !Self.isHostile(source)
        else { return nil }
        let second = before.dropFirst().first ?? chunk
        let whole = Bytes(rebasing: bytes[origin.start..<second.start])
        let lines = whole[...].split(separator: 0x0A, maxSplits: 2)
        guard lines.count == 3 else { return nil }
        let header = Array(whole[..<lines[2].startIndex])
        var builder = ChunkBuilder(layout)
        guard let beginning = Self.parse(whole, builder),
            var table = (header + source).withUnsafeBufferPointer({ Self.parse($0, builder) })
        else { return nil }
        table.isRest = true
        table.goesOn = next?.kind == .tableRest
        table.given = beginning.widths(builder, room: layout.width)
        table.draw(into: &builder, first: [], rest: [])
        return Completeness.holds(source, shown: table.rows.flatMap { $0.flatMap(\.text.utf8) })
            ? builder : nil
    }

    private static func parse(_ source: Bytes, _ builder: ChunkBuilder) -> Table? {
        guard !isHostile(source) else { return nil }
        var result: Table?
        var renderer = BlockRenderer(builder.layout, source: source, indent: 0)
        MarkdownParser.parse(source) { root in
            walk(root) { node, isEntered in
                renderer.take(node, isEntered)
                if node.kind == .tableCell || node.kind == .tableRow, !isEntered {
                    result = renderer.table
                }
            }
        }
        return result
    }
}
