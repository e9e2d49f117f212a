import PodiumCore
import PodiumTesting
import Testing

/// What is told beforehand of steps that an override does not name.
struct AftermathTests {
    private func aftermath(
        of override: Override,
        in book: HistoryBuilder
    ) throws -> OverridePreview.Aftermath {
        try OverridePreview(override, in: book.state).aftermath(in: book.state)
    }

    private func skipped(_ book: HistoryBuilder) -> [StepID] {
        book.state.steps.filter { if case .skipped = $0.status { true } else { false } }.map(\.id)
    }

    @Test func `who will have nothing to see is told, and so it comes`() throws {
        var book = HistoryBuilder()
        book.open(plan: Plan((0, "a", []), (1, "b", [0]), (2, "c", [1])))
        let told = try aftermath(of: .cancel(1), in: book)
        #expect(told.starved == [2, 3])
        #expect(told.endsWithoutAnswer)
        _ = book.decide(.cancel(1))
        #expect(skipped(book) == told.starved)
        #expect(book.state.closed?.outcome == .failed)
    }

    @Test func `who still sees another step goes on`() throws {
        var book = HistoryBuilder()
        book.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [0, 1])))
        let told = try aftermath(of: .skip(1), in: book)
        #expect(told.starved == [])
        #expect(!told.endsWithoutAnswer)
        _ = book.decide(.skip(1))
        _ = book.reply(2, "b")
        #expect(skipped(book) == [1])
    }

    @Test
    func `where another round follows, or one has answered, there is no end without an answer`()
        throws
    {
        var book = HistoryBuilder(limits: RunLimits(rounds: 2))
        book.open(plan: Plan((0, "a", []), (1, "b", [0])))
        #expect(try aftermath(of: .cancel(1), in: book).starved == [2])
        #expect(try !aftermath(of: .cancel(1), in: book).endsWithoutAnswer)
    }

    @Test func `who sees the question only after a step is deleted is told`() throws {
        var book = HistoryBuilder()
        book.open(plan: Plan((0, "a", []), (1, "b", [0]), (2, "c", [0, 1])))
        let told = try aftermath(of: .delete(1), in: book)
        #expect(told.blinded == [2])
        #expect(told.starved == [])
        _ = book.decide(.delete(1))
        #expect(book.state.step(2)?.step.access == [])
    }

    @Test func `who is read by nobody any more is told, and who answers`() throws {
        var book = HistoryBuilder()
        book.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [0, 1])))
        let told = try aftermath(of: .delete(3), in: book)
        #expect(told.unread == [1])
        #expect(told.answering == 2)
        let rewired = try aftermath(of: .rewire(3, access: [2]), in: book)
        #expect(rewired.unread == [1])
        #expect(rewired.answering == nil)
        _ = book.decide(.delete(3))
        #expect(book.state.answeringStep(of: WorkflowID(1)) == told.answering)
    }

    @Test func `a reader that is skipped reads nothing`() throws {
        var book = HistoryBuilder()
        book.open(plan: Plan((0, "a", []), (1, "b", [0]), (2, "c", [])))
        #expect(try aftermath(of: .skip(2), in: book).unread == [1])
        #expect(try aftermath(of: .skip(2), in: book).answering == nil)
    }
}
