import CellUI

/// A text to read, over everything else: help, details, lists of figures.
struct Page: Sendable {
    /// What is told in figures that are renewed while they are looked at.
    enum Figures: String, Sendable {
        case providers, scores
    }

    let title: String
    let figures: Figures?
    /// Lines that stay whole: tables. They are cut at the edge.
    var lines: [StyledText]
    private var scroll = ScrollState()
    private(set) var area = Rect.zero
    private var height = 1

    init(title: String, lines: [StyledText], figures: Figures? = nil) {
        self.title = title
        self.figures = figures
        self.lines = lines
    }

    mutating func handle(_ key: Key) -> OverlayResult {
        let key: Key =
            switch key {
            case .character("j"): .down
            case .character("k"): .up
            case .character(" "), .ctrl("f"): .pageDown
            case .ctrl("b"): .pageUp
            case .character("g"): .home
            case .character("G"): .end
            default: key
            }
        return scroll.handle(key, contentHeight: lines.count, viewHeight: height) ? .open : .closed
    }

    mutating func render(in area: Rect, into buffer: inout CellBuffer, look: Look) {
        let widest = lines.map { $0.width() }.max() ?? 0
        let size = Size(
            width: max(40, widest + 4),
            height: max(3, lines.count + 2)
        )
        let hint =
            lines.count + 2 > area.height
            ? "\(look.unicode ? "↑↓" : "j k") scroll \(look.separator)esc closes" : "esc closes"
        let (frame, inner) = OverlayFrame(title: title, hint: hint)
            .render(size, in: area, into: &buffer, look: look)
        self.area = frame
        height = inner.height
        let rows = scroll.visibleRows(contentHeight: lines.count, viewHeight: height)
        for (row, index) in rows.enumerated() {
            buffer.write(
                lines[index].truncated(to: inner.width, ellipsis: look.ellipsis),
                at: inner.row(row).origin,
                in: inner
            )
        }
    }
}

extension Page {
    /// A page of running text, wrapped for a width that suits reading.
    init(title: String, text: String, style: Style, width: Int) {
        let wrapped = WrappedText(text, width: max(1, min(width - 6, 100)))
        self.init(
            title: title,
            lines: wrapped.lines(in: 0..<wrapped.lineCount).map { StyledText(String($0), style) }
        )
    }
}
