/// The text with which a trained conductor is asked, as it was trained to be: files of the person's.
///
/// A placeholder is a name in double braces: `{{question}}`, `{{workers}}`, `{{step_limit}}`,
/// `{{examples}}`. The first two must occur in the prompt.
public struct PlanTemplate: Hashable, Sendable, Codable {
    /// What stands in the system message; nil for none.
    public var system: String?
    public var prompt: String
    /// What `{{examples}}` stands for.
    public var examples: String?
    /// How the reply is made to begin. It is part of the plan's text.
    public var prefill: String?

    public init(
        system: String? = nil,
        prompt: String,
        examples: String? = nil,
        prefill: String? = nil
    ) {
        self.system = system
        self.prompt = prompt
        self.examples = examples
        self.prefill = prefill
    }
}
