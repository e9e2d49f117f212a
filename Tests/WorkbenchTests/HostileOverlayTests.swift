import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Names, subtasks, notices and answers that would steer a terminal or mislead a reader, in all that
/// stands over the screen and in all that is told.
struct HostileOverlayTests {
    private static let hostile =
        "x\u{1B}]0;owned\u{07}\u{9B}31m\u{202E}evil\u{2066}\r\u{8}\u{7F}\u{0}a\u{200D}b"

    private let history: HistoryBuilder

    init() {
        let pool = ["first", "second"].map {
            Worker(
                name: $0 + Self.hostile,
                provider: "server" + Self.hostile,
                model: "m",
                price: Price(input: 1_000_000, output: 2_000_000)
            )
        }
        var history = HistoryBuilder(pool: pool, policy: RunPolicy(asksApproval: false))
        history.open(
            "Why \(Self.hostile)?",
            plan: Plan(
                (0, "Look \(Self.hostile)", []),
                (1, "Think \(Self.hostile)", [0]),
                (0, "Check \(Self.hostile)", [0, 1])
            )
        )
        history.reply(1, "Seen \(Self.hostile)\n")
        history.decide(.reroute(StepID(3), worker: "second" + Self.hostile))
        history.text(2, "Thought \(Self.hostile)\n")
        self.history = history
    }

    /// What a terminal could take for a command, and what turns the reading direction.
    private func controls(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
    }

    private func workbench() -> Workbench {
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: Size(width: 160, height: 50),
            samples: []
        )
        _ = workbench.update(.began(history.state.id), at: history.now)
        _ = workbench.update(.events(history.state.id, history.events), at: history.now)
        let records = WorkerRecordSet(
            rows: history.pool.map { .init(worker: $0, health: nil, limits: Self.hostile) },
            board: Scoreboard([]),
            kind: Self.hostile
        )
        _ = workbench.update(.records(records), at: history.now)
        return workbench
    }

    private func press(_ keys: [String], in workbench: inout Workbench) throws {
        for name in keys {
            let key = try #require(Key(name))
            _ = workbench.update(.input(.key(key)), at: history.now)
        }
    }

    /// Keys that open something, and what of the hostile text is read there.
    private static let ways: [(keys: [String], shows: String)] = [
        ([], "␛]0;owned"), (["2", "enter"], "Thought x␛]0;owned␇‹U+009B›31m‹U+202E›evil"),
        ([":"], "commands"), (["?"], "keys · while a session runs"),
        (["3", "r"], "first" + "x␛]0;owned"),
        (["3", "e"], "Check x␛]0;owned"), (["3", "v"], "Look x␛]0;owned"),
        (["3", "m"], "Give the step to another worker"), (["3", "i"], "secondx␛]0;owned"),
        (["1", "R"], "sure?"), (["3", "d", "enter"], "␛]0;owned"),
        (["Q"], "Why x␛]0;owned"), (["2", "I"], "Think x␛]0;owned"),
    ]

    @Test(arguments: ways.indices)
    func `whatever stands over the screen shows marks`(way: Int) throws {
        let (keys, shows) = Self.ways[way]
        var workbench = workbench()
        try press(keys, in: &workbench)
        for size in [Size(width: 160, height: 50), Size(width: 60, height: 20)] {
            var buffer = CellBuffer(size: size)
            _ = workbench.render(into: &buffer)
            #expect(controls(in: buffer.text) == [], "\(keys)")
            if size.width == 160 { #expect(buffer.text.contains(shows), "\(keys): \(buffer.text)") }
        }
    }

    @Test(arguments: ["notices", "providers", "scores", "withdraw", "menu"])
    func `pages and lists from the palette show marks`(name: String) throws {
        var workbench = workbench()
        let command = try #require(Command.all.first { $0.name == name })
        _ = command.act(&workbench, nil)
        #expect(workbench.overlay != nil)
        var buffer = CellBuffer(size: Size(width: 160, height: 50))
        _ = workbench.render(into: &buffer)
        #expect(controls(in: buffer.text) == [])
    }

    @Test func `a notice from elsewhere shows marks`() {
        var workbench = workbench()
        _ = workbench.update(.notice("Failed: \(Self.hostile)"), at: history.now)
        var buffer = CellBuffer(size: Size(width: 160, height: 50))
        _ = workbench.render(into: &buffer)
        #expect(controls(in: buffer.text) == [])
        #expect(buffer.text.contains("Failed: x␛]0;owned"))
    }

    @Test func `told as a stream or as sentences it is marks too`() {
        var stream = StreamNarrator(
            session: history.state.id,
            look: Look(theme: .standard(depth: .trueColor), unicode: true)
        )
        var plain = PlainNarrator(session: history.state.id)
        for event in history.events {
            for text in stream.tell(event).map(\.text) + plain.narrate(event) {
                #expect(controls(in: text) == [])
            }
        }
    }
}
