public import CellUI
public import PodiumCore

/// What reaches the workbench.
public enum Message: Sendable {
    case input(InputEvent)
    /// Nothing but time has passed.
    case tick
    /// A session that was asked for runs in this process; its events follow.
    case began(SessionID)
    /// A session that was asked for is run by another process; its events follow.
    case joined(SessionID)
    /// Committed events of an open session, in order.
    case events(SessionID, [Event])
    /// No more events come. The reason, when it is another than the run's own end.
    case ended(SessionID, reason: String?)
    /// A stored session is shown as a replay.
    case replay(SessionID, [Event])
    /// Events of an open session, as they were asked for once more.
    case recalled(SessionID, [Event])
    case history([SessionSummary])
    /// A session shall be chosen to be watched again: of those in the history, and of these, which come
    /// with the program.
    case recordings([SessionSummary])
    /// Something was stored, here or by another process.
    case storeChanged
    /// How workers and providers have done and what they cost, as far as is known.
    case records(WorkerRecordSet)
    /// The clients of the endpoint, the one that asked last first.
    case clients([ClientRecord])
    /// The latest sessions of a client.
    case clientSessions(of: String, [SessionSummary])
    /// Where this process serves the endpoint, and how much it has to do; nil when it does not.
    case serving(Serving?)
    /// The learned policy that conducts, and what the sessions say of it, in lines.
    case policy([String])
    /// What a person thinks of a session's answer; nil when nothing.
    case verdict(SessionID, Bool?)
    /// The themes there are, at this terminal's depth.
    case themes([NamedTheme])
    /// What came back from the person's editor; nil when it was left without a result.
    case edited(String?)
    /// Something could not be done; said once, in the notice line.
    case notice(String)
}

/// What the workbench wants done. It does nothing itself.
public enum Effect: Equatable, Sendable {
    /// A question; `after` is the session whose conversation it goes on with.
    case ask(String, after: SessionID?)
    case interrupt(SessionID)
    /// A session is to be shown: followed while it runs, else read for a replay.
    case openSession(SessionID)
    /// A stored session whose process has ended goes on in this one.
    case resume(SessionID)
    /// No more of a session's events.
    case leave(SessionID)
    /// The stored events of an open session after one, once more.
    case recall(SessionID, after: Int)
    case loadHistory
    /// A person's decision, and the last event they had seen when they took it.
    case decide(Override, in: SessionID, basedOn: Int)
    case loadVerdict(SessionID)
    case giveVerdict(SessionID, isRight: Bool?)
    /// What is known of the workers; the question on screen tells on which kind they are compared.
    case loadRecords(question: String?)
    /// The learned policy; sessions are folded for it.
    case loadPolicy
    /// What the clients of the endpoint asked and may use.
    case loadClients
    /// The latest sessions of a client of the endpoint.
    case loadSessions(of: String)
    case loadThemes
    case savePreferences(Preferences)
    /// The text in the person's editor; `Message.edited` brings it back.
    case edit(String)
    /// The text in the person's pager.
    case page(String)
    case copy(String)
    /// A session waits for a person: the terminal's bell.
    case ring
    case redraw
    case suspend
    case quit
}

/// A theme and the name by which it is chosen.
public struct NamedTheme: Sendable {
    public var name: String
    public var theme: Theme

    public init(name: String, theme: Theme) {
        self.name = name
        self.theme = theme
    }
}

/// That this process serves the endpoint.
public struct Serving: Hashable, Sendable {
    /// Such as `http://127.0.0.1:7634`.
    public var address: String
    /// Requests whose runs are under way, and those that wait for their turn.
    public var running, waiting: Int

    public init(address: String, running: Int = 0, waiting: Int = 0) {
        self.address = address
        self.running = running
        self.waiting = waiting
    }
}

/// A question that comes with the program.
public struct SampleQuestion: Hashable, Sendable {
    public var title: String
    public var question: String

    public init(title: String, question: String) {
        self.title = title
        self.question = question
    }
}
