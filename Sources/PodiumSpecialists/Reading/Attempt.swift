/// A task solved: the intermediate steps and the answer.
struct Solution: Hashable, Sendable {
    var working: [String]
    var answer: String
}

/// What came of reading an instruction and doing it.
enum Attempt: Hashable, Sendable {
    case solved(Solution)
    /// It was understood, but has no answer; the reason is a sentence `I cannot …`.
    case impossible(String)
    case notUnderstood

    var solution: Solution? {
        if case .solved(let solution) = self { solution } else { nil }
    }

    static let tooLong = Attempt.impossible(
        "I cannot read a text of more than \(Tokens.byteLimit) bytes."
    )

    var isUnderstood: Bool { self != .notUnderstood }
}

extension SpecialistReply {
    /// The reply that an attempt comes to.
    ///
    /// - Parameter otherwise: what is said of a task that was not understood: `I cannot …`.
    init(_ attempt: Attempt, otherwise: String) {
        switch attempt {
        case .solved(let solution):
            self.init(working: solution.working, outcome: .answered(solution.answer))
        case .impossible(let reason): self.init(outcome: .declined(reason))
        case .notUnderstood: self.init(outcome: .declined(otherwise))
        }
    }
}
