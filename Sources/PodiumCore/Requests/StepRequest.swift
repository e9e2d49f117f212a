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
    /// What the client of an API tells whoever answers.
    public var instructions: String?
    /// The client's conversation, where the worker answers it itself: then it is all that a model is sent.
    public var messages: [ChatMessage]?
    /// What the worker may ask whoever asked to do; nil for nothing.
    public var tools: ToolTerms?
    /// Whether the reply goes to the client as the answer.
    public var isAnswer: Bool
    /// The form that the reply must have; nil for free text.
    public var form: ReplyForm?

    public init(
        question: String,
        seen: [Seen],
        subtask: String,
        missing: [String] = [],
        conversation: [Exchange] = [],
        role: Role? = nil,
        instructions: String? = nil,
        messages: [ChatMessage]? = nil,
        tools: ToolTerms? = nil,
        isAnswer: Bool = false,
        form: ReplyForm? = nil
    ) {
        self.question = question
        self.seen = seen
        self.subtask = subtask
        self.missing = missing
        self.conversation = conversation
        self.role = role
        self.instructions = instructions
        self.messages = messages
        self.tools = tools
        self.isAnswer = isAnswer
        self.form = form
    }
}
