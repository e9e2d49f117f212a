/// What remains of a question when its inner phrases have become steps.
extension QuestionReader {
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
            if let (skill, finding) = wholeSkill {
                guard presentation != nil else { return whole(skill, "answer", finding) }
                let text = QuestionParts.text(of: elements)
                return add(
                    DraftStep(skill: skill, verb: "find", subtask: [.text(text)]),
                    finding: finding
                )
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
        if isArithmetic {
            guard !hasLooseResult else { return nil }
            return arithmetic(finding: "asks for arithmetic on what is found")
        }
        if asksToComputeText(results) { return computeText(results) }
        if results.count == 1 {
            // A question that says much more than the phrases found in it asks for something else.
            return unknownWords <= 2 ? results[0] : nil
        }
        // An amount of time that no step took in is no answer.
        let isAmount = elements.indices.contains {
            elements[$0].reference != nil && !elements[$0].isUsed && isTimeUnit($0 + 1)
        }
        guard !isAmount else { return nil }
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
