/// The correction for several comparisons at once that needs nothing about how they depend.
public enum HolmCorrection {
    /// The adjusted p-values, in the order given: with those below 0.05 taken for real, the
    /// chance that any of them is not is at most 0.05.
    ///
    /// Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of
    /// Statistics 6 (1979).
    public static func adjusted(_ values: [Double]) throws(StatisticsError) -> [Double] {
        if let place = values.firstIndex(where: { !(0...1).contains($0) }) {
            throw .badValue(
                what: "The p-value",
                place: place,
                found: values[place],
                allowed: "a number from 0 to 1"
            )
        }
        var adjusted = values
        var largest = 0.0
        let order = values.indices.sorted { values[$0] < values[$1] }
        for (rank, place) in order.enumerated() {
            largest = max(largest, min(1, Double(values.count - rank) * values[place]))
            adjusted[place] = largest
        }
        return adjusted
    }
}
