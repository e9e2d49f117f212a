/// The form in which an answer is wanted: in words, as a Roman numeral, in Morse code.
extension QuestionReader {
    /// How the answer is to be written.
    enum Presentation: Hashable, Sendable {
        case words, roman, morse
    }

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
            // "The sequence is written in Roman numerals" says how it is given.
            if word(index - 1) == "written", ["is", "are"].contains(word(index - 2)) { continue }
            elements.removeSubrange(presentationStart(before: index)..<end)
            return presentation
        }
        if takeNumeralOf() { return .roman }
        let verbs: Set<String> = ["spell", "spelled", "spelt"]
        guard let spell = elements.firstIndex(where: { $0.isWord(verbs) }), word(spell + 1) == "out"
        else { return nil }
        let hasComma = spell > 0 && elements[spell - 1].isSymbol(",")
        elements.removeSubrange((hasComma ? spell - 1 : spell)..<spell + 2)
        return .words
    }

    /// "The Roman numeral of the 10th term": what it is of must be found first, unless it is a number.
    private mutating func takeNumeralOf() -> Bool {
        guard let place = elements.firstIndex(where: { $0.isWord(["roman"]) }),
            word(place + 1) == "numeral", ["of", "for"].contains(word(place + 2)),
            place + 3 < elements.count, elements[place + 3].kind == .word,
            !Vocabulary.isRoman(elements[place + 3].text),
            !elements[place + 3].isWord(Vocabulary.numberWords.union(["number"]))
        else { return false }
        let start = place > 0 && elements[place - 1].isWord(["the"]) ? place - 1 : place
        elements.removeSubrange(start..<place + 3)
        return true
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
            || element.isWord(["please", "and", "then", "what", "how", "is", "the"])
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
}
