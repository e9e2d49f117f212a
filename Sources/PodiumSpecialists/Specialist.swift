public import PodiumCore
import PodiumPhrasebook

/// An in-process worker: a program with a narrow skill and real limits, that shows its working.
///
/// A specialist is pure: the same request and the same random numbers give the same reply. It follows
/// the subtask first, then the outputs it may see, and takes the question as data. Its effort is
/// bounded whatever the input, and it never traps.
public struct Specialist: Sendable {
    /// How it goes about a request.
    enum Work: Sendable {
        /// Reads sentences of these forms, and solves them.
        case solves(Set<Form.Name>, Solver)
        /// Judges what others found.
        case judges(@Sendable (StepRequest) -> SpecialistReply)
    }

    /// Solves a phrase whose slots hold values.
    typealias Solver = @Sendable (Phrase, inout SeededGenerator) throws(Unsolved) -> Solution

    /// The specialist as the conductor and the person know it. `model` is its name in the pool.
    public let descriptor: Worker
    let work: Work

    /// Its reply, unless a part of the work before it was not done: then whatever it made of the rest
    /// would pass for the whole.
    public func reply(
        to request: StepRequest,
        random: inout SeededGenerator
    ) -> SpecialistReply {
        if let undone = request.undone {
            return SpecialistReply(
                outcome: .declined("I cannot go on: this was not done before: “\(undone)”.")
            )
        }
        switch work {
        case .judges(let judge): return judge(request)
        case .solves(let forms, let solver):
            var performance = Performance(
                request: request,
                forms: forms,
                solver: solver,
                random: random
            )
            return performance.reply()
        }
    }
}

extension StepRequest {
    /// A task of the plan's own that nobody did. One who only was to answer too, or a task that another
    /// did, is not missed.
    fileprivate var undone: String? {
        missing.first { subtask in
            Phrasebook.phrase(subtask)?.form != .answer && !seen.contains { $0.subtask == subtask }
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
