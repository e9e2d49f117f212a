/// Changing the text.
extension TextEditor {
    /// Types text at the cursor.
    public mutating func insert(_ text: String) {
        let typed = admitted(text)
        guard !typed.isEmpty else { return }
        // A word is one step of undo.
        if typed.allSatisfy(\.isWhitespace) { history.interrupt() }
        replace(cursor..<cursor, with: typed, as: .typing)
    }

    /// Inserts pasted text at the cursor, as a step of undo of its own.
    public mutating func paste(_ text: String) {
        let pasted = admitted(text)
        guard !pasted.isEmpty else { return }
        replace(cursor..<cursor, with: pasted, as: .other)
    }

    public mutating func deleteBackward() {
        delete(max(0, cursor - 1)..<cursor)
    }

    public mutating func deleteForward() {
        delete(cursor..<min(characters.count, cursor + 1))
    }

    public mutating func deleteWordBackward() {
        delete(wordStart(before: cursor)..<cursor)
    }

    public mutating func deleteWordForward() {
        delete(cursor..<wordEnd(after: cursor))
    }

    /// Deletes to the beginning of the line, or the line end before it when there already.
    public mutating func deleteToLineStart() {
        let start = lineStart(of: cursor)
        delete((start == cursor ? max(0, cursor - 1) : start)..<cursor)
    }

    /// Deletes to the end of the line, or its line end when there already.
    public mutating func deleteToLineEnd() {
        let end = lineEnd(of: cursor)
        delete(cursor..<(end == cursor ? min(characters.count, cursor + 1) : end))
    }

    /// False when there is nothing to undo.
    @discardableResult
    public mutating func undo() -> Bool {
        restore(history.undo(from: snapshot))
    }

    /// False when nothing was undone just before.
    @discardableResult
    public mutating func redo() -> Bool {
        restore(history.redo(from: snapshot))
    }

    private mutating func delete(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        replace(range, with: "", as: range.count == 1 ? .deleting : .other)
    }

    /// Replaces characters and puts the cursor behind what is new. Characters that join over the
    /// seams (a combining mark, the second half of a flag) become one.
    mutating func replace(_ range: Range<Int>, with text: String, as kind: EditHistory.Kind) {
        history.willEdit(snapshot, as: kind)
        goalColumn = nil
        let first = max(0, range.lowerBound - 1)
        let end = min(characters.count, range.upperBound + 1)
        let before = String(characters[first..<range.lowerBound]) + text
        let joined = Array(before + String(characters[range.upperBound..<end]))
        characters.replaceSubrange(first..<end, with: joined)
        cursor = min(first + before.count, first + joined.count)
    }

    private var snapshot: EditHistory.Snapshot {
        EditHistory.Snapshot(characters: characters, cursor: cursor)
    }

    private mutating func restore(_ snapshot: EditHistory.Snapshot?) -> Bool {
        guard let snapshot else { return false }
        characters = snapshot.characters
        cursor = snapshot.cursor
        goalColumn = nil
        return true
    }
}
