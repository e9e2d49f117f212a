import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// What a person is told of readers and of the answer before the plan is another.
struct ConsequenceTests {
    /// Two steps of which a third sees both.
    private var book: HistoryBuilder {
        var history = HistoryBuilder()
        history.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [0, 1])))
        return history
    }

    private func told(_ override: Override) throws -> String? {
        try Consequence(of: override, in: book.state).text
    }

    private func insertion(after step: StepID, readers: [StepID]? = nil) -> Override {
        .insert(after: step, worker: "quick", subtask: "d", access: nil, readers: readers)
    }

    @Test func `who is read by nobody any more is told before an access list is changed`() throws {
        #expect(
            try told(.rewire(StepID(3), access: [StepID(2)]))
                == "Nobody will read the output of Step 1 (quick)."
        )
        #expect(
            try told(.rewire(StepID(3), access: []))
                == "Nobody will read the output of Step 1 (quick), Step 2 (deep)."
        )
        // It is seen by one more.
        #expect(
            try told(.rewire(StepID(2), access: [StepID(1)])) == nil
        )
    }

    @Test func `who answers instead is told before a step is deleted, skipped or inserted`() throws
    {
        #expect(
            try told(.delete(StepID(3))) == "Nobody will read the output of Step 1 (quick)."
                + " Step 2 (deep) will give the answer instead."
        )
        #expect(
            try told(.skip(StepID(3)))?.contains("Step 2 (deep) will give the answer instead.")
                == true
        )
        #expect(
            try told(insertion(after: StepID(3))) == "The new step will give the answer instead."
        )
        #expect(try told(insertion(after: StepID(1))) == nil)
        #expect(
            try told(insertion(after: StepID(1), readers: []))
                == "Nobody will read the output of the new step."
        )
    }

    @Test func `the answer of a workflow inside a step is that step's output`() throws {
        let history = GraphHistories.nested
        let inner = try #require(history.state.workflows.last)
        let steps = history.state.steps(of: inner.id)
        let last = try #require(steps.last)
        let text = try Consequence(of: .delete(last.id), in: history.state).text
        #expect(text?.contains("will give the output of Step 2 (conductor) instead.") == true)
    }
}
