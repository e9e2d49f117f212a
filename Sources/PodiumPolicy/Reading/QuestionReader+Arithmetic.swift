/// Arithmetic over results: the rest of the question with references in the place of phrases.
extension QuestionReader {
    mutating func arithmetic(finding: String) -> DraftStep.Reference {
        resolveReferents()
        dropRemarks()
        dropContainers()
        spreadPlurals()
        chainClauses()
        nameResults()
        nameFactors()
        var pieces: [DraftStep.Piece] = [.text("Compute:")]
        for (index, element) in elements.enumerated() {
            let space = element.space.isEmpty && index > 0 ? "" : " "
            switch element.kind {
            case .result(let reference):
                if !element.isUsed { pieces += [.text(" "), .result(reference)] }
            case .quoted: continue
            case .number: pieces.append(.text(space + element.text))
            case .symbol:
                if element.isSymbol("+-−*×·÷/^%!(),.?=√") {
                    pieces.append(.text(space + element.text))
                }
            case .word where element.isWord(["find", "take"]) && index > 0:
                // Kept only where a clause begins with it.
                if elements[index - 1].isWord(["then"]) { pieces.append(.text(" " + element.text)) }
            case .word:
                if isPartOfComputation(element) { pieces.append(.text(" " + element.text)) }
            }
        }
        return add(
            DraftStep(skill: .arithmetic, verb: "compute", subtask: pieces),
            finding: finding
        )
    }

    private func isPartOfComputation(_ element: Element) -> Bool {
        element.isWord(Vocabulary.arithmetic) || element.isWord(Vocabulary.connectives)
            || element.isWord(Vocabulary.numberWords) || element.isWord(Vocabulary.units)
    }

    /// "… and give the result modulo 7" becomes ", then take the result modulo 7", and a comma before
    /// "squared" goes: in these forms the clauses of a computation are told apart.
    private mutating func chainClauses() {
        let verbs: Set<String> = [
            "give", "find", "take", "compute", "determine", "calculate", "state", "tell", "report",
            "reduce", "get", "return",
        ]
        let objects: Set<String> = ["the", "it", "that", "this", "its"]
        var index = 1
        while index + 1 < elements.count {
            defer { index += 1 }
            if elements[index].isSymbol(","),
                elements[index + 1].isWord(["squared", "cubed", "modulo", "mod"])
            {
                joinSuffix(at: index)
                continue
            }
            guard elements[index].isWord(["and", "then"]), elements[index + 1].isWord(verbs),
                index + 2 < elements.count, elements[index + 2].isWord(objects),
                elements[..<index].contains(where: { $0.isWord(Vocabulary.arithmetic) })
            else { continue }
            let verb = word(index + 3) == "remainder" ? "find" : "take"
            if elements[index - 1].isSymbol(",") {
                elements.remove(at: index - 1)
                index -= 1
            }
            elements.replaceSubrange(
                index...index + 1,
                with: [
                    Element(kind: .symbol, text: ",", key: "", space: ""),
                    Element(kind: .word, text: "then", key: "then", space: " "),
                    Element(kind: .word, text: verb, key: verb, space: " "),
                ]
            )
            // What was written is not read again.
            index += 2
        }
    }

    /// "Square the count": the result, to a worker that reads no other noun for it.
    private mutating func nameResults() {
        for index in elements.indices.dropFirst() {
            let next: Element? = index + 1 < elements.count ? elements[index + 1] : nil
            guard elements[index].isWord(["count", "value"]), word(index - 1) == "the",
                next?.isWord(["of"]) != true, next?.reference == nil,
                elements[..<index].contains(where: { $0.reference != nil })
            else { continue }
            elements[index].text = "result"
            elements[index].key = "result"
        }
    }

    /// "…, modulo 4" goes with all that stands before it: where that is more than one value, it is
    /// taken of the result.
    private mutating func joinSuffix(at comma: Int) {
        guard elements[..<comma].contains(where: { $0.isWord(Vocabulary.arithmetic) }) else {
            elements.remove(at: comma)
            return
        }
        let suffix = elements[comma + 1].key
        let verbs = ["squared": "square", "cubed": "cube"]
        let words = ["then", verbs[suffix] ?? "take", "the", "result"]
            .map { Element(kind: .word, text: $0, key: $0, space: " ") }
        elements.replaceSubrange(
            comma + 1..<(verbs[suffix] == nil ? comma + 1 : comma + 2),
            with: words
        )
    }

