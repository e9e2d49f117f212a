import Dispatch
import Synchronization

/// Lets one thread sleep until another has news. Any number of wakes before the sleeper looks are
/// one, and none is lost.
final class EventWaker: Sendable {
    private let isAwake = Mutex(false)
    private let semaphore = DispatchSemaphore(value: 0)

    /// Callable from any thread.
    func wake() {
        let wasAwake = isAwake.withLock { isAwake in
            defer { isAwake = true }
            return isAwake
        }
        if !wasAwake { semaphore.signal() }
    }

    /// Sleeps until a wake.
    func wait() {
        semaphore.wait()
        isAwake.withLock { $0 = false }
    }
}
