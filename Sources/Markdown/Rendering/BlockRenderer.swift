/// Makes rows of a parsed chunk, block after block.
struct BlockRenderer {
    /// What blocks are in.
    private struct Container {
        enum Kind { case quote, item }
        var kind: Kind
        /// Before the first row of an item.
        var mark: RenderedChunk.Prefix = []
        var columns = 0
        var hasRows = false
    }

    var builder: ChunkBuilder
    var inline = InlineWriter()
    /// The table that is being read, with the rows so far.
    private(set) var table: Table?
    /// Whether the last table goes on in another chunk.
    var tableGoesOn = false
    private var containers: [Container] = []
    private var listDepth = 0
    /// The lines of the source, to see which are blank and how items are numbered.
    private let lines: [UnsafeBufferPointer<UInt8>.SubSequence]
    /// Stands before all rows: the indentation of an item that goes on.
    private let outer: RenderedChunk.Prefix

    init(_ layout: MarkdownLayout, source: UnsafeBufferPointer<UInt8>, indent: Int) {
        builder = ChunkBuilder(layout)
        lines = source[...].split(separator: 0x0A, omittingEmptySubsequences: false)
        outer = Self.blanks(min(indent, layout.width / 2))
    }

    mutating func take(_ node: MarkdownNode, _ isEntered: Bool) {
        switch node.kind {
        case .list: listDepth += isEntered ? 1 : -1
        case .quote, .item: takeContainer(node, isEntered)
        case .paragraph, .heading:
            if isEntered { begin(node) } else { end(node) }
        case .code: takeCode(node)
        case .html:
            separate(before: node)
            builder.note(node.literal)
            add(InlineText(Self.trimmed(node.literal), TextRole(.html)))
        case .rule:
            separate(before: node)
            let (first, _) = takeDrawnPrefixes()
            let room = builder.layout.width - builder.columns(first)
            builder.addLine(builder.signs.line, max(1, room), TextRole(.rule), prefix: first)
        case .table: takeTable(node, isEntered)
        case .tableHeader, .tableRow:
            if isEntered { table?.rows.append([]) }
        case .tableCell:
            if isEntered {
                inline.begin(table?.rows.count == 1 ? TextRole(.tableHeader) : textRole)
            } else {
                let cell = finish()
                if let count = table?.rows.count { table?.rows[count - 1].append(cell) }
            }
        default: inline.take(node, isEntered)
        }
    }

    // MARK: Containers

    private mutating func takeContainer(_ node: MarkdownNode, _ isEntered: Bool) {
        if isEntered {
            var container = Container(kind: node.kind == .quote ? .quote : .item)
            if node.kind == .item { container.mark = mark(of: node) }
            container.columns =
                node.kind == .quote
                ? builder.columns(builder.signs.quoteBar) : builder.columns(container.mark)
            containers.append(container)
        } else {
            // An item without any text shows its mark.
            if let last = containers.last, last.kind == .item, !last.hasRows { add(InlineText()) }
            containers.removeLast()
        }
    }

    /// A bullet, the source's own number, a task's box; behind the blanks before an outermost item.
    private mutating func mark(of item: MarkdownNode) -> RenderedChunk.Prefix {
        var prefix = listDepth == 1 && containers.isEmpty ? Self.blanks(item.firstColumn - 1) : []
        let number = item.isNumbered ? number(of: item) : nil
        if let number {
            builder.note(number)
            prefix.append(RenderedRow.Piece("\(number) ", TextRole(.listMark)))
        }
        if let isDone = item.isDone {
            if isDone { builder.note("x") }
            let sign = isDone ? builder.signs.taskDone : builder.signs.taskOpen
            prefix.append(RenderedRow.Piece("\(sign) ", TextRole(isDone ? .taskDone : .taskOpen)))
        } else if number == nil {
            let bullets = builder.signs.bullets
            let bullet = bullets[max(0, listDepth - 1) % bullets.count]
            prefix.append(RenderedRow.Piece("\(bullet) ", TextRole(.listMark)))
        }
        return prefix
    }

    /// `12.` or `12)`, as the source has it.
    private func number(of item: MarkdownNode) -> String? {
        guard let line = line(item.firstLine) else { return nil }
        let text = line.dropFirst(max(0, item.firstColumn - 1)).drop { $0 == 0x20 || $0 == 0x09 }
        let digits = text.prefix { (0x30...0x39).contains($0) }
        let mark = text.dropFirst(digits.count).prefix(1)
        return digits.isEmpty
            ? nil : String(decoding: text.prefix(digits.count + mark.count), as: UTF8.self)
    }

    private static func blanks(_ columns: Int) -> RenderedChunk.Prefix {
        columns > 0
            ? [RenderedRow.Piece(String(repeating: " ", count: columns), .text)] : []
    }

    /// What stands before the next rows. With an item's first row goes its mark.
    mutating func takePrefixes() -> (first: RenderedChunk.Prefix, rest: RenderedChunk.Prefix) {
        var (first, rest) = (outer, outer)
        // Where blocks are so deep in others that nothing else would have room, indentation ends.
        var room = builder.layout.width - builder.columns(outer) - 8
        for index in containers.indices {
            let container = containers[index]
            let fits = container.columns <= room
            if fits { room -= container.columns }
            switch container.kind {
            case .quote where fits:
                let bar = RenderedRow.Piece(builder.signs.quoteBar, TextRole(.quoteBar))
                first.append(bar)
                rest.append(bar)
            case .item where container.hasRows || !fits:
                if fits { first += Self.blanks(container.columns) }
                if fits { rest += Self.blanks(container.columns) }
                // A number is not hidden for want of room.
                if !container.hasRows, !fits { late += container.mark }
            case .item:
                first += container.mark
                rest += Self.blanks(container.columns)
            case .quote: break
            }
            containers[index].hasRows = true
        }
        return (first, rest)
    }

