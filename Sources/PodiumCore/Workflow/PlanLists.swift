/// One set of lists as far as it has been read.
struct PlanLists: Sendable {
    private(set) var models: [WorkerReference]?
    private var subtasks: [String]?
    private var access: [Access]?
    /// `access_list = []` means nothing for every step.
    private var accessIsNothing = false
    /// `access_list = "all"`: one word for every step.
    private var accessForAll: Access?
    private var completed: Set<PlanLabel> = []
    /// Steps written as JSON objects instead of three lists.
    private var objects: [PlanDraft.Node]?

    mutating func set(_ label: PlanLabel, to value: PlanValue, isComplete: Bool) {
        if isComplete { completed.insert(label) } else { completed.remove(label) }
        switch label {
        case .models: models = value.items.compactMap(\.workerReference)
        case .subtasks: subtasks = value.items.compactMap(\.plainText)
        case .access: setAccess(value, isComplete: isComplete)
        case .steps: objects = value.items.compactMap(PlanDraft.Node.init)
        }
    }

    private mutating func setAccess(_ value: PlanValue, isComplete: Bool) {
        if let shared = value.accessWord {
            access = []
            accessForAll = shared
            return
        }
        accessForAll = nil
        access = value.items.compactMap(\.access)
        accessIsNothing = isComplete && value.items.isEmpty
        if !isComplete, case .list? = value.items.last {
            // The last inner list may still grow, and an edge once drawn must not vanish.
            access?.removeLast()
        }
    }

    var isComplete: Bool {
        completed.contains(.steps)
            || (completed.contains(.models) && completed.contains(.subtasks)
                && completed.contains(.access))
    }

    /// The names of the lists that are not there, for an error.
    var missing: String {
        let names: [(PlanLabel, String)] = [
            (.models, "model_id"), (.subtasks, "subtasks"), (.access, "access_list"),
        ]
        let absent = names.filter { !completed.contains($0.0) }.map(\.1)
        return absent.joined(separator: ", ") + (absent.count == 1 ? " is" : " are")
    }

    /// Why a complete set is no plan; nil if it is one.
    var problem: WorkflowError? {
        guard isComplete, plan == nil else { return nil }
        if let objects {
            let position = objects.firstIndex { $0.worker == nil || $0.subtask.isEmpty } ?? 0
            return WorkflowError(
                .unreadable, "Step \(position) needs a worker and a subtask.", step: position)
        }
        let counts = (models?.count ?? 0, subtasks?.count ?? 0, access?.count ?? 0)
        return WorkflowError(
            .unequalLengths,
            "The lists must be equally long, but model_id has \(counts.0), subtasks has "
                + "\(counts.1) and access_list has \(counts.2) entries.",
            step: min(counts.0, counts.1, counts.2))
    }

    /// The plan, when the set is complete and its lists are equally long.
    var plan: Plan? {
        guard isComplete else { return nil }
        if completed.contains(.steps), let objects {
            var steps: [Plan.Step] = []
            for node in objects {
                guard let worker = node.worker else { return nil }
                steps.append(
                    Plan.Step(
                        worker: worker, subtask: node.subtask, access: node.access ?? .steps([])))
            }
            return Plan(steps: steps)
        }
        guard let models, let subtasks, models.count == subtasks.count,
            let access = accessOfEachStep(count: models.count), access.count == models.count
        else { return nil }
        return Plan(
            steps: models.indices.map {
                Plan.Step(worker: models[$0], subtask: subtasks[$0], access: access[$0])
            })
    }

    private func accessOfEachStep(count: Int) -> [Access]? {
        if let accessForAll { return Array(repeating: accessForAll, count: count) }
        return accessIsNothing ? Array(repeating: .steps([]), count: count) : access
    }

    var draft: PlanDraft {
        if let objects { return PlanDraft(nodes: objects) }
        let count = max(models?.count ?? 0, subtasks?.count ?? 0)
        let access = accessOfEachStep(count: count) ?? []
        return PlanDraft(
            nodes: (0..<count).map { position in
                PlanDraft.Node(
                    worker: models.flatMap { position < $0.count ? $0[position] : nil },
                    subtask: subtasks.flatMap { position < $0.count ? $0[position] : nil } ?? "",
                    access: position < access.count ? access[position] : nil)
            })
    }
}

extension PlanValue {
    fileprivate var items: [PlanValue] {
        if case .list(let items) = self { return items }
        return []
    }

    fileprivate var workerReference: WorkerReference? {
        switch self {
        case .number(let number): .id(number)
        case .text(let text): Int(text).map(WorkerReference.id) ?? .name(text)
        case .word(let word): .name(word)
        case .list, .object: nil
        }
    }

    fileprivate var plainText: String? {
        switch self {
        case .text(let text), .word(let text): text
        case .number(let number): "\(number)"
        case .list, .object: nil
        }
    }

    /// `all` or `none` as one word.
    fileprivate var accessWord: Access? {
        switch self {
        case .text(let word), .word(let word):
            switch word.lowercased() {
            case "all": .all
            case "none", "null", "nothing", "": .steps([])
            default: nil
            }
        default: nil
        }
    }

    /// The access of one step in any of the ways it is written.
    fileprivate var access: Access? {
        if let word = accessWord { return word }
        switch self {
        case .number(let number): return .steps([number])
        case .text(let text): return Int(text).map { .steps([$0]) }
        case .list(let items):
            let parts = items.compactMap(\.access)
            if parts.contains(.all) { return .all }
            return .steps(
                parts.flatMap { part -> [Int] in
                    if case .steps(let list) = part { return list }
                    return []
                })
        case .word, .object: return nil
        }
    }
}

extension PlanDraft.Node {
    /// A step written as an object: `{"worker": …, "subtask": …, "access": …}`.
    fileprivate init?(_ value: PlanValue) {
        guard case .object(let fields) = value else { return nil }
        func field(_ names: Set<String>) -> PlanValue? {
            fields.first { names.contains($0.name.lowercased()) }?.value
        }
        self.init(
            worker: field(["worker", "model", "model_id", "agent"])?.workerReference,
            subtask: field(["subtask", "task", "instruction"])?.plainText ?? "",
            access: field(["access", "access_list", "inputs"])?.access)
    }
}
