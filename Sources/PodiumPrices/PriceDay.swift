public import PodiumCore

/// A day of the calendar, by which prices begin: `2026-03-17`, in UTC.
public struct PriceDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let description: String

    /// Nil unless the text is a day of the calendar as RFC 3339 writes it.
    public init?(_ text: String) {
        guard text.utf8.count == 10, Timestamp(rfc3339: "\(text)T00:00:00Z") != nil else {
            return nil
        }
        description = text
    }

    /// The day of a moment, in UTC.
    public init(_ time: Timestamp) {
        description = time.calendar.dayText
    }

    /// The form orders as the days do.
    public static func < (left: PriceDay, right: PriceDay) -> Bool {
        left.description < right.description
    }
}
