/// Texts without quotation marks: `Encode hello in Morse`, `the r's in strawberry`.
extension TextOperands {
    func bare(in clause: ArraySlice<Token>, for task: TextTask) -> TextOperand? {
        var end = clause.endIndex
        while end > clause.startIndex,
            clause[end - 1].isWord(Self.trailing) || clause[end - 1].kind == .symbol
        {
            end -= 1
        }
        let body = clause[clause.startIndex..<end]
        if let head = body.lastIndex(where: { $0.isWord(Self.heads) }), head + 1 < end {
            return text(of: body[(head + 1)...], for: task)
        }
        guard task.allowsBareOperand else { return nil }
        // "Reverse a linked list in Python" is not about the word Python.
        let prepositions: Set<String> =
            task.isCount ? ["in", "of"] : task.isQuestion || task.isCode ? [] : ["of"]
        if let preposition = body.lastIndex(where: { $0.isWord(prepositions) }),
            preposition + 2 == end
        {
            return text(of: body[(preposition + 1)...], for: task)
        }
        return afterVerb(in: body, for: task)
    }

    /// `Is level a palindrome?`, `Sort pear, apple, fig`, `Encode attack at dawn in Morse`
    private func afterVerb(in body: ArraySlice<Token>, for task: TextTask) -> TextOperand? {
        guard let verb = body.firstIndex(where: { $0.isWord(Self.verbs) }),
            verb + 1 < body.endIndex,
            !body[verb + 1].isWord(["the", "a", "it", "this", "that"])
        else { return nil }
        let rest = body[(verb + 1)...]
        // A whole phrase can be told from the rest of the sentence only by "in Morse" after it, or
        // by the commas of a list.
        let isList = task.isSort && rest.contains { $0.isSymbol(",") }
        let isPhrase = task.isCode && cut(rest, for: task) != nil
        let single = task.isQuestion || task.isSort || !task.givesText || task.isReverse ? 1 : 5
        guard isList || isPhrase || rest.count <= single else { return nil }
        return text(of: rest, for: task)
    }

    private func text(of words: ArraySlice<Token>, for task: TextTask) -> TextOperand? {
        var words = words
        if let end = cut(words, for: task) {
            words = words[..<end]
        } else if words.dropFirst().contains(where: { isStop($0, task) }) {
            return nil
        }
        while let last = words.last, last.isWord(Self.trailing) || last.isSymbol("?.!") {
            words = words.dropLast()
        }
        guard let first = words.first, let last = words.last, words.count <= 60 else { return nil }
        guard !first.isWord(Self.notText) else { return nil }
        return operand(first.range.lowerBound..<last.range.upperBound)
    }

    /// Where the text ends because all that follows tells the task: "hello | with a shift of 3".
    private func cut(_ words: ArraySlice<Token>, for task: TextTask) -> Int? {
        let known = TextWords.known([task])
        return words.indices.dropFirst().first { index in
            let isJoint = words[index].isWord(["in", "as"]) || isStop(words[index], task)
            return isJoint
                && words[index...].allSatisfy { token in
                    token.isWord(known) || token.isWord(Self.remarks) || token.kind == .symbol
                        || task.isCode && token.kind == .number
                        || NumberWords.isNumberWord(token.key) && task.isCode
                }
        }
    }

    /// A remark on the method or the rest of the question is not part of the text.
    private func isStop(_ token: Token, _ task: TextTask) -> Bool {
        token.isWord(Self.remarks) || token.isSymbol(",") && !task.isSort
    }

    private static let remarks: Set<String> = [
        "with", "using", "by", "after", "to", "into", "when",
    ]
    private static let verbs: Set<String> = [
        "reverse", "is", "encode", "decode", "encrypt", "encipher", "sort", "spell", "are",
        "convert", "translate", "write", "put", "alphabetize", "alphabetise", "arrange", "express",
    ]
    private static let heads: Set<String> = [
        "word", "words", "sentence", "phrase", "string", "name", "numeral", "text",
    ]
    private static let trailing: Set<String> = [
        "please", "have", "has", "contain", "contains", "backwards", "backward", "alphabetically",
        "a", "palindrome", "exactly", "there", "reversed", "palindromic", "anagrams", "letters",
        "spelled", "spelt", "written", "appear", "occur", "appears", "occurs", "alphabetical",
        "order", "in", "long", "into",
    ]
    private static let notText: Set<String> = [
        "the", "a", "an", "of", "in", "is", "are", "you", "above", "found", "it", "this", "that",
        "does", "question", "which", "who", "what", "and", "there", "for", "with", "as", "to",
        "from", "on", "by", "if", "when", "used", "made", "called", "meaning", "he", "she", "they",
    ]
}
