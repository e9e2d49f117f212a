/// Time and chance, given to the engine from outside.
public protocol RunEnvironment: Sendable {
    /// The wall-clock time. It may jump; the engine only records it.
    func now() -> Timestamp
    /// 64 random bits.
    func entropy() -> UInt64
    /// Waits, or throws `CancellationError` when the task is cancelled first.
    func sleep(for duration: Duration) async throws
}
