internal import PodiumPhrasebook

/// The family of questions that one belongs to, as far as the phrasebook reads it.
public enum QuestionFamily {
    /// The skills that answer the question, in order: `language, then arithmetic`. Nil for a question
    /// that is not read as a whole.
    ///
    /// Single forms would be too fine: a worker seldom has enough answers to one of them alone to tell
    /// anything.
    public static func kind(of question: String) -> String? {
        guard case .phrases(let phrases) = Phrasebook.read(question) else { return nil }
        var names: [String] = []
        for step in Unfolding(phrases).steps where step.phrase.skill != .judging {
            let name = step.phrase.skill.rawValue
            if !names.contains(name) { names.append(name) }
        }
        return names.isEmpty ? nil : names.joined(separator: ", then ")
    }
}
