/// A request to write a workflow for `question` over `workers`, whose positions are their ids.
public struct PlanRequest: Hashable, Sendable {
    /// What stands for the remark of a person who wants another plan and says no more.
    public static let noRemark = "Write another plan."

    /// A plan the conductor wrote before, and why it could not be used.
    public struct Rejection: Hashable, Sendable {
        public var text: String
        public var reason: String

        public init(text: String, reason: String) {
            self.text = text
            self.reason = reason
        }
    }

    /// A step of an earlier workflow, and what came of it.
    public struct PastStep: Hashable, Sendable {
        public var worker: String
        public var subtask: String
        /// Nil when it gave none.
        public var output: String?
        /// What a verifier said against what was before it; nil where it accepted that, or could not tell.
        public var objection: String?

        public init(
            worker: String,
            subtask: String,
            output: String?,
            objection: String? = nil
        ) {
            self.worker = worker
            self.subtask = subtask
            self.output = output
            self.objection = objection
        }
    }

    /// A workflow that ran before this one.
    public struct Round: Hashable, Sendable {
        public var steps: [PastStep]
        /// What it came to; nil when it gave no answer.
        public var answer: String?
        /// Why a person wants another plan. With a remark the workflow was broken off; without one
        /// it ended, and three empty lists return its answer as it is.
        public var remark: String?

        public init(steps: [PastStep], answer: String?, remark: String? = nil) {
            self.steps = steps
            self.answer = answer
            self.remark = remark
        }
    }

    public var question: String
    public var workers: [Worker]
    /// The greatest number of steps the plan may have.
    public var stepLimit: Int
    public var rejected: [Rejection]
    /// The subtask that a nested workflow answers; nil for the question itself.
    public var task: String?
    /// What a nested workflow may see from outside: the outputs that its parent step may.
    public var context: [StepRequest.Seen]
    /// Earlier workflows for the same question or task, in order.
    public var rounds: [Round]
    /// The form in which a checkpoint was trained to be asked; nil for Podium's own words.
    public var template: PlanTemplate?
    /// What was asked and answered before in the conversation.
    public var conversation: [Exchange]
    /// What the client of an API tells whoever answers.
    public var instructions: String?

    public init(
        question: String,
        workers: [Worker],
        stepLimit: Int,
        rejected: [Rejection] = [],
        task: String? = nil,
        context: [StepRequest.Seen] = [],
        rounds: [Round] = [],
        template: PlanTemplate? = nil,
        conversation: [Exchange] = [],
        instructions: String? = nil
    ) {
        self.question = question
        self.workers = workers
        self.stepLimit = stepLimit
        self.rejected = rejected
        self.task = task
        self.context = context
        self.rounds = rounds
        self.template = template
        self.conversation = conversation
        self.instructions = instructions
    }
}
