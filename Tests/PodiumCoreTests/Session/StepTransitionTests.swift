import PodiumTesting
import Testing

@testable import PodiumCore

/// Every status, and everything that can happen to a step that stands there.
struct StepTransitionTests {
    /// `→` is what the table has; `!` what only a damaged history holds, and the fold believes; a dot
    /// where nothing becomes of it.
    @Test func `the table says what becomes of a step, wherever it stands`() {
        let names = Self.statuses.map { String($0.name.prefix(5)).padded(to: 6) }
        var lines = ["".padded(to: 15) + names.joined()]
        for kind in Happening.allCases {
            let cells = Self.statuses.map { status in
                cell(kind.sample, status).padded(to: 6)
            }
            lines.append(kind.rawValue.padded(to: 15) + cells.joined())
        }
        let table = lines.map(\.withoutTrailingBlanks).joined(separator: "\n")
        #expect(
            table == """
                               waiti runni retry neste askin finis faile skipp cance delet
                started        →runn !runn →runn !runn !runn !runn !runn !runn !runn !runn
                retryScheduled !retr →retr !retr !retr !retr !retr !retr !retr !retr !retr
                nested         →nest !nest →nest !nest !nest !nest !nest !nest !nest !nest
                asked          →aski →aski →aski →aski !aski !aski !aski !aski !aski !aski
                finished       →fini →fini !fini →fini !fini !fini !fini !fini !fini !fini
                failed         →fail →fail →fail →fail !fail !fail !fail !fail !fail !fail
                skipped        →skip !skip →skip !skip !skip !skip !skip !skip !skip !skip
                rerouted       →wait →wait →wait →wait !wait !wait !wait !wait !wait !wait
                callCancelled  ·     →canc ·     ·     ·     ·     ·     ·     ·     ·
                otherCancelled ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
                sessionClosed  ·     →canc →canc →canc →canc ·     ·     ·     ·     ·
                redone         →wait →wait →wait →wait →wait →wait →wait →wait →wait ·
                retried        ·     ·     →wait ·     →wait →wait →wait →wait →wait ·
                reset          ·     →wait →wait →wait →wait →wait →wait →wait →wait ·
                reopened       ·     ·     ·     ·     →nest →nest →nest →nest →nest ·
                cancelled      ·     →canc →canc →canc ·     ·     ·     ·     ·     ·
                leftOut        →skip →skip →skip →skip →skip ·     ·     ·     ·     ·
                spared         →skip ·     ·     ·     ·     ·     ·     ·     ·     ·
                deleted        →dele →dele →dele →dele →dele →dele →dele →dele →dele ·
                lost           ·     →wait ·     ·     ·     ·     ·     ·     ·     ·
                recorded       →fail →fail →fail →fail →fail →fail →fail →fail →fail →fail
                """
        )
    }

    @Test(arguments: Happening.allCases)
    func `every case of the table is walked`(happening: Happening) {
        #expect(Happening(happening.sample) == happening)
    }

    private func cell(_ transition: StepTransition, _ status: StepState.Status) -> String {
        guard let next = transition.status(after: status) else { return "·" }
        return (transition.fits(status) ? "→" : "!") + next.name.prefix(4)
    }

    @Test(arguments: Happening.allCases.filter { $0.fact != nil })
    func `the fold moves a step as the table says`(happening: Happening) throws {
        let fact = try #require(happening.fact)
        for status in Self.statuses {
            var state = Self.state(with: status)
            state.apply(Event(sequence: state.sequence + 1, time: Self.time, fact: fact))
            let expected = happening.sample.status(after: status) ?? status
            #expect(state.step(1)?.status == expected, "\(happening) after \(status)")
        }
    }

    @Test(arguments: Happening.allCases.filter { $0.override != nil })
    func `a person's decision is followed where the table has it, and refused elsewhere`(
        happening: Happening
    ) throws {
        let override = try #require(happening.override)
        for status in Self.statuses {
            var machine = RunMachine(state: Self.state(with: status))
            let request = OverrideRequest(id: "r", author: "ann", override)
            let transition = machine.handle(Input(at: Self.time, .override(request)))
            switch transition.events.first?.fact {
            case .overrideApplied(let applied):
                #expect(happening.sample.fits(status), "\(happening) after \(status)")
                #expect(applied.after.steps.first?.status == happening.sample.row.to)
            case .overrideRefused:
                #expect(!happening.sample.fits(status), "\(happening) after \(status)")
            default: Issue.record("\(override.kind) is not answered")
            }
        }
    }

    @Test(arguments: Happening.allCases.filter(\.isAudited))
    func `the audit reports what the table does not have`(happening: Happening) throws {
        let fact = try #require(happening.fact)
        for status in Self.statuses {
            var audit = SessionAudit(session: Self.session)
            for event in Self.events(with: status) { audit.check(event) }
            // Where else this step stands does not matter here.
            let known = audit.findings.count
            audit.check(Event(sequence: audit.state.sequence + 1, time: Self.time, fact: fact))
            let misfits = audit.findings.dropFirst(known).filter { finding in
                ["has ended", "how it stands", "begun or ended"].contains(
                    where: finding.text.contains
                )
            }
            #expect(
                misfits.isEmpty == happening.sample.fits(status),
                "\(happening) after \(status)"
            )
        }
    }

    // MARK: Where a step may stand

    private static let session = SessionID(rawValue: "20270115-080000-test")
    private static let time = Timestamp(microseconds: 1_800_000_001_000_000)

    private static let statuses: [StepState.Status] = [
        .waiting, .running(1), .retrying(due: time), .nested(WorkflowID(2)), .asking("Why."),
        .finished(1), .failed("Broken."), .skipped("No input."), .cancelled("By hand."), .deleted,
    ]

    /// A run that is held, with two steps, of which the first stands where a change put it.
    private static func events(with status: StepState.Status) -> [Event] {
        var book = HistoryBuilder()
        book.open(plan: Plan((0, "a", []), (1, "b", [])))
        let step = Step(id: 1, worker: "quick", subtask: "a")
        let change = RunChange(
            steps: [.init(workflow: WorkflowID(1), step: step, status: status)],
            isHeld: true
        )
        let event = Event(
            sequence: book.state.sequence + 1,
            time: time,
            fact: .sessionResumed(SessionResumed(program: "podium test", change: change))
        )
        return book.events + [event]
    }

    private static func state(with status: StepState.Status) -> SessionState {
        events(with: status).reduce(into: SessionState(id: session)) { $0.apply($1) }
    }
}

