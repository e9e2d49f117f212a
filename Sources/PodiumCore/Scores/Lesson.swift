/// What can be learned from a step of a session: a worker was right or wrong at a task.
public struct Lesson: Hashable, Sendable {
    public var step: StepID
    /// What was asked: the subtask, or the question where the worker was only told to answer it.
    public var task: String
    public var worker: Worker
    public var isRight: Bool
    /// Whether a person said so, and not a check.
    public var isFromPerson: Bool
    public var cost: Cost
    public var seconds: Double?
    /// How strongly the conductor preferred the worker, where it told and decided by that.
    public var share: Double?
    /// How likely the conductor expected it to be right, where it told: whether that holds can be seen.
    public var expected: Double?
}

extension SessionState {
    /// What can be learned from the session; nothing before its end.
    ///
    /// A verdict that the answer is right holds for all that it rests on. That it is wrong holds for a
    /// step alone: of several nobody knows which was at fault. Where a check said something, that counts
    /// for whom it looked at, unless a person judged the answer.
    ///
    /// - Parameter isPlain: whether a subtask says no more than that the question is to be answered.
    public func lessons(
        verdict: AnswerVerdict.Value?,
        isPlain: (String) -> Bool
    ) -> [Lesson] {
        guard isClosed, let opened else { return [] }
        let judged = judgements(verdict: verdict)
        return attempts.compactMap { attempt in
            guard case .step(let step) = attempt.agent, let found = judged[attempt.id],
                let worker = opened.pool.first(where: { $0.name == attempt.worker }),
                let subtask = attempt.subtask
            else { return nil }
            let weighed = weighed(for: step)
            let option = weighed?.options.first { $0.worker == attempt.worker }
            let isApplied = weighed?.author.hasSuffix("not applied") == false
            return Lesson(
                step: step,
                task: isPlain(subtask) ? opened.question : subtask,
                worker: worker,
                isRight: found.isRight,
                isFromPerson: found.isFromPerson,
                cost: attempt.used.cost,
                seconds: attempt.endedAt.map { ($0 - attempt.startedAt).inSeconds },
                share: isApplied ? option?.chance : nil,
                expected: option?.right
            )
        }
    }
}
