import PodiumCore
import PodiumTesting
import Testing

/// Runs whole sessions on random inputs and checks after each what must always hold.
struct RunMachinePropertyTests {
    private static let seedsPerTest = UInt64(400)

    @Test(arguments: 0..<4)
    func `whatever comes in whatever order, the rules of a run hold`(part: Int) {
        var inputs = 0
        for seed in 1...Self.seedsPerTest {
            var run = RandomRun(seed: seed &* 4 &+ UInt64(part))
            while let input = run.nextInput() {
                inputs += 1
                if let fault = run.handle(input) {
                    Issue.record("seed \(seed &* 4 &+ UInt64(part)), input \(inputs): \(fault)")
                    return
                }
            }
            #expect(run.machine.state.closed != nil, "seed \(seed): it never closes")
        }
        // With the four parts more than 20,000 inputs.
        #expect(inputs > 5_000)
    }

    @Test func `the runs reach every kind of fact and of end`() {
        var facts: Set<String> = []
        var outcomes: Set<SessionClosed.Outcome> = []
        for seed in UInt64(1)...600 {
            var run = RandomRun(seed: seed)
            while let input = run.nextInput() { _ = run.handle(input) }
            for event in run.events {
                if let stored = try? EventCodec().encode(event) { facts.insert(stored.type) }
            }
            if let outcome = run.machine.state.closed?.outcome { outcomes.insert(outcome) }
        }
        #expect(facts == Set(FactKind.allCases.map(\.rawValue)))
        #expect(outcomes == Set(SessionClosed.Outcome.allCases))
    }
}

