import PodiumCore
import Testing

@testable import PodiumSpecialists

/// How a specialist fares on questions of one kind in many people's words.
struct Coverage {
    var right = 0
    var declined: [String] = []
    var wrong: [String] = []

    /// Asks each question by itself. Answers are compared as the checker compares them.
    init(of specialist: any Specialist, on cases: [Case]) {
        for example in cases {
            guard let answer = ask(specialist, example.task, seen: example.seen) else {
                declined.append(example.task)
                continue
            }
            if SeenAnswer.agree(answer, example.answer) {
                right += 1
            } else {
                wrong.append("\(example.task) → \(answer), not \(example.answer)")
            }
        }
    }

    var total: Int { right + declined.count + wrong.count }

    /// Whether at least four of five are right. Of no question none is.
    var suffices: Bool { right > 0 && right * 5 >= total * 4 }
}

/// A kind of question with the ways in which it is asked.
struct QuestionFamily: CustomTestStringConvertible, Sendable {
    var name: String
    var cases: [Case]

    var testDescription: String { name }
}
