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

    enum Overlay: Sendable {
        case help(scroll: Int)
        case confirm(String, Effect)
    }

    /// The smallest screen that can be drawn.
    public static let leastSize = Size(width: 20, height: 6)

    var look: Look
    /// The themes that follow the terminal's background; nil when the person chose one.
    let automaticThemes: (dark: Theme, light: Theme)?
    var size: Size
    var screen = Screen.start
    var start: StartScreen
    var overlay: Overlay?
    var notice: String?
    /// The session that a question on its way will become.
    var isAsking = false
    var interruptedOnce = false
    private(set) var now = Timestamp(microseconds: 0)
    private var lastTick: Timestamp?

    /// - Parameter automaticThemes: what to take once the terminal tells its background; nil keeps
    ///   the theme of `look`.
    public init(
        look: Look,
        size: Size,
        samples: [SampleQuestion],
        automaticThemes: (dark: Theme, light: Theme)? = nil
    ) {
        self.look = look
        self.automaticThemes = automaticThemes
        self.size = size
        start = StartScreen(samples: samples)
    }

    /// Takes a message at a time and returns what shall be done about it, in order.
    public mutating func update(_ message: Message, at time: Timestamp) -> [Effect] {
        let elapsed = lastTick.map { max(.zero, time - $0) } ?? .zero
        lastTick = time
        now = time
        advanceReplay(by: elapsed)
        switch message {
        case .input(let event): return handle(event)
        case .tick: return []
        case .sessionStarted(let id):
            isAsking = false
            interruptedOnce = false
            notice = nil
            screen = .session(SessionScreen(session: id))
        case .events(let events):
            withSession { $0.apply(events) }
        case .sessionBroken(let reason):
            withSession { $0.broken = reason }
        case .replay(let id, let events):
            notice = nil
            var replay = ReplayCursor(events: events)
            replay.advance(by: .zero)
            var session = SessionScreen(session: id, replay: replay)
            session.catchUp()
            screen = .session(session)
        case .history(let sessions):
            start.history = sessions
        case .notice(let text):
            isAsking = false
            notice = text
        }
        return []
    }

    /// When the screen changes by itself next; nil when it does not.
    public var nextTick: Duration? {
        guard case .session(let session) = screen else { return nil }
        if session.isRunning { return .milliseconds(100) }
        return session.replay?.untilNext.map { max($0, .milliseconds(16)) }
    }

    var isRunning: Bool {
        if case .session(let session) = screen { session.isRunning } else { false }
    }

    var keymap: Keymap {
        switch screen {
        case .start: start.part == .editor ? .editor : .start
        case .session(let session): session.replay == nil ? .session : .replay
        }
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
