public import CellUI
public import PodiumCore

/// What reaches the workbench.
public enum Message: Sendable {
    case input(InputEvent)
    /// Nothing but time has passed.
    case tick
    /// The session that was asked for runs under this id.
    case sessionStarted(SessionID)
    /// Committed events of the session on screen, in order.
    case events([Event])
    /// The run was broken off by something other than its own end.
    case sessionBroken(String)
    /// A session that another process runs, as far as it has come.
    case running(SessionID, [Event])
    /// A stored session is shown as a replay.
    case replay(SessionID, [Event])
    case history([SessionSummary])
    /// How workers and providers have done and what they cost, as far as is known.
    case records(WorkerRecordSet)
    /// What a person thinks of the answer on screen; nil when nothing.
    case verdict(Bool?)
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
    case interrupt
    case openSession(SessionID)
    /// A stored session whose process has ended goes on in this one.
    case resume(SessionID)
    /// Events of a session that another process runs, after one that is on the screen.
    case follow(SessionID, after: Int)
    /// No more of them.
    case unfollow
    case loadHistory
    /// A person's decision, and the last event they had seen when they took it.
    case decide(Override, basedOn: Int)
    case loadVerdict(SessionID)
    case giveVerdict(SessionID, isRight: Bool?)
    /// What is known of the workers; the question on screen tells on which kind they are compared.
    case loadRecords(question: String?)
    case loadThemes
    case savePreferences(Preferences)
    /// The text in the person's editor; `Message.edited` brings it back.
    case edit(String)
    /// The text in the person's pager.
    case page(String)
    case copy(String)
    /// The run on the terminal's own screen, until the person comes back.
    case leaveScreen(Preferences.View)
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

/// A question that comes with the program.
public struct SampleQuestion: Hashable, Sendable {
    public var title: String
    public var question: String

    public init(title: String, question: String) {
        self.title = title
        self.question = question
    }
}
