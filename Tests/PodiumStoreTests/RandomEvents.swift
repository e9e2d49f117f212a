import PodiumCore

extension SeededGenerator {
    /// Text with what breaks naive storage: U+0000, quotes, wide and combining characters, nothing.
    mutating func text() -> String {
        let pieces = [
            "a", "\u{0}", "'", "\"", "\\", "\n", "é", "e\u{301}", "漢字", "👩‍👩‍👧", " ", "\u{FEFF}", "%",
            "\u{85}",
        ]
        return (0..<Int.random(in: 0...12, using: &self))
            .map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }

    mutating func number() -> Int {
        [0, 1, -1, .max, .min, Int.random(in: 0...100_000, using: &self)]
            .randomElement(using: &self) ?? 0
    }

    mutating func used() -> AttemptUsage {
        AttemptUsage(
            usage: Usage(input: number(), cacheRead: number(), output: number()),
            cost: Cost(picodollars: Int64(number()), hasUnknown: Bool.random(using: &self)),
            isEstimate: Bool.random(using: &self)
        )
    }

    /// Any fact but the opening one; unknown facts too.
    mutating func fact() -> Fact {
        let attempt = AttemptID(number())
        let step = StepID(number())
        switch Int.random(in: 0..<17, using: &self) {
        case 0:
            return .planAccepted(
                PlanAccepted(
                    workflow: Workflow(
                        id: WorkflowID(1),
                        parent: .round(after: WorkflowID(0)),
                        steps: [Step(id: step, worker: text(), subtask: text())]
                    ),
                    origin: .fallback,
                    reason: text()
                )
            )
        case 1:
            return .planRejected(
                PlanRejected(
                    attempt: attempt,
                    error: WorkflowError(.unreadable, text(), offset: number()),
                    remedy: .repair
                )
            )
        case 2:
            return .attemptStarted(
                AttemptStarted(
                    attempt: attempt,
                    agent: .step(StepID(3)),
                    worker: text(),
                    price: Price(input: 1, output: Int64(number())),
                    subtask: text(),
                    saw: [SeenOutput(attempt)],
                    estimatedInput: number()
                )
            )
        case 3: return .attemptFinished(.init(attempt: attempt, reason: .stop, used: used()))
        case 4:
            return .attemptFailed(
                AttemptFailed(
                    attempt: attempt,
                    error: ProviderError(.timeout, text(), advice: text(), isRetryable: true),
                    used: used()
                )
            )
        case 5: return .attemptCancelled(.init(attempt: attempt, reason: text(), used: used()))
        case 6:
            return .retryScheduled(
                RetryScheduled(
                    attempt: attempt,
                    agent: .conductor(WorkflowID(1)),
                    due: Timestamp(microseconds: Int64(number()))
                )
            )
        case 7: return .stepFinished(StepFinished(step: step, attempt: attempt))
        case 8: return .stepFailed(StepFailed(step: step, attempt: attempt, reason: text()))
        case 9: return .stepSkipped(StepSkipped(step: step, reason: text()))
        case 10:
            return .sessionClosed(
                SessionClosed(
                    outcome: .budget,
                    answer: Bool.random(using: &self) ? text() : nil,
                    reason: text(),
                    usage: used().usage,
                    cost: used().cost
                )
            )
        case 11:
            return .overrideRefused(
                OverrideRefused(
                    request: OverrideRequest(
                        id: text(),
                        author: text(),
                        basedOn: Bool.random(using: &self) ? number() : nil,
                        .write(step, output: text())
                    ),
                    reason: text()
                )
            )
        case 12:
            return .budgetReached(
                BudgetReached(
                    kind: .tokens,
                    remedy: .degrade,
                    change: RunChange(
                        steps: [
                            .init(
                                workflow: WorkflowID(1),
                                step: Step(id: step, worker: text(), subtask: text()),
                                status: .skipped(text()),
                                after: step
                            )
                        ]
                    )
                )
            )
        case 13:
            return .stepRerouted(
                StepRerouted(step: step, from: text(), to: text(), reason: text())
            )
        case 14:
            return .unknown(
                UnknownFact(
                    type: "ofALaterVersion" + text(),
                    version: number(),
                    attempt: Bool.random(using: &self) ? number() : nil,
                    text: Bool.random(using: &self) ? text() : nil,
                    body: Bool.random(using: &self) ? "{\"b\" : 1,\"a\":\"\(text())\"}" : nil
                )
            )
        default:
            return .textAppended(
                TextAppended(
                    attempt: attempt,
                    channel: Bool.random(using: &self) ? .answer : .reasoning,
                    text: text()
                )
            )
        }
    }

    /// A session as the store accepts it: opened first, numbered from 1.
    mutating func session(events count: Int) -> [Event] {
        (1...count).map { sequence in
            Event(
                sequence: sequence,
                time: Timestamp(microseconds: Int64(number())),
                fact: sequence == 1 ? .sessionOpened(.asking(text())) : fact()
            )
        }
    }

    /// `events` cut into runs of random length.
    mutating func batches(of events: [Event]) -> [[Event]] {
        var batches: [[Event]] = []
        var rest = events[...]
        while !rest.isEmpty {
            let batch = rest.prefix(Int.random(in: 1...20, using: &self))
            batches.append(Array(batch))
            rest = rest.dropFirst(batch.count)
        }
        return batches
    }
}
