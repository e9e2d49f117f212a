/// Writing text.
extension CellBuffer {
    /// Writes text on one line, inside a clip, and returns the columns by which it moved on.
    ///
    /// Clusters stay whole and wide glyphs are never cut: where only one half is inside the clip
    /// that half becomes a blank. What must not reach a terminal is written as visible marks, see
    /// `visible(_:keepingNewlines:)`; `\n` is no exception. Writing stops at the clip's right
    /// edge.
    ///
    /// - Parameters:
    ///   - point: where the text begins; it may lie to the left of the clip.
    ///   - clip: where cells may change; the buffer's bounds when nil.
    @discardableResult
    public mutating func write(
        _ text: some StringProtocol,
        at point: Point,
        style: Style,
        in clip: Rect? = nil
    ) -> Int {
        write(Substring(text), at: point, style: style, clip: clip ?? bounds)
    }

    private mutating func write(
        _ text: Substring,
        at point: Point,
        style: Style,
        clip: Rect
    ) -> Int {
        let clip = clip.intersection(bounds)
        guard !clip.isEmpty, point.y >= clip.minY, point.y < clip.maxY, point.x < clip.maxX else {
            return 0
        }
        let policy = widthPolicy
        let row = point.y * size.width
        separate(at: max(point.x, clip.minX), y: point.y)
        let end = withGraphemes(of: text) { scanner -> Int in
            var x = point.x
            while x < clip.maxX, let grapheme = scanner.next() {
                if let scalar = grapheme.scalar {
                    let width = scalar.value < 0x7F ? 1 : scalar.columns(policy: policy)
                    if width == 0 { continue }
                    let cell = Cell(scalar: scalar, width: width, style: style)
                    if x >= clip.minX, x + width <= clip.maxX {
                        cells[row + x] = cell
                        if width == 2 { cells[row + x + 1] = .continuation(style: style) }
                    } else {
                        blankPart(at: x, width: width, row: row, style: style, clip: clip)
                    }
                    x += width
                } else {
                    for glyph in scanner.glyphs(of: grapheme, policy: policy) {
                        place(glyph, at: x, row: row, style: style, clip: clip)
                        x += glyph.width
                    }
                }
            }
            return x
        }
        repairRight(of: min(end, clip.maxX), y: point.y)
        let start = max(point.x, clip.minX)
        unlink(start..<max(start, min(end, clip.maxX)), row: point.y)
        return min(end, clip.maxX) - point.x
    }

    private mutating func place(_ glyph: Glyph, at x: Int, row: Int, style: Style, clip: Rect) {
        guard x >= clip.minX, x + glyph.width <= clip.maxX else {
            return blankPart(at: x, width: glyph.width, row: row, style: style, clip: clip)
        }
        cells[row + x] = Cell(glyph: glyph, style: style)
        if glyph.width == 2 { cells[row + x + 1] = .continuation(style: style) }
    }

    /// Blanks the cells of a glyph that are inside the clip when others are not.
    private mutating func blankPart(
        at x: Int,
        width: Int,
        row: Int,
        style: Style,
        clip: Rect
    ) {
        for column in max(x, clip.minX)..<max(max(x, clip.minX), min(x + width, clip.maxX)) {
            cells[row + column] = Cell(style: style)
        }
    }

    /// Blanks a right half whose left half was just written over.
    private mutating func repairRight(of x: Int, y: Int) {
        guard x > 0, x < size.width else { return }
        let index = y * size.width + x
        if cells[index].isContinuation, !cells[index - 1].isWide {
            cells[index] = Cell(style: cells[index].style)
        }
    }
}
