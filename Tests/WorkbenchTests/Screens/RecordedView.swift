import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// The screens that are recorded, and how to come to each. They are also drawn at many sizes, in
/// every theme and without Unicode, where rules hold instead of recordings.
struct RecordedView: Sendable, CustomTestStringConvertible {
    enum Kind: Sendable {
        case start
        /// The start screen, with sessions that are open: one runs, one waits for a person.
        case open
        /// The body is panes.
        case session
        /// Something stands over it.
        case overlay
    }

    var name: String
    var kind = Kind.overlay
    /// How far the sample session is.
    var stage = 0
    var keys: [String] = []
    /// Whether it is recorded at 40×10 as well.
    var isRecordedSmall = false
    /// Five models that write at length, in place of the sample session: recorded at 200×60 too, and in
    /// the light theme.
    var watching: HistoryBuilder?
    /// A recording that is watched again.
    var replayed: HistoryBuilder?
    var serving: Serving?

    var testDescription: String { name }

    static let all = [
        RecordedView(name: "start", kind: .start, isRecordedSmall: true),
        RecordedView(
            name: "serving",
            kind: .start,
            isRecordedSmall: true,
            serving: Serving(address: "http://127.0.0.1:7634", running: 2, waiting: 1)
        ),
        RecordedView(name: "open", kind: .open, stage: 1, keys: ["o"], isRecordedSmall: true),
        RecordedView(name: "session-0", kind: .session, stage: 0),
        RecordedView(name: "session-1", kind: .session, stage: 1, isRecordedSmall: true),
        RecordedView(name: "session-2", kind: .session, stage: 2),
        RecordedView(name: "session-3", kind: .session, stage: 3, isRecordedSmall: true),
        RecordedView(name: "watching", kind: .session, watching: WatchingSession.middle),
        RecordedView(name: "watching-late", kind: .session, watching: WatchingSession.late),
        RecordedView(
            name: "replay",
            kind: .session,
            keys: ["!"],
            isRecordedSmall: true,
            replayed: ReplaySession.history
        ),
        RecordedView(
            name: "events",
            kind: .session,
            keys: ["home", "@", "J"],
            isRecordedSmall: true,
            replayed: ReplaySession.history
        ),
        RecordedView(
            name: "failures",
            kind: .session,
            keys: ["end", "J", "K", "K"],
            replayed: ReplaySession.history
        ),
        RecordedView(name: "answer", kind: .session, stage: 3, keys: ["shift-tab", "z"]),
        RecordedView(name: "find", kind: .session, stage: 3, keys: ["/", "4", "2", "enter"]),
        RecordedView(name: "help", stage: 1, keys: ["?"], isRecordedSmall: true),
        RecordedView(name: "palette", stage: 1, keys: [":"]),
        RecordedView(name: "menu", stage: 1, keys: ["4", "m"]),
        RecordedView(name: "reroute", stage: 1, keys: ["4", "r"], isRecordedSmall: true),
        RecordedView(name: "edit", stage: 1, keys: ["4", "e"], isRecordedSmall: true),
        RecordedView(name: "access", stage: 1, keys: ["4", "v"]),
        RecordedView(name: "confirm", stage: 1, keys: ["2", "R"], isRecordedSmall: true),
        RecordedView(name: "finish", stage: 2, keys: ["F"]),
        RecordedView(name: "budget", stage: 1, keys: ["b"]),
        RecordedView(name: "edge", stage: 3, keys: ["3", "d", "d", "enter"]),
        RecordedView(name: "providers", stage: 3, keys: ["P"]),
        RecordedView(name: "scores", stage: 3, keys: ["S"], isRecordedSmall: true),
        RecordedView(name: "clients", stage: 3, keys: ["o", "escape", "C"], isRecordedSmall: true),
        RecordedView(name: "notices", stage: 3, keys: ["L"]),
        RecordedView(name: "question", stage: 3, keys: ["Q"]),
        RecordedView(name: "request", stage: 3, keys: ["3", "I"]),
        RecordedView(name: "settings", stage: 3, keys: ["O"]),
        RecordedView(name: "verdict", kind: .session, stage: 3, keys: ["-"]),
    ]

    static let dark = Theme(scheme: .podiumDark, depth: .trueColor)

    private static let sessions = (0...3).map { SampleSession(stages: $0) }
    private static let id = SessionID(rawValue: "sample")

    private var session: SampleSession { Self.sessions[kind == .start ? 3 : stage] }
    private var now: Timestamp { watching?.now ?? session.now }

