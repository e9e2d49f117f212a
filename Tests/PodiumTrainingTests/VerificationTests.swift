import PodiumGym
import PodiumPolicy
import Testing

@testable import PodiumTraining

/// Which answers are checked, as training finds it out.
@Suite struct VerificationTests {
    @Test func `what is harder than in training is checked, and that gains`() throws {
        let policy = try LearnedPolicy.shipped()
        var unchecked = policy
        unchecked.verification = nil
        let (plain, checked) = (
            LearnedConduct(policy: unchecked, isGated: false),
            LearnedConduct(policy: policy, isGated: false)
        )
        var (before, after) = (0.0, 0.0)
        for index in 0..<240 {
            let problem = Gym.problem(.difficulty, index)
            before += Gates.utility(Headroom.learned(problem, plain, replans: 2), policy)
            after += Gates.utility(Headroom.learned(problem, checked, replans: 2), policy)
        }
        #expect(after > before + 240 * 0.01, "\(before) \(after)")
    }

    @Test func `a check that was shown to gain nothing is not made`() throws {
        let verification = Verifications.gym(try LearnedPolicy.shipped(), trainedOn: 200)
        for (kind, gate) in verification.kinds { #expect(gate.isOpen && kind == "caesar") }
        #expect(verification.reach.count == TextFeatures.cues)
    }
}
