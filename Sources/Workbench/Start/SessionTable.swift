import CellUI
import PodiumCore

/// Past sessions in columns: how each stands, who worked, what it used, how long it took, what a person
/// said of its answer, and how long ago it was.
struct SessionTable {
    private enum Column: CaseIterable {
        case status, workers, tokens, cost, time, verdict, age

        var head: String {
            switch self {
            case .status: ""
            case .workers: "workers"
            case .tokens: "tokens"
            case .cost: "cost"
            case .time: "took"
            case .verdict: "verdict"
            case .age: "age"
            }
        }

        /// Which columns come first where not all have room.
        static let byWeight: [Column] = [.age, .cost, .verdict, .time, .tokens, .workers, .status]
    }

    private let columns: [Column]
    private let widths: [Int]
    private let rows: [[Column: String]]
    private static let leastQuestion = 28
    private static let longestNames = 24

    /// - Parameter width: of a row, the question and its sign included.
    init(_ sessions: [SessionSummary], width: Int, now: Timestamp, look: Look) {
        let rows = sessions.map { Self.cells(of: $0, now: now, look: look) }
        func columnWidth(_ column: Column) -> Int {
            rows.reduce(displayWidth(of: column.head)) {
                max($0, displayWidth(of: $1[column] ?? ""))
            }
        }
        var room = width - Self.leastQuestion
        var shown: Set<Column> = []
        for column in Column.byWeight {
            room -= columnWidth(column) + 2
            guard room >= 0 else { break }
            shown.insert(column)
        }
        columns = Column.allCases.filter(shown.contains)
        widths = columns.map(columnWidth)
        self.rows = rows
    }

    /// What the columns tell, over them.
    var heading: String { joined(columns.map(\.head)) }

    /// A session's figures, each under its head.
    func text(_ row: Int) -> String { joined(columns.map { rows[row][$0] ?? "" }) }

    /// Words to the left, figures to the right.
    private func joined(_ cells: [String]) -> String {
        zip(zip(columns, widths), cells).map { column, cell in
            let padding = String(repeating: " ", count: max(0, column.1 - displayWidth(of: cell)))
            return column.0 == .status || column.0 == .workers ? cell + padding : padding + cell
        }.joined(separator: "  ")
    }

    private static func cells(
        of session: SessionSummary,
        now: Timestamp,
        look: Look
    ) -> [Column: String] {
        let names = truncated(
            session.workers.joined(separator: ", "),
            to: longestNames,
            ellipsis: look.ellipsis
        )
        let isNoUse = session.usage == .zero
        let verdict =
            switch session.verdict?.value {
            case .right: look.unicode ? "✓" : "+"
            case .wrong: look.unicode ? "✗" : "-"
            case nil: ""
            }
        return [
            .status: session.status.rawValue,
            .workers: names,
            .tokens: isNoUse ? "" : Format.tokens(session.usage.total),
            .cost: isNoUse ? "" : Format.cost(session.cost),
            .time: Format.duration(session.updatedAt - session.openedAt),
            .verdict: verdict,
            .age: Format.age(now - session.openedAt),
        ]
    }
}

extension StartScreen {
    /// A past session's sign and question.
    static func text(of session: SessionSummary, look: Look) -> String {
        let node: NodeState =
            switch session.status {
            case .running: .running
            case .answered: .finished
            case .failed, .budget: .failed
            case .cancelled: .cancelled
            case .interrupted: .brokenOff
            }
        return "\(look.sign(node, frame: 0)) \(session.question)"
    }
}
