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

    /// What a column's head says, and how its figures are written.
    private struct Columns {
        var read: TokenUnit
        var written: TokenUnit
        var cost: CostUnit
    }

    /// Lines of at most a width, with heads over the columns. The share is left out first, then what
    /// was read.
    func lines(width: Int) -> [StyledText] {
        let columns = Columns(
            read: TokenUnit(rows.map(\.spent.usage.totalInput)),
            written: TokenUnit(rows.map(\.spent.usage.output)),
            cost: CostUnit(rows.map(\.spent.cost))
        )
        let whole = rows.first?.spent.cost ?? .zero
        var cells: [[String]] = [
            [
                "in\(columns.read.head)", "out\(columns.written.head)", columns.cost.head, "%",
            ]
        ]
        cells += rows.map { row in
            let mark = row.spent.isEstimate && row.spent.usage.total > 0 ? "~" : ""
            return [
                mark + columns.read.text(row.spent.usage.totalInput),
                mark + columns.written.text(row.spent.usage.output),
                row.spent.usage == .zero ? "" : mark + columns.cost.text(row.spent.cost),
                Self.share(row.spent.cost, of: whole),
            ]
        }
        // Room for a figure more and for the mark of an estimate.
        let leasts = [6, 6, 7, 3]
        var widths = leasts.indices.map { column in
            max(leasts[column], cells.map { displayWidth(of: $0[column]) }.max() ?? 0)
        }
        for column in [3, 0] where width - widths.reduce(0, { $0 + $1 + 1 }) < Self.leastName {
            widths[column] = -1
        }
        let nameWidth = max(4, width - widths.reduce(0) { $0 + $1 + 1 })
        let styles = [look.theme.text, look.theme.text, look.theme.cost, look.theme.subtle]
        return cells.enumerated().map { index, line in
            let row = index == 0 ? nil : rows[index - 1]
            let name = truncated(row?.name ?? "", to: nameWidth, ellipsis: look.ellipsis)
            var text = StyledText(
                name + blank(nameWidth - displayWidth(of: name)),
                row?.style ?? look.theme.subtle
            )
            for (column, cell) in line.enumerated() where widths[column] >= 0 {
                let padding = blank(widths[column] + 1 - displayWidth(of: cell))
                text.append(padding + cell, row == nil ? look.theme.subtle : styles[column])
            }
            return text
        }
    }

    private static let leastName = 11

    private static func share(_ cost: Cost, of whole: Cost) -> String {
        let (part, all) =
            whole.picodollars > 0
            ? (cost.picodollars, whole.picodollars) : (cost.nominal, whole.nominal)
        guard all > 0 else { return "" }
        return "\(Int((100 * Double(part) / Double(all)).rounded()))"
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

/// How all costs of a column are written: where they are of one currency, the head names it.
private struct CostUnit {
    private enum Currency { case dollars, nominal, both }

    private let currency: Currency
    private let places: Int

    init(_ costs: [Cost]) {
        let dollars = costs.map { abs($0.usd) }.max() ?? 0
        let units = costs.map { abs($0.nominalUnits) }.max() ?? 0
        currency = units == 0 ? .dollars : dollars == 0 ? .nominal : .both
        places =
            switch max(dollars, units) {
            case 10...: 2
            case 0.1...: 4
            default: 6
            }
    }

    var head: String {
        switch currency {
        case .dollars: "$"
        case .nominal: "u"
        case .both: "$, u"
        }
    }

    func text(_ cost: Cost) -> String {
        let unknown = cost.hasUnknown ? "?" : ""
        return switch currency {
        case .dollars: (cost.hasUnknown && cost == .unknown ? "" : figure(cost.usd)) + unknown
        case .nominal: figure(cost.nominalUnits) + unknown
        case .both: Format.cost(cost)
        }
    }

    private func figure(_ value: Double) -> String { Format.decimals(value, places) }
}
