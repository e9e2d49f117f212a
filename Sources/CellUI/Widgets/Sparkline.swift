/// A row of small columns, the newest value at the right.
public struct Sparkline: Hashable, Sendable {
    public var values: [Double]
    /// The value of a full column; the largest one shown when nil.
    public var maximum: Double?
    public var style: Style?
    public var ascii: Bool

    public init(
        _ values: [Double],
        maximum: Double? = nil,
        style: Style? = nil,
        ascii: Bool = false
    ) {
        self.values = values
        self.maximum = maximum
        self.style = style
        self.ascii = ascii
    }

    /// The last values as text of at most that many columns.
    public func text(columns: Int) -> String {
        let shown = values.suffix(max(0, columns)).map { $0.isFinite ? max(0, $0) : 0 }
        let top = maximum ?? shown.max() ?? 0
        let marks = ascii ? Self.asciiMarks : Self.marks
        return String(
            shown.map { value in
                guard top > 0, value > 0 else { return marks[0] }
                let level = Int((min(1, value / top) * Double(marks.count - 1)).rounded())
                return marks[min(max(1, level), marks.count - 1)]
            }
        )
    }

    private static let marks: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let asciiMarks: [Character] = [" ", ".", ":", "|", "#"]
}

extension Sparkline: Widget {
    public func render(in rect: Rect, into buffer: inout CellBuffer, theme: Theme) {
        guard !rect.isEmpty else { return }
        let text = text(columns: rect.width)
        buffer.write(
            text,
            at: Point(x: rect.maxX - text.count, y: rect.maxY - 1),
            style: style ?? theme.gauge,
            in: rect
        )
    }
}
