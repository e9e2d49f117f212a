import GRDB
public import PodiumCore

/// What stored sessions tell of the endpoint's clients, whichever process serves them.
extension SQLiteEventStore {
    /// What each client has asked for, the one that asked last first. It takes a few milliseconds for ten
    /// thousand sessions.
    ///
    /// Empty for a file of an earlier version that is only read.
    /// - Parameter now: where the last minute and the last hour end.
    public func clients(at now: Timestamp) throws(StoreError) -> [ClientActivity] {
        let (totals, open) = try read { db in
            guard try Schema.holdsClients(db) else { return ([Total](), [OpenSession]()) }
            return (try Self.totals(at: now, in: db), try Self.open(in: db))
        }
        var clients: [String: ClientActivity] = [:]
        // The models of a client come in the order in which they are told.
        for total in totals.sorted(by: { ($1.requests, $0.model) < ($0.requests, $1.model) }) {
            clients[
                total.client,
                default: ClientActivity(client: total.client, lastAsked: total.last)
            ]
            .add(total)
        }
        for session in try runningOrLost(among: open) {
            clients[session.client]?.count(session)
        }
        return clients.values.sorted { ($1.lastAsked, $0.client) < ($0.lastAsked, $1.client) }
    }

    /// What a client has asked one model for.
    fileprivate struct Total {
        var client, model: String
        var requests, inLastMinute, inLastHour, failed, tokens: Int
        var cost: Cost
        var last: Timestamp
    }

    /// A session without an end.
    fileprivate struct OpenSession {
        let id: SessionID
        let client: String
        /// Whether one of its calls is under way.
        let isCalling: Bool
        var isRunning = false
    }

    private static func totals(at now: Timestamp, in db: Database) throws -> [Total] {
        // `total` knows no overflow, which `sum` ends the query with.
        let statement = try db.cachedStatement(
            sql: """
                SELECT client, model, count(*), total(opened_at > ?), total(opened_at > ?),
                    total(outcome IN ('failed', 'budget')), CAST(total(tokens) AS INTEGER),
                    CAST(total(picodollars) AS INTEGER), CAST(total(nominal) AS INTEGER),
                    max(has_unknown), max(opened_at)
                FROM client_session GROUP BY client, model
                """
        )
        try statement.bind((now + .seconds(-60)).microseconds, at: 0)
        try statement.bind((now + .seconds(-3_600)).microseconds, at: 1)
        var totals: [Total] = []
        try statement.forEachRow {
            totals.append(
                Total(
                    client: statement.text(at: 0),
                    model: statement.text(at: 1),
                    requests: Int(statement.integer(at: 2)),
                    inLastMinute: Int(statement.integer(at: 3)),
                    inLastHour: Int(statement.integer(at: 4)),
                    failed: Int(statement.integer(at: 5)),
                    tokens: Int(statement.integer(at: 6)),
                    cost: Cost(statement, at: 7),
                    last: Timestamp(microseconds: statement.integer(at: 10))
                )
            )
        }
        return totals
    }

    private static func open(in db: Database) throws -> [OpenSession] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT name, client, calls > 0
                FROM client_session JOIN session ON session.id = client_session.session
                WHERE outcome IS NULL
                """
        )
        var open: [OpenSession] = []
        try statement.forEachRow {
            open.append(
                OpenSession(
                    id: SessionID(rawValue: statement.text(at: 0)),
                    client: statement.text(at: 1),
                    isCalling: statement.integer(at: 2) != 0
                )
            )
        }
        return open
    }

    /// Tells the sessions that a live process has from those whose process ended before them. One that
    /// has ended by itself in the meantime is neither.
    private func runningOrLost(among open: [OpenSession]) throws(StoreError) -> [OpenSession] {
        let held = locks.held(among: open.map(\.id))
        guard held.count < open.count else { return open.map { $0.asRunning } }
        // Looked for after the locks: who had let go by then has written its end.
        let still = Set(try read(Self.open).map(\.id))
        return open.compactMap { session in
            if held.contains(session.id) { return session.asRunning }
            return still.contains(session.id) ? session : nil
        }
    }
}

extension SQLiteEventStore.OpenSession {
    fileprivate var asRunning: Self {
        var session = self
        session.isRunning = true
        return session
    }
}

extension ClientActivity {
    fileprivate mutating func add(_ total: SQLiteEventStore.Total) {
        requests += total.requests
        inLastMinute += total.inLastMinute
        inLastHour += total.inLastHour
        failed += total.failed
        tokens = tokens.addingClamped(total.tokens)
        cost += total.cost
        lastAsked = max(lastAsked, total.last)
        models.append(total.model)
    }

    fileprivate mutating func count(_ session: SQLiteEventStore.OpenSession) {
        if session.isRunning {
            running += 1
            if !session.isCalling { waiting += 1 }
        } else {
            failed += 1
        }
    }
}
