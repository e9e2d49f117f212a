/// Phrases about the letters and words of a text: counting, reversing, sorting, picking.
extension QuestionReader {
    /// Turns such phrases into steps, innermost first, until none is left.
    mutating func takeLetterPhrases() {
        var rounds = 0
        while rounds < 12, takeLetterPhrase() { rounds += 1 }
    }

    private mutating func takeLetterPhrase() -> Bool {
        spreadCounts()
        headSecondCount()
        for index in elements.indices {
            if let phrase = countPhrase(at: index) ?? reversePhrase(at: index) ?? sortPhrase(
                at: index
            )
                ?? pickPhrase(at: index) ?? suffixPhrase(at: index) ?? palindromePhrase(at: index)
            {
                take(phrase)
                return true
            }
        }
        return false
    }

    /// A phrase and the step it becomes.
    struct Phrase {
        var range: Range<Int>
        var operand: Operand
        var verb: String
        var finding: String
        /// The subtask up to the operand, and after it.
        var head: String
        var tail = "."
    }

    private mutating func take(_ phrase: Phrase) {
        let pieces = [.text(phrase.head + " ")] + Self.pieces(phrase.operand) + [.text(phrase.tail)]
        use(phrase.operand)
        let reference = add(
            DraftStep(skill: .language, verb: phrase.verb, subtask: pieces),
            finding: phrase.finding,
            source: phrase.operand
        )
        replace(phrase.range, by: reference)
    }

    // MARK: Operands

    /// The operand at or shortly after `start`: a quoted text, a result, a pronoun for one, or a
    /// bare word where a noun such as "word" announces it.
    func operand(from start: Int, allowsBareWord: Bool = false) -> (
        operand: Operand, end: Int
    )? {
        var index = start
        var announces = allowsBareWord
        while index < elements.count {
            let element = elements[index]
            if element.kind == .quoted { return (.text(element.text), index + 1) }
            if let reference = element.reference { return (.result(reference), index + 1) }
            if element.isWord(["it", "its", "that", "result"]) {
                return antecedent(before: start).map { ($0, index + 1) }
            }
            if element.isWord(["word", "name", "string"]) {
                announces = true
            } else if element.isWord(["of"]) {
                // "The decoded text of …"
                let names = index > start && elements[index - 1].isWord(Self.texts)
                guard announces || names else { break }
            } else if !element.isWord(Self.articles) {
                break
            }
            index += 1
        }
        guard announces, index < elements.count, elements[index].kind == .word,
            !elements[index].isWord(Self.notText)
        else { return nil }
        return (.text(elements[index].text), index + 1)
    }

    private static let articles: Set<String> = [
        "the", "a", "words", "sentence", "phrase", "text", "message", "decoded", "resulting",
        "reversed",
        "sorted", "this",
    ]
    private static let texts: Set<String> = ["text", "message", "form", "version", "plaintext"]
    private static let notText: Set<String> = [
        "you", "that", "which", "one", "obtained", "is", "are", "the", "in", "of", "and", "english",
        "we", "it", "this", "above", "does", "do", "alphabet", "world", "there", "each", "first",
        "second", "third", "last",
    ]

    /// What a pronoun stands for: the nearest text or result before it. A number has no letters, so
    /// that "it" after a count means what was counted in.
    func antecedent(before index: Int) -> Operand? {
        guard let nearest = elements[..<index].lastIndex(where: { $0.isOperand }) else {
            return nil
        }
        guard let reference = elements[nearest].reference else {
            return .text(elements[nearest].text)
        }
        if draft.steps[reference.step].verb == "count", let source = sources[reference.step] {
            return source
        }
        // The letters of a numeral are not those of the number that it became.
        guard draft.steps[reference.step].verb != "convert" else { return nil }
        return .result(reference)
    }

    // MARK: Order

    private func reversePhrase(at start: Int) -> Phrase? {
        var index = start
        skipResultClause(&index)
        if word(index) == "the", word(index + 1) == "reverse", word(index + 2) == "of" {
            index += 2
        } else if let key = word(index), ["reverse", "reversing", "reversed"].contains(key) {
            index += 1
        } else {
            return nil
        }
        var words = false
        var letters = false
        while let key = word(index),
            ["the", "letters", "order", "words", "of", "in", "word"].contains(key)
        {
            words = words || key == "words"
            letters = letters || key == "letters"
            index += 1
        }
        let announces = word(index - 1) == "word"
        guard let (operand, end) = operand(from: index, allowsBareWord: announces) else {
            return nil
        }
        let head =
            words && !letters ? "Reverse the order of the words in" : "Reverse the letters of"
        return Phrase(
            range: start..<end,
            operand: operand,
            verb: "reverse",
            finding: "asks to reverse a text",
            head: head
        )
    }

