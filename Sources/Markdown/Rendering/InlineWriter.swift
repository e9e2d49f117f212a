/// Writes what is within a paragraph, a heading or a cell: words with their roles.
struct InlineWriter {
    private var text = InlineText()
    /// The words that were taken over; the address of a link that is its own text is in both.
    private var source = ""
    /// How much of the text is in `source` already.
    private var noted = 0
    private var base = TextRole.text
    private var (emphasis, strong, struck) = (0, 0, 0)
    /// Where the text of each open link begins.
    private var links: [Int] = []
    /// What the lines behind the first begin with.
    private var indents: ArraySlice<String> = []

    /// - Parameter indents: the blanks before each line behind the first, which the parser takes away and
    ///   which may put words into columns.
    mutating func begin(_ role: TextRole, indents: [String] = []) {
        self = InlineWriter()
        base = role
        self.indents = indents[...]
    }

    mutating func finish() -> (text: InlineText, source: String) {
        defer { self = InlineWriter() }
        return (text, source + String(decoding: text.text.utf8.dropFirst(noted), as: UTF8.self))
    }

    mutating func take(_ node: MarkdownNode, _ isEntered: Bool) {
        let step = isEntered ? 1 : -1
        switch node.kind {
        case .emphasis: emphasis += step
        case .strong: strong += step
        case .struck: struck += step
        case .link, .image: takeLink(node, isEntered)
        case .inlineCode: text.append(node.literal, role(.code))
        case .inlineHTML: text.append(node.literal, role(.html))
        case .softBreak, .lineBreak: text.append("\n" + (indents.popFirst() ?? ""), .text)
        default: if isEntered { text.append(node.literal, role(links.isEmpty ? nil : .link)) }
        }
    }

    private func role(_ kind: TextRole.Kind?) -> TextRole {
        var traits = base.traits
        if emphasis > 0 { traits.insert(.emphasis) }
        if strong > 0 { traits.insert(.strong) }
        if struck > 0 { traits.insert(.struck) }
        return TextRole(kind ?? base.kind, traits)
    }

    /// The text, and behind it the address, unless that is the text.
    private mutating func takeLink(_ node: MarkdownNode, _ isEntered: Bool) {
        let isImage = node.kind == .image
        guard !isEntered else {
            links.append(text.utf8Count)
            if isImage { text.append("[image: ", role(.link)) }
            return
        }
        guard let start = links.popLast() else { return }
        if isImage { text.append("]", role(.link)) }
        let shown = String(decoding: text.text.utf8.dropFirst(start), as: UTF8.self)
        let (url, title) = (node.url, node.title)
        let isShown = url == shown || url == "mailto:\(shown)" || url == "http://\(shown)"
        if isShown, title.isEmpty {
            source += String(decoding: text.text.utf8.dropFirst(noted), as: UTF8.self) + "\n" + url
            noted = text.utf8Count
            return
        }
        let address = url + (title.isEmpty ? "" : (url.isEmpty ? "" : " ") + "\"\(title)\"")
        if !address.isEmpty { text.append(" (\(address))", role(.address)) }
    }
}
