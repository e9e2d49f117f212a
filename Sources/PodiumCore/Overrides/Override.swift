/// What a person can decide in place of the conductor, before or while a workflow runs.
public enum Override: Hashable, Sendable {
    /// The plan that waits for approval may run.
    case approve
    /// Nothing new is begun; calls under way go on.
    case hold
    /// The end of `hold`.
    case proceed
    /// Another worker does the step.
    case reroute(StepID, worker: String)
    /// The step has another subtask.
    case rewrite(StepID, subtask: String)
    /// The step sees the outputs of these steps and no others.
    case rewire(StepID, access: [StepID])
    /// A new step behind another (nil: before all).
    ///
    /// `access` nil is the step it stands behind; `readers` are the later steps that shall see it
    /// too, nil those that see the step it stands behind.
    case insert(
        after: StepID?,
        worker: String,
        subtask: String,
        access: [StepID]?,
        readers: [StepID]?
    )
    case delete(StepID)
    /// The step is done once more.
    case retry(StepID)
    /// The step's call is broken off, and the run goes on without it.
    case cancel(StepID)
    /// The step is not done.
    case skip(StepID)
    /// The person does the step: this is its output.
    case write(StepID, output: String)
    /// The conductor writes another plan, told this.
    case replan(remark: String)
    case budget(Budget)
    /// The worker gets no further step.
    case withdraw(worker: String)
    /// The end of `withdraw`.
    case readmit(worker: String)
    /// The run ends with the best answer so far.
    case finish
    /// Takes back the override recorded at this sequence, as long as it has had no effect; nil is
    /// the last one that was not taken back.
    case undo(Int?)

    /// The step it is about.
    public var step: StepID? {
        switch self {
        case .reroute(let step, _), .rewrite(let step, _), .rewire(let step, _), .delete(let step),
            .retry(let step), .cancel(let step), .skip(let step), .write(let step, _):
            step
        case .insert(let step, _, _, _, _): step
        case .approve, .hold, .proceed, .replan, .budget, .withdraw, .readmit, .finish, .undo: nil
        }
    }

    public enum Kind: String, Sendable, Codable, CaseIterable {
        case approve, hold, proceed, reroute, rewrite, rewire, insert, delete, retry, cancel, skip
        case write, replan, budget, withdraw, readmit, finish, undo
    }

    public var kind: Kind {
        switch self {
        case .approve: .approve
        case .hold: .hold
        case .proceed: .proceed
        case .reroute: .reroute
        case .rewrite: .rewrite
        case .rewire: .rewire
        case .insert: .insert
        case .delete: .delete
        case .retry: .retry
        case .cancel: .cancel
        case .skip: .skip
        case .write: .write
        case .replan: .replan
        case .budget: .budget
        case .withdraw: .withdraw
        case .readmit: .readmit
        case .finish: .finish
        case .undo: .undo
        }
    }
}

extension Override: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, step, worker, subtask, access, readers, output, remark, budget, sequence
    }

    /// One flat object: `{"kind": "reroute", "step": 2, "worker": "linguist"}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func step() throws -> StepID { try container.decode(StepID.self, forKey: .step) }
        func text(_ key: CodingKeys) throws -> String {
            try container.decode(String.self, forKey: key)
        }
        func steps(_ key: CodingKeys) throws -> [StepID]? {
            try container.decodeIfPresent([StepID].self, forKey: key)
        }
        switch try container.decode(Kind.self, forKey: .kind) {
        case .approve: self = .approve
        case .hold: self = .hold
        case .proceed: self = .proceed
        case .reroute: self = .reroute(try step(), worker: try text(.worker))
        case .rewrite: self = .rewrite(try step(), subtask: try text(.subtask))
        case .rewire: self = .rewire(try step(), access: try steps(.access) ?? [])
        case .insert:
            self = .insert(
                after: try container.decodeIfPresent(StepID.self, forKey: .step),
                worker: try text(.worker),
                subtask: try text(.subtask),
                access: try steps(.access),
                readers: try steps(.readers)
            )
        case .delete: self = .delete(try step())
        case .retry: self = .retry(try step())
        case .cancel: self = .cancel(try step())
        case .skip: self = .skip(try step())
        case .write: self = .write(try step(), output: try text(.output))
        case .replan: self = .replan(remark: try text(.remark))
        case .budget: self = .budget(try container.decode(Budget.self, forKey: .budget))
        case .withdraw: self = .withdraw(worker: try text(.worker))
        case .readmit: self = .readmit(worker: try text(.worker))
        case .finish: self = .finish
        case .undo: self = .undo(try container.decodeIfPresent(Int.self, forKey: .sequence))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encodeIfPresent(step, forKey: .step)
        switch self {
        case .approve, .hold, .proceed, .delete, .retry, .cancel, .skip, .finish: break
        case .reroute(_, let worker), .withdraw(let worker), .readmit(let worker):
            try container.encode(worker, forKey: .worker)
        case .rewrite(_, let subtask): try container.encode(subtask, forKey: .subtask)
        case .rewire(_, let access): try container.encode(access, forKey: .access)
        case .insert(_, let worker, let subtask, let access, let readers):
            try container.encode(worker, forKey: .worker)
            try container.encode(subtask, forKey: .subtask)
            try container.encodeIfPresent(access, forKey: .access)
            try container.encodeIfPresent(readers, forKey: .readers)
        case .write(_, let output): try container.encode(output, forKey: .output)
        case .replan(let remark): try container.encode(remark, forKey: .remark)
        case .budget(let budget): try container.encode(budget, forKey: .budget)
        case .undo(let sequence): try container.encodeIfPresent(sequence, forKey: .sequence)
        }
    }
}
