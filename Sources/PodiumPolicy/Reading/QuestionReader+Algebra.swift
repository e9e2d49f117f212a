/// Equations and sequences.
extension QuestionReader {
    // MARK: Equations

    /// Runs of numbers, letters and signs around an equals sign, with a letter in them.
    func equations() -> [Range<Int>] {
        var found: [Range<Int>] = []
        for place in elements.indices where elements[place].isSymbol("=") {
            let floor = found.last?.upperBound ?? 0
            var (start, end) = (place, place + 1)
            while start > floor, isFormula(start - 1) { start -= 1 }
            while end < elements.count, isFormula(end) { end += 1 }
            // A sign at the edge is punctuation: "- x = 2" in a list.
            while end > place + 1, elements[end - 1].isSymbol("+-−*×·/÷^(") { end -= 1 }
            while start < place, elements[start].isSymbol("+*×·/÷^)") { start += 1 }
            let range = start..<end
            if start < place, end > place + 1, !variables(in: range).isEmpty { found.append(range) }
        }
        return found
    }

    private func isFormula(_ index: Int) -> Bool {
        let element = elements[index]
        if element.kind == .word {
            guard element.key.count == 1, element.key.first?.isASCII == true else { return false }
            // "a" is an article unless a sign or a number stands beside it.
            return !["a", "i"].contains(element.key) || isBesideSign(index)
        }
        return element.kind == .number || element.isSymbol("+-−*×·/÷^()")
    }

    private func isBesideSign(_ index: Int) -> Bool {
        let next = index + 1
        if next < elements.count, elements[next].isSymbol("+-−*×·/÷^=)") { return true }
        return index > 0
            && (elements[index - 1].isSymbol("+-−*×·/÷^=(")
                || elements[index - 1].kind == .number && elements[index].space.isEmpty)
    }

    private func variables(in range: Range<Int>) -> Set<String> {
        Set(elements[range].filter { $0.kind == .word }.map(\.key))
    }

    /// "What date is x days after 1 March 2024, where x + y = 9 and …": the equations are a step,
    /// and its result takes the place of the letter.
    mutating func takeUnknowns(isPresented: Bool = false) {
        var runs = equations()
        guard !runs.isEmpty, isPresented || !dates().isEmpty || contains(Self.judgedWords)
        else { return }
        let letters = runs.reduce(into: Set<String>()) { $0.formUnion(variables(in: $1)) }
        let text = runs.map { QuestionParts.text(of: Array(elements[$0])) }
            .joined(separator: " and ")
        let mentions = expressions(of: letters, outside: runs)
        var known: [String: DraftStep.Reference] = [:]
        for range in mentions.reversed() {
            let expression = QuestionParts.text(of: Array(elements[range]))
            let reference =
                known[expression]
                ?? add(
                    DraftStep(
                        skill: .algebra,
                        verb: "solve",
                        subtask: [.text("If \(text), what is \(expression)?")]
                    ),
                    finding: "gives equations"
                )
            known[expression] = reference
            let space = elements[range.lowerBound].space
            let change = range.count - 1
            elements.replaceSubrange(range, with: [.result(of: reference.step, space: space)])
            runs = runs.map {
                $0.lowerBound > range.lowerBound
                    ? $0.lowerBound - change..<$0.upperBound - change : $0
            }
        }
        guard !mentions.isEmpty else { return }
        for run in runs.reversed() { elements.removeSubrange(run) }
        // With the equations goes what led up to them.
        elements.removeAll { $0.isWord(letters) || $0.isWord(Self.equationWords) }
    }

    /// Where the unknowns stand in what is asked of them: before a unit of time, or alone in the
    /// clause that asks about them. "2x + y" is one such place.
    private func expressions(of letters: Set<String>, outside runs: [Range<Int>]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < elements.count {
            // "a days" is an unknown, "a day" is not.
            let isCounted =
                word(index).map(letters.contains) == true && isTimeUnit(index + 1)
                && word(index + 1)?.hasSuffix("s") == true
            guard isCounted || isFormula(index), !runs.contains(where: { $0.contains(index) })
            else {
                index += 1
                continue
            }
            var end = isCounted ? index + 1 : index
            while end < elements.count, isFormula(end), !runs.contains(where: { $0.contains(end) })
            {
                end += 1
            }
            let range = index..<end
            let isAsked =
                isTimeUnit(end) || dates().isEmpty && (runs.last?.upperBound ?? 0) <= index
            if isAsked, !variables(in: range).isDisjoint(with: letters) { found.append(range) }
            index = end
        }
        return found
    }

