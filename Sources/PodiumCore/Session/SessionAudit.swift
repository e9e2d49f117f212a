/// Holds a session's events against what must always be true of a run.
///
/// Feed it the events in order; `findings` is empty for every history that the run machine makes.
/// A stored session is checked with it (`podium sessions verify`), and so is every history that the
/// tests make.
public struct SessionAudit: Sendable {
    public struct Finding: Hashable, Sendable {
        /// The event at which it shows.
        public var sequence: Int
        /// One sentence.
        public var text: String
    }

    public private(set) var state: SessionState
    public private(set) var findings: [Finding] = []
    private(set) var sequence = 0
    /// What must follow at once from what has come, in this order; the first comes next.
    private var due: ArraySlice<Fact> = []

    /// Whether the session, as far as it has come, was decided by these rules. What others decided is held
    /// against what must be true of every run, and not against what these would have done.
    public private(set) var isByTheseRules = true

    public init(session: SessionID) {
        state = SessionState(id: session)
    }

    public mutating func check(_ event: Event) {
        sequence = event.sequence
        if event.sequence != state.sequence + 1 {
            report("The sequence is \(event.sequence) after \(state.sequence).")
        }
        if state.closed != nil, !isResumption(event.fact) {
            report("Something happens after the end.")
        }
        if state.opened == nil {
            guard case .sessionOpened = event.fact else {
                report("The session does not begin with sessionOpened.")
                state.apply(event)
                return
            }
        }
        noteRules(of: event.fact)
        let known = findings.count
        check(event.fact)
        let mistold = findings.count > known
        // What a later version does beside what this one knows may have any cause.
        if state.unknownEvents == 0, isByTheseRules { follow(event, isMistold: mistold) }
        state.apply(event)
    }

    private mutating func noteRules(of fact: Fact) {
        switch fact {
        case .sessionOpened(let fact): isByTheseRules = fact.rules == RunMachine.rules
        case .sessionResumed(let fact):
            if fact.rules != RunMachine.rules { isByTheseRules = false }
        default: return
        }
        if !isByTheseRules { due = [] }
    }

    /// Holds an event against what had to follow, or else against what may happen in this state, and
    /// takes down what must follow from it in turn.
    private mutating func follow(_ event: Event, isMistold: Bool) {
        if case .textAppended = event.fact, due.isEmpty { return }
        // Versions differ in when they forecast.
        while let next = due.first, next.isForecast, !event.fact.isForecast { due.removeFirst() }
        if let next = due.popFirst() {
            if next.fits(event.fact, at: event.time) { return }
            due = []
            if !isMistold { report("Here \(next.typeName) had to follow.") }
        } else if let consequences = RunMachine(state: state, at: event.time)
            .consequences(of: event.fact)
        {
            due = consequences
        } else if !isMistold {
            report("Nothing in the run leads to this.")
        }
    }

    /// The events that the session has are all it ever had, so that nothing may be missing.
    public mutating func checkWhole() {
        sequence = state.sequence
        if let next = due.first, !next.isForecast {
            report("After this \(next.typeName) is missing.")
        }
    }

    /// Only an end without an answer is not the last word.
    private func isResumption(_ fact: Fact) -> Bool {
        guard case .sessionResumed = fact else { return false }
        return state.mayGoOn
    }

    mutating func report(_ text: String) {
        findings.append(Finding(sequence: sequence, text: text))
    }

    mutating func require(_ holds: Bool, _ text: @autoclosure () -> String) {
        if !holds { report(text()) }
    }

    // MARK: Facts

    private mutating func check(_ fact: Fact) {
        switch fact {
        case .sessionOpened: require(state.opened == nil, "The session is opened twice.")
        case .attemptStarted(let fact): check(fact)
        case .textAppended(let fact):
            require(state.isRunning(fact.attempt), "There is text outside a running attempt.")
        case .attemptQueued(let fact): checkWait(of: fact.attempt, isQueued: false)
        case .attemptSent(let fact): checkWait(of: fact.attempt, isQueued: true)
        case .attemptFinished(let fact): checkEnd(of: fact.attempt, fact.used, fact.digest)
        case .attemptFailed(let fact): checkEnd(of: fact.attempt, fact.used, fact.digest)
        case .attemptCancelled(let fact): checkEnd(of: fact.attempt, fact.used, fact.digest)
        case .retryScheduled(let fact): check(fact)
        case .stepFinished(let fact): check(fact)
        case .stepFailed(let fact): check(fact.step, .failed(fact.reason), "fails")
        case .stepSkipped(let fact): check(fact.step, .skipped(fact.reason), "is skipped")
        case .stepAsked(let fact): check(fact.step, .asked(fact.reason), "asks")
        case .stepRerouted(let fact): check(fact.step, .rerouted, "is rerouted")
        case .planAccepted(let fact): check(fact.workflow)
        case .stepSelected(let fact): checkOrder([fact.step], of: fact.workflow)
        case .workflowBegun(let fact):
            require(state.workflow(fact.workflow) == nil, "\(fact.workflow) is begun twice.")
            if case .step(let step) = fact.parent {
                check(step, .nested(fact.workflow), "is answered by a workflow")
            }
        case .workerLeft(let fact): check(fact)
        case .workerReturned(let fact): check(fact)
        case .overrideApplied(let fact): check(fact)
        case .overrideRefused(let fact): check(fact)
        case .sessionResumed(let fact): check(fact)
        case .sessionClosed(let fact): check(fact)
        case .planRejected, .answerKept, .forecastMade, .budgetReached, .unknown: break
        }
    }
}
