/// A text that a task is done on, and where it stands if it is part of the instruction itself.
struct TextOperand: Hashable, Sendable {
    var text: String
    /// In characters of the instruction; nil for a result of another step.
    var range: Range<Int>?
}

/// Finds the text that an instruction is about.
struct TextOperands {
    let tokens: Tokens
    let references: References

    /// The operands of a clause for a task: explicit ones first, then results it refers to.
    ///
    /// - Parameter used: the tokens that belong to the task, such as a letter to be counted.
    func operands(
        in clause: ArraySlice<Token>,
        for task: TextTask,
        used: Set<Int> = []
    ) -> [TextOperand] {
        let quoted = clause.indices.filter { clause[$0].kind == .quoted && !used.contains($0) }
            .map { TextOperand(text: clause[$0].text, range: clause[$0].range) }
        if !quoted.isEmpty { return quoted }
        let mentions = clause.filter(StepMentions.isMention)
        if !mentions.isEmpty {
            let found = mentions.compactMap { mention in
                references.text(mention: mention)
                    .map { TextOperand(text: $0, range: mention.range) }
            }
            return found.count == mentions.count ? found : []
        }
        if let special = special(in: clause, for: task), !special.isEmpty { return special }
        if refers(clause), !references.isEmpty {
            return referred(clause).map { TextOperand(text: $0) }
        }
        if let tail = colonTail(of: clause) { return [tail] }
        if let bare = bare(in: clause, for: task) { return [bare] }
        return []
    }

    func operand(_ range: Range<Int>) -> TextOperand {
        let text = tokens.raw(range)
        let start = text.prefix { $0.isWhitespace }.count
        let length = text.trimmed.count
        return TextOperand(
            text: text.trimmed,
            range: range.lowerBound + start..<range.lowerBound + start + length
        )
    }

    // MARK: Forms that stand out

    private func special(in clause: ArraySlice<Token>, for task: TextTask) -> [TextOperand]? {
        switch task {
        case .decodeMorse: return morse(in: clause).map { [$0] }
        case .decode:
            return (morse(in: clause) ?? codeText(in: clause)).map { [$0] }
        case .decodeCaesar, .encodeCaesar, .encodeMorse:
            return codeText(in: clause).map { [$0] }
        case .fromRoman: return romans(in: clause)
        case .fromWords: return numberWords(in: clause).map { [$0] }
        case .toRoman, .toWords:
            let numbers = clause.filter { $0.kind == .number }.map {
                TextOperand(text: $0.text, range: $0.range)
            }
            // "17 times 23 in words" is not about 17 and 23.
            let computes = clause.contains { $0.isSymbol("+*×÷/^%") || $0.isWord(Self.operators) }
            return numbers.count > 1 && computes ? [] : numbers
        default: return nil
        }
    }

    /// The longest run of dots, dashes and word marks.
    private func morse(in clause: ArraySlice<Token>) -> TextOperand? {
        guard let first = clause.first, let last = clause.last else { return nil }
        let range = first.range.lowerBound..<last.range.upperBound
        var best = 0..<0
        var start: Int?
        for position in range.lowerBound...range.upperBound {
            let character = position < range.upperBound ? tokens.characters[position] : "\u{0}"
            let isPause = character.isWhitespace || "/|".contains(character)
            if Morse.isMorse(String(character)) || start != nil && isPause {
                start = start ?? position
            } else if let open = start {
                if position - open > best.count { best = open..<position }
                start = nil
            }
        }
        let found = operand(best)
        return found.text.count > 1 ? found : nil
    }

    /// The longest run of words in capitals, which is how ciphers are written.
    private func codeText(in clause: ArraySlice<Token>) -> TextOperand? {
        if let tail = colonTail(of: clause) { return tail }
        var best: Range<Int>?
        var run: Range<Int>?
        for token in clause {
            if token.kind == .word, token.text.count > 1, token.text == token.text.uppercased(),
                !token.key.hasPrefix("rot")
            {
                run = (run?.lowerBound ?? token.range.lowerBound)..<token.range.upperBound
            } else {
                run = nil
            }
            if let run, run.count > best?.count ?? 0 { best = run }
        }
        return best.map(operand)
    }

    /// Every numeral; with operators between them, the whole expression as one operand.
    private func romans(in clause: ArraySlice<Token>) -> [TextOperand]? {
        let isNumeral = { (token: Token) in
            token.kind == .word && token.text == token.text.uppercased()
                && Roman.value(of: token.text) != nil
        }
        let numerals = clause.indices.filter { isNumeral(clause[$0]) }
        guard let first = numerals.first, let last = numerals.last else { return nil }
        let between = clause[first...last]
        guard between.contains(where: { $0.isSymbol("+-*/×÷^") || $0.isWord(Self.operators) })
        else {
            return numerals.map { operand(clause[$0].range) }
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
        return [operand(clause[start].range.lowerBound..<clause[end].range.upperBound)]
    }

    private func numberWords(in clause: ArraySlice<Token>) -> TextOperand? {
        let words = Array(clause)
        for index in words.indices {
            guard let (_, end) = NumberWords.read(words, at: index) else { continue }
            return operand(words[index].range.lowerBound..<words[end - 1].range.upperBound)
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

    /// What follows the last colon that has something after it.
    private func colonTail(of clause: ArraySlice<Token>) -> TextOperand? {
        guard let colon = clause.firstIndex(where: { $0.isSymbol(":") }),
            colon + 1 < clause.endIndex,
            let last = clause.last
        else { return nil }
        return operand(clause[colon + 1].range.lowerBound..<last.range.upperBound)
    }

    static let operators: Set<String> = [
        "plus", "minus", "times", "divided", "multiplied", "mod",
    ]
}
