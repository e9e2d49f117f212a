import Glibc
import PodiumCore
import PodiumEngine

/// Prints a running session until it ends, and gives it what a person types and signals.
struct RunFollower {
    let runner: SessionRunner
    var printer: SessionPrinter
    let waker: EventWaker
    let signals: SignalWatch
    /// Where a person decides; nil when nobody is asked.
    var reader: DecisionReader?

    /// - Throws: `Failure` when the session could not be stored to its end.
    func follow() throws -> SessionClosed.Outcome? {
        var printer = printer
        var reader = reader
        var cursor = 0
        var isInterrupted = false
        while true {
            let isOver = runner.journal.isOver
            for event in runner.journal.events(after: cursor) {
                cursor = event.sequence
                reader?.state.apply(event)
                // A reader that went away ends the run like an interrupt, once.
                if !printer.show(event), !isInterrupted {
                    isInterrupted = true
                    interrupt("Nobody reads the output any more.")
                }
            }
            if isOver { break }
            if let request = reader?.nextDecision() {
                Task.detached { [runner] in await runner.decide(request) }
            }
            waker.wait()
            if signals.received != nil, !isInterrupted {
                isInterrupted = true
                interrupt("Interrupted by the person.")
            }
        }
        if let failure = runner.journal.failure { throw Failure(failure.description) }
        return printer.outcome
    }

    private func interrupt(_ reason: String) {
        Task.detached { [runner] in await runner.interrupt(reason: reason) }
    }
}
