import CellUI
import PodiumCore

/// A session told on the terminal's own screen, as one stream or as sentences.
///
/// Each of the two goes on where it stopped when it was left, so that nothing is told twice and no
/// line is lost: what was told before is in the terminal's scrollback.
struct Telling: Sendable {
    private static let help =
        "V view  Esc panes  : decide (:reroute 2 WORKER)  space hold  a approve  Ctrl-C interrupt"
        + "  q quit"

    private(set) var view = Preferences.View.stream
    private var stream: StreamNarrator
    private var sentences: PlainNarrator
    /// What is to be written next, line for line.
    private var lines: [String] = []
    /// What stands in the last line, to be taken away before more is written.
    private var prompt = ""
    /// Whether it was said, since this was begun, that the run is over.
    private var hasToldEnd = false
    /// What was typed behind the colon last.
    var lastWords = ""

    init(session: SessionID, look: Look) {
        stream = StreamNarrator(session: session, look: look)
        sentences = PlainNarrator(session: session, prompt: ":")
    }

    /// The last event that was told in the present way.
    var cursor: Int { view == .plain ? sentences.state.sequence : stream.state.sequence }

    mutating func begin(as view: Preferences.View, hasEnded: Bool) {
        self.view = view
        hasToldEnd = false
        prompt = ""
        say("[\(view == .plain ? "sentences" : "stream")] \(Self.help)")
        endsAfterRecall = hasEnded
    }

    /// The run was over when this was begun: that is told behind the events.
    private var endsAfterRecall = false

    /// Tells what comes next; events that were told already are passed over.
    ///
    /// - Parameter width: the terminal's, in columns.
    mutating func tell(_ events: [Event], width: Int) {
        for event in events where event.sequence == cursor + 1 {
            if view == .plain {
                lines += sentences.narrate(event)
            } else {
                lines += stream.tell(event, width: width).map(\.controlSequences)
            }
            switch event.fact {
            case .sessionClosed: endsAfterRecall = true
            case .sessionResumed: (endsAfterRecall, hasToldEnd) = (false, false)
            default: break
            }
        }
        if endsAfterRecall { end(nil) }
    }

    mutating func end(_ reason: String?) {
        guard !hasToldEnd else { return }
        hasToldEnd = true
        if let reason { say(reason) }
        let state = view == .plain ? sentences.state : stream.state
        say(
            state.mayGoOn && reason == nil
                ? "The run is over. It can go on, by a decision (:retry 2). Esc: the panes. q: quit."
                : "The run is over. Esc: the panes. q: quit."
        )
    }

    mutating func say(_ text: String) { lines.append(visible(text, keepingNewlines: false)) }

    mutating func help() { say(Self.help) }

    /// What is to be written now, and the line that is being typed behind it.
    ///
    /// - Parameters:
    ///   - prompt: what is typed or asked; nil when nothing is.
    ///   - width: the terminal's, in columns: the line that is typed stays one line.
    mutating func take(prompt: String?, width: Int) -> String {
        let prompt = Self.end(of: prompt ?? "", width: max(1, width - 1))
        guard !lines.isEmpty || prompt != self.prompt else { return "" }
        var text = self.prompt.isEmpty ? "" : "\r\u{1B}[K"
        for line in lines { text += line + "\n" }
        lines = []
        self.prompt = prompt
        return text + prompt
    }

    /// As much of the end as has room.
    private static func end(of text: String, width: Int) -> String {
        var shown = visible(text, keepingNewlines: false)
        while displayWidth(of: shown) > width { shown.removeFirst() }
        return shown
    }
}
