import Dispatch
import Glibc
import PodiumCore
import PodiumStudio
import Synchronization

/// Signals that ask the process to end interrupt the run instead, also one that has only just begun.
///
/// From the first of these objects on the process ends by no such signal alone.
final class Interruption: Sendable {
    private struct State {
        var session: SessionID?
        var hasCome = false
    }

    private let studio: Studio
    private let state = Mutex(State())
    // Written once in `init`, before the object is shared; the sources synchronise themselves.
    private nonisolated(unsafe) var sources: [any DispatchSourceSignal] = []

    /// Watches for signals from now on.
    init(of studio: Studio) {
        self.studio = studio
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [weak self] in self?.come() }
            source.activate()
            sources.append(source)
        }
    }

    /// The run that a signal interrupts, one that has come already too.
    func aim(at session: SessionID) {
        let hasCome = state.withLock { state in
            state.session = session
            return state.hasCome
        }
        if hasCome { interrupt(session) }
    }

    private func come() {
        let session = state.withLock { state in
            state.hasCome = true
            return state.session
        }
        if let session { interrupt(session) }
    }

    private func interrupt(_ session: SessionID) {
        studio.interrupt(session, reason: "Interrupted by the person.")
    }
}
