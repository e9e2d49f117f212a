/// Time and chance, given to the engine from outside.
public protocol RunEnvironment: Sendable {
    /// The time. It goes on as real time does, and never jumps within a process, whatever happens to the
    /// wall clock meanwhile: waits and windows are measured by it. What an earlier process recorded may
    /// lie after it.
    func now() -> Timestamp
    /// 64 random bits.
    func entropy() -> UInt64
    /// Waits, or throws `CancellationError` when the task is cancelled first.
    func sleep(for duration: Duration) async throws
}
