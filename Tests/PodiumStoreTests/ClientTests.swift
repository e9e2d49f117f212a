import GRDB
import PodiumCore
@testable import PodiumStore
import PodiumTesting
import Testing

/// What stored sessions tell of the endpoint's clients.
@Suite struct ClientTests {
    private let directory: TemporaryDirectory
    private let store: SQLiteEventStore
    private static let start = Timestamp(microseconds: 1_800_000_000_000_000)
    private static let pool = [
        Worker(
            name: "ann",
            provider: "acme",
            model: "a",
            price: Price(input: 1_000_000, output: 2_000_000)
        ),
        Worker(name: "bea", provider: "other", model: "b"),
    ]

    init() throws {
        directory = try TemporaryDirectory()
        store = try directory.store()
    }

    /// A session of a plan of one step, which a client asked so many seconds after the start.
    private func history(
        _ client: String?,
        _ model: String = "podium",
        after seconds: Int = 0,
        approval: Bool = false
    ) -> HistoryBuilder {
        var history = HistoryBuilder(
            session: SessionID(rawValue: "\(client ?? "person")-\(model)-\(seconds)"),
            pool: Self.pool,
            start: Self.start + .seconds(seconds)
        )
        history.client = client.map { ClientRequest(client: $0, api: .chat, model: model) }
        history.policy.asksApproval = approval
        history.limits.retries = 0
        history.policy.onFailure = .stop
        history.open("What?", plan: .chain(1))
        return history
    }

    private func answered(
        _ client: String?,
        _ model: String = "podium",
        after seconds: Int = 0
    ) -> HistoryBuilder {
        var history = history(client, model, after: seconds)
        history.text(1, "42")
        history.finish(1, usage: Usage(input: 100, output: 6))
        return history
    }

    private func store(_ histories: HistoryBuilder...) throws {
        for history in histories { try store.append(history.events, to: history.state.id) }
    }

    private func clients(after seconds: Int = 0) throws -> [ClientActivity] {
        try store.clients(at: Self.start + .seconds(seconds))
    }

    @Test func `each client has what it asked, and a person is none`() throws {
        try store(
            answered("laptop", "podium-mini", after: 10),
            answered("laptop", after: 20),
            answered("laptop", after: 3_000),
            answered("", "ann", after: 3_590),
            answered(nil, after: 3_595)
        )
        let (nameless, laptop) = try #require(try clients(after: 3_615).twoElements)
        #expect(laptop.client == "laptop")
        #expect((laptop.requests, laptop.inLastHour, laptop.inLastMinute) == (3, 2, 0))
        #expect(laptop.models == ["podium", "podium-mini"])
        #expect(laptop.tokens == 318)
        #expect(laptop.cost == Cost(picodollars: 3 * 112_000_000))
        #expect((laptop.running, laptop.waiting, laptop.failed) == (0, 0, 0))
        #expect(laptop.lastAsked == Self.start + .seconds(3_000) + .milliseconds(40))
        #expect((nameless.client, nameless.requests, nameless.inLastMinute) == ("", 1, 1))
    }

    @Test func `a price that is not known makes a cost unknown, and units are no money`() throws {
        var history = HistoryBuilder(pool: [Self.pool[1]])
        history.client = ClientRequest(client: "laptop", api: .chat, model: "podium")
        history.open("What?", plan: .chain(1))
        history.text(1, "42")
        history.finish(1, usage: Usage(input: 1, output: 1))
        try store(history)
        #expect(try clients().first?.cost == .unknown)
        try store.append(
            openSession("Why?", by: ClientRequest(client: "units", api: .chat, model: "podium")) + [
                cancelled(AttemptUsage(usage: .zero, cost: Cost(nominal: 7), isEstimate: false))
            ],
            to: .second
        )
        let units = try #require(try clients().first { $0.client == "units" })
        #expect(units.cost == Cost(nominal: 7))
    }

    @Test func `what a session comes to is what its end says, also after it went on`() throws {
        var history = history("laptop")
        history.fail(1, ProviderError(.overloaded, "Busy.", isRetryable: true))
        try store(history)
        #expect(try clients().first?.failed == 1)
        let count = history.events.count
        history.resume()
        history.text(2, "42")
        history.finish(2, usage: Usage(input: 7, output: 5))
        try store.append(Array(history.events[count...]), to: history.state.id)
        let closed = try #require(history.state.closed)
        let laptop = try #require(try clients().first)
        #expect(laptop.failed == 0)
        #expect(laptop.tokens == closed.usage.total)
        #expect(laptop.cost == closed.cost)
        #expect(laptop.requests == 1)
    }