    func workbench(
        _ size: Size,
        theme: Theme = dark,
        unicode: Bool = true,
        pressing keys: [String]? = nil
    ) -> Workbench {
        var workbench = Workbench(
            look: Look(theme: theme, unicode: unicode),
            size: size,
            samples: WorkbenchTests.samples,
            hasOnlyEmbeddedWorkers: kind == .start
        )
        if kind == .start {
            _ = workbench.update(.history([Self.earlier]), at: now)
        } else if let replayed {
            _ = workbench.update(.replay(Self.id, replayed.events), at: now)
        } else {
            _ = workbench.update(.began(Self.id), at: now)
            _ = workbench.update(.events(Self.id, watching?.events ?? session.events), at: now)
            _ = workbench.update(.records(Self.records(session)), at: now)
            _ = workbench.update(.clients(Self.clients(at: now)), at: now)
        }
        _ = workbench.update(.serving(serving), at: now)
        if kind == .open {
            let other = SessionID(rawValue: "other")
            let waiting = SampleSession(stages: 0, asks: true)
            _ = workbench.update(.history([Self.earlier]), at: now)
            _ = workbench.update(.began(other), at: now)
            _ = workbench.update(.events(other, waiting.events), at: now)
        }
        press(keys ?? self.keys, in: &workbench, size)
        return workbench
    }

    func draw(_ size: Size, theme: Theme = dark, unicode: Bool = true) -> CellBuffer {
        var workbench = workbench(size, theme: theme, unicode: unicode)
        return draw(&workbench, size)
    }

    func draw(_ workbench: inout Workbench, _ size: Size) -> CellBuffer {
        var buffer = CellBuffer(size: size)
        _ = workbench.render(into: &buffer)
        return buffer
    }

    /// The drawing is what keys in the workflow act on.
    func press(_ keys: [String], in workbench: inout Workbench, _ size: Size) {
        _ = draw(&workbench, size)
        for name in keys {
            guard let key = Key(name) else {
                Issue.record("\(name) is no key")
                continue
            }
            _ = workbench.update(.input(.key(key)), at: now)
            _ = draw(&workbench, size)
        }
    }

    private static var earlier: SessionSummary {
        SessionSummary(
            id: id,
            question: "Earlier?",
            openedAt: SampleSession.complete.now,
            updatedAt: SampleSession.complete.now,
            eventCount: 3,
            status: .interrupted
        )
    }

    /// One whose prices are not all known, one that waits, one without a key, and one that has not asked.
    private static func clients(at now: Timestamp) -> [ClientRecord] {
        ClientRecord.all(
            [
                ClientActivity(
                    client: "laptop",
                    requests: 1_204,
                    inLastMinute: 3,
                    inLastHour: 61,
                    running: 2,
                    waiting: 1,
                    failed: 4,
                    tokens: 812_345,
                    cost: Cost(picodollars: 3_150_000_000_000, nominal: 2_400_000_000_000),
                    lastAsked: now + .seconds(-5),
                    models: ["podium", "podium-mini", "sage"]
                ),
                ClientActivity(
                    client: "",
                    requests: 12,
                    tokens: 4_100,
                    cost: .unknown,
                    lastAsked: now + .seconds(-90_000),
                    models: ["podium"]
                ),
            ],
            keys: [
                "laptop": ClientRecord.Key(
                    budget: 5_000_000_000_000,
                    spent: 3_150_000_000_000
                ),
                "notebook": ClientRecord.Key(),
            ]
        )
    }

    /// A board as sessions would make it.
    private static func records(_ session: SampleSession) -> WorkerRecordSet {
        let state = session.events.reduce(into: SessionState(id: SessionID(rawValue: "s"))) {
            $0.apply($1)
        }
        let outcomes = ["reckoner", "reckoner", "linguist"].enumerated().map { index, worker in
            WorkerOutcome(
                worker: worker,
                kind: index == 1 ? "language" : "arithmetic",
                session: SessionID(rawValue: "s\(index)"),
                outcome: index == 2 ? .wrong : .right
            )
        }
        return WorkerRecordSet(
            rows: state.pool.map {
                .init(worker: $0, health: health($0, session), limits: "2 at once")
            },
            board: Scoreboard(outcomes),
            kind: "arithmetic"
        )
    }

    private static func health(_ worker: Worker, _ session: SampleSession) -> WorkerHealth {
        WorkerHealth(
            worker: worker.name,
            calls: [
                WorkerHealth.Call(
                    sentAt: session.now,
                    firstTextAt: session.now + .milliseconds(300),
                    endedAt: session.now + .seconds(2),
                    output: 80
                )
            ]
        )
    }
}
