/// A step as its worker sees it: the whole question, the outputs its access list names, its subtask.
/// Nothing else reaches it.
public struct StepRequest: Hashable, Sendable {
    public struct Seen: Hashable, Sendable {
        public var subtask: String
        public var output: String

        public init(subtask: String, output: String) {
            self.subtask = subtask
            self.output = output
        }
    }

    public var question: String
    public var seen: [Seen]
    public var subtask: String
    /// The subtasks of steps it might have seen that gave no output.
    public var missing: [String]
    /// What was asked and answered before in the conversation.
    public var conversation: [Exchange]
    /// The part that the worker has in a mini session; nil in a workflow.
    public var role: Role?

    public init(
        question: String,
        seen: [Seen],
        subtask: String,
        missing: [String] = [],
        conversation: [Exchange] = [],
        role: Role? = nil
    ) {
        self.question = question
        self.seen = seen
        self.subtask = subtask
        self.missing = missing
        self.conversation = conversation
        self.role = role
    }
}
