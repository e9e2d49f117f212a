internal import Yams

extension ConfigurationError {
    /// What the YAML parser found wrong, with the line and a caret under the place.
    init(_ error: YamlError, in text: String, file: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(
                .syntax,
                "This is not valid YAML: \(Self.inWords(problem)).",
                file: file,
                line: mark.line,
                column: mark.column,
                advice: Self.advice(for: problem),
                excerpt: Self.excerpt(of: text, line: mark.line, column: mark.column)
            )
        case .duplicatedKeysInMapping(let keys, let context):
            let key = (keys.first ?? "").quotedForMessage
            self.init(
                .duplicate,
                "The key \(key) is written more than once; the first is here.",
                file: file,
                line: context.mark.line,
                column: context.mark.column,
                advice: "Keep one of them."
            )
        default:
            self.init(.syntax, "This is not valid YAML.", file: file)
        }
    }

    /// The parser's own words, where they help a person who does not know its insides.
    private static func inWords(_ problem: String) -> String {
        switch problem {
        case "mapping values are not allowed in this context":
            "a `key: value` cannot stand here"
        case "found character that cannot start any token":
            "nothing can begin with this character"
        case "but found another document":
            "a second document begins here"
        case "could not find expected ':'":
            "a `:` is missing after the key before this"
        case let other:
            other.hasPrefix("Maximum nesting level") ? "it is nested too deeply" : other
        }
    }

    private static func advice(for problem: String) -> String? {
        switch problem {
        case "mapping values are not allowed in this context":
            "Quote a text that contains `: `, and check the indentation."
        case "found character that cannot start any token":
            "Indent with spaces, not tabs, and quote a text that begins with a special character."
        case "could not find expected ':'", "did not find expected key",
            "did not find expected '-' indicator":
            "Check the indentation of this line and of the ones before it."
        case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
            "Check the brackets and commas before this place."
        case "found unexpected end of stream":
            "Check that every quote and bracket is closed."
        case "found undefined alias":
            "Quote a text that begins with `*`."
        default: nil
        }
    }

    /// The line and a caret under the column, cut to what fits a terminal; nil when the line may
    /// hold a secret.
    static func excerpt(of text: String, line: Int, column: Int) -> String? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(line - 1),
            let shown = SecretGuard.redacted(line: String(lines[line - 1])),
            !shown.allSatisfy(\.isWhitespace)
        else { return nil }
        let scalars = Array(shown.unicodeScalars)
        let place = min(max(0, column - 1), scalars.count)
        let start = max(0, place - 50)
        let window = scalars[start..<min(scalars.count, start + 76)]
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: window)
        let indent = String(repeating: " ", count: place - start)
        // A tab is drawn as one cell, so that the caret stands under its place.
        let line = String(visible).replacing("\t", with: "→").printable(limit: 76)
        return "    \(line)\n    \(indent)^"
    }
}
