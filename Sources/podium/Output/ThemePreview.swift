import CellUI

/// A theme's roles as coloured text.
struct ThemePreview {
    let theme: Theme

    var text: String {
        let title = visible("\(theme.name) (\(theme.variant.rawValue))", keepingNewlines: false)
        let roles = theme.textStyles
        let width = roles.map(\.name.count).max() ?? 0
        let lines = roles.map { role in
            let name = role.name + String(repeating: " ", count: width - role.name.count)
            return sample(" \(name) ", role.style)
                + sample(" The quick brown fox 0123456789 ", role.style)
        }
        return ([title] + lines).map { $0 + "\n" }.joined()
    }

    private func sample(_ text: String, _ style: Style) -> String {
        "\u{1B}[0\(parameters(of: style))m\(text)\u{1B}[0m"
    }

    /// What follows the reset in "select graphic rendition": ECMA-48, section 8.3.117, with the
    /// colours of ITU-T T.416.
    private func parameters(of style: Style) -> String {
        let attributes: [(Attributes, Int)] = [
            (.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7),
            (.strikethrough, 9),
        ]
        return attributes.filter { style.attributes.contains($0.0) }.map { ";\($0.1)" }.joined()
            + color(style.foreground, selector: 38) + color(style.background, selector: 48)
    }

    private func color(_ color: Color, selector: Int) -> String {
        switch color {
        case .terminalDefault: ""
        case .indexed(let index) where index < 8: ";\(selector - 8 + Int(index))"
        case .indexed(let index): ";\(selector);5;\(index)"
        case .rgb(let red, let green, let blue): ";\(selector);2;\(red);\(green);\(blue)"
        }
    }
}
