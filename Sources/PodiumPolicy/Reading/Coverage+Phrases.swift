/// Phrases that point into a text, restrict it, or ask anew, and that workers pass over.
extension Coverage {
    /// What of such phrases no subtask says.
    func overlooked(in elements: [Element]) -> [String] {
        elements.indices.filter { index in
            losesPlace(index, in: elements) || losesNeighbour(index, in: elements)
                || losesFilter(index, in: elements) || losesCase(index, in: elements)
                || losesDemand(index, in: elements) || pointsAtItself(index, in: elements)
                || losesOperand(index, in: elements) || Self.isDateInRoman(index, in: elements)
        }
        .map { elements[$0].text }
    }

    /// Whether a word that matters is gone. Workers that take the whole question are told apart by
    /// what they are good at: the one for letters reads one demand only.
    private func loses(_ key: String) -> Bool {
        wholeSkills.isEmpty ? !keys.contains(key) : wholeSkills.contains(.language)
    }

    // MARK: Places

    /// "The second to last", "the first and the last", "… and take the last".
    private func losesPlace(_ index: Int, in elements: [Element]) -> Bool {
        guard elements[index].isWord(Self.ordinals.union(["next"])) else { return false }
        let rest = elements[(index + 1)...].drop { $0.isSymbol("-") }
        if rest.first?.isWord(["to"]) == true {
            let target = rest.dropFirst().drop { $0.isSymbol("-") || $0.isWord(["the"]) }
            return target.first?.isWord(["last"]) == true
                && (!wholeSkills.isEmpty && loses("to")
                    || !texts.contains { $0.contains("to last") || $0.contains("to-last") })
        }
        guard !ranksResult(index, in: elements), !elements[index].isWord(["next"]) else {
            return false
        }
        if rest.first?.isWord(["and"]) == true {
            let other = rest.dropFirst().drop { $0.isWord(["the"]) }.first
            if other?.isWord(Self.ordinals) == true {
                return loses(elements[index].key) || loses(other?.key ?? "")
            }
        }
        let isNoun = index > 0 && elements[index - 1].isWord(["the"])
        let isEnd = rest.first.map { $0.kind == .symbol || $0.isWord(["one"]) } ?? true
        return isNoun && isEnd && loses(elements[index].key)
    }

    /// "After the third letter", "before the last", "comes after it".
    private func losesNeighbour(_ index: Int, in elements: [Element]) -> Bool {
        guard elements[index].isWord(["after", "before", "following", "preceding"]) else {
            return false
        }
        let rest = elements[(index + 1)...].drop { $0.isWord(["the"]) }
        guard let target = rest.first else { return false }
        if target.isWord(["next"]) { return loses("after") || wholeSkills.contains(.algebra) }
        let following = rest.dropFirst().first
        let isPronoun =
            target.isWord(["it", "that", "this", "them"])
            && (following.map { $0.kind != .word || $0.isWord(["and", "in"]) } ?? true)
        return (isPronoun || target.isWord(Self.ordinals)) && loses(elements[index].key)
    }

    // MARK: Restrictions

    /// "Words that start with t", "words that contain an a".
    private func losesFilter(_ index: Int, in elements: [Element]) -> Bool {
        guard elements.contains(where: { $0.isWord(["word", "words", "letters"]) }),
            index + 1 < elements.count
        else { return false }
        let bounds: Set<String> = [
            "start", "starts", "starting", "begin", "begins", "beginning", "end", "ends", "ending",
        ]
        if elements[index].isWord(bounds) {
            return elements[index + 1].isWord(["with", "in", "on"]) && loses(elements[index].key)
        }
        let holds: Set<String> = ["contain", "contains", "containing", "have", "having", "with"]
        guard elements[index].isWord(holds) else { return false }
        let rest = elements[(index + 1)...].drop { $0.isWord(["a", "an", "the", "letter"]) }
        let letter = rest.first ?? elements[index + 1]
        let isLetter =
            letter.key.count == 1 && letter.kind == .word
            || letter.kind == .quoted && letter.text.count == 1
        let isBare = rest.isEmpty && elements[index + 1].key != "the"
        return (isLetter || isBare) && loses(elements[index].key)
    }

    /// `in upper case`
    private func losesCase(_ index: Int, in elements: [Element]) -> Bool {
        guard elements[index].isWord(["case"]), index > 0,
            elements[index - 1].isWord(["upper", "lower"])
        else { return false }
        return wholeSkills.isEmpty && !keys.contains("case")
    }

    private static func isDateInRoman(_ index: Int, in elements: [Element]) -> Bool {
        guard elements[index].isWord(["roman"]), !elements.contains(where: { $0.isWord(["many"]) })
        else { return false }
        return elements.indices.dropLast().contains {
            elements[$0].isWord(["what", "which"])
                && elements[$0 + 1].isWord(["date", "day", "weekday"])
        }
    }

