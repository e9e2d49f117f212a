import CellUI
import PodiumCore

/// A list of which any number are ticked: the steps that another may see.
struct Checklist: Sendable {
    let title: String
    /// The step whose access list it is.
    private let step: StepID
    /// What each row stands for.
    private let choices: [StepID]
    private let rows: [String]
    private var ticked: Set<Int>
    private var list: ListView
    private var frame = Rect.zero

    init(_ title: String, of step: StepID, choices: [StepID], rows: [String], ticked: Set<Int>) {
        self.title = title
        self.step = step
        self.choices = choices
        self.rows = rows
        self.ticked = ticked
        list = ListView(count: rows.count)
    }

    mutating func handle(_ key: Key) -> OverlayResult {
        switch key {
        case .character("k"): list.move(by: -1)
        case .character("j"): list.move(by: 1)
        case .character(" "), .character("x"): if let row = list.selection { toggle(row) }
        case .character("a"): ticked = Set(rows.indices)
        case .character("n"): ticked = []
        case .character(let digit):
            if let number = digit.wholeNumberValue, rows.indices.contains(number - 1) {
                toggle(number - 1)
            }
        case .enter:
            let seen = ticked.sorted().map { choices[$0] }
            return .taken(.decide(.rewire(step, access: seen)))
        case .escape, .ctrl("c"): return .closed
        default: _ = list.handle(key)
        }
        return .open
    }

    mutating func press(at point: Point) -> OverlayResult {
        guard frame.contains(point) else { return .closed }
        if let row = list.row(at: point) {
            list.select(row)
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
        list.render(in: inner, into: &buffer, selection: look.theme.selection) {
            row,
            line,
            buffer in
            let box = ticked.contains(row) ? "[x] " : "[ ] "
            buffer.write(
                truncated(box + rows[row], to: line.width, ellipsis: look.ellipsis),
                at: line.origin,
                style: look.theme.text,
                in: line
            )
        }
    }
}
