/// How well a text fits what was typed.
///
/// Each word that was typed must be in the text as it is, or be made of beginnings of the text's
/// words in their order, as `rw` of "read worker". Letters scattered over a text fit nothing: in a
/// list of whole sentences they would fit all.
struct FuzzyMatch: Comparable {
    /// Higher is better.
    let score: Int

    /// Nil when the text does not fit the query. An empty query fits all.
    init?(_ query: String, in text: String) {
        let text = Array(text.lowercased())
        let starts = text.indices.filter { Self.startsWord($0, in: text) }
        var score = 0
        for word in query.lowercased().split(whereSeparator: \.isWhitespace).map(Array.init) {
            guard
                let found = Self.whole(word, in: text)
                    ?? Self.beginnings(word, in: text, at: starts)
            else { return nil }
            score += found
        }
        self.score = score - text.count / 16
    }

    private static func startsWord(_ index: Int, in text: [Character]) -> Bool {
        func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
        return isWord(text[index]) && (index == 0 || !isWord(text[index - 1]))
    }

    /// Best at the very beginning, then at that of a word.
    private static func whole(_ word: [Character], in text: [Character]) -> Int? {
        let places = text.indices.filter { text[$0...].starts(with: word) }
        guard let first = places.first else { return nil }
        let startsWord = places.contains { Self.startsWord($0, in: text) }
        return 40 + (startsWord ? 20 : 0) + (first == 0 ? 10 : 0)
    }

    /// Better the fewer beginnings make up the word.
    private static func beginnings(
        _ word: [Character],
        in text: [Character],
        at starts: [Int]
    ) -> Int? {
        // For each count of letters that are found, the first start after them, and the beginnings
        // so far: what comes first leaves most for the rest.
        var reached = [(place: Int, count: Int)?](repeating: nil, count: word.count + 1)
        reached[0] = (0, 0)
        for found in word.indices {
            guard let (place, count) = reached[found] else { continue }
            for (next, start) in starts.enumerated().dropFirst(place) {
                let length = zip(text[start...], word[found...]).prefix { $0 == $1 }.count
                for end in (found..<found + length).map({ $0 + 1 })
                where reached[end].map({ next + 1 < $0.place }) ?? true {
                    reached[end] = (next + 1, count + 1)
                }
            }
        }
        return reached[word.count].map { 20 - 4 * $0.count }
    }

    static func < (left: FuzzyMatch, right: FuzzyMatch) -> Bool { left.score < right.score }
}
