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
    /// - Parameter isASCII: for terminals without Unicode; texts are written as they are.
    public func text(isASCII: Bool = false) -> [String] {
        let dash = isASCII ? "-" : "–"
        let columns = (0..<count).map { column in
            let cells = rows.map { cell($0, column) }
            let texts = [plainLine(title(column))] + cells.map { $0.plain(dash: dash) }
            let width = texts.map(\.count).max() ?? 0
            let isText = cells.isEmpty || cells.contains(where: \.isText)
            return texts.map { text in
                let padding = String(repeating: " ", count: width - text.count)
                return isText ? text + padding : padding + text
            }
        }
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
