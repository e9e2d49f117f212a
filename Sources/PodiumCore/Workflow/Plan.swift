/// A workflow as a conductor writes it: by positions, before workers and steps have identities.
///
/// Source of the form: "Learning to Orchestrate Agents in Natural Language with the Conductor",
/// arXiv 2512.04388.
public struct Plan: Hashable, Sendable, Codable {
    public struct Step: Hashable, Sendable, Codable {
        public var worker: WorkerReference
        public var subtask: String
        public var access: Access

        public init(worker: WorkerReference, subtask: String, access: Access) {
            self.worker = worker
            self.subtask = subtask
            self.access = access
        }
    }

    public var steps: [Step]

    public init(steps: [Step]) {
        self.steps = steps
    }
}

/// How a plan names a worker: by its position in the pool, or by name.
public enum WorkerReference: Hashable, Sendable {
    case id(Int)
    case name(String)

    public func resolve(in pool: [Worker]) -> Worker? {
        position(in: pool).map { pool[$0] }
    }

    func position(in pool: [Worker]) -> Int? {
        switch self {
        case .id(let id):
            return pool.indices.contains(id) ? id : nil
        case .name(let name):
            let wanted = name.lowercased()
            return pool.firstIndex { $0.name.lowercased() == wanted }
                ?? Int(name).flatMap { pool.indices.contains($0) ? $0 : nil }
                ?? Self.position(of: name, asToldIn: pool)
        }
    }

    var text: String {
        switch self {
        case .id(let id): "\(id)"
        case .name(let name): "\"\(name)\""
        }
    }
}

/// Which earlier steps a step may see.
public enum Access: Hashable, Sendable {
    case all
    case steps([Int])

    /// The positions meant, for the step at `position`. "all" on the first step is nothing.
    public func positions(for position: Int) -> [Int] {
        switch self {
        case .all: Array(0..<max(0, position))
        case .steps(let list): list.isAscending ? list : Array(Set(list)).sorted()
        }
    }
}

extension [Int] {
    /// Whether each is greater than the one before.
    fileprivate var isAscending: Bool { zip(self, dropFirst()).allSatisfy(<) }
}

extension Plan {
    /// Leaves out what steps would see of themselves and of later steps, which can mean nothing.
    ///
    /// A plan whose steps would see themselves, and that makes sense when its steps are counted from 1,
    /// is read so.
    ///
    /// - Returns: what was changed, in a sentence; nil if nothing was.
    mutating func dropReferencesAhead() -> String? {
        if countsFromOne {
            for position in steps.indices {
                guard case .steps(let list) = steps[position].access else { continue }
                steps[position].access = .steps(list.map { $0 - 1 })
            }
            return "The plan counts its steps from 1."
        }
        var parts: [String] = []
        for position in steps.indices {
            guard case .steps(let list) = steps[position].access else { continue }
            let ahead = Set(list.filter { $0 >= position }).sorted()
            guard !ahead.isEmpty else { continue }
            steps[position].access = .steps(list.filter { $0 < position })
            let names = ahead.prefix(8).map { $0 == position ? "itself" : "step \($0)" }
            let more = ahead.count > 8 ? " and others" : ""
            parts.append("step \(position) does not see \(names.joined(separator: ", "))\(more)")
        }
        guard !parts.isEmpty else { return nil }
        return "A step sees only earlier ones (counted from 0): "
            + parts.prefix(12).joined(separator: "; ") + (parts.count > 12 ? "; …" : "") + "."
    }

    /// Whether its references mean something only if the first step is 1.
    private var countsFromOne: Bool {
        var isAhead = false
        for position in steps.indices {
            guard case .steps(let list) = steps[position].access else { continue }
            guard list.allSatisfy({ (1...max(1, position)).contains($0) && position > 0 }) else {
                return false
            }
            isAhead = isAhead || list.contains(position)
        }
        return isAhead
    }

    /// Checks the plan against the pool and the step limit.
    ///
    /// - Throws: `WorkflowError` for an empty plan, too many steps, an unknown worker, a reference
    ///   to the step itself or a later one, or an empty subtask. Such a plan is never run.
    public func validate(pool: [Worker], stepLimit: Int?) throws(WorkflowError) {
        guard !steps.isEmpty else {
            throw WorkflowError(.emptyPlan, "The plan has no steps.")
        }
        if let stepLimit, steps.count > stepLimit {
            throw WorkflowError(
                .tooManySteps,
                "The plan has \(steps.count) steps; at most \(stepLimit) are allowed.",
                step: stepLimit
            )
        }
        for (position, step) in steps.enumerated() {
            guard step.worker.position(in: pool) != nil else {
                throw WorkflowError(
                    .unknownWorker,
                    "Step \(position) names worker \(step.worker.text); the workers are "
                        + "\(Plan.list(of: pool)).",
                    step: position
                )
            }
            for reference in step.access.positions(for: position)
            where reference < 0 || reference >= position {
                throw WorkflowError(
                    .badReference,
                    "Step \(position) may only see earlier steps, but its access list names "
                        + "\(reference).",
                    step: position
                )
            }
            if step.subtask.trimmed.isEmpty {
                throw WorkflowError(
                    .emptySubtask,
                    "Step \(position) has an empty subtask.",
                    step: position
                )
            }
        }
    }

    private static func list(of pool: [Worker]) -> String {
        let shown = pool.prefix(12).enumerated().map { "\($0) (\($1.name))" }
        return shown.joined(separator: ", ") + (pool.count > 12 ? ", …" : "")
    }

    /// The workflow this valid plan stands for, with step ids counted on from `firstStep`.
    /// A stored history may hold any id: one at the end of the numbers wraps and does not trap.
    ///
    /// - Parameter revealed: The steps of the round before, which "all" names too.
    public func workflow(
        id: WorkflowID,
        parent: Workflow.Parent,
        firstStep: Int,
        pool: [Worker],
        revealed: [StepID] = []
    ) -> Workflow {
        let steps = steps.enumerated().map { position, step in
            let earlier = step.access.positions(for: position).map { StepID(firstStep &+ $0) }
            return PodiumCore.Step(
                id: StepID(firstStep &+ position),
                worker: step.worker.position(in: pool).map { pool[$0].name } ?? step.worker.text,
                subtask: step.subtask,
                access: step.access == .all ? revealed + earlier : earlier
            )
        }
        return Workflow(id: id, parent: parent, steps: steps)
    }
}
