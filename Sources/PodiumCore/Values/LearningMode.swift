/// What a learned policy may do.
public enum LearningMode: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is not asked; the rules decide.
    case off
    /// The rules decide, and the plan says what it would have done.
    case observe
    /// It decides where it was shown to gain.
    case apply
}
