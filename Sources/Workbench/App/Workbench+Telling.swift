import CellUI
import PodiumCore

/// The session on the terminal's own screen: the same keys, the same decisions, one line for words.
extension Workbench {
    /// What the terminal shows.
    public enum Surface: Sendable {
        /// A screen of cells: `render(into:)`.
        case cells
        /// The terminal's own screen, to which text is added: `takeLines()`.
        case lines
    }

    public var surface: Surface { isTelling ? .lines : .cells }

    /// Goes over to telling the session on screen, or from one way of telling to another.
    mutating func tell(as view: Preferences.View) -> [Effect] {
        guard view != .graph, let id = session?.id else { return stopTelling() }
        guard session?.replay == nil else {
            say("Only what runs, or has just run, can be told so.")
            return []
        }
        dismiss()
        notice = nil
        isTelling = true
        var cursor = 0
        withSession { [look] session in
            var telling = session.telling ?? Telling(session: id, look: look)
            telling.begin(as: view, hasEnded: session.hasEnded || session.broken != nil)
            cursor = telling.cursor
            session.telling = telling
        }
        return [.recall(id, after: cursor)]
    }

    private mutating func stopTelling() -> [Effect] {
        isTelling = false
        return []
    }

    /// What is to be written to the terminal's own screen now; empty when nothing is.
    public mutating func takeLines() -> String {
        let prompt: String? =
            switch overlay {
            case .write(let writer)?: ":" + writer.editor.text
            // What it is about was said above.
            case .confirm?: "y or n"
            default: nil
            }
        var text = ""
        let width = size.width
        withSession { text = $0.telling?.take(prompt: prompt, width: width) ?? "" }
        return text
    }

    mutating func handleTelling(_ key: Key) -> [Effect] {
        guard let command = keymap.command(for: key, in: place) else { return [] }
        switch command {
        case .palette:
            var writer = Writer("decide", for: .words)
            writer.previous = session?.telling?.lastWords
            open(.write(writer), about: session?.subject)
        case .view: return tell(as: session?.telling?.view.next ?? .graph)
        case .back: return stopTelling()
        case .help: withSession { $0.telling?.help() }
        default:
            // What needs no list and no page.
            return command.traits.contains(.inLines) ? command.act(&self, session?.subject) : []
        }
        return []
    }

    /// What was typed behind the colon stays, as a line of its own.
    mutating func echo(_ writer: Writer) {
        withSession { session in
            if !writer.editor.isEmpty { session.telling?.lastWords = writer.editor.text }
            session.telling?.say(":" + writer.editor.text)
        }
    }
}
