import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

struct GraphModelTests {
    private func model(_ history: HistoryBuilder) -> GraphModel {
        GraphModel(history.state, now: history.now)
    }

    private func edges(_ model: GraphModel) -> [String] {
        model.graph.inputs.enumerated().flatMap { reader, inputs in
            inputs.map { "\(model.nodes[$0].label) > \(model.nodes[reader].label)" }
        }
    }

    @Test func `a round follows the last steps of the one before, and may see its steps`() {
        #expect(
            edges(model(GraphHistories.rounds)) == [
                "conductor > 1:1 quick", "1:1 quick > 1:2 local", "1:2 local > conductor round 2",
                "conductor round 2 > 1 deep", "1:1 quick > 2 local", "1:2 local > 2 local",
                "1 deep > 2 local",
            ]
        )
    }

    @Test func `a nested workflow stands within its step, in the order of the plan`() {
        let model = model(GraphHistories.nested)
        #expect(
            model.nodes.map(\.label) == [
                "conductor", "1 quick", "2 conductor", "conductor", "1 deep", "2 quick",
                "3 local", "3 local",
            ]
        )
        #expect(model.nodes.map(\.parent) == [nil, nil, nil, 2, 2, 2, 2, nil])
    }

    @Test func `a nested workflow stays when it has answered its step`() {
        var history = GraphHistories.nested
        history.reply(5, "two")
        history.reply(6, "three")
        #expect(history.state.step(StepID(2))?.output != nil)
        #expect(model(history).nodes.count { $0.parent == 2 } == 4)
    }

    @Test func `a workflow in whose place another stands is left out`() {
        var history = GraphHistories.chain
        history.decide(.replan(remark: "shorter"))
        let model = model(history)
        #expect(model.nodes.map(\.workflow) == [WorkflowID(2)])
    }

    @Test func `a step carries the marks of what was done to it, and that it is stale`() {
        let badges = model(GraphHistories.overridden).nodes.map(\.badges)
        #expect(
            badges == [
                [], [.override(.rerouted), .stale], [.override(.inserted)],
                [.stale], [.override(.rewritten), .answers],
            ]
        )
    }

    @Test func `steps of a plan that waits for approval say so`() {
        let history = GraphHistories.opened(
            GraphHistories.plan((0, "Find it.", "[]")),
            policy: RunPolicy(asksApproval: true)
        )
        #expect(
            model(history).nodes.map(\.badges) == [
                [.awaitingApproval], [.awaitingApproval, .answers],
            ]
        )
    }

    @Test func `signs are told apart, take a column, and mean something`() {
        for unicode in [true, false] {
            let signs = GraphBadge.allCases.map { $0.sign(unicode: unicode) }
            #expect(Set(signs).count == GraphBadge.allCases.count)
            #expect(signs.allSatisfy { displayWidth(of: $0) == 1 })
        }
        #expect(GraphBadge.allCases.allSatisfy { $0.sign(unicode: false).allSatisfy(\.isASCII) })
        #expect(Set(GraphBadge.allCases.map(\.legend)).count == GraphBadge.allCases.count)
    }

    @Test func `the graph grows while the plan is written`() {
        var history = HistoryBuilder()
        history.open("Why?", conductor: .prompted([Worker].sample[1]))
        history.text(1, "model_id = [0, 1,")
        #expect(model(history).nodes.map(\.pane).last == .draft(WorkflowID(1), 1))
        history.text(1, " 2]\nsubtasks = [\"漢字\", \"b\", \"c\"]\naccess_list = [[], [], [0, 1]]")
        #expect(
            edges(model(history)) == [
                "conductor > 1 quick", "conductor > 2 deep", "1 quick > 3 local",
                "2 deep > 3 local",
            ]
        )
    }

    @Test func `a long label is shortened to its box and never dropped`() {
        let worker = Worker(
            name: "漢字漢字漢字漢字漢字漢字漢字漢字",
            provider: "p",
            model: "m",
            price: nil
        )
        var history = HistoryBuilder(pool: [worker])
        history.open(plan: .init((0, "Do it.", [])))
        for zoom in [-1, 0, 1] {
            var view = GraphView()
            view.form = .boxes
            if zoom != 0 { view.zoom(by: zoom) }
            let text = GraphDrawing.draw(
                history,
                size: Size(width: 50, height: 8),
                view: &view
            ).text
            #expect(text.contains("1 漢字") && text.contains("…"))
        }
        var narrow = GraphView()
        let tree = GraphDrawing.draw(history, size: Size(width: 10, height: 3), view: &narrow).text
        #expect(tree.contains("1 漢字"))
    }
}
