internal import Yams

/// Turns text into a tree of values that know their place.
enum YAMLDocument {
    /// The root of the only document, or nil when there is nothing but comments.
    ///
    /// - Throws: `syntax`, `duplicate`, `notText` or `tooManyAliases`, each with its place.
    static func root(
        of text: String,
        file: String
    ) throws(ConfigurationError) -> YAMLValue? {
        if let illegal = IllegalCharacter.first(in: text) {
            throw illegal.error(file: file)
        }
        guard !AliasLimit.isExceeded(by: text) else {
            throw ConfigurationError(
                .tooManyAliases,
                "The aliases in this file stand for too much text.",
                file: file,
                advice: "Write the values out, or use fewer `*aliases` within `&anchors`."
            )
        }
        // The basic resolver takes every scalar as text; what it means is decided by who reads it.
        // The encoding is given, because the default one depends on an environment variable.
        let node: Node?
        do {
            node = try compose(yaml: text, .basic, .default, .utf8)
        } catch let error as YamlError {
            throw ConfigurationError(error, in: text, file: file)
        } catch {
            throw ConfigurationError(.syntax, "This is not valid YAML.", file: file)
        }
        return node.map { YAMLValue(node: $0, path: "", file: file) }?.nonNull
    }
}

/// A character that YAML does not allow and that would harm a terminal.
struct IllegalCharacter {
    var scalar: Unicode.Scalar
    /// Counted from 1.
    var line, column: Int

    static func first(in text: String) -> IllegalCharacter? {
        var line = 1
        var column = 1
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                line += 1
                column = 0
            } else if !isAllowed(scalar) {
                return IllegalCharacter(scalar: scalar, line: line, column: column)
            }
            column += 1
        }
        return nil
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0x1_0000...0x10_FFFF: true
        case 0xE000...0xFFFD: scalar.value != 0xFEFF
        default: false
        }
    }

    func error(file: String) -> ConfigurationError {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return ConfigurationError(
            .notText,
            "The control character U+\(code) is not allowed in YAML.",
            file: file,
            line: line,
            column: column,
            advice: "Delete it."
        )
    }
}
