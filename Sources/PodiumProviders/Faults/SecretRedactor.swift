/// Makes a server's words fit to be stored and shown: without secrets, on one line, and short.
///
/// Servers repeat keys in their errors, whole or masked, and their text reaches a terminal.
public struct SecretRedactor: Sendable {
    /// Shorter strings are too common in ordinary text to be replaced.
    private static let shortestSecret = 6

    private let secrets: [String]

    public init(secrets: [String] = []) {
        // Longest first: one secret may be a part of another.
        // Some servers escape the slash in JSON.
        let escaped = secrets.filter { $0.contains("/") }
            .map { $0.replacing("/", with: #"\/"#) }
        self.secrets = (secrets + escaped).filter { $0.utf8.count >= Self.shortestSecret }
            .sorted { $0.utf8.count > $1.utf8.count }
    }

    var secretBytes: [[UInt8]] { secrets.map { Array($0.utf8) } }

    /// The text without the secrets, and otherwise as it is.
    func scrub(_ text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: "[key]") }
    }

    /// Bytes without the secrets.
    func scrub(_ bytes: [UInt8]) -> [UInt8] {
        secrets.reduce(bytes) { $0.replacing(Array($1.utf8), with: Array("[key]".utf8)) }
    }

    /// - Parameter limit: In characters.
    public func clean(_ text: String, limit: Int = 300) -> String {
        let words = scrub(text).split { $0.isWhitespace || $0.isNewline || $0.isControl }
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
