/// A part of a session's state: what a decision changed, as it was before or as it is after.
///
/// What is nil or empty did not change. Applying the part that was recorded before undoes it.
public struct RunChange: Hashable, Sendable {
    /// A step as a whole, and where it stands.
    public struct StepRecord: Hashable, Sendable {
        public var workflow: WorkflowID
        public var step: Step
        public var status: StepState.Status
        public var marks: Set<StepState.Mark>
        /// How often the run gave it to another worker.
        public var fallbacks: Int
        /// For a step that is new: the one it stands behind; nil for the first place.
        public var after: StepID?

        public init(
            workflow: WorkflowID,
            step: Step,
            status: StepState.Status,
            marks: Set<StepState.Mark> = [],
            fallbacks: Int = 0,
            after: StepID? = nil
        ) {
            self.workflow = workflow
            self.step = step
            self.status = status
            self.marks = marks
            self.fallbacks = fallbacks
            self.after = after
        }

        /// A step as it is.
        init(_ state: StepState) {
            self.init(
                workflow: state.workflow,
                step: state.step,
                status: state.status,
                marks: state.marks,
                fallbacks: state.fallbacks
            )
        }
    }

    public var steps: [StepRecord]
    /// The workflows of these steps, each once.
    var workflows: [WorkflowID] {
        steps.reduce(into: []) { if !$0.contains($1.workflow) { $0.append($1.workflow) } }
    }
    /// Whether nothing new is begun.
    public var isHeld: Bool?
    public var budget: Budget?
    /// All workflows that wait for approval.
    public var awaiting: [WorkflowID]?
    /// All workflows that count no more, since others took their place.
    public var superseded: [WorkflowID]?
    /// All workers that a person has taken out of the pool.
    public var withdrawn: [String]?

    public init(
        steps: [StepRecord] = [],
        isHeld: Bool? = nil,
        budget: Budget? = nil,
        awaiting: [WorkflowID]? = nil,
        superseded: [WorkflowID]? = nil,
        withdrawn: [String]? = nil
    ) {
        self.steps = steps
        self.isHeld = isHeld
        self.budget = budget
        self.awaiting = awaiting
        self.superseded = superseded
        self.withdrawn = withdrawn
    }
}

extension RunChange: Codable {
    private enum CodingKeys: String, CodingKey {
        case steps, isHeld, budget, awaiting, superseded, withdrawn
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            steps: try container.decodeIfPresent([StepRecord].self, forKey: .steps) ?? [],
            isHeld: try container.decodeIfPresent(Bool.self, forKey: .isHeld),
            budget: try container.decodeIfPresent(Budget.self, forKey: .budget),
            awaiting: try container.decodeIfPresent([WorkflowID].self, forKey: .awaiting),
            superseded: try container.decodeIfPresent([WorkflowID].self, forKey: .superseded),
            withdrawn: try container.decodeIfPresent([String].self, forKey: .withdrawn)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if !steps.isEmpty { try container.encode(steps, forKey: .steps) }
        try container.encodeIfPresent(isHeld, forKey: .isHeld)
        try container.encodeIfPresent(budget, forKey: .budget)
        try container.encodeIfPresent(awaiting, forKey: .awaiting)
        try container.encodeIfPresent(superseded, forKey: .superseded)
        try container.encodeIfPresent(withdrawn, forKey: .withdrawn)
    }
}

extension RunChange.StepRecord: Codable {
    private enum CodingKeys: String, CodingKey {
        case workflow, step, status, marks, fallbacks, after
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            workflow: try container.decode(WorkflowID.self, forKey: .workflow),
            step: try container.decode(Step.self, forKey: .step),
            status: try container.decode(StepState.Status.self, forKey: .status),
            marks: Set(
                try container.decodeIfPresent([StepState.Mark].self, forKey: .marks) ?? []
            ),
            fallbacks: try container.decodeIfPresent(Int.self, forKey: .fallbacks) ?? 0,
            after: try container.decodeIfPresent(StepID.self, forKey: .after)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(workflow, forKey: .workflow)
        try container.encode(step, forKey: .step)
        try container.encode(status, forKey: .status)
        // In a fixed order, so that the same event is the same text.
        let marks = StepState.Mark.allCases.filter(self.marks.contains)
        if !marks.isEmpty { try container.encode(marks, forKey: .marks) }
        if fallbacks != 0 { try container.encode(fallbacks, forKey: .fallbacks) }
        try container.encodeIfPresent(after, forKey: .after)
    }
}
