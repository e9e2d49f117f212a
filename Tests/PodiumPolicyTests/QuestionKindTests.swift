import PodiumGym
import PodiumPolicy
import Testing

/// Which family a question is said to be of.
@Suite struct QuestionKindTests {
    @Test(arguments: [
        ("arithmetic", ["arithmetic", "primes", "units", "bases"]),
        ("algebra", ["equations", "systems", "sequences"]),
        ("search", ["countdown", "subset-sum", "constraints"]),
        ("logic", ["knights", "orderings", "syllogisms"]),
        ("language", ["letters", "ciphers", "numerals", "morse"]),
        ("calendar", ["dates", "clock"]),
    ])
    func `problems of the gym are of their skill`(kind: String, families: [String]) throws {
        for name in families {
            let family = try #require(Gym.family(named: name))
            for seed in 1...20 as ClosedRange<UInt64> {
                let question = family.problem(difficulty: Int(seed % 5) + 1, seed: seed).question
                #expect(QuestionFamily.kind(of: question) == kind, "\(question)")
            }
        }
    }

    @Test func `a composed question names its skills in order`() {
        let question = "Decode the Caesar text \"vhyhq\" and multiply the result by 10."
        #expect(QuestionFamily.kind(of: question) == "language, then arithmetic")
    }

    @Test(arguments: ["Who wrote Hamlet?", "", "Add XIV and VI unless the sum is above 15."])
    func `what is not read as a whole is of no family`(question: String) {
        #expect(QuestionFamily.kind(of: question) == nil)
    }
}
