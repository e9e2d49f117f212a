import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Who asks through the endpoint, and that this process serves it.
struct ClientListTests: WorkbenchDriving {
    private func activity(
        _ client: String,
        ago seconds: Int = 0,
        cost: Cost = .zero,
        running: Int = 0,
        models: [String] = ["podium"]
    ) -> ClientActivity {
        ClientActivity(
            client: client,
            requests: 3,
            running: running,
            tokens: 1_200,
            cost: cost,
            lastAsked: session.now + .seconds(-seconds),
            models: models
        )
    }

    private func workbench() -> Workbench {
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: Size(width: 120, height: 36),
            samples: []
        )
        _ = workbench.update(.tick, at: session.now)
        _ = press("escape", in: &workbench)
        return workbench
    }

    private func summary(_ question: String) -> SessionSummary {
        SessionSummary(
            id: SessionID(rawValue: question),
            question: question,
            openedAt: session.now,
            updatedAt: session.now,
            eventCount: 3,
            status: .answered,
            client: SessionSummary.Client(name: "laptop", api: .messages, model: "podium-ultra")
        )
    }

    // MARK: Figures

    @Test func `those that asked stand before those that only have a key`() {
        let keys = ["a": ClientRecord.Key(), "z": ClientRecord.Key(budget: 10), "m": .init()]
        let records = ClientRecord.all([activity("z"), activity("")], keys: keys)
        #expect(records.map(\.name) == ["z", "", "a", "m"])
        #expect(records.map { $0.activity != nil } == [true, true, false, false])
        #expect(records.map { $0.key != nil } == [true, false, true, true])
        #expect(records[1].title == "without a key")
    }

    @Test(
        arguments: [
            (0, "0 %"), (1, "<1 %"), (9, "<1 %"), (10, "1 %"), (999, "99 %"), (1_000, "100 %"),
            (1_234, "123 %"), (Int64.max, "1000000000 %"),
        ] as [(Int64, String)]
    )
    func `a budget is used up when all of it is`(spent: Int64, share: String) {
        let key = ClientRecord.Key(budget: 1_000, spent: spent)
        #expect(ClientRecord(name: "a", key: key).budgetUsed == share)
        #expect(ClientRecord(name: "a", key: .init(spent: spent)).budgetUsed == nil)
        #expect(ClientRecord(name: "a").budgetUsed == nil)
    }

    @Test func `what is nearly all of a large budget is not all`() {
        let key = ClientRecord.Key(budget: .max, spent: .max - 1)
        #expect(ClientRecord(name: "a", key: key).budgetUsed == "99 %")
    }

    @Test func `unknown is not zero, and units are no money`() {
        var workbench = workbench()
        let costs = [
            ("a", Cost.unknown), ("b", Cost(nominal: 500_000_000_000)),
            ("c", Cost(picodollars: 20_000_000_000, hasUnknown: true)), ("d", Cost.zero),
        ]
        _ = press("C", in: &workbench)
        let records = ClientRecord.all(costs.map { activity($0.0, cost: $0.1) }, keys: [:])
        _ = workbench.update(.clients(records), at: session.now)
        let text = screen(&workbench)
        for cost in [" $? ", " 0.500 u ", " $0.0200 + $? ", " $0 "] { #expect(text.contains(cost)) }
        // Nobody has a budget: no column tells of one.
        #expect(!text.contains("budget"))
    }

    @Test func `names of any length and kind keep the screen whole`() {
        var workbench = workbench()
        _ = press("C", in: &workbench)
        let name = String(repeating: "漢\u{1B}[31m", count: 40)
        let records = ClientRecord.all(
            [activity(name, models: (0..<50).map { "\(name)\($0)" })],
            keys: [:]
        )
        _ = workbench.update(.clients(records), at: session.now)
        #expect(screen(&workbench).contains("clients"))
        #expect(!screen(&workbench).contains("\u{1B}"))
        #expect(!screen(&workbench, width: 30, height: 8).contains("\u{1B}"))
    }

    // MARK: The list

    @Test func `the list is made anew each second while it is open, and not after`() {
        var workbench = workbench()
        #expect(press("C", in: &workbench) == [.loadClients])
        // What was asked for is waited for.
        #expect(workbench.update(.tick, at: session.now + .seconds(2)).isEmpty)
        let came = session.now + .milliseconds(10)
        _ = workbench.update(.clients([]), at: came)
        #expect(workbench.nextTick.map { $0 <= .seconds(1) } == true)
        #expect(workbench.update(.tick, at: came + .milliseconds(900)).isEmpty)
        // Whatever comes, not only a tick.
        #expect(workbench.update(.notice("News."), at: came + .seconds(1)) == [.loadClients])
        #expect(workbench.update(.tick, at: came + .seconds(3)).isEmpty)
        _ = press("escape", in: &workbench)
        #expect(workbench.update(.tick, at: came + .seconds(60)).isEmpty)
        #expect(workbench.nextTick == nil)
    }

    @Test func `a store that takes long is not asked all the time, and is asked again`() {
        var workbench = workbench()
        _ = press("C", in: &workbench)
        let came = session.now + .seconds(1)
        _ = workbench.update(.clients([]), at: came)
        #expect(workbench.update(.tick, at: came + .seconds(19)).isEmpty)
        #expect(workbench.update(.tick, at: came + .seconds(20)) == [.loadClients])
        // What was not brought is asked for again.
        #expect(workbench.update(.tick, at: came + .seconds(29)).isEmpty)
        #expect(workbench.update(.tick, at: came + .seconds(30)) == [.loadClients])
    }

    @Test func `who was selected stays so, and what was typed too, whoever asks`() {
        var workbench = workbench()
        let (a, b) = (activity("ann"), activity("bob"))
        _ = press("C", in: &workbench)
        _ = workbench.update(.clients(ClientRecord.all([a, b], keys: [:])), at: session.now)
        _ = press("down", in: &workbench)
        let carl = activity("carl")
        _ = workbench.update(.clients(ClientRecord.all([b, carl, a], keys: [:])), at: session.now)
        #expect(press("enter", in: &workbench) == [.loadSessions(of: "bob")])
        _ = press("C", in: &workbench)
        type("car", in: &workbench)
        _ = workbench.update(.clients(ClientRecord.all([a, carl, b], keys: [:])), at: session.now)
        #expect(screen(&workbench).contains("1 of 1"))
        #expect(press("enter", in: &workbench) == [.loadSessions(of: "carl")])
    }

    @Test func `figures that come late open nothing and change nothing else`() {
        var workbench = workbench()
        _ = press("C", "escape", "O", in: &workbench)
        let records = ClientRecord.all([activity("ann")], keys: [:])
        _ = workbench.update(.clients(records), at: session.now)
        #expect(screen(&workbench).contains("settings"))
        _ = workbench.update(
            .clientSessions(of: "ann", [summary("Why?")]),
            at: session.now
        )
        #expect(screen(&workbench).contains("settings"))
        // They are there when the list is opened next.
        _ = press("escape", "C", in: &workbench)
        #expect(screen(&workbench).contains("ann"))
    }

    @Test func `where nobody asked it says so`() {
        var workbench = workbench()
        _ = press("C", in: &workbench)
        #expect(screen(&workbench).contains("Nothing is known yet."))
        _ = workbench.update(.clients([]), at: session.now)
        #expect(screen(&workbench).contains("No program has asked yet"))
    }

    @Test func `a client leads to its sessions, and these to the screen`() {
        var workbench = workbench()
        _ = workbench.update(
            .clientSessions(of: "laptop", [summary("Why is it?")]),
            at: session.now
        )
        #expect(screen(&workbench).contains("sessions: laptop"))
        let id = SessionID(rawValue: "Why is it?")
        #expect(press("enter", in: &workbench) == [.openSession(id)])
        var empty = self.workbench()
        _ = empty.update(.clientSessions(of: "", []), at: session.now)
        #expect(screen(&empty).contains("without a key: nothing was asked yet."))
    }

    // MARK: Elsewhere

    @Test func `past sessions say which client asked, where one did`() {
        var workbench = workbench()
        _ = workbench.update(.history([summary("Why is it?")]), at: session.now)
        #expect(screen(&workbench).contains("client"))
        #expect(screen(&workbench).contains("laptop"))
        _ = press("/", in: &workbench)
        type("laptop", in: &workbench)
        #expect(screen(&workbench).contains("1 of 1"))
    }

    @Test func `a session tells which client asked, for what, and in which API`() {
        var history = HistoryBuilder()
        history.client = ClientRequest(client: "laptop", api: .responses, model: "podium-mini")
        history.open("Why?", plan: .chain(1))
        var workbench = self.workbench(history)
        _ = press("Q", in: &workbench)
        let sentence = "Asked by laptop, for podium-mini (Responses)."
        #expect(screen(&workbench).contains(sentence))
        var narrator = PlainNarrator(session: history.state.id)
        #expect(history.events.flatMap { narrator.narrate($0) }.contains(sentence))
    }

    @Test func `an open session says which client asked`() {
        var history = HistoryBuilder()
        history.client = ClientRequest(api: .chat, model: "podium")
        history.open("Why?", plan: .chain(1))
        var workbench = self.workbench(history)
        _ = press("o", in: &workbench)
        #expect(screen(&workbench).contains("running · without a key · "))
    }

    @Test(arguments: [20, 40, 60, 80, 120, 200])
    func `the start screen says where it serves, and for how many, as long as it does`(width: Int) {
        var workbench = workbench()
        #expect(!screen(&workbench, width: width).contains("serving"))
        let address = "http://127.0.0.1:7634"
        _ = workbench.update(.serving(Serving(address: address)), at: session.now)
        let idle = screen(&workbench, width: width)
        #expect(idle.contains(address) == (width >= 60))
        #expect(!idle.contains("under way"))
        let busy = Serving(address: address, running: 3, waiting: 1)
        _ = workbench.update(.serving(busy), at: session.now)
        let text = screen(&workbench, width: width)
        #expect(text.contains("3 under way · 1 waits") == (width >= 80))
        // What is always true gives way.
        #expect(text.contains("ask several models at once") == (width >= 120))
        _ = workbench.update(.serving(nil), at: session.now)
        #expect(!screen(&workbench, width: width).contains("serving"))
    }

    @Test func `away from the start screen it is said once`() {
        var workbench = self.workbench(session)
        let serving = Serving(address: "http://127.0.0.1:7634")
        _ = workbench.update(.serving(serving), at: session.now)
        #expect(screen(&workbench).contains("Serving at http://127.0.0.1:7634."))
    }
}
