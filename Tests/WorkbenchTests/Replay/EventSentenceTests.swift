import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// What each kind of event says, and which landmark it is.
struct EventSentenceTests {
    private static let step = StepID(1)
    private static let attempt = AttemptID(2)
    private static let used = AttemptUsage(
        usage: Usage(input: 60, output: 12),
        cost: Cost(picodollars: 10_000_000_000),
        isEstimate: false
    )
    private static let request = OverrideRequest(id: "r", author: "ann", .hold)
    private static let fault = ProviderError(.overloaded, "It is overloaded.", isRetryable: true)

    /// A session with a step that runs: call 1 is the conductor's, call 2 that of step 1.
    private static let running: HistoryBuilder = {
        var history = HistoryBuilder()
        history.open("Why?", conductor: .prompted([Worker].sample[1]))
        history.reply(1, GraphHistories.plan((0, "Find it.", "[]")))
        history.text(2, "found")
        return history
    }()

    private static let facts: [(Fact, String, Landmark?)] = plans + calls + steps + rest

    private static let plans: [(Fact, String, Landmark?)] = [
        (
            .workflowBegun(WorkflowBegun(workflow: WorkflowID(1), parent: .question)),
            "A workflow is begun.", nil
        ),
        (
            .workflowBegun(
                WorkflowBegun(workflow: WorkflowID(2), parent: .question, remark: "shorter")
            ),
            "The conductor is asked for another plan: shorter", .round
        ),
        (
            .workflowBegun(
                WorkflowBegun(workflow: WorkflowID(2), parent: .round(after: WorkflowID(1)))
            ),
            "The conductor is shown the answer, and asked for another round.", .round
        ),
        (
            .planAccepted(
                PlanAccepted(workflow: Workflow(id: WorkflowID(1), steps: []), origin: .conductor)
            ),
            "The workflow has 0 steps.", nil
        ),
        (
            .answerKept(AnswerKept(workflow: WorkflowID(1), attempt: AttemptID(1))),
            "The conductor leaves the answer as it is.", nil
        ),
    ]

    private static let calls: [(Fact, String, Landmark?)] = [
        (start(.conductor(WorkflowID(1))), "The conductor (quick) writes a workflow.", .began),
        (start(.step(step)), "Step 1 (quick) starts.", .began),
        (start(.step(step), worker: Worker.personName), "Step 1 (quick) starts.", nil),
        (
            .textAppended(TextAppended(attempt: attempt, text: "x")),
            "Step 1 (quick) writes: 5 B so far", nil
        ),
        (
            .textAppended(TextAppended(attempt: attempt, channel: .reasoning, text: "x")),
            "Step 1 (quick) thinks: 5 B so far", nil
        ),
        (
            .textAppended(TextAppended(attempt: AttemptID(9), text: "xyz")),
            "A call writes: 3 B so far", nil
        ),
        (
            .attemptFinished(AttemptFinished(attempt: attempt, reason: .stop, used: used)),
            "Step 1 (quick) is finished: 60 tokens read, 12 written, $0.0100.", .finished
        ),
        (
            .attemptFailed(AttemptFailed(attempt: attempt, error: fault, used: used)),
            "Step 1 (quick) failed: It is overloaded.", .failure
        ),
        (
            .attemptCancelled(AttemptCancelled(attempt: attempt, reason: "No.", used: used)),
            "Step 1 (quick) was cancelled: No.", .stopped
        ),
        (
            .retryScheduled(
                RetryScheduled(
                    attempt: attempt,
                    agent: .step(step),
                    due: Timestamp(microseconds: 3_000_000)
                )
            ),
            "Step 1 (quick) will be tried again in 3.0s.", .retry
        ),
        (
            .attemptQueued(
                AttemptQueued(attempt: attempt, wait: AdmissionWait(reason: .concurrency))
            ),
            "Step 1 (quick) waits for a free slot of its provider.", nil
        ),
        (
            .attemptSent(AttemptSent(attempt: attempt)),
            "Step 1 (quick) has its turn: it is called.", nil
        ),
    ]

