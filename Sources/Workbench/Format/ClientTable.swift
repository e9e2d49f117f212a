import CellUI
import PodiumCore

/// The clients of the endpoint in columns. What matters most stands at the right: on a narrow screen the
/// others give way. A column in which nothing stands is left out.
struct ClientTable {
    private enum Column: CaseIterable {
        case models, tokens, lastMinute, lastHour, requests, running, waiting, cost, budget, failed
        case lastAsked

        var head: String {
            switch self {
            case .models: "models"
            case .tokens: "tokens"
            case .lastMinute: "min"
            case .lastHour: "hour"
            case .requests: "all"
            case .running: "runs"
            case .waiting: "waits"
            case .cost: "cost"
            case .budget: "budget"
            case .failed: "failed"
            case .lastAsked: "last"
            }
        }
    }

    private static let longestModels = 30

    let headings: [String]
    /// A row a client.
    let cells: [[String]]

    init(_ clients: [ClientRecord], now: Timestamp, look: Look) {
        let rows = clients.map { Self.cells(of: $0, now: now, look: look) }
        let columns = Column.allCases.filter { column in rows.contains { $0[column] != nil } }
        let aligned = AlignedCells(
            columns.map { AlignedCells.Head(text: $0.head, isWord: $0 == .models) },
            rows.map { row in columns.map { row[$0] ?? "" } }
        )
        headings = aligned.headings
        cells = aligned.rows
    }

    private static func cells(
        of client: ClientRecord,
        now: Timestamp,
        look: Look
    ) -> [Column: String] {
        guard let activity = client.activity else {
            return [.requests: "0", .budget: client.budgetUsed, .lastAsked: "-"]
                .compactMapValues { $0 }
        }
        return [
            .models: names(activity.models, look),
            .tokens: Format.tokens(activity.tokens),
            .lastMinute: Format.grouped(activity.inLastMinute),
            .lastHour: Format.grouped(activity.inLastHour),
            .requests: Format.grouped(activity.requests),
            .running: "\(activity.running)",
            .waiting: "\(activity.waiting)",
            .cost: Format.cost(activity.cost),
            .budget: client.budgetUsed,
            .failed: Format.grouped(activity.failed),
            .lastAsked: Format.age(now - activity.lastAsked),
        ].compactMapValues { $0 }
    }

    /// The first of them; that there are more is said.
    private static func names(_ models: [String], _ look: Look) -> String {
        let more = models.count > 2 ? " +\(models.count - 2)" : ""
        let shown = models.prefix(2).joined(separator: ", ")
        let room = longestModels - displayWidth(of: more)
        return truncated(shown, to: room, ellipsis: look.ellipsis) + more
    }
}
