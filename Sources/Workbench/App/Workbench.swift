public import CellUI
public import PodiumCore

/// The whole application as a value: messages change it, it asks for effects, and it draws itself.
///
/// It holds any number of sessions, of which one may be on the screen. It knows no terminal, no engine
/// and no clock; those are in the composition around it.
public struct Workbench: Sendable {
    enum Screen: Equatable, Sendable {
        case start
        case session(SessionID)
    }

    /// A session that is on its way to the screen.
    enum Arrival: Equatable {
        /// One that was asked for, and is being begun: with its question, unless it only goes on.
        case run(question: String?)
        /// One that is being opened.
        case stored(SessionID)
    }

    /// The smallest screen that can be drawn.
    public static let leastSize = Size(width: 20, height: 6)
    /// How long a notice stands in the last line when nobody presses a key.
    private static let noticeTime = Duration.seconds(8)
    /// How long a key may still be meant for what news has closed.
    static let quietTime = Duration.milliseconds(600)
    /// How long a `q` in an empty question is the beginning of a word.
    static let quitTime = Duration.milliseconds(500)
    /// Nothing changes by itself more often.
    private static let frame = Duration.milliseconds(16)
    /// The same of what a person has seen happen anyway.
    private static let newsTime = Duration.seconds(3)

    public internal(set) var look: Look
    public internal(set) var preferences: Preferences
    /// How questions are answered that are asked here.
    public internal(set) var asking: Asking
    let keymap: Keymap
    /// The themes that follow the terminal's background; nil when the person chose one.
    var automaticThemes: (dark: Theme, light: Theme)?
    var size: Size
    var screen = Screen.start
    /// Those that run, here or elsewhere, those that ended unseen, and the one on the screen, in the order
    /// in which they were opened.
    var sessions: [SessionScreen] = []
    var start: StartScreen
    /// What is over the screen, if anything.
    var opened: OpenOverlay?
    /// Whether the session on screen is told on the terminal's own screen.
    var isTelling = false
    var notice: (text: String, until: Timestamp)?
    var arrival: Arrival?
    var records = WorkerRecordSet.none
    /// The clients of the endpoint; nil until they were asked for.
    var clients: [ClientRecord]?
    /// Where this process serves the endpoint; nil when it does not.
    var serving: Serving?
    /// The policy that conducts, in lines; nil until it was asked for.
    var policy: [String]?
    /// When a `q` that stands alone in the question has become the wish to quit.
    var quitDue: Timestamp?
    /// Where the commands of the last line stand, for the mouse.
    var footerAreas: [(area: Rect, command: Command)] = []
    private(set) var now = Timestamp(microseconds: 0)
    private var lastTick: Timestamp?

    /// - Parameters:
    ///   - hasOnlyEmbeddedWorkers: whether no real model is asked; the start screen then says how to
    ///     get one.
    ///   - automaticThemes: what to take once the terminal tells its background; nil keeps the theme
    ///     of `look`.
    public init(
        look: Look,
        size: Size,
        samples: [SampleQuestion],
        hasOnlyEmbeddedWorkers: Bool = false,
        keymap: Keymap = .standard,
        preferences: Preferences = Preferences(),
        asking: Asking = Asking(),
        automaticThemes: (dark: Theme, light: Theme)? = nil
    ) {
        self.look = look
        self.automaticThemes = automaticThemes
        self.size = size
        self.keymap = keymap
        self.preferences = preferences
        self.asking = asking
        start = StartScreen(
            samples: samples,
            hasOnlyEmbeddedWorkers: hasOnlyEmbeddedWorkers
        )
        self.look.apply(preferences)
    }

    /// Takes a message at a time and returns what shall be done about it, in order.
    public mutating func update(_ message: Message, at time: Timestamp) -> [Effect] {
        let elapsed = lastTick.map { max(.zero, time - $0) } ?? .zero
        lastTick = time
        now = time
        advanceReplay(by: elapsed)
        if let notice, time > notice.until { self.notice = nil }
        return renewIfDue() + take(message)
    }

