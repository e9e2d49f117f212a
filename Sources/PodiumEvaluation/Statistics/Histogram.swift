internal import Foundation

/// How often each whole number comes up, such as the lengths of plans.
public struct Histogram: Hashable, Sendable {
    /// The numbers that came up, each with its count, smallest first.
    public let bins: [Bin]
    public let total: Int

    public struct Bin: Hashable, Sendable {
        public let value: Int
        public let count: Int
    }

    public init(_ values: some Sequence<Int>) {
        var counts: [Int: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        bins = counts.map(Bin.init).sorted { $0.value < $1.value }
        total = bins.reduce(0) { $0 + $1.count }
    }

    /// From 0 to 1; 0 for a number that never came up.
    public func share(of value: Int) -> Double {
        guard let bin = bins.first(where: { $0.value == value }) else { return 0 }
        return Double(bin.count) / Double(total)
    }
}

/// The entropy in bits of shares or counts, which are divided by their sum: 0 when one has all,
/// log2 of their number when all are equal.
///
/// Shannon, "A Mathematical Theory of Communication", Bell System Technical Journal 27 (1948),
/// section 6.
///
/// - Throws: `StatisticsError` when a share is negative or not finite, or none is above 0.
public func entropy(ofShares shares: [Double]) throws(StatisticsError) -> Double {
    if let place = shares.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
        throw .badValue(
            what: "The share",
            place: place,
            found: shares[place],
            allowed: "a number of 0 or more"
        )
    }
    guard let largest = shares.max(), largest > 0 else { throw .empty(what: "shares above 0") }
    let sum = shares.reduce(0) { $0 + $1 / largest }
    return shares.reduce(0) { $0 + information($1 / largest / sum) }
}

private func information(_ share: Double) -> Double { share > 0 ? -share * log2(share) : 0 }
