/// What remains of a question when its inner phrases have become steps.
extension QuestionReader {
    /// How the answer is to be written.
    enum Presentation: Hashable, Sendable {
        case words, roman, morse
    }

    // MARK: Presentation

    /// Takes out "in words", "as a Roman numeral", "in Morse code", wherever no text follows that
    /// it could belong to.
    mutating func takePresentation() -> Presentation? {
        for index in elements.indices {
            guard elements[index].isWord(["in", "as", "into", "to", "using"]) else { continue }
            var next = index + 1
            while let key = word(next), ["a", "english", "plain", "the", "international"].contains(key) {
                next += 1
            }
            guard let (presentation, end) = form(at: next), isFree(end) else { continue }
            var start = index
            if start > 0, elements[start - 1].isSymbol(",") { start -= 1 }
            elements.removeSubrange(start..<end)
            return presentation
        }
        guard let spell = elements.firstIndex(where: { $0.isWord(["spell"]) }),
            word(spell + 1) == "out"
        else { return nil }
        elements.removeSubrange(spell..<spell + 2)
        return .words
    }

    private func form(at index: Int) -> (Presentation, Int)? {
        switch word(index) {
        case "words": return (.words, index + 1)
        case "roman":
            guard let noun = word(index + 1), noun.hasPrefix("numeral") || noun == "form" else { return nil }
            return (.roman, index + 2)
        case "morse": return (.morse, word(index + 1) == "code" ? index + 2 : index + 1)
        default: return nil
        }
    }

    /// Whether a form ends here: a text or numeral after it would make it "the words X".
    private func isFree(_ index: Int) -> Bool {
        guard elements.indices.contains(index) else { return true }
        let element = elements[index]
        return element.kind == .symbol && !element.isSymbol(":")
            || element.isWord(["please", "and", "then", "what", "how", "is"])
    }

    mutating func present(
        _ answer: DraftStep.Reference, as presentation: Presentation
    ) -> DraftStep.Reference {
        let form =
            switch presentation {
            case .words: "in English words"
            case .roman: "as a Roman numeral"
            case .morse: "in Morse code"
            }
        // A question that only asks for the form has been sent to the linguist whole.
        if draft.steps[answer.step].verb == "answer" { return answer }
        return add(
            DraftStep(
                skill: .language, verb: "write \(form)",
                subtask: [.text("Write "), .result(answer), .text(" \(form).")]),
            finding: "wants the answer \(form)")
    }

    // MARK: Answer

    /// The step that gives the answer, from the elements that are left.
    mutating func readRest(_ presentation: Presentation?) -> DraftStep.Reference? {
        let results = elements.compactMap { $0.isUsed ? nil : $0.reference }
        let isArithmetic = looksArithmetic
        if results.isEmpty {
            guard !draft.steps.isEmpty || sources.isEmpty else { return nil }
            if isArithmetic, unknownWords <= 3 { return whole(.arithmetic, "compute", "asks for arithmetic") }
            if presentation != nil || asksAboutLetters {
                return whole(.language, "answer", "is about letters, words or numerals")
            }
            return nil
        }
        if isArithmetic { return arithmetic() }
        if asksToComputeText(results) { return computeText(results) }
        if results.count == 1 {
            // A question that says much more than the phrases found in it asks for something else.
            return unknownWords <= 6 ? results[0] : nil
        }
        draft.append(merging: results)
        return DraftStep.Reference(step: draft.steps.count - 1)
    }

    private mutating func whole(_ skill: Skill, _ verb: String, _ finding: String) -> DraftStep.Reference {
        add(
            DraftStep(skill: skill, verb: verb, subtask: [.text("Answer the question.")]),
            finding: finding)
    }

    private var looksArithmetic: Bool {
        let values = elements.filter {
            $0.kind == .number || $0.reference != nil && !$0.isUsed
                || $0.isWord(Vocabulary.numberWords)
        }
        guard !values.isEmpty else { return false }
        let hasOperator = elements.indices.contains { index in
            let element = elements[index]
            if element.isWord(Vocabulary.arithmetic) || element.isSymbol(Vocabulary.arithmeticSymbols) {
                return true
            }
            if element.isSymbol("-−"), index > 0, index + 1 < elements.count {
                return elements[index - 1].kind != .word && elements[index + 1].kind != .word
            }
            return element.isSymbol("!") && element.space.isEmpty && index > 0
                && elements[index - 1].kind == .number
        }
        if hasOperator { return true }
        let asksBase = contains(["base"])
        return asksBase || elements.filter { $0.isWord(Vocabulary.units) }.count > 1
    }

