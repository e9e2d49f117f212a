/// The family of questions that one belongs to, as far as the embedded conductor reads it.
public enum QuestionFamily {
    /// The group of gym families that the question is of, by the skills that answer it: `algebra`,
    /// `arithmetic`, `calendar`, `language`, `logic`, `search`. A composed one names them in order:
    /// `language, then arithmetic`. Nil for a question that is not recognised as a whole.
    ///
    /// The groups are those of `Gym/Families`. Single families would be too fine: a worker seldom
    /// has enough answers to `subset sum` alone to tell anything.
    public static func kind(of question: String) -> String? {
        guard let draft = QuestionReader.draft(of: question), draft.unread.isEmpty else {
            return nil
        }
        var names: [String] = []
        for step in draft.steps {
            guard let name = step.skill.family, !names.contains(name) else { continue }
            names.append(name)
        }
        return names.isEmpty ? nil : names.joined(separator: ", then ")
    }
}

extension Skill {
    /// Nil for skills that work on what others found, or on anything.
    fileprivate var family: String? {
        switch self {
        case .arithmetic: "arithmetic"
        case .algebra: "algebra"
        case .search: "search"
        case .logic: "logic"
        case .language: "language"
        case .calendar: "calendar"
        case .checking, .merging, .guessing, .general: nil
        }
    }
}
