/// Holds a draft against the question it was made from: every number, text, operator and demand of
/// the question must stand in a subtask, or it was left unread.
///
/// It goes by the question as it was written and the subtasks as they will be read, and knows nothing
/// of how the one became the other, so that whatever a form of question drops on its way shows here.
struct Coverage {
    private(set) var keys: Set<String> = []
    private(set) var counts: [String: Int] = [:]
    private(set) var texts: [String] = []
    /// The skills of the steps that are handed the question as it stands.
    private(set) var wholeSkills: Set<Skill> = []
    /// Whether a computation takes in several results.
    private(set) var namesResults = false

    init(steps: some Sequence<DraftStep>) {
        for step in steps {
            if step.isWhole { wholeSkills.insert(step.skill) }
            if step.skill == .arithmetic, step.namesSeveralResults { namesResults = true }
            let text = step.subtask.map { piece in
                if case .text(let text) = piece { text } else { " result " }
            }
            .joined()
            texts.append(text)
            for element in ElementReader.elements(of: text) ?? [] { take(element) }
        }
    }

    private mutating func take(_ element: Element) {
        if element.kind == .quoted {
            for inner in ElementReader.elements(of: element.text) ?? [] where inner.kind != .quoted
            {
                take(inner)
            }
            return
        }
        let key = Self.key(of: element)
        keys.insert(key)
        counts[key, default: 0] += 1
    }

    /// What of the question no subtask accounts for, in its own words.
    func unread(of elements: [Element]) -> [String] {
        var words = unreadWords(of: elements)
        for word in overlooked(in: elements) + holes(in: elements) where !words.contains(word) {
            words.append(word)
        }
        return words
    }

    private func unreadWords(of elements: [Element]) -> [String] {
        if let skill = wholeSkills.first {
            if skill == .language, let second = Self.secondOperation(in: elements) {
                return [second]
            }
            return elements.indices.filter { isForeign($0, in: elements, to: skill) }
                .map { elements[$0].text }
        }
        var seen: [String: Int] = [:]
        return elements.indices.filter { index in
            let key = Self.key(of: elements[index])
            seen[key, default: 0] += 1
            return !isRead(index, in: elements, occurrence: seen[key] ?? 1)
        }
        .map { elements[$0].text }
    }

    // MARK: Handed over whole

    /// Whether a worker of this skill cannot have been meant.
    private func isForeign(_ index: Int, in elements: [Element], to skill: Skill) -> Bool {
        let element = elements[index]
        if Self.isDoubled(index, in: elements) || Self.isChoice(index, in: elements) { return true }
        if element.isSymbol("=") { return [.calendar, .language].contains(skill) }
        guard element.kind == .word, !Self.isManner(index, in: elements) else { return false }
        return Demand.all.contains { $0.cues.contains(element.key) && !$0.skills.contains(skill) }
    }

    // MARK: Taken apart

    private func isRead(_ index: Int, in elements: [Element], occurrence: Int) -> Bool {
        let element = elements[index]
        switch element.kind {
        case .result: return true
        case .quoted:
            return texts.contains { $0.contains(element.text) } || keys.contains(element.text)
        case .number: return (counts[Self.key(of: element)] ?? 0) >= occurrence
        case .symbol:
            return !Self.operates(index, in: elements)
                || (counts[element.text] ?? 0) >= occurrence
        case .word: return isReadWord(index, in: elements)
        }
    }

    private func isReadWord(_ index: Int, in elements: [Element]) -> Bool {
        let element = elements[index]
        let key = element.key
        if Self.isSecondForm(index, in: elements), !keys.contains("english") { return false }
        if Self.bounds(index, in: elements) || Self.isCondition(index, in: elements) {
            return keys.contains(key)
        }
        if let letter = Self.pluralLetter(element) { return keys.contains(letter) }
        if keys.contains(key) || Self.isManner(index, in: elements) { return true }
        if key != "one", Vocabulary.numberWords.contains(key) {
            return Self.countsThings(index, in: elements)
        }
        if Self.ordinals.contains(key) {
            return !Self.picks(index, in: elements) || ranksResult(index, in: elements)
        }
        if Vocabulary.isRoman(element.text), element.text != "I" {
            return element.text.count == 1 && !elements.contains { isLongNumeral($0) }
        }
        return Demand.all.allSatisfy { demand in
            !demand.cues.contains(key) || !keys.isDisjoint(with: demand.cues.union(demand.stands))
        }
    }

    private func isLongNumeral(_ element: Element) -> Bool {
        element.kind == .word && element.text.count > 1 && Vocabulary.isRoman(element.text)
    }

    // MARK: Words

    /// Whether a sign stands between two values, and is not just named: "using +, - and *".
    private static func operates(_ index: Int, in elements: [Element]) -> Bool {
        let isValue = { (place: Int) in
            guard elements.indices.contains(place) else { return false }
            let element = elements[place]
            return element.kind == .number || element.isSymbol("()") || element.reference != nil
                || element.kind == .word && element.key.count == 1
        }
        switch elements[index].text {
        case "%": return isValue(index - 1)
        case "√": return isValue(index + 1)
        case "+", "*", "×", "÷", "^", "=", "/": return isValue(index - 1) && isValue(index + 1)
        default: return false
        }
    }

    private static func key(of element: Element) -> String {
        element.kind == .number ? element.text.filter { $0 != "," } : element.key
    }

    /// `r` for "r's" and "rs".
    private static func pluralLetter(_ element: Element) -> String? {
        guard element.key.count == 3, element.key.hasSuffix("'s"), let first = element.key.first,
            !["it's", "i's"].contains(element.key)
        else { return nil }
        return String(first)
    }

