private import BigInt
import PodiumPhrasebook

/// A law that some terms may follow, and what it says is next. The raw value tells it.
enum SequenceRule: String, Hashable, Sendable, CaseIterable {
    case constantDifference = "the differences are equal"
    case constantRatio = "the ratios are equal"
    case lastTwo = "each term is the sum of the two before"
    case recurrence = "each term is a multiple of the one before plus a constant"
    case polynomial = "the differences of the differences become equal"
    case alternating = "two sequences take turns"

    /// The next term by each of the rules that all the terms follow.
    static func fits(_ terms: [Rational], allowed: [Self] = allCases)
        -> [(rule: Self, next: Rational)]
    {
        allowed.compactMap { rule in rule.next(after: terms).map { (rule, $0) } }
    }

    /// Nil when the terms do not follow the rule, or are too few to show it, many or long.
    func next(after terms: [Rational]) -> Rational? {
        guard (3...200).contains(terms.count), terms.allSatisfy({ $0.bitWidth <= 2_000 }) else {
            return nil
        }
        switch self {
        case .constantDifference: return Self.polynomial(terms, degree: 1)
        case .constantRatio:
            guard let ratio = terms[1].divided(by: terms[0]), !ratio.isZero else { return nil }
            return Self.next(terms, 1) { $0[0] * ratio }
        case .lastTwo:
            return terms.count < 4 ? nil : Self.next(terms, 2) { $0[0] + $0[1] }
        case .recurrence:
            let step = terms[1] - terms[0]
            guard terms.count > 3, let factor = (terms[2] - terms[1]).divided(by: step) else {
                return nil
            }
            return Self.next(terms, 1) { ($0[0] - terms[0]) * factor + terms[1] }
        case .polynomial: return Self.polynomial(terms, degree: terms.count - 2)
        case .alternating:
            let next = [0, 1].compactMap { start in
                let part = stride(from: start, to: terms.count, by: 2).map { terms[$0] }
                return Self.fits(part, allowed: [.constantDifference, .constantRatio]).first?.next
            }
            return next.count == 2 ? next[terms.count % 2] : nil
        }
    }

    /// The next term, if the law makes each of those that have so many before them.
    private static func next(_ terms: [Rational], _ count: Int, _ law: ([Rational]) -> Rational)
        -> Rational?
    {
        let made = (count...terms.count).map { law(Array(terms[$0 - count..<$0])) }
        return zip(made, terms[count...]).allSatisfy(==) ? made.last : nil
    }

    /// The sum of the ends of all rows of differences, down to one whose terms are equal.
    private static func polynomial(_ terms: [Rational], degree: Int) -> Rational? {
        if Set(terms).count == 1 { return terms[0] }
        // Denominators multiply from row to row.
        guard degree > 0, let last = terms.last, terms.count <= 40, last.bitWidth <= 2_000 else {
            return nil
        }
        let differences = zip(terms, terms.dropFirst()).map { $1 - $0 }
        return polynomial(differences, degree: degree - 1).map { last + $0 }
    }
}
