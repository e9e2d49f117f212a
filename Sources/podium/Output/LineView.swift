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
    }

    private static let help =
        "V: another view. Esc: the panes. colon: decide, such as :reroute 2 WORKER."
        + " Ctrl-C: interrupt. q: quit."

    private let journal: Journal
    private var stream: StreamNarrator
    private var sentences: PlainNarrator
    private var hasInterrupted = false
    private var hasToldEnd = false
    /// What is typed behind a colon; nil while nothing is.
    private var prompt: String?

    init(journal: Journal, look: Look) {
        self.journal = journal
        stream = StreamNarrator(session: journal.session, look: look)
        sentences = PlainNarrator(session: journal.session)
    }

    /// Shows the session until the person wants the panes back, or to quit.
    mutating func run(
        _ view: Preferences.View,
        on terminal: CursesTerminal,
        request: (Request) -> Void
    ) throws -> End {
        var view = view
        say("[\(view.name)] \(Self.help)")
        while true {
            // While something is typed the text waits, so that the two do not mix.
            if prompt == nil { tellNews(as: view) }
            for event in try terminal.nextEvents(timeout: nil) {
                switch event {
                case .key(let key) where prompt != nil: type(key, request)
                case .key(.character(":")): begin()
                case .key(.character("V")), .key(.tab):
                    view = view.next
                    if view == .graph { return .panes }
                    say("[\(view.name)] \(Self.help)")
                case .key(.escape), .key(.character("g")): return .panes
                case .key(.character("q")): return .quit
                case .key(.ctrl("c")):
                    if hasInterrupted || journal.isOver { return .quit }
                    hasInterrupted = true
                    request(.interrupt)
                case .key(.character("?")): say(Self.help)
                case .terminated, .endOfInput: return .quit
                default: break
                }
            }
        }
    }

    private mutating func tellNews(as view: Preferences.View) {
        let wasOver = journal.isOver
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
        guard wasOver, !hasToldEnd else { return }
        hasToldEnd = true
        say("The run is over. Esc: the panes. q: quit.")
    }

    private func say(_ text: String) { StandardStream.output.write(text + "\n") }

    // MARK: Deciding by words

    private mutating func begin() {
        prompt = ""
        StandardStream.output.write(":")
    }

    private mutating func type(_ key: Key, _ request: (Request) -> Void) {
        guard var text = prompt else { return }
        switch key {
        case .character(let character):
            text.append(character)
            StandardStream.output.write(String(character))
        case .backspace where !text.isEmpty:
            let width = displayWidth(of: String(text.removeLast()))
            let erase = String(repeating: "\u{8}", count: width)
            StandardStream.output.write(erase + String(repeating: " ", count: width) + erase)
        case .backspace, .escape, .ctrl("c"):
            prompt = nil
            return say("")
        case .enter:
            prompt = nil
            say("")
            return decide(text, request)
        default: break
        }
        prompt = text
    }

    private func decide(_ line: String, _ request: (Request) -> Void) {
        let events = journal.events(after: 0)
        let state = events.reduce(into: SessionState(id: journal.session)) { $0.apply($1) }
        do throws(OverrideWords.Failure) {
            request(.decide(try OverrideWords.read(line: line, in: state), basedOn: state.sequence))
        } catch {
            say(visible(error.description, keepingNewlines: false))
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