    private static let steps: [(Fact, String, Landmark?)] = [
        (
            .stepFinished(StepFinished(step: step, attempt: attempt)),
            "Step 1 (quick) has its output.", nil
        ),
        (
            .stepFailed(StepFailed(step: step, attempt: attempt, reason: "No.")),
            "Step 1 (quick) gave no output: No.", .failure
        ),
        (
            .stepSkipped(StepSkipped(step: step, reason: "No.")),
            "Step 1 (quick) is skipped: No.", .stopped
        ),
        (
            .stepAsked(StepAsked(step: step, reason: "No.")),
            "Step 1 (quick) waits for you: No.", .failure
        ),
        (
            .stepRerouted(StepRerouted(step: step, from: "quick", to: "deep", reason: "No.")),
            "Step 1 goes from quick to deep: No.", .retry
        ),
    ]

    private static let rest: [(Fact, String, Landmark?)] = [
        (
            .workerLeft(WorkerLeft(worker: "deep", reason: "No.")),
            "deep is out of reach: No.", .failure
        ),
        (.workerReturned(WorkerReturned(worker: "deep")), "deep is back.", nil),
        (
            .budgetReached(BudgetReached(kind: .tokens, remedy: .stop)),
            "The budget of tokens is spent.", .failure
        ),
        (
            .overrideApplied(
                OverrideApplied(request: request, before: RunChange(), after: RunChange())
            ),
            "ann holds the run: nothing new is begun.", .override
        ),
        (
            .overrideRefused(OverrideRefused(request: request, reason: "No.")),
            "ann's hold is refused: No.", .override
        ),
        (
            .sessionResumed(SessionResumed(program: "podium", change: RunChange())),
            "The session goes on (podium).", .override
        ),
        (close(.answered, "42"), "The run ends with an answer.", .answer),
        (close(.failed, nil, "No."), "There is no answer. No.", .failure),
        (close(.cancelled, nil, "No."), "The run was cancelled. No.", .stopped),
        (close(.budget, nil), "Stopped without an answer.", .failure),
        (
            .unknown(UnknownFact(type: "moonRose", version: 1, attempt: nil, text: nil, body: nil)),
            "(An event of a later version: moonRose.)", nil
        ),
    ]

    private static func start(_ agent: Agent, worker: String = "quick") -> Fact {
        .attemptStarted(
            AttemptStarted(
                attempt: attempt,
                agent: agent,
                worker: worker,
                price: nil,
                subtask: nil,
                saw: [],
                estimatedInput: 1
            )
        )
    }

    private static func close(
        _ outcome: SessionClosed.Outcome,
        _ answer: String?,
        _ reason: String? = nil
    ) -> Fact {
        .sessionClosed(
            SessionClosed(
                outcome: outcome,
                answer: answer,
                reason: reason,
                usage: .zero,
                cost: .zero
            )
        )
    }

    @Test(arguments: facts) func `an event says what happened, and whether it stands out`(
        fact: Fact,
        sentence: String,
        landmark: Landmark?
    ) {
        let event = Event(sequence: 99, time: Timestamp(microseconds: 0), fact: fact)
        #expect(EventSentence(event, in: Self.running.state).text == sentence)
        #expect(Landmark(fact) == landmark)
    }

    @Test(arguments: [FinishReason.length, .contentFilter, .declined])
    func `a reply that is not what was asked for stands out as a failure`(reason: FinishReason) {
        let fact = AttemptFinished(attempt: Self.attempt, reason: reason, used: Self.used)
        #expect(Landmark(.attemptFinished(fact)) == .failure)
    }

    @Test func `every event of a run says something`() {
        var state = SessionState(id: SessionID(rawValue: "s"))
        for event in ReplaySession.history.events {
            state.apply(event)
            #expect(EventSentence(event, in: state).text.count > 5)
        }
    }

    @Test func `every landmark has a sign of its own, with and without Unicode`() {
        for unicode in [true, false] {
            let look = Look(theme: .standard(depth: .trueColor), unicode: unicode)
            let signs = Landmark.allCases.map(look.sign)
            #expect(Set(signs).count == signs.count)
            #expect(unicode || signs.allSatisfy { $0.utf8.count == 1 })
        }
    }
}
