/// What somebody says of knights, who always tell the truth, and knaves, who always lie.
indirect enum Claim: Hashable, Sendable {
    case isA(name: String, knight: Bool)
    /// All of these are of the kind.
    case both([String], knight: Bool)
    /// Two are of the same kind, or are not.
    case same(String, String, Bool)
    case exactly(Int, knight: Bool)
    case atLeast(Int, knight: Bool)
    case not(Claim)
    case either(Claim, Claim)

    /// Whether it is true, when the kinds of some of all names are known (true for a knight); nil
    /// when that is open.
    func holds(_ kinds: [String: Bool], among names: [String]) -> Bool? {
        switch self {
        case .isA(let name, let knight): return kinds[name].map { $0 == knight }
        case .both(let some, let knight):
            if some.contains(where: { kinds[$0] == !knight }) { return false }
            return some.contains { kinds[$0] == nil } ? nil : true
        case .same(let one, let other, let isSame):
            guard let one = kinds[one], let other = kinds[other] else { return nil }
            return (one == other) == isSame
        case .exactly(let number, let knight):
            let few = Self.atLeast(number, knight: knight).holds(kinds, among: names)
            guard few != false, number < names.count else { return few }
            let more = Self.atLeast(number + 1, knight: knight).holds(kinds, among: names)
            return more == true ? false : few == nil || more == nil ? nil : true
        case .atLeast(let number, let knight):
            if names.count(where: { kinds[$0] == knight }) >= number { return true }
            return names.count { kinds[$0] != !knight } < number ? false : nil
        case .not(let claim): return claim.holds(kinds, among: names).map { !$0 }
        case .either(let one, let other):
            let sides = [one, other].map { $0.holds(kinds, among: names) }
            return sides.contains(true) ? true : sides.contains(nil) ? nil : false
        }
    }

    /// Whom it depends on, of all names.
    func mentioned(among names: [String]) -> Set<String> {
        switch self {
        case .isA(let name, _): [name]
        case .both(let some, _): Set(some)
        case .same(let one, let other, _): [one, other]
        case .exactly, .atLeast: Set(names)
        case .not(let claim): claim.mentioned(among: names)
        case .either(let one, let other):
            one.mentioned(among: names).union(other.mentioned(among: names))
        }
    }
}
