import CellUI
import PodiumCore

/// Tokens and cost of several in columns, each with one unit and one precision, so that figures can be
/// compared by their length, and none jumps sideways while it grows.
struct MeterTable {
    struct Row {
        var name: String
        var spent: Spending
        var style: Style
    }

    let rows: [Row]
    let look: Look

    /// Lines of at most a width, with heads over the columns. The share is left out first, then what
    /// was read, then what was written.
    func lines(width: Int) -> [StyledText] {
        var columns = columns
        func nameWidth() -> Int { width - columns.reduce(0) { $0 + $1.width + 1 } }
        for (head, least) in [("%", Self.leastName), ("in", Self.leastName), ("out", 4)]
        where nameWidth() < least {
            columns.removeAll { $0.head.hasPrefix(head) }
        }
        let room = max(4, nameWidth())
        return (-1..<rows.count).map { index in
            let row = index < 0 ? nil : rows[index]
            let name = truncated(row?.name ?? "", to: room, ellipsis: look.ellipsis)
            var text = StyledText(
                name + blank(room - displayWidth(of: name)),
                row?.style ?? look.theme.subtle
            )
            for column in columns {
                let cell = index < 0 ? column.head : column.cells[index]
                let padding = blank(column.width + 1 - displayWidth(of: cell))
                text.append(padding + cell, index < 0 ? look.theme.subtle : column.style)
            }
            return text
        }
    }

    private struct Column {
        var head: String
        var cells: [String]
        var style: Style
        var width: Int

        /// - Parameter least: room for a figure more, and for the mark of an estimate.
        init(_ head: String, _ cells: [String], _ style: Style, least: Int) {
            (self.head, self.cells, self.style) = (head, cells, style)
            width = max(least, ([head] + cells).map { displayWidth(of: $0) }.max() ?? 0)
        }
    }

    private var columns: [Column] {
        let spent = rows.map(\.spent)
        let marks = spent.map { $0.isEstimate && $0.usage.total > 0 ? "~" : "" }
        func tokens(_ head: String, _ figure: (Usage) -> Int) -> Column {
            let unit = TokenUnit(spent.map { figure($0.usage) })
            let cells = zip(marks, spent).map { $0 + unit.text(figure($1.usage)) }
            return Column(head + unit.head, cells, look.theme.text, least: 6)
        }
        func cost(_ head: String, _ figure: (Cost) -> Double) -> Column {
            let unit = CostUnit(spent.map { figure($0.cost) })
            let cells = zip(marks, spent).map { mark, spent in
                let unknown = spent.cost.hasUnknown && head == "$"
                let value = figure(spent.cost)
                if unknown { return value == 0 ? "?" : mark + unit.text(value) + "?" }
                return value == 0 ? "" : mark + unit.text(value)
            }
            return Column(head, cells, look.theme.cost, least: 7)
        }
        let whole = spent.first?.cost ?? .zero
        var columns = [tokens("in", \.totalInput), tokens("out", \.output)]
        let isUnknown = spent.contains(where: \.cost.hasUnknown)
        if whole.picodollars != 0 || whole.nominal == 0 || isUnknown {
            columns.append(cost("$", \.usd))
        }
        if whole.nominal != 0 { columns.append(cost("u", \.nominalUnits)) }
        let shares = spent.map { Self.share($0.cost, of: whole) }
        return columns + [Column("%", shares, look.theme.subtle, least: 3)]
    }

    private static let leastName = 11

    private static func share(_ cost: Cost, of whole: Cost) -> String {
        let (part, all) =
            whole.picodollars > 0
            ? (cost.picodollars, whole.picodollars) : (cost.nominal, whole.nominal)
        guard all > 0 else { return "" }
        // A damaged history may hold any costs.
        return "\(Int((100 * min(max(0, Double(part) / Double(all)), 1)).rounded()))"
    }

    private func blank(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

/// How all tokens of a column are written.
private struct TokenUnit {
    private let thousands: Bool

    init(_ counts: [Int]) { thousands = counts.contains { $0 >= 100_000 } }

    var head: String { thousands ? " k" : "" }

    func text(_ count: Int) -> String {
        thousands ? Format.decimals(Double(count) / 1_000, 1) : "\(count)"
    }
}

/// How all costs of a column are written.
private struct CostUnit {
    private let places: Int

    init(_ values: [Double]) {
        places =
            switch values.map(abs).max() ?? 0 {
            case 10...: 2
            case 0.1...: 4
            default: 6
            }
    }

    func text(_ value: Double) -> String { Format.decimals(value, places) }
}
