public import PodiumCore

/// What a person is told before finished work is thrown away or a run is ended.
public struct Consequence: Sendable {
    /// Nil when nothing is lost: then nobody is asked.
    public let text: String?

    /// - Throws: `OverrideRefusal` when the override would be refused.
    public init(of override: Override, in state: SessionState) throws(OverrideRefusal) {
        let preview = try OverridePreview(override, in: state)
        var sentences = Self.loss(preview, of: override, in: state)
        let rounds = preview.roundsGivenUp.map(String.init).joined(separator: ", ")
        if override.kind != .replan, !rounds.isEmpty {
            let subject =
                preview.roundsGivenUp.count == 1 ? "Round \(rounds) is" : "Rounds \(rounds) are"
            sentences.append("\(subject) given up, and planned anew; that cannot be taken back.")
        }
        switch override {
        case .finish: sentences.append(Self.ending(state))
        case .replan: sentences.append("The plan is given up; that cannot be taken back.")
        case .cancel, .skip, .delete, .rewire, .insert:
            sentences += Self.aftermath(preview.aftermath(in: state), of: override, state)
        case .budget(let budget) where budget.isSpent(in: state):
            sentences.append("That is spent already: the run ends here, and cannot go on.")
        case .withdraw(let worker):
            let steps = state.steps.filter { !$0.isSettled && $0.step.worker == worker }
            if !steps.isEmpty {
                sentences.append(
                    "\(Self.steps(steps.map(\.id), state)) will go to another worker, or fail."
                )
            }
        default: break
        }
        guard !sentences.isEmpty else {
            text = nil
            return
        }
        if !preview.brokenOff.isEmpty {
            sentences.append("\(Self.steps(preview.brokenOff, state)) will be broken off.")
        }
        text = sentences.joined(separator: " ")
    }

    private static func loss(
        _ preview: OverridePreview,
        of override: Override,
        in state: SessionState
    ) -> [String] {
        guard !preview.thrownAway.isEmpty else { return [] }
        let tokens = preview.lost.usage.total
        let spent =
            tokens == 0
            ? ""
            : " (\(Format.tokens(tokens)) tokens, "
                + "\(Format.cost(preview.lost.cost, isEstimate: preview.lost.isEstimate)))"
        var sentences = [
            "\(capitalized(outputs(preview.thrownAway, state)))\(spent) no longer counts"
                + (override.kind == .replan ? ", unless the new plan has the same step." : ".")
        ]
        var again = preview.doneAgain
        // A person's own text stands: that step is not done.
        if case .write(let step, _) = override { again.removeAll { $0 == step } }
        if !again.isEmpty {
            sentences.append(
                "\(steps(again, state)) will be done again, which may cost about as much."
            )
        }
        return sentences
    }

    /// What becomes of others when a step gives nothing.
    private static func aftermath(
        _ aftermath: OverridePreview.Aftermath,
        of override: Override,
        _ state: SessionState
    ) -> [String] {
        var sentences: [String] = []
        if !aftermath.starved.isEmpty {
            let whom = aftermath.starved.count == 1 ? "it" : "they"
            sentences.append(
                "\(steps(aftermath.starved, state)) will be left out: no step \(whom) may see has an"
                    + " output."
            )
        }
        // Whoever empties an access list knows it.
        var blinded = aftermath.blinded
        if case .rewire(let step, _) = override { blinded.removeAll { $0 == step } }
        if !blinded.isEmpty {
            sentences.append("\(steps(blinded, state)) will see the question only.")
        }
        if !aftermath.unread.isEmpty {
            let whose = aftermath.unread.map { name($0, state) }.joined(separator: ", ")
            sentences.append("Nobody will read the output of \(whose).")
        }
        if let step = aftermath.answering {
            let part = aftermath.answeredStep.map { "the output of \(name($0, state))" }
            sentences.append(
                "\(capitalized(name(step, state))) will give \(part ?? "the answer") instead."
            )
        }
        if aftermath.endsWithoutAnswer {
            sentences.append("Then nothing is left to do, and there is no answer.")
        }
        return sentences
    }

    private static func ending(_ state: SessionState) -> String {
        guard let best = state.bestAnswer else { return "The run ends here, without an answer." }
        let answer = Format.oneLine(best.text)
        let short = answer.count > 60 ? answer.prefix(59) + "…" : answer[...]
        let name = state.name(of: best.step)
        guard let output = state.step(best.step)?.output,
            state.attempt(output)?.worker == Worker.personName
        else { return "The run ends here, with \(name)'s \"\(short)\"." }
        return "The run ends here, with what was written by hand for \(name): \"\(short)\"."
    }

    private static func steps(_ ids: [StepID], _ state: SessionState) -> String {
        capitalized(ids.map { state.name(of: $0) }.joined(separator: ", "))
    }

    /// A step that is not there yet has no number.
    private static func name(_ id: StepID, _ state: SessionState) -> String {
        state.step(id) == nil ? "the new step" : state.name(of: id)
    }

    private static func outputs(_ ids: [StepID], _ state: SessionState) -> String {
        let numbers = ids.map(state.reference).joined(separator: ", ")
        return "the output of \(ids.count == 1 ? "step" : "steps") \(numbers)"
    }

    private static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension Budget {
    /// Whether a session has used up what this allows.
    fileprivate func isSpent(in state: SessionState) -> Bool {
        let spent = state.spent
        return picodollars.map { spent.cost.picodollars >= $0 } ?? false
            || tokens.map { spent.usage.total >= $0 } ?? false
            || steps.map { state.stepCalls >= $0 } ?? false
            || milliseconds.map { limit in
                guard let start = state.openedAt, let now = state.updatedAt else { return false }
                return now - start >= .milliseconds(limit)
            } ?? false
    }
}
