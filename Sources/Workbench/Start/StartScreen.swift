import CellUI
import PodiumCore

/// The first screen: ask a question, come back to a session that is open, pick a sample, open a past
/// session.
struct StartScreen: Sendable {
    enum Part: Int, CaseIterable {
        case editor, open, samples, history
    }

    enum Choice: Equatable {
        case ask(String)
        case open(SessionID)
    }

    let samples: [SampleQuestion]
    /// Whether questions go to the embedded workers alone.
    let hasOnlyEmbeddedWorkers: Bool
    /// Where this process serves the endpoint; nil when it does not.
    var serving: Serving?
    /// How a question would be answered, each with the key that changes it.
    var asking: [Footer.Item] = []
    /// All sessions that are stored, the latest first.
    var sessions: [SessionSummary] = [] { didSet { sort() } }
    /// The sessions that this workbench has open.
    var open: [OpenSession] = [] {
        didSet { if open.map(\.id) != oldValue.map(\.id) { sort() } }
    }
    /// The stored ones that are not open.
    private(set) var history: [SessionSummary] = []
    private(set) var part = Part.editor
    var editor = TextEditor(
        mode: .multiLine,
        placeholder: "Ask anything. Enter asks, Alt-Enter starts a new line."
    )
    var lists: [Part: ListView] = [:]
    var areas: [Part: Rect] = [:]
    /// Below this height not all parts have room.
    static let leastHeight = 12

    init(samples: [SampleQuestion], hasOnlyEmbeddedWorkers: Bool = false) {
        self.samples = samples
        self.hasOnlyEmbeddedWorkers = hasOnlyEmbeddedWorkers
        lists[.samples] = ListView(count: samples.count)
    }

    /// Tells open from past ones.
    private mutating func sort() {
        let open = Set(open.map(\.id))
        history = sessions.filter { !open.contains($0.id) }
        lists[.history, default: ListView()].setCount(history.count)
        lists[.open, default: ListView()].setCount(open.count)
        if !parts.contains(part) { part = .editor }
    }

    /// Those that have something in them.
    private var parts: [Part] {
        Part.allCases.filter { part in
            switch part {
            case .editor, .samples: true
            case .open: !open.isEmpty
            case .history: !history.isEmpty
            }
        }
    }

    /// What Enter does here; nil when there is nothing to ask or open.
    var choice: Choice? {
        let row = lists[part]?.selection
        return switch part {
        case .editor: editor.text.contains { !$0.isWhitespace } ? .ask(editor.text) : nil
        case .open: row.map { .open(open[$0].id) }
        case .samples: row.map { .ask(samples[$0].question) }
        case .history: row.map { .open(history[$0].id) }
        }
    }

    // MARK: Input

    /// Whether a key is text for the editor rather than a command.
    func takesText(_ key: Key) -> Bool {
        guard part == .editor else { return false }
        switch key {
        case .enter, .tab, .backTab, .escape, .function: return false
        case .ctrl(let letter): return !"cz".contains(letter)
        // "?" in an empty editor asks for help; in a question it is a question mark.
        case .character("?"): return !editor.text.isEmpty
        default: return true
        }
    }

    mutating func edit(_ key: Key) {
        if key == .altEnter || key == .shiftEnter || key == .ctrl("j") {
            editor.insert("\n")
        } else if !editor.handle(key), key == .down {
            moveFocus(by: 1)
        }
    }

    /// Whether nothing has been written but this.
    func holds(only text: String) -> Bool { part == .editor && editor.text == text }

    mutating func paste(_ text: String) {
        part = .editor
        editor.paste(text)
    }

    mutating func moveFocus(by offset: Int) {
        let parts = parts
        let index = parts.firstIndex(of: part) ?? 0
        part = parts[(index + offset + parts.count) % parts.count]
    }

    /// So that Enter leads back to where one comes from, while it is open.
    mutating func focus(onOpen id: SessionID) {
        guard let row = open.firstIndex(where: { $0.id == id }) else { return }
        part = .open
        lists[.open]?.select(row)
    }

    /// What was asked need not stand there any longer.
    mutating func forget(_ question: String) {
        if editor.text == question { editor.setText("") }
    }

    /// Takes a question back that could not be asked, unless another is being written.
    mutating func remember(_ question: String) {
        part = .editor
        if editor.text.isEmpty { editor.setText(question) }
    }

    mutating func leaveEditor() { moveFocus(by: 1) }

    mutating func move(by offset: Int) {
        guard part != .editor else { return }
        if offset < 0, lists[part]?.selection == 0 {
            moveFocus(by: -1)
        } else {
            lists[part]?.move(by: offset)
        }
    }

    mutating func focus(at point: Point) {
        guard let found = areas.first(where: { $0.value.contains(point) }) else { return }
        part = found.key
        if let row = lists[part]?.row(at: point) { lists[part]?.select(row) }
    }
}
