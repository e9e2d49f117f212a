/// What the fields of a step are called where a step is an object.
enum PlanField: Hashable, Sendable {
    case worker, subtask, access
    /// The step's own number.
    case ordinal

    /// Whatever the case of its letters, and what joins its words; nil for a name of another kind.
    init?(_ name: String) {
        let letters = String(
            decoding: name.utf8.filter(\.isLetter).map(\.lowercased),
            as: UTF8.self
        )
        guard let field = Self.names[letters] else { return nil }
        self = field
    }

    var name: String {
        switch self {
        case .worker: "worker"
        case .subtask: "subtask"
        case .access: "access"
        case .ordinal: "id"
        }
    }

    private static let names: [String: PlanField] = {
        let rows: [(PlanField, [String])] = [
            (
                .worker,
                [
                    "worker", "workerid", "workername", "model", "modelid", "modelname", "agent",
                    "agentid", "agentname", "assignee", "assignedto",
                ]
            ),
            (.subtask, ["subtask", "task", "instruction", "instructions", "prompt"]),
            (
                .access,
                [
                    "access", "accesslist", "accesslists", "sees", "reads", "input", "inputs",
                    "dependson", "dependencies",
                ]
            ),
            (.ordinal, ["id", "step", "stepid", "stepnumber", "index", "number"]),
        ]
        return Dictionary(
            rows.flatMap { field, names in names.map { ($0, field) } },
            uniquingKeysWith: { first, _ in first }
        )
    }()
}

/// A step written as an object: `{"worker": …, "subtask": …, "access": …}`.
struct PlanStepFields {
    /// In an object with two fields for the same, the first counts.
    private let values: [PlanField: PlanValue]
    /// Whether one of the fields holds objects of its own, as whatever surrounds a plan does.
    let holdsObjects: Bool

    init?(_ value: PlanValue) {
        guard let fields = value.fields else { return nil }
        values = Dictionary(
            fields.compactMap { field in PlanField(field.name).map { ($0, field.value) } },
            uniquingKeysWith: { first, _ in first }
        )
        holdsObjects = fields.contains { $0.value.items?.contains { $0.fields != nil } ?? false }
    }

    subscript(field: PlanField) -> PlanValue? { values[field] }

    /// Whether it says who does what.
    var isStep: Bool { values[.worker] != nil && values[.subtask] != nil }
    var isAnyOfStep: Bool { values[.worker] != nil || values[.subtask] != nil }

    /// The number that the step gives itself.
    var ordinal: Int? {
        guard case .steps(let numbers)? = values[.ordinal]?.access, numbers.count == 1 else {
            return nil
        }
        return numbers[0]
    }
}