    /// Whether a result stands alone in its clause and nothing after it takes it up, so that the
    /// computation would leave it out.
    var hasLooseResult: Bool {
        let takesUp: Set<String> = [
            "it", "its", "that", "this", "result", "results", "them", "their", "both", "numbers",
            "values", "number", "count", "value", "these", "those", "answer", "sum", "total",
            "product", "each",
        ]
        // "Count the vowels twice" doubles nothing.
        let last = elements.last { $0.kind != .symbol }
        if last?.isWord(["twice", "thrice"]) == true { return true }
        let starts: Set<String> = ["then", "also", "and"]
        return elements.indices.contains { index in
            guard elements[index].reference != nil, !elements[index].isUsed else { return false }
            var before = index
            while before > 0, elements[before - 1].isWord(["the", "is", "what", "find", "count"]) {
                before -= 1
            }
            let isStart =
                before == 0 || elements[before - 1].isSymbol(".?!;,")
                || elements[before - 1].isWord(starts)
                    && (before < 2 || elements[before - 2].isSymbol(".?!;,"))
            let isEnd = index + 1 >= elements.count || elements[index + 1].isSymbol(".?!;")
            return isStart && isEnd
                && !elements[(index + 1)...].contains { $0.isWord(takesUp) }
        }
    }

    /// "Factor N into primes" asks for the prime factors of N.
    private mutating func nameFactors() {
        let verbs: Set<String> = [
            "factor", "factorise", "factorize", "factorization", "factorisation", "decompose",
        ]
        guard let verb = elements.firstIndex(where: { $0.isWord(verbs) }),
            contains(["prime", "primes"]),
            let operand = elements.first(where: { $0.reference != nil && !$0.isUsed })
        else { return }
        let words = ["the", "prime", "factors", "of"]
            .map { Element(kind: .word, text: $0, key: $0, space: " ") }
        guard !elements[..<verb].contains(where: { $0.isWord(["and", "then", "times", "plus"]) })
        else { return }
        elements = words + [operand]
    }

    /// Drops brackets that hold no value: "(both are Caesar texts)".
    private mutating func dropRemarks() {
        var index = 0
        while index < elements.count {
            defer { index += 1 }
            guard elements[index].isSymbol("("),
                let end = elements[index...].firstIndex(where: { $0.isSymbol(")") })
            else { continue }
            let holdsValue = elements[index...end].contains {
                $0.kind == .number || $0.reference != nil || $0.isWord(Vocabulary.numberWords)
            }
            if !holdsValue { elements.removeSubrange(index...end) }
        }
    }

    /// "The number in the message" is what the message says.
    private mutating func dropContainers() {
        var index = 0
        while index < elements.count {
            defer { index += 1 }
            guard elements[index].reference != nil, !elements[index].isUsed else { continue }
            var start = index
            // "Convert XIV to a number" has been done.
            if start > 0, word(start - 1) == "convert", word(index + 1) == "to",
                word(index + 2) == "a", word(index + 3) == "number"
            {
                elements.removeSubrange(index + 1...index + 3)
                elements.remove(at: start - 1)
                continue
            }
            // "What the message says" is the message.
            if start > 0, word(start - 1) == "what", index + 1 < elements.count,
                elements[index + 1].isWord(["says", "say", "reads", "means", "spells"])
            {
                elements.remove(at: index + 1)
                elements.remove(at: start - 1)
                continue
            }
            let joints: Set<String> = [
                "in", "hidden", "from", "inside", "by", "that", "is", "written",
            ]
            while start > 0, elements[start - 1].isWord(joints) { start -= 1 }
            guard start < index, start > 0,
                elements[start - 1].isWord(["number", "numbers", "value", "values"])
            else { continue }
            start -= 1
            if start > 0, elements[start - 1].isWord(["the"]) { start -= 1 }
            elements.removeSubrange(start..<index)
            index = start
        }
    }

    /// "… and multiply the two numbers": the results take the place of the words that stand for
    /// them, so that no worker has to guess which are meant.
    private mutating func spreadPlurals() {
        guard let last = elements.lastIndex(where: { $0.reference != nil && !$0.isUsed }) else {
            return
        }
        let results = elements.filter { $0.reference != nil && !$0.isUsed }
        guard results.count > 1, let range = plural(after: last) else { return }
        var list: [Element] = []
        let isTheir = elements[range.lowerBound].isWord(["their"])
        if isTheir {
            list = [
                elements[range.upperBound - 1],
                Element(kind: .word, text: "of", key: "of", space: " "),
            ]
        }
        for (position, result) in results.enumerated() {
            if position > 0 {
                list.append(Element(kind: .word, text: "and", key: "and", space: " "))
            }
            list.append(result)
        }
        elements.replaceSubrange(range, with: list)
        elements.removeSubrange(...last)
        while let first = elements.first, first.isWord(["and", "then"]) || first.isSymbol(",.;:") {
            elements.removeFirst()
        }
    }

    /// `the two numbers`, `them`, `both results`, `their product`
    private func plural(after start: Int) -> Range<Int>? {
        for index in elements.indices where index > start {
            if word(index) == "their", index + 1 < elements.count { return index..<index + 2 }
            if elements[index].isWord(["them"]) { return index..<index + 1 }
            var end = index
            while let key = word(end),
                ["the", "both", "two", "three", "these", "of", "all"].contains(key)
            {
                end += 1
            }
            guard end > index, elements.indices.contains(end) else { continue }
            if elements[end].isWord(["numbers", "results", "values", "messages", "texts", "counts"])
            {
                return index..<end + 1
            }
            if elements[end - 1].isWord(["both"]) { return index..<end }
        }
        return nil
    }
}
