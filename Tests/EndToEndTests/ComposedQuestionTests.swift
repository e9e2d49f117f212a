import Foundation
import PodiumGym
import Testing

extension EndToEndTests {
    /// Questions that no worker answers alone, through the real program and its embedded pool.
    struct ComposedQuestionTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        @Test(arguments: [
            "counts-product", "coded-sum", "system-date", "weekday-letters", "roman-sum",
            "system-weekday",
        ])
        func `a composed question is answered by several workers together`(name: String) throws {
            let family = try #require(Gym.family(named: name))
            var right = 0
            for seed in UInt64(11)...13 {
                let problem = family.problem(difficulty: 2, seed: seed)
                let run = try scratch.run("run", "--json", "--variant", "ultra", problem.question)
                let events = try run.objects()
                let workers = Set(
                    events.filter {
                        $0["type"] as? String == "attemptStarted"
                            && ($0["agent"] as? String)?.hasPrefix("s") == true
                    }
                    .compactMap { $0["worker"] as? String }
                )
                #expect(workers.count > 1)
                guard let answer = events.last?["answer"] as? String else { continue }
                #expect(problem.isCorrect(answer), "\(problem.question)\n\(answer)")
                right += 1
            }
            #expect(right > 0, "none of three was answered")
        }
    }
}
