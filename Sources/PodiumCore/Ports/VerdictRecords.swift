/// What persons and checks say of answers. Safe to call from any thread.
public protocol VerdictRecords: Sendable {
    /// Gives a verdict on a session's answer in place of the one before; nil takes it back.
    ///
    /// - Throws: `StoreError`, also when there is no such session, or it has no answer to judge.
    func setVerdict(_ verdict: AnswerVerdict?, on session: SessionID) throws

    /// The verdict in force; nil when there is none.
    func verdict(on session: SessionID) throws -> AnswerVerdict?

    /// How the workers of the latest closed sessions did, `limit` sessions at most, the latest first.
    ///
    /// The first call after many sessions folds each of them, which may take seconds; what it finds
    /// is kept.
    func outcomes(kinds: QuestionKinds, limit: Int) throws -> [WorkerOutcome]
}