    // MARK: Further demands

    /// A second count, or a question about what was counted.
    private func losesDemand(_ index: Int, in elements: [Element]) -> Bool {
        guard index > 0 else { return false }
        if elements[index].isWord(["many", "often"]), elements[index - 1].isWord(["how"]) {
            let asked = elements[...index].count { $0.isWord(["many", "often"]) }
            guard asked > 1 else { return false }
            if !wholeSkills.isEmpty { return wholeSkills.contains(.language) }
            let told = ["count", "many", "often", "long", "number"]
            return asked > told.reduce(0) { $0 + (counts[$1] ?? 0) }
        }
        guard
            elements[index - 1].isWord(["and", "then", "also"])
                || elements[index - 1].isSymbol(",;")
        else { return false }
        if elements[index].isWord(["which", "where", "who"]), index + 1 < elements.count {
            return elements[index + 1].isWord(["are", "is", "ones", "letters", "one", "of"])
                && loses(elements[index].key)
        }
        return wholeSkills.contains(.language) && QuestionParts.asks(elements[index])
            && elements[..<index].contains { $0.isWord(Self.countables) }
            && elements[..<index].contains { $0.kind == .quoted }
            && elements[index...].contains { $0.isWord(Self.countables) }
    }

    private static let countables: Set<String> = [
        "letters", "words", "vowels", "consonants", "characters",
    ]

    // MARK: Texts

    /// "In this question": a text that nobody quoted.
    private func pointsAtItself(_ index: Int, in elements: [Element]) -> Bool {
        let nouns: Set<String> = ["question", "answer", "sentence", "prompt", "request", "reply"]
        guard index > 1, elements[index].isWord(nouns),
            elements[index - 1].isWord(["this", "your", "the", "that", "my"]),
            elements[index - 2].isWord(["in", "of"]),
            !elements.contains(where: { $0.kind == .quoted })
        else { return false }
        if !wholeSkills.isEmpty { return wholeSkills.contains(.language) }
        return texts.contains { $0.contains("\"\(elements[index].text)\"") }
    }

    /// "In cat and dog", of which a step has the first only.
    private func losesOperand(_ index: Int, in elements: [Element]) -> Bool {
        guard index > 1, elements[index].kind == .word, !keys.contains(elements[index].key),
            elements[index - 1].isWord(["and", "or"]) || elements[index - 1].isSymbol(","),
            !QuestionParts.asks(elements[index]), !elements[index].isWord(["please", "then"])
        else { return false }
        let next: Element? = index + 1 < elements.count ? elements[index + 1] : nil
        guard next.map({ $0.kind == .symbol || $0.isWord(["and", "or"]) }) ?? true else {
            return false
        }
        let before = elements[index - 2]
        return before.kind == .word && texts.contains { $0.contains("\"\(before.text)\"") }
    }

    /// "Divide the first by the second", of results that a computation names.
    func ranksResult(_ index: Int, in elements: [Element]) -> Bool {
        let nouns: Set<String> = ["letter", "letters", "word", "words", "digit", "term", "vowel"]
        return namesResults && index > 0 && elements[index - 1].isWord(["the"])
            && (index + 1 >= elements.count || !elements[index + 1].isWord(nouns))
    }

    // MARK: Holes

    /// Words of the question whose place in a subtask is empty: "divide the by the".
    func holes(in elements: [Element]) -> [String] {
        guard wholeSkills.isEmpty, texts.contains(where: Self.hasHole) else { return [] }
        let lost = elements.indices.dropFirst().filter {
            elements[$0].kind == .word && elements[$0 - 1].isWord(["the", "an"])
                && !keys.contains(elements[$0].key)
        }
        .map { elements[$0].text }
        return lost.isEmpty ? ["the"] : lost
    }

    static func hasHole(_ text: String) -> Bool {
        let elements = ElementReader.elements(of: text) ?? []
        let joints: Set<String> = [
            "by", "from", "in", "of", "and", "or", "minus", "plus", "times", "to", "with", "than",
            "into", "at", "on", "for", "is", "then", "the",
        ]
        let open: Set<String> = [
            "of", "from", "than", "minus", "plus", "times", "the",
        ]
        return elements.indices.contains { index in
            let next: Element? = index + 1 < elements.count ? elements[index + 1] : nil
            let isEnd = next.map { $0.isSymbol(".?!,;") } ?? true
            if elements[index].isWord(open), isEnd { return true }
            if elements[index].isWord(ordinals), next?.isWord(["to"]) == true {
                return index + 2 >= elements.count || !elements[index + 2].isWord(["last"])
            }
            return elements[index].isWord(["the", "an"]) && next?.isWord(joints) == true
        }
    }
}
