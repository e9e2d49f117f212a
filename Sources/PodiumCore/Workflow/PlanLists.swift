/// One set of lists as far as it has been read.
struct PlanLists: Hashable, Sendable {
    private var models, subtasks, access, steps: PlanValue?
    /// Steps that stand one after another, without a list around them.
    private(set) var single: [PlanValue] = []

    private subscript(label: PlanLabel) -> PlanValue? {
        get {
            switch label {
            case .models: models
            case .subtasks: subtasks
            case .access: access
            case .steps: steps
            case .step: single.isEmpty ? nil : .open(.list(single))
            }
        }
        set {
            switch label {
            case .models: models = newValue
            case .subtasks: subtasks = newValue
            case .access: access = newValue
            case .steps: steps = newValue
            case .step:
                // Steps of a block come all at once.
                if let newValue { single += newValue.items ?? [newValue] }
            }
        }
    }

    /// Keeps what was read; a list that came to its end is not replaced by one that did not.
    mutating func set(_ label: PlanLabel, to value: PlanValue) {
        if label != .step, value.isOpen, let present = self[label], !present.isOpen { return }
        self[label] = value
    }

    func contains(_ label: PlanLabel) -> Bool { self[label] != nil }

    /// Whether anything of the three lists or of one of steps is there.
    var isBegun: Bool { models != nil || subtasks != nil || access != nil || steps != nil }

    func isWhole(_ label: PlanLabel) -> Bool { self[label]?.isOpen == false }

    /// Whether the set has come to its end, be it a good plan or not.
    var isComplete: Bool {
        isWhole(.steps) || (isWhole(.models) && isWhole(.subtasks) && isWhole(.access))
    }

    /// Takes steps without a list around them for all there are.
    mutating func closeSteps() {
        if !single.isEmpty { steps = .list(single) }
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
                throw unreadable(.models, position, Self.workerWords, models[position])
            }
            guard let subtask = subtasks[position].writtenText else {
                throw unreadable(.subtasks, position, "a text in quotes", subtasks[position])
            }
            guard let access = access[position] else {
                let found = self.access?.items.map { $0[position] } ?? .list([])
                throw unreadable(.access, position, Self.accessWords, found)
            }
            steps.append(Plan.Step(worker: worker, subtask: subtask, access: access))
        }
        return Plan(steps: steps)
    }

    private static let workerWords = "a worker's number or name"
    private static let accessWords = "a list of earlier steps' numbers, or \"all\""

    private func unreadable(
        _ label: PlanLabel,
        _ position: Int,
        _ expected: String,
        _ found: PlanValue
    ) -> WorkflowError {
        WorkflowError(
            .unreadable,
            "In \(label.name), the entry of step \(position) must be \(expected), but it is"
                + " \(found.told).",
            step: position
        )
    }

    private func plan(of objects: [PlanValue]) throws(WorkflowError) -> Plan {
        var steps: [Plan.Step] = []
        let offset = Self.offset(in: objects)
        for (position, object) in objects.enumerated() {
            guard let fields = PlanStepFields(object) else {
                throw unreadable(
                    .steps,
                    position,
                    "an object with a worker and a subtask",
                    object
                )
            }
            let worker = try Self.field(.worker, of: fields, position, Self.workerWords) {
                $0.workerReference
            }
            let subtask = try Self.field(.subtask, of: fields, position, "a text in quotes") {
                $0.writtenText
            }
            var access = Access.steps([])
            if fields[.access] != nil {
                access = try Self.field(.access, of: fields, position, Self.accessWords) {
                    $0.access?.counted(from: offset)
                }
            }
            steps.append(Plan.Step(worker: worker, subtask: subtask, access: access))
        }
        return Plan(steps: steps)
    }

    private static func field<Value>(
        _ field: PlanField,
        of fields: PlanStepFields,
        _ position: Int,
        _ expected: String,
        _ read: (PlanValue) -> Value?
    ) throws(WorkflowError) -> Value {
        guard let written = fields[field] else {
            throw WorkflowError(
                .unreadable,
                "Step \(position) has no \(field.name).",
                step: position
            )
        }
        guard let value = read(written) else {
            throw WorkflowError(
                .unreadable,
                "In step \(position), the \(field.name) must be \(expected), but it is"
                    + " \(written.told).",
                step: position
            )
        }
        return value
    }

    /// The number that the first step gives itself: others name it so. 0 where it gives none.
    private static func offset(in objects: [PlanValue]) -> Int {
        let first = objects.first.flatMap { PlanStepFields($0)?.ordinal }
        return first == 1 ? 1 : 0
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
        if let objects = self.steps?.items ?? (single.isEmpty ? nil : single) {
            let offset = Self.offset(in: objects)
            return PlanDraft(
                nodes: objects.enumerated().map { position, object in
                    let fields = PlanStepFields(object)
                    let access = fields?[.access]?.access
                    // The number that the first step gives itself may still come.
                    let isSettled = position > 0 || !object.isOpen || access == .steps([])
                    return PlanDraft.Node(
                        worker: fields?[.worker]?.workerReference,
                        subtask: fields?[.subtask]?.writtenText ?? "",
                        access: isSettled ? access?.counted(from: offset) : nil
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

extension Access {
    /// The same, where the first step has this number; nil where a step is named before the first.
    fileprivate func counted(from first: Int) -> Access? {
        guard first != 0, case .steps(let numbers) = self else { return self }
        guard numbers.allSatisfy({ $0 >= first }) else { return nil }
        return .steps(numbers.map { $0 - first })
    }
}
