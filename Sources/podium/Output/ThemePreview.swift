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
            return StyledText(" \(name)  The quick brown fox 0123456789 ", role.style)
                .controlSequences
        }
        return ([title] + lines).map { $0 + "\n" }.joined()
    }
}
