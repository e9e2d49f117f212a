/// Boxes with titles in their edges.
extension CellBuffer {
    /// Draws a box along the inside of `rect` and returns the rectangle within.
    ///
    /// Titles are set into the edges with a space on either side and shortened to fit: where both
    /// do not fit, the trailing one is left whole as long as the title keeps a few columns. A
    /// rectangle smaller than 2×2 gets no box.
    ///
    /// - Parameters:
    ///   - style: the edges' look.
    ///   - title: at the left of the upper edge.
    ///   - trailingTitle: at the right of the upper edge.
    ///   - bottomTitle: at the left of the lower edge.
    ///   - bottomTrailingTitle: at the right of the lower edge.
    @discardableResult
    public mutating func drawBox(
        in rect: Rect,
        border: BorderStyle = .rounded,
        style: Style,
        title: StyledText = StyledText(),
        trailingTitle: StyledText = StyledText(),
        bottomTitle: StyledText = StyledText(),
        bottomTrailingTitle: StyledText = StyledText()
    ) -> Rect {
        guard rect.width >= 2, rect.height >= 2 else { return rect.inset(by: 1) }
        let ellipsis = border == .ascii ? "." : "…"
        drawEdge(
            rect.row(0),
            ends: (border.topLeft, border.topRight),
            border.horizontal,
            style,
            titles: (title, trailingTitle),
            ellipsis: ellipsis
        )
        drawEdge(
            rect.lastRow,
            ends: (border.bottomLeft, border.bottomRight),
            border.horizontal,
            style,
            titles: (bottomTitle, bottomTrailingTitle),
            ellipsis: ellipsis
        )
        let sides = rect.inset(dx: 0, dy: 1)
        fill(sides.prefix(columns: 1), style: style, character: border.vertical)
        fill(sides.suffix(columns: 1), style: style, character: border.vertical)
        return rect.inset(by: 1)
    }

    /// The same with titles in one style.
    @discardableResult
    public mutating func drawBox(
        in rect: Rect,
        border: BorderStyle = .rounded,
        style: Style,
        title: String,
        titleStyle: Style? = nil,
        trailingTitle: String = "",
        bottomTrailingTitle: String = ""
    ) -> Rect {
        let titleStyle = titleStyle ?? style
        return drawBox(
            in: rect,
            border: border,
            style: style,
            title: StyledText(title, titleStyle),
            trailingTitle: StyledText(trailingTitle, titleStyle),
            bottomTrailingTitle: StyledText(bottomTrailingTitle, titleStyle)
        )
    }

    private mutating func drawEdge(
        _ row: Rect,
        ends: (Character, Character),
        _ line: Character,
        _ style: Style,
        titles: (StyledText, StyledText),
        ellipsis: String
    ) {
        fill(row, style: style, character: line)
        fill(row.prefix(columns: 1), style: style, character: ends.0)
        fill(row.suffix(columns: 1), style: style, character: ends.1)
        let room = row.width - 2
        var trailingWidth = titles.1.isEmpty ? 0 : titles.1.width(policy: widthPolicy) + 2
        let leadingLeast = titles.0.isEmpty ? 0 : min(titles.0.width(policy: widthPolicy), 6) + 2
        if trailingWidth + leadingLeast > room { trailingWidth = max(0, room - leadingLeast) }
        if trailingWidth >= 3 {
            let area = row.inset(dx: 1, dy: 0).suffix(columns: trailingWidth)
            writeTitle(titles.1, in: area, style, ellipsis)
        } else {
            trailingWidth = 0
        }
        let leadingRoom = room - trailingWidth
        if !titles.0.isEmpty, leadingRoom > 2 {
            let area = row.inset(dx: 1, dy: 0).prefix(columns: leadingRoom)
            writeTitle(titles.0, in: area, style, ellipsis)
        }
    }

    private mutating func writeTitle(
        _ title: StyledText,
        in area: Rect,
        _ style: Style,
        _ ellipsis: String
    ) {
        var line = StyledText(" ", style)
        let shortened = title.truncated(
            to: area.width - 2,
            ellipsis: ellipsis,
            policy: widthPolicy
        )
        line.runs += shortened.runs
        line.append(" ", style)
        write(line, at: area.origin, in: area)
    }
}
