import CellUI
public import PodiumCore

/// The sessions that are open, and which of them is on the screen.
extension Workbench {
    /// The session on screen.
    var session: SessionScreen? {
        guard case .session(let id) = screen else { return nil }
        return sessions.first { $0.id == id }
    }

    /// Changes the session on screen, in its place: its texts are not copied.
    mutating func withSession(_ change: (inout SessionScreen) -> Void) {
        if case .session(let id) = screen { withSession(id, change) }
    }

    mutating func withSession(_ id: SessionID, _ change: (inout SessionScreen) -> Void) {
        if let index = sessions.firstIndex(where: { $0.id == id }) { change(&sessions[index]) }
    }

    /// The runs of this process that have not ended.
    public var ownRuns: [SessionID] {
        sessions.filter { $0.isRunning && !$0.isForeign }.map(\.id)
    }

    /// Whether a run of this process is on screen.
    var isRunning: Bool { session.map { $0.isRunning && !$0.isForeign } ?? false }

    /// What the terminal's title says: the question, and what waits for a person.
    public var title: String {
        let waiting = sessions.filter(\.waitsForPerson).count
        let isShown = session?.waitsForPerson == true
        if waiting > 0, !isShown {
            let who = waiting == 1 ? "a session waits" : "\(waiting) sessions wait"
            return "? podium: \(who) for you"
        }
        guard let session else { return "podium" }
        let question = Format.oneLine(session.state.opened?.question ?? "").prefix(80)
        // A window that is not looked at tells that its run is over.
        let hasEnded = session.replay == nil && session.state.isClosed
        let sign = isShown ? "? " : hasEnded ? (session.answer == nil ? "✗ " : "✓ ") : ""
        return visible("\(sign)podium: \(question)", keepingNewlines: false)
    }

    // MARK: Opening

    /// Whether nothing else is on its way to the screen; says so when something is.
    private mutating func isFree() -> Bool {
        if arrival != nil { say("Another session is on its way: one moment.") }
        return arrival == nil
    }

    mutating func open(_ id: SessionID) -> [Effect] {
        if sessions.contains(where: { $0.id == id }) { return show(id) }
        guard isFree() else { return [] }
        arrival = .stored(id)
        return [.openSession(id)]
    }

    mutating func ask(_ question: String, after: SessionID?) -> [Effect] {
        guard isFree() else { return [] }
        arrival = .run(question: question)
        return [.ask(question, after: after), .loadRecords(question: question)]
    }

    mutating func resumeSession() -> [Effect] {
        guard let session, session.canBeResumed else {
            let isRunning = session?.isRunning == true
            say(
                isRunning
                    ? "The session still runs." : "The session has its answer: it cannot go on."
            )
            return []
        }
        guard isFree() else { return [] }
        arrival = .run(question: nil)
        return [.resume(session.id)]
    }

    /// Whether a session that was read is the one that is waited for; what nobody asked for on the
    /// screen, a replay from the command line, takes the place of no session.
    mutating func mayShow(_ id: SessionID) -> Bool {
        guard arrival.map({ $0 == .stored(id) }) ?? (screen == .start) else { return false }
        arrival = nil
        return true
    }

    mutating func begin(_ id: SessionID) -> [Effect] {
        var begun = SessionScreen(session: id)
        if case .run(let question?)? = arrival {
            start.forget(question)
            begun.asked = question
        }
        arrival = nil
        let left = add(begun)
        return left + (preferences.view == .graph ? [] : tell(as: preferences.view))
    }

    mutating func join(_ id: SessionID) -> [Effect] {
        add(SessionScreen(session: id, isForeign: true)) + [.loadRecords(question: nil)]
    }

    mutating func replay(_ id: SessionID, _ events: [Event]) -> [Effect] {
        var cursor = ReplayCursor(
            events: events,
            longestPause: .seconds(preferences.idleCap)
        )
        switch preferences.replayStart {
        case .beginning: cursor.advance(by: .zero)
        case .end:
            cursor.seek(to: events.count)
            cursor.isPlaying = false
        }
        var session = SessionScreen(session: id, replay: cursor)
        session.catchUp()
        let left = add(session)
        if session.mayGoOn {
            say("It gave no answer, and can go on: \(named(.resume)), or decide something.")
        } else if session.canBeResumed {
            say("Its process ended before the run did: \(named(.resume)).")
        }
        return left + [.loadRecords(question: session.state.opened?.question), .loadVerdict(id)]
    }

    /// Puts a session on the screen, in place of one that had its id.
    private mutating func add(_ session: SessionScreen) -> [Effect] {
        let left = leaveSession(for: session.id)
        sessions.removeAll { $0.id == session.id }
        sessions.append(session)
        screen = .session(session.id)
        return left
    }

    /// Brings an open session to the screen.
    mutating func show(_ id: SessionID) -> [Effect] {
        // What was on its way is not what is wanted now.
        arrival = nil
        let left = leaveSession(for: id)
        screen = .session(id)
        return left + [.loadRecords(question: session?.state.opened?.question)]
    }

    // MARK: Leaving

