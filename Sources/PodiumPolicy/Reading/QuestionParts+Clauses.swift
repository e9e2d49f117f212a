/// Demands that stand in one sentence, or one after the other, and need nothing of each other.
extension QuestionParts {
    /// Splits "What is 5 plus 3, and what is the weekday of 2024-05-17?" before each clause that asks
    /// anew, brings what it is about, and points at nothing before it. The whole when any part
    /// depends on another.
    static func clauses(_ elements: [Element]) -> [[Element]] {
        var parts: [[Element]] = []
        var start = 0
        var index = 1
        while index < elements.count {
            guard let head = headAfterJoint(index, in: elements) else {
                index += 1
                continue
            }
            parts.append(Array(elements[start..<index]))
            start = head
            index = head + 1
        }
        parts.append(Array(elements[start...]))
        guard parts.count > 1, parts.allSatisfy(isDemand), areIndependent(parts) else {
            return [elements]
        }
        return parts
    }

    /// The first element of a clause that asks something, if a joint before it ends another.
    private static func headAfterJoint(_ joint: Int, in elements: [Element]) -> Int? {
        guard elements[joint].isSymbol(",;.?") || elements[joint].isWord(["and", "then", "also"])
        else { return nil }
        var index = joint
        let joints: Set<String> = ["and", "then", "also", "finally", "next", "secondly"]
        while index < elements.count,
            elements[index].isSymbol(",;.?") || elements[index].isWord(joints)
        {
            index += 1
        }
        guard index < elements.count else { return nil }
        // "And is it": a verb alone asks only where a sentence or a comma ends before it.
        let isCut = elements[joint..<index].contains { $0.kind == .symbol }
        let isAsked = elements[index].isWord(questions) || elements[index].isWord(commands)
        return isAsked || isCut && elements[index].isWord(verbs) ? index : nil
    }

    private static let questions: Set<String> = [
        "what", "what's", "which", "how", "who", "when", "on",
    ]
    private static let verbs: Set<String> = ["is", "are", "does", "do", "was"]
    private static let commands: Set<String> = [
        "tell", "compute", "calculate", "reverse", "count", "sort", "decode", "decipher", "solve",
        "convert", "write", "spell", "encode", "find", "give", "say", "state",
    ]

    /// Whether a word may begin a demand.
    static func asks(_ element: Element) -> Bool {
        element.isWord(questions) || element.isWord(commands)
            || element.isWord(["if", "let", "take", "use", "make", "suppose"])
    }

    private static func isDemand(_ part: [Element]) -> Bool {
        guard part.contains(where: { $0.isWord(questions.union(verbs).union(commands)) }) else {
            return false
        }
        // "Add 5" works on what came before; "add 5 and 6" does not.
        let values = part.count {
            $0.kind == .number || $0.isWord(Vocabulary.numberWords)
                || $0.kind == .word && $0.text.count > 1 && Vocabulary.isRoman($0.text)
        }
        let names = part.contains { $0.kind == .quoted && $0.text.count > 1 } || namesWord(part)
        let isJudged = part.first?.isWord(verbs) == true && values > 0
        return names || values > 1 || isJudged
            || values == 1 && part.contains { $0.isWord(["roman", "words", "digits"]) }
            || values == 1 && part.contains { $0.isSymbol("=!√") }
            || values == 1 && part.contains(where: isSingleRoman)
    }

    private static func isSingleRoman(_ element: Element) -> Bool {
        element.isWord(["numeral", "numerals", "squared", "cubed", "factorial", "root", "number"])
    }

    /// `in strawberry`
    private static func namesWord(_ part: [Element]) -> Bool {
        part.indices.dropLast().contains { index in
            part[index].isWord(["in", "of", "word"]) && part[index + 1].kind == .word
                && part[index + 1].key.count > 3
                && !part[index + 1].isWord(["these", "this", "that", "words", "which", "them"])
                && part.contains { $0.isWord(["many", "letters", "vowels", "count", "reverse"]) }
        }
    }

    private static func areIndependent(_ parts: [[Element]]) -> Bool {
        let refers: Set<String> = [
            "it", "its", "that", "this", "result", "results", "them", "those", "these", "their",
            "answer", "both", "former", "latter", "one", "other", "result's", "that's", "it's",
        ]
        var unknowns: Set<String> = []
        for (index, part) in parts.enumerated() {
            let letters = Set(part.filter { $0.kind == .word && $0.key.count == 1 }.map(\.key))
            let points = part.contains { $0.isWord(refers) } || !letters.isDisjoint(with: unknowns)
            if index > 0, points { return false }
            if part.contains(where: { $0.isSymbol("=") }) { unknowns.formUnion(letters) }
        }
        return true
    }
}
