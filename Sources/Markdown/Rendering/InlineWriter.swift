internal import CellUI

/// Writes what is within a paragraph, a heading or a cell: words with their roles.
struct InlineWriter {
    private struct OpenLink {
        /// Where its text begins.
        var start: Int
        var url: String
        var target: Hyperlink?
    }

    private var text = InlineText()
    /// The words that were taken over; the address of a link that is its own text is in both.
    private var source = ""
    /// How much of the text is in `source` already.
    private var noted = 0
    private var base = TextRole.text
    private var (emphasis, strong, struck) = (0, 0, 0)
    private var links: [OpenLink] = []
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
        case .inlineCode: text.append(node.literal, role(.code), link: target)
        case .inlineHTML: text.append(node.literal, role(.html))
        case .softBreak, .lineBreak: text.append("\n" + (indents.popFirst() ?? ""), .text)
        default:
            guard isEntered else { return }
            text.append(node.literal, role(links.isEmpty ? nil : .link), link: target)
        }
    }

    /// Where what is written now leads. An image in a link leads where the link does.
    private var target: Hyperlink? { links.first?.target }

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
            let url = node.url
            links.append(OpenLink(start: text.utf8Count, url: url, target: Hyperlink(url)))
            if isImage { text.append("[image: ", role(.link), link: target) }
            return
        }
        guard let link = links.last else { return }
        if isImage { text.append("]", role(.link), link: target) }
        links.removeLast()
        let shown = String(decoding: text.text.utf8.dropFirst(link.start), as: UTF8.self)
        let (url, title) = (link.url, node.title)
        let isShown = url == shown || url == "mailto:\(shown)" || url == "http://\(shown)"
        if isShown, title.isEmpty {
            source += String(decoding: text.text.utf8.dropFirst(noted), as: UTF8.self) + "\n" + url
            noted = text.utf8Count
            return
        }
        guard !url.isEmpty || !title.isEmpty else { return }
        text.append(" (", role(.address))
        text.append(url, role(.address), link: link.target)
        if !title.isEmpty {
            text.append((url.isEmpty ? "" : " ") + "\"\(title)\"", role(.address))
        }
        text.append(")", role(.address))
    }
}
