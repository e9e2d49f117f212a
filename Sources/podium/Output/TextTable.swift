import CellUI

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

extension String {
    fileprivate var trimmingTrailingBlanks: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
