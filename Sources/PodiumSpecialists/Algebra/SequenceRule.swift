internal import BigInt

/// A law that a sequence of numbers follows, with how any of its terms is found.
struct SequenceRule: Sendable {
    /// The law as a sentence.
    var law: String
    /// The term at a place counted from 1; nil where it is too far away or too large.
    var term: @Sendable (Int) -> Rational?

    /// The farthest term that is found by going through all before it.
    static let stepLimit = 5_000
    /// The farthest term that is found by a formula.
    static let placeLimit = 1_000_000_000

    /// The simplest law that the terms confirm, or nil; `isAmbiguous` where several laws that are
    /// equally simple would go on in different ways.
    static func find(_ terms: [Rational]) -> (rule: SequenceRule?, isAmbiguous: Bool) {
        guard terms.count >= 3 else { return (nil, false) }
        let tiers: [[SequenceRule?]] = [
            [arithmetic(terms), geometric(terms)],
            [named(terms), fibonacci(terms), polynomial(terms), risingRatio(terms)],
            [affine(terms)],
            [interleaved(terms)],
        ]
        for tier in tiers {
            let rules = tier.compactMap { $0 }
            guard let first = rules.first else { continue }
            let next = Set(rules.map { $0.term(terms.count + 1) })
            return next.count == 1 ? (first, false) : (nil, true)
        }
        return (nil, false)
    }

    // MARK: One formula

    private static func arithmetic(_ terms: [Rational]) -> SequenceRule? {
        let step = terms[1] - terms[0]
        guard zip(terms, terms.dropFirst()).allSatisfy({ $1 - $0 == step }) else { return nil }
        let first = terms[0]
        return SequenceRule(law: "Each term is the one before plus \(step).") { place in
            guard place <= placeLimit else { return nil }
            return first + step * Rational(place - 1)
        }
    }

    private static func geometric(_ terms: [Rational]) -> SequenceRule? {
        guard !terms.contains(where: \.isZero), let ratio = terms[1].divided(by: terms[0]) else {
            return nil
        }
        guard zip(terms, terms.dropFirst()).allSatisfy({ $0 * ratio == $1 }) else { return nil }
        let first = terms[0]
        return SequenceRule(law: "Each term is the one before times \(ratio).") { place in
            guard place <= stepLimit, ratio.bitWidth * place <= Polynomial.bitLimit * 4,
                let power = ratio.raised(to: place - 1)
            else { return nil }
            return first * power
        }
    }

    /// By finite differences, with at least one term more than the degree needs.
    private static func polynomial(_ terms: [Rational]) -> SequenceRule? {
        var rows = [terms]
        while let row = rows.last, row.count >= 2, rows.count <= 6 {
            if Set(row).count == 1 { break }
            rows.append(zip(row, row.dropFirst()).map { $1 - $0 })
        }
        guard let last = rows.last, last.count >= 2, Set(last).count == 1, rows.count <= 5 else {
            return nil
        }
        let heads = rows.compactMap(\.first)
        let told = rows.dropFirst().map { $0.map(\.description).joined(separator: ", ") }
        return SequenceRule(law: "The differences are " + told.joined(separator: "; then ") + ".") {
            place in
            guard place <= placeLimit else { return nil }
            // Newton's forward formula: Σ heads[k]·C(n, k).
            var total = Rational(0)
            var binomial = Rational(1)
            for (order, head) in heads.enumerated() {
                total = total + head * binomial
                let factor = Rational(BigInt(place - 1 - order), over: BigInt(order + 1))
                binomial = binomial * (factor ?? Rational(0))
            }
            return total
        }
    }

    // MARK: Known sequences

    /// Squares, cubes, triangular numbers and primes, from any place on.
    private static func named(_ terms: [Rational]) -> SequenceRule? {
        if let rule = primes(terms) { return rule }
        let forms: [(String, @Sendable (BigInt) -> BigInt)] = [
            ("square numbers", { $0 * $0 }), ("cubes", { $0 * $0 * $0 }),
            ("triangular numbers", { $0 * ($0 + 1) / 2 }),
        ]
        for (name, form) in forms {
            // Three terms say too little for these: 0, 1, 3 may go on with 6 or with 7.
            if name == "triangular numbers", terms.count < 4 { continue }
            // The first term can only be the form of a small number.
            for start in 0...200 where Rational(form(BigInt(start))) == terms[0] {
                let fits = terms.indices.allSatisfy {
                    Rational(form(BigInt(start + $0))) == terms[$0]
                }
                guard fits else { continue }
                return SequenceRule(law: "These are the \(name) in order.") { place in
                    place <= placeLimit ? Rational(form(BigInt(start + place - 1))) : nil
                }
            }
        }
        return nil
    }

