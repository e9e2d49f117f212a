import ArgumentParser
import CellUI
import PodiumCore
import PodiumStudio
import Workbench

/// The two forms of a session on standard output.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Tell the session in plain lines, without colours, also on a terminal.")
    var plain = false

    @Flag(help: "Print each event as one JSON object a line.")
    var json = false

    func validate() throws {
        if plain && json { throw ValidationError("Choose one of --plain and --json.") }
    }

    /// - Parameter places: where it is said how sessions look on a terminal.
    func printer(for session: SessionID, at places: Places) -> SessionPrinter {
        SessionPrinter(
            session: session,
            isJSON: json,
            look: json || plain ? nil : TerminalLook(at: places)
        )
    }
}

/// Prints events as they come.
struct SessionPrinter {
    private let session: SessionID
    private let isJSON: Bool
    private let lines = JSONLine()
    private var narrator: PlainNarrator
    /// On a terminal: what is told there is wrapped and in colour.
    private var terminal: (look: TerminalLook, narrator: TerminalNarrator)?
    private(set) var closed: SessionClosed?

    /// - Parameter look: nil for lines as they are.
    init(session: SessionID, isJSON: Bool, look: TerminalLook? = nil) {
        self.session = session
        self.isJSON = isJSON
        narrator = PlainNarrator(session: session)
        terminal = look.map { ($0, TerminalNarrator(session: session, look: $0.look)) }
    }

    /// False when the output cannot be written, or nobody reads it any more.
    mutating func show(_ event: Event) -> Bool {
        switch event.fact {
        case .sessionClosed(let fact): closed = fact
        case .sessionResumed: closed = nil
        default: break
        }
        if let width = terminal?.look.width {
            let lines = terminal?.narrator.narrate(event, width: width) ?? []
            let text = lines.map { $0.controlSequences + "\n" }.joined()
            return text.isEmpty || StandardStream.output.draw(text)
        }
        let text: [String]
        if isJSON {
            text = (try? lines.text(of: event, in: session)).map { [$0] } ?? []
        } else {
            text = narrator.narrate(event)
        }
        guard !text.isEmpty else { return true }
        return StandardStream.output.write(text.joined(separator: "\n") + "\n")
    }

    /// Why there is no answer, on one line; nil when there is one, or a person has just read why.
    var reasonWithoutAnswer: String? {
        guard let closed, closed.outcome != .answered,
            isJSON || !StandardStream.output.isTerminal
        else { return nil }
        return visible(Format.oneLine(closed.reason ?? ""), keepingNewlines: false)
    }
}
