import CellUI

/// A text to read, over everything else: help, details, lists of figures.
struct Page: Sendable {
    /// What it tells: it can be made anew, for another size or with newer figures.
    enum Content: Sendable {
        case keys, notices, question, request, edge, why, providers, scores, policy
    }

    let title: String
    let content: Content
    /// Lines that stay whole: tables. They are cut at the edge.
    var lines: [StyledText] {
        didSet { widest = Self.width(of: lines) }
    }
    private var widest: Int
    private var scroll = ScrollState()
    private(set) var area = Rect.zero
    private var height = 1

    init(_ content: Content, title: String, lines: [StyledText]) {
        self.content = content
        self.title = title
        self.lines = lines
        widest = Self.width(of: lines)
    }

    private static func width(of lines: [StyledText]) -> Int {
        lines.map { $0.width() }.max() ?? 0
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