    /// Words that belong neither to arithmetic nor to the phrases of any question.
    private var unknownWords: Int {
        let known = Vocabulary.arithmetic.union(Vocabulary.connectives).union(Vocabulary.units)
            .union(Vocabulary.numberWords).union(Vocabulary.codeWords).union(Self.politeness)
        return elements.filter { $0.kind == .word && !known.contains($0.key) }.count
    }

    private static let politeness: Set<String> = [
        "please", "me", "tell", "can", "could", "you", "find", "give", "work", "out", "value",
        "exactly", "exact", "does", "do", "say", "says", "i", "my", "there", "an", "letters",
        "letter", "word", "words", "answer", "get", "take", "write", "x", "result", "simplify",
        "at", "on", "hello", "hi", "thanks", "thank", "carefully", "now", "first", "finally",
        "decoded", "text", "this", "here", "for", "us", "if", "reads", "mean", "meaning", "its",
        "divided", "prime", "whether", "even", "expression", "question", "be", "solve", "determine",
        "list", "all", "have", "has", "were", "would", "let", "state", "name", "form", "make",
        "cent", "hidden", "given", "following", "puzzle", "help", "with",
    ]

    private var asksAboutLetters: Bool {
        let hasText = elements.contains { $0.kind == .quoted }
        let tasks: Set<String> = [
            "encode", "encrypt", "encipher", "palindrome", "anagram", "anagrams", "morse", "caesar",
            "vowels", "consonants", "letters", "letter", "reverse", "sort", "alphabetical",
            "alphabetically", "backwards", "roman", "uppercase", "lowercase", "digits", "shift",
            "cipher", "decode", "decipher", "decrypt", "longest", "shortest",
        ]
        if hasText { return contains(tasks) }
        // Without quotation marks only what cannot mean anything else.
        return contains([
            "palindrome", "anagrams", "encode", "encrypt", "decode", "decipher", "decrypt", "morse",
            "caesar", "reverse", "sort", "vowels", "consonants",
        ]) && unknownWords <= 5
    }

    // MARK: Arithmetic over results

    private mutating func arithmetic() -> DraftStep.Reference {
        var pieces: [DraftStep.Piece] = [.text("Compute:")]
        for element in elements {
            let space = element.space.isEmpty ? "" : " "
            switch element.kind {
            case .result(let reference):
                if !element.isUsed { pieces += [.text(space), .result(reference)] }
            case .quoted: continue
            case .number, .symbol: pieces.append(.text(space + element.text))
            case .word:
                if isPartOfComputation(element) { pieces.append(.text(space + element.text)) }
            }
        }
        return add(
            DraftStep(skill: .arithmetic, verb: "compute", subtask: pieces),
            finding: "asks for arithmetic on what they say")
    }

    private func isPartOfComputation(_ element: Element) -> Bool {
        element.isWord(Vocabulary.arithmetic) || element.isWord(Vocabulary.connectives)
            || element.isWord(Vocabulary.numberWords) || element.isWord(Vocabulary.units)
    }

    /// "Decode … and compute what it says."
    private func asksToComputeText(_ results: [DraftStep.Reference]) -> Bool {
        let isText = results.allSatisfy { ["decode", "reverse"].contains(draft.steps[$0.step].verb) }
        let answers = elements.indices.contains {
            word($0) == "answer" && ["it", "the", "its", "what"].contains(word($0 + 1))
                && word($0 + 2) != "to"
        }
        return isText && (contains(Vocabulary.imperativesOfComputing) || answers)
    }

    private mutating func computeText(_ results: [DraftStep.Reference]) -> DraftStep.Reference {
        var pieces: [DraftStep.Piece] = [.text("Compute the arithmetic in ")]
        for (index, result) in results.enumerated() {
            pieces += [.text(index > 0 ? " and " : ""), .result(result)]
        }
        pieces.append(.text("."))
        return add(
            DraftStep(skill: .arithmetic, verb: "compute", subtask: pieces),
            finding: "asks to compute what it says")
    }
}
