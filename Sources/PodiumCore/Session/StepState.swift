/// A step, as far as it has come.
public struct StepState: Hashable, Sendable {
    public enum Status: Hashable, Sendable {
        case waiting
        case running(AttemptID)
        case retrying(due: Timestamp)
        /// A workflow of its own answers it.
        case nested(WorkflowID)
        /// It failed, and waits for what a person decides.
        case asking(String)
        case finished(AttemptID)
        case failed(String)
        case skipped(String)
        case cancelled(String)
        /// It is no part of its workflow any more, or not yet.
        case deleted
    }

    /// What a person (or a budget that runs low) has done to it.
    public enum Mark: String, Hashable, Sendable, Codable, CaseIterable {
        case rerouted, rewritten, rewired, inserted, written, skipped, cancelled

        /// What settles a step, so that it rests on nothing before it.
        static let settling: Set<Mark> = [.written, .skipped, .cancelled]
    }

    public internal(set) var step: Step
    public let workflow: WorkflowID
    public internal(set) var status = Status.waiting
    public internal(set) var attempts: [AttemptID] = []
    public internal(set) var marks: Set<Mark> = []
    /// How often the run gave it to another worker since it was last planned or changed by hand.
    public internal(set) var fallbacks = 0
    /// The last event that changed what it is, settled it, or made it wait for a person: an override based on an earlier one
    /// was decided on another picture.
    public internal(set) var revision = 0

    init(step: Step, workflow: WorkflowID) {
        self.step = step
        self.workflow = workflow
    }

    public var id: StepID { step.id }

    /// - Returns: Whether it is any concern of the step.
    @discardableResult
    mutating func happen(_ transition: StepTransition) -> Bool {
        guard let next = transition.status(after: status) else { return false }
        status = next
        return true
    }

    /// Whether nothing more will happen to it by itself.
    public var isSettled: Bool {
        switch status {
        case .finished, .failed, .skipped, .cancelled, .deleted: true
        case .waiting, .running, .retrying, .nested, .asking: false
        }
    }

    /// Whether it had begun, and has to be done again because something before it changed.
    public var isStale: Bool { status == .waiting && !attempts.isEmpty }

    public var hasFailed: Bool {
        if case .failed = status { true } else { false }
    }

    public var isDeleted: Bool { status == .deleted }

    /// Whether its output may be its workflow's answer: a person did not leave it out, and it is no
    /// turn of a thinker or a verifier.
    var mayAnswer: Bool {
        guard !isDeleted, step.role == nil || step.role == .worker else { return false }
        return marks.isEmpty || marks.isDisjoint(with: [.skipped, .cancelled])
    }

    /// The attempt whose text is its output.
    public var output: AttemptID? {
        if case .finished(let attempt) = status { attempt } else { nil }
    }
}

extension StepState.Status: Codable {
    private enum CodingKeys: String, CodingKey {
        case state, attempt, due, workflow, reason
    }

    private enum Name: String, Codable {
        case waiting, running, retrying, nested, asking, finished, failed, skipped, cancelled
        case deleted
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func attempt() throws -> AttemptID {
            try container.decode(AttemptID.self, forKey: .attempt)
        }
        func reason() throws -> String { try container.decode(String.self, forKey: .reason) }
        switch try container.decode(Name.self, forKey: .state) {
        case .waiting: self = .waiting
        case .running: self = .running(try attempt())
        case .retrying: self = .retrying(due: try container.decode(Timestamp.self, forKey: .due))
        case .nested: self = .nested(try container.decode(WorkflowID.self, forKey: .workflow))
        case .asking: self = .asking(try reason())
        case .finished: self = .finished(try attempt())
        case .failed: self = .failed(try reason())
        case .skipped: self = .skipped(try reason())
        case .cancelled: self = .cancelled(try reason())
        case .deleted: self = .deleted
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        func named(_ name: Name) throws { try container.encode(name, forKey: .state) }
        switch self {
        case .waiting: try named(.waiting)
        case .running(let attempt):
            try named(.running)
            try container.encode(attempt, forKey: .attempt)
        case .retrying(let due):
            try named(.retrying)
            try container.encode(due, forKey: .due)
        case .nested(let workflow):
            try named(.nested)
            try container.encode(workflow, forKey: .workflow)
        case .asking(let reason):
            try named(.asking)
            try container.encode(reason, forKey: .reason)
        case .finished(let attempt):
            try named(.finished)
            try container.encode(attempt, forKey: .attempt)
        case .failed(let reason):
            try named(.failed)
            try container.encode(reason, forKey: .reason)
        case .skipped(let reason):
            try named(.skipped)
            try container.encode(reason, forKey: .reason)
        case .cancelled(let reason):
            try named(.cancelled)
            try container.encode(reason, forKey: .reason)
        case .deleted: try named(.deleted)
        }
    }
}
