/// A horizontal bar, in eighths of a column where Unicode can be shown.
public struct Gauge: Hashable, Sendable {
    /// From 0 to 1; anything else is brought into that range.
    public var fraction: Double
    public var style: Style?
    public var ascii: Bool

    /// - Parameters:
    ///   - style: the filled part's look; the theme's `gauge` when nil.
    ///   - ascii: draws with `#` and `-`.
    public init(fraction: Double, style: Style? = nil, ascii: Bool = false) {
        self.fraction = fraction.isFinite ? min(max(0, fraction), 1) : 0
        self.style = style
        self.ascii = ascii
    }

    /// The bar as text of exactly that many columns, the filled part and the rest.
    ///
    /// Anything above nothing shows at least an eighth, and anything below all is not full.
    public func bar(columns: Int) -> (filled: String, rest: String) {
        guard columns > 0 else { return ("", "") }
        let parts = ascii ? 1 : 8
        let whole = columns * parts
        var filled = Int((fraction * Double(whole)).rounded())
        if fraction > 0 { filled = max(1, filled) }
        if fraction < 1 { filled = min(whole - 1, filled) }
        let full = filled / parts
        let eighths = filled % parts
        let bar = String(repeating: ascii ? "#" : "█", count: full)
        let edge = eighths == 0 ? "" : String(Self.eighths[eighths - 1])
        let rest = columns - full - (eighths == 0 ? 0 : 1)
        return (bar + edge, String(repeating: ascii ? "-" : " ", count: rest))
    }

    private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
}

extension Gauge: Widget {
    public func render(in rect: Rect, into buffer: inout CellBuffer, theme: Theme) {
        let (filled, rest) = bar(columns: rect.width)
        // The track is drawn as a background, so that a partly filled cell joins it; where the
        // theme has no colour for it, the rest stays blank or says `-`.
        let track =
            ascii ? theme.gaugeTrack.background : theme.gaugeTrack.foreground
        let style = style ?? theme.gauge
        for y in 0..<rect.height {
            let row = rect.row(y)
            let used = buffer.write(
                filled,
                at: row.origin,
                style: style.with(background: track),
                in: row
            )
            buffer.write(
                rest,
                at: Point(x: row.x + used, y: row.y),
                style: theme.gaugeTrack.with(background: track),
                in: row
            )
        }
    }
}
