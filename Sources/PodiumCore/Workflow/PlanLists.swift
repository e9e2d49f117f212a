/// One set of lists as far as it has been read.
struct PlanLists: Hashable, Sendable {
    private var models, subtasks, access, steps: PlanValue?

    private subscript(label: PlanLabel) -> PlanValue? {
        get {
            switch label {
            case .models: models
            case .subtasks: subtasks
            case .access: access
            case .steps: steps
            }
        }
        set {
            switch label {
            case .models: models = newValue
            case .subtasks: subtasks = newValue
            case .access: access = newValue
            case .steps: steps = newValue
            }
        }
    }

    /// Keeps what was read; a list that came to its end is not replaced by one that did not.
    mutating func set(_ label: PlanLabel, to value: PlanValue) {
        if value.isOpen, let present = self[label], !present.isOpen { return }
        self[label] = value
    }

    func contains(_ label: PlanLabel) -> Bool { self[label] != nil }

    private func isWhole(_ label: PlanLabel) -> Bool { self[label]?.isOpen == false }

    /// Whether the set has come to its end, be it a good plan or not.
    var isComplete: Bool {
        isWhole(.steps) || (isWhole(.models) && isWhole(.subtasks) && isWhole(.access))
    }

    /// The names of the lists that are not there, for an error.
    var missing: String {
        if contains(.steps) { return "steps is" }
        let absent = [PlanLabel.models, .subtasks, .access].filter { !isWhole($0) }.map(\.name)
        return absent.joined(separator: ", ") + (absent.count == 1 ? " is" : " are")
    }

    // MARK: The plan

    /// The plan a complete set stands for.
    ///
    /// - Throws: `WorkflowError` for lists of unequal lengths or an entry that cannot be read.
    func plan() throws(WorkflowError) -> Plan {
        if let objects = self.steps?.items { return try plan(of: objects) }
        let models = self.models?.items ?? []
        let subtasks = self.subtasks?.items ?? []
        let access = accessEntries(count: models.count)
        guard models.count == subtasks.count, models.count == access.count else {
            throw WorkflowError(
                .unequalLengths,
                "The lists must be equally long, but model_id has \(models.count), subtasks has "
                    + "\(subtasks.count) and access_list has \(access.count) entries.",
                step: min(models.count, subtasks.count, access.count)
            )
        }
        var steps: [Plan.Step] = []
        steps.reserveCapacity(models.count)
        for position in models.indices {
            guard let worker = models[position].workerReference else {
                throw unreadable(.models, position, "a worker's number or name")
            }
            guard let subtask = subtasks[position].writtenText else {
                throw unreadable(.subtasks, position, "a text in quotes")
            }
            guard let access = access[position] else {
                throw unreadable(.access, position, "a list of earlier steps' numbers, or \"all\"")
            }
            steps.append(Plan.Step(worker: worker, subtask: subtask, access: access))
        }
        return Plan(steps: steps)
    }

    private func plan(of objects: [PlanValue]) throws(WorkflowError) -> Plan {
        var steps: [Plan.Step] = []
        for (position, object) in objects.enumerated() {
            let fields = PlanStepFields(object)
            guard let worker = fields?.worker?.workerReference,
                let subtask = fields?.subtask?.writtenText
            else {
                throw WorkflowError(
                    .unreadable,
                    "Step \(position) needs a worker and a subtask.",
                    step: position
                )
            }
            guard let access = fields?.access.map(\.access) ?? .steps([]) else {
                throw unreadable(.access, position, "a list of earlier steps' numbers, or \"all\"")
            }
            steps.append(Plan.Step(worker: worker, subtask: subtask, access: access))
        }
        return Plan(steps: steps)
    }

    private func unreadable(_ label: PlanLabel, _ position: Int, _ expected: String)
        -> WorkflowError
    {
        WorkflowError(
            .unreadable,
            "In \(label.name), the entry of step \(position) must be \(expected).",
            step: position
        )
    }

    /// What the access list says of each step. `[]` is nothing and one word is the same for all of
    /// them; otherwise the list says how many there are.
    private func accessEntries(count: Int) -> [Access?] {
        guard let value = self.access else { return [] }
        if let shared = value.accessWord { return Array(repeating: shared, count: count) }
        if value == .list([]) { return Array(repeating: .steps([]), count: count) }
        let items = value.items ?? []
        // Until its end `[0, 1]` may be the access of two steps or the first of a series.
        if value.isOpen, items.first?.items == nil { return [] }
        return items.map(\.access)
    }

    // MARK: The draft

    /// What can be shown, a set that has not come to its end included.
    var draft: PlanDraft {
        if let objects = self.steps?.items {
            return PlanDraft(
                nodes: objects.map { object in
                    let fields = PlanStepFields(object)
                    return PlanDraft.Node(
                        worker: fields?.worker?.workerReference,
                        subtask: fields?.subtask?.writtenText ?? "",
                        access: fields?.access?.access
                    )
                }
            )
        }
        let models = self.models?.items ?? []
        let subtasks = self.subtasks?.items ?? []
        let count = max(models.count, subtasks.count)
        let access = accessEntries(count: count)
        return PlanDraft(
            nodes: (0..<count).map { position in
                PlanDraft.Node(
                    worker: position < models.count ? models[position].workerReference : nil,
                    subtask: position < subtasks.count
                        ? subtasks[position].writtenText ?? "" : "",
                    access: position < access.count ? access[position] : nil
                )
            }
        )
    }
}

/// A step written as an object: `{"worker": …, "subtask": …, "access": …}`.
private struct PlanStepFields {
    let worker, subtask, access: PlanValue?

    init?(_ value: PlanValue) {
        let fields: [PlanValue.Field]
        switch value {
        case .object(let list), .open(.object(let list)): fields = list
        default: return nil
        }
        func field(_ names: Set<String>) -> PlanValue? {
            fields.first { names.contains($0.name.lowercased()) }?.value
        }
        worker = field(["worker", "model", "model_id", "agent"])
        subtask = field(["subtask", "task", "instruction"])
        access = field(["access", "access_list", "inputs"])
    }
}
