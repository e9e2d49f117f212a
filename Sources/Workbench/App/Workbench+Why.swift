import CellUI
import PodiumCore

/// Why the conductor chose as it did.
extension Workbench {
    /// What was weighed for the step that is looked at; nil where no step is.
    var whyPage: Page? {
        guard let state = session?.state, let step = session?.selectedStep else { return nil }
        let title = "why \(step.step.worker) does \(state.name(of: step.id))"
        guard let weighed = state.weighed(for: step.id) else {
            return Page(
                .why,
                title: title,
                lines: wrapped(unweighed(step, state), look.theme.subtle)
            )
        }
        var lines = wrapped(Format.oneLine(step.step.subtask), look.theme.quote) + [StyledText()]
        let heading = ["", "preferred", "right", "cost", ""]
        lines += table(
            [heading]
                + weighed.options.map { option in
                    let worker = state.worker(named: option.worker)
                    return [
                        Format.oneLine(option.worker)
                            + (option.worker == step.step.worker ? " (now)" : ""),
                        Format.percent(option.chance),
                        "\(Format.decimals(option.right, 2)) ± \(Format.decimals(option.deviation, 2))",
                        worker.map { Self.cost(option, of: $0) } ?? "-",
                        Self.bar(option, among: weighed.options, look),
                    ]
                }
        )
        lines.append(StyledText())
        let applied =
            weighed.author.hasSuffix("not applied")
            ? "Not applied: another rule decided. This is what \(weighed.author.dropLast(13)) weighed."
            : "Weighed by \(weighed.author): how likely each is right, and what it costs."
        lines += wrapped(applied, look.theme.subtle)
        if !step.marks.isEmpty {
            let marks = step.marks.map(\.rawValue).sorted().joined(separator: ", ")
            lines += wrapped("Since then it was \(marks).", look.theme.subtle)
        }
        return Page(.why, title: title, lines: lines)
    }

    private func unweighed(_ step: StepState, _ state: SessionState) -> String {
        if step.marks.contains(.inserted) { return "A person put this step in." }
        switch state.workflow(step.workflow)?.accepted?.origin {
        case .file: return "The plan comes from a file."
        case .fallback: return "The conductor gave no usable plan, so the strongest worker does it."
        case .selector: return "It was chosen turn by turn; nothing was told of the others."
        case .conductor, nil:
            return "The conductor told no figures for this step: rules, or a model's own judgement."
        }
    }

    /// How much of the best choice's chance an option has.
    private static func bar(
        _ option: WeighedStep.Option,
        among options: [WeighedStep.Option],
        _ look: Look
    ) -> String {
        let most = options.map(\.chance).max() ?? 1
        guard most > 0 else { return "" }
        let length = Int((option.chance / most * 20).rounded())
        return String(repeating: look.unicode ? "▆" : "#", count: length)
    }

    static func cost(_ option: WeighedStep.Option, of worker: Worker) -> String {
        switch worker.price?.currency {
        case .usd: Format.cost(Cost(picodollars: picounits(option.cost)))
        case .nominal: Format.cost(Cost(nominal: picounits(option.cost)))
        case nil: "?"
        }
    }

    private static func picounits(_ units: Double) -> Int64 {
        Int64(min(max(units, 0), 1e6) * 1e12)
    }

    /// The policy that conducts: what it is, and where it may decide.
    var policyLines: [StyledText] {
        guard let policy else {
            return [StyledText("Looking at what your sessions say of it …", look.theme.subtle)]
        }
        return policy.flatMap { line in
            line.isEmpty ? [StyledText()] : wrapped(line, look.theme.text)
        }
    }
}
