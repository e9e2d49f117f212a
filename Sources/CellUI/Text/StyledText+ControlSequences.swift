extension StyledText {
    /// The text with the control sequences that a terminal styles it by, and is told by where it leads.
    public var controlSequences: String {
        runs.map { run in
            let parameters = run.style.graphicRendition
            let text =
                parameters.isEmpty ? run.text : "\u{1B}[0\(parameters)m\(run.text)\u{1B}[0m"
            guard let link = run.link, !run.text.isEmpty else { return text }
            return link.opening + text + Hyperlink.closing
        }
        .joined()
    }
}

extension Style {
    /// What follows the reset in "select graphic rendition": ECMA-48, section 8.3.117, with the
    /// colours of ITU-T T.416.
    fileprivate var graphicRendition: String {
        let codes: [(Attributes, Int)] = [
            (.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7),
            (.strikethrough, 9),
        ]
        return codes.filter { attributes.contains($0.0) }.map { ";\($0.1)" }.joined()
            + Self.code(foreground, selector: 38) + Self.code(background, selector: 48)
    }

    private static func code(_ color: Color, selector: Int) -> String {
        switch color {
        case .terminalDefault: ""
        case .indexed(let index) where index < 8: ";\(selector - 8 + Int(index))"
        case .indexed(let index): ";\(selector);5;\(index)"
        case .rgb(let red, let green, let blue): ";\(selector);2;\(red);\(green);\(blue)"
        }
    }
}
