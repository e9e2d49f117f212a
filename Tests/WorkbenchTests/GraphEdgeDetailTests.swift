import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// What an edge says that its reader saw.
struct GraphEdgeDetailTests {
    private func detail(_ history: HistoryBuilder, _ from: Int, _ to: Int) throws -> EdgeDetail {
        try #require(
            EdgeDetail(history.state, from: .step(StepID(from)), to: .step(StepID(to)))
        )
    }

    /// Every text an edge shows is one that was in the request, for all attempts of a session.
    private func expectHonesty(_ history: HistoryBuilder) throws {
        let model = GraphModel(history.state, now: history.now)
        for (reader, inputs) in model.graph.inputs.enumerated() {
            guard case .step(let step) = model.nodes[reader].pane,
                let attempt = history.state.attempts.last(where: { $0.agent == .step(step) }),
                case .step(let request)? = history.state.request(of: attempt.id)
            else { continue }
            for input in inputs where !model.nodes[input].isConductor {
                let detail = try #require(
                    EdgeDetail(
                        history.state,
                        from: model.nodes[input].pane,
                        to: model.nodes[reader].pane
                    )
                )
                if case .shown = detail.sight {
                    let seen = StepRequest.Seen(
                        subtask: detail.subtask ?? "",
                        output: detail.text ?? ""
                    )
                    #expect(request.seen.contains(seen))
                } else {
                    #expect(detail.text == nil)
                }
            }
        }
    }

    @Test func `what was shown is told with its attempt`() throws {
        let detail = try detail(GraphHistories.chain, 1, 2)
        #expect(detail.title == "1 quick → 2 deep")
        #expect(detail.sight == .shown(AttemptID(2)))
        #expect(detail.subtask == "Find it.")
        #expect(detail.text == "found")
        #expect(detail.summary == "2 deep was shown the text of 1 quick.")
    }

    @Test func `a reader that has not begun would see what there is`() throws {
        var history = GraphHistories.chain
        #expect(try detail(history, 2, 3).sight == .pending)
        #expect(try detail(history, 2, 3).text == nil)
        #expect(try detail(history, 2, 3).summary.contains("2 deep is running"))
        history.decide(.hold)
        history.reply(3, "proved")
        #expect(try detail(history, 2, 3).text == "proved")
    }

    @Test func `a reader that lacked an output says why`() throws {
        var history = GraphHistories.diamond
        history.finish(3)
        let detail = try detail(history, 3, 4)
        #expect(detail.sight == .lacked)
        #expect(detail.subtask == "Do the right half.")
        #expect(detail.summary.contains("failed"))
    }

    @Test func `a step that was skipped was not shown`() throws {
        var history = HistoryBuilder()
        history.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [0, 1])))
        history.decide(.skip(StepID(1)))
        history.reply(2, "done")
        let detail = try detail(history, 1, 3)
        #expect(detail.sight == .nothing)
        #expect(detail.text == nil)
        #expect(detail.summary.contains("was skipped"))
    }

    @Test func `a stale reader saw the old text and will be done again`() throws {
        let history = GraphHistories.overridden
        let state = history.state
        let stale = try #require(state.steps.first { $0.id == StepID(2) })
        #expect(stale.isStale)
        let edge = try #require(
            stale.step.access.first.flatMap {
                EdgeDetail(state, from: .step($0), to: .step(stale.id))
            }
        )
        #expect(edge.summary.contains("(it will be done again)"))
    }

    @Test func `of the plan a step is shown its subtask`() throws {
        let detail = try #require(
            EdgeDetail(
                GraphHistories.chain.state,
                from: .conductor(WorkflowID(1)),
                to: .step(StepID(1)),
                unicode: false
            )
        )
        #expect(detail.title == "conductor -> 1 quick")
        #expect(detail.text == "Find it.")
        // Once is enough.
        #expect(detail.subtask == nil)
    }

    @Test func `a conductor was shown the steps of the round before`() throws {
        let detail = try #require(
            EdgeDetail(
                GraphHistories.rounds.state,
                from: .step(StepID(2)),
                to: .conductor(WorkflowID(2))
            )
        )
        #expect(detail.text == "Checked.\nAnswer: 41")
    }

    @Test func `the answer of a nested workflow is what its step showed`() throws {
        var history = GraphHistories.nested
        history.reply(5, "two")
        history.reply(6, "three")
        let detail = try detail(history, 2, 3)
        #expect(detail.text == "three")
        #expect(detail.subtask == "Prove.")
    }

    @Test func `there is no detail without an edge`() {
        #expect(
            EdgeDetail(GraphHistories.chain.state, from: .step(StepID(1)), to: .step(StepID(3)))
                == nil
        )
    }

    @Test func `every text that is told was in the request`() throws {
        for history in [
            GraphHistories.chain, GraphHistories.diamond, GraphHistories.rounds,
            GraphHistories.nested, GraphHistories.overridden, GraphHistories.fan,
        ] {
            try expectHonesty(history)
        }
    }
}
