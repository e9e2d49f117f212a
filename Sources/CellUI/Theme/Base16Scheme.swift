/// A colour scheme in the base16 or base24 convention of the tinted-theming project: sixteen or
/// twenty-four colours with fixed meanings, `base00` (background) to `base0F`, or `base17`.
public struct Base16Scheme: Hashable, Sendable {
    public enum Variant: String, Hashable, Sendable {
        case dark, light

        /// What a background is: light when black text has more contrast on it than white text.
        public init(background: RGB) {
            let black = contrastRatio(RGB(0, 0, 0), background)
            let white = contrastRatio(RGB(255, 255, 255), background)
            self = black > white ? .light : .dark
        }
    }

    public var name: String
    public var variant: Variant
    /// `base00` and on: 16 colours or 24.
    public let colors: [RGB]

    /// - Parameters:
    ///   - variant: `dark` or `light`; when nil it follows from the background.
    ///   - palette: colours as `#rrggbb` by their names, `base00` and on, in any case of letters.
    /// - Throws: `SchemeError` naming the entry that is missing or is no colour.
    public init(
        name: String,
        variant: String? = nil,
        palette: [String: String]
    ) throws(SchemeError) {
        self.name = name
        let entries = Dictionary(
            palette.map { ($0.key.lowercased(), $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        let isBase24 = Self.extendedNames.contains { entries[$0] != nil }
        var colors: [RGB] = []
        for entry in Self.names + (isBase24 ? Self.extendedNames : []) {
            let label = "base" + entry.dropFirst(4).uppercased()
            guard let text = entries[entry] else { throw SchemeError(.missing(label)) }
            guard let color = RGB(hex: text) else {
                throw SchemeError(.invalidColor(label, text))
            }
            colors.append(color)
        }
        self.colors = colors
        switch variant?.lowercased() {
        case nil, "":
            self.variant =
                relativeLuminance(colors[0]) > relativeLuminance(colors[5]) ? .light : .dark
        case let text?:
            guard let variant = Variant(rawValue: text) else {
                throw SchemeError(.unknownVariant(text))
            }
            self.variant = variant
        }
    }

    /// For schemes compiled in; `colors` are 16 or 24.
    init(name: String, variant: Variant, colors: [RGB]) {
        self.name = name
        self.variant = variant
        self.colors = colors
    }

    /// The colour `base00` + index; base24 indices a base16 scheme lacks give its base16 cousin.
    subscript(index: Int) -> RGB {
        if index < colors.count { return colors[index] }
        return colors[[0x00, 0x00, 0x08, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E][(index - 16) & 7]]
    }

    private static let names = (0..<16).map { "base0" + String($0, radix: 16) }
    private static let extendedNames = (0..<8).map { "base1\($0)" }
}

/// Why a palette is not a scheme.
public struct SchemeError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: Hashable, Sendable {
        case missing(String)
        case invalidColor(String, String)
        case unknownVariant(String)
    }

    public let code: Code

    init(_ code: Code) {
        self.code = code
    }

    public var description: String {
        switch code {
        case .missing(let name): "the palette has no \(name)"
        case .invalidColor(let name, let text):
            "\(name) is \"\(text)\", which is no colour; write six hexadecimal digits, as \"#1d2433\""
        case .unknownVariant(let text): "the variant is \"\(text)\"; it must be dark or light"
        }
    }
}
