import PodiumCore
import PodiumTesting

/// What happens in a random run.
extension RandomRun {
    mutating func piece(of attempt: AttemptID) -> TextAppended {
        let words = [
            "model_id = [0, 1, 2]\n", "model_id = [1]\n", "subtasks = [\"a\", \"b\", \"c\"]\n",
            "subtasks = [\"a\"]\n", "access_list = [[], [0], [\"all\"]]\n", "access_list = []\n",
            "model_id = []\nsubtasks = []\naccess_list = []\n",
            "model_id = [3, 0]\nsubtasks = [\"a\", \"b\"]\naccess_list = [[], [0]]\n",
            "worker = 1\nrole = worker\n", "worker = 0\nrole = verifier\n",
            "worker = 2\nrole = thinker\n", "worker = 9\nrole = worker\n", "ACCEPT", "REVISE",
            "Answer: 42", " ", "", "text", "\n",
        ]
        let channel: TextAppended.Channel =
            switch number(in: 0...44) {
            case 0..<9: .reasoning
            case 44: .toolCalls
            default: .answer
            }
        return TextAppended(
            attempt: attempt,
            channel: channel,
            text: element(of: words) ?? ""
        )
    }

    mutating func end() -> ReplyEnd {
        let usage =
            random.once(in: 4)
            ? nil : Usage(input: number(in: 0...500), output: number(in: 0...200))
        if random.once(in: 3) {
            return .failed(
                ProviderError(
                    .overloaded,
                    "Busy.",
                    isRetryable: !random.once(in: 4),
                    retryAfterMilliseconds: element(of: [nil, nil, 0, 4_000, 500_000]) ?? nil
                ),
                usage
            )
        }
        let reasons: [FinishReason] = [.stop, .stop, .stop, .length, .declined, .contentFilter]
        return .finished(element(of: reasons) ?? .stop, usage)
    }

    mutating func opened() -> SessionOpened {
        let conductor: ConductorSpecification =
            switch number(in: 0...4) {
            case 0: .prompted([Worker].sample[number(in: 0...2)])
            case 1: .embedded(Worker(name: "policy", provider: "inside", model: "p"))
            case 2:
                .checkpoint(
                    [Worker].sample[0],
                    template: PlanTemplate(
                        prompt: "{{question}}{{workers}}",
                        prefill: random.once(in: 2) ? "model_id = " : nil
                    ),
                    source: "t"
                )
            default: .fixed(plan(), source: "random.json")
            }
        let variant = element(of: [.plan, .plan, .mini, .ultra] as [RunPolicy.Variant]) ?? .plan
        return SessionOpened(
            question: "What?",
            conductor: conductor,
            pool: random.once(in: 40) ? [] : .sample,
            limits: limits(),
            policy: RunPolicy(
                variant: conductor.kind == .fixed ? .plan : variant,
                onFailure: element(of: RunPolicy.Failure.allCases) ?? .proceed,
                onBudget: element(of: RunPolicy.Exhaustion.allCases) ?? .stop,
                asksApproval: random.once(in: 4)
            ),
            seed: random.next(),
            program: "test",
            history: random.once(in: 3)
                ? [
                    WorkerHistory(
                        worker: "quick",
                        output: [4, 9, 7, 30],
                        milliseconds: [1, 2, 5, 9]
                    )
                ]
                : []
        )
    }

    private mutating func limits() -> RunLimits {
        RunLimits(
            steps: number(in: 1...5),
            retries: number(in: 0...2),
            repairs: number(in: 0...2),
            rounds: number(in: 1...3),
            nesting: number(in: 0...2),
            turns: number(in: 1...5),
            fallbacks: number(in: 0...2),
            budget: random.once(in: 2) ? Budget() : budget()
        )
    }

    mutating func budget() -> Budget {
        Budget(
            picodollars: random.once(in: 3) ? Int64(number(in: 1...5_000_000_000)) : nil,
            tokens: random.once(in: 3) ? number(in: 1...9_000) : nil,
            steps: random.once(in: 3) ? number(in: 1...8) : nil,
            milliseconds: random.once(in: 3) ? number(in: 1...90_000) : nil
        )
    }

    private mutating func plan() -> Plan {
        let count = number(in: 1...8)
        return Plan(
            steps: (0..<count).map { position in
                let sees = (0..<position).filter { _ in random.once(in: 3) }
                return Plan.Step(
                    worker: .id(random.once(in: 60) ? 3 : number(in: 0...2)),
                    subtask: "Part \(position).",
                    access: random.once(in: 5) ? .all : .steps(sees)
                )
            }
        )
    }

    // MARK: Overrides

    mutating func override() -> Override {
        let step = anyStep()
        switch number(in: 0...18) {
        case 0: return .approve
        case 1: return .hold
        case 2: return .proceed
        case 3: return .reroute(step, worker: anyWorker())
        case 4: return .rewrite(step, subtask: element(of: ["a", "other", " "]) ?? "")
        case 5: return .rewire(step, access: someSteps())
        case 6: return insertion(after: step)
        case 7: return .delete(step)
        case 8: return .retry(step)
        case 9: return .cancel(step)
        case 10: return .skip(step)
        case 11: return .write(step, output: element(of: ["Answer: 7", "", "by hand"]) ?? "")
        case 12: return random.once(in: 3) ? .replan(remark: "again") : .hold
        case 13: return .budget(random.once(in: 5) ? Budget(tokens: 0) : budget())
        case 14: return .withdraw(worker: anyWorker())
        case 15: return .readmit(worker: anyWorker())
        case 16: return random.once(in: 6) ? .finish : .approve
        case 17: return .undo(nil)
        default: return .undo(number(in: 0...max(1, state.sequence)))
        }
    }

    private mutating func insertion(after step: StepID) -> Override {
        .insert(
            after: random.once(in: 5) ? nil : step,
            worker: anyWorker(),
            subtask: "More.",
            access: random.once(in: 2) ? nil : someSteps(),
            readers: random.once(in: 2) ? nil : someSteps()
        )
    }

    private mutating func anyStep() -> StepID {
        random.once(in: 12)
            ? StepID(number(in: -1...40)) : element(of: state.steps)?.id ?? StepID(1)
    }

    private mutating func someSteps() -> [StepID] {
        state.steps.map(\.id).filter { _ in random.once(in: 3) }
    }

    private mutating func anyWorker() -> String {
        element(of: state.opened?.pool.map(\.name) ?? []).flatMap { random.once(in: 8) ? nil : $0 }
            ?? element(of: ["conductor", "nobody"]) ?? ""
    }
}
