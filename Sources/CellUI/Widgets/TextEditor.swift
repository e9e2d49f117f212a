/// Text being edited, with a cursor between grapheme clusters and undo.
///
/// It is a value: the widget's whole state. `handle(_:)` edits, `render(in:into:theme:)` draws,
/// `cursorPosition(in:)` tells where the cursor goes.
public struct TextEditor: Equatable, Sendable {
    public enum Mode: Hashable, Sendable {
        /// One line; line ends in pasted text become spaces, and Enter is left to the caller.
        case singleLine
        case multiLine
    }

    public let mode: Mode
    /// Shown while there is no text.
    public var placeholder: String
    /// The columns at which lines wrap, for ↑ and ↓; set it to the width the editor is drawn at.
    public var wrapWidth: Int

    var characters: [Character] = []
    /// How many characters are before the cursor.
    public internal(set) var cursor = 0
    /// The column ↑ and ↓ try to keep.
    var goalColumn: Int?
    var history = EditHistory()

    public init(
        _ text: String = "",
        mode: Mode = .multiLine,
        placeholder: String = "",
        wrapWidth: Int = 1_000_000
    ) {
        self.mode = mode
        self.placeholder = placeholder
        self.wrapWidth = wrapWidth
        characters = Array(admitted(text))
        cursor = characters.count
    }

    public var text: String { String(characters) }
    public var isEmpty: Bool { characters.isEmpty }

    /// Replaces everything, as one step of undo, with the cursor at the end.
    public mutating func setText(_ text: String) {
        replace(0..<characters.count, with: text, as: .other)
    }

    /// What of a text can be in this editor: line ends are `\n`, or spaces in a single line.
    func admitted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
        var result = ""
        for character in text {
            if character == "\r\n" || character == "\n" || character == "\r" {
                result.append(mode == .singleLine ? " " : "\n")
            } else {
                result.append(character)
            }
        }
        return result
    }
}

/// Earlier and undone states of an editor.
struct EditHistory: Equatable, Sendable {
    /// Edits of one kind in a row are undone together.
    enum Kind: Equatable, Sendable {
        case typing, deleting, other
    }

    struct Snapshot: Equatable, Sendable {
        var characters: [Character]
        var cursor: Int
    }

    private var undone: [Snapshot] = []
    private var done: [Snapshot] = []
    private var lastKind: Kind?

    /// Characters kept in all snapshots together; the oldest are forgotten beyond it.
    private static let capacity = 2_000_000

    mutating func willEdit(_ present: Snapshot, as kind: Kind) {
        undone = []
        if kind != lastKind || kind == .other { done.append(present) }
        lastKind = kind
        var kept = done.reduce(0) { $0 + $1.characters.count }
        while done.count > 1, done.count > 500 || kept > Self.capacity {
            kept -= done.removeFirst().characters.count
        }
    }

    /// Ends a row of edits that are undone together.
    mutating func interrupt() {
        lastKind = nil
    }

    mutating func undo(from present: Snapshot) -> Snapshot? {
        guard let earlier = done.popLast() else { return nil }
        undone.append(present)
        lastKind = nil
        return earlier
    }

    mutating func redo(from present: Snapshot) -> Snapshot? {
        guard let later = undone.popLast() else { return nil }
        done.append(present)
        lastKind = nil
        return later
    }
}
