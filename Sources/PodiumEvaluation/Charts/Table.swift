/// Rows and columns of texts and numbers, for a terminal (`text`) or a spreadsheet (`csv`).
///
///     let table = Table(
///         columns: ["conductor", "right"],
///         rows: [[.text("cheapest first"), .number(0.715, decimals: 3)]]
///     )
public struct Table: Hashable, Sendable {
    public enum Cell: Hashable, Sendable {
        case text(String)
        case integer(Int)
        /// The decimals are those of plain text; CSV has all digits.
        case number(Double, decimals: Int)
        case missing

        fileprivate func plain(dash: String) -> String {
            switch self {
            case .text(let text): plainLine(text)
            case .integer(let value): String(value)
            case .number(let value, let decimals) where value.isFinite: value.fixed(decimals)
            case .number, .missing: dash
            }
        }

        fileprivate var field: String {
            switch self {
            case .text(let text): text
            case .integer(let value): String(value)
            case .number(let value, _): value.isFinite ? String(value) : ""
            case .missing: ""
            }
        }

        fileprivate var isText: Bool {
            if case .text = self { true } else { false }
        }
    }

    public var columns: [String]
    /// Short rows end in missing cells; cells beyond the columns have no title.
    public var rows: [[Cell]]

    public init(columns: [String], rows: [[Cell]] = []) {
        self.columns = columns
        self.rows = rows
    }

    private var count: Int { max(columns.count, rows.map(\.count).max() ?? 0) }

    private func cell(_ row: [Cell], _ column: Int) -> Cell {
        column < row.count ? row[column] : .missing
    }

    private func title(_ column: Int) -> String { column < columns.count ? columns[column] : "" }

    /// Aligned lines: titles, a rule, the rows. Columns without texts are aligned on the right.
    /// Each character (grapheme cluster) counts as one column.
    ///
    /// - Parameters:
    ///   - isASCII: for terminals without Unicode; texts are written as they are.
    ///   - width: how many columns there are; nil for as many as it takes. What does not fit beside the
    ///     rest stands below it, with the first column before it once more. A text in the first column is
    ///     cut at half of the width.
    public func text(isASCII: Bool = false, width: Int? = nil) -> [String] {
        let columns = (0..<count).map { column in
            padded(column, isASCII, limit: column == 0 ? width.map { max($0 / 2, 1) } : nil)
        }
        guard let width, let first = columns.first else { return block(columns, isASCII) }
        var blocks: [[[String]]] = []
        var used = Int.max / 2
        for column in columns.dropFirst() {
            let own = 2 + column[0].count
            if used + own > width {
                blocks.append([first])
                used = first[0].count
            }
            blocks[blocks.count - 1].append(column)
            used += own
        }
        if blocks.isEmpty { blocks = [[first]] }
        return Array(blocks.map { block($0, isASCII) }.joined(separator: [""]))
    }

    /// The title and the cells of a column, all as wide as the widest.
    private func padded(_ column: Int, _ isASCII: Bool, limit: Int?) -> [String] {
        let cells = rows.map { cell($0, column) }
        let plain = [plainLine(title(column))] + cells.map { $0.plain(dash: isASCII ? "-" : "–") }
        let texts = plain.map { text in
            guard let limit, text.count > limit else { return text }
            return text.prefix(limit - 1) + (isASCII ? "~" : "…")
        }
        let width = texts.map(\.count).max() ?? 0
        let isText = cells.isEmpty || cells.contains(where: \.isText)
        return texts.map { text in
            let padding = String(repeating: " ", count: width - text.count)
            return isText ? text + padding : padding + text
        }
    }

    private func block(_ columns: [[String]], _ isASCII: Bool) -> [String] {
        var lines = (0...rows.count).map { row in
            let line = columns.map { $0[row] }.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        let rules = columns.map { String(repeating: isASCII ? "-" : "─", count: $0[0].count) }
        lines.insert(rules.joined(separator: "  "), at: 1)
        return lines
    }

    /// Comma-separated values by RFC 4180, titles first; missing cells and numbers that are not
    /// finite are empty.
    public var csv: String {
        let titles = (0..<count).map(title)
        let records = [titles] + rows.map { row in (0..<count).map { cell(row, $0).field } }
        return records.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    /// By scalars: Swift takes a carriage return and a line feed for one character.
    private static func quoted(_ field: String) -> String {
        guard field.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return field
        }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
