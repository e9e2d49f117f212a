/// A piece of a question. Phrases that have become steps are replaced by references to them.
struct Element: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case word, number, symbol
        /// A text between quotation marks, or a run of Morse code.
        case quoted
        case result(DraftStep.Reference)
    }

    var kind: Kind
    var text: String
    /// Lowercased, for comparison with keywords; empty for quoted texts and results.
    var key: String
    /// The white space before it.
    var space: String
    /// A quoted text or result that a step has taken in already.
    var isUsed = false

    func isWord(_ words: Set<String>) -> Bool { kind == .word && words.contains(key) }
    func isSymbol(_ symbols: String) -> Bool { kind == .symbol && symbols.contains(text) }

    var reference: DraftStep.Reference? {
        if case .result(let reference) = kind { reference } else { nil }
    }

    /// Whether it can be what an operation is done on.
    var isOperand: Bool { kind == .quoted || reference != nil }

    static func result(of step: Int, space: String) -> Element {
        Element(
            kind: .result(DraftStep.Reference(step: step)),
            text: "",
            key: "",
            space: space
        )
    }
}

/// Takes a question apart.
struct ElementReader {
    /// Longer questions are not read: they are none of the forms that are recognised here.
    static let byteLimit = 6_000

    private let characters: [Character]
    private var position = 0
    /// Closing marks that no longer occur: each is looked for to the end of the text only once.
    private var absentMarks: Set<Character> = []

    private init(_ text: String) {
        characters = Array(text)
    }

    static func elements(of text: String) -> [Element]? {
        guard text.utf8.count <= byteLimit else { return nil }
        var reader = ElementReader(text)
        return reader.run()
    }

    private mutating func run() -> [Element] {
        var elements: [Element] = []
        while position < characters.count {
            var space = ""
            while let character = next(0), character.isWhitespace {
                space.append(character)
                position += 1
            }
            guard let character = next(0) else { break }
            var element = Element(kind: .symbol, text: "", key: "", space: space)
            if let quoted = readQuoted(isFree: !space.isEmpty || elements.isEmpty) {
                element.kind = .quoted
                element.text = quoted
            } else if !space.isEmpty || elements.isEmpty, let morse = readMorse() {
                element.kind = .quoted
                element.text = morse
            } else {
                let start = position
                element.kind = readPlain(character)
                element.text = String(characters[start..<position])
                element.key = element.text.lowercased().replacing("’", with: "'")
            }
            elements.append(element)
        }
        return elements
    }

    private mutating func readPlain(_ character: Character) -> Element.Kind {
        if character.isASCII, character.isNumber {
            while let digit = next(0),
                digit.isNumber || ".,".contains(digit) && next(1)?.isNumber == true
            {
                position += 1
            }
            return .number
        }
        guard character.isLetter else {
            position += 1
            return .symbol
        }
        while let letter = next(0),
            letter.isLetter || letter.isNumber
                || "'’".contains(letter) && next(1)?.isLetter == true
        {
            position += 1
        }
        return .word
    }

    /// Dots and dashes in groups: at least two groups, or one of three signs, so that neither a
    /// minus sign nor an ellipsis is taken for code.
    private mutating func readMorse() -> String? {
        var end = position
        var groups: [String] = [""]
        while end < characters.count {
            let character = characters[end]
            if ".-–—•·−_…".contains(character) {
                groups[groups.count - 1].append(character)
            } else if character == " " || "/|".contains(character) {
                if groups.last?.isEmpty == false { groups.append("") }
            } else {
                break
            }
            end += 1
        }
        let signs = groups.joined()
        let isCode =
            groups.filter { !$0.isEmpty }.count > 1 && signs.count > 3
            || signs.count > 2 && Set(signs).count > 1
        guard isCode else { return nil }
        while end > position, characters[end - 1].isWhitespace { end -= 1 }
        defer { position = end }
        return String(characters[position..<end])
    }

    private mutating func readQuoted(isFree: Bool) -> String? {
        let closing: Character
        switch characters[position] {
        case "\"": closing = "\""
        case "“", "„": closing = "”"
        case "«": closing = "»"
        case "`": closing = "`"
        case "‘": closing = "’"
        case "'" where isFree || characters[position - 1] == "(": closing = "'"
        default: return nil
        }
        guard !absentMarks.contains(closing) else { return nil }
        var end = position + 1
        while end < characters.count {
            let isInWord =
                "'’".contains(closing) && end + 1 < characters.count
                && characters[end + 1].isLetter
            if characters[end] == closing, !isInWord { break }
            end += 1
        }
        guard end < characters.count else {
            absentMarks.insert(closing)
            return nil
        }
        guard end > position + 1 else { return nil }
        defer { position = end + 1 }
        return String(characters[position + 1..<end])
    }

    private func next(_ offset: Int) -> Character? {
        let index = position + offset
        return index < characters.count ? characters[index] : nil
    }
}
