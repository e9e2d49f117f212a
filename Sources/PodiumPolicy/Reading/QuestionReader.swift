/// Recognises the forms of questions that the specialists solve, and breaks them into steps.
///
/// Phrases that name something to be found first ("the Roman numeral XIV", "the number of vowels in
/// "banana"") are made into steps from the inside out, and a reference to the step takes their
/// place. What remains is arithmetic over the results, a form to write the answer in, or nothing.
struct QuestionReader {
    var elements: [Element]
    var draft: Draft
    /// What each step was done on, for "how many r's are in it".
    var sources: [Int: Operand] = [:]

    /// What an operation is done on.
    enum Operand: Hashable, Sendable {
        case text(String)
        case result(DraftStep.Reference)
    }

    init(elements: [Element], draft: Draft = Draft()) {
        self.elements = elements
        self.draft = draft
    }

    /// The steps that answer a question, with what they leave unread; nil when nothing in it is
    /// recognised.
    static func draft(of question: String) -> Draft? {
        guard let all = ElementReader.elements(of: question) else { return nil }
        let elements = QuestionParts.withoutAsides(all)
        for parts in [QuestionParts.split(elements), QuestionParts.clauses(elements)]
        where parts.count > 1 {
            if let draft = together(parts) { return draft }
        }
        var reader = QuestionReader(elements: elements)
        guard reader.read() != nil else { return nil }
        reader.draft.unread += Coverage(steps: reader.draft.steps).unread(of: elements)
        return reader.draft
    }

    /// Independent parts, each in its own steps, and a step that puts the answers together.
    private static func together(_ parts: [[Element]]) -> Draft? {
        var draft = Draft()
        var finals: [DraftStep.Reference] = []
        for part in parts {
            var reader = QuestionReader(elements: part, draft: draft)
            let first = draft.steps.count
            guard let final = reader.read(), first <= reader.draft.steps.count,
                reader.draft.unread.isEmpty,
                Coverage(steps: reader.draft.steps[first...]).unread(of: part).isEmpty
            else { return nil }
            draft = reader.draft
            finals.append(final)
            // A part answered whole needs to know which part it is.
            if case .text("Answer the question.") = draft.steps[final.step].subtask.first {
                let text = QuestionParts.text(of: part)
                draft.steps[final.step].subtask = [.text("Answer only this: \(text)")]
            }
        }
        draft.append(merging: finals)
        return draft
    }

    /// Reads the question into steps. Gives the step that answers it, or nil.
    mutating func read() -> DraftStep.Reference? {
        let first = draft.steps.count
        takeStory()
        if draft.steps.count == first, let puzzle = puzzle() {
            return whole(puzzle.skill, "solve", puzzle.finding)
        }
        dropRemarks(before: first)
        spellOutJudgements()
        let presentation = takePresentation()
        takeCodes()
        takeRomanNumerals()
        takeTarget()
        takeUnknowns(isPresented: presentation != nil)
        takeDates()
        // What is about the calendar alone is not taken apart: one worker knows it all.
        let isOnlyCalendar =
            draft.steps.count > first
            && draft.steps[first...].allSatisfy { $0.skill == .calendar }
        takeLetterPhrases()
        guard let answer = readRest(presentation) else {
            return isOnlyCalendar ? onlyCalendar(from: first) : nil
        }
        if presentation == nil, draft.steps[first...].allSatisfy({ $0.skill == .calendar }) {
            return onlyCalendar(from: first)
        }
        return presentation.map { present(answer, as: $0) } ?? answer
    }

    private mutating func onlyCalendar(from first: Int) -> DraftStep.Reference {
        draft.steps.removeSubrange(first...)
        return whole(.calendar, "answer", "is about dates or times")
    }

    // MARK: Steps

    /// Adds a step and gives the reference to its result.
    mutating func add(_ step: DraftStep, finding: String, source: Operand? = nil)
        -> DraftStep.Reference
    {
        draft.steps.append(step)
        draft.findings.append(finding)
        let reference = DraftStep.Reference(step: draft.steps.count - 1)
        sources[reference.step] = source
        return reference
    }

    /// Puts a step's result in the place of a range of elements.
    mutating func replace(_ range: Range<Int>, by reference: DraftStep.Reference) {
        let space = elements[range.lowerBound].space
        elements.replaceSubrange(range, with: [.result(of: reference.step, space: space)])
    }

    /// Marks the results that a step takes in: they are no answers any more.
    mutating func use(_ operand: Operand) {
        for index in elements.indices {
            let element = elements[index]
            let isSame =
                switch operand {
                case .result(let reference): element.reference == reference
                case .text(let text): element.kind == .quoted && element.text == text
                }
            if isSame { elements[index].isUsed = true }
        }
    }

    func word(_ index: Int) -> String? {
        guard elements.indices.contains(index), elements[index].kind == .word else { return nil }
        return elements[index].key
    }

    func contains(_ words: Set<String>) -> Bool {
        elements.contains { $0.isWord(words) }
    }

    /// The operand as it stands in a subtask: a quoted text, or a reference.
    static func pieces(_ operand: Operand) -> [DraftStep.Piece] {
        switch operand {
        case .text(let text): [.text(quoted(text))]
        case .result(let reference): [.result(reference)]
        }
    }

    /// In quotation marks that the text itself does not hold.
    static func quoted(_ text: String) -> String {
        text.contains("\"") ? "“\(text)”" : "\"\(text)\""
    }
}

extension Draft {
    /// Adds the step that puts several answers together.
    mutating func append(merging finals: [DraftStep.Reference]) {
        var pieces: [DraftStep.Piece] = [.text("Put the answers together in this order: ")]
        for (index, final) in finals.enumerated() {
            if index > 0 { pieces.append(.text(", ")) }
            pieces.append(.result(final))
        }
        pieces.append(.text(". Change nothing in them."))
        steps.append(DraftStep(skill: .merging, verb: "put the answers together", subtask: pieces))
    }
}
