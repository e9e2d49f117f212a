import Dispatch
import Synchronization

/// What is put away before the process ends, however its command came to an end.
enum AtEnd {
    /// After as long without an end it is told that something is waited for.
    private static let quiet = DispatchTimeInterval.seconds(2)
    /// What could not be kept by then is not kept.
    private static let patience = DispatchTimeInterval.seconds(20)
    private static let work = Mutex<[@Sendable () async -> Void]>([])

    static func add(_ work: @escaping @Sendable () async -> Void) {
        self.work.withLock { $0.append(work) }
    }

    /// Called once, on the main thread.
    static func run() {
        let work = work.withLock { $0 }
        guard !work.isEmpty else { return }
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            for each in work { await each() }
            done.signal()
        }
        guard done.wait(timeout: .now() + quiet) == .timedOut else { return }
        // Whoever was told to end by a signal has no time.
        guard StopSignals.received == nil else { return }
        StandardStream.error.write("podium: still storing what was decided. Ctrl-C gives it up.\n")
        _ = done.wait(timeout: .now() + patience)
    }
}
