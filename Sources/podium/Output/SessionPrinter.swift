import ArgumentParser
import CellUI
import PodiumCore
import Workbench

/// The two forms of a session on standard output.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Tell the session in plain sentences (the default without a screen).")
    var plain = false

    @Flag(help: "Print each event as one JSON object a line.")
    var json = false

    func validate() throws {
        if plain && json { throw ValidationError("Choose one of --plain and --json.") }
    }

    func printer(for session: SessionID) -> SessionPrinter {
        SessionPrinter(session: session, isJSON: json)
    }
}

/// Prints events as they come.
struct SessionPrinter {
    private let session: SessionID
    private let isJSON: Bool
    private let lines = JSONLine()
    private var narrator: PlainNarrator
    private(set) var closed: SessionClosed?

    init(session: SessionID, isJSON: Bool) {
        self.session = session
        self.isJSON = isJSON
        narrator = PlainNarrator(session: session)
    }

    /// False when the output cannot be written, or nobody reads it any more.
    mutating func show(_ event: Event) -> Bool {
        switch event.fact {
        case .sessionClosed(let fact): closed = fact
        case .sessionResumed: closed = nil
        default: break
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
