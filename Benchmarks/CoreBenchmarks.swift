import PodiumCore

/// Events as a run with several agents makes them.
enum SampleEvents {
    static func events(count: Int) -> [Event] {
        let opening = opening(agents: 5)
        let pieces = (0..<(count - opening.count)).map { number in
            Fact.textAppended(
                TextAppended(
                    attempt: AttemptID(number % 5 + 1),
                    text: "a piece of about thirty-two bytes "
                )
            )
        }
        return numbered(opening + pieces)
    }

    /// A plan of so many steps that all run; attempt n is that of step n.
    static func opening(agents: Int) -> [Fact] {
        let pool = ["ann", "bea"].map { Worker(name: $0, provider: "p", model: $0) }
        let steps = (1...agents).map {
            Step(id: StepID($0), worker: "ann", subtask: "step \($0)")
        }
        let opened = SessionOpened(
            question: "What?",
            conductor: .prompted(pool[0]),
            pool: pool,
            seed: 1,
            program: "bench"
        )
        let workflow = Workflow(id: WorkflowID(1), steps: steps)
        let attempts = steps.map { step in
            Fact.attemptStarted(
                AttemptStarted(
                    attempt: AttemptID(step.id.rawValue),
                    agent: .step(step.id),
                    worker: "ann",
                    price: nil,
                    subtask: step.subtask,
                    saw: [],
                    estimatedInput: 10
                )
            )
        }
        return [
            .sessionOpened(opened),
            .planAccepted(PlanAccepted(workflow: workflow, origin: .file)),
        ] + attempts
    }

    /// Events a microsecond apart.
    static func numbered(_ facts: [Fact], after sequence: Int = 0) -> [Event] {
        facts.enumerated().map { index, fact in
            Event(
                sequence: sequence + index + 1,
                time: Timestamp(microseconds: 1_790_000_000_000_000 + Int64(sequence + index)),
                fact: fact
            )
        }
    }
}

enum CoreBenchmarks {
    private static let rollouts = 400

    static func run() -> [Measurement] {
        let events = SampleEvents.events(count: 100_000)
        let seconds = bestSeconds {
            var state = SessionState(id: SessionID(rawValue: "bench"))
            for event in events { state.apply(event) }
            precondition(state.sequence == events.count)
        }
        return [
            Measurement(
                name: "fold of 100,000 decoded events",
                value: Double(events.count) / seconds,
                unit: "events/s",
                aim: .atLeast(1_000_000)
            ),
            Measurement(
                name: "rollout of a workflow of 5 steps",
                value: microsecondsOfRollout(keepsEvents: true),
                unit: "µs",
                aim: .atMost(100)
            ),
            Measurement(
                name: "rollout whose events are not kept",
                value: microsecondsOfRollout(keepsEvents: false),
                unit: "µs",
                aim: .atMost(50)
            ),
        ]
    }

    /// The workflow of the engine's benchmarks, by workers that take no time.
    private static func microsecondsOfRollout(keepsEvents: Bool) -> Double {
        let seconds = bestSeconds(of: 7) {
            for _ in 0..<rollouts {
                let rollout = Rollout(EngineBenchmarks.opening, keepsEvents: keepsEvents) { call in
                    Rollout.Reply(
                        EngineBenchmarks.text(for: call),
                        usage: EngineBenchmarks.usage
                    )
                }
                precondition(rollout.answer == "done")
            }
        }
        return seconds / Double(rollouts) * 1e6
    }
}
