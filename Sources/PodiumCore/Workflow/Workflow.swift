/// A directed acyclic graph of steps that answers a question, or a step of another workflow.
///
/// One type serves first plans, later rounds and nested workflows; `parent` tells which it is.
public struct Workflow: Hashable, Sendable, Codable {
    /// What a workflow answers.
    public enum Parent: Hashable, Sendable {
        case question
        /// It corrects or verifies what an earlier workflow gave.
        case round(after: WorkflowID)
        /// It answers the subtask of one step.
        case step(StepID)
    }

    public var id: WorkflowID
    public var parent: Parent
    /// In the order the plan gives them. A step sees only steps before it.
    public var steps: [Step]

    public init(id: WorkflowID, parent: Parent = .question, steps: [Step]) {
        self.id = id
        self.parent = parent
        self.steps = steps
    }
}

/// One step: a worker, a subtask in plain language, and the access list.
public struct Step: Hashable, Sendable, Codable {
    public var id: StepID
    /// The worker's name in the pool.
    public var worker: String
    public var subtask: String
    /// The earlier steps whose subtask and output this worker may see, in plan order.
    public var access: [StepID]
    /// What the worker does in a turn of a mini session; nil in a workflow that was planned.
    public var role: Role?

    public init(
        id: StepID,
        worker: String,
        subtask: String,
        access: [StepID] = [],
        role: Role? = nil
    ) {
        self.id = id
        self.worker = worker
        self.subtask = subtask
        self.access = access
        self.role = role
    }
}

extension Workflow.Parent: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, workflow, step
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let kind = try container.decode(String.self, forKey: .kind)
        switch kind {
        case "question": self = .question
        case "round": self = .round(after: try container.decode(WorkflowID.self, forKey: .workflow))
        case "step": self = .step(try container.decode(StepID.self, forKey: .step))
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .kind,
                in: container,
                debugDescription: "unknown parent \(kind)"
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .question:
            try container.encode("question", forKey: .kind)
        case .round(let workflow):
            try container.encode("round", forKey: .kind)
            try container.encode(workflow, forKey: .workflow)
        case .step(let step):
            try container.encode("step", forKey: .kind)
            try container.encode(step, forKey: .step)
        }
    }
}
