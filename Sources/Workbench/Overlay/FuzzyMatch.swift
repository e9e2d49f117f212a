/// How well a text fits what was typed: its letters in order, not necessarily side by side.
///
/// Letters at the beginning of words and side by side count more, as in other programs' palettes.
struct FuzzyMatch: Comparable {
    /// Higher is better.
    let score: Int

    /// Nil when the text does not hold all letters of the query in order. An empty query fits all.
    init?(_ query: String, in text: String) {
        let text = Array(text.lowercased())
        var score = 0
        var next = 0
        for letter in query.lowercased() where !letter.isWhitespace {
            guard let found = text[next...].firstIndex(of: letter) else { return nil }
            let startsWord = found == 0 || !(text[found - 1].isLetter || text[found - 1].isNumber)
            score += startsWord ? 8 : 0
            score += found == next && next > 0 ? 6 : 0
            score -= min(found - next, 5)
            next = found + 1
        }
        let words = Array(query.lowercased())
        let isWhole = !words.isEmpty && text.indices.contains { text[$0...].starts(with: words) }
        self.score = score + (isWhole ? 40 : 0) - text.count / 16
    }

    static func < (left: FuzzyMatch, right: FuzzyMatch) -> Bool { left.score < right.score }
}
