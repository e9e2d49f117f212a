import CellUI

/// One line of the table of commands: it drives the keys, the footer, the help and the palette alike.
struct CommandEntry: Sendable {
    let command: Command
    /// As the configuration spells it.
    let name: String
    /// The usual keys; the first is the one that is shown.
    let keys: [Key]
    /// For the footer; nil keeps it out.
    let short: String?
    /// For the help and the palette; empty keeps it out of both.
    let help: String
    let places: Place

    /// - Parameter keys: their names, with blanks between; none for a command of the palette alone.
    fileprivate init(
        _ command: Command,
        _ name: String,
        _ keys: String,
        _ short: String? = nil,
        in places: Place,
        _ help: String
    ) {
        self.command = command
        self.name = name
        self.keys = keys.split(separator: " ").compactMap { Key(String($0)) }
        self.short = short
        self.help = help
        self.places = places
    }
}

extension CommandEntry {
    /// All commands, in the order in which footer, help and palette show them.
    static let all: [CommandEntry] = groups.flatMap(\.entries)

    /// The commands by what they are for, as the help shows them.
    static let groups: [(title: String, entries: [CommandEntry])] = [
        ("start screen", start),
        ("decide", deciding),
        ("the answer", after),
        ("replay", replay),
        ("move and look", moving),
        ("find and copy", reading),
        ("the workflow", workflow),
        ("everywhere", everywhere),
    ]

    private static let start: [CommandEntry] = [
        .init(
            .submit,
            "submit",
            "enter",
            "ask or open",
            in: [.start, .editor],
            "Ask the question, or open what is selected"
        ),
        .init(.newLine, "new-line", "alt-enter ctrl-j", in: .editor, "A new line in the question"),
        .init(
            .focusNext,
            "next-part",
            "tab",
            "question / samples / sessions",
            in: [.start, .editor],
            "Between question, samples and past sessions"
        ),
        .init(
            .focusPrevious,
            "previous-part",
            "shift-tab",
            in: [.start, .editor],
            "The other way round"
        ),
        .init(
            .findSession,
            "find-session",
            "/",
            "find a session",
            in: .start,
            "Find a past session by its question"
        ),
        .init(.leaveEditor, "leave", "escape", in: .editor, "Leave the question"),
    ]

    fileprivate static let deciding: [CommandEntry] = [
        .init(.approve, "approve", "a", "approve", in: .live, "Let the plan run"),
        .init(
            .hold,
            "hold",
            "space",
            "hold",
            in: .live,
            "Hold the run: nothing new begins; again: go on"
        ),
        .init(.reroute, "reroute", "r", "reroute", in: .live, "Give the step to another worker"),
        .init(.edit, "edit", "e", "edit", in: .live, "Write the step's subtask anew"),
        .init(.access, "access", "v", "access", in: .live, "Choose which outputs the step sees"),
        .init(.editOutside, "edit-outside", "E", in: .live, "Write the step's subtask in $EDITOR"),
        .init(.insert, "insert", "i", "insert", in: .live, "Insert a step behind this one"),
        .init(.delete, "delete", "D", in: .live, "Delete the step"),
        .init(.retry, "retry", "R", "retry", in: .live, "Do the step once more"),
        .init(.cancel, "cancel", "x", "cancel", in: .live, "Break the call off"),
        .init(.skip, "skip", "s", "skip", in: .live, "Leave the step out"),
        .init(.write, "write", "w", "write", in: .live, "Write the step's output by hand"),
        .init(
            .replan,
            "replan",
            "c",
            in: .live,
            "Ask the conductor for another plan, with a remark"
        ),
        .init(.budget, "budget", "b", in: .live, "Change the budget"),
        .init(.withdraw, "withdraw", "W", in: .live, "Take a worker out of the pool"),
        .init(
            .readmit,
            "readmit",
            "",
            in: .live,
            "Let a worker that was taken out into the pool again"
        ),
        .init(.finish, "finish", "F", "finish", in: .live, "End now with the best answer so far"),
        .init(
            .undo,
            "undo",
            "u",
            "undo",
            in: .live,
            "Take the last decision back, while it has had no effect"
        ),
    ]

    private static let after: [CommandEntry] = [
        .init(
            .askOn,
            "ask-on",
            "A",
            "ask on",
            in: .session,
            "Ask the next question, knowing this answer; without one, ask again"
        ),
        .init(
            .verdictRight,
            "verdict-right",
            "+",
            "right",
            in: .session,
            "The answer is right; again: no verdict"
        ),
        .init(
            .verdictWrong,
            "verdict-wrong",
            "-",
            "wrong",
            in: .session,
            "The answer is wrong; again: no verdict"
        ),
        .init(
            .home,
            "home",
            "o",
            "start screen",
            in: .session,
            "Start screen: ask, samples, past sessions"
        ),
    ]

