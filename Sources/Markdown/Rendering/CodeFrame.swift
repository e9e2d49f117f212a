/// The lines around a block of code.
struct CodeFrame {
    /// The language, and whatever stands behind it.
    var title = ""
    var hasTop = true
    var isClosed = true
    var isEmpty = false
}

extension ChunkBuilder {
    /// Adds a block of code between lines. They have no corners, which would promise sides: what is copied
    /// from the screen is code.
    mutating func add(
        _ text: String,
        _ frame: CodeFrame,
        _ tokenizer: inout Tokenizer?,
        first: RenderedChunk.Prefix,
        rest: RenderedChunk.Prefix
    ) {
        if frame.hasTop { addTop(frame.title, first: first, rest: rest) }
        if !frame.isEmpty {
            let code = InlineText(code: text, &tokenizer)
            add(code: code, first: frame.hasTop ? rest : first, rest: rest)
        }
        guard frame.isClosed else { return }
        addLine(signs.line, max(2, layout.width - columns(rest)), TextRole(.frame), prefix: rest)
    }

    private mutating func addTop(
        _ title: String,
        first: RenderedChunk.Prefix,
        rest: RenderedChunk.Prefix
    ) {
        let room = max(2, layout.width - columns(first))
        guard !title.isEmpty, columns(title) + 6 <= room else {
            addLine(signs.line, room, TextRole(.frame), prefix: first)
            if !title.isEmpty {
                add(InlineText(title, TextRole(.frameTitle)), first: rest, rest: rest)
            }
            return
        }
        var line = InlineText("\(signs.line)\(signs.line) ", TextRole(.frame))
        line.append(title, TextRole(.frameTitle))
        let more = room - columns(title) - 4
        line.append(" " + String(repeating: signs.line, count: more), TextRole(.frame))
        addRow(line, prefix: first)
    }
}

extension InlineText {
    /// Lines of code with their roles.
    init(code text: String, _ tokenizer: inout Tokenizer?) {
        self.init(unmarked: text)
        guard tokenizer != nil else {
            mark(0..<utf8Count, TextRole(.codeText))
            return
        }
        var at = 0
        var spans = self
        _ = text.utf8.withContiguousStorageIfAvailable { bytes in
            var start = 0
            while start <= bytes.count {
                let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
                tokenizer?.take(bytes[start..<end]) { range, kind in
                    spans.mark(at..<range.lowerBound, TextRole(.codeText))
                    spans.mark(range, TextRole(kind))
                    at = range.upperBound
                }
                start = end + 1
            }
        }
        spans.mark(at..<utf8Count, TextRole(.codeText))
        self = spans
    }
}
