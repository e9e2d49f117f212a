import CellUI
import PodiumCore

/// A text that a person writes over the screen.
struct Writer: Sendable {
    /// What is written.
    enum Purpose: Hashable, Sendable {
        case subtask(StepID)
        case output(StepID)
        /// The subtask of a step that is inserted behind another, or before all.
        case insertion(after: StepID?, worker: String)
        /// What the conductor is told when it plans again.
        case remark
        case budget
        /// What runs of what is asked may use up.
        case bounds
        case find
        /// By what the events of a replay are narrowed.
        case eventFilter
        /// Where in a replay to go.
        case place
        /// A decision in words.
        case words
        /// The next question of a conversation.
        case question

        /// Whether it is a line that is soon written again.
        var isShort: Bool { isSearch || [.budget, .bounds, .place, .words].contains(self) }

        /// Whether it is what is looked for.
        var isSearch: Bool { self == .find || self == .eventFilter }
    }

    let title: String
    let purpose: Purpose
    /// What stood there to begin with.
    private let given: String
    var editor: TextEditor
    /// Whether what stands there goes as soon as something is typed, as in other programs' searches.
    private var isReplaced: Bool
    /// What was written here before, for the key up; nil where a line has none.
    var previous: String?

    init(_ title: String, for purpose: Purpose, text: String = "", placeholder: String = "") {
        self.title = title
        self.purpose = purpose
        given = text
        isReplaced = purpose.isSearch && !text.isEmpty
        editor = TextEditor(
            text,
            mode: purpose.isShort ? .singleLine : .multiLine,
            placeholder: placeholder
        )
    }

    /// What was written and would be missed; nil when nothing was.
    var draft: String? { purpose.isShort || editor.text == given ? nil : editor.text }

    /// The keys that do something in it.
    var keys: [(key: String, label: String)] {
        guard !purpose.isShort else {
            return [("enter", "done"), ("esc", "leave"), ("ctrl-u", "empty")]
        }
        return [
            ("enter", "done"), ("esc", "keep for later"), ("alt-enter", "new line"),
            ("ctrl-o", "$EDITOR"),
            ("alt-z", "undo"), ("ctrl-y", "redo"), ("alt-b alt-f", "word"),
            ("ctrl-w ctrl-u ctrl-k", "cut"),
        ]
    }

    /// The next question of the conversation on screen.
    static let nextQuestion = Writer(
        "the next question",
        for: .question,
        placeholder: "Models are told what was asked and answered so far."
    )

    mutating func paste(_ text: String) {
        replaceGiven()
        editor.paste(text)
    }

    private mutating func replaceGiven() {
        if isReplaced { editor.setText("") }
        isReplaced = false
    }

    mutating func handle(_ key: Key) -> OverlayResult {
        if case .character = key { replaceGiven() }
        if key != .enter { isReplaced = false }
        switch key {
        case .escape, .ctrl("c"): return .closed
        case .enter: return .written(self)
        case .up where previous != nil:
            editor.setText(previous ?? "")
            return .open
        case .ctrl("o"): return editor.mode == .multiLine ? .openEditor(editor.text) : .open
        default:
            _ = editor.handle(key)
            return .open
        }
    }

    mutating func render(in area: Rect, into buffer: inout CellBuffer, look: Look) -> Point? {
        let width = min(area.width, 84)
        editor.wrapWidth = max(1, width - 4)
        let isLong = editor.mode == .multiLine
        let lines = editor.height(width: editor.wrapWidth)
        let hint =
            isLong
            ? "enter done\(look.separator)alt-enter line\(look.separator)ctrl-o $EDITOR"
            : "enter done\(look.separator)esc leaves"
        let (_, inner) = OverlayFrame(title: title, hint: hint)
            .render(
                Size(width: width, height: (isLong ? max(4, lines + 1) : 1) + 2),
                in: area,
                into: &buffer,
                look: look
            )
        editor.render(in: inner, into: &buffer, theme: look.theme)
        if isReplaced {
            let given = inner.prefix(columns: min(inner.width, displayWidth(of: editor.text)))
            buffer.restyle(given.row(0)) { $0.overlaid(by: look.theme.selection) }
        }
        return editor.cursorPosition(in: inner)
    }
}
