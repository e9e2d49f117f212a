/// What a conductor's workflows look like.
extension EvaluationReport {
    /// How long a conductor's workflows are, and whom it asks.
    public struct Habits: Hashable, Sendable {
        /// Steps a workflow.
        public var lengths: Histogram
        /// Of all steps, the largest first.
        public var workers: [WorkerShare]
        /// The entropy of these shares: 0 where one worker does all.
        public var bits: Double
        /// The share of questions of one step that took one step; nil where it is not known which those are.
        public var easyInOneStep: Double?

        init(_ outcomes: [ItemOutcome]) {
            lengths = Histogram(outcomes.map(\.workers.count))
            let names = outcomes.flatMap(\.workers)
            workers = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { WorkerShare(name: $0.key, share: Double($0.value) / Double(names.count)) }
            bits = (try? entropy(ofShares: workers.map(\.share))) ?? 0
            let easy = outcomes.filter { $0.leastSteps == 1 }
            easyInOneStep =
                easy.isEmpty
                ? nil : Double(easy.count { $0.workers.count == 1 }) / Double(easy.count)
        }
    }

    /// The subject's; nil where it was not measured.
    public var habits: Habits? {
        conductors.first { $0.name == subject }.map { Habits($0.outcomes) }
    }

    /// In lines: how far the subject goes, how long its workflows are, whom it asks; and what is to be said
    /// of the others.
    public var told: [String] {
        let way = shareOfTheWay.map {
            "\(subject) goes \(($0 * 100).fixed(0)) % of the way from the best worker alone to the best there"
                + " could be"
        }
        guard let habits, habits.lengths.total > 0 else { return notes }
        let lengths = habits.lengths.bins.map { bin in
            "\(bin.value): \((habits.lengths.share(of: bin.value) * 100).fixed(0)) %"
        }
        let workers = habits.workers.prefix(8).map { "\($0.name) \(($0.share * 100).fixed(0)) %" }
        let easy = habits.easyInOneStep.map {
            "\(subject), of questions that take one step: \(($0 * 100).fixed(0)) % in one step"
        }
        return [
            way, "\(subject), steps a workflow: \(lengths.joined(separator: ", "))", easy,
            "\(subject) asks: \(workers.joined(separator: ", ")) (\(habits.bits.fixed(2)) bits)",
        ].compactMap(\.self) + notes
    }
}
