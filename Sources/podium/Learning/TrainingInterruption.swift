import Dispatch
import Glibc
import Synchronization

/// Whether a signal that asks the process to end has come; it does not end by one any more.
final class TrainingInterruption: Sendable {
    private let flag = Atomic(false)
    // Written once in `init`, before the object is shared; the sources synchronise themselves.
    private nonisolated(unsafe) var sources: [any DispatchSourceSignal] = []

    init() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [weak self] in
                self?.flag.store(true, ordering: .relaxed)
            }
            source.activate()
            sources.append(source)
        }
    }

    var hasCome: Bool { flag.load(ordering: .relaxed) }
}
