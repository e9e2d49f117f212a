/// Questions of no form that is known, in a pool without a general model.
extension QuestionReader {
    /// The skill nearest to what is in a question. Such a specialist declines what it does not
    /// understand, so a weak sign is enough; a guess is left to questions in which there is nothing
    /// to misread.
    static func nearestSkill(to question: String) -> Skill {
        guard let elements = ElementReader.elements(of: question) else { return .general }
        let reader = QuestionReader(elements: elements)
        let hasNumber = elements.contains {
            $0.kind == .number || $0.isWord(Vocabulary.numberWords)
        }
        if !reader.dates().isEmpty || hasNumber && reader.contains(calendarSigns) {
            return .calendar
        }
        if reader.isAboutKnights || reader.contains(["knight", "knights"]) { return .logic }
        let hasUnknown = elements.contains { $0.isWord(["x", "y", "z", "n", "t"]) }
        if hasNumber,
            !reader.numberLists().isEmpty || !reader.equations().isEmpty || hasUnknown
                || reader.contains(["number", "numbers", "integers", "sequence", "term", "terms"])
        {
            return .algebra
        }
        if hasNumber { return .arithmetic }
        if reader.contains(logicSigns) { return .logic }
        return elements.contains { $0.kind == .quoted } ? .language : .general
    }

    private static let calendarSigns: Set<String> = [
        "day", "days", "weekday", "date", "week", "weeks", "month", "months", "minutes", "hours",
        "seconds", "january", "february", "march", "april", "june", "july", "august", "september",
        "october", "november", "december", "mondays", "tuesdays", "wednesdays", "thursdays",
        "fridays", "saturdays", "sundays", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "noon", "midnight", "am", "pm", "christmas",
    ]

    private static let logicSigns: Set<String> = [
        "all", "every", "some", "only", "than", "follows", "follow", "conclude", "implies",
        "imply", "entail", "entails", "tallest", "shortest", "oldest", "youngest", "fastest",
        "slowest", "each",
    ]
}
