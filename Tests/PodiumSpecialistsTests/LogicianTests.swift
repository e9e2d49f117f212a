import PodiumCore
import Testing

@testable import PodiumSpecialists

@Suite struct LogicianTests {
    static func tally(_ cases: [Case]) -> Tally {
        var tally = Tally()
        for example in cases {
            let reply = reply(of: Logician(), "Answer the question.", question: example.task)
            switch reply.outcome {
            case .answered(let answer):
                if answer == example.answer {
                    tally.right += 1
                } else {
                    tally.wrong.append("\(example.task) → \(answer), not \(example.answer)")
                }
            case .declined(let reason):
                if example.answer == "I cannot" {
                    tally.right += 1
                } else {
                    tally.declined.append("\(example.task) → \(reason)")
                }
            }
        }
        return tally
    }

    @Test func `four in five of each family are answered, and none wrongly`() {
        var all = Tally()
        for (name, cases) in LogicParaphrases.families {
            let tally = Self.tally(cases)
            #expect(tally.share >= 0.8, "\(name): \(tally.story)")
            all.add(tally)
        }
        #expect(Double(all.wrong.count) <= 0.01 * Double(all.total), "\(all.story)")
    }

    @Test func `a second set in other words is answered as well, and not wrongly`() {
        var all = Tally()
        for (_, cases) in MoreLogicParaphrases.families {
            let tally = Self.tally(cases)
            all.add(tally)
        }
        #expect(all.share >= 0.8, "\(all.story)")
        #expect(all.wrong.isEmpty, "\(all.story)")
    }

    @Test func `questions of other kinds are declined`() {
        for question in OtherKinds.questions {
            let answer = ask(Logician(), "Answer the question.", question: question)
            #expect(answer == nil, "\(question) → \(answer ?? "")")
        }
    }
}
