import PodiumCore
import PodiumTesting

/// One fact of every kind, with every optional field once present and once absent.
enum FactSamples {
    static let all: [Fact] =
        sessions + plans + laterPlans + attempts + steps + pool + overrides + notes + clients

    static let used = AttemptUsage(
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

    static let text =
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
                    limits: RunLimits(
                        rounds: 2,
                        nesting: 1,
                        turns: 3,
                        fallbacks: 0,
                        budget: Budget(picodollars: 1, tokens: 2, steps: 3, milliseconds: 4)
                    ),
                    policy: RunPolicy(
                        variant: .mini,
                        onFailure: .ask,
                        onBudget: .degrade,
                        asksApproval: true
                    ),
                    seed: 0,
                    program: "",
                    history: [
                        WorkerHistory(
                            worker: "w",
                            output: [3, 1, 2],
                            milliseconds: [9, 8, 7],
                            calibration: TokenCalibration(
                                outputPermille: 1_100,
                                inputOffset: 12,
                                inputPermille: 900
                            )
                        )
                    ],
                    conversation: [Exchange(question: text, answer: "")],
                    follows: SessionID(rawValue: "20261122-101112-abcd")
                )
            ),
            .sessionOpened(
                SessionOpened(
                    question: "?",
                    conductor: .checkpoint(
                        [Worker].sample[1],
                        template: PlanTemplate(
                            system: text,
                            prompt: "{{question}} {{workers}}",
                            examples: text,
                            prefill: "model_id = ["
                        ),
                        source: "t.txt"
                    ),
                    pool: [
                        Worker(
                            name: "a",
                            provider: "p",
                            model: "m",
                            tags: ["fast", text],
                            fallbacks: ["b", "c"],
                            options: ModelOptions(
                                temperature: 0.1,
                                topP: 0.9,
                                topK: 3,
                                maxTokens: 4_000,
                                stop: [text],
                                seed: .ofCall,
                                reasoningEffort: "high",
                                reasoningTokens: 2_000,
                                system: text,
                                serviceTier: "flex",
                                headers: [RequestHeader(name: "X-A", value: text)],
                                body: [
                                    "a/b": .object([
                                        "c": .array([.null, .number(0.5), .bool(true)])
                                    ]),
                                    "d": .string(text), "e": .integer(-7), "f": .object([:]),
                                ]
                            )
                        )
                    ],
                    seed: 2,
                    program: "podium"
                )
            ),
            .sessionResumed(
                SessionResumed(
                    program: text,
                    change: RunChange(
                        steps: [
                            .init(
                                workflow: WorkflowID(1),
                                step: Step(id: StepID(1), worker: "w", subtask: text),
                                status: .waiting
                            )
                        ]
                    )
                )
            ),
            .attemptQueued(
                AttemptQueued(
                    attempt: AttemptID(3),
                    wait: AdmissionWait(reason: .server, due: Timestamp(microseconds: 5))
                )
            ),
            .attemptSent(AttemptSent(attempt: AttemptID(3))),
            .budgetReached(BudgetReached(kind: .time, remedy: .stop)),
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

    private static let notes: [Fact] = [
        .planAccepted(
            PlanAccepted(
                workflow: Workflow(id: WorkflowID(1), steps: []),
                origin: .conductor,
                note: text
            )
        )
    ]

    private static let laterPlans: [Fact] = [
        .planAccepted(
            PlanAccepted(
                workflow: Workflow(id: WorkflowID(1), steps: []),
                origin: .selector,
                awaitsApproval: true
            )
        ),
        .planRejected(
            PlanRejected(
                attempt: AttemptID(3),
                error: WorkflowError(.emptyPlan, "None."),
                remedy: .keep
            )
        ),
        .workflowBegun(
            WorkflowBegun(
                workflow: WorkflowID(2),
                parent: .round(after: WorkflowID(1)),
                follows: WorkflowID(1),
                remark: text
            )
        ),
        .workflowBegun(WorkflowBegun(workflow: WorkflowID(3), parent: .step(StepID(4)))),
        .answerKept(AnswerKept(workflow: WorkflowID(2), attempt: AttemptID(9))),
        .stepSelected(
            StepSelected(
                workflow: WorkflowID(1),
                step: Step(id: StepID(1), worker: "w", subtask: text, role: .verifier),
                reason: text
            )
        ),
        .forecastMade(
            ForecastMade(
                workflow: WorkflowID(1),
                forecast: Forecast(
                    picodollars: .init(low: 0, high: .max),
                    nominal: .init(low: 1, high: 2),
                    tokens: .init(low: 3, high: 4),
                    milliseconds: .init(low: 5, high: 6),
                    unknown: [text]
                )
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
                provider: text,
                price: Price(
                    currency: .nominal,
                    input: 1,
                    output: 2,
                    cacheRead: 3,
                    cacheWriteShort: 4,
                    cacheWriteLong: 5,
                    contextTiers: [.init(above: 6, input: 7, output: 8)]
                ),
                subtask: text,
                saw: [
                    SeenOutput(AttemptID(1)), SeenOutput(AttemptID(7), subtask: text),
                    SeenOutput(AttemptID(8), subtask: text, step: StepID(2)),
                    SeenOutput(AttemptID(9), step: StepID(3)),
                ],
                lacked: [LackedOutput(step: StepID(2), subtask: text)],
                estimatedInput: 99,
                offered: ["w", text]
            )
        ),
        .textAppended(TextAppended(attempt: AttemptID(2), text: text)),
        .textAppended(TextAppended(attempt: AttemptID(2), channel: .reasoning, text: "")),
        .textAppended(TextAppended(attempt: AttemptID(2), channel: .toolCalls, text: text)),
        .attemptFinished(AttemptFinished(attempt: AttemptID(2), reason: .length, used: used)),
        .attemptFinished(
            AttemptFinished(
                attempt: AttemptID(2),
                reason: .stop,
                used: AttemptUsage(
                    usage: .zero,
                    cost: .zero,
                    isEstimate: true,
                    disbelieved: Usage(output: .max)
                ),
                digest: "00c0ffee00c0ffee"
            )
        ),
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
        .attemptFailed(
            AttemptFailed(
                attempt: AttemptID(2),
                error: .broken,
                used: used,
                digest: "00c0ffee00c0ffee"
            )
        ),
        .attemptCancelled(AttemptCancelled(attempt: AttemptID(2), reason: text, used: used)),
        .attemptCancelled(
            AttemptCancelled(
                attempt: AttemptID(2),
                reason: text,
                used: used,
                digest: "00c0ffee00c0ffee"
            )
        ),
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
        .stepFailed(StepFailed(step: StepID(1), attempt: nil, reason: "")),
        .stepAsked(StepAsked(step: StepID(1), reason: text)),
        .stepRerouted(StepRerouted(step: StepID(1), from: "a", to: "b", reason: text)),
    ]

    private static let pool: [Fact] = [
        .workerLeft(WorkerLeft(worker: "w", reason: text)),
        .workerLeft(WorkerLeft(worker: "w", reason: "", until: Timestamp(microseconds: 5))),
        .workerReturned(WorkerReturned(worker: text)),
    ]
}
