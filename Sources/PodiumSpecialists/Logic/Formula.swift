/// A statement about variables that are true or false; of people, true is for a knight.
indirect enum Formula: Hashable, Sendable {
    case constant(Bool)
    case variable(Int)
    case not(Formula)
    case all([Formula])
    case any([Formula])
    /// An odd number of the two.
    case exclusive(Formula, Formula)
    case implies(Formula, Formula)
    case same(Formula, Formula)
    /// So many of these are true.
    case count([Formula], ClosedRange<Int>)

    /// Its truth when variable `n` is bit `n` of `bits`.
    func holds(in bits: UInt32) -> Bool {
        switch self {
        case .constant(let value): value
        case .variable(let index): bits & (1 << UInt32(index)) != 0
        case .not(let inner): !inner.holds(in: bits)
        case .all(let parts): parts.allSatisfy { $0.holds(in: bits) }
        case .any(let parts): parts.contains { $0.holds(in: bits) }
        case .exclusive(let left, let right): left.holds(in: bits) != right.holds(in: bits)
        case .implies(let left, let right): !left.holds(in: bits) || right.holds(in: bits)
        case .same(let left, let right): left.holds(in: bits) == right.holds(in: bits)
        case .count(let parts, let range): range.contains(parts.count { $0.holds(in: bits) })
        }
    }

    /// The most variables of which all assignments are tried.
    static let variableLimit = 12

    /// The assignments of `count` variables under which it is true, in rising order.
    func models(variables count: Int) -> [UInt32] {
        (0..<UInt32(1) << UInt32(min(count, Self.variableLimit))).filter { holds(in: $0) }
    }
}
