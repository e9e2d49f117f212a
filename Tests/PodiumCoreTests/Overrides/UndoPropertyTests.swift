import PodiumCore
import PodiumTesting
import Testing

struct UndoPropertyTests {
    /// At random points of random runs a copy is held, an override made and taken back.
    @Test func `what can be taken back at once is as if it had not been, in every state`() {
        var undone: Set<Override.Kind> = []
        for seed in UInt64(10_000)..<10_800 {
            var run = RandomRun(seed: seed)
            var count = 0
            while let input = run.nextInput() {
                _ = run.handle(input)
                count += 1
                guard count.isMultiple(of: 4), run.state.opened != nil, run.state.closed == nil,
                    !run.state.hasRetryDue(at: input.at)
                else { continue }
                let override = run.override()
                if let fault = fault(of: override, in: run.state, at: input.at, &undone) {
                    Issue.record(
                        "seed \(seed), input \(count): \(override): \(fault)\n\(run.story)"
                    )
                    return
                }
            }
        }
        let lasting: Set<Override.Kind> = [.replan, .finish, .undo]
        #expect(undone == Set(Override.Kind.allCases).subtracting(lasting))
    }

    private func fault(
        of override: Override,
        in state: SessionState,
        at time: Timestamp,
        _ undone: inout Set<Override.Kind>
    ) -> String? {
        var machine = RunMachine(state: state)
        func decide(_ override: Override, _ id: String) -> [Fact] {
            let request = OverrideRequest(id: id, author: "eve", override)
            return machine.handle(Input(at: time, .override(request))).events.map(\.fact)
        }
        if !state.isHeld, override.kind != .hold, override.kind != .undo {
            _ = decide(.hold, "hold")
        }
        let before = Picture(machine.state)
        let facts = decide(override, "override")
        // A budget that was lowered shortens the run at once; that stays, and the figure goes back.
        guard facts.contains(where: \.isApplied), !facts.contains(where: \.isShortening),
            override.kind != .undo, machine.state.closed == nil
        else { return nil }
        // Nor does a raised one that goes back, if the run has to be shortened then.
        let undoing = decide(.undo(nil), "undo")
        guard undoing.contains(where: \.isApplied), !undoing.contains(where: \.isShortening) else {
            return nil
        }
        undone.insert(override.kind)
        let after = Picture(machine.state)
        return after == before ? nil : "\(before)\nis afterwards\n\(after)"
    }
}

extension SessionState {
    /// Whether a retry only waits for its timer to be told: whatever lets the run go on begins it.
    fileprivate func hasRetryDue(at time: Timestamp) -> Bool {
        steps.contains { step in
            guard case .retrying(let due) = step.status else { return false }
            return due <= time
        } || workflows.contains { $0.retryDue.map { $0 <= time } ?? false }
    }
}

extension Fact {
    fileprivate var isApplied: Bool {
        if case .overrideApplied = self { true } else { false }
    }

    fileprivate var isShortening: Bool {
        if case .budgetReached = self { true } else { false }
    }
}