    /// "Two messages", "both numbers": how many there are, which the texts themselves show.
    private static func countsThings(_ index: Int, in elements: [Element]) -> Bool {
        elements[(index + 1)...].prefix(3).contains { $0.isWord(things) }
    }

    private static let things: Set<String> = [
        "numbers", "messages", "texts", "codes", "numerals", "results", "values", "agents",
        "signals", "ciphertexts", "counts", "friends", "people", "words", "unknowns", "dates",
        "variables", "islanders", "inhabitants", "equations",
    ]

    static let ordinals: Set<String> = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "last", "middle",
    ]

    /// "The sum and the product": two demands of which a worker may see the second only.
    private static func isDoubled(_ index: Int, in elements: [Element]) -> Bool {
        let nouns: Set<String> = [
            "sum", "product", "difference", "quotient", "vowels", "consonants", "weekday", "date",
            "square", "cube",
        ]
        guard elements[index].isWord(nouns), index + 2 < elements.count,
            elements[index + 1].isWord(["and"])
        else { return false }
        let rest = elements[(index + 2)...].drop { $0.isWord(["the", "how", "many"]) }
        return rest.first?.isWord(nouns) == true
    }

    /// The second of two operations on letters: "spell 12 in words and count the letters".
    private static func secondOperation(in elements: [Element]) -> String? {
        let operations: Set<String> = [
            "count", "reverse", "backwards", "sort", "spell", "decode", "encode",
        ]
        let found = elements.indices.filter {
            elements[$0].isWord(operations)
                && !($0 + 1 < elements.count && elements[$0 + 1].isWord(["alphabetical"]))
                || elements[$0].isWord(["words"]) && $0 > 0 && elements[$0 - 1].isWord(["in"])
                || elements[$0].isWord(["case"]) && $0 > 0
                    && elements[$0 - 1].isWord(["upper", "lower"])
        }
        let isSpelling = found.prefix(2).map { elements[$0].key } == ["spell", "words"]
        let others = isSpelling ? Array(found.dropFirst()) : found
        return others.count > 1 ? elements[others[1]].text : nil
    }

    /// `"stone" or "horse"`
    private static func isChoice(_ index: Int, in elements: [Element]) -> Bool {
        elements[index].isWord(["or"]) && index > 0 && index + 1 < elements.count
            && elements[index - 1].kind == .quoted && elements[index + 1].kind == .quoted
    }

    /// "… if spaces are counted", but not "tell me if", "if you reverse", or at the start.
    private static func isCondition(_ index: Int, in elements: [Element]) -> Bool {
        guard elements[index].isWord(["if"]), index > 0, index + 1 < elements.count else {
            return false
        }
        let asks: Set<String> = [
            "tell", "me", "us", "say", "determine", "check", "decide", "state", "see", "find",
            "out", "know", "get", "and", "then", "also",
        ]
        let before = elements[index - 1]
        return before.kind != .symbol && !before.isWord(asks)
            && !elements[index + 1].isWord(["you", "we", "i", "one"])
    }

    /// `in words`
    private static func isSecondForm(_ index: Int, in elements: [Element]) -> Bool {
        guard index > 0, elements[index].isWord(["words"]), elements[index - 1].isWord(["in"])
        else { return false }
        return index + 1 == elements.count || elements[index + 1].kind == .symbol
    }

    /// `after the n`: only a part of a text is meant.
    private static func bounds(_ index: Int, in elements: [Element]) -> Bool {
        guard elements[index].isWord(["after", "before", "until", "between"]) else { return false }
        let rest = elements[(index + 1)...].prefix(3)
            .drop { $0.isWord(["the", "first", "last", "letter"]) }
        return rest.first.map {
            $0.kind == .word && $0.key.count == 1 && !Vocabulary.isRoman($0.text)
        } == true
    }

    /// "The first letter", but not "first decode".
    private static func picks(_ index: Int, in elements: [Element]) -> Bool {
        let nouns: Set<String> = [
            "letter", "letters", "word", "words", "digit", "digits", "term", "terms", "vowel",
            "vowels", "consonant", "character", "characters", "prime", "primes", "half", "two",
            "three", "four", "one", "of", "minus", "plus", "times",
        ]
        return index + 1 < elements.count && elements[index + 1].isWord(nouns)
    }

    /// Words that say how to answer, or what is not told, and restrict nothing.
    private static func isManner(_ index: Int, in elements: [Element]) -> Bool {
        let next: Element? = index + 1 < elements.count ? elements[index + 1] : nil
        switch elements[index].key {
        case "not", "isn't":
            return next?.isWord(["given", "known", "told", "stated", "sure", "certain"]) == true
        case "working": return index > 0 && elements[index - 1].isWord(["your", "the", "show"])
        case "least", "most": return index == 0 || !elements[index - 1].isWord(["at"])
        case "round": return next?.isWord(["table"]) == true
        case "leave", "leaving": return next?.isWord(["out", "off", "away"]) != true
        case "same": return next?.isWord(["shift", "key", "way", "code"]) == true
        case "every": return next?.isWord(["letter", "step"]) == true
        default: return false
        }
    }
}

extension DraftStep {
    /// Whether its worker is handed the question as it stands.
    var isWhole: Bool {
        subtask.count == 1 && subtask.first == .text("Answer the question.")
    }

    var namesSeveralResults: Bool {
        let references = subtask.compactMap { piece in
            if case .result(let reference) = piece { reference } else { nil }
        }
        return Set(references).count > 1
    }

    /// The question handed over as it stands.
    static func whole(_ skill: Skill) -> DraftStep {
        DraftStep(skill: skill, verb: "answer", subtask: [.text("Answer the question.")])
    }
}
