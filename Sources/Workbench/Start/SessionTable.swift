import CellUI
import PodiumCore

/// Past sessions in columns: how each stands, which client asked, who worked, what it used, how long it took, what a person
/// said of its answer, and how long ago it was.
struct SessionTable {
    private enum Column: CaseIterable {
        case status, client, workers, tokens, cost, time, verdict, age

        var head: String {
            switch self {
            case .status: ""
            case .client: "client"
            case .workers: "workers"
            case .tokens: "tokens"
            case .cost: "cost"
            case .time: "took"
            case .verdict: "verdict"
            case .age: "age"
            }
        }

        var isWord: Bool { self == .status || self == .client || self == .workers }

        /// Which columns come first where not all have room.
        static let byWeight: [Column] = [
            .age, .cost, .verdict, .client, .time, .tokens, .workers, .status,
        ]
    }

    private let cells: AlignedCells
    private static let leastQuestion = 28
    private static let longestNames = 24
    private static let longestClient = 16

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
        for column in Column.byWeight
        where column != .client || sessions.contains(where: { $0.client != nil }) {
            room -= columnWidth(column) + 2
            guard room >= 0 else { break }
            shown.insert(column)
        }
        let columns = Column.allCases.filter(shown.contains)
        cells = AlignedCells(
            columns.map { AlignedCells.Head(text: $0.head, isWord: $0.isWord) },
            rows.map { row in columns.map { row[$0] ?? "" } }
        )
    }

    /// What the columns tell, and a session's figures, each under its head.
    var headings: [String] { cells.headings }
    var rows: [[String]] { cells.rows }

    /// The same in one line each.
    var heading: String { headings.joined(separator: "  ") }

    func text(_ row: Int) -> String { rows[row].joined(separator: "  ") }

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
            .client: session.client.map {
                truncated(
                    ClientRecord(name: $0.name).title,
                    to: longestClient,
                    ellipsis: look.ellipsis
                )
            } ?? "",
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