    /// `the word you get when you`
    private func skipResultClause(_ index: inout Int) {
        var next = index
        if word(next) == "the" { next += 1 }
        guard let noun = word(next), ["word", "text", "string", "result", "phrase"].contains(noun)
        else { return }
        next += 1
        let filler: Set<String> = [
            "that", "which", "you", "one", "get", "gets", "obtain", "obtained", "by", "when", "if",
            "after", "results", "from", "of", "we", "i",
        ]
        let start = next
        while let key = word(next), filler.contains(key) { next += 1 }
        if next > start { index = next }
    }

    private func sortPhrase(at start: Int) -> Phrase? {
        var index = start
        skipResultClause(&index)
        guard let verb = word(index),
            ["sort", "sorting", "alphabetize", "alphabetise", "arrange", "put"].contains(verb)
        else {
            return nil
        }
        index += 1
        var words = false
        var letters = false
        while let key = word(index), ["the", "letters", "words", "of", "in", "word"].contains(key) {
            words = words || key == "words"
            letters = letters || key == "letters"
            index += 1
        }
        let announces = word(index - 1) == "word"
        guard let (operand, end) = operand(from: index, allowsBareWord: announces) else {
            return nil
        }
        var last = end
        var isAlphabetical = !["arrange", "put"].contains(verb)
        while let key = word(last),
            ["in", "into", "alphabetical", "alphabetically", "order"].contains(key)
        {
            isAlphabetical = isAlphabetical || key.hasPrefix("alphabetical")
            last += 1
        }
        guard isAlphabetical else { return nil }
        let what = words && !letters ? "words" : "letters"
        return Phrase(
            range: start..<last,
            operand: operand,
            verb: "sort",
            finding: "asks to sort a text",
            head: "Sort the \(what) of",
            tail: " in alphabetical order."
        )
    }

    /// `the longest word in …`, `the third letter of …`
    private func pickPhrase(at start: Int) -> Phrase? {
        var index = start
        if word(index) == "the" { index += 1 }
        let ordinals: Set<String> = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth", "last", "longest", "shortest",
        ]
        guard let ordinal = word(index), ordinals.contains(ordinal), let noun = word(index + 1),
            noun == "word" || noun == "letter" && !ordinal.hasSuffix("est"),
            let joint = word(index + 2), ["of", "in"].contains(joint),
            let (operand, end) = operand(from: index + 3, allowsBareWord: noun == "letter")
        else { return nil }
        return Phrase(
            range: start..<end,
            operand: operand,
            verb: "pick",
            finding: "asks for a part of a text",
            head: "Find the \(ordinal) \(noun) of"
        )
    }

    /// `whether it is a palindrome`, of a text that had to be found first.
    private func palindromePhrase(at start: Int) -> Phrase? {
        guard elements[start].isWord(["is", "if", "whether"]),
            let (operand, end) = operand(from: start + 1), case .result = operand
        else { return nil }
        var index = end
        while let key = word(index), ["is", "a"].contains(key) { index += 1 }
        guard word(index) == "palindrome" else { return nil }
        return Phrase(
            range: start..<index + 1,
            operand: operand,
            verb: "judge",
            finding: "asks about a palindrome",
            head: "Is",
            tail: " a palindrome?"
        )
    }

    /// `… reversed`, `… spelled backwards`
    private func suffixPhrase(at start: Int) -> Phrase? {
        if let phrase = spelledBackwards(at: start) { return phrase }
        guard elements[start].isOperand else { return nil }
        var index = start + 1
        while let key = word(index), ["spelled", "written", "read", "is"].contains(key) {
            index += 1
        }
        guard let key = word(index), ["reversed", "backwards", "backward"].contains(key),
            let (operand, _) = operand(from: start)
        else { return nil }
        var first = start
        while first > 0, elements[first - 1].isWord(["spell", "write", "the", "word"]) {
            first -= 1
        }
        return Phrase(
            range: first..<index + 1,
            operand: operand,
            verb: "reverse",
            finding: "asks to reverse a text",
            head: "Reverse the letters of"
        )
    }

    /// `spell it backwards`, `write its name backwards`
    private func spelledBackwards(at start: Int) -> Phrase? {
        guard elements[start].isWord(["spell", "write", "say", "read"]),
            let (operand, end) = operand(from: start + 1), case .result = operand
        else { return nil }
        var index = end
        while let key = word(index), ["name", "letters", "out"].contains(key) { index += 1 }
        guard let key = word(index), ["backwards", "backward", "reversed"].contains(key) else {
            return nil
        }
        return Phrase(
            range: start..<index + 1,
            operand: operand,
            verb: "reverse",
            finding: "asks to reverse a text",
            head: "Reverse the letters of"
        )
    }
}
