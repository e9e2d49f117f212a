import PodiumCore

/// What persons decide, and what it changes.
extension FactSamples {
    static let overrides: [Fact] =
        everyOverride.enumerated().map { index, override in
            let request = OverrideRequest(
                id: "r\(index)",
                author: text,
                basedOn: index % 2 == 0 ? index : nil,
                override
            )
            return index % 3 == 0
                ? .overrideRefused(OverrideRefused(request: request, reason: text))
                : .overrideApplied(
                    OverrideApplied(
                        request: request,
                        before: index == 1 ? everyChange : RunChange(),
                        after: RunChange(),
                        undid: index % 2 == 0 ? nil : index
                    )
                )
        }

    static let everyOverride: [Override] = [
        .approve, .hold, .proceed, .reroute(StepID(1), worker: text),
        .rewrite(StepID(1), subtask: text), .rewire(StepID(3), access: [StepID(1), StepID(2)]),
        .rewire(StepID(3), access: []),
        .insert(
            after: StepID(1),
            worker: "w",
            subtask: text,
            access: [StepID(1)],
            readers: [StepID(2)]
        ),
        .insert(after: nil, worker: "w", subtask: text, access: nil, readers: nil),
        .delete(StepID(1)), .retry(StepID(1)), .cancel(StepID(1)), .skip(StepID(1)),
        .write(StepID(1), output: text), .replan(remark: text),
        .budget(Budget(picodollars: 1, tokens: nil, steps: 3, milliseconds: nil)),
        .withdraw(worker: "w"), .readmit(worker: "w"), .finish, .undo(7), .undo(nil),
    ]

    private static let everyChange = RunChange(
        steps: [
            StepState.Status.waiting, .running(AttemptID(1)),
            .retrying(due: Timestamp(microseconds: 1)), .nested(WorkflowID(2)), .asking(text),
            .finished(AttemptID(1)), .failed(text), .skipped(text), .cancelled(text), .deleted,
        ].enumerated().map { index, status in
            RunChange.StepRecord(
                workflow: WorkflowID(1),
                step: Step(id: StepID(index), worker: "w", subtask: "t", access: [StepID(0)]),
                status: status,
                marks: Set(StepState.Mark.allCases.prefix(index)),
                fallbacks: index % 3,
                after: index % 2 == 0 ? nil : StepID(index - 1)
            )
        },
        isHeld: true,
        budget: Budget(),
        awaiting: [WorkflowID(1)],
        superseded: [],
        withdrawn: ["w"]
    )
}
