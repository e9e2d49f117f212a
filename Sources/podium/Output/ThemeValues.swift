import CellUI

/// A theme's roles by their colours in 24 bits.
struct ThemeValues: Encodable {
    struct Role: Encodable {
        let role: String
        let foreground: String
        let background: String
        /// By WCAG 2.2: 1 to 21.
        let contrast: Double
    }

    let name: String
    let title: String
    let variant: String
    let origin: ThemeEntry.Origin
    let path: String?
    let roles: [Role]

    /// - Throws: `Failure` that says what is wrong with the theme's file.
    init(_ entry: ThemeEntry) throws {
        let theme = try entry.theme(depth: .trueColor)
        name = entry.name
        title = theme.name
        variant = theme.variant.rawValue
        origin = entry.origin
        path = entry.path
        roles = theme.textStyles.compactMap { Role($0.name, $0.style) }
    }

    var text: String {
        let rows = roles.map { role in
            [role.role, role.foreground, role.background, "\(role.contrast)"]
        }
        return visible("\(title) (\(variant))", keepingNewlines: false) + "\n"
            + TextTable(["role", "text", "background", "contrast"], rows).text
    }
}

extension ThemeValues.Role {
    /// nil for a style without colours of its own.
    fileprivate init?(_ name: String, _ style: Style) {
        guard let text = RGB(style.foreground), let ground = RGB(style.background) else {
            return nil
        }
        role = name
        foreground = text.hex
        background = ground.hex
        contrast = (contrastRatio(text, ground) * 10).rounded(.down) / 10
    }
}

extension RGB {
    fileprivate init?(_ color: Color) {
        guard case .rgb(let red, let green, let blue) = color else { return nil }
        self.init(red, green, blue)
    }

    fileprivate var hex: String {
        "#"
            + [red, green, blue].map { component in
                let digits = String(component, radix: 16)
                return digits.utf8.count == 1 ? "0" + digits : digits
            }
            .joined()
    }
}
