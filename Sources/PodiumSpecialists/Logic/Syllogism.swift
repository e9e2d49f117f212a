/// Premises about classes of things, and a question on them: "all cats are animals".
///
/// A thing is of one of 2ⁿ sorts, by the classes it belongs to. Universal premises empty sorts, and
/// each particular one needs a thing in one of the sorts that are left.
struct Syllogism {
    enum Claim: Hashable, Sendable {
        /// Every thing of the first class is (or is not) of the second.
        case all(Int, Int, Bool)
        /// Some thing of the first class is (or is not) of the second.
        case some(Int, Int, Bool)

        var denied: Claim {
            switch self {
            case .all(let first, let second, let isPositive): .some(first, second, !isPositive)
            case .some(let first, let second, let isPositive): .all(first, second, !isPositive)
            }
        }
    }

    private(set) var classes: [String] = []
    /// Classes with exactly one thing: `Socrates`.
    private(set) var individuals: Set<Int> = []
    var premises: [Claim] = []

    static let classLimit = 9

    mutating func index(of name: String, isIndividual: Bool = false) -> Int {
        let place: Int
        if let known = classes.firstIndex(of: name) {
            place = known
        } else {
            classes.append(name)
            place = classes.count - 1
        }
        if isIndividual { individuals.insert(place) }
        return place
    }

    /// Whether the premises and these claims can hold together. With `isPopulated` every class that
    /// a premise names has at least one thing, as in Aristotle's logic.
    func isConsistent(with claims: [Claim], isPopulated: Bool) -> Bool {
        let all = premises + claims
        let sorts = UInt32(1) << UInt32(min(classes.count, Self.classLimit))
        let left = (0..<sorts).filter { sort in
            all.allSatisfy { claim in
                guard case .all(let first, let second, let isPositive) = claim else { return true }
                return !Self.belongs(sort, first) || Self.belongs(sort, second) == isPositive
            }
        }
        let hasThings = all.allSatisfy { claim in
            guard case .some(let first, let second, let isPositive) = claim else { return true }
            return left.contains {
                Self.belongs($0, first) && Self.belongs($0, second) == isPositive
            }
        }
        return hasThings
            && classes.indices.allSatisfy { index in
                guard isPopulated || individuals.contains(index) else { return true }
                return left.contains { Self.belongs($0, index) }
            }
    }

    private static func belongs(_ sort: UInt32, _ index: Int) -> Bool {
        sort & (1 << UInt32(index)) != 0
    }

    enum Verdict: Hashable, Sendable {
        case follows, isExcluded, open
    }

    /// Nil when the premises contradict each other.
    func verdict(on claim: Claim, isPopulated: Bool) -> Verdict? {
        guard isConsistent(with: [], isPopulated: isPopulated) else { return nil }
        if !isConsistent(with: [claim.denied], isPopulated: isPopulated) { return .follows }
        return isConsistent(with: [claim], isPopulated: isPopulated) ? .open : .isExcluded
    }
}
