/// Moving the cursor.
extension TextEditor {
    public mutating func moveLeft() { move(to: cursor - 1) }
    public mutating func moveRight() { move(to: cursor + 1) }
    public mutating func moveWordLeft() { move(to: wordStart(before: cursor)) }
    public mutating func moveWordRight() { move(to: wordEnd(after: cursor)) }
    public mutating func moveToLineStart() { move(to: lineStart(of: cursor)) }
    public mutating func moveToLineEnd() { move(to: lineEnd(of: cursor)) }
    public mutating func moveToStart() { move(to: 0) }
    public mutating func moveToEnd() { move(to: characters.count) }

    /// Moves over lines as they are wrapped at `wrapWidth`, keeping the column where it can.
    /// False when the cursor is on the first or last line already.
    public mutating func moveVertically(by rows: Int) -> Bool {
        let layout = EditorLayout(self, width: wrapWidth)
        let position = layout.position(ofCursor: cursor)
        let row = min(max(0, position.y + rows), layout.wrapped.lineCount - 1)
        guard row != position.y else { return false }
        let goal = goalColumn ?? position.x
        move(to: layout.cursor(atRow: row, column: goal))
        goalColumn = goal
        return true
    }

    mutating func move(to position: Int) {
        cursor = min(max(0, position), characters.count)
        goalColumn = nil
        history.interrupt()
    }

    func lineStart(of position: Int) -> Int {
        (characters[..<position].lastIndex(of: "\n") ?? -1) + 1
    }

    func lineEnd(of position: Int) -> Int {
        characters[position...].firstIndex(of: "\n") ?? characters.count
    }

    func wordStart(before position: Int) -> Int {
        var position = position
        while position > 0, !characters[position - 1].isWordCharacter { position -= 1 }
        while position > 0, characters[position - 1].isWordCharacter { position -= 1 }
        return position
    }

    func wordEnd(after position: Int) -> Int {
        var position = position
        while position < characters.count, !characters[position].isWordCharacter { position += 1 }
        while position < characters.count, characters[position].isWordCharacter { position += 1 }
        return position
    }
}

extension Character {
    fileprivate var isWordCharacter: Bool { isLetter || isNumber || self == "_" }
}
