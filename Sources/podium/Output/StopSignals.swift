import CursesTerminal
import Foundation
import Glibc
import Synchronization

/// Signals that ask the process to end, heard on a thread of their own, whatever the others wait for.
///
/// The first asks for an orderly end: runs are interrupted and stored, the terminal is given back. The
/// second ends the process at once. So does the first when nothing has come of it after a while: an
/// output that nobody reads, or a store that another process holds, must not keep anybody.
enum StopSignals {
    private static let all = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    /// What comes as soon after the first is the same event, told twice: by the kernel and by a shell, or to a
    /// process and to its group.
    private static let echo = Duration.milliseconds(50)
    /// After as long without an end, and without any output going out, the process is ended.
    private static let patience = Duration.seconds(3)
    /// After as long, programs that were started end with this one: it may be waiting for one of them.
    private static let childPatience = Duration.seconds(1)

    private struct State {
        var received: Int32?
        var handler: (@Sendable (Int32) -> Void)?
        var isPatient = false
    }

    private static let state = Mutex(State())

    /// The first that has come.
    static var received: Int32? { state.withLock { $0.received } }

    /// What a session that ends because of a signal says of it.
    static func reason(_ signal: Int32) -> String {
        switch signal {
        case SIGINT: "Interrupted by the person."
        case SIGHUP: "The terminal was closed (SIGHUP)."
        case SIGQUIT: "The program was quit (SIGQUIT)."
        default: "The program was told to end (SIGTERM)."
        }
    }

    /// The status with which the process ends because of one.
    static var status: ExitStatus? { received.map(ExitStatus.init(signal:)) }

    /// From now on they no longer end the process by themselves. What was said last holds.
    ///
    /// - Parameters:
    ///   - isPatient: whether the work that is stopped takes its time to put itself away.
    ///   - handler: told of the first, on the signals' thread, also of one that came before `hear`.
    static func hear(isPatient: Bool = false, _ handler: (@Sendable (Int32) -> Void)? = nil) {
        let received = state.withLock { state in
            state.handler = handler ?? state.handler
            state.isPatient = isPatient
            return state.received
        }
        if let received { handler?(received) }
        _ = thread
    }

    /// Started with the first look at it.
    private static let thread: Bool = {
        // What `nohup`, or a shell that begins a job in the background, says holds.
        let heard = all.filter { signal in
            var action = sigaction()
            sigaction(signal, nil, &action)
            return !action.isIgnored
        }
        guard let pipe = try? SignalPipe(heard) else { return false }
        pipe.install()
        // Nobody else uses it from here on.
        nonisolated(unsafe) let own = pipe
        let thread = Thread { listen(to: own) }
        thread.name = "podium-signals"
        thread.start()
        return true
    }()

    private static func listen(to pipe: SignalPipe) {
        let first = first(on: pipe)
        let (handler, isPatient) = state.withLock { state in
            state.received = first
            return (state.handler, state.isPatient)
        }
        handler?(first)
        let start = ContinuousClock.now
        var hasEndedChildren = false
        while true {
            let second = next(on: pipe, within: .milliseconds(100))
            let now = ContinuousClock.now
            if let second, now - start > echo { end(by: second) }
            if !hasEndedChildren, !isPatient, now - start > childPatience {
                ChildProcesses.end()
                hasEndedChildren = true
            }
            let latest = max(start, StandardStream.lastProgress ?? start)
            if !isPatient, now - latest > patience { end(by: first) }
        }
    }

    private static func first(on pipe: SignalPipe) -> Int32 {
        while true { if let signal = next(on: pipe, within: .seconds(3_600)) { return signal } }
    }

    /// The next signal; nil when none comes in time.
    private static func next(on pipe: SignalPipe, within time: Duration) -> Int32? {
        while true {
            var wait = pollfd(fd: pipe.descriptor, events: Int16(POLLIN), revents: 0)
            let count = poll(&wait, 1, Int32(time / .milliseconds(1)))
            if count > 0, let signal = pipe.drain().first { return signal }
            if count == 0 { return nil }
        }
    }

    private static func end(by signal: Int32) -> Never {
        ChildProcesses.end()
        CursesTerminal.abandon()
        _exit(128 + signal)
    }
}

extension sigaction {
    fileprivate var isIgnored: Bool {
        unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
