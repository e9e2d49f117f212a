/// Everything a person can have the workbench do, by key, by palette and by mouse.
enum Command: Hashable, Sendable {
    // Everywhere.
    case help, palette, quit, interrupt, suspend, redraw
    case themes, settings, providers, scoreboard
    // The start screen.
    case submit, newLine, leaveEditor, findSession
    // Looking at a session.
    case focusNext, focusPrevious, jump(Int), zoom, back
    case question, request, notices, nextView
    case up, down, left, right, pageUp, pageDown, top, end
    case find, nextMatch, previousMatch, copy, copyAnswer, openInPager, contextMenu
    case graphZoomIn, graphZoomOut, graphForm, nextEdge
    // Deciding in place of the conductor.
    case approve, hold, reroute, edit, editOutside, access, insert, delete, retry, cancel, skip
    case write, replan, budget, withdraw, readmit, finish, undo
    // After the answer.
    case askOn, verdictRight, verdictWrong, home
    // Replay.
    case playPause, nextEvent, previousEvent, nextLandmark, previousLandmark
    case faster, slower, first, last, resume
}

/// Where a key can be pressed. The same key may mean one thing in each.
struct Place: OptionSet, Hashable, Sendable {
    let rawValue: Int

    /// The lists of the start screen.
    static let start = Place(rawValue: 1)
    /// The question being written: letters are text there.
    static let editor = Place(rawValue: 2)
    /// A session that runs or has just ended.
    static let live = Place(rawValue: 4)
    static let replay = Place(rawValue: 8)

    static let session: Place = [.live, .replay]
    static let everywhere: Place = [.start, .editor, .live, .replay]
}
