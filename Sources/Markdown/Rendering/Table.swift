internal import CellUI

/// A table: its cells, and how they are drawn.
struct Table {
    /// `l`, `c` or `r` a column, 0 where nothing is said.
    var alignments: [UInt8]
    /// The header first.
    var rows: [[InlineText]] = []
    /// Of a table that goes on from another chunk: neither its header nor the line above it.
    var isRest = false
    /// Whether another chunk goes on with it.
    var goesOn = false
    /// The columns of each column's text in the chunk before; nil where this is the first.
    var given: [Int]?

    /// Below that a table is no table any more, and each cell is a line of its own.
    private static let leastColumns = 6

    init(alignments: [UInt8]) {
        self.alignments = alignments
    }

    /// The columns of each column's text; nil when there is no room for a table.
    func widths(_ builder: ChunkBuilder, room: Int) -> [Int]? {
        if let given { return given }
        var natural = Array(repeating: 1, count: alignments.count)
        for row in rows {
            for (column, cell) in row.enumerated() where column < natural.count {
                natural[column] = max(natural[column], builder.columns(cell.text))
            }
        }
        let room = room - 3 * natural.count - 1
        guard natural.reduce(0, { $0 + min($1, Self.leastColumns) }) <= room else { return nil }
        return Self.share(room, natural)
    }

    /// Narrow columns get what they want, the others what is left in equal parts.
    private static func share(_ room: Int, _ wanted: [Int]) -> [Int] {
        guard wanted.reduce(0, +) > room else { return wanted }
        var result = wanted
        var left = room
        var open = wanted.count
        for column in wanted.indices.sorted(by: { wanted[$0] < wanted[$1] }) {
            result[column] = min(wanted[column], left / open)
            left -= result[column]
            open -= 1
        }
        return result
    }

    func draw(
        into builder: inout ChunkBuilder,
        first: RenderedChunk.Prefix,
        rest: RenderedChunk.Prefix
    ) {
        let room = builder.layout.width - builder.columns(first)
        guard let widths = widths(builder, room: room), widths.count == alignments.count else {
            return list(into: &builder, first: first, rest: rest)
        }
        let signs = builder.signs
        if !isRest { add(signs.tableTop, widths, into: &builder, prefix: first) }
        var wasWrapped = false
        for (index, cells) in rows.enumerated() where index > 0 || !isRest {
            let drawn = lines(of: cells, widths, builder)
            let isWrapped = drawn.count > 1
            // Rows of several lines are kept apart.
            if index == 1 && !isRest || index > 1 && (isWrapped || wasWrapped) {
                add(signs.tableMiddle, widths, into: &builder, prefix: rest)
            }
            for line in drawn { builder.addRow(line, prefix: rest) }
            wasWrapped = isWrapped
        }
        if rows.count == 1, !isRest {
            add(signs.tableMiddle, widths, into: &builder, prefix: rest)
        }
        if !goesOn { add(signs.tableBottom, widths, into: &builder, prefix: rest) }
    }

    private func add(
        _ joints: Signs.Joints,
        _ widths: [Int],
        into builder: inout ChunkBuilder,
        prefix: RenderedChunk.Prefix
    ) {
        let line = builder.signs.line
        let parts = widths.map { String(repeating: line, count: $0 + 2) }
        let text = joints.left + parts.joined(separator: joints.middle) + joints.right
        builder.addRow(InlineText(text, TextRole(.tableLine)), prefix: prefix)
    }

    /// A row of cells as lines of text.
    private func lines(
        of cells: [InlineText],
        _ widths: [Int],
        _ builder: ChunkBuilder
    ) -> [InlineText] {
        let wrapped = zip(cells, widths).map { cell, width in
            WrappedText(cell.text, width: width, policy: builder.layout.policy)
        }
        let side = TextRole(.tableLine)
        return (0..<(wrapped.map(\.lineCount).max() ?? 1)).map { number in
            var line = InlineText(builder.signs.side, side)
            for (column, width) in widths.enumerated() {
                var part = InlineText()
                if column < cells.count, number < wrapped[column].lineCount {
                    part = cells[column].slice(wrapped[column].lineRange(number))
                }
                let space = max(0, width - builder.columns(part.text))
                let before =
                    switch alignments[column] {
                    case UInt8(ascii: "r"): space
                    case UInt8(ascii: "c"): space / 2
                    default: 0
                    }
                line.append(String(repeating: " ", count: before + 1), .text)
                line.append(part)
                line.append(String(repeating: " ", count: space - before + 1), .text)
                line.append(builder.signs.side, side)
            }
            return line
        }
    }

    /// `column: value`, a line each.
    private func list(
        into builder: inout ChunkBuilder,
        first: RenderedChunk.Prefix,
        rest: RenderedChunk.Prefix
    ) {
        guard let header = rows.first else { return }
        let room = builder.layout.width - builder.columns(first)
        var first = first
        let hanging = rest + [RenderedRow.Piece("  ", .text)]
        func add(_ line: InlineText) {
            builder.add(line, first: first, rest: room >= 12 ? hanging : rest)
            first = rest
        }
        if rows.count == 1 { header.forEach(add) }
        for (index, row) in rows.enumerated().dropFirst() {
            if index > 1 || isRest {
                builder.addLine(builder.signs.line, 3, TextRole(.tableLine), prefix: rest)
            }
            for (column, cell) in row.enumerated() where column < header.count {
                var line = header[column]
                if !line.text.isEmpty { line.append(": ", TextRole(.tableHeader)) }
                line.append(cell)
                add(line)
            }
        }
    }
}
