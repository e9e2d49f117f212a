import PodiumCore
import PodiumTesting

/// One fact of every kind, with every optional field once present and once absent.
enum FactSamples {
    static let all: [Fact] = sessions + plans + attempts + steps

    private static let used = AttemptUsage(
        usage: Usage(
            input: 1,
            cacheRead: 2,
            cacheWriteShort: 3,
            cacheWriteLong: 4,
            output: 5,
            reasoning: 6
        ),
        cost: Cost(picodollars: 123_456_789_012_345, nominal: -7, hasUnknown: true),
        isEstimate: true
    )

    private static let text =
        "Line one\nline \"two\" \\ / é 漢字 👍🏽 \u{0}\u{1F} \u{2028} \u{7F}\u{85}\u{202E} </script>"

    private static let sessions: [Fact] =
        [
            .sessionOpened(
                SessionOpened(
                    question: text,
                    conductor: .prompted([Worker].sample[0]),
                    pool: .sample,
                    limits: RunLimits(
                        steps: 9,
                        retries: 0,
                        repairs: 2,
                        picodollars: .max,
                        tokens: 1
                    ),
                    seed: .max,
                    program: "podium 0.1.0"
                )
            ),
            .sessionOpened(
                SessionOpened(
                    question: "",
                    conductor: .fixed(.diamond, source: "a/b.json"),
                    pool: [],
                    seed: 0,
                    program: ""
                )
            ),
            .sessionOpened(
                SessionOpened(
                    question: "?",
                    conductor: .embedded([Worker].sample[2]),
                    pool: .sample,
                    seed: 1,
                    program: "podium"
                )
            ),
            .sessionClosed(
                SessionClosed(
                    outcome: .answered,
                    answer: text,
                    reason: nil,
                    usage: used.usage,
                    cost: used.cost
                )
            ),
        ]
        + SessionClosed.Outcome.allCases.map {
            .sessionClosed(
                SessionClosed(outcome: $0, answer: nil, reason: text, usage: .zero, cost: .zero)
            )
        }

    private static let plans: [Fact] = [
        .planAccepted(
            PlanAccepted(
                workflow: Plan.diamond.workflow(
                    id: WorkflowID(1),
                    parent: .question,
                    firstStep: 1,
                    pool: .sample
                ),
                origin: .conductor
            )
        ),
        .planAccepted(
            PlanAccepted(
                workflow: Workflow(
                    id: WorkflowID(2),
                    parent: .round(after: WorkflowID(1)),
                    steps: []
                ),
                origin: .file,
                reason: text
            )
        ),
        .planAccepted(
            PlanAccepted(
                workflow: Workflow(
                    id: WorkflowID(3),
                    parent: .step(StepID(4)),
                    steps: [Step(id: StepID(9), worker: "w", subtask: text)]
                ),
                origin: .fallback
            )
        ),
        .planRejected(
            PlanRejected(
                attempt: AttemptID(1),
                error: WorkflowError(.badReference, text, step: 1, offset: 7),
                remedy: .repair
            )
        ),
        .planRejected(
            PlanRejected(
                attempt: AttemptID(2),
                error: WorkflowError(.noPlan, "None."),
                remedy: .fallback
            )
        ),
    ]

    private static let attempts: [Fact] = [
        .attemptStarted(
            AttemptStarted(
                attempt: AttemptID(1),
                agent: .conductor(WorkflowID(1)),
                worker: "w",
                price: nil,
                subtask: nil,
                saw: [],
                estimatedInput: 0
            )
        ),
        .attemptStarted(
            AttemptStarted(
                attempt: AttemptID(2),
                agent: .step(StepID(3)),
                worker: text,
                price: Price(
                    currency: .nominal,
                    input: 1,
                    output: 2,
                    cacheRead: 3,
                    cacheWriteShort: 4,
                    cacheWriteLong: 5
                ),
                subtask: text,
                saw: [AttemptID(1), AttemptID(7)],
                estimatedInput: 99
            )
        ),
        .textAppended(TextAppended(attempt: AttemptID(2), text: text)),
        .textAppended(TextAppended(attempt: AttemptID(2), channel: .reasoning, text: "")),
        .attemptFinished(AttemptFinished(attempt: AttemptID(2), reason: .length, used: used)),
        .attemptFinished(
            AttemptFinished(
                attempt: AttemptID(2),
                reason: FinishReason(rawValue: "of a later version"),
                used: used
            )
        ),
        .attemptFailed(
            AttemptFailed(
                attempt: AttemptID(2),
                error: ProviderError(
                    .rateLimited,
                    text,
                    advice: "Wait.",
                    httpStatus: 429,
                    isRetryable: true,
                    retryAfterMilliseconds: 9
                ),
                used: used
            )
        ),
        .attemptFailed(AttemptFailed(attempt: AttemptID(2), error: .broken, used: used)),
        .attemptCancelled(AttemptCancelled(attempt: AttemptID(2), reason: text, used: used)),
        .retryScheduled(
            RetryScheduled(
                attempt: AttemptID(2),
                agent: .step(StepID(3)),
                due: Timestamp(microseconds: -1)
            )
        ),
        .retryScheduled(
            RetryScheduled(
                attempt: AttemptID(2),
                agent: .conductor(WorkflowID(1)),
                due: Timestamp(microseconds: .max)
            )
        ),
    ]

    private static let steps: [Fact] = [
        .stepFinished(StepFinished(step: StepID(1), attempt: AttemptID(2))),
        .stepFailed(StepFailed(step: StepID(1), attempt: AttemptID(2), reason: text)),
        .stepSkipped(StepSkipped(step: StepID(1), reason: text)),
    ]
}
