import PodiumCore
import PodiumTesting
import Testing

struct SessionStateTests {
    private let id = SessionID(rawValue: "s")

    private var history: HistoryBuilder {
        var history = HistoryBuilder()
        history.open(conductor: .prompted([Worker].sample[0]))
        history.text(1, "model_id = [0, 1, 2]\nsubtasks = [\"a\", \"b\", \"c\"]\n")
        history.fail(1, .busy)
        history.fire(1)
        history.reply(
            2,
            "model_id = [0, 1, 2]\nsubtasks = [\"a\", \"b\", \"c\"]\naccess_list = [[], [], [0]]"
        )
        history.text(3, "thinking", channel: .reasoning)
        history.reply(3, "one")
        history.fail(4, .broken)
        history.text(5, "thr")
        history.text(5, "ee")
        history.finish(5)
        return history
    }

    @Test func `the state folded from the events is the live one, after every event`() {
        let history = history
        var state = SessionState(id: history.state.id)
        for (position, event) in history.events.enumerated() {
            state.apply(event)
            #expect(state.sequence == position + 1)
            #expect(state.updatedAt == event.time)
            #expect(state.closed == nil || position == history.events.count - 1)
        }
        #expect(state == history.state)
        #expect(state.closed?.answer == "three")
    }

    @Test func `an attempt knows when its first and its last text came`() throws {
        var history = HistoryBuilder()
        history.pace = .seconds(1)
        history.open(plan: .chain(1))
        let start = history.now
        history.text(1, "a")
        history.text(1, "b", channel: .reasoning)
        history.finish(1, usage: Usage(output: 30))
        let attempt = try #require(history.state.attempt(AttemptID(1)))
        #expect(attempt.startedAt == start)
        #expect(attempt.timeToFirstToken == .seconds(1))
        #expect(attempt.lastTextAt == start + .seconds(2))
        #expect(attempt.endedAt == start + .seconds(3))
        #expect(attempt.tokensPerSecond(now: start + .seconds(99)) == 15)
        #expect((attempt.text, attempt.reasoning) == ("a", "b"))
    }

    @Test func `while a call runs its use is an estimate, afterwards the provider's count`() {
        var history = HistoryBuilder()
        history.open(plan: Plan((1, "a", [])))
        history.text(1, "two words")
        let running = history.state.spent
        #expect(running.isEstimate)
        #expect(running.usage.output == 2)
        #expect(history.state.workerSpent == Spending())
        history.finish(1, usage: Usage(input: 10, output: 3))
        #expect(!history.state.spent.isEstimate)
        #expect(history.state.spent.usage == Usage(input: 10, output: 3))
        #expect(history.state.spent.cost == Cost(picodollars: 10 * 2_000_000 + 3 * 10_000_000))
    }

    @Test func `a call at an unknown price costs an unknown sum, not nothing`() {
        var pool = [Worker].sample
        pool[0].price = nil
        var history = HistoryBuilder(pool: pool)
        history.open(plan: Plan((0, "a", [])))
        history.reply(1, "x")
        #expect(history.state.spent.cost.hasUnknown)
    }

    @Test func `what is not known is counted and changes nothing else`() {
        var state = history.state
        let before = state
        state.apply(
            Event(
                sequence: before.sequence + 1,
                time: before.updatedAt ?? Timestamp(microseconds: 0),
                fact: .unknown(
                    UnknownFact(type: "later", version: 1, attempt: nil, text: nil, body: nil)
                )
            )
        )
        #expect(state.unknownEvents == 1)
        #expect(state.steps == before.steps && state.attempts == before.attempts)
    }

    @Test func `text after the end of its call changes nothing`() {
        var state = history.state
        let before = state
        state.apply(
            Event(
                sequence: before.sequence + 1,
                time: Timestamp(microseconds: 0),
                fact: .textAppended(TextAppended(attempt: AttemptID(2), text: "model_id = [9]"))
            )
        )
        #expect(state.attempts == before.attempts)
        #expect(state.workflows == before.workflows)
    }

    @Test func `events in any order with any ids never trap`() {
        for seed in UInt64(1)...300 {
            var random = SeededGenerator(seed: seed)
            let facts = FactSamples.all + history.events.map(\.fact)
            var state = SessionState(id: id)
            var machine: RunMachine?
            for _ in 0..<60 {
                let fact = facts[Int.random(in: 0..<facts.count, using: &random)]
                state.apply(
                    Event(
                        sequence: random.number(),
                        time: Timestamp(microseconds: Int64(random.number())),
                        fact: random.displaced(fact)
                    )
                )
                if random.once(in: 20) { machine = RunMachine(state: state) }
            }
            for attempt in state.attempts { _ = state.request(of: attempt.id) }
            for workflow in state.workflows {
                _ = state.answer(of: workflow.id)
                _ = workflow.accepted.map { WorkflowGraph($0.workflow).layers }
                _ = workflow.draft.graph.layers
            }
            _ = state.spent
            for attempt in -1...6 {
                _ = machine?.handle(
                    Input(
                        at: Timestamp(microseconds: .max),
                        .ended(
                            AttemptID(attempt),
                            .finished(.stop, Usage(input: .max, output: .max))
                        )
                    )
                )
                _ = machine?.handle(
                    Input(
                        at: Timestamp(microseconds: .min),
                        .timerFired(.retry(AttemptID(attempt)))
                    )
                )
            }
        }
    }
}

extension SeededGenerator {
    /// A small number mostly, one at the ends of the range sometimes.
    fileprivate mutating func number() -> Int {
        once(in: 6)
            ? [Int.min, Int.min + 1, -1, Int.max - 1, .max][Int.random(in: 0..<5, using: &self)]
            : Int.random(in: 0...6, using: &self)
    }

    /// The fact about another attempt or step.
    fileprivate mutating func displaced(_ fact: Fact) -> Fact {
        let attempt = AttemptID(number())
        let step = StepID(number())
        switch fact {
        case .attemptStarted(var fact):
            if once(in: 2) { fact.attempt = attempt }
            fact.agent = once(in: 2) ? .step(step) : .conductor(WorkflowID(number()))
            fact.saw = [SeenOutput(attempt)]
            fact.estimatedInput = number()
            return .attemptStarted(fact)
        case .textAppended(var fact):
            fact.attempt = attempt
            return .textAppended(fact)
        case .attemptFinished(var fact):
            fact.attempt = attempt
            return .attemptFinished(fact)
        case .attemptCancelled(var fact):
            fact.attempt = attempt
            return .attemptCancelled(fact)
        case .planRejected(var fact):
            fact.attempt = attempt
            return .planRejected(fact)
        case .planAccepted(var fact):
            fact.workflow.id = WorkflowID(number())
            for index in fact.workflow.steps.indices where once(in: 2) {
                fact.workflow.steps[index].id = StepID(number())
                fact.workflow.steps[index].access = [step]
            }
            return .planAccepted(fact)
        case .stepFinished(var fact):
            (fact.step, fact.attempt) = (step, attempt)
            return .stepFinished(fact)
        default: return fact
        }
    }
}
