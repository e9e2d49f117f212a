/// Counting, reversing, sorting and picking: phrases about the letters and words of a text.
extension QuestionReader {
    /// Turns such phrases into steps, innermost first, until none is left.
    mutating func takeLetterPhrases() {
        var rounds = 0
        while rounds < 12, takeLetterPhrase() { rounds += 1 }
    }

    private mutating func takeLetterPhrase() -> Bool {
        spreadCounts()
        for index in elements.indices {
            if let phrase = countPhrase(at: index) ?? reversePhrase(at: index) ?? sortPhrase(at: index)
                ?? pickPhrase(at: index) ?? suffixPhrase(at: index) ?? palindromePhrase(at: index)
            {
                take(phrase)
                return true
            }
        }
        return false
    }

    /// A phrase and the step it becomes.
    private struct Phrase {
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
            finding: phrase.finding, source: phrase.operand)
        replace(phrase.range, by: reference)
    }

    // MARK: Operands

    /// The operand at or shortly after `start`: a quoted text, a result, a pronoun for one, or a
    /// bare word where a noun such as "word" announces it.
    private func operand(from start: Int, allowsBareWord: Bool = false) -> (operand: Operand, end: Int)? {
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
        "the", "a", "words", "sentence", "phrase", "text", "message", "decoded", "resulting", "reversed",
        "sorted", "this",
    ]
    private static let notText: Set<String> = [
        "you", "that", "which", "one", "obtained", "is", "are", "the", "in", "of", "and", "english",
        "we", "it", "this", "above", "does", "do", "alphabet", "world", "there", "each",
    ]

    /// What a pronoun stands for: the nearest text or result before it. A number has no letters, so
    /// that "it" after a count means what was counted in.
    private func antecedent(before index: Int) -> Operand? {
        guard let nearest = elements[..<index].lastIndex(where: { $0.isOperand }) else { return nil }
        guard let reference = elements[nearest].reference else { return .text(elements[nearest].text) }
        if draft.steps[reference.step].verb == "count", let source = sources[reference.step] {
            return source
        }
        return .result(reference)
    }

    // MARK: Counting

    /// "The letters in "cat" and "horse"" are two counts: the head is repeated before each text.
    private mutating func spreadCounts() {
        for start in elements.indices {
            guard let phrase = countPhrase(at: start), phrase.range.upperBound + 1 < elements.count,
                case .text = phrase.operand, elements[phrase.range.upperBound - 1].kind == .quoted,
                elements[phrase.range.upperBound].isWord(["and"]),
                elements[phrase.range.upperBound + 1].kind == .quoted
            else { continue }
            let head = Array(elements[phrase.range.dropLast()])
            elements.insert(contentsOf: head, at: phrase.range.upperBound + 1)
            addUp(from: start)
            return
        }
    }

    /// "… together", "the total …": the counts are added.
    private mutating func addUp(from start: Int) {
        let words: Set<String> = ["together", "total", "altogether", "combined"]
        guard let word = elements.firstIndex(where: { $0.isWord(words) }) else { return }
        let isBefore = word < start
        elements.remove(at: word)
        let sum = ["the", "sum", "of"].map { Element(kind: .word, text: $0, key: $0, space: " ") }
        var place = isBefore ? start - 1 : start
        if place > 0, elements[place - 1].isWord(["the"]), isBefore {
            elements.remove(at: place - 1)
            place -= 1
        }
        elements.insert(contentsOf: sum, at: place)
    }

    private func countPhrase(at start: Int) -> Phrase? {
        guard var index = countHead(at: start) else { return nil }
        var pronoun: Operand?
        if word(index) == "its" {
            pronoun = antecedent(before: start)
            index += 1
            guard pronoun != nil else { return nil }
        }
        guard let (thing, after) = countedThing(at: index) else { return nil }
        if let pronoun { return count(thing, in: pronoun, start..<after) }
        index = after
        var leadsToBareWord = false
        let joints: Set<String> = [
            "are", "is", "there", "does", "do", "appear", "appears", "occur", "occurs", "in", "of",
            "within", "inside", "has", "contains", "found",
        ]
        while let key = word(index), joints.contains(key) {
            leadsToBareWord = ["in", "of"].contains(key)
            index += 1
        }
        let isText = thing == "words" || thing == "characters"
        guard let (operand, end) = operand(from: index, allowsBareWord: leadsToBareWord && !isText) else {
            return nil
        }
        var last = end
        while let key = word(last), ["have", "has", "contain", "contains"].contains(key) { last += 1 }
        // A bare word is the whole text only where nothing follows that could belong to it.
        if case .text = operand, elements[end - 1].kind == .word, word(last) != nil,
            !elements[last].isWord(["and", "times", "plus", "minus", "by", "multiplied", "divided", "in", "then", "or", "from", "to", "as", "with", "modulo", "mod", "squared"])
        {
            return nil
        }
        return count(thing, in: operand, start..<last)
    }

    private func count(_ thing: String, in operand: Operand, _ range: Range<Int>) -> Phrase {
        let head = thing.hasPrefix("letter ")
            ? "Count how often the \(thing) occurs in" : "Count the \(thing) in"
        return Phrase(
            range: range, operand: operand, verb: "count", finding: "asks for a count of letters or words",
            head: head)
    }

    /// `how many`, `the number of`, `count the`: gives where the counted thing starts.
    private func countHead(at start: Int) -> Int? {
        var index = start
        if word(index) == "the" { index += 1 }
        if word(index) == "how", ["many", "often"].contains(word(index + 1)) { return index + 2 }
        if word(index) == "number" || word(index) == "count", word(index + 1) == "of" { return index + 2 }
        guard index == start, ["count", "counting"].contains(word(index)) else { return nil }
        index += 1
        while let key = word(index), ["the", "how", "many", "number", "of", "often", "all"].contains(key) { index += 1 }
        return index
    }

    /// What is counted, as a subtask says it: `vowels`, `letter r`.
    private func countedThing(at start: Int) -> (thing: String, end: Int)? {
        var index = start
        while let key = word(index), ["the", "times", "does", "do", "of", "occurrences"].contains(key) { index += 1 }
        if ["does", "of"].contains(word(index - 1)), let letter = singleLetter(index) {
            return ("letter \(letter)", index + 1)
        }
        var adjective = ""
        if let key = word(index), ["distinct", "different", "unique", "capital"].contains(key) {
            adjective = key + " "
            index += 1
        }
        guard elements.indices.contains(index) else { return nil }
        if let key = word(index), ["letter", "letters", "character"].contains(key), let letter = singleLetter(index + 1) {
            return ("letter \(letter)", index + 2)
        }
        if let key = word(index),
            ["letters", "vowels", "consonants", "words", "digits", "characters"].contains(key)
        {
            return (adjective + key, index + 1)
        }
        guard let key = word(index) else {
            // How many "r"s
            guard let letter = singleLetter(index), word(index + 1) == "s" else { return nil }
            return ("letter \(letter)", index + 2)
        }
        if key.count == 3, key.hasSuffix("'s"), let letter = key.first { return ("letter \(letter)", index + 1) }
        if key.count == 2, key.hasSuffix("s"), !["is", "as", "us"].contains(key), let letter = key.first {
            return ("letter \(letter)", index + 1)
        }
        return nil
    }

    private func singleLetter(_ index: Int) -> String? {
        guard elements.indices.contains(index), elements[index].text.count == 1,
            elements[index].kind == .word || elements[index].kind == .quoted,
            elements[index].text.first?.isLetter == true
        else { return nil }
        return elements[index].text.lowercased()
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
        while let key = word(index), ["the", "letters", "order", "words", "of", "in", "word"].contains(key) {
            words = words || key == "words"
            letters = letters || key == "letters"
            index += 1
        }
        let announces = word(index - 1) == "word"
        guard let (operand, end) = operand(from: index, allowsBareWord: announces) else { return nil }
        let head = words && !letters ? "Reverse the order of the words in" : "Reverse the letters of"
        return Phrase(
            range: start..<end, operand: operand, verb: "reverse", finding: "asks to reverse a text",
            head: head)
    }

    /// `the word you get when you`
    private func skipResultClause(_ index: inout Int) {
        var next = index
        if word(next) == "the" { next += 1 }
        guard let noun = word(next), ["word", "text", "string", "result", "phrase"].contains(noun) else { return }
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
        guard let verb = word(index), ["sort", "sorting", "alphabetize", "alphabetise", "arrange", "put"].contains(verb) else {
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
        guard let (operand, end) = operand(from: index, allowsBareWord: announces) else { return nil }
        var last = end
        var isAlphabetical = !["arrange", "put"].contains(verb)
        while let key = word(last), ["in", "into", "alphabetical", "alphabetically", "order"].contains(key) {
            isAlphabetical = isAlphabetical || key.hasPrefix("alphabetical")
            last += 1
        }
        guard isAlphabetical else { return nil }
        let what = words && !letters ? "words" : "letters"
        return Phrase(
            range: start..<last, operand: operand, verb: "sort", finding: "asks to sort a text",
            head: "Sort the \(what) of", tail: " in alphabetical order.")
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
            range: start..<end, operand: operand, verb: "pick", finding: "asks for a part of a text",
            head: "Find the \(ordinal) \(noun) of")
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
            range: start..<index + 1, operand: operand, verb: "judge",
            finding: "asks about a palindrome", head: "Is", tail: " a palindrome?")
    }

    /// `… reversed`, `… spelled backwards`
    private func suffixPhrase(at start: Int) -> Phrase? {
        guard elements[start].isOperand else { return nil }
        var index = start + 1
        while let key = word(index), ["spelled", "written", "read", "is"].contains(key) { index += 1 }
        guard let key = word(index), ["reversed", "backwards", "backward"].contains(key),
            let (operand, _) = operand(from: start)
        else { return nil }
        var first = start
        while first > 0, elements[first - 1].isWord(["spell", "write", "the", "word"]) { first -= 1 }
        return Phrase(
            range: first..<index + 1, operand: operand, verb: "reverse",
            finding: "asks to reverse a text", head: "Reverse the letters of")
    }
}