/// Each case of `StepTransition`, once.
enum Happening: String, CaseIterable {
    case started, retryScheduled, nested, asked, finished, failed, skipped, rerouted
    case callCancelled, otherCancelled, sessionClosed
    case redone, retried, reset, reopened, cancelled, leftOut, spared, deleted, lost, recorded

    var sample: StepTransition {
        switch self {
        case .started: .started(3)
        case .retryScheduled: .retryScheduled(due: Timestamp(microseconds: 7))
        case .nested: .nested(WorkflowID(3))
        case .asked: .asked("What now?")
        case .finished: .finished(2)
        case .failed: .failed("No.")
        case .skipped: .skipped("No.")
        case .rerouted: .rerouted
        case .callCancelled: .callCancelled(1, "No.")
        case .otherCancelled: .callCancelled(2, "No.")
        case .sessionClosed: .sessionClosed("No.")
        case .redone: .redone
        case .retried: .retried
        case .reset: .reset
        case .reopened: .reopened(WorkflowID(3))
        case .cancelled: .cancelled("Cancelled by ann.")
        case .leftOut: .leftOut("Skipped by ann.")
        case .spared: .spared("No.")
        case .deleted: .deleted
        case .lost: .lost(1)
        case .recorded: .recorded(.failed("No."))
        }
    }

    /// A case that is new in `StepTransition` does not compile here until it has its place above.
    init(_ transition: StepTransition) {
        switch transition {
        case .started: self = .started
        case .retryScheduled: self = .retryScheduled
        case .nested: self = .nested
        case .asked: self = .asked
        case .finished: self = .finished
        case .failed: self = .failed
        case .skipped: self = .skipped
        case .rerouted: self = .rerouted
        case .callCancelled(let attempt, _):
            self = attempt == 1 ? .callCancelled : .otherCancelled
        case .sessionClosed: self = .sessionClosed
        case .redone: self = .redone
        case .retried: self = .retried
        case .reset: self = .reset
        case .reopened: self = .reopened
        case .cancelled: self = .cancelled
        case .leftOut: self = .leftOut
        case .spared: self = .spared
        case .deleted: self = .deleted
        case .lost: self = .lost
        case .recorded: self = .recorded
        }
    }

    /// The fact by which the fold learns of it; nil for what is decided first, and recorded then.
    var fact: Fact? {
        let used = AttemptUsage(usage: .zero, cost: .zero, isEstimate: false)
        switch sample {
        case .started(let attempt):
            return .attemptStarted(
                AttemptStarted(
                    attempt: attempt,
                    agent: .step(1),
                    worker: "quick",
                    price: nil,
                    subtask: "a",
                    saw: [],
                    estimatedInput: 0
                )
            )
        case .retryScheduled(let due):
            return .retryScheduled(RetryScheduled(attempt: 1, agent: .step(1), due: due))
        case .nested(let workflow):
            return .workflowBegun(WorkflowBegun(workflow: workflow, parent: .step(1)))
        case .asked(let reason): return .stepAsked(StepAsked(step: 1, reason: reason))
        case .finished(let attempt):
            return .stepFinished(StepFinished(step: 1, attempt: attempt))
        case .failed(let reason):
            return .stepFailed(StepFailed(step: 1, attempt: nil, reason: reason))
        case .skipped(let reason): return .stepSkipped(StepSkipped(step: 1, reason: reason))
        case .rerouted:
            return .stepRerouted(StepRerouted(step: 1, from: "quick", to: "deep", reason: ""))
        case .callCancelled(let attempt, let reason):
            return .attemptCancelled(
                AttemptCancelled(attempt: attempt, reason: reason, used: used)
            )
        case .sessionClosed(let reason):
            return .sessionClosed(
                SessionClosed(
                    outcome: .failed,
                    answer: nil,
                    reason: reason,
                    usage: .zero,
                    cost: .zero
                )
            )
        case .recorded(let status):
            let record = RunChange.StepRecord(
                workflow: WorkflowID(1),
                step: Step(id: 1, worker: "quick", subtask: "a"),
                status: status
            )
            return .sessionResumed(
                SessionResumed(program: "podium test", change: RunChange(steps: [record]))
            )
        case .redone, .retried, .reset, .reopened, .cancelled, .leftOut, .spared, .deleted, .lost:
            return nil
        }
    }

    /// The override that leads to it.
    var override: Override? {
        switch self {
        case .redone: .rewrite(1, subtask: "other")
        case .retried: .retry(1)
        case .cancelled: .cancel(1)
        case .leftOut: .skip(1)
        case .deleted: .delete(1)
        default: nil
        }
    }

    /// Whether the fact is the step's own, so that it has to fit where the step stands.
    var isAudited: Bool { sample.row.otherwise == .believed }
}

extension StepState.Status {
    fileprivate var name: String { "\(self)".prefix { $0.isLetter }.description }
}

extension String {
    fileprivate var withoutTrailingBlanks: Substring {
        self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
    }

    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
