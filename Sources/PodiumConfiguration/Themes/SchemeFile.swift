/// A colour scheme as the tinted-theming project writes them, base16 or base24, checked but not
/// interpreted.
public struct SchemeFile: Hashable, Sendable {
    public var name: String
    /// `dark` or `light`; nil where the file does not say (the old form never does).
    public var variant: String?
    /// Colours as `#rrggbb` in lower case by their names, `base00` to `base0F` or to `base17`.
    public var palette: [String: String]

    /// Reads the file at `path`.
    ///
    /// - Throws: `ConfigurationError` with the place of the mistake.
    public static func load(path: String) throws(ConfigurationError) -> SchemeFile {
        try parse(TextFile.read(path), file: path)
    }

    /// Reads a scheme from its text; `file` is for messages.
    public static func parse(
        _ text: String,
        file: String
    ) throws(ConfigurationError) -> SchemeFile {
        guard let root = try YAMLDocument.root(of: text, file: file) else {
            throw ConfigurationError(.missingKey, "This file has no colours.", file: file)
        }
        return try SchemeFile(root)
    }

    private init(_ root: YAMLValue) throws(ConfigurationError) {
        // Schemes are shared between many programs: keys that mean nothing here are no mistakes.
        let top = try Self.values(root, "a colour scheme")
        let colors = try top["palette"]?.nonNull.map { value throws(ConfigurationError) in
            try Self.values(value, "a mapping from base00 … to colours")
        }
        guard let title = colors == nil ? top["scheme"] ?? top["name"] : top["name"] else {
            throw root.error(
                .missingKey,
                "The key `\(colors == nil ? "scheme" : "name")` is missing.",
                advice: "Write it like `\(colors == nil ? "scheme" : "name"): Evening`."
            )
        }
        name = try title.string("the name of the scheme")
        variant = try top["variant"]?.nonNull?.choice(of: Variant.self).rawValue
        palette = try Self.palette(
            in: colors ?? top,
            whole: top["palette"] ?? root,
            system: top["system"]?.scalarText
        )
    }

    private enum Variant: String, CaseIterable {
        case dark, light
    }

    private static let base16 = (0..<16).map { "base0" + String($0, radix: 16, uppercase: true) }
    private static let base24 = (0..<8).map { "base1\($0)" }

    private static func palette(
        in values: [String: YAMLValue],
        whole: YAMLValue,
        system: String?
    ) throws(ConfigurationError) -> [String: String] {
        let named = Dictionary(
            values.map { ($0.key.lowercased(), $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        let isBase24 =
            system == "base24" || base24.contains { named[$0] != nil }
        var palette: [String: String] = [:]
        for name in base16 + (isBase24 ? base24 : []) {
            guard let value = named[name.lowercased()] else {
                throw whole.error(
                    .missingKey,
                    "The colour `\(name)` is missing.",
                    advice: "Write it like `\(name): \"#1d2021\"`."
                )
            }
            palette[name] = try value.color()
        }
        return palette
    }

    private static func values(
        _ value: YAMLValue,
        _ expected: String
    ) throws(ConfigurationError) -> [String: YAMLValue] {
        var values: [String: YAMLValue] = [:]
        for entry in try value.entries(expected) {
            values[entry.name] = entry.value
        }
        return values
    }
}

extension YAMLValue {
    /// A colour of six hexadecimal digits, as `#rrggbb`.
    fileprivate func color() throws(ConfigurationError) -> String {
        let text = scalarText ?? ""
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            throw unexpected(
                "a colour such as \"#1d2021\"",
                advice: nonNull == nil ? "A `#` begins a comment unless it is in quotes." : nil
            )
        }
        return "#" + digits.lowercased()
    }
}
