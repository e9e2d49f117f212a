/// Usage and cost added up.
public struct Spending: Hashable, Sendable {
    public var usage = Usage.zero
    public var cost = Cost.zero
    /// True when a part of it is our estimate.
    public var isEstimate = false

    public init() {}

    public mutating func add(_ used: AttemptUsage) {
        usage += used.usage
        cost += used.cost
        isEstimate = isEstimate || used.isEstimate
    }

    public static func + (left: Spending, right: Spending) -> Spending {
        var sum = left
        sum.usage += right.usage
        sum.cost += right.cost
        sum.isEstimate = left.isEstimate || right.isEstimate
        return sum
    }
}
