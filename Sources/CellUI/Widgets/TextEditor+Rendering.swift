/// Where the characters of an editor are when it is drawn at a width.
struct EditorLayout {
    let wrapped: WrappedText
    private let characters: [Character]

    init(_ editor: TextEditor, width: Int) {
        characters = editor.characters
        // One column stays free for a cursor behind the last character of a line.
        wrapped = WrappedText(String(editor.characters), width: max(1, width - 1))
    }

    /// The column and row of the cursor, from the top of the text.
    func position(ofCursor cursor: Int) -> Point {
        let offset = characters[..<cursor].reduce(0) { $0 + $1.utf8.count }
        let row = wrapped.lineIndex(containing: offset)
        let start = wrapped.lineRange(row).lowerBound
        let column = displayWidth(of: wrapped.text(in: start..<max(start, offset)))
        // Spaces that hang over the end of the line keep the cursor there.
        return Point(x: min(column, wrapped.width), y: row)
    }

    /// The cursor nearest to a column of a row, not beyond it.
    func cursor(atRow row: Int, column: Int) -> Int {
        let range = wrapped.lineRange(row)
        var offset = 0
        var x = 0
        for (index, character) in characters.enumerated() {
            if offset >= range.upperBound { return index }
            if offset >= range.lowerBound {
                x += displayWidth(of: character)
                if x > column { return index }
            }
            offset += character.utf8.count
        }
        return characters.count
    }
}

extension TextEditor: Widget {
    public func render(in rect: Rect, into buffer: inout CellBuffer, theme: Theme) {
        buffer.fill(rect, style: theme.text)
        guard !isEmpty else {
            buffer.write(placeholder, at: rect.origin, style: theme.placeholder, in: rect.row(0))
            return
        }
        switch mode {
        case .singleLine:
            let x = rect.x - scrollColumn(width: rect.width)
            buffer.write(text, at: Point(x: x, y: rect.y), style: theme.text, in: rect)
        case .multiLine:
            let layout = EditorLayout(self, width: rect.width)
            let first = firstRow(layout, height: rect.height)
            for (row, line) in layout.wrapped.lines(in: first..<first + rect.height).enumerated() {
                let area = rect.row(row)
                buffer.write(line, at: area.origin, style: theme.text, in: area)
            }
        }
    }

    /// Where the cursor is when the editor is drawn in `rect`; nil when there is no room.
    public func cursorPosition(in rect: Rect) -> Point? {
        guard !rect.isEmpty else { return nil }
        switch mode {
        case .singleLine:
            return Point(
                x: min(rect.x + cursorColumn - scrollColumn(width: rect.width), rect.maxX - 1),
                y: rect.y
            )
        case .multiLine:
            let layout = EditorLayout(self, width: rect.width)
            let position = layout.position(ofCursor: cursor)
            return Point(
                x: min(rect.x + position.x, rect.maxX - 1),
                y: rect.y + position.y - firstRow(layout, height: rect.height)
            )
        }
    }

    /// The rows the text takes at a width, at least one.
    public func height(width: Int) -> Int {
        mode == .singleLine ? 1 : EditorLayout(self, width: width).wrapped.lineCount
    }

    /// The first visible row: the cursor's stays near the middle of text that does not fit.
    private func firstRow(_ layout: EditorLayout, height: Int) -> Int {
        let row = layout.position(ofCursor: cursor).y
        return max(0, min(row - height / 2, layout.wrapped.lineCount - height))
    }

    private var cursorColumn: Int {
        displayWidth(of: String(characters[..<cursor]))
    }

    /// The columns of a single line that are hidden at the left.
    private func scrollColumn(width: Int) -> Int {
        let room = width - 1
        let column = cursorColumn
        let total = displayWidth(of: text)
        guard total > room else { return 0 }
        return max(0, min(column - room * 3 / 4, total - room))
    }
}
