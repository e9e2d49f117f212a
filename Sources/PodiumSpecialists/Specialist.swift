public import PodiumCore

/// An in-process worker: a program with a narrow skill that shows its working.
///
/// A specialist is pure: the same request and the same random numbers give the same reply. It follows
/// the subtask first, then the outputs it may see, and takes the question as data. Its effort is
/// bounded whatever the input, and it never traps.
///
/// To add one, write a type with a `descriptor` and `work(on:random:)` and list it in
/// `Specialists.all`.
public protocol Specialist: Sendable {
    /// The specialist as the conductor and the person know it. `model` is its name in the pool.
    var descriptor: Worker { get }

    func work(on request: StepRequest, random: inout SeededGenerator) -> SpecialistReply
}

extension Specialist {
    /// Its reply, unless a part of the work before it was not done: then whatever it made of the rest
    /// would pass for the whole.
    public func reply(
        to request: StepRequest,
        random: inout SeededGenerator
    ) -> SpecialistReply {
        guard let undone = request.undone else { return work(on: request, random: &random) }
        return SpecialistReply(
            outcome: .declined("I cannot go on: this was not done before: “\(undone)”.")
        )
    }
}

extension StepRequest {
    /// A task of the plan's own that nobody did. One who only was to answer too, or a task that another
    /// did, is not missed.
    fileprivate var undone: String? {
        missing.first { subtask in
            !TaskText(subtask).isGeneric && !seen.contains { $0.subtask == subtask }
        }
    }
}

/// What a specialist has to say: its working, then an answer or the reason why there is none.
public struct SpecialistReply: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case answered(String)
        /// The reason, as a sentence for the person: `I cannot …`.
        case declined(String)
    }

    /// The intermediate steps, one a line.
    public var working: [String]
    public var outcome: Outcome

    public init(working: [String] = [], outcome: Outcome) {
        self.working = working
        self.outcome = outcome
    }

    /// The whole reply. An answered one ends with the line `Answer: …`.
    public var text: String {
        switch outcome {
        case .answered(let answer): (working + ["Answer: \(answer)"]).joined(separator: "\n")
        case .declined(let reason): (working + [reason]).joined(separator: "\n")
        }
    }

    /// `stop` for an answer, `declined` for a reason.
    public var finishReason: FinishReason {
        switch outcome {
        case .answered: .stop
        case .declined: .declined
        }
    }
}
