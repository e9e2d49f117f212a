import PodiumConfiguration
import PodiumCore
import PodiumEvaluation
import PodiumPolicy
import PodiumStudio

/// The policy that conducts, as the screen's page and `podium policy` tell it.
struct PolicyCard {
    let lines: [String]

    /// - Parameter mode: what the policy may do in the sessions that are begun here.
    init(_ studio: Studio, mode: LearningMode, examples: [LearnedExamples.Example]) {
        self.init(
            studio.learned?.policy,
            mode: mode,
            problem: studio.learningProblem,
            examples: examples
        )
    }

    init(
        _ policy: LearnedPolicy?,
        mode: LearningMode,
        problem: String? = nil,
        examples: [LearnedExamples.Example]
    ) {
        var lines = ["mode: \(mode.rawValue) (\(Self.meaning(mode)))"]
        if let problem { lines.append(problem) }
        if let policy {
            lines +=
                PolicySummary(policy, isApplied: mode == .apply).told + [""] + Self.told(examples)
            lines += ["", "what was seen of each worker:"]
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

    /// What the sessions here say of it.
    private static func told(_ examples: [LearnedExamples.Example]) -> [String] {
        guard !examples.isEmpty else { return ["your sessions: nothing was judged yet"] }
        let bins = Calibration(examples).bins.map { bin in
            "  expected \((bin.expected * 100).fixed(0)) % right: \(bin.count) steps,"
                + " \((bin.right * 100).fixed(0)) % were"
        }
        let lessons = examples.compactMap(\.lesson)
        let right = lessons.count { $0.isRight }
        return [
            "your sessions: \(lessons.count) steps judged, \(right) right,"
                + " \(examples.count { $0.kind == .pair }) of them beside another worker at the same task;"
                + " \(examples.count - lessons.count) times you preferred another worker"
        ] + bins + [
            "  no figure of what other workers would have come to in these sessions: the worker with the"
                + " largest share is always asked, never one by chance, so nothing is known of the others"
        ]
    }

    private static func meaning(_ mode: LearningMode) -> String {
        switch mode {
        case .off: "the rules decide"
        case .observe: "the rules decide, and the plan says what the policy would have done"
        case .apply: "the policy decides where it was shown to gain"
        }
    }
}
