/// Makes a server's words fit to be stored and shown: without secrets, on one line, and short.
///
/// Servers repeat keys in their errors, whole or masked, and their text reaches a terminal.
public struct SecretRedactor: Sendable {
    /// Shorter strings are too common in ordinary text to be replaced.
    private static let shortestSecret = 6

    private let secrets: [String]

    public init(secrets: [String] = []) {
        // Longest first: one secret may be a part of another.
        self.secrets = secrets.filter { $0.utf8.count >= Self.shortestSecret }
            .sorted { $0.utf8.count > $1.utf8.count }
    }

    /// - Parameter limit: In characters.
    public func clean(_ text: String, limit: Int = 300) -> String {
        var text = text
        for secret in secrets { text = text.replacing(secret, with: "[key]") }
        let words = text.split { $0.isWhitespace || $0.isNewline || $0.isControl }
            .map { $0.contains("**") ? "[key]" : String($0.filter { !$0.isControl }) }
        let line = words.joined(separator: " ")
        return line.count > limit ? line.prefix(limit - 1) + "…" : line
    }
}

extension Character {
    /// Controls, and the invisible format characters that can reorder what a terminal shows.
    fileprivate var isControl: Bool {
        unicodeScalars.contains {
            let category = $0.properties.generalCategory
            return category == .control || (category == .format && $0 != "\u{200D}")
        }
    }
}
