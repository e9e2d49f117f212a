import CellUI
import CursesTerminal
import PodiumCore
import PodiumEngine
import Workbench

/// The running session on the terminal's own screen, as one stream or as sentences.
///
/// Each of the two goes on where it stopped when it was left, so that nothing is told twice and no
/// line is lost: what was told before is in the terminal's scrollback.
struct LineView {
    enum Request {
        case interrupt
        case decide(Override, basedOn: Int)
    }

    enum End {
        case panes
        case quit
        case terminated(signal: Int32)
    }

    private static let help =
        "V view  Esc panes  : decide (:reroute 2 WORKER)  Ctrl-C interrupt  q quit"

    private let journal: Journal
    private var stream: StreamNarrator
    private var sentences: PlainNarrator
    private var view = Preferences.View.stream
    private var hasInterrupted = false
    /// Whether it was said that quitting interrupts the run.
    private var wasWarned = false
    /// Whether it was said, since the screen was left, that the run is over.
    private var hasToldEnd = false
    /// What is typed behind a colon; nil while nothing is.
    private var prompt: String?
    /// What was typed there last.
    private var lastLine = ""
    /// What waits for a yes, since it throws finished work away, and the last event seen then.
    private var question: (override: Override, basedOn: Int)?

    init(journal: Journal, look: Look) {
        self.journal = journal
        stream = StreamNarrator(session: journal.session, look: look)
        sentences = PlainNarrator(session: journal.session, prompt: ":")
    }

    /// Shows the session until the person wants the panes back, or to quit.
    mutating func run(
        _ view: Preferences.View,
        on terminal: CursesTerminal,
        request: (Request) throws -> Void
    ) throws -> End {
        self.view = view
        hasToldEnd = false
        wasWarned = false
        say("[\(self.view.name)] \(Self.help)")
        while true {
            // While something is typed or asked the text waits, so that the two do not mix.
            if prompt == nil, question == nil { tellNews() }
            for event in try terminal.nextEvents(timeout: nil) {
                switch event {
                case .key(.ctrl("z")): try terminal.suspend()
                case .key(let key) where prompt != nil: try type(key, request)
                case .key(let key) where question != nil: try answer(key, request)
                case .key(.character(":")): begin()
                case .key(.character("V")), .key(.tab):
                    self.view = self.view.next
                    if self.view == .graph { return .panes }
                    say("[\(self.view.name)] \(Self.help)")
                case .key(.escape), .key(.character("g")): return .panes
                case .key(.character("q")):
                    if journal.isOver || wasWarned { return .quit }
                    wasWarned = true
                    say("A run is going on; q again interrupts it and quits.")
                case .key(.ctrl("c")):
                    if hasInterrupted || journal.isOver { return .quit }
                    hasInterrupted = true
                    try request(.interrupt)
                case .key(.character("?")): say(Self.help)
                case .terminated(let signal): return .terminated(signal: signal)
                case .endOfInput: return .quit
                default: break
                }
            }
        }
    }

    private mutating func tellNews() {
        // Read before the events: what is over has no more of them.
        let isOver = journal.isOver
        var lines: [String] = []
        if view == .plain {
            for event in journal.events(after: sentences.state.sequence) {
                lines += sentences.narrate(event)
            }
        } else {
            for event in journal.events(after: stream.state.sequence) {
                lines += stream.tell(event).map(\.controlSequences)
            }
        }
        if !lines.isEmpty { say(lines.joined(separator: "\n")) }
        guard isOver, !hasToldEnd else { return }
        hasToldEnd = true
        if let failure = journal.failure {
            say(visible(failure.description, keepingNewlines: false))
        }
        say("The run is over. Esc: the panes. q: quit.")
    }

    private func say(_ text: String) { StandardStream.output.write(text + "\n") }

    // MARK: Deciding by words

    private mutating func begin() {
        prompt = ""
        StandardStream.output.write(":")
    }

    private mutating func type(_ key: Key, _ request: (Request) throws -> Void) throws {
        guard var text = prompt else { return }
        switch key {
        case .character(let character):
            text.append(character)
            StandardStream.output.write(String(character))
        case .backspace where !text.isEmpty: erase(String(text.removeLast()))
        case .ctrl("u"), .up:
            erase(text)
            text = key == .up ? lastLine : ""
            StandardStream.output.write(text)
        case .backspace, .escape, .ctrl("c"):
            prompt = nil
            return say("")
        case .enter:
            prompt = nil
            say("")
            lastLine = text
            return try decide(text, request)
        default: break
        }
        prompt = text
    }

    /// Takes from the line what was shown last.
    private func erase(_ text: String) {
        let width = displayWidth(of: text)
        let back = String(repeating: "\u{8}", count: width)
        StandardStream.output.write(back + String(repeating: " ", count: width) + back)
    }

    private mutating func decide(
        _ line: String,
        _ request: (Request) throws -> Void
    ) throws {
        // Numbers mean what was told, and the decision rests on that.
        let state = view == .plain ? sentences.state : stream.state
        do {
            let override = try OverrideWords.read(line: line, in: state)
            if let loss = try Consequence(of: override, in: state).text {
                question = (override, state.sequence)
                say(visible("\(loss) Do it? y, or any other key for no.", keepingNewlines: false))
            } else {
                try request(.decide(override, basedOn: state.sequence))
            }
        } catch {
            let reason =
                (error as? OverrideRefusal)?.reason ?? (error as? Failure)?.message ?? "\(error)"
            say(visible(reason, keepingNewlines: false))
        }
    }

    private mutating func answer(_ key: Key, _ request: (Request) throws -> Void) throws {
        guard let (override, sequence) = question else { return }
        question = nil
        if key == .character("y") || key == .character("Y") {
            try request(.decide(override, basedOn: sequence))
        } else {
            say("Nothing was done.")
        }
    }
}

extension Preferences.View {
    fileprivate var name: String {
        switch self {
        case .graph: "panes"
        case .stream: "stream"
        case .plain: "sentences"
        }
    }
}
