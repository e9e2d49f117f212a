import PodiumCore
import PodiumPhrasebook
import PodiumPolicy
import PodiumSpecialists
import Testing

@testable import PodiumGym

@Suite struct GymTests {
    @Test func `a problem is drawn again by its name, and splits share none`() {
        var seen: [String: Gym.Split] = [:]
        for split in Gym.Split.allCases {
            for index in 0..<120 {
                let problem = Gym.problem(split, index)
                #expect(Gym.problem(id: problem.id) == problem, "\(problem.id)")
                #expect(Gym.problem(split, index) == problem)
                #expect(seen.updateValue(split, forKey: problem.id) == nil, "\(problem.id)")
            }
        }
        for id in [
            "", "letters", "letters/2", "nothing/2/3", "letters/0/1", "letters/9/1", "letters/2/x",
            "letters/2/3/4",
        ] {
            #expect(Gym.problem(id: id) == nil, "\(id)")
        }
    }

    @Test func `splits hold what they say`() {
        for index in 0..<100 {
            let held = Gym.problem(.families, index)
            #expect(Gym.family(named: held.family)?.isHeldOut == true)
            let trained = Gym.problem(.train, index)
            #expect(Gym.family(named: trained.family)?.isHeldOut == false && trained.difficulty < 5)
            #expect(Gym.problem(.difficulty, index).difficulty == 5)
        }
        let one = Gym.pool(of: 6, seed: 1)
        #expect(
            one.count == 6 && Set(one.map(\.name)).count == 6 && one == Gym.pool(of: 6, seed: 1)
                && one != Gym.pool(of: 6, seed: 2)
        )
    }

    @Test func `at least a third of all problems take several steps`() {
        let problems = (0..<300).map { Gym.problem(.train, $0) }
        let composed = problems.count { Unfolding([$0.phrase]).steps.count > 1 }
        #expect(composed >= 100)
        #expect(problems.contains { Unfolding([$0.phrase]).steps.count > 2 })
    }

    @Test(arguments: Gym.families.map(\.name))
    func `the expected answer is right, others are not, and it does not stand in the question`(
        _ name: String
    ) throws {
        let family = try #require(Gym.family(named: name))
        for seed in UInt64(1)...25 {
            let problem = family.problem(difficulty: Int(seed % 5) + 1, seed: seed)
            #expect(problem.isCorrect(problem.expected), "\(problem.question)\n\(problem.expected)")
            #expect(problem.isCorrect("  \(problem.expected). "), "\(problem.expected)")
            for wrong in [
                "", "I cannot say.", "0x", "Answer",
                "\(problem.expected) or \(problem.expected) and more",
                String(repeating: "1", count: 9_000),
            ] {
                #expect(!problem.isCorrect(wrong), "\(problem.question)\n\(wrong)")
            }
        }
    }

    /// Answers found without the solvers that the gym asks.
    @Test func `expected answers agree with others' arithmetic`() throws {
        for seed in UInt64(1)...60 {
            let primes = try #require(Gym.family(named: "primes")).problem(
                difficulty: 3,
                seed: seed
            )
            let digits = try #require(
                primes.question.split { !$0.isNumber }.first.flatMap { Int($0) }
            )
            let isPrime =
                digits > 1 && !(2..<digits).contains { $0 * $0 <= digits && digits % $0 == 0 }
            #expect(primes.expected == (isPrime ? "yes" : "no"), "\(primes.question)")
            let letters = try #require(Gym.family(named: "letters")).problem(
                difficulty: 2,
                seed: seed
            )
            if letters.phrase.form == .reverse, case .text(let text) = letters.phrase.slots["text"]
            {
                #expect(letters.expected == String(text.reversed()))
            }
            let sum = try #require(Gym.family(named: "subset-sum")).problem(
                difficulty: 3,
                seed: seed
            )
            let parts = sum.expected.split(separator: " + ").compactMap { Int($0) }
            #expect(sum.phrase.slots["n"] == .expression(.integer(parts.reduce(0, +))))
        }
    }

    @Test func `there is something to learn`() throws {
        let headroom = Headroom(.test, problems: 320)
        let (single, fixed) = (
            try #require(headroom.best(.worker)), try #require(headroom.best(.workflow))
        )
        let (rules, oracle) = (
            try #require(headroom.best(.rules)), try #require(headroom.best(.oracle))
        )
        #expect(oracle.accuracy >= single.accuracy + 0.30, "\(headroom.table)")
        #expect(oracle.accuracy >= fixed.accuracy + 0.15, "\(headroom.table)")
        #expect(oracle.accuracy >= rules.accuracy + 0.12, "\(headroom.table)")
        #expect(oracle.cost < rules.cost / 3, "\(headroom.table)")
        #expect(headroom.table.contains("| **rule conductor** |"))
    }

    @Test func `a plan is read and run as in any session`() {
        let problem = Gym.problem(.train, 0)
        let worker = Candidate.single("reckoner")
        #expect(worker.outcome(on: problem).steps == 1)
        var bad = worker
        bad.steps[0].access = [7]
        // A plan that cannot be read is answered by one worker, as the machine does.
        #expect(bad.outcome(on: problem).steps <= 1)
    }
}
