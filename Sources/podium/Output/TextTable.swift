import CellUI
import PodiumCore

/// Columns of text, as wide as their contents.
struct TextTable {
    let text: String

    init(_ titles: [String], _ rows: [[String]]) {
        let lines = [titles] + rows.map { $0.map { visible($0, keepingNewlines: false) } }
        let widths = titles.indices.map { column in
            lines.map { displayWidth(of: $0[column]) }.max() ?? 0
        }
        text = lines.map { cells in
            zip(cells, widths).map { cell, width in
                cell + String(repeating: " ", count: max(0, width - displayWidth(of: cell)))
            }
            .joined(separator: "  ").trimmingTrailingBlanks + "\n"
        }
        .joined()
    }
}

/// What is told as a row of a table, or as one JSON object a line.
protocol TableRow: Encodable {
    static var titles: [String] { get }
    /// As many as there are titles.
    var cells: [String] { get }
}

extension Array where Element: TableRow {
    func output(asJSON: Bool) throws -> String {
        if asJSON { return try map { try JSONLine.line($0) }.joined() }
        return TextTable(Element.titles, map(\.cells)).text
    }
}

extension String {
    fileprivate var trimmingTrailingBlanks: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
