extension Chart {
    /// The chart as lines of text: at most `height` of them, none longer than `width` characters,
    /// without what there is no room for.
    ///
    /// - Parameters:
    ///   - width: in characters. Charts are at most 1,000 by 1,000.
    ///   - colour: with ANSI codes for the terminal's own colours, which add to the lines' length.
    ///   - isASCII: for terminals without Unicode; names are written as they are.
    public func text(
        width: Int,
        height: Int,
        colour: Bool = false,
        isASCII: Bool = false
    ) -> [String] {
        guard width > 0, height > 0 else { return [] }
        let canvas = TextCanvas(width: min(width, 1_000), height: min(height, 1_000))
        var drawing = TextDrawing(self, canvas, isASCII: isASCII)
        drawing.draw()
        return drawing.canvas.lines(colour: colour, isASCII: isASCII)
    }
}