    /// Marks of items that had no room before their text.
    private var late: RenderedChunk.Prefix = []

    mutating func add(_ line: InlineText) {
        let (first, rest) = takePrefixes()
        var whole = takeLateMarks()
        if whole.text.isEmpty { return builder.add(line, first: first, rest: rest) }
        whole.append(line)
        builder.add(whole, first: first, rest: rest)
    }

    /// The same for rows that are drawn: the marks then have a row of their own.
    mutating func takeDrawnPrefixes() -> (first: RenderedChunk.Prefix, rest: RenderedChunk.Prefix) {
        let (first, rest) = takePrefixes()
        let marks = takeLateMarks()
        if marks.text.isEmpty { return (first, rest) }
        builder.add(marks, first: first, rest: rest)
        return (rest, rest)
    }

    private mutating func takeLateMarks() -> InlineText {
        var marks = InlineText()
        for piece in late { marks.append(piece.text, piece.role) }
        late = []
        return marks
    }

    private var textRole: TextRole {
        containers.contains { $0.kind == .quote } ? TextRole(.quoted) : .text
    }

    // MARK: Blocks

    /// A blank line of the source stays one, between blocks.
    mutating func separate(before node: MarkdownNode) {
        guard !builder.isEmpty, let line = line(node.firstLine - 1),
            line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x3E })
        else { return }
        var prefix = outer
        for container in containers.prefix(8) where container.hasRows {
            guard container.kind == .quote else {
                prefix += Self.blanks(container.columns)
                continue
            }
            prefix.append(RenderedRow.Piece(builder.signs.quoteBar, TextRole(.quoteBar)))
        }
        while prefix.last?.role == .text { prefix.removeLast() }
        if builder.columns(prefix) >= builder.layout.width { prefix = [] }
        builder.addRow(InlineText(), prefix: prefix)
    }

    func line(_ number: Int) -> UnsafeBufferPointer<UInt8>.SubSequence? {
        lines.indices.contains(number - 1) ? lines[number - 1] : nil
    }

    private mutating func begin(_ node: MarkdownNode) {
        separate(before: node)
        guard node.kind == .paragraph else { return inline.begin(.heading(node.headingLevel)) }
        inline.begin(textRole, indents: containers.isEmpty ? indents(in: node) : [])
    }

    /// The blanks before the lines of a paragraph, from its second on.
    private func indents(in paragraph: MarkdownNode) -> [String] {
        guard paragraph.lastLine > paragraph.firstLine else { return [] }
        return (paragraph.firstLine + 1...paragraph.lastLine).map { number in
            let blanks = line(number)?.prefix { $0 == 0x20 }.count ?? 0
            return String(repeating: " ", count: blanks)
        }
    }

    private mutating func end(_ node: MarkdownNode) {
        let text = finish()
        // A heading that has no words yet is the marks that make it one: nothing that is written is
        // hidden.
        guard node.kind != .heading || text.text.contains(where: { !$0.isWhitespace }) else {
            let marks = line(node.firstLine)?.filter { $0 == UInt8(ascii: "#") } ?? []
            return add(InlineText(String(decoding: marks, as: UTF8.self), TextRole(.listMark)))
        }
        add(text)
        guard node.kind == .heading, node.headingLevel == 1, containers.isEmpty,
            builder.layout.width >= 20
        else { return }
        let longest =
            text.text.split(separator: "\n").map { builder.columns(String($0)) }.max() ?? 0
        let width = min(longest, builder.layout.width - builder.columns(outer))
        builder.addLine(builder.signs.line, width, .heading(1), prefix: outer)
    }

    /// The text that was written within a block.
    private mutating func finish() -> InlineText {
        let (text, source) = inline.finish()
        builder.note(source)
        return text
    }

    private mutating func takeCode(_ node: MarkdownNode) {
        separate(before: node)
        let (first, rest) = takeDrawnPrefixes()
        let text = Self.trimmed(node.literal)
        builder.note(node.info)
        builder.note(text)
        let language = Language.named(node.info)
        guard node.isFenced else {
            let indent = Self.blanks(2)
            builder.add(
                code: InlineText(text, TextRole(.codeText)),
                first: first + indent,
                rest: rest + indent
            )
            return
        }
        let closing = Array(line(node.lastLine) ?? lines[0].prefix(0))
            .drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
        let mark = closing.first ?? 0
        let isClosed =
            node.lastLine > node.firstLine && (mark == 0x60 || mark == 0x7E)
            && closing.prefix { $0 == mark }.count >= 3
        var frame = CodeFrame(title: node.info, isClosed: isClosed)
        frame.isEmpty = node.literal.isEmpty
        var tokenizer = language.map(Tokenizer.init)
        builder.add(text, frame, &tokenizer, first: first, rest: rest)
    }

    private mutating func takeTable(_ node: MarkdownNode, _ isEntered: Bool) {
        if isEntered {
            separate(before: node)
            table = Table(alignments: node.alignments)
            table?.goesOn = tableGoesOn
        } else if let table {
            let (first, rest) = takeDrawnPrefixes()
            table.draw(into: &builder, first: first, rest: rest)
            self.table = nil
        }
    }

    /// Without the line end at its end.
    private static func trimmed(_ text: String) -> String {
        text.utf8.last == 0x0A ? String(text.utf8.dropLast()) ?? text : text
    }
}
