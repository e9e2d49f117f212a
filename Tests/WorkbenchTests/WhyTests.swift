import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Why a worker was chosen: beside its step, on a page, and in the list of workers.
@Suite struct WhyTests {
    private static let weighed = WeighedStep(
        number: 1,
        author: "policy 5c1e9a2f",
        options: [
            .init(worker: "quick", chance: 0.8, right: 0.95, deviation: 0.02, cost: 0.001),
            .init(worker: "deep", chance: 0.2, right: 0.99, deviation: 0.01, cost: 0.25),
        ]
    )

    /// A session with a plan of one step, for whose worker something was weighed.
    private func history(_ reasoning: String) -> HistoryBuilder {
        var history = HistoryBuilder()
        history.open(
            conductor: .embedded(
                Worker(name: "embedded", provider: "embedded-conductor", model: "policy")
            )
        )
        history.reply(
            1,
            "\(reasoning)\n\nmodel_id = [0]\nsubtasks = [\"Answer.\"]\naccess_list = [[]]\n"
        )
        return history
    }

    private func workbench(_ history: HistoryBuilder) -> Workbench {
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: Size(width: 100, height: 30),
            samples: []
        )
        _ = workbench.update(.began(history.state.id), at: history.now)
        _ = workbench.update(.events(history.state.id, history.events), at: history.now)
        return workbench
    }

    private func screen(_ workbench: inout Workbench, _ keys: String...) throws -> String {
        for name in keys {
            let key = try #require(Key(name))
            _ = workbench.update(.input(.key(key)), at: Timestamp(microseconds: 0))
        }
        var buffer = CellBuffer(size: Size(width: 100, height: 30))
        _ = workbench.render(into: &buffer)
        return buffer.text
    }

    @Test func `beside the step, and on its page, stands what was weighed`() throws {
        let history = history(Self.weighed.text)
        #expect(history.state.weighed(for: StepID(1)) == Self.weighed)
        var workbench = workbench(history)
        let beside = try screen(&workbench, "1")
        #expect(beside.contains("Preferred with 80 %; else deep 20 %."), "\(beside)")
        let page = try screen(&workbench, "B")
        #expect(page.contains("why quick does Step 1 (quick)"), "\(page)")
        #expect(page.contains("quick (now)  80 %       0.95 ± 0.02  $0.0010"), "\(page)")
        #expect(page.contains("Weighed by policy 5c1e9a2f"), "\(page)")
    }

    @Test func `the list of workers tells what is expected of each, by whoever can say`() throws {
        var workbench = workbench(history(Self.weighed.text))
        let list = try screen(&workbench, "1", "r")
        #expect(list.contains("expected"), "\(list)")
        #expect(list.contains("0.99  $0.25"), "\(list)")
        _ = workbench.update(
            .records(
                WorkerRecordSet(rows: [], board: Scoreboard([]), kind: "all") { task, _, pool in
                    #expect(task == "Answer.")
                    return pool.map {
                        .init(worker: $0.name, chance: 0, right: 0.5, deviation: 0, cost: 0)
                    }
                }
            ),
            at: Timestamp(microseconds: 0)
        )
        #expect(try screen(&workbench, "escape", "r").contains("0.50  "))
    }

    @Test func `the policy's page opens at once, and tells more when it is known`() throws {
        var workbench = workbench(history(Self.weighed.text))
        let effects = workbench.update(
            .input(.key(.character("U"))),
            at: Timestamp(microseconds: 0)
        )
        #expect(effects == [.loadPolicy])
        #expect(try screen(&workbench).contains("Looking at what your sessions say of it"))
        _ = workbench.update(
            .policy(["policy 5c1e9a2f: gym", "expected 97 % right: 12 steps, 92 % were"]),
            at: Timestamp(microseconds: 0)
        )
        let page = try screen(&workbench)
        #expect(page.contains("12 steps, 92 % were"), "\(page)")
    }

    @Test func `where nothing was weighed it is said why`() throws {
        var workbench = workbench(history("Because."))
        #expect(try screen(&workbench, "1", "B").contains("told no figures for this step"))
        #expect(try !screen(&workbench, "escape", "r").contains("expected"))
        var file = HistoryBuilder()
        file.open(plan: Plan((0, "Answer.", [])))
        var other = self.workbench(file)
        #expect(try screen(&other, "1", "B").contains("The plan comes from a file."))
    }

    @Test func `a conductor's text is no way to the terminal`() throws {
        var hostile = Self.weighed
        hostile.options[1].worker = "x\u{1B}]0;owned\u{7}\u{202E}"
        var workbench = workbench(history(hostile.text))
        let page = try screen(&workbench, "1", "B")
        #expect(page.contains("why quick"), "\(page)")
        #expect(!page.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }
}