    @Test func `who runs, who waits and what was lost is told by who holds the session`() throws {
        let (running, waiting, lost) = (
            history("laptop", after: 1), history("laptop", after: 2, approval: true),
            history("laptop", after: 3)
        )
        try store(running, waiting, lost)
        let owners = try [running, waiting].map { try store.claim($0.state.id) }
        // Another process tells the same.
        let other = try directory.store(readOnly: true)
        for store in [store, other] {
            let laptop = try #require(try store.clients(at: Self.start).first)
            #expect((laptop.running, laptop.waiting, laptop.failed) == (2, 1, 1))
        }
        withExtendedLifetime(owners) {}
    }

    @Test func `a client's sessions are listed, the latest first`() throws {
        try store(
            answered("laptop", after: 1),
            answered("phone", after: 2),
            answered("laptop", "ann", after: 3)
        )
        let sessions = try store.asked(by: "laptop", limit: 10)
        #expect(sessions.map(\.id.rawValue) == ["laptop-ann-3", "laptop-podium-1"])
        #expect(
            sessions.first?.client
                == SessionSummary.Client(name: "laptop", api: .chat, model: "ann")
        )
        #expect(try store.asked(by: "laptop", limit: 1).count == 1)
        #expect(try store.asked(by: "", limit: 10).isEmpty)
        #expect(try store.asked(by: "laptop", limit: 0).isEmpty)
    }

    @Test func `figures without bounds are clamped and break nothing`() throws {
        let huge = AttemptUsage(
            usage: Usage(input: .max, output: .max),
            cost: Cost(picodollars: .max, nominal: .max),
            isEstimate: false
        )
        for id in [SessionID.first, .second] {
            let client = ClientRequest(client: "laptop", api: .chat, model: "podium")
            try store.append(
                openSession("Why?", by: client)
                    + [cancelled(huge), cancelled(huge, sequence: 3)],
                to: id
            )
        }
        let laptop = try #require(try clients().first)
        #expect(laptop.tokens == .max)
        #expect(laptop.cost == Cost(picodollars: .max, nominal: .max))
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `the rebuilt table equals the one kept while appending`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for number in 0..<12 {
            let id = SessionID(rawValue: "session-\(number)")
            var events = random.session(events: Int.random(in: 1...60, using: &random))
            if number.isMultiple(of: 2), case .sessionOpened(var opened) = events[0].fact {
                opened.client = ClientRequest(
                    client: random.text(),
                    api: .messages,
                    model: random.text()
                )
                events[0] = Event(
                    sequence: 1,
                    time: events[0].time,
                    fact: .sessionOpened(opened)
                )
            }
            for batch in random.batches(of: events) { try store.append(batch, to: id) }
        }
        let kept = try projection()
        #expect(kept.count == 6)
        try store.rebuildProjections()
        #expect(try projection() == kept, "seed \(seed)")
    }

    @Test func `a file of the version before is read as it is, and brought up to date`() throws {
        try store(answered("laptop", after: 1), answered(nil, after: 2))
        let clients = try clients()
        let summary = try store.sessions(limit: 2)
        #expect(clients.count == 1)
        try store.write { db in
            try db.execute(
                sql: """
                    DROP TABLE client_session;
                    DELETE FROM grdb_migrations WHERE identifier = '5 clients';
                    PRAGMA user_version = 4;
                    """
            )
        }
        store.close()
        let reader = try directory.store(readOnly: true)
        #expect(try reader.clients(at: Self.start).isEmpty)
        #expect(try reader.asked(by: "laptop", limit: 10).isEmpty)
        #expect(try reader.sessions(limit: 2).allSatisfy { $0.client == nil })
        reader.close()
        let store = try directory.store()
        #expect(try store.schemaVersion() == 5)
        #expect(try store.clients(at: Self.start) == clients)
        #expect(try store.sessions(limit: 2) == summary)
    }

    @Test func `a table that is missing is made again on opening`() throws {
        try store(answered("laptop"))
        let clients = try clients()
        try store.write { db in try db.execute(sql: "DROP TABLE client_session") }
        store.close()
        #expect(try directory.store().clients(at: Self.start) == clients)
    }

    // MARK: Events

    private func openSession(_ question: String, by client: ClientRequest) -> [Event] {
        var opened = SessionOpened.asking(question)
        opened.client = client
        return [Event(sequence: 1, time: Self.start, fact: .sessionOpened(opened))]
    }

    private func cancelled(_ used: AttemptUsage, sequence: Int = 2) -> Event {
        Event(
            sequence: sequence,
            time: Self.start,
            fact: .attemptCancelled(
                AttemptCancelled(attempt: AttemptID(1), reason: "Cut.", used: used)
            )
        )
    }

    /// Every value of the table, in the order of its key.
    private func projection() throws -> [[DatabaseValue]] {
        try store.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM client_session ORDER BY session")
                .map { Array($0.databaseValues) }
        }
    }
}

extension Array {
    /// Nil unless there are two.
    fileprivate var twoElements: (Element, Element)? { count == 2 ? (self[0], self[1]) : nil }
}
