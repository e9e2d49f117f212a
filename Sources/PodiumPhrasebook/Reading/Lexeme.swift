/// A piece of a sentence: a word, a number, a quoted text or a sign.
public struct Lexeme: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case word, number, quoted, sign }

    public var kind: Kind
    /// As it is written; a quoted text without its marks.
    public var text: String
    /// What it is compared by: a word in small letters, a sign in its plain form.
    public var key: String
    /// Whether it follows what stands before it without a space.
    public var isGlued: Bool

    func isSign(_ sign: String) -> Bool { kind == .sign && key == sign }
    func isWord(_ word: String) -> Bool { kind == .word && key == word }
}

extension Lexeme {
    /// Longer texts are not read.
    public static let byteLimit = 16_000

    /// The pieces of a text. Numbers may group their digits by commas: `1,234` is one, `1, 234` two.
    static func all(of text: String) -> [Lexeme] {
        var scanner = Scanner(scalars: Array(text.unicodeScalars))
        return scanner.all()
    }

    private struct Scanner {
        let scalars: [Unicode.Scalar]
        var place = 0

        mutating func all() -> [Lexeme] {
            var found: [Lexeme] = []
            found.reserveCapacity(scalars.count / 4)
            var isGlued = false
            while place < scalars.count {
                let scalar = scalars[place]
                if scalar.properties.isWhitespace {
                    place += 1
                    isGlued = false
                    continue
                }
                var lexeme = next(scalar, isGlued)
                lexeme.isGlued = isGlued && !found.isEmpty
                found.append(lexeme)
                isGlued = true
            }
            return found
        }

        private mutating func next(_ scalar: Unicode.Scalar, _ isGlued: Bool) -> Lexeme {
            if let quoted = quoted(scalar, isGlued) { return quoted }
            if isDigit(scalar) || scalar == "." && isDigit(at: place + 1) && !isGlued {
                return number()
            }
            if scalar.properties.isAlphabetic { return word() }
            place += 1
            let plain = Self.plainSigns[scalar] ?? String(scalar)
            // `**` is a power.
            if plain == "*", place < scalars.count, scalars[place] == "*" {
                place += 1
                return Lexeme(kind: .sign, text: "**", key: "^", isGlued: false)
            }
            return Lexeme(kind: .sign, text: String(scalar), key: plain, isGlued: false)
        }

        private mutating func word() -> Lexeme {
            let start = place
            while place < scalars.count, isWordPart(place) { place += 1 }
            var text = String(String.UnicodeScalarView(scalars[start..<place]))
            if text.contains("’") { text = text.replacing("’", with: "'") }
            return Lexeme(kind: .word, text: text, key: text.lowercased(), isGlued: false)
        }

        private func isWordPart(_ index: Int) -> Bool {
            let scalar = scalars[index]
            if scalar.properties.isAlphabetic || isDigit(scalar) { return true }
            // An apostrophe within a word: r's, what's.
            return (scalar == "'" || scalar == "’") && index + 1 < scalars.count
                && scalars[index + 1].properties.isAlphabetic
        }

        private mutating func number() -> Lexeme {
            let start = place
            // 0xff, 0b101 and 0o17 are one number.
            if scalars[place] == "0", place + 2 < scalars.count,
                "xXbBoO".unicodeScalars.contains(scalars[place + 1]),
                scalars[place + 2].properties.isASCIIHexDigit
            {
                place += 2
                while place < scalars.count, scalars[place].properties.isASCIIHexDigit {
                    place += 1
                }
            } else {
                digits()
                if place - start <= 3 { while isGroup(at: place) { place += 4 } }
                if place < scalars.count, scalars[place] == ".", isDigit(at: place + 1) {
                    place += 1
                    digits()
                }
            }
            // `1.000.000` and `127.0.0.1` are no numbers here, and no sentences either.
            let isNumber =
                !(place < scalars.count && scalars[place] == "." && isDigit(at: place + 1))
            while !isNumber, place < scalars.count, scalars[place] == "." || isDigit(at: place) {
                place += 1
            }
            let text = String(String.UnicodeScalarView(scalars[start..<place]))
            return Lexeme(kind: isNumber ? .number : .sign, text: text, key: text, isGlued: false)
        }

        private mutating func digits() {
            while isDigit(at: place) { place += 1 }
        }

        /// Whether a comma and exactly three digits stand here.
        private func isGroup(at index: Int) -> Bool {
            index < scalars.count && scalars[index] == "," && isDigit(at: index + 1)
                && isDigit(at: index + 2) && isDigit(at: index + 3) && !isDigit(at: index + 4)
        }

        private mutating func quoted(_ scalar: Unicode.Scalar, _ isGlued: Bool) -> Lexeme? {
            guard let closing = Self.quotes[scalar], scalar != "'" || !isGlued else { return nil }
            var end = place + 1
            while end < scalars.count,
                !closing.contains(scalars[end]) || scalar == "'" && isWordPart(end)
            {
                end += 1
            }
            guard end < scalars.count else { return nil }
            let text = String(String.UnicodeScalarView(scalars[(place + 1)..<end]))
            place = end + 1
            return Lexeme(kind: .quoted, text: text, key: text, isGlued: false)
        }

        private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
        private func isDigit(at index: Int) -> Bool {
            index < scalars.count && isDigit(scalars[index])
        }

        private static let quotes: [Unicode.Scalar: [Unicode.Scalar]] = [
            "\"": ["\"", "”"], "“": ["”", "\""], "«": ["»"], "'": ["'"], "‘": ["’"],
        ]
        private static let plainSigns: [Unicode.Scalar: String] = [
            "×": "*", "·": "*", "∙": "*", "÷": "/", "−": "-", "–": "-", "‑": "-", "→": "->",
        ]
    }
}
