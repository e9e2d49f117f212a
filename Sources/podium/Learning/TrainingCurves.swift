import CellUI
import PodiumEvaluation
import PodiumTraining

/// How a training went, iteration by iteration.
struct TrainingCurves {
    let history: [Training.Progress]

    init(_ history: [Training.Progress]) { self.history = history }

    /// Every figure of every iteration.
    var table: Table {
        Table(
            columns: [
                "iteration", "phase", "utility", "right", "cost", "steps", "bits", "idle groups",
            ],
            rows: history.map { progress in
                [
                    .integer(progress.iteration),
                    .text(progress.isPreparation ? "expectations" : "reinforcement"),
                    .number(progress.utility, decimals: 4), .number(progress.accuracy, decimals: 4),
                    .number(progress.cost, decimals: 4), .number(progress.steps, decimals: 3),
                    .number(progress.entropy, decimals: 3),
                    progress.idleGroups.map { .number($0, decimals: 3) } ?? .missing,
                ]
            }
        )
    }

    var chart: Chart {
        func series(_ name: String, _ value: (Training.Progress) -> Double?) -> Chart.Series {
            Chart.Series(
                name,
                points: history.filter { !$0.isPreparation }.compactMap { progress in
                    value(progress).map { Chart.Point(Double(progress.iteration), $0) }
                }
            )
        }
        return Chart(
            title: "Reinforcement",
            x: Chart.Axis("iteration"),
            y: Chart.Axis("share, or bits"),
            series: [
                series("utility") { $0.utility }, series("right") { $0.accuracy },
                series("entropy (bits)") { $0.entropy },
                series("idle groups") { $0.idleGroups },
            ].filter { !$0.points.isEmpty }
        )
    }
}

/// The curves while they grow: in place on a terminal, else a line an iteration.
struct LiveCurves {
    let isTerminal: Bool
    private var drawn = 0
    private var last: ContinuousClock.Instant?

    init(isTerminal: Bool) { self.isTerminal = isTerminal }

    mutating func show(
        _ history: [Training.Progress],
        of all: Int,
        _ progress: Training.Progress
    ) {
        guard isTerminal else { return tell(progress) }
        // A screen shows no more than some thirty a second.
        if let last, ContinuousClock.now - last < .milliseconds(33), progress.iteration < all {
            return
        }
        last = .now
        // The two phases are measured differently: one with everybody, one with workers missing.
        let phase = progress.isPreparation ? "expectations" : "reinforcement"
        let history = history.filter { $0.isPreparation == progress.isPreparation }
        var lines = ["iteration \(progress.iteration) of \(all), \(phase)"]
        func line(_ name: String, _ latest: String, _ value: (Training.Progress) -> Double?) {
            let values = history.compactMap(value)
            guard !values.isEmpty else { return }
            let curve = Chart.sparkline(values, width: 48)
            lines.append("\(name.padded(to: 12)) \(curve.padded(to: 48)) \(latest)")
        }
        line("utility", progress.utility.fixed(3)) { $0.utility }
        line("right", (progress.accuracy * 100).fixed(1) + " %") { $0.accuracy }
        line("cost", progress.cost.fixed(2) + " thousandths") { $0.cost }
        line("steps", progress.steps.fixed(2)) { $0.steps }
        line("entropy", progress.entropy.fixed(2) + " bits") { $0.entropy }
        line("idle groups", ((progress.idleGroups ?? 0) * 100).fixed(0) + " %") { $0.idleGroups }
        // A key that was pressed may have been echoed where the cursor stands.
        let up = drawn > 0 ? "\r\u{1B}[\(drawn)A" : ""
        drawn = lines.count
        StandardStream.error.draw(up + lines.map { "\u{1B}[2K\($0)\n" }.joined())
    }

    private func tell(_ progress: Training.Progress) {
        if progress.iteration == 1 {
            StandardStream.error.write("iteration  utility   right    cost  steps  bits  idle\n")
        }
        let idle = progress.idleGroups.map { ($0 * 100).fixed(0) + " %" } ?? "–"
        let columns = [
            ("\(progress.iteration)", 9), (progress.utility.fixed(3), 7),
            ((progress.accuracy * 100).fixed(1) + " %", 6), (progress.cost.fixed(2), 6),
            (progress.steps.fixed(2), 5), (progress.entropy.fixed(2), 4), (idle, 4),
        ]
        let cells = columns.map { text, width in
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        StandardStream.error.write(cells.joined(separator: "  ") + "\n")
    }
}

extension String {
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
