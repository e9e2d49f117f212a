/// The Caesar cipher: every letter moves by the same number of places in the alphabet.
enum Caesar {
    /// Moves the letters a…z and A…Z by `shift`; everything else stays.
    static func shift(_ text: String, by shift: Int) -> String {
        let places = UInt8(((shift % 26) + 26) % 26)
        var bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 65...90: bytes[index] = (byte - 65 + places) % 26 + 65
            case 97...122: bytes[index] = (byte - 97 + places) % 26 + 97
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A way to read a text, and how English it looks.
    struct Candidate: Hashable, Sendable {
        /// How far the text was moved when it was encoded.
        var shift: Int
        var text: String
        var score: Double
    }

    /// All 26 readings, the most English first.
    static func candidates(for text: String) -> [Candidate] {
        (0..<26).map { shift in
            let plain = self.shift(text, by: -shift)
            return Candidate(shift: shift, text: plain, score: English.score(plain))
        }
        .sorted { ($0.score, $1.shift) > ($1.score, $0.shift) }
    }

    /// Whether the best reading can be trusted: most of it is known words, or it is long enough for
    /// letter frequencies to tell.
    static func isConvincing(_ candidates: [Candidate]) -> Bool {
        guard candidates.count > 1 else { return false }
        let best = candidates[0]
        let letters = best.text.reduce(0) { $0 + ($1.isLetter ? 1 : 0) }
        let known = English.knownLetters(in: best.text)
        let lead = best.score - candidates[1].score
        return letters >= 2 && (known * 2 >= letters && lead > 0.05 || letters >= 15 && lead > 0.1)
    }
}
