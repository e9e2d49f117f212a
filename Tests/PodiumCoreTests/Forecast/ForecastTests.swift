import PodiumCore
import PodiumTesting
import Testing

struct ForecastTests {
    private func forecast(
        _ plan: Plan,
        _ history: [WorkerHistory],
        pool: [Worker] = .sample
    ) -> Forecast? {
        var book = HistoryBuilder(pool: pool)
        book.history = history
        book.open(plan: plan)
        return book.state.workflows.first?.forecast
    }

    private func steady(_ worker: String) -> WorkerHistory {
        WorkerHistory(
            worker: worker,
            output: [100, 100, 100, 100],
            milliseconds: [2_000, 2_000, 2_000, 2_000]
        )
    }

    @Test func `nothing is forecast without a history`() {
        #expect(forecast(.chain(2), []) == nil)
        #expect(forecast(Plan((0, "a", [])), [steady("deep")]) == nil)
        // Two calls say nothing.
        let short = WorkerHistory(worker: "quick", output: [1, 2], milliseconds: [1, 2])
        #expect(forecast(Plan((0, "a", [])), [short]) == nil)
    }

    @Test func `a steady worker gives a narrow range`() {
        let forecast = forecast(Plan((0, "a", [])), [steady("quick")])
        // The question has 6 tokens, the subtask 1.
        let cost = Int64(7 * 100_000 + 100 * 400_000)
        #expect(
            forecast
                == Forecast(
                    picodollars: .init(low: cost, high: cost),
                    nominal: .init(low: 0, high: 0),
                    tokens: .init(low: 107, high: 107),
                    milliseconds: .init(low: 2_000, high: 2_000)
                )
        )
    }

    @Test func `steps that need nothing of each other take no longer together`() {
        let history = [steady("quick")]
        #expect(
            forecast(Plan((0, "a", []), (0, "b", [])), history)?.milliseconds
                == .init(low: 2_000, high: 2_000)
        )
        let chain = forecast(Plan((0, "a", []), (0, "b", [0])), history)
        #expect(chain?.milliseconds == .init(low: 4_000, high: 4_000))
        // The second reads the output of the first.
        #expect(chain?.tokens == .init(low: 314, high: 314))
    }

    @Test func `workers without a history or a price are named`() {
        var pool = [Worker].sample
        pool[0].price = nil
        let forecast = forecast(
            Plan((0, "a", []), (1, "b", []), (2, "c", []), (1, "d", [])),
            [steady("quick"), steady("local")],
            pool: pool
        )
        #expect(forecast?.unknown == ["quick", "deep"])
        #expect(forecast?.picodollars == .init(low: 0, high: 0))
        #expect((forecast?.nominal.low ?? 0) > 0)
    }

    @Test func `the same session forecasts the same`() {
        let history = [
            WorkerHistory(worker: "quick", output: [3, 900, 40], milliseconds: [5, 2_000, 100])
        ]
        let plan = Plan((0, "a", []), (0, "b", [0]))
        let first = forecast(plan, history)
        #expect(first == forecast(plan, history))
        #expect((first?.picodollars.low ?? 0) < (first?.picodollars.high ?? 0))
    }

    @Test func `a history of many calls is kept small, and in order`() {
        let history = WorkerHistory(
            worker: "quick",
            output: (0..<1_000).map { ($0 * 7_919) % 1_000 },
            milliseconds: Array(repeating: 5, count: 1_000)
        )
        #expect(history.calls == 1_000)
        #expect(history.output.count == 21)
        #expect(history.output == history.output.sorted())
        #expect(history.output.first == 0)
        #expect(history.output.last == 999)
    }

    @Test func `each workflow has a forecast of its own`() {
        var book = HistoryBuilder(limits: RunLimits(rounds: 2, fallbacks: 0))
        book.history = [steady("quick")]
        book.open(conductor: .prompted([Worker].sample[1]))
        #expect(book.reply(1, planText((0, "a", "[]"))).script.contains("w1 forecast"))
        book.reply(2, "41")
        #expect(book.reply(3, planText((0, "a", "[]"))).script.contains("w2 forecast"))
    }

    /// A chain of two of `quick`, the first done in 40 ms with 10 tokens.
    private var halfDone: HistoryBuilder {
        var book = HistoryBuilder()
        book.history = [steady("quick"), steady("local")]
        book.open(plan: Plan((0, "a", []), (0, "b", [0])))
        book.decide(.hold)
        book.reply(1, "half")
        return book
    }

    private func forecast(_ book: HistoryBuilder) -> Forecast? {
        book.state.workflows.first?.forecast
    }

    @Test func `a forecast is about the plan as a person has changed it`() throws {
        var book = HistoryBuilder()
        book.history = [steady("quick"), steady("local")]
        book.open(plan: Plan((0, "a", []), (0, "b", [0])))
        book.decide(.hold)
        let planned = try #require(forecast(book))
        book.decide(.reroute(2, worker: "local"))
        let rerouted = try #require(forecast(book))
        #expect(rerouted.picodollars.high < planned.picodollars.high)
        #expect(rerouted.nominal.low > 0)
        book.decide(.insert(after: 1, worker: "quick", subtask: "c", access: [], readers: []))
        #expect(try #require(forecast(book)).tokens.low > rerouted.tokens.low)
        book.decide(.delete(3))
        book.decide(.undo(nil))
        #expect(try #require(forecast(book)).tokens.low > rerouted.tokens.low)
        book.decide(.skip(3))
        #expect(forecast(book)?.tokens == rerouted.tokens)
        book.decide(.rewire(2, access: []))
        #expect(try #require(forecast(book)).tokens.low < rerouted.tokens.low)
    }

    @Test func `what has been done counts as it was, also when it counts no more`() throws {
        var book = halfDone
        book.decide(.rewrite(2, subtask: "c"))
        let forecast = try #require(self.forecast(book))
        // 110 of the first call; 6 of the question, 1 of the subtask, 10 that it sees, 100 drawn.
        #expect(forecast.tokens == .init(low: 227, high: 227))
        let first = Int64(100 * 100_000 + 10 * 400_000)
        let second = Int64(17 * 100_000 + 100 * 400_000)
        #expect(forecast.picodollars == .init(low: first + second, high: first + second))
        book.decide(.retry(1))
        #expect(try #require(self.forecast(book)).tokens.low > 227 + 100)
    }

    @Test func `a worker of which nothing is known leaves no forecast of the plan before`() {
        var book = halfDone
        #expect(forecast(book) != nil)
        book.decide(.reroute(2, worker: "deep"))
        #expect(forecast(book) == nil)
    }

    @Test func `what a workflow came to is held against its forecast`() {
        var book = HistoryBuilder()
        book.open(plan: Plan((0, "a", []), (1, "b", [])))
        book.reply(1, "one", usage: Usage(input: 10, output: 1))
        #expect(book.state.outcome(of: WorkflowID(1)) == nil)
        book.reply(2, "two", usage: Usage(input: 20, output: 2))
        let outcome = book.state.outcome(of: WorkflowID(1))
        #expect(outcome?.spent.usage == Usage(input: 30, output: 3))
        #expect(outcome?.milliseconds == 160)
    }
}
