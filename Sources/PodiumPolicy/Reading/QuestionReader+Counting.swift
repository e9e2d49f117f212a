/// Phrases that ask for a count: `how many r's are in …`, `the number of vowels in …`.
extension QuestionReader {
    /// "The letters in "cat" and "horse"" are two counts: the head is repeated before each text.
    mutating func spreadCounts() {
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

    /// "Count the r's in … and the n's in …": the second is a count as well.
    mutating func headSecondCount() {
        for start in elements.indices {
            guard let phrase = countPhrase(at: start) else { continue }
            let joint = phrase.range.upperBound
            guard word(joint) == "and" else { continue }
            let hasArticle = word(joint + 1) == "the"
            guard let (_, end) = countedThing(at: joint + 1), ["in", "of"].contains(word(end)),
                end + 1 < elements.count, elements[end + 1].isOperand
            else { continue }
            let head = ["the", "number", "of"]
                .map { Element(kind: .word, text: $0, key: $0, space: " ") }
            elements.replaceSubrange(joint + 1..<joint + (hasArticle ? 2 : 1), with: head)
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

    func countPhrase(at start: Int) -> Phrase? {
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
        guard let (operand, end) = operand(from: index, allowsBareWord: leadsToBareWord && !isText)
        else {
            return countInAntecedent(thing, start..<index)
        }
        var last = end
        while let key = word(last), ["have", "has", "contain", "contains"].contains(key) {
            last += 1
        }
        // A bare word is the whole text only where nothing follows that could belong to it.
        if case .text = operand, elements[end - 1].kind == .word, word(last) != nil,
            !elements[last].isWord([
                "and", "times", "plus", "minus", "by", "multiplied", "divided", "in", "then", "or",
                "from", "to", "as", "with", "modulo", "mod", "squared",
            ])
        {
            return nil
        }
        return count(thing, in: operand, start..<last)
    }

    /// "Decode …, reverse it, and count the l's": in what was found last.
    private func countInAntecedent(_ thing: String, _ range: Range<Int>) -> Phrase? {
        let isEnd =
            range.upperBound >= elements.count || elements[range.upperBound].isSymbol(".?!,;")
        guard isEnd, word(range.lowerBound) == "count",
            let operand = antecedent(before: range.lowerBound), case .result = operand
        else { return nil }
        return count(thing, in: operand, range)
    }

    private func count(_ thing: String, in operand: Operand, _ range: Range<Int>) -> Phrase {
        let head =
            thing.hasPrefix("letter ")
            ? "Count how often the \(thing) occurs in" : "Count the \(thing) in"
        return Phrase(
            range: range,
            operand: operand,
            verb: "count",
            finding: "asks for a count of letters or words",
            head: head
        )
    }

    /// `how many`, `the number of`, `count the`: gives where the counted thing starts.
    private func countHead(at start: Int) -> Int? {
        var index = start
        if word(index) == "the" { index += 1 }
        if word(index) == "how", ["many", "often"].contains(word(index + 1)) { return index + 2 }
        if word(index) == "number" || word(index) == "count", word(index + 1) == "of" {
            return index + 2
        }
        guard index == start, ["count", "counting"].contains(word(index)) else { return nil }
        index += 1
        while let key = word(index),
            ["the", "how", "many", "number", "of", "often", "all"].contains(key)
        { index += 1 }
        return index
    }

    /// What is counted, as a subtask says it: `vowels`, `letter r`.
    private func countedThing(at start: Int) -> (thing: String, end: Int)? {
        var index = start
        while let key = word(index),
            ["the", "times", "does", "do", "of", "occurrences"].contains(key)
        { index += 1 }
        if ["does", "of"].contains(word(index - 1)), let letter = singleLetter(index) {
            return ("letter \(letter)", index + 1)
        }
        var adjective = ""
        if let key = word(index), ["distinct", "different", "unique", "capital"].contains(key) {
            adjective = key + " "
            index += 1
        }
        guard elements.indices.contains(index) else { return nil }
        if let key = word(index), ["letter", "letters", "character"].contains(key),
            let letter = singleLetter(index + 1)
        {
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
        if key.count == 3, key.hasSuffix("'s"), let letter = key.first {
            return ("letter \(letter)", index + 1)
        }
        if key.count == 2, key.hasSuffix("s"), !["is", "as", "us"].contains(key),
            let letter = key.first
        {
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
}
