import CellUI

/// The cells of a table, each as wide as the widest of its column: words begin at the left, figures end at
/// the right.
struct AlignedCells {
    struct Head {
        var text: String
        var isWord = false
    }

    let headings: [String]
    let rows: [[String]]

    /// - Parameter rows: as many cells each as there are heads.
    init(_ heads: [Head], _ rows: [[String]]) {
        let all = [heads.map(\.text)] + rows
        let widths = heads.indices.map { column in
            all.map { displayWidth(of: $0[column]) }.max() ?? 0
        }
        let padded = all.map { cells in
            heads.indices.map { column in
                let missing = max(0, widths[column] - displayWidth(of: cells[column]))
                let padding = String(repeating: " ", count: missing)
                return heads[column].isWord ? cells[column] + padding : padding + cells[column]
            }
        }
        headings = padded[0]
        self.rows = Array(padded.dropFirst())
    }
}
