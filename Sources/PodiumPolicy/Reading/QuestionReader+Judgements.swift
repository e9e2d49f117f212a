/// Questions of yes or no about a result, brought into the words that a worker reads.
extension QuestionReader {
    /// "… and tell me if it is prime" becomes a sentence of its own, "is … even" asks for
    /// divisibility.
    mutating func spellOutJudgements() {
        separateJudgement()
        replaceParity()
    }

    /// Sentences at the start that hold neither a value nor a demand have nothing to do with the
    /// question, unless it is a story.
    mutating func dropRemarks(before first: Int) {
        guard draft.steps.count == first else { return }
        while let end = elements.firstIndex(where: { $0.isSymbol(".!") }),
            end + 1 < elements.count, isRemark(elements[..<end]),
            elements[end...].contains(where: { $0.kind == .number || $0.kind == .quoted })
        {
            elements.removeSubrange(...end)
        }
    }

    private func isRemark(_ sentence: ArraySlice<Element>) -> Bool {
        sentence.allSatisfy { element in
            (element.kind == .word || element.isSymbol(",'-")) && element.key.count != 1
                && !element.isWord(Vocabulary.numberWords) && !element.isWord(Vocabulary.codeWords)
                && !element.isWord(Vocabulary.arithmetic)
                && !(element.text.count > 1 && Vocabulary.isRoman(element.text))
                && !Demand.all.contains { $0.cues.contains(element.key) }
                && !QuestionParts.asks(element)
        }
    }

    private mutating func separateJudgement() {
        let verbs: Set<String> = [
            "tell", "me", "us", "say", "determine", "check", "decide", "state", "see", "find",
            "out",
        ]
        for index in elements.indices where elements[index].isWord(["if", "whether"]) {
            guard let subject = subjectEnd(from: index + 1), word(subject) == "is" else { continue }
            var start = index
            while start > 0, elements[start - 1].isWord(verbs) { start -= 1 }
            guard start < index else { continue }
            while start > 0, elements[start - 1].isWord(["and", "then"]) || isComma(start - 1) {
                start -= 1
            }
            guard start > 0 else { continue }
            let stop = Element(kind: .symbol, text: ".", key: "", space: "")
            let verb = Element(kind: .word, text: "Is", key: "is", space: " ")
            let opening = elements[start - 1].isSymbol(".?!") ? [verb] : [stop, verb]
            elements.replaceSubrange(
                start...subject,
                with: opening + elements[(index + 1)..<subject]
            )
            return
        }
    }

    private func isComma(_ index: Int) -> Bool { elements[index].isSymbol(",") }

    /// `it`, `that`, `the result`
    private func subjectEnd(from start: Int) -> Int? {
        guard let key = word(start) else { return nil }
        if ["it", "that", "this"].contains(key) {
            return word(start + 1) == "number" ? start + 2 : start + 1
        }
        let nouns: Set<String> = ["result", "number", "sum", "count", "total", "product", "answer"]
        guard key == "the", let noun = word(start + 1), nouns.contains(noun) else { return nil }
        return start + 2
    }

    private mutating func replaceParity() {
        guard let place = elements.firstIndex(where: { $0.isWord(["even", "odd"]) }),
            isClauseEnd(place + 1), asksWhether(before: place)
        else { return }
        let isOdd = elements[place].key == "odd"
        // A number is odd when the next one is even.
        let next =
            isOdd
            ? [
                Element(kind: .symbol, text: "+", key: "", space: " "),
                Element(kind: .number, text: "1", key: "", space: " "),
            ] : []
        let divisible = [
            Element(kind: .word, text: "divisible", key: "divisible", space: " "),
            Element(kind: .word, text: "by", key: "by", space: " "),
            Element(kind: .number, text: "2", key: "", space: " "),
        ]
        elements.replaceSubrange(place...place, with: next + divisible)
    }

    private func isClauseEnd(_ index: Int) -> Bool {
        index >= elements.count || elements[index].isSymbol(".?!")
    }

    /// "Is … even?", but not "… if it is even".
    private func asksWhether(before place: Int) -> Bool {
        var start = place
        while start > 0, !elements[start - 1].isSymbol(".?!;,") { start -= 1 }
        return elements[start].isWord(["is"])
    }
}
