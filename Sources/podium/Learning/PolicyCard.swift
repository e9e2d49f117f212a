import PodiumConfiguration
import PodiumCore
import PodiumEvaluation
import PodiumPolicy
import PodiumStudio

/// The policy that conducts, as the screen's page and `podium policy` tell it.
struct PolicyCard {
    let lines: [String]

    init(_ studio: Studio) {
        self.init(
            studio.learned?.policy,
            mode: studio.configuration.learning.mode,
            problem: studio.learningProblem
        )
    }

    init(_ policy: LearnedPolicy?, mode: LearningMode, problem: String? = nil) {
        var lines = ["mode: \(mode.rawValue) (\(Self.meaning(mode)))"]
        if let problem { lines.append(problem) }
        if let policy {
            lines += PolicySummary(policy).told + ["", "what was seen of each worker:"]
            lines += policy.records.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
                .map { "  \($0.key): \(Int($0.value.count)) tasks" }
            lines += ["", "kinds of tasks it was trained on:"]
            lines.append(
                "  "
                    + policy.support.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                    .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            )
            lines += ["", "podium learn lists what your sessions teach; podium train learns anew."]
        }
        self.lines = lines
    }

    private static func meaning(_ mode: LearningMode) -> String {
        switch mode {
        case .off: "the rules decide"
        case .observe: "the rules decide, and the plan says what the policy would have done"
        case .apply: "the policy decides where it was shown to gain"
        }
    }
}
