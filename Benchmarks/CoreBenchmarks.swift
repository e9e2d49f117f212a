import PodiumCore

/// Events as a run with six agents makes them.
enum SampleEvents {
    static func events(count: Int) -> [Event] {
        let pool = ["ann", "bea"].map { Worker(name: $0, provider: "p", model: $0) }
        var facts: [Fact] = [
            .sessionOpened(
                SessionOpened(
                    question: "What?",
                    conductor: .prompted(pool[0]),
                    pool: pool,
                    seed: 1,
                    program: "bench"
                )
            )
        ]
        let steps = (1...5).map {
            Step(id: StepID($0), worker: "ann", subtask: "step \($0)")
        }
        facts.append(
            .planAccepted(
                PlanAccepted(workflow: Workflow(id: WorkflowID(1), steps: steps), origin: .file)
            )
        )
        for step in steps {
            facts.append(
                .attemptStarted(
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
            )
        }
        for number in 0..<(count - facts.count) {
            facts.append(
                .textAppended(
                    TextAppended(
                        attempt: AttemptID(number % 5 + 1),
                        text: "a piece of about thirty-two bytes "
                    )
                )
            )
        }
        return facts.enumerated().map { index, fact in
            Event(
                sequence: index + 1,
                time: Timestamp(microseconds: 1_790_000_000_000_000 + Int64(index)),
                fact: fact
            )
        }
    }
}

enum CoreBenchmarks {
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
            )
        ]
    }
}