    private mutating func take(_ message: Message) -> [Effect] {
        switch message {
        case .input(let event): return handle(event)
        case .tick: return quitIfDue()
        case .began(let id): return begin(id)
        case .joined(let id): return mayShow(id) ? join(id) : [.leave(id)]
        case .events(let id, let events): return take(events, of: id)
        case .ended(let id, let reason): return end(id, reason)
        case .replay(let id, let events): return mayShow(id) ? replay(id, events) : []
        case .recalled(let id, let events):
            // What is not shown yet comes by itself.
            withSession(id) { [width = size.width] session in
                let shown = session.state.sequence
                let seen = Array(events.prefix { $0.sequence <= shown })
                session.telling?.tell(seen, width: width)
            }
        case .history(let sessions): start.sessions = sessions
        case .recordings(let recordings): openReplayChooser(with: recordings)
        case .storeChanged: return screen == .start ? [.loadHistory] : []
        case .records(let records): take(records)
        case .clients(let clients): take(clients)
        case .clientSessions(let client, let sessions): choose(among: sessions, of: client)
        case .serving(let serving): take(serving)
        case .policy(let lines):
            policy = lines
            if case .page(let page)? = overlay, case .policy = page.content { renewPage() }
        case .verdict(let id, let isRight): withSession(id) { $0.verdict = isRight }
        case .themes(let themes): choose(among: themes)
        case .edited(let text): take(edited: text)
        case .notice(let text):
            arrival = nil
            say(text)
        }
        return []
    }

    /// Closes what is over the screen; a theme that was only looked at goes with it.
    mutating func dismiss() {
        if let theme = opened?.themeBefore { look.theme = theme }
        opened = nil
    }

    /// Says something once, where a person looks.
    mutating func say(_ text: String, isNews: Bool = false) {
        if isTelling {
            // What happened is told there anyway.
            if !isNews { withSession { $0.telling?.say(text) } }
        } else {
            notice = (text, now + (isNews ? Self.newsTime : Self.noticeTime))
        }
    }

    /// When the screen changes by itself next; nil when it does not.
    public var nextTick: Duration? {
        guard !isTelling else { return nil }
        let expiry = [
            notice.map { $0.until - now + .milliseconds(1) },
            opened?.renewal.map { max($0.due - now, .milliseconds(1)) },
        ].compactMap { $0 }.min()
        guard let session else {
            let isBusy = arrival != nil || sessions.contains(where: \.isRunning)
            let quit = quitDue.map { max($0 - now, .milliseconds(1)) }
            let waits = [isBusy ? .milliseconds(100) : nil, expiry, quit].compactMap { $0 }
            return waits.min()
        }
        if session.isRunning { return .milliseconds(100) }
        let event = session.replay?.untilNext.map { max($0, Self.frame) }
        let work = session.hasWorkOnEvents ? Self.frame : nil
        return [expiry, event, work].compactMap { $0 }.min()
    }

    /// Where keys are pressed now.
    var place: Place {
        guard let session else { return start.part == .editor ? .editor : .start }
        return session.replay == nil ? .live : .replay
    }

    var overlay: Overlay? { opened?.overlay }

    /// Until when keys are let go, since news has closed what they were meant for.
    var quietUntil: Timestamp?

    /// What waits while a person decides about it.
    public struct Reservation: Hashable, Sendable {
        public var session: SessionID
        /// Nil when the decision is about the run.
        public var step: StepID?
    }

    /// What shall wait now: what an open picker, box or question is about, in a run of this process.
    public var reservation: Reservation? {
        guard let subject = opened?.subject, let session, session.isRunning, !session.isForeign
        else { return nil }
        return Reservation(session: session.id, step: subject.step)
    }

    private mutating func advanceReplay(by elapsed: Duration) {
        withSession { session in
            guard session.replay?.isPlaying == true else { return }
            session.replay?.advance(by: elapsed)
            session.catchUp()
        }
        withSession { $0.workOnEvents() }
    }
}