    /// What runs goes on and stays open; what has ended is closed.
    private mutating func leaveSession(for next: SessionID? = nil) -> [Effect] {
        notice = nil
        if case .write(let writer)? = overlay { withSession { $0.keepDraft(of: writer) } }
        dismiss()
        isTelling = false
        guard let session, session.id != next else { return [] }
        screen = .start
        guard !session.isRunning else { return [] }
        sessions.removeAll { $0.id == session.id }
        return [.leave(session.id)]
    }

    mutating func goHome() -> [Effect] {
        let id = session?.id
        let left = leaveSession()
        screen = .start
        listOpenSessions()
        if let id { start.focus(onOpen: id) }
        return left + [.loadHistory]
    }

    /// What waits for a person stands first.
    mutating func listOpenSessions() {
        let open = sessions.map { OpenSession($0, look: look, now: now) }
        start.open = open.filter(\.isUrgent) + open.filter { !$0.isUrgent }
    }

    mutating func showSession(by offset: Int) -> [Effect] {
        guard let id = session?.id, sessions.count > 1,
            let index = sessions.firstIndex(where: { $0.id == id })
        else {
            say("No other session is open: \(named(.home)) leads to all.")
            return []
        }
        let count = sessions.count
        return show(sessions[(index + offset + count) % count].id)
    }

    mutating func interrupt() -> [Effect] {
        guard let session, isRunning else { return quit() }
        guard !session.isInterrupted else { return quitAnyway() }
        withSession { $0.isInterrupted = true }
        say("Interrupted; once more quits.")
        return [.interrupt(session.id)]
    }

    /// `q` quits everywhere; where a question is written, it may be the first letter of one.
    mutating func quitIfDue() -> [Effect] {
        guard let due = quitDue, now >= due else { return [] }
        quitDue = nil
        guard screen == .start, opened == nil, start.holds(only: "q") else { return [] }
        start.forget("q")
        return quit()
    }

    mutating func quit() -> [Effect] {
        guard let quitQuestion else { return [.quit] }
        open(.confirm(quitQuestion))
        return []
    }

    /// What is asked before runs are interrupted; nil when none goes on.
    var quitQuestion: Confirmation? {
        let count = ownRuns.count
        guard count > 0 else { return nil }
        let text =
            count == 1
            ? "A run is going on. Interrupt it and quit?"
            : "\(count) runs are going on. Interrupt them and quit?"
        return Confirmation(text: text, intent: .quit)
    }

    func quitAnyway() -> [Effect] { ownRuns.map(Effect.interrupt) + [.quit] }

    // MARK: What happens in them

    /// A run that takes longer than this is not waited for with the eyes on it.
    private static let longRun = Duration.seconds(10)

    mutating func take(_ events: [Event], of id: SessionID) -> [Effect] {
        let wasOpen = opened != nil
        defer { if wasOpen, opened == nil { quietUntil = now + Self.quietTime } }
        let isShown = session?.id == id
        var latest: SessionNotice?
        var hasBegunWaiting = false
        withSession(id) { [isTelling, width = size.width] session in
            let count = session.notices.count
            // One of another process may have waited before it was opened here.
            let waited =
                session.waitsForPerson || session.isForeign && session.state.sequence == 0
            session.apply(events)
            if isTelling, isShown { session.telling?.tell(events, width: width) }
            if session.notices.count > count { latest = session.notices.last }
            hasBegunWaiting = session.waitsForPerson && !waited
        }
        let hasEnded = events.contains { if case .sessionClosed = $0.fact { true } else { false } }
        let ended = sessions.first { $0.id == id }?.state
        let lasted = ended?.openedAt.map { now - $0 }
        if isShown {
            if hasEnded, !isTelling, session?.mayGoOn == true {
                // The answer's pane says why; here stands how it goes on.
                notice = nil
            } else if let latest {
                say(latest.text, isNews: latest.kind == .news || isTelling)
            }
            if opened?.subject != nil, session?.isOpenToDecisions == false {
                say("The run has ended meanwhile: nothing of it can be changed now.")
            }
        } else if hasBegunWaiting {
            say(
                screen == .start
                    ? "A session waits for you: it is among the open ones."
                    : "Another session waits for you: \(named(.home)) leads to it."
            )
        }
        renewQuestion()
        // Of a run that was over at once, whoever started it has seen the end.
        let hasFinished = hasEnded && (lasted ?? .zero) >= Self.longRun
        return (preferences.bell && (hasBegunWaiting || hasFinished) ? [.ring] : [])
            + (hasEnded && screen == .start ? [.loadHistory] : [])
    }

    /// A session that never began has nothing to show: its question is to be asked again.
    private mutating func giveBack(_ id: SessionID, _ reason: String) -> [Effect]? {
        guard let lost = sessions.first(where: { $0.id == id }), lost.state.opened == nil,
            let question = lost.asked
        else { return nil }
        if session?.id == id { _ = goHome() }
        sessions.removeAll { $0.id == id }
        start.open.removeAll { $0.id == id }
        start.remember(question)
        say(reason)
        return [.leave(id), .loadHistory]
    }

    mutating func end(_ id: SessionID, _ reason: String?) -> [Effect] {
        if let reason, let unbegun = giveBack(id, reason) { return unbegun }
        let isTold = isTelling && session?.id == id
        withSession(id) { session in
            if let reason, session.state.closed == nil { session.broken = reason }
            if isTold { session.telling?.end(reason) }
        }
        renewQuestion()
        return []
    }
}
