/// By what English is known: the frequencies of all letters, the letters that stand in very common
/// words, the frequency of e, or, thoroughly, that of all letters and all known words together.
enum CaesarHeuristic: String, Hashable, Sendable, CaseIterable {
    case letterFrequency, commonWords, mostFrequentIsE, thorough

    func score(_ text: String) -> Double {
        let letters = text.lowercased().utf8.filter { (97...122).contains($0) }
        func known(_ words: Set<Substring>) -> Double {
            let found = text.lowercased().split { !($0.isASCII && $0.isLetter) }
            return Double(found.reduce(0) { $0 + (words.contains($1) ? $1.count : 0) })
        }
        let sum =
            switch self {
            case .letterFrequency: letters.reduce(0) { $0 + Self.logFrequencies[Int($1) - 97] }
            case .commonWords: known(CommonWords.few)
            case .mostFrequentIsE: Double(letters.count { $0 == 101 })
            case .thorough:
                Self.letterFrequency.score(text) * Double(letters.count)
                    + 3 * known(CommonWords.all)
            }
        return sum / Double(max(1, letters.count))
    }

    /// Natural logarithms of the frequencies of a…z in English text, as in the usual tables.
    private static let logFrequencies: [Double] = [
        -2.5, -4.2, -3.58, -3.15, -2.06, -3.82, -3.91, -2.8, -2.66, -6.5, -4.87, -3.22, -3.73,
        -2.7, -2.59, -3.96, -6.96, -2.81, -2.76, -2.4, -3.58, -4.63, -3.73, -6.5, -3.91, -7.21,
    ]
}

/// The Caesar cipher: every letter moves by the same number of places in the alphabet.
enum Caesar {
    /// Moves the letters a…z and A…Z; everything else stays.
    static func shift(_ text: String, by shift: Int) -> String {
        let places = UInt8((shift % 26 + 26) % 26)
        let bytes = text.utf8.map { byte in
            switch byte {
            case 65...90: (byte - 65 + places) % 26 + 65
            case 97...122: (byte - 97 + places) % 26 + 97
            default: byte
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A way to read a text, and how English it looks. The shift is that of the encoding.
    typealias Candidate = (text: String, shift: Int, score: Double)

    /// All 26 readings, the most English first; of equals, the smaller shift.
    static func candidates(for text: String, by heuristic: CaesarHeuristic) -> [Candidate] {
        (0..<26).map { shift in
            let plain = self.shift(text, by: -shift)
            return (plain, shift, heuristic.score(plain))
        }
        .sorted { ($1.score, $0.shift) < ($0.score, $1.shift) }
    }

    /// The most English reading.
    static func decode(_ text: String, by heuristic: CaesarHeuristic) -> Candidate {
        candidates(for: text, by: heuristic).first ?? (text, 0, 0)
    }

    static func solve(_ text: String, by heuristic: CaesarHeuristic) throws(Unsolved) -> Solution {
        let words = try LetterTask.words(of: text).joined()
        guard words.contains(where: { $0.isASCII && $0.isLetter }) else {
            throw Unsolved("decode a text without letters")
        }
        let candidates = candidates(for: text, by: heuristic)
        // Letters alone tell little of a short text in which no word is known.
        if heuristic == .thorough, words.count < 15, !CommonWords.knows(candidates[0].text) {
            throw Unsolved(
                "tell which of the 26 shifts of so short a text is right: I know none of its words"
            )
        }
        let best = candidates.prefix(2).map { "Shift \($0.shift) reads \($0.text.prefix(60))." }
        return Solution(candidates[0].text, best)
    }

    /// A negative shift goes back: with the shift of the encoding it decodes.
    static func solve(_ text: String, by shift: Int) throws(Unsolved) -> Solution {
        _ = try LetterTask.words(of: text)
        let line = "Every letter moves, as A to \(self.shift("A", by: shift))."
        return Solution(self.shift(text, by: shift), [line])
    }
}
