import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// How the embedded conductor and its pool fare in the gym. A wrong answer is worse than none.
@Suite struct GymRateTests {
    private struct Rate {
        var (right, wrong, none) = (0, 0, 0)
        var story = ""

        var total: Int { right + wrong + none }
        func isAtLeast(_ percent: Int) -> Bool { right * 100 >= total * percent }

        mutating func count(_ rollout: Rollout, _ isCorrect: (String) -> Bool) {
            guard rollout.isAnswered, let answer = rollout.answer else {
                none += 1
                story = rollout.story
                return
            }
            if isCorrect(answer) {
                right += 1
            } else {
                wrong += 1
                story = rollout.story
            }
        }
    }

    private static let seeds = UInt64(1)...60

    private func problem(_ family: ProblemFamily, _ seed: UInt64) -> Problem {
        family.problem(difficulty: Int(seed % 5) + 1, seed: seed)
    }

    /// Searches are random and may fail, so less is asked of what needs one.
    private static let searches = ["countdown", "subset sum", "sudoku", "colouring"]

    @Test(arguments: ProblemFamily.all)
    func `most problems are answered rightly and none wrongly`(_ family: ProblemFamily) {
        var rate = Rate()
        for seed in Self.seeds {
            let problem = problem(family, seed)
            rate.count(Rollout(problem.question, seed: seed), problem.isCorrect)
        }
        let searches = Self.searches.contains { family.name.contains($0) }
        #expect(rate.isAtLeast(searches ? 75 : 90), "\(family.name): \(rate)")
        #expect(rate.wrong * 100 <= rate.total, "\(family.name): \(rate)")
    }

    @Test(arguments: ProblemFamily.composed)
    func `no specialist alone answers what is composed`(_ family: ProblemFamily) {
        for specialist in Specialists.all {
            var right = 0
            for seed in Self.seeds {
                let problem = problem(family, seed)
                var random = SeededGenerator(seed: seed)
                let request = StepRequest(
                    question: problem.question,
                    seen: [],
                    subtask: "Answer the question."
                )
                let reply = specialist.work(on: request, random: &random)
                if case .answered(let answer) = reply.outcome, problem.isCorrect(answer) {
                    right += 1
                }
            }
            let name = specialist.descriptor.name
            #expect(right * 10 <= Self.seeds.count, "\(name) alone: \(right) of \(family.name)")
        }
    }

    @Test func `other people's words are mostly understood and hardly ever misread`() {
        var all = Rate()
        for (name, questions) in HeldOut.families {
            var rate = Rate()
            for held in questions {
                let rollout = Rollout(held.question, seed: 3)
                rate.count(rollout, held.grader.accepts)
                all.count(rollout, held.grader.accepts)
            }
            #expect(questions.count >= 10 && rate.isAtLeast(60), "\(name): \(rate)")
        }
        #expect(all.isAtLeast(80) && all.wrong * 50 <= all.total, "\(all)")
    }

    @Test func `a second round finds some of what a search missed`() {
        var (missed, found) = (0, 0)
        for seed in UInt64(1)...60 {
            let problem = ProblemFamily.countdown.problem(difficulty: 5, seed: seed)
            guard !Rollout(problem.question, seed: seed).isAnswered else { continue }
            missed += 1
            let again = Rollout(problem.question, seed: seed &+ 1_000)
            if again.isAnswered, let answer = again.answer, problem.isCorrect(answer) { found += 1 }
        }
        #expect(missed > 0 && found > 0, "\(found) of \(missed)")
    }
}
