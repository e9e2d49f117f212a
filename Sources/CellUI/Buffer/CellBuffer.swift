/// A screenful of cells to draw into. A value: keep the last one to compare with.
///
/// Every place outside the buffer may be named; drawing there does nothing.
public struct CellBuffer: Equatable, Sendable {
    public let size: Size
    /// How the width of text is decided.
    public let widthPolicy: WidthPolicy
    /// Row by row.
    var cells: [Cell]
    /// Where text leads, by row; rows without links have no entry.
    var links: [Int: [LinkSpan]] = [:]

    public init(size: Size, fill style: Style = .plain, widthPolicy: WidthPolicy = .standard) {
        self.size = size
        self.widthPolicy = widthPolicy
        cells = Array(repeating: Cell(style: style), count: size.width * size.height)
    }

    /// The whole buffer.
    public var bounds: Rect { Rect(size) }

    /// The cell at a place; blank outside the buffer.
    public subscript(x: Int, y: Int) -> Cell {
        guard x >= 0, y >= 0, x < size.width, y < size.height else { return Cell() }
        return cells[y * size.width + x]
    }

    /// Blanks everything.
    public mutating func clear(_ style: Style = .plain) {
        fill(bounds, style: style)
    }

    /// Fills a rectangle with one character, or with blanks when the character is not one column
    /// wide.
    public mutating func fill(_ rect: Rect, style: Style, character: Character = " ") {
        let rect = rect.intersection(bounds)
        guard !rect.isEmpty else { return }
        let glyphs = CellUI.glyphs(of: String(character), policy: widthPolicy)
        let cell =
            glyphs.count == 1 && glyphs[0].width == 1
            ? Cell(glyph: glyphs[0], style: style) : Cell(style: style)
        for y in rect.minY..<rect.maxY {
            separate(at: rect.minX, y: y)
            separate(at: rect.maxX, y: y)
            let start = y * size.width
            for index in start + rect.minX..<start + rect.maxX { cells[index] = cell }
            unlink(rect.minX..<rect.maxX, row: y)
        }
    }

    /// Changes the style of every cell in a rectangle and leaves the text. A wide glyph of which
    /// one half is inside changes whole.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let rect = rect.intersection(bounds)
        guard !rect.isEmpty else { return }
        for y in rect.minY..<rect.maxY {
            let start = y * size.width
            let first = cells[start + rect.minX].isContinuation ? rect.minX - 1 : rect.minX
            let end = cells[start + rect.maxX - 1].isWide ? rect.maxX + 1 : rect.maxX
            for index in start + max(0, first)..<start + min(end, size.width) {
                cells[index].style = change(cells[index].style)
            }
        }
    }

    /// Gives every cell in a rectangle this style.
    public mutating func setStyle(_ style: Style, in rect: Rect) {
        restyle(rect) { _ in style }
    }

    /// Makes column `x` a place where something can begin: when a wide glyph lies across it, both
    /// halves become blanks.
    @inline(__always)
    mutating func separate(at x: Int, y: Int) {
        guard x > 0, x < size.width else { return }
        let index = y * size.width + x
        guard cells[index].isContinuation else { return }
        cells[index] = Cell(style: cells[index].style)
        cells[index - 1] = Cell(style: cells[index - 1].style)
    }
}
