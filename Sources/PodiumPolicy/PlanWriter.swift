/// Writes a plan in the published form: reasoning, then three lists.
public enum PlanWriter {
    static func text(of plan: WrittenPlan) -> String {
        let ids = plan.steps.map { "\($0.worker)" }.joined(separator: ", ")
        let subtasks = plan.steps.map { quoted($0.subtask) }.joined(separator: ", ")
        let access = plan.steps.map(\.access.text).joined(separator: ", ")
        return """
            \(plan.reasoning)

            model_id = [\(ids)]
            subtasks = [\(subtasks)]
            access_list = [\(access)]

            """
    }

    /// A JSON string, in which nothing breaks a line.
    public static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

/// A plan ready to be written: workers by their positions in the pool.
struct WrittenPlan: Hashable, Sendable {
    struct Step: Hashable, Sendable {
        var worker: Int
        var subtask: String
        var access: Access
    }

    enum Access: Hashable, Sendable {
        case steps([Int])
        case all

        var text: String {
            switch self {
            case .steps(let steps): "[\(steps.map(String.init).joined(separator: ", "))]"
            case .all: "[\"all\"]"
            }
        }
    }

    var reasoning: String
    var steps: [Step]
}
