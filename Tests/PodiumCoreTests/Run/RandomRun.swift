import PodiumCore
import PodiumTesting

/// A session whose providers, timers and persons do as a seed says, and the rules it must keep.
struct RandomRun {
    private(set) var machine: RunMachine
    private(set) var events: [Event] = []
    var random: SeededGenerator
    private var audit: SessionAudit
    private var now = Timestamp(microseconds: 1_700_000_000_000_000)
    private var running: Set<AttemptID> = []
    private var timers: [RunTimer: Timestamp] = [:]
    private var closes = 0
    /// Inputs after which the providers behave and the person leaves, so that the run must end.
    private var patience: Int
    private var isOpen = false
    private var afterEnd = 5
    private var requests = 0

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        let id = SessionID(rawValue: "random-\(seed)")
        machine = RunMachine(state: SessionState(id: id))
        audit = SessionAudit(session: id)
        patience = Int.random(in: 0...80, using: &random)
    }

    var state: SessionState { machine.state }

    /// The run so far, for a failing test.
    var story: String {
        events.suffix(60).map { "\($0.sequence) \($0.fact.script)" }.joined(separator: "\n")
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    mutating func element<Element>(of list: [Element]) -> Element? {
        list.randomElement(using: &random)
    }

    // MARK: Inputs

    /// The next input, or nil when nothing is under way any more.
    mutating func nextInput() -> Input? {
        now = now + .microseconds(Int64(number(in: 0...3_000_000)))
        patience -= 1
        // Longer than any run that comes to an end.
        guard patience > -2_000 else { return nil }
        guard let kind = nextKind() else { return nil }
        return Input(at: now, entropy: random.next(), kind)
    }

    private mutating func nextKind() -> Input.Kind? {
        if !isOpen {
            if random.once(in: 4) { return strayInput() }
            isOpen = true
            return .open(opened())
        }
        if state.closed != nil {
            afterEnd -= 1
            return afterEnd < 0 ? nil : strayInput()
        }
        if patience > 0 {
            if random.once(in: 6) { return strayInput() }
            if random.once(in: 3) { return .override(request(override())) }
            if random.once(in: 25) { return poolInput() }
            if random.once(in: 40) { return .resume(program: "test") }
            if random.once(in: 200) { return .interrupt(reason: "By hand.") }
        }
        return work()
    }

    /// What providers, timers and a person who wants to get done do next.
    private mutating func work() -> Input.Kind? {
        let attempts = running.sorted()
        if let timer = dueTimer(), attempts.isEmpty || random.once(in: 2) {
            now = max(now, timers[timer] ?? now)
            timers[timer] = nil
            return .timerFired(timer)
        }
        if let attempt = element(of: attempts) {
            if patience > 0, random.once(in: 8) { return waiting(of: attempt) }
            if patience > 0, !random.once(in: 3) { return .text(piece(of: attempt)) }
            return .ended(attempt, end())
        }
        return unblocking().map { .override(request($0)) }
            ?? state.away.first.map { .workerReturned($0.worker) }
    }

    /// A call waits before it leaves, or has left.
    private mutating func waiting(of attempt: AttemptID) -> Input.Kind {
        if random.once(in: 2) { return .sent(attempt) }
        return .queued(attempt, AdmissionWait(reason: .server, due: now + .seconds(5)))
    }

    private func dueTimer() -> RunTimer? {
        timers.min { ($0.value, "\($0.key)") < ($1.value, "\($1.key)") }?.key
    }

    /// What a run that waits for a person needs.
    private mutating func unblocking() -> Override? {
        if state.isHeld { return .proceed }
        if state.workflows.contains(where: { $0.awaitsApproval && !$0.isSuperseded }) {
            return .approve
        }
        let asking = state.steps.first { step in
            guard case .asking = step.status else { return false }
            return state.workflow(step.workflow)?.isSuperseded == false
        }
        return asking.map { .skip($0.id) }
    }

    private mutating func poolInput() -> Input.Kind {
        let worker = element(of: ["deep", "quick", "local", "nobody"]) ?? ""
        if random.once(in: 2) { return .workerReturned(worker) }
        let until = random.once(in: 2) ? now + .seconds(number(in: 1...60)) : nil
        return .workerLeft(WorkerLeft(worker: worker, reason: "Down.", until: until))
    }

    /// Late, early, unknown or doubled.
    private mutating func strayInput() -> Input.Kind {
        let attempt = AttemptID(
            random.once(in: 5)
                ? element(of: [Int.min, -1, 0, .max]) ?? 0
                : number(in: 0...state.attempts.count + 2)
        )
        // A call that runs may get text, but its end is decided elsewhere.
        if running.contains(attempt) { return .text(piece(of: attempt)) }
        switch number(in: 0...5) {
        case 5: return waiting(of: attempt)
        case 0: return .text(piece(of: attempt))
        case 1: return .ended(attempt, end())
        case 2 where timers[.retry(attempt)] == nil: return .timerFired(.retry(attempt))
        case 3: return .timerFired(random.once(in: 2) ? .budget : .workerReturn("quick"))
        default: return isOpen ? .open(opened()) : .text(piece(of: attempt))
        }
    }

    mutating func request(_ override: Override) -> OverrideRequest {
        requests += 1
        // Now and then a request is sent twice.
        let id = random.once(in: 15) ? requests - 1 : requests
        return OverrideRequest(
            id: "r\(id)",
            author: random.once(in: 2) ? "ann" : "bob",
            basedOn: random.once(in: 3) ? number(in: 0...max(0, state.sequence)) : nil,
            override
        )
    }

    // MARK: Rules

    /// Gives the machine one input; returns which rule was broken, if any.
    mutating func handle(_ input: Input) -> String? {
        let wasClosed = state.closed != nil
        // A rebuilt machine is dear to make; now and then is often enough over so many inputs. It has
        // lost the text that waits for its frame.
        var rebuilt =
            random.once(in: 12) && timers[.gather] == nil && input.kind != .timerFired(.gather)
            ? RunMachine(state: Self.fold(events, state.id)) : nil
        let transition = machine.handle(input)
        if let other = rebuilt?.handle(input), other != transition {
            return "a machine rebuilt from the events decides otherwise"
        }
        events += transition.events
        if wasClosed, transition != Transition() { return "it acts after the end" }
        for event in transition.events { audit.check(event) }
        if let finding = audit.findings.first {
            return "event \(finding.sequence): \(finding.text)"
        }
        if random.once(in: 6), audit.state != state { return "the folded state is another" }
        return faultOfAnswer(to: input, transition) ?? faultOfActions(transition)
            ?? faultOfState(input)
    }

    private static func fold(_ events: [Event], _ id: SessionID) -> SessionState {
        events.reduce(into: SessionState(id: id)) { $0.apply($1) }
    }

    /// Every override that reaches a run is answered, once.
    private func faultOfAnswer(to input: Input, _ transition: Transition) -> String? {
        guard case .override(let request) = input.kind, isOpen else { return nil }
        let answers = transition.events.filter { event in
            switch event.fact {
            case .overrideApplied(let fact): fact.request == request
            case .overrideRefused(let fact): fact.request == request
            default: false
            }
        }
        if answers.isEmpty {
            return state.answeredRequests.contains(request.id) || state.closed != nil
                ? nil : "an override is not answered"
        }
        return answers.count == 1 ? nil : "an override has \(answers.count) answers"
    }

    private mutating func faultOfActions(_ transition: Transition) -> String? {
        for event in transition.events {
            switch event.fact {
            case .attemptFinished(let fact): running.remove(fact.attempt)
            case .attemptFailed(let fact): running.remove(fact.attempt)
            // Calls that were lost with their process are gone from here too.
            case .sessionResumed: timers = [:]
            default: break
            }
        }
        for action in transition.actions {
            switch action {
            case .call(let call):
                if state.isRunning(call.attempt) { running.insert(call.attempt) }
                if call.request != state.request(of: call.attempt), state.isRunning(call.attempt) {
                    return "a request cannot be rebuilt"
                }
            case .cancel(let attempt):
                guard running.remove(attempt) != nil || !state.isRunning(attempt) else {
                    return "cancels what does not run"
                }
            case .setTimer(let timer, let due): timers[timer] = due
            case .close:
                closes += 1
                timers = [:]
            }
        }
        if running != Set(state.runningAttempts.map(\.id)) { return "calls went missing" }
        return (closes == 1) == (state.closed != nil) && closes < 2 ? nil : "it closed amiss"
    }

    private mutating func faultOfState(_ input: Input) -> String? {
        if state.closed != nil {
            guard case .sessionClosed? = events.last?.fact else { return "the end is not the last" }
        } else if state.opened != nil, running.isEmpty, waitsForNothing, !waitsForSomebody {
            return "it is stuck after \(input.kind)"
        }
        guard case .override = input.kind else { return nil }
        return state.steps.first(where: restsOnThePast).map { step in
            "\(step.id) counts, but rests on what is there no more"
        }
    }

    /// Whether a step counts as finished with other inputs than there are now.
    private func restsOnThePast(_ step: StepState) -> Bool {
        guard let workflow = state.workflow(step.workflow), !workflow.isSuperseded,
            workflow.parentStep == nil, let output = step.output,
            let attempt = state.attempt(output), attempt.agent == .step(step.id),
            attempt.worker != Worker.personName
        else { return false }
        return attempt.saw.map(\.attempt)
            != step.step.access.compactMap { state.step($0)?.output }
    }

    /// The timer of a frame brings no run on.
    private var waitsForNothing: Bool { timers.keys.allSatisfy { $0 == .gather } }

    private var waitsForSomebody: Bool {
        var copy = self
        return copy.unblocking() != nil || !state.away.isEmpty
    }
}