    /// What no worker for equations answers about an unknown.
    private static let judgedWords: Set<String> = [
        "prime", "roman", "words", "morse", "even", "odd", "divisible", "binary",
    ]

    private static let equationWords: Set<String> = [
        "satisfy", "satisfies", "let", "suppose", "given", "where", "if", "system", "solve",
        "such", "equation", "equations", "numbers", "simultaneous", "following", "with",
    ]

    /// Whether the whole question is about an unknown number.
    var isAlgebra: Bool {
        if !equations().isEmpty { return true }
        let letters = elements.indices.filter { index in
            elements[index].kind == .word
                && ["x", "y", "z", "n", "t"].contains(elements[index].key)
        }
        if !letters.isEmpty {
            if contains(["equals", "equal"]), contains(Vocabulary.numberWords) { return true }
            let hasTerm = letters.contains { index in
                index + 1 < elements.count && elements[index + 1].isSymbol("^")
                    || index > 0 && elements[index - 1].kind == .number
                        && elements[index].space.isEmpty
            }
            if hasTerm, contains(["roots", "root", "zeros", "solutions", "evaluate", "value"]) {
                return true
            }
        }
        return isWordProblem
    }

    /// `A number doubled plus 3 is 17.`
    private var isWordProblem: Bool {
        let hasNumber = elements.contains {
            $0.kind == .number || $0.isWord(Vocabulary.numberWords)
        }
        guard hasNumber else { return false }
        let hasUnknown = elements.indices.contains { index in
            (word(index) == "number" || word(index) == "numbers")
                && ["a", "two", "another", "one", "what", "which", "consecutive", "certain"]
                    .contains(word(index - 1))
        }
        if hasUnknown, contains(["is", "are", "gives", "equals", "get", "result", "was", "makes"]) {
            return contains(["number", "numbers"]) && !contains(["between", "days", "letters"])
                && contains(Self.relations)
        }
        return contains(["old", "older", "younger", "age", "ages"])
            && contains(["twice", "times", "sum", "together", "older", "younger"])
    }

    private static let relations: Set<String> = [
        "sum", "difference", "doubled", "tripled", "plus", "minus", "times", "twice", "half",
        "third", "consecutive", "multiply", "multiplied", "add", "added", "more", "less",
        "increased", "decreased", "subtracted", "product", "thrice",
    ]

    /// "Decode … and solve the equation in it."
    func asksForUnknown(_ results: [DraftStep.Reference]) -> Bool {
        guard results.count == 1, draft.steps[results[0].step].verb == "decode" else {
            return false
        }
        let asks: Set<String> = ["solve", "find", "what", "what's", "which", "value", "me"]
        return contains(["equation", "unknown"]) || contains(["x"]) && contains(asks)
    }

    mutating func solveEquation(in result: DraftStep.Reference) -> DraftStep.Reference {
        add(
            DraftStep(
                skill: .algebra,
                verb: "solve",
                subtask: [.text("Solve the equation in "), .result(result), .text(".")]
            ),
            finding: "asks to solve the equation in it"
        )
    }

    // MARK: Sequences

    var isSequence: Bool {
        let isNamed = contains([
            "sequence", "series", "pattern", "continue", "continues", "continued",
        ])
        let asks = contains([
            "next", "follows", "follow", "term", "continue", "after", "missing", "comes",
        ])
        return isNamed && asks || contains(["term", "terms"]) && !numberLists().isEmpty
            || contains(["next"]) && contains(["comes", "come", "number", "term"])
            || contains(["follows"]) && contains(["which", "what"])
    }

    /// The next number after several that earlier steps found.
    mutating func continueSequence(_ results: [DraftStep.Reference]) -> DraftStep.Reference? {
        guard isSequence, results.count > 2,
            results.allSatisfy({ draft.steps[$0.step].verb == "convert" })
        else { return nil }
        draft.joinBatches()
        guard let joined = draft.steps.firstIndex(where: { $0.verb == "convert" }) else {
            return nil
        }
        return add(
            DraftStep(
                skill: .algebra,
                verb: "continue",
                subtask: [
                    .text("What is the next number in the sequence "), .results(of: joined),
                    .text("?"),
                ]
            ),
            finding: "asks for the next number of a sequence"
        )
    }
}
