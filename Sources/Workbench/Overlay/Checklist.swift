import CellUI
import PodiumCore

/// A list of which any number are ticked: the steps that another may see.
struct Checklist: Sendable {
    let title: String
    /// The step whose access list it is.
    let step: StepID
    /// What each row stands for.
    private let choices: [StepID]
    private let rows: [String]
    private var ticked: Set<Int>
    private var selection = 0
    private var list = Rect.zero
    private var frame = Rect.zero
    private var first = 0

    init(_ title: String, of step: StepID, choices: [StepID], rows: [String], ticked: Set<Int>) {
        self.title = title
        self.step = step
        self.choices = choices
        self.rows = rows
        self.ticked = ticked
    }

    mutating func handle(_ key: Key) -> OverlayResult {
        switch key {
        case .up, .character("k"): selection = max(0, selection - 1)
        case .down, .character("j"): selection = min(rows.count - 1, selection + 1)
        case .character(" "), .character("x"): toggle(selection)
        case .character("a"): ticked = Set(rows.indices)
        case .character("n"): ticked = []
        case .character(let digit):
            if let number = digit.wholeNumberValue, rows.indices.contains(number - 1) {
                toggle(number - 1)
            }
        case .enter: return .checked(ticked.sorted().map { choices[$0] })
        case .escape, .ctrl("c"): return .closed
        default: break
        }
        return .open
    }

    mutating func press(at point: Point) -> OverlayResult {
        guard frame.contains(point) else { return .closed }
        let row = first + point.y - list.y
        if list.contains(point), rows.indices.contains(row) {
            selection = row
            toggle(row)
        }
        return .open
    }

    private mutating func toggle(_ row: Int) {
        if ticked.remove(row) == nil { ticked.insert(row) }
    }

    mutating func render(in area: Rect, into buffer: inout CellBuffer, look: Look) {
        let widest = rows.map { displayWidth(of: $0) }.max() ?? 0
        let inner: Rect
        (frame, inner) = OverlayFrame(
            title: title,
            hint:
                "space toggles\(look.separator)a all\(look.separator)n none\(look.separator)enter done"
        )
        .render(
            Size(width: min(max(56, widest + 8), 90), height: rows.count + 2),
            in: area,
            into: &buffer,
            look: look
        )
        list = inner
        first = max(0, min(selection - list.height + 1, rows.count - list.height), 0)
        for (offset, text) in rows.dropFirst(first).prefix(list.height).enumerated() {
            let line = list.row(offset)
            let box = ticked.contains(first + offset) ? "[x] " : "[ ] "
            buffer.write(
                truncated(box + text, to: line.width, ellipsis: look.ellipsis),
                at: line.origin,
                style: look.theme.text,
                in: line
            )
            if first + offset == selection {
                buffer.restyle(line) { $0.overlaid(by: look.theme.selection) }
            }
        }
    }
}
