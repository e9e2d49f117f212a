/// An answer taken apart: words in small letters, numbers, signs.
struct AnswerText {
    enum Token: Hashable {
        case word(String)
        /// As it stands, for `05` in a date, and its value.
        case number(String, Fraction)
        case sign(Character)
    }

    let tokens: [Token]

    init(_ text: String) {
        var reader = Reader(text)
        tokens = reader.run()
    }

    var words: [String] {
        tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
    }

    /// Numbers without their signs.
    var digits: [String] {
        tokens.compactMap { if case .number(let text, _) = $0 { text } else { nil } }
    }

    /// In small letters, without quotation marks, a final full stop and doubled spaces.
    static func folded(_ text: String) -> String {
        var words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")[
            ...
        ]
        while let first = words.first, "\"'“‘`*".contains(first) { words.removeFirst() }
        while let last = words.last, "\"'”’`*.".contains(last), words.count > 1 {
            // Morse code ends in its own full stops.
            if last == ".", words.dropLast().last.map({ ".- ".contains($0) }) == true { break }
            words.removeLast()
        }
        return String(words)
    }

    private struct Reader {
        let characters: [Character]
        var position = 0

        init(_ text: String) {
            characters = Array(text.lowercased())
        }

        mutating func run() -> [Token] {
            var tokens: [Token] = []
            while position < characters.count {
                let character = characters[position]
                if character.isASCII, character.isNumber {
                    tokens.append(number())
                } else if character.isLetter {
                    let start = position
                    while position < characters.count,
                        characters[position].isLetter || characters[position].isNumber
                    {
                        position += 1
                    }
                    tokens.append(.word(String(characters[start..<position])))
                } else {
                    position += 1
                    if !character.isWhitespace {
                        tokens.append(.sign(["−": "-", "–": "-"][character] ?? character))
                    }
                }
            }
            return tokens
        }

        private mutating func number() -> Token {
            var text = ""
            var decimals: Int?
            while position < characters.count {
                let character = characters[position]
                if character.isASCII, character.isNumber {
                    text.append(character)
                    decimals = decimals.map { $0 + 1 }
                } else if character == ".", decimals == nil, isDigit(1) {
                    decimals = 0
                } else if character == ",", decimals == nil, !text.isEmpty, isDigit(1), isDigit(2),
                    isDigit(3), !isDigit(4)
                {
                    // 1,234 is one number.
                } else {
                    break
                }
                position += 1
            }
            guard let value = Int(text), text.count <= 18, (decimals ?? 0) <= 9 else {
                // Too long to be an answer of the gym; the sign makes sure that it is none.
                return .sign("#")
            }
            var scale = 1
            for _ in 0..<(decimals ?? 0) { scale *= 10 }
            return .number(text, Fraction(value, over: scale) ?? Fraction(value))
        }

        private func isDigit(_ offset: Int) -> Bool {
            let index = position + offset
            return index < characters.count && characters[index].isASCII
                && characters[index].isNumber
        }
    }
}
