/// A piece of an instruction: a word, a number, a symbol or a quoted text.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case word, number, symbol
        /// A text between quotation marks; `text` is what stands between them.
        case quoted
    }

    var kind: Kind
    /// As it was written.
    var text: String
    /// Lowercased, for comparison with keywords.
    var key: String
    var followsSpace: Bool
    /// Where it starts and ends in the characters that were read.
    var range: Range<Int>

    func isWord(_ words: Set<String>) -> Bool { kind == .word && words.contains(key) }
    func isSymbol(_ symbols: String) -> Bool { kind == .symbol && symbols.contains(text) }
}

/// An instruction taken apart into tokens, with its characters kept for raw spans.
struct Tokens: Sendable {
    /// The longest text that a specialist reads, in UTF-8 bytes. It bounds every later effort.
    static let byteLimit = 8_000

    /// Whether a text can be read as a whole. What cannot is declined: the answer to a part of a
    /// question would be wrong.
    static func fit(_ text: String) -> Bool { text.utf8.count <= byteLimit }

    let characters: [Character]
    let all: [Token]

    init(_ text: String) {
        var tokenizer = Tokenizer(characters: Array(text.prefix(Self.byteLimit)))
        all = tokenizer.run()
        characters = tokenizer.characters
    }

    /// The text from where token `first` starts to the end.
    func raw(from position: Int) -> String {
        String(characters[min(position, characters.count)...])
    }

    func raw(_ range: Range<Int>) -> String {
        String(characters[range.clamped(to: 0..<characters.count)])
    }
}

private struct Tokenizer {
    let characters: [Character]
    private var position = 0
    private var tokens: [Token] = []
    /// Closing marks that no longer occur: each is looked for to the end of the text only once.
    private var absentMarks: Set<Character> = []

    init(characters: [Character]) {
        self.characters = characters
    }

    mutating func run() -> [Token] {
        var followsSpace = true
        while position < characters.count {
            let character = characters[position]
            if character.isWhitespace {
                followsSpace = true
                position += 1
                continue
            }
            if !readQuoted(followsSpace) {
                let start = position
                let kind = readPlain(character)
                add(kind, start..<position, followsSpace)
            }
            followsSpace = false
        }
        return tokens
    }

    private mutating func add(_ kind: Token.Kind, _ range: Range<Int>, _ followsSpace: Bool) {
        let text = String(characters[range])
        tokens.append(
            Token(
                kind: kind,
                text: text,
                key: text.lowercased().replacing("’", with: "'"),
                followsSpace: followsSpace,
                range: range
            )
        )
    }

    /// Reads a word, a number or one symbol, and says which.
    private mutating func readPlain(_ character: Character) -> Token.Kind {
        let isFraction = character == "." && next(1)?.isDecimalDigit == true
        if character.isDecimalDigit || isFraction { return readNumber() }
        guard character.isLetter else {
            position += 1
            return .symbol
        }
        while let letter = next(0) {
            let isApostrophe = "'’".contains(letter) && next(1)?.isLetter == true
            guard letter.isLetter || letter.isDecimalDigit || isApostrophe else { break }
            position += 1
        }
        return .word
    }

    private mutating func readNumber() -> Token.Kind {
        if characters[position] == "0", let mark = next(1), "xXbBoO".contains(mark),
            next(2)?.isHexDigit == true
        {
            position += 2
            while let digit = next(0), digit.isHexDigit { position += 1 }
            return .number
        }
        skipDigits()
        while next(0) == ",", (1...3).allSatisfy({ next($0)?.isDecimalDigit == true }),
            next(4)?.isDecimalDigit != true
        {
            position += 4
        }
        if next(0) == ".", next(1)?.isDecimalDigit == true {
            position += 1
            skipDigits()
        }
        // "3rd" and "7th" are words; "5km" is a number and a unit.
        let suffix = String(characters[position..<min(position + 2, characters.count)])
        if ["st", "nd", "rd", "th"].contains(suffix.lowercased()), next(2)?.isLetter != true {
            position += 2
            return .word
        }
        return .number
    }

    private mutating func skipDigits() {
        while next(0)?.isDecimalDigit == true { position += 1 }
    }

    private func next(_ offset: Int) -> Character? {
        let index = position + offset
        return index < characters.count ? characters[index] : nil
    }

    /// Reads a quoted text if one starts here.
    private mutating func readQuoted(_ followsSpace: Bool) -> Bool {
        let closing: Character
        switch characters[position] {
        case "\"": closing = "\""
        case "“", "„": closing = "”"
        case "«": closing = "»"
        case "`": closing = "`"
        case "‘": closing = "’"
        case "'" where followsSpace || position == 0 || characters[position - 1] == "(":
            closing = "'"
        default: return false
        }
        guard !absentMarks.contains(closing) else { return false }
        var end = position + 1
        while end < characters.count {
            let isEnd = characters[end] == closing
            // An apostrophe inside a word does not end a text in single quotes.
            let isInWord =
                "'’".contains(closing) && end + 1 < characters.count
                && characters[end + 1].isLetter
            if isEnd && !isInWord { break }
            end += 1
        }
        guard end < characters.count else {
            absentMarks.insert(closing)
            return false
        }
        guard end > position + 1 else { return false }
        tokens.append(
            Token(
                kind: .quoted,
                text: String(characters[position + 1..<end]),
                key: "",
                followsSpace: followsSpace,
                range: position..<end + 1
            )
        )
        position = end + 1
        return true
    }
}

extension Character {
    /// One of 0…9 and nothing else: no superscripts, no digits of other scripts.
    var isDecimalDigit: Bool { ("0"..."9").contains(self) }
}