/// A session whose providers, timers and person do as a seed says.
private struct RandomRun {
    private(set) var machine: RunMachine
    private(set) var events: [Event] = []
    private var random: SeededGenerator
    private var now = Timestamp(microseconds: 1_700_000_000_000_000)
    private var running: Set<AttemptID> = []
    private var timers: [AttemptID: Timestamp] = [:]
    private var closes = 0
    /// Inputs after which the providers behave and the person leaves, so that the run must end.
    private var patience: Int
    private var isOpen = false
    private var afterEnd = 5

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        machine = RunMachine(state: SessionState(id: SessionID(rawValue: "random-\(seed)")))
        patience = Int.random(in: 0...60, using: &random)
    }

    // MARK: Inputs

    /// The next input, or nil when nothing is under way any more.
    mutating func nextInput() -> Input? {
        now = now + .microseconds(Int64.random(in: 0...3_000_000, using: &random))
        patience -= 1
        guard let kind = nextKind() else { return nil }
        return Input(at: now, entropy: random.next(), kind)
    }

    private mutating func nextKind() -> Input.Kind? {
        if !isOpen {
            if random.once(in: 4) { return strayInput() }
            isOpen = true
            return .open(opened())
        }
        if machine.state.closed != nil {
            afterEnd -= 1
            return afterEnd < 0 ? nil : strayInput()
        }
        if patience > 0 {
            if random.once(in: 6) { return strayInput() }
            if random.once(in: 150) { return .interrupt(reason: "By hand.") }
        }
        let attempts = running.sorted()
        if let timer = timers.keys.sorted().first, attempts.isEmpty || random.once(in: 2) {
            return .timerFired(timer)
        }
        guard !attempts.isEmpty else { return nil }
        let attempt = attempts[Int.random(in: 0..<attempts.count, using: &random)]
        if patience > 0, !random.once(in: 3) {
            return .text(piece(of: attempt))
        }
        return .ended(attempt, end())
    }

    /// Late, early, unknown or doubled.
    private mutating func strayInput() -> Input.Kind {
        let attempt = AttemptID(
            random.once(in: 5)
                ? [Int.min, -1, 0, .max][Int.random(in: 0..<4, using: &random)]
                : Int.random(in: 0...machine.state.attempts.count + 2, using: &random)
        )
        // A call that runs may get text, but its end is decided elsewhere.
        if running.contains(attempt) { return .text(piece(of: attempt)) }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return .text(piece(of: attempt))
        case 1: return .ended(attempt, end())
        case 2 where timers[attempt] == nil: return .timerFired(attempt)
        default: return isOpen ? .open(opened()) : .text(piece(of: attempt))
        }
    }

    private mutating func piece(of attempt: AttemptID) -> TextAppended {
        let words = [
            "model_id = [0, 1, 2]\n", "model_id = [1]\n", "subtasks = [\"a\", \"b\", \"c\"]\n",
            "subtasks = [\"a\"]\n", "access_list = [[], [0], [\"all\"]]\n", "access_list = []\n",
            "Answer: 42", " ", "", "text", "\n",
        ]
        return TextAppended(
            attempt: attempt,
            channel: random.once(in: 5) ? .reasoning : .answer,
            text: words[Int.random(in: 0..<words.count, using: &random)]
        )
    }

    private mutating func end() -> ReplyEnd {
        let usage =
            random.once(in: 4)
            ? nil
            : Usage(
                input: Int.random(in: 0...500, using: &random),
                output: Int.random(in: 0...200, using: &random)
            )
        if random.once(in: 3) {
            let wishes: [Int?] = [nil, nil, 0, 4_000, 500_000]
            return .failed(
                ProviderError(
                    .overloaded,
                    "Busy.",
                    isRetryable: !random.once(in: 4),
                    retryAfterMilliseconds: wishes[Int.random(in: 0..<5, using: &random)]
                ),
                usage
            )
        }
        let reasons: [FinishReason] = [.stop, .stop, .stop, .length, .declined, .contentFilter]
        return .finished(reasons[Int.random(in: 0..<6, using: &random)], usage)
    }

    private mutating func opened() -> SessionOpened {
        let limits = RunLimits(
            steps: Int.random(in: 1...5, using: &random),
            retries: Int.random(in: 0...2, using: &random),
            repairs: Int.random(in: 0...2, using: &random),
            picodollars: random.once(in: 4)
                ? Int64.random(in: 0...5_000_000_000, using: &random) : nil,
            tokens: random.once(in: 4) ? Int.random(in: 0...3_000, using: &random) : nil
        )
        let conductor: ConductorSpecification =
            switch Int.random(in: 0..<4, using: &random) {
            case 0: .prompted([Worker].sample[Int.random(in: 0..<3, using: &random)])
            case 1: .embedded(Worker(name: "policy", provider: "inside", model: "p"))
            default: .fixed(plan(), source: "random.json")
            }
        return SessionOpened(
            question: "What?",
            conductor: conductor,
            pool: random.once(in: 40) ? [] : .sample,
            limits: limits,
            seed: random.next(),
            program: "test"
        )
    }

    private mutating func plan() -> Plan {
        Plan(
            steps: (0..<Int.random(in: 1...8, using: &random)).map { position in
                let sees = (0..<position).filter { _ in random.once(in: 3) }
                return Plan.Step(
                    worker: .id(random.once(in: 60) ? 3 : Int.random(in: 0..<3, using: &random)),
                    subtask: "Part \(position).",
                    access: random.once(in: 5) ? .all : .steps(sees)
                )
            }
        )
    }

    // MARK: Rules

    /// Gives the machine one input; returns which rule was broken, if any.
    mutating func handle(_ input: Input) -> String? {
        let before = machine.state
        var rebuilt = RunMachine(state: Self.fold(events, before.id))
        let transition = machine.handle(input)
        guard rebuilt.handle(input) == transition else {
            return "a machine rebuilt from the events decides otherwise"
        }
        events += transition.events
        return faultOfEvents(transition, before: before) ?? faultOfActions(transition)
            ?? faultOfState(input)
    }

    private static func fold(_ events: [Event], _ id: SessionID) -> SessionState {
        events.reduce(into: SessionState(id: id)) { $0.apply($1) }
    }

    private func faultOfEvents(_ transition: Transition, before: SessionState) -> String? {
        var state = before
        for event in transition.events {
            if event.sequence != state.sequence + 1 { return "the sequence has a gap" }
            if state.closed != nil { return "something happened after the end" }
            if let fault = fault(of: event.fact, in: state) { return fault }
            state.apply(event)
        }
        return before.closed != nil && transition != Transition() ? "it acts after the end" : nil
    }

    private func fault(of fact: Fact, in state: SessionState) -> String? {
        switch fact {
        case .attemptStarted(let fact):
            guard case .step(let id) = fact.agent else { return nil }
            guard let step = state.step(id) else { return "an unknown step was started" }
            let inputs = step.step.access.compactMap { state.step($0) }
            if inputs.contains(where: { !$0.isSettled }) {
                return "a step was started before what it sees was settled"
            }
            let outputs = inputs.compactMap { input -> AttemptID? in
                if case .finished(let attempt) = input.status { attempt } else { nil }
            }
            if fact.saw != outputs { return "a step sees something else than its access list" }
            if step.isSettled { return "a settled step was started again" }
            if state.attempts.contains(where: { $0.agent == fact.agent && $0.isRunning }) {
                return "a step runs twice"
            }
        case .textAppended(let fact):
            if !state.isRunning(fact.attempt) { return "text of a call that does not run" }
        case .stepFinished(let fact):
            if state.step(fact.step)?.isSettled != false { return "a step was settled twice" }
        default: break
        }
        return nil
    }

    private mutating func faultOfActions(_ transition: Transition) -> String? {
        for event in transition.events {
            switch event.fact {
            case .attemptStarted(let fact): timers = timers.filter { $0.key != started(by: fact) }
            case .attemptFinished(let fact): running.remove(fact.attempt)
            case .attemptFailed(let fact): running.remove(fact.attempt)
            default: break
            }
        }
        for action in transition.actions {
            switch action {
            case .call(let call):
                guard machine.state.isRunning(call.attempt) else { return "a call without a start" }
                running.insert(call.attempt)
            case .cancel(let attempt):
                guard running.remove(attempt) != nil else { return "cancels what does not run" }
            case .setTimer(let attempt, let due):
                let wait = due - now
                guard (.zero ... .seconds(120)).contains(wait) else { return "waits for \(wait)" }
                timers[attempt] = due
            case .close:
                closes += 1
                timers = [:]
            }
        }
        if running != Set(machine.state.runningAttempts.map(\.id)) { return "calls went missing" }
        return (closes == 1) == (machine.state.closed != nil) && closes < 2
            ? nil : "it closed amiss"
    }

    /// The failed call that this start is the retry of.
    private func started(by fact: AttemptStarted) -> AttemptID? {
        machine.state.attempts.last { $0.agent == fact.agent && $0.id < fact.attempt }?.id
    }

    private func faultOfState(_ input: Input) -> String? {
        let state = machine.state
        if Self.fold(events, state.id) != state { return "the folded state is another" }
        let spent = state.attempts.compactMap(\.settled).reduce(into: Spending()) { $0.add($1) }
        if state.conductorSpent + state.workerSpent != spent { return "the totals are not the sum" }
        if let closed = state.closed {
            if closed.usage != spent.usage || closed.cost != spent.cost { return "a wrong total" }
            guard case .sessionClosed? = events.last?.fact else { return "the end is not the last" }
            if !state.runningAttempts.isEmpty { return "something runs after the end" }
            if closed.outcome == .answered, closed.answer == nil { return "no answer" }
        } else if state.opened != nil, running.isEmpty, timers.isEmpty {
            return "it is stuck after \(input.kind)"
        }
        return nil
    }
}
