internal import PodiumCore

/// Conductors on the same questions: how right each is, at what cost, and whether the differences mean
/// anything.
public struct EvaluationReport: Sendable {
    /// One conductor on all questions, in their order.
    public struct Conductor: Sendable {
        public var name: String
        public var outcomes: [ItemOutcome]
        public var kind: Kind

        public enum Kind: Hashable, Sendable {
            case conductor
            /// One worker, asked the question.
            case single
            /// The best there could be, and no conductor: it knows the answers.
            case mark
        }

        public init(name: String, outcomes: [ItemOutcome], kind: Kind = .conductor) {
            self.name = name
            self.outcomes = outcomes
            self.kind = kind
        }
    }

    public var title: String
    /// How many right answers a unit of cost counts as.
    public var price: Double
    /// What a unit is called: `units` or `USD`.
    public var unit: String
    public var conductors: [Conductor]
    /// The one that the others are compared with.
    public var subject: String
    /// What else is to be said, in lines: who is behind a name.
    public var notes: [String]

    public init(
        title: String,
        price: Double,
        unit: String,
        subject: String,
        conductors: [Conductor],
        notes: [String] = []
    ) {
        self.title = title
        self.price = price
        self.unit = unit
        self.subject = subject
        self.conductors = conductors
        self.notes = notes
    }

    /// Utility is told at these multiples of the price: what is best may hang on it.
    public static let priceFactors = [1.0 / 3, 1, 3]

    /// A conductor's figures.
    public struct Figures: Hashable, Sendable {
        public var name: String
        public var isMark: Bool
        public var count: Int
        /// The mean worth of its answers.
        public var accuracy: Double
        /// With 95 % confidence.
        public var interval: ConfidenceInterval?
        /// Of the readable answers alone.
        public var accuracyGivenReadable: Double?
        /// A question's, in units; nil where a part is not known.
        public var cost: Double?
        /// Accuracy less the price of the cost, at each of `priceFactors`; none where the cost is not known.
        public var utilities: [Double]
        public var steps: Double
        public var habits: Habits
        public var tokens: Double?
        public var seconds: Double?
        /// How much more the subject is right; nil for the subject itself.
        public var gainOfSubject: Double?
        /// That there is no difference, after Holm's correction over all comparisons.
        public var pValue: Double?

        /// At the price itself.
        public var utility: Double? { utilities.isEmpty ? nil : utilities[1] }
    }

    public var figures: [Figures] {
        let compared = conductors.map(comparison)
        let values = compared.compactMap { $0?.p }
        let adjusted = (try? HolmCorrection.adjusted(values)) ?? values
        var next = 0
        return zip(conductors, compared).map { conductor, comparison in
            var figures = plain(conductor)
            guard let comparison else { return figures }
            figures.gainOfSubject = comparison.gain
            if comparison.p != nil {
                figures.pValue = adjusted[next]
                next += 1
            }
            return figures
        }
    }

    private func plain(_ conductor: Conductor) -> Figures {
        let outcomes = conductor.outcomes
        func mean(_ values: [Double]) -> Double? {
            values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        }
        let accuracy = mean(outcomes.map(\.worth)) ?? 0
        let costs = outcomes.compactMap(\.cost)
        let cost = costs.count == outcomes.count ? mean(costs) : nil
        var random = SeededGenerator(seed: 1)
        let isPlain = outcomes.allSatisfy { $0.worth == 0 || $0.worth == 1 }
        let interval =
            isPlain
            ? try? ConfidenceInterval.wilson(
                successes: outcomes.count { $0.worth == 1 },
                trials: outcomes.count,
                level: 0.95
            )
            : try? ConfidenceInterval.bootstrapOfMean(
                outcomes.map(\.worth),
                level: 0.95,
                resamples: 2_000,
                using: &random
            )
        return Figures(
            name: conductor.name,
            isMark: conductor.kind == .mark,
            count: outcomes.count,
            accuracy: accuracy,
            interval: interval,
            accuracyGivenReadable: mean(outcomes.filter(\.isReadable).map(\.worth)),
            cost: cost,
            utilities: cost.map { cost in
                Self.priceFactors.map { accuracy - $0 * price * cost }
            } ?? [],
            steps: mean(outcomes.map { Double($0.workers.count) }) ?? 0,
            habits: Habits(outcomes),
            tokens: mean(outcomes.compactMap(\.tokens).map(Double.init)),
            seconds: mean(outcomes.compactMap(\.seconds))
        )
    }

    /// The subject against another, question by question.
    private func comparison(with other: Conductor) -> (gain: Double, p: Double?)? {
        guard other.name != subject, other.kind != .mark,
            let own = conductors.first(where: { $0.name == subject })
        else { return nil }
        let mine = Dictionary(own.outcomes.map { ($0.item, $0.worth) }) { first, _ in first }
        let pairs = other.outcomes.compactMap { outcome in
            mine[outcome.item].map { (outcome.worth, $0) }
        }
        guard let paired = try? PairedComparison(first: pairs.map(\.0), second: pairs.map(\.1))
        else { return nil }
        var random = SeededGenerator(seed: 1)
        let p =
            paired.isRightOrWrong
            ? try? paired.exactMcNemar() : try? paired.signFlipTest(flips: 10_000, using: &random)
        return (paired.meanGain, p)
    }

    /// How much of the way from the best worker alone to the best there could be the subject goes, in
    /// right answers; nil where one of them was not measured.
    public var shareOfTheWay: Double? {
        func best(_ kind: Conductor.Kind) -> Double? {
            conductors.filter { $0.kind == kind }.map { plain($0).accuracy }.max()
        }
        guard let own = conductors.first(where: { $0.name == subject }),
            let single = best(.single), let mark = best(.mark)
        else { return nil }
        return plain(own).accuracy.shareOfTheWay(from: single, to: mark)
    }
}
