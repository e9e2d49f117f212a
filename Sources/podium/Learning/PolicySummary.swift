import PodiumEvaluation
import PodiumPolicy

/// A policy in a few lines: what it is, and where it may decide.
struct PolicySummary {
    let policy: LearnedPolicy
    /// Whether it may decide where it was shown to gain.
    let isApplied: Bool

    init(_ policy: LearnedPolicy, isApplied: Bool = true) {
        self.policy = policy
        self.isApplied = isApplied
    }

    var told: [String] {
        let tasks = policy.support.values.reduce(0, +)
        return [
            "policy \(policy.digest): \(policy.origin)",
            "\(tasks) tasks of \(policy.support.count) kinds, \(policy.records.count) workers,"
                + " a right answer is worth \(Self.worth(policy.price))",
        ] + Gate.Scope.allCases.map(gate) + checks
    }

    /// Which answers are checked.
    private var checks: [String] {
        guard let verification = policy.verification else { return [] }
        let kinds = verification.kinds.filter { $0.value.isOpen }.sorted { $0.key < $1.key }
            .map { kind, gate in
                "to \(kind) (gain \(gate.gain.fixed(3)), at least \(gate.lowerBound.fixed(3)),"
                    + " \(gate.count) questions)"
            }
        return [
            "answers are checked: "
                + (kinds + ["to questions beyond what it was trained on"]).joined(separator: ", ")
        ]
    }

    private static func worth(_ price: Float) -> String {
        price > 0
            ? "\((1 / Double(price)).fixed(0)) thousandths of a unit or a dollar" : "any cost"
    }

    private func gate(_ scope: Gate.Scope) -> String {
        let name = scope == .forms ? "questions of the phrasebook" : "other questions"
        guard let gate = policy.gates[scope] else {
            return "\(name): not measured, the rules decide"
        }
        let measured =
            "gain over \(gate.incumbent) \(gate.gain.fixed(3)), at least \(gate.lowerBound.fixed(3))"
            + " (\(gate.count) questions)"
        return gate.isOpen
            ? "\(name): the policy \(isApplied ? "decides" : "would decide"); \(measured)"
            : "\(name): \(gate.incumbent) \(isApplied ? "decides" : "would decide"), since no gain was shown; \(measured)"
    }
}
