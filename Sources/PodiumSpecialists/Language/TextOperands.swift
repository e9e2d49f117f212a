/// Finds the text that an instruction is about.
struct TextOperands {
    let tokens: Tokens
    let references: References

    /// The operands of a clause for a task: explicit ones first, then results it refers to.
    func operands(in clause: ArraySlice<Token>, for task: TextTask) -> [String] {
        let quoted = clause.filter { $0.kind == .quoted && !isCountedLetter($0, task) }
        if !quoted.isEmpty { return quoted.map(\.text) }
        let mentions = clause.filter(StepMentions.isMention)
        if !mentions.isEmpty {
            let texts = mentions.compactMap { references.text(mention: $0) }
            return texts.count == mentions.count ? texts : []
        }
        if let special = special(in: clause, for: task), !special.isEmpty { return special }
        if refers(clause), !references.isEmpty { return referred(clause) }
        if let tail = colonTail(of: clause) { return [tail] }
        if let bare = bare(in: clause, for: task) { return [bare] }
        return []
    }

    private func isCountedLetter(_ token: Token, _ task: TextTask) -> Bool {
        guard case .count(.letter(let letter)) = task else { return false }
        return token.text.count == 1 && token.text.lowercased().first == letter
    }

    // MARK: Forms that stand out

    private func special(in clause: ArraySlice<Token>, for task: TextTask) -> [String]? {
        switch task {
        case .decodeMorse: return morse(in: clause).map { [$0] }
        case .decode:
            return (morse(in: clause) ?? codeText(in: clause)).map { [$0] }
        case .decodeCaesar, .encodeCaesar, .encodeMorse:
            return codeText(in: clause).map { [$0] }
        case .fromRoman: return romans(in: clause)
        case .fromWords: return numberWords(in: clause).map { [$0] }
        case .toRoman, .toWords:
            let numbers = clause.filter { $0.kind == .number }.map(\.text)
            // "17 times 23 in words" is not about 17 and 23.
            let computes = clause.contains { $0.isSymbol("+*×÷/^%") || $0.isWord(Self.operators) }
            return numbers.count > 1 && computes ? [] : numbers
        default: return nil
        }
    }

    /// The longest run of dots, dashes and word marks.
    private func morse(in clause: ArraySlice<Token>) -> String? {
        guard let first = clause.first, let last = clause.last else { return nil }
        var best = ""
        var run = ""
        for character in tokens.raw(first.range.lowerBound..<last.range.upperBound) + "\u{0}" {
            if Morse.isMorse(String(character))
                || run != "" && (character.isWhitespace || "/|".contains(character))
            {
                run.append(character)
            } else {
                if run.count > best.count { best = run }
                run = ""
            }
        }
        let text = best.trimmed
        return text.count > 1 ? text : nil
    }

    /// The longest run of words in capitals, which is how ciphers are written.
    private func codeText(in clause: ArraySlice<Token>) -> String? {
        if let tail = colonTail(of: clause) { return tail }
        var best: Range<Int>?
        var run: Range<Int>?
        for token in clause {
            if token.kind == .word, token.text.count > 1, token.text == token.text.uppercased(),
                token.key != "rot"
            {
                run = (run?.lowerBound ?? token.range.lowerBound)..<token.range.upperBound
            } else {
                run = nil
            }
            if let run, run.count > best?.count ?? 0 { best = run }
        }
        return best.map { tokens.raw($0) }
    }

    /// Every numeral; with operators between them, the whole expression as one operand.
    private func romans(in clause: ArraySlice<Token>) -> [String]? {
        let isNumeral = { (token: Token) in
            token.kind == .word && token.text == token.text.uppercased()
                && Roman.value(of: token.text) != nil
        }
        let numerals = clause.indices.filter { isNumeral(clause[$0]) }
        guard let first = numerals.first, let last = numerals.last else { return nil }
        let between = clause[first...last]
        guard between.contains(where: { $0.isSymbol("+-*/×÷^") || $0.isWord(Self.operators) })
        else {
            return numerals.map { clause[$0].text }
        }
        var start = first
        while start > clause.startIndex,
            clause[start - 1].isSymbol("(")
                || clause[start - 1].kind == .number
        {
            start -= 1
        }
        var end = last
        while end + 1 < clause.endIndex,
            clause[end + 1].isSymbol(")+-*/×÷^")
                || clause[end + 1].kind == .number || clause[end + 1].isWord(Self.operators)
        {
            end += 1
        }
        return [tokens.raw(clause[start].range.lowerBound..<clause[end].range.upperBound)]
    }

    private func numberWords(in clause: ArraySlice<Token>) -> String? {
        let words = Array(clause)
        for index in words.indices {
            guard let (_, end) = NumberWords.read(words, at: index) else { continue }
            return tokens.raw(words[index].range.lowerBound..<words[end - 1].range.upperBound)
        }
        return nil
    }

