import PodiumCore

/// What a person is told before finished work is thrown away or a run is ended.
struct Consequence {
    /// Nil when nothing is lost: then nobody is asked.
    let text: String?

    init(_ preview: OverridePreview, of override: Override, in state: SessionState) {
        var sentences: [String] = []
        if !preview.thrownAway.isEmpty {
            let spent =
                "\(Format.tokens(preview.lost.usage.total)) tokens, "
                + Format.cost(preview.lost.cost, isEstimate: preview.lost.isEstimate)
            sentences.append(
                "\(Self.outputs(preview.thrownAway, state)) (\(spent)) no longer counts"
                    + (override.kind == .replan ? ", unless the new plan has the same step." : ".")
            )
            if !preview.doneAgain.isEmpty {
                sentences.append(
                    "\(Self.steps(preview.doneAgain, state)) will be done again, which may cost"
                        + " about as much."
                )
            }
        }
        if override == .finish {
            sentences.append(Self.ending(state))
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

    private static func ending(_ state: SessionState) -> String {
        guard let best = state.bestAnswer else { return "The run ends here, without an answer." }
        let answer = Format.oneLine(best.text)
        let short = answer.count > 60 ? answer.prefix(59) + "…" : answer[...]
        return "The run ends here, with \(state.name(of: best.step))'s \"\(short)\"."
    }

    private static func steps(_ ids: [StepID], _ state: SessionState) -> String {
        let names = ids.map { state.name(of: $0) }
        let text = names.joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private static func outputs(_ ids: [StepID], _ state: SessionState) -> String {
        let numbers = ids.map { "\(state.number(of: $0))" }.joined(separator: ", ")
        return ids.count == 1 ? "The output of step \(numbers)" : "The output of steps \(numbers)"
    }
}
