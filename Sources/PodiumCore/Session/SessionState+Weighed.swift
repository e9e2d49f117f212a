extension SessionState {
    /// What the conductor weighed for a step of its plan, as it told it; nil where it told nothing, and for
    /// a step that a person put in.
    public func weighed(for id: StepID) -> WeighedStep? {
        // Another conductor's text could pass its own words off as what was weighed.
        guard opened?.conductor.kind == .embedded, let place = position(of: id),
            !steps[place].marks.contains(.inserted),
            let accepted = workflow(steps[place].workflow)?.accepted?.workflow.steps,
            let number = accepted.firstIndex(where: { $0.id == id })
        else { return nil }
        let plan = attempts.last { attempt in
            guard case .conductor(let workflow) = attempt.agent else { return false }
            return workflow == steps[place].workflow && attempt.gaveOutput
        }
        return plan.flatMap { WeighedStep.all(in: $0.text)[number + 1] }
    }
}