    private static let replay: [CommandEntry] = [
        .init(
            .resume,
            "resume",
            "C",
            "resume",
            in: .replay,
            "Go on with a session whose process has ended"
        ),
        .init(.playPause, "play-pause", "space", "play/pause", in: .replay, "Play or pause"),
        .init(.nextEvent, "next-event", "right .", "event", in: .replay, "One event on"),
        .init(.previousEvent, "previous-event", "left ,", in: .replay, "One event back"),
        .init(
            .nextLandmark,
            "next-landmark",
            "] shift-right",
            "step",
            in: .replay,
            "To the next start or end of something"
        ),
        .init(
            .previousLandmark,
            "previous-landmark",
            "[ shift-left",
            in: .replay,
            "To the one before"
        ),
        .init(.faster, "faster", ">", "faster", in: .replay, "Faster, up to 64 times"),
        .init(.slower, "slower", "<", in: .replay, "Slower, down to a quarter"),
        .init(.first, "first", "home", in: .replay, "To the beginning"),
        .init(.last, "last", "end", in: .replay, "To the end"),
    ]

    private static let moving: [CommandEntry] =
        [
            .init(.focusNext, "next-pane", "tab", "next pane", in: .session, "Next pane"),
            .init(.focusPrevious, "previous-pane", "shift-tab", in: .session, "Previous pane"),
            .init(
                .zoom,
                "zoom",
                "enter z",
                "zoom",
                in: .session,
                "Zoom the pane to the whole screen, and back"
            ),
            .init(.back, "back", "escape", in: .session, "Back: unzoom, then the graph"),
            .init(
                .jump(0),
                "jump-0",
                "0",
                in: .session,
                "The conductor's pane; 1 to 9: the pane of that step"
            ),
        ]
        + (1...9).map { number in
            CommandEntry(.jump(number), "jump-\(number)", "\(number)", in: .session, "")
        } + [
            .init(.up, "up", "up k", in: [.start, .session], "Up: select or scroll"),
            .init(.down, "down", "down j", in: [.start, .session], "Down"),
            .init(.left, "left", "left h", in: .live, "Left in the workflow; else the pane before"),
            .init(
                .right,
                "right",
                "right l",
                in: .live,
                "Right in the workflow; else the next pane"
            ),
            .init(.pageUp, "page-up", "page-up ctrl-b", in: [.start, .session], "A page up"),
            .init(
                .pageDown,
                "page-down",
                "page-down ctrl-f",
                in: [.start, .session],
                "A page down"
            ),
            .init(.top, "top", "g", in: .session, "To the top of the pane"),
            .init(.end, "bottom", "G", in: .session, "To the end, and follow the text again"),
        ]

    private static let reading: [CommandEntry] = [
        .init(.find, "find", "/", "find", in: .session, "Find in the panes"),
        .init(.nextMatch, "next-match", "n", in: .session, "Next match"),
        .init(.previousMatch, "previous-match", "N", in: .session, "Previous match"),
        .init(.copy, "copy", "y", in: .session, "Copy the pane's text"),
        .init(.copyAnswer, "copy-answer", "Y", in: .session, "Copy the answer"),
        .init(.openInPager, "pager", "p", in: .session, "Read the pane's text in $PAGER"),
    ]

    private static let workflow: [CommandEntry] = [
        .init(
            .question,
            "question",
            "Q",
            in: .session,
            "The whole question, and what was asked before it"
        ),
        .init(.request, "request", "I", in: .session, "All that this agent was sent"),
        .init(.contextMenu, "menu", "m", in: .session, "What can be done with this step"),
        .init(
            .nextEdge,
            "edges",
            "d",
            in: .session,
            "The step's edges one after the other; enter shows what it saw"
        ),
        .init(.graphZoomIn, "graph-zoom-in", "=", in: .session, "The workflow in more detail"),
        .init(
            .graphZoomOut,
            "graph-zoom-out",
            "_",
            in: .session,
            "The workflow in less detail"
        ),
        .init(
            .graphForm,
            "graph-form",
            "t",
            in: .session,
            "The workflow as boxes or as a tree"
        ),
    ]

    private static let everywhere: [CommandEntry] = [
        .init(
            .palette,
            "palette",
            ":",
            "commands",
            in: [.start, .session],
            "All commands, by name"
        ),
        .init(.help, "help", "? f1", "keys", in: .everywhere, "These keys"),
        .init(
            .providers,
            "providers",
            "P",
            in: [.start, .session],
            "Providers and workers: health, limits, prices"
        ),
        .init(
            .scoreboard,
            "scores",
            "S",
            in: [.start, .session],
            "How each worker has done, by kind of question"
        ),
        .init(
            .notices,
            "notices",
            "L",
            in: .session,
            "What happened on the way: faults, retries, limits"
        ),
        .init(
            .nextView,
            "view",
            "V",
            in: .live,
            "The run as one stream of text, then as sentences, then as panes"
        ),
        .init(.themes, "themes", "T", in: [.start, .session], "Choose the colours"),
        .init(.settings, "settings", "O", in: [.start, .session], "Settings"),
        .init(.redraw, "redraw", "ctrl-l", in: .everywhere, "Draw the screen anew"),
        .init(.suspend, "suspend", "ctrl-z", in: .everywhere, "Suspend"),
        .init(
            .interrupt,
            "interrupt",
            "ctrl-c",
            in: .everywhere,
            "Interrupt the run; again, or without one: quit"
        ),
        .init(.quit, "quit", "q", "quit", in: [.start, .session], "Quit"),
    ]
}

extension Command {
    /// What decides in the conductor's place: there is no such thing in a replay.
    static let decisions = Set(CommandEntry.deciding.map(\.command))
}
