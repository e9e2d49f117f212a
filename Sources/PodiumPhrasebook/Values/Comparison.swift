/// How two things are compared: `taller` and `tallest`.
public struct Comparison: Hashable, Sendable {
    public let more: String
    public let most: String

    private static let roots = [
        "tall": "short", "old": "young", "fast": "slow", "heavy": "light", "rich": "poor",
        "strong": "weak",
    ]

    /// Every comparison with its opposite: the second of a pair is the first turned round.
    public static let pairs: [(Comparison, Comparison)] = roots.sorted { $0.key < $1.key }
        .map { (Comparison(root: $0.key), Comparison(root: $0.value)) }

    private init(root: String) {
        let stem = root.hasSuffix("y") ? String(root.dropLast()) + "i" : root
        (more, most) = (stem + "er", stem + "est")
    }

    /// The comparison of a word such as `taller`.
    public init?(_ more: String) {
        let all = Self.pairs.flatMap { [$0.0, $0.1] }
        guard let found = all.first(where: { $0.more == more }) else { return nil }
        self = found
    }

    init?(most: String) {
        let all = Self.pairs.flatMap { [$0.0, $0.1] }
        guard let found = all.first(where: { $0.most == most }) else { return nil }
        self = found
    }

    /// `shorter` for `taller`.
    public var opposite: Comparison {
        for (one, other) in Self.pairs {
            if one == self { return other }
            if other == self { return one }
        }
        return self
    }
}
