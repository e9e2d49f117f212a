import PodiumCore
import PodiumStudio

/// Tells a session on standard output until its end. Of a run of this process it is also the way back:
/// what a person types and signals.
struct SessionTeller {
    private enum Occurrence: Sendable {
        case news(SessionFeed.Element)
        case fault(any Error)
        case typed(String)
    }

    private var printer: SessionPrinter
    /// Nil of a session that is only watched.
    private let studio: Studio?
    private let waker: EventWaker
    private let mailbox: Mailbox<Occurrence>
    private var decisions: TypedDecisions?
    private var hasInterrupted = false

    init(_ printer: SessionPrinter, studio: Studio? = nil) {
        self.printer = printer
        self.studio = studio
        let waker = EventWaker()
        self.waker = waker
        mailbox = Mailbox { waker.wake() }
    }

    /// Asks a question and tells the session; returns the status with which the process should end.
    static func answer(
        _ request: RunRequest,
        in studio: Studio,
        printer: (SessionID) -> SessionPrinter
    ) throws -> ExitStatus {
        hearSignals(for: studio)
        let session = try studio.open(request)
        var teller = SessionTeller(printer(session), studio: studio)
        return try teller.tell(studio.follow(session))
    }

    /// Goes on with a session and tells it; returns the status with which the process should end.
    ///
    /// - Parameter decision: what is decided in one that has an end without an answer.
    static func goOn(
        with session: SessionID,
        deciding decision: OverrideRequest? = nil,
        in studio: Studio,
        _ printer: SessionPrinter
    ) throws -> ExitStatus {
        hearSignals(for: studio)
        try studio.resume(session, deciding: decision)
        var teller = SessionTeller(printer, studio: studio)
        return try teller.tell(studio.follow(session))
    }

    /// From now on a signal that asks the process to end interrupts the run first, whatever this thread
    /// waits for.
    private static func hearSignals(for studio: Studio) {
        StopSignals.hear { studio.stop(reason: StopSignals.reason($0)) }
    }

    /// Returns the status with which the process should end.
    ///
    /// - Throws: `StoreError` when the session could not be stored, or read, to its end, and
    ///   `StudioError` when the process that ran it has ended before.
    mutating func tell(_ feed: SessionFeed) throws -> ExitStatus {
        let pump = Task.detached { [mailbox] in
            do {
                for try await news in feed { await mailbox.deliver(.news(news)) }
            } catch {
                await mailbox.deliver(.fault(error))
            }
        }
        defer { pump.cancel() }
        while true {
            waker.wait()
            for occurrence in mailbox.take() {
                switch occurrence {
                case .typed(let line): decisions?.add(line)
                case .fault(let error): throw error
                case .news(.ended(let end)): return try status(end, of: feed.session)
                case .news(.events(let events)):
                    guard show(events, of: feed.session) else { return .success }
                }
            }
            if let request = decisions?.next() {
                _ = try? studio?.decide(request, in: feed.session)
            }
        }
    }

    /// False when the output goes nowhere any more, and nothing else has to be done.
    private mutating func show(_ events: [Event], of session: SessionID) -> Bool {
        for event in events {
            if studio != nil, case .sessionOpened(let opened) = event.fact,
                TypedDecisions.areAsked(by: opened.policy)
            {
                decisions = TypedDecisions(session: session) { [mailbox] in
                    mailbox.post(.typed($0))
                }
            }
            decisions?.apply(event)
            guard printer.show(event) else {
                // It ends a run like an interrupt, once.
                if !hasInterrupted {
                    let reason =
                        StandardStream.hasFailed
                        ? "The output cannot be written." : "Nobody reads the output any more."
                    studio?.interrupt(session, reason: reason)
                }
                hasInterrupted = true
                if studio == nil { return false }
                continue
            }
        }
        return true
    }

    private func status(_ end: SessionEnd, of session: SessionID) throws -> ExitStatus {
        switch end {
        case .closed:
            let consolation =
                " What was told is in session \(session): podium sessions show \(session)"
            if let failure = StandardStream.takeFailure(consolation) { throw failure }
            if !hasInterrupted, let reason = printer.reasonWithoutAnswer {
                StandardStream.error.write("podium: no answer: \(reason)\n")
            }
            let status = ExitStatus(printer.closed?.outcome)
            return status == .interrupted ? StopSignals.status ?? status : status
        case .broken(let error): throw error
        case .abandoned:
            throw StudioError(
                .wrongState,
                "the process that ran session \(session) has ended. podium resume \(session)"
            )
        }
    }
}
