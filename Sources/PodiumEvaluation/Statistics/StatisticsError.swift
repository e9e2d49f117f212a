/// Why no figure can be given, and how to mend it. Places are counted from 0.
public enum StatisticsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is nothing to compute from.
    case empty(what: String)
    /// A value that is infinite, not a number, or outside what is allowed.
    case badValue(what: String, place: Int?, found: Double, allowed: String)
    /// Two lists that are about the same items have different lengths.
    case unequalLengths(first: Int, second: Int)

    public var description: String {
        switch self {
        case .empty(let what):
            "There are no \(what). Give at least one."
        case .badValue(let what, let place, let found, let allowed):
            "\(what)\(place.map { " at place \($0)" } ?? "") is \(found); give \(allowed)."
        case .unequalLengths(let first, let second):
            "The first list has \(first) values and the second has \(second). "
                + "Give both for the same items in the same order."
        }
    }
}

/// - Throws: `StatisticsError.badValue` for the first value that is not finite.
func requireFinite(_ values: [Double], _ what: String) throws(StatisticsError) {
    if let place = values.firstIndex(where: { !$0.isFinite }) {
        throw .badValue(what: what, place: place, found: values[place], allowed: "a finite number")
    }
}
