import Dispatch
import Synchronization

/// What is put away before the process ends, however its command came to an end.
enum AtEnd {
    /// Nobody waits for longer: what is left undone loses nothing.
    private static let patience = DispatchTimeInterval.seconds(2)
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
        _ = done.wait(timeout: .now() + patience)
    }
}
