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
            while let key = word(next),
                ["a", "english", "plain", "the", "international"].contains(key)
            {
                next += 1
            }
            guard let (presentation, end) = form(at: next), isFree(end) else { continue }
            elements.removeSubrange(presentationStart(before: index)..<end)
            return presentation
        }
        let verbs: Set<String> = ["spell", "spelled", "spelt"]
        guard let spell = elements.firstIndex(where: { $0.isWord(verbs) }), word(spell + 1) == "out"
        else { return nil }
        let hasComma = spell > 0 && elements[spell - 1].isSymbol(",")
        elements.removeSubrange((hasComma ? spell - 1 : spell)..<spell + 2)
        return .words
    }

    /// Takes in "and write the result" before "in words".
    private func presentationStart(before index: Int) -> Int {
        let verbs: Set<String> = [
            "write", "give", "express", "spell", "say", "state", "present", "put", "show", "tell",
            "convert", "return", "report", "answer",
        ]
        let objects: Set<String> = [
            "the", "result", "answer", "sum", "total", "it", "that", "me", "product", "number",
            "out", "your",
        ]
        var start = index
        while start > 0, elements[start - 1].isWord(objects) { start -= 1 }
        guard start > 0, elements[start - 1].isWord(verbs) else {
            return index > 0 && elements[index - 1].isSymbol(",") ? index - 1 : index
        }
        start -= 1
        while start > 0,
            elements[start - 1].isWord(["and", "then"]) || elements[start - 1].isSymbol(",.")
        {
            start -= 1
        }
        return start
    }

    private func form(at index: Int) -> (Presentation, Int)? {
        switch word(index) {
        case "words": return (.words, index + 1)
        case "roman":
            guard let noun = word(index + 1), noun.hasPrefix("numeral") || noun == "form" else {
                return nil
            }
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
        _ answer: DraftStep.Reference,
        as presentation: Presentation
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
                skill: .language,
                verb: "write \(form)",
                subtask: [.text("Write "), .result(answer), .text(" \(form).")]
            ),
            finding: "wants the answer \(form)"
        )
    }

    // MARK: Answer

    /// The step that gives the answer, from the elements that are left.
    mutating func readRest(_ presentation: Presentation?) -> DraftStep.Reference? {
        let results = elements.compactMap { $0.isUsed ? nil : $0.reference }
        let isArithmetic = looksArithmetic
        // A text that no step takes in means that something was not understood.
        if !results.isEmpty, elements.contains(where: { $0.kind == .quoted && !$0.isUsed }) {
            return nil
        }
        if let next = nextSkill(results) { return next }
        if results.isEmpty {
            if presentation == nil, let (skill, finding) = wholeSkill {
                return whole(skill, "answer", finding)
            }
            if isArithmetic, unknownWords <= 3 {
                // With a wish about its form taken out, the question is no longer what is computed.
                guard presentation == nil else { return arithmetic(finding: "asks for arithmetic") }
                return whole(.arithmetic, "compute", "asks for arithmetic")
            }
            if presentation != nil || asksAboutLetters {
                return whole(.language, "answer", "is about letters, words or numerals")
            }
            return nil
        }
        if results.count == 1, let code = encoding(of: results[0]) { return code }
        if isArithmetic { return arithmetic(finding: "asks for arithmetic on what is found") }
        if asksToComputeText(results) { return computeText(results) }
        if results.count == 1 {
            // A question that says much more than the phrases found in it asks for something else.
            return unknownWords <= 2 ? results[0] : nil
        }
        draft.append(merging: results)
        return DraftStep.Reference(step: draft.steps.count - 1)
    }

    /// A step of another specialist on what is found.
    private mutating func nextSkill(_ results: [DraftStep.Reference]) -> DraftStep.Reference? {
        if asksForUnknown(results) { return solveEquation(in: results[0]) }
        if let next = continueSequence(results) { return next }
        guard results.count == 1 else { return nil }
        return shiftDate(by: results[0]) ?? searchTarget(results[0])
    }

    /// What a question without inner phrases is about, if one specialist takes it whole.
    private var wholeSkill: (Skill, String)? {
        if isCalendar { return (.calendar, "is about dates or times") }
        if isSubsetSum || isCountdown { return (.search, "gives numbers to choose from") }
        if isSequence, !numberLists().isEmpty { return (.algebra, "gives a sequence") }
        return isAlgebra ? (.algebra, "has an unknown number") : nil
    }

    mutating func whole(_ skill: Skill, _ verb: String, _ finding: String)
        -> DraftStep.Reference
    {
        add(
            DraftStep(skill: skill, verb: verb, subtask: [.text("Answer the question.")]),
            finding: finding
        )
    }

    var looksArithmetic: Bool {
        let values = elements.filter {
            $0.kind == .number || $0.reference != nil && !$0.isUsed
                || $0.isWord(Vocabulary.numberWords)
                || isHexadecimal($0)
        }
        guard !values.isEmpty else { return false }
        let hasOperator = elements.indices.contains { index in
            let element = elements[index]
            if element.isWord(Vocabulary.arithmetic)
                || element.isSymbol(Vocabulary.arithmeticSymbols)
            {
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

    /// `e6ee`, where the question speaks of such numbers.
    private func isHexadecimal(_ element: Element) -> Bool {
        element.kind == .word && contains(["hexadecimal", "hex"])
            && element.key.allSatisfy(\.isHexDigit) && element.key.contains { $0.isNumber }
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
        "cent", "hidden", "both", "together", "decoding", "evaluating", "works", "so", "agent",
        "agents", "received", "sent", "note", "friend", "found", "plaintext", "what's", "it's",
        "original", "back", "show", "computing", "using", "again", "given", "following", "puzzle",
        "help", "with",
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
        let isNumeral =
            contains(["numeral", "numerals"]) && elements.contains { $0.kind == .number }
            || contains(["digits", "figures"]) && contains(Vocabulary.numberWords)
        return unknownWords <= 5
            && (isNumeral
                || contains([
                    "palindrome", "anagrams", "encode", "encrypt", "decode", "decipher", "decrypt",
                    "morse", "caesar", "reverse", "sort", "vowels", "consonants", "backwards",
                    "alphabetize", "alphabetise",
                ]))
    }

    /// "Decode … and compute what it says."
    private func asksToComputeText(_ results: [DraftStep.Reference]) -> Bool {
        let isText = results.allSatisfy {
            ["decode", "reverse"].contains(draft.steps[$0.step].verb)
        }
        let answers = elements.indices.contains {
            word($0) == "answer" && ["it", "the", "its", "what"].contains(word($0 + 1))
                && word($0 + 2) != "to"
        }
        let worksOut = elements.indices.contains {
            word($0)?.hasPrefix("work") == true && (word($0 + 1) == "out" || word($0 + 2) == "out")
        }
        let asksForValue = contains(["value", "total"])
        return isText
            && (contains(Vocabulary.imperativesOfComputing) || answers || worksOut || asksForValue)
    }

    /// "… and encode it with a Caesar shift of 3."
    private mutating func encoding(of result: DraftStep.Reference) -> DraftStep.Reference? {
        guard contains(Vocabulary.encodeVerbs),
            let anchor = elements.firstIndex(where: { $0.isWord(["shift", "key", "rot", "by"]) }),
            let number = elements[anchor...].prefix(5).first(where: { $0.kind == .number })
        else { return nil }
        return add(
            DraftStep(
                skill: .language,
                verb: "encode",
                subtask: [
                    .text("Encode "), .result(result),
                    .text(" with a Caesar shift of \(number.text)."),
                ]
            ),
            finding: "asks for a Caesar code"
        )
    }

    private mutating func computeText(_ results: [DraftStep.Reference]) -> DraftStep.Reference {
        var pieces: [DraftStep.Piece] = [.text("Compute the arithmetic in ")]
        for (index, result) in results.enumerated() {
            pieces += [.text(index > 0 ? " and " : ""), .result(result)]
        }
        pieces.append(.text("."))
        return add(
            DraftStep(skill: .arithmetic, verb: "compute", subtask: pieces),
            finding: "asks to compute what it says"
        )
    }
}
