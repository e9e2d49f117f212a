internal import PodiumCore

/// The limits of a configuration, and which of those that follow from the variant it writes itself.
struct WrittenLimits: Hashable {
    /// Without those below.
    var limits = RunLimits()
    /// Nil leaves it to the variant.
    var rounds: Int?
    var replans: Int?
    var nesting: Int?

    /// Ultra needs a second round, and a workflow inside a step, unless the person says otherwise.
    func limits(for variant: RunPolicy.Variant) -> RunLimits {
        var limits = limits
        let usual = RunLimits()
        limits.rounds = rounds ?? (variant == .ultra ? max(2, usual.rounds) : usual.rounds)
        limits.nesting = nesting ?? (variant == .ultra ? max(1, usual.nesting) : usual.nesting)
        return limits
    }
}
