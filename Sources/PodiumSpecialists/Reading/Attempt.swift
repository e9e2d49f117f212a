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
    /// A part of it was understood, and these words were not.
    case unread(String)
    case notUnderstood

    var solution: Solution? {
        if case .solved(let solution) = self { solution } else { nil }
    }

    static let tooLong = Attempt.impossible(
        "I cannot read a text of more than \(Tokens.byteLimit) bytes."
    )

    /// Whether the whole of it was.
    var isUnderstood: Bool {
        switch self {
        case .solved, .impossible: true
        case .unread, .notUnderstood: false
        }
    }

    /// This attempt, or the other where this one understood nothing at all.
    func orElse(_ other: Attempt) -> Attempt { self == .notUnderstood ? other : self }
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
        case .unread(let words):
            self.init(
                outcome: .declined("\(otherwise) I do not know what to do with this: \(words)")
            )
        case .notUnderstood: self.init(outcome: .declined(otherwise))
        }
    }
}
