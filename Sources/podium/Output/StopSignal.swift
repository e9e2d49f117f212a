import Dispatch
import Glibc
import Synchronization

/// Whether a signal that asks the process to end has come, for work that then puts itself away. The process
/// ends by the second one only.
final class StopSignal: Sendable {
    private let flag = Atomic(false)
    // Written once in `init`, before the object is shared; the sources synchronise themselves.
    private nonisolated(unsafe) var sources: [any DispatchSourceSignal] = []

    init() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [weak self] in
                // Whoever asks twice does not want to wait.
                guard self?.flag.exchange(true, ordering: .relaxed) == false else { _exit(130) }
            }
            source.activate()
            sources.append(source)
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    }

    var hasCome: Bool { flag.load(ordering: .relaxed) }
}
