internal import PodiumEvaluation
internal import PodiumGym
import PodiumPhrasebook
import PodiumPolicy

/// Finds out which answers of a policy a check is worth.
struct Verifications {
    /// Where the gate's problems end, so that it is measured on none that this was chosen by.
    private static let first = 300
    private static let limit = 1_000
    /// How many times as many problems there are to confirm what a first look found.
    private static let patience = 4

    private let plain: LearnedConduct
    private let checked: LearnedConduct

    private init(_ policy: LearnedPolicy) {
        var (plain, checked) = (policy, policy)
        plain.verification = nil
        let always = Gate(incumbent: Self.incumbent, gain: 1, lowerBound: 1, count: 0)
        checked.verification = Verification(kinds: policy.support.mapValues { _ in always })
        self.plain = LearnedConduct(policy: plain, isGated: false)
        self.checked = LearnedConduct(policy: checked, isGated: false)
    }

    /// A first look finds kinds of questions at which a check seems to gain; others of these kinds, and they
    /// alone, say whether it does.
    ///
    /// - Parameters:
    ///   - problems: how many of `train` it was trained on.
    ///   - others: questions that it was trained on besides.
    static func gym(
        _ policy: LearnedPolicy,
        trainedOn problems: Int,
        others: [String] = []
    ) -> Verification {
        let end = first + min(problems, limit)
        let measured = Verifications(policy)
        let promising = measured.gates(first..<end) { _ in true }.filter { $0.value.gain > 0 }
        let confirmed = measured.gates(end..<end + patience * (end - first)) {
            promising.keys.contains($0)
        }
        return Verification(
            questions: (0..<problems).map { Gym.problem(.train, $0).question } + others,
            kinds: confirmed.filter { $0.value.isOpen }
        )
    }

    /// What a check gains at problems of `validation`, by their kind.
    private func gates(_ range: Range<Int>, where isWanted: (String) -> Bool) -> [String: Gate] {
        var pairs: [String: [(plain: Double, checked: Double)]] = [:]
        for index in range {
            let problem = Gym.problem(.validation, index)
            let kind = problem.phrase.form.rawValue
            guard isWanted(kind) else { continue }
            pairs[kind, default: []].append((utility(problem, plain), utility(problem, checked)))
        }
        return pairs.mapValues { pairs in
            Gates.gate(Self.incumbent, pairs.map(\.plain), pairs.map(\.checked))
        }
    }

    private func utility(_ problem: Problem, _ conduct: LearnedConduct) -> Double {
        Gates.utility(Headroom.learned(problem, conduct, replans: 2), conduct.policy)
    }

    private static let incumbent = "no check"
}