    // MARK: References

    private func refers(_ clause: ArraySlice<Token>) -> Bool {
        clause.contains {
            $0.isWord(ReferenceWords.marks) || $0.isWord(ReferenceWords.pronouns)
                || $0.isWord(ReferenceWords.pluralPronouns) || $0.isWord(["result", "results"])
        }
    }

    private func referred(_ clause: ArraySlice<Token>) -> [String] {
        for index in clause.indices.dropLast() {
            if let ordinal = Ordinal(clause[index].key),
                clause[index + 1].isWord(ReferenceWords.nouns.union(ReferenceWords.marks)),
                !clause[index + 1].isWord(["letters"])
            {
                return [references.text(ordinal: ordinal)].compactMap { $0 }.filter { !$0.isEmpty }
            }
        }
        let isPlural = clause.contains {
            $0.isWord(["both", "each", "all", "them", "results", "messages", "numbers", "texts"])
        }
        if isPlural, references.current == nil { return references.items.filter { !$0.isEmpty } }
        return [references.text(ordinal: nil)].compactMap { $0 }.filter { !$0.isEmpty }
    }

    // MARK: Plain text

    /// What follows the last colon that has something after it.
    private func colonTail(of clause: ArraySlice<Token>) -> String? {
        guard let colon = clause.firstIndex(where: { $0.isSymbol(":") }),
            colon + 1 < clause.endIndex,
            let last = clause.last
        else { return nil }
        return tokens.raw(clause[colon + 1].range.lowerBound..<last.range.upperBound).trimmed
    }

    private func bare(in clause: ArraySlice<Token>, for task: TextTask) -> String? {
        var end = clause.endIndex
        while end > clause.startIndex,
            clause[end - 1].isWord(Self.trailing) || clause[end - 1].kind == .symbol
        {
            end -= 1
        }
        let body = clause[clause.startIndex..<end]
        if let head = body.lastIndex(where: { $0.isWord(Self.heads) }), head + 1 < end {
            return text(of: body[(head + 1)...])
        }
        guard task.allowsBareOperand else { return nil }
        // "Reverse a linked list in Python" is not about the word Python.
        let prepositions: Set<String> = task.isCount ? ["in", "of"] : task.isQuestion ? [] : ["of"]
        if let preposition = body.lastIndex(where: { $0.isWord(prepositions) }),
            preposition + 2 == end
        {
            return text(of: body[(preposition + 1)...])
        }
        // "Is level a palindrome?" holds one word between its verb and its task.
        let limit =
            task == .isPalindrome || body.contains { $0.isWord(["sort", "reverse"]) } ? 2 : 6
        let verbs: Set<String> = [
            "reverse", "is", "encode", "decode", "encrypt", "sort", "spell", "are", "convert",
            "translate", "write",
        ]
        if let verb = body.firstIndex(where: { $0.isWord(verbs) }), verb + 1 < end,
            end - verb <= limit,
            !body[verb + 1].isWord(["the", "a", "it", "this", "that"])
        {
            return text(of: body[(verb + 1)...])
        }
        return nil
    }

    private func text(of words: ArraySlice<Token>) -> String? {
        var words = words
        // A remark on the method or the rest of the question is not part of the text.
        if let stop = words.dropFirst().firstIndex(where: {
            $0.isWord(["with", "using", "by", "after", "to", "into", "when"]) || $0.isSymbol(",")
        }) {
            words = words[..<stop]
        }
        while let last = words.last, last.isWord(Self.trailing) || last.isSymbol("?.!") {
            words = words.dropLast()
        }
        guard let first = words.first, let last = words.last, words.count <= 60 else { return nil }
        guard !first.isWord(Self.notText) else { return nil }
        return tokens.raw(first.range.lowerBound..<last.range.upperBound).trimmed
    }

    private static let operators: Set<String> = [
        "plus", "minus", "times", "divided", "multiplied", "mod",
    ]
    private static let heads: Set<String> = [
        "word", "words", "sentence", "phrase", "string", "name", "numeral", "text",
    ]
    private static let trailing: Set<String> = [
        "please", "have", "has", "contain", "contains", "backwards", "backward", "alphabetically",
        "a", "palindrome", "exactly", "there", "reversed", "palindromic", "anagrams", "letters",
        "spelled", "spelt", "written", "appear", "occur", "appears", "occurs", "alphabetical",
        "order", "in",
    ]
    private static let notText: Set<String> = [
        "the", "a", "an", "of", "in", "is", "are", "you", "above", "found", "it", "this", "that",
        "does", "question", "which", "who", "what", "and", "there",
    ]
}
