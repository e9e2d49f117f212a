public import CellUI
public import PodiumCore

/// The whole application as a value: messages change it, it asks for effects, and it draws itself.
///
/// It knows no terminal, no engine and no clock; those are in the composition around it.
public struct Workbench: Sendable {
    enum Screen: Sendable {
        case start
        case session(SessionScreen)
    }

    /// A session that is on its way to the screen.
    enum Arrival: Equatable {
        /// One that was asked for, and is being begun.
        case run
        /// One that is being read from the store.
        case stored(SessionID)
    }

    /// The smallest screen that can be drawn.
    public static let leastSize = Size(width: 20, height: 6)
    /// How long a notice stands in the last line when nobody presses a key.
    private static let noticeTime = Duration.seconds(8)
    /// The same of what a person has seen happen anyway.
    private static let newsTime = Duration.seconds(3)

    public internal(set) var look: Look
    public internal(set) var preferences: Preferences
    let keymap: Keymap
    /// The themes that follow the terminal's background; nil when the person chose one.
    var automaticThemes: (dark: Theme, light: Theme)?
    var size: Size
    var screen = Screen.start
    var start: StartScreen
    /// What is over the screen, if anything.
    var opened: OpenOverlay?
    var notice: (text: String, until: Timestamp)?
    var arrival: Arrival?
    var records = WorkerRecordSet.none
    /// Where the commands of the last line stand, for the mouse.
    var footerAreas: [(area: Rect, command: Command)] = []
    private(set) var now = Timestamp(microseconds: 0)
    private var lastTick: Timestamp?

    /// - Parameter automaticThemes: what to take once the terminal tells its background; nil keeps
    ///   the theme of `look`.
    public init(
        look: Look,
        size: Size,
        samples: [SampleQuestion],
        keymap: Keymap = .standard,
        preferences: Preferences = Preferences(),
        automaticThemes: (dark: Theme, light: Theme)? = nil
    ) {
        self.look = look
        self.automaticThemes = automaticThemes
        self.size = size
        self.keymap = keymap
        self.preferences = preferences
        start = StartScreen(samples: samples)
        self.look.apply(preferences)
    }

    /// Takes a message at a time and returns what shall be done about it, in order.
    public mutating func update(_ message: Message, at time: Timestamp) -> [Effect] {
        let elapsed = lastTick.map { max(.zero, time - $0) } ?? .zero
        lastTick = time
        now = time
        advanceReplay(by: elapsed)
        if let notice, time > notice.until { self.notice = nil }
        switch message {
        case .input(let event): return handle(event)
        case .tick: return []
        case .sessionStarted(let id): return begin(id)
        case .events(let events): take(events)
        case .sessionBroken(let reason):
            withSession { $0.broken = reason }
            renewQuestion()
        case .running(let id, let events):
            guard mayShow(id) else { return [] }
            dismiss()
            screen = .session(SessionScreen(session: id, isForeign: true))
            take(events)
            notice = nil
            return [
                .follow(id, after: events.last?.sequence ?? 0),
                .loadRecords(question: session?.state.opened?.question),
            ]
        case .replay(let id, let events): return mayShow(id) ? show(id, events) : []
        case .history(let sessions): start.history = sessions
        case .records(let records): take(records)
        case .verdict(let isRight): withSession { $0.verdict = isRight }
        case .themes(let themes): choose(among: themes)
        case .edited(let text): take(edited: text)
        case .notice(let text):
            arrival = nil
            say(text)
        }
        return []
    }

    private mutating func begin(_ id: SessionID) -> [Effect] {
        arrival = nil
        notice = nil
        dismiss()
        screen = .session(SessionScreen(session: id))
        return preferences.view == .graph ? [] : [.leaveScreen(preferences.view)]
    }

    /// Whether a session that was read is the one that is waited for; what nobody asked for on the
    /// screen, a replay from the command line, takes the place of no run.
    private mutating func mayShow(_ id: SessionID) -> Bool {
        guard arrival.map({ $0 == .stored(id) }) ?? !isRunning else { return false }
        arrival = nil
        return true
    }

    /// Closes what is over the screen; a theme that was only looked at goes with it.
    mutating func dismiss() {
        if case .choose(let chooser)? = overlay, case .theme(let among) = chooser.purpose {
            look.theme = among.before
        }
        opened = nil
    }

    private mutating func take(_ events: [Event]) {
        var latest: SessionNotice?
        withSession { session in
            let count = session.notices.count
            session.apply(events)
            if session.notices.count > count { latest = session.notices.last }
        }
        if let latest { say(latest.text, isNews: latest.kind == .news) }
        if opened?.subject != nil, session?.isRunning == false {
            say("The run has ended meanwhile: nothing of it can be changed now.")
        }
        renewQuestion()
    }

    private mutating func show(_ id: SessionID, _ events: [Event]) -> [Effect] {
        notice = nil
        dismiss()
        var replay = ReplayCursor(
            events: events,
            longestPause: .seconds(preferences.idleCap)
        )
        replay.advance(by: .zero)
        var session = SessionScreen(session: id, replay: replay)
        session.catchUp()
        screen = .session(session)
        if session.canBeResumed { say("Its process ended before the run did: \(named(.resume)).") }
        return [.loadRecords(question: session.state.opened?.question), .loadVerdict(id)]
    }

    mutating func say(_ text: String, isNews: Bool = false) {
        notice = (text, now + (isNews ? Self.newsTime : Self.noticeTime))
    }

    /// When the screen changes by itself next; nil when it does not.
    public var nextTick: Duration? {
        let expiry = notice.map { $0.until - now + .milliseconds(1) }
        guard case .session(let session) = screen else {
            return arrival == nil ? expiry : .milliseconds(100)
        }
        if session.isRunning { return .milliseconds(100) }
        let event = session.replay?.untilNext.map { max($0, .milliseconds(16)) }
        return [expiry, event].compactMap { $0 }.min()
    }

    /// Whether a run of this process is on screen.
    var isRunning: Bool {
        if case .session(let session) = screen {
            session.isRunning && !session.isForeign
        } else {
            false
        }
    }

    /// Whether the session on screen has its end.
    public var hasEnded: Bool { session?.state.isClosed ?? true }

    /// Where keys are pressed now.
    var place: Place {
        switch screen {
        case .start: start.part == .editor ? .editor : .start
        case .session(let session): session.replay == nil ? .live : .replay
        }
    }

    var overlay: Overlay? { opened?.overlay }

    var session: SessionScreen? {
        if case .session(let session) = screen { session } else { nil }
    }

    mutating func withSession(_ change: (inout SessionScreen) -> Void) {
        guard case .session(var session) = screen else { return }
        // Taking it out of the enum first keeps its texts uniquely referenced, so that appending
        // to them does not copy them.
        screen = .start
        change(&session)
        screen = .session(session)
    }

    private mutating func advanceReplay(by elapsed: Duration) {
        withSession { session in
            guard session.replay?.isPlaying == true else { return }
            session.replay?.advance(by: elapsed)
            session.catchUp()
        }
    }
}
