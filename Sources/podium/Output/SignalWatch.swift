import Dispatch
import Glibc
import Synchronization

/// Turns signals that ask the process to end into a flag and a wake.
final class SignalWatch: Sendable {
    private let counts = Mutex<[Int32: Int]>([:])
    // Written once in `init`, before the object is shared; the sources synchronise themselves.
    private nonisolated(unsafe) var sources: [any DispatchSourceSignal] = []

    init(_ signals: [Int32], waker: EventWaker) {
        for number in signals {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [weak self] in
                self?.counts.withLock { $0[number, default: 0] += 1 }
                waker.wake()
            }
            source.activate()
            sources.append(source)
        }
    }

    /// The first signal that came, if any.
    var received: Int32? { counts.withLock { $0.keys.min() } }
}