    private static func primes(_ terms: [Rational]) -> SequenceRule? {
        guard terms.count >= 4 else { return nil }
        let limit = 100_000
        guard terms.allSatisfy({ $0.isInteger && $0 > Rational(1) && $0 < Rational(limit / 2) })
        else { return nil }
        let primes = NumberTheory.primes(upTo: limit)
        guard let start = primes.firstIndex(where: { Rational($0) == terms[0] }),
            start + terms.count < primes.count,
            terms.indices.allSatisfy({ Rational(primes[start + $0]) == terms[$0] })
        else { return nil }
        return SequenceRule(law: "These are prime numbers in order.") { place in
            let index = start + place - 1
            return place < limit && index < primes.count ? Rational(primes[index]) : nil
        }
    }

    // MARK: One term from those before

    private static func fibonacci(_ terms: [Rational]) -> SequenceRule? {
        guard terms.count >= 4,
            terms.indices.dropFirst(2).allSatisfy({ terms[$0] == terms[$0 - 1] + terms[$0 - 2] })
        else { return nil }
        return recurrence("Each term is the sum of the two before.", terms) {
            $0[$0.count - 1] + $0[$0.count - 2]
        }
    }

    /// Each term is the one before times p plus q, as in 1, 3, 7, 15.
    private static func affine(_ terms: [Rational]) -> SequenceRule? {
        guard terms.count >= 4,
            let factor = (terms[2] - terms[1]).divided(by: terms[1] - terms[0])
        else { return nil }
        let added = terms[1] - terms[0] * factor
        guard factor.isInteger,
            zip(terms, terms.dropFirst()).allSatisfy({ $0 * factor + added == $1 })
        else { return nil }
        return recurrence("Each term is the one before times \(factor), plus \(added).", terms) {
            $0[$0.count - 1] * factor + added
        }
    }

    /// Ratios that rise by the same amount, as in 1, 2, 6, 24.
    private static func risingRatio(_ terms: [Rational]) -> SequenceRule? {
        guard terms.count >= 4, !terms.contains(where: \.isZero) else { return nil }
        let ratios = zip(terms, terms.dropFirst()).compactMap { $1.divided(by: $0) }
        let step = ratios[1] - ratios[0]
        guard !step.isZero, ratios.allSatisfy(\.isInteger),
            zip(ratios, ratios.dropFirst()).allSatisfy({ $1 - $0 == step })
        else { return nil }
        let first = ratios[0]
        return recurrence(
            "Each term is the one before times \(first), then \(ratios[1]) and so on.",
            terms
        ) { $0[$0.count - 1] * (first + step * Rational($0.count - 1)) }
    }

    private static func recurrence(
        _ law: String,
        _ terms: [Rational],
        _ next: @escaping @Sendable ([Rational]) -> Rational
    ) -> SequenceRule {
        SequenceRule(law: law) { place in
            guard place <= stepLimit else { return nil }
            var all = terms
            while all.count < place {
                let value = next(all)
                guard value.bitWidth <= Polynomial.bitLimit else { return nil }
                all.append(value)
            }
            return all[place - 1]
        }
    }

    /// Two sequences that take turns, each with at least three terms of its own.
    private static func interleaved(_ terms: [Rational]) -> SequenceRule? {
        guard terms.count >= 6 else { return nil }
        let parts = [0, 1].map { offset in
            stride(from: offset, to: terms.count, by: 2).map { terms[$0] }
        }
        let rules = parts.compactMap { arithmetic($0) ?? geometric($0) }
        guard rules.count == 2 else { return nil }
        return SequenceRule(
            law: "Two sequences take turns. \(rules[0].law) And: \(rules[1].law)"
        ) { place in
            rules[(place - 1) % 2].term((place + 1) / 2)
        }
    }
}
