internal import PodiumCore

/// Writes a plan in the published form: reasoning, then three lists.
public enum PlanWriter {
    /// - Parameters:
    ///   - workers: the pool, by the plan's positions.
    ///   - author: who weighed, if anything was.
    static func text(of plan: WrittenPlan, workers: [Worker], author: String?) -> String {
        let ids = plan.steps.map { "\($0.worker)" }.joined(separator: ", ")
        let subtasks = plan.steps.map { quoted($0.subtask) }.joined(separator: ", ")
        let access = plan.steps.map(\.access.text).joined(separator: ", ")
        return """
            \(([plan.reasoning] + weighed(plan, workers, author)).joined(separator: "\n\n"))

            model_id = [\(ids)]
            subtasks = [\(subtasks)]
            access_list = [\(access)]

            """
    }

    /// The workers that are told for a step: those who had a chance, and always some to compare with.
    private static func told(_ options: [Router.Decision.Option]) -> ArraySlice<
        Router.Decision.Option
    > {
        let count = options.count { $0.chance >= 0.005 }
        return options.prefix(min(max(count, 3), 6))
    }

    private static func weighed(_ plan: WrittenPlan, _ workers: [Worker], _ author: String?)
        -> [String]
    {
        guard let author else { return [] }
        return plan.steps.enumerated().compactMap { number, step in
            guard let options = step.decision?.options, !options.isEmpty else { return nil }
            let isOpen = step.decision?.isLearned == true
            return WeighedStep(
                number: number + 1,
                author: isOpen ? author : "\(author), not applied",
                options: told(options).map { Self.option($0, workers) }
            ).text
        }
    }

    /// As it is told: nothing is more likely than always.
    static func option(_ option: Router.Decision.Option, _ workers: [Worker]) -> WeighedStep.Option
    {
        WeighedStep.Option(
            worker: workers[option.worker].name,
            chance: Double(option.chance),
            right: min(max(Double(option.estimate.right), 0), 1),
            deviation: Double(option.estimate.deviation),
            cost: Double(max(option.estimate.cost, 0)) / 1_000
        )
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
        /// What was weighed, where anything was.
        var decision: Router.Decision?

        init(worker: Int, subtask: String, access: Access, decision: Router.Decision? = nil) {
            self.worker = worker
            self.subtask = subtask
            self.access = access
            self.decision = decision
        }
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

    /// Whether a policy chose any of the workers.
    var isLearned: Bool { steps.contains { $0.decision?.isLearned == true } }

    /// Whether others do the work, or other work is done.
    func differs(from other: WrittenPlan) -> Bool {
        func outline(_ plan: WrittenPlan) -> [[String]] {
            plan.steps.map { ["\($0.worker)", $0.subtask, $0.access.text] }
        }
        return outline(self) != outline(other)
    }
}
