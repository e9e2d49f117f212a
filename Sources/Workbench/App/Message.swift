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
    /// A stored session is shown as a replay.
    case replay(SessionID, [Event])
    case history([SessionSummary])
    /// Something could not be done; said once, in the notice line.
    case notice(String)
}

/// What the workbench wants done. It does nothing itself.
public enum Effect: Equatable, Sendable {
    case ask(String)
    case interrupt
    case openSession(SessionID)
    case loadHistory
    case suspend
    case quit
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
