/// Single workers as a mark of what needs no conductor.
extension EvaluationReport {
    /// The name of the mixture as a conductor.
    public static let mixing = "mixing singles"

    /// The least costly of the workers that were measured alone, by what they cost here.
    public var cheapestSingle: String? {
        conductors.filter { $0.kind == .single }.compactMap { single in
            mean(single.outcomes.map(\.cost)).map { (name: single.name, cost: $0) }
        }.min { ($0.cost, $0.name) < ($1.cost, $1.name) }?.name
    }

    /// Adds the best random mixture of the workers that were measured alone, at the subject's own cost; it
    /// changes nothing where fewer than two were, or costs are not known.
    ///
    /// What is mixed is chosen on one half of the questions and measured on the other, both ways.
    public mutating func addMixture() {
        let singles = conductors.filter { $0.kind == .single }
        guard singles.count > 1, let own = conductors.first(where: { $0.name == subject }) else {
            return
        }
        // Only questions that all have answered: the money may have ended before the rest.
        let answered = (singles + [own]).map { Set($0.outcomes.map(\.item)) }
        let common = answered.dropFirst().reduce(answered[0]) { $0.intersection($1) }
        // In one order for all, so that each half has the same questions whoever answered.
        let halves = Dictionary(
            uniqueKeysWithValues: common.sorted().enumerated().map { ($1, $0 % 2) }
        )
        func half(_ conductor: Conductor, _ half: Int) -> [ItemOutcome] {
            conductor.outcomes.filter { halves[$0.item] == half }.sorted { $0.item < $1.item }
        }
        var (mixed, told): ([ItemOutcome], [String]) = ([], [])
        for part in 0...1 {
            let points = singles.compactMap { single -> SingleMixture.Single? in
                let outcomes = half(single, 1 - part)
                return mean(outcomes.map(\.cost)).flatMap { cost in
                    mean(outcomes.map(\.worth)).map {
                        SingleMixture.Single(name: single.name, accuracy: $0, cost: cost)
                    }
                }
            }
            guard points.count == singles.count,
                let budget = mean(half(own, 1 - part).map(\.cost)),
                let mixture = SingleMixture(points, at: budget)
            else { return }
            told.append(mixture.told)
            let outcomes = singles.map { ($0.name, half($0, part)) }
            mixed += mixture.outcomes(
                Dictionary(outcomes) { first, _ in first },
                seed: UInt64(part) + 1
            )
        }
        conductors.append(Conductor(name: Self.mixing, outcomes: mixed))
        notes.append("\(Self.mixing): \(Set(told).sorted().joined(separator: "; or "))")
    }

    /// Nil without values, or where one is not known.
    private func mean(_ values: [Double?]) -> Double? {
        let known = values.compactMap(\.self)
        guard !known.isEmpty, known.count == values.count else { return nil }
        return known.reduce(0, +) / Double(known.count)
    }
}
