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
    }

    @Test func `phrases and pools of training are never tested with`() {
        let trained = Set((0..<1_500).map { Gym.problem(.train, $0).phrase.question })
        for split in [Gym.Split.test, .validation, .wordings, .pools] {
            let shared = (0..<400).map { Gym.problem(split, $0).phrase.question }.filter(
                trained.contains
            )
            #expect(shared.isEmpty, "\(split): \(shared.first ?? "")")
        }
        let pools = Set((0..<300).map { Set(Gym.pool(.train, $0).map(\.name)) })
        #expect(!(0..<300).contains { pools.contains(Set(Gym.pool(.pools, $0).map(\.name))) })
        #expect(Gym.pool(.pools, 3) == Gym.pool(.pools, 3))
    }

    @Test func `the split of wordings has no wording of training`() {
        for index in 0..<200 {
            let problem = Gym.problem(.wordings, index)
            let told = Set(
                (0..<60).map { seed in
                    var teller = Teller(.trained, seed: UInt64(seed))
                    return teller.question(problem.phrase)
                }
            )
            #expect(!told.contains(problem.question), "\(problem.question)")
        }
    }

    @Test func `answers are graded by what they say`() throws {
        let date = try #require(Phrasebook.phrase("What date is 10 days after 1 May 2024?"))
        let grader = Grader.answer("11 May 2024", to: date)
        for right in ["May 11, 2024", "2024-05-11", "11 may 2024."] {
            #expect(grader.accepts(right), "\(right)")
        }
        for wrong in ["12 May 2024", "11 May", "May 2024"] {
            #expect(!grader.accepts(wrong), "\(wrong)")
        }
        let unit = try #require(Phrasebook.phrase("How many inches are there in 150 feet?"))
        let length = Grader.answer("1800 inches", to: unit)
        for right in ["1,800 inches", "1800", "1800 inch"] {
            #expect(length.accepts(right), "\(right)")
        }
        for wrong in ["1800 feet", "1,8,00", "180 inches"] {
            #expect(!length.accepts(wrong), "\(wrong)")
        }
        let text = try #require(Phrasebook.phrase("Decode the Caesar text \"abc\"."))
        let message = Grader.answer("the treasure is under the oak", to: text)
        #expect(
            message.accepts("The treasure is under the oak.") && !message.accepts("under the oak")
        )
        let order = try #require(
            Phrasebook.phrase("Bob is taller than Ann. List them from the tallest.")
        )
        #expect(!Grader.answer("Bob, Ann", to: order).accepts("Ann, Bob"))
        let roots = try #require(Phrasebook.phrase("Solve x^2 = 9."))
        let both = Grader.answer("x = -3 or x = 3", to: roots)
        #expect(
            both.accepts("3 or -3") && both.accepts("x = 3 or x = -3") && !both.accepts("x = 3")
        )
        let subset = try #require(
            Phrasebook.phrase("Which of the numbers 3, 5, 9, 14 add up to 17?")
        )
        #expect(
            Grader.conditions(subset).accepts("3 and 14")
                && !Grader.conditions(subset).accepts("3, 5 and 9, 1")
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
        #expect(worker.outcome(on: problem)?.steps == 1)
        var bad = worker
        bad.steps[0].access = [7]
        // A plan that cannot be read is answered by one worker, as the machine does.
        #expect((bad.outcome(on: problem)?.steps ?? 9) <= 1)
    }
}
