import CellUI

/// What a key does.
enum Command: Hashable {
    case quit, help, suspend, interrupt, newQuestion
    case focusNext, focusPrevious, focusPane(Int)
    case up, down, left, right, pageUp, pageDown, top, end
    case zoom, back
    case playPause, nextEvent, previousEvent, nextLandmark, previousLandmark
    case faster, slower, first, last
    case submit, newLine, refresh
}

/// One line of a key table: it drives the keys, the footer and the help alike.
struct Binding {
    var command: Command
    var keys: [Key]
    /// For the footer; nil keeps it out.
    var short: String?
    /// For the help.
    var help: String
}

extension Binding {
    /// The same without some of its keys, where those mean something else.
    fileprivate func without(_ keys: [Key]) -> Binding {
        var binding = self
        binding.keys.removeAll { keys.contains($0) }
        return binding
    }
}

/// The keys of one place.
struct Keymap {
    var title: String
    var bindings: [Binding]

    func command(for key: Key) -> Command? {
        bindings.first { $0.keys.contains(key) }?.command
    }

    private static let everywhere: [Binding] = [
        Binding(
            command: .help,
            keys: [.character("?"), .function(1)],
            short: "keys",
            help: "These keys"
        ),
        Binding(command: .quit, keys: [.character("q")], short: "quit", help: "Quit"),
        Binding(
            command: .interrupt,
            keys: [.ctrl("c")],
            short: nil,
            help: "Interrupt the run; again, or without one: quit"
        ),
        Binding(command: .suspend, keys: [.ctrl("z")], short: nil, help: "Suspend"),
    ]

    private static let panes: [Binding] =
        [
            Binding(
                command: .focusNext,
                keys: [.tab, .right, .character("l")],
                short: "next pane",
                help: "Next pane"
            ),
            Binding(
                command: .focusPrevious,
                keys: [.backTab, .left, .character("h")],
                short: nil,
                help: "Previous pane"
            ),
            Binding(
                command: .focusPane(0),
                keys: [.character("0")],
                short: nil,
                help: "The conductor's pane"
            ),
        ]
        + (1...9).map { number in
            Binding(
                command: .focusPane(number),
                keys: [.character(Character("\(number)"))],
                short: nil,
                help: number == 1 ? "1 to 9: the pane of that step" : ""
            )
        } + [
            Binding(
                command: .zoom,
                keys: [.enter, .character("z")],
                short: "zoom",
                help: "Zoom the pane to the whole screen, and back"
            ),
            Binding(
                command: .back,
                keys: [.escape],
                short: nil,
                help: "Back: unzoom, then the graph"
            ),
            Binding(
                command: .up,
                keys: [.up, .character("k")],
                short: nil,
                help: "Up: select or scroll"
            ),
            Binding(command: .down, keys: [.down, .character("j")], short: nil, help: "Down"),
            Binding(command: .pageUp, keys: [.pageUp, .ctrl("b")], short: nil, help: "A page up"),
            Binding(
                command: .pageDown,
                keys: [.pageDown, .ctrl("f")],
                short: nil,
                help: "A page down"
            ),
            Binding(
                command: .top,
                keys: [.character("g")],
                short: nil,
                help: "To the top of the pane"
            ),
            Binding(
                command: .end,
                keys: [.character("G")],
                short: nil,
                help: "To the end, and follow the text again"
            ),
            Binding(
                command: .newQuestion,
                keys: [.character("n")],
                short: "new question",
                help: "Start screen: ask, samples, past sessions"
            ),
        ]

    static let session = Keymap(
        title: "While a session runs, and after",
        bindings: panes + everywhere
    )

    static let replay = Keymap(
        title: "Replay",
        bindings: [
            Binding(
                command: .playPause,
                keys: [.character(" ")],
                short: "play/pause",
                help: "Play or pause"
            ),
            Binding(
                command: .nextEvent,
                keys: [.right, .character(".")],
                short: "event",
                help: "One event on"
            ),
            Binding(
                command: .previousEvent,
                keys: [.left, .character(",")],
                short: nil,
                help: "One event back"
            ),
            Binding(
                command: .nextLandmark,
                keys: [.character("]"), .shiftRight],
                short: "step",
                help: "To the next start or end of something"
            ),
            Binding(
                command: .previousLandmark,
                keys: [.character("["), .shiftLeft],
                short: nil,
                help: "To the one before"
            ),
            Binding(
                command: .faster,
                keys: [.character(">")],
                short: "faster",
                help: "Faster, up to 64 times"
            ),
            Binding(
                command: .slower,
                keys: [.character("<")],
                short: nil,
                help: "Slower, down to a quarter"
            ),
            Binding(command: .first, keys: [.home], short: nil, help: "To the beginning"),
            Binding(command: .last, keys: [.end], short: nil, help: "To the end"),
        ] + panes.map { $0.without([.left, .right]) } + everywhere
    )

    /// The keys while a question is written: letters are text there.
    static let editor = Keymap(
        title: start.title,
        bindings: start.bindings.map { binding in
            var binding = binding
            switch binding.command {
            case .quit, .help: binding.short = nil
            case .interrupt: binding.short = "quit"
            default: break
            }
            return binding
        }
    )

    static let start = Keymap(
        title: "Start screen",
        bindings: [
            Binding(
                command: .submit,
                keys: [.enter],
                short: "ask or open",
                help: "Ask the question, or open what is selected"
            ),
            Binding(
                command: .newLine,
                keys: [.altEnter, .ctrl("j")],
                short: nil,
                help: "A new line in the question"
            ),
            Binding(
                command: .focusNext,
                keys: [.tab],
                short: "question / samples / sessions",
                help: "Between question, samples and past sessions"
            ),
            Binding(
                command: .focusPrevious,
                keys: [.backTab],
                short: nil,
                help: "The other way round"
            ),
            Binding(command: .up, keys: [.up], short: nil, help: "Up in a list (k too)"),
            Binding(command: .down, keys: [.down], short: nil, help: "Down in a list (j too)"),
            Binding(command: .back, keys: [.escape], short: nil, help: "Leave the question"),
        ] + everywhere
    )
}
