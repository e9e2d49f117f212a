extension String {
    /// A server's words as they are told: on one line, without controls and masked keys, and short.
    ///
    /// - Parameter limit: In characters.
    func told(limit: Int = 300) -> String {
        let words = split { $0.isWhitespace || $0.isNewline || $0.isControl }
            .map { $0.contains("**") ? Secrets.mark : String($0.filter { !$0.isControl }) }
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
