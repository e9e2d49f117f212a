/// A moment, in microseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Comparable, Sendable, Codable {
    public var microseconds: Int64

    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    public init(from decoder: any Decoder) throws {
        microseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(microseconds)
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }

    public static func + (time: Timestamp, duration: Duration) -> Timestamp {
        Timestamp(microseconds: time.microseconds.addingClamped(duration.microseconds))
    }

    /// The beginning of its day (UTC).
    public var startOfDay: Timestamp {
        let day: Int64 = 86_400_000_000
        let into = microseconds % day
        return Timestamp(microseconds: microseconds - (into < 0 ? into + day : into))
    }

    public static func - (later: Timestamp, earlier: Timestamp) -> Duration {
        .microseconds(later.microseconds.subtractingClamped(earlier.microseconds))
    }
}

extension Duration {
    /// Whole microseconds, clamped to what fits.
    public var microseconds: Int64 {
        let (seconds, attoseconds) = components
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        guard !overflow else { return seconds < 0 ? .min : .max }
        return scaled.addingClamped(attoseconds / 1_000_000_000_000)
    }

    /// Seconds as a number, for rates and for display.
    public var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}

/// A moment taken apart in UTC, without Foundation, so that Core stays pure.
public struct CalendarTime: Hashable, Sendable {
    public var year, month, day, hour, minute, second, microsecond: Int

    /// `20261123-233812`
    public var compactText: String {
        "\(four(year))\(two(month))\(two(day))-\(two(hour))\(two(minute))\(two(second))"
    }

    /// `2026-11-23T23:38:12.345678Z` (RFC 3339, which knows the years 0 to 9999)
    public var rfc3339: String { "\(secondText).\(padded(microsecond, to: 6))Z" }

    /// `2026-11-23T23:38:12Z`: the same to the second, for what people read.
    public var rfc3339Seconds: String { "\(secondText)Z" }

    private var secondText: String { "\(dayText)T\(two(hour)):\(two(minute)):\(two(second))" }

    /// `2026-11-23`
    public var dayText: String { "\(four(year))-\(two(month))-\(two(day))" }

    /// `23:38`
    public var minuteText: String { "\(two(hour)):\(two(minute))" }

    private func two(_ number: Int) -> String { padded(number, to: 2) }
    private func four(_ number: Int) -> String { padded(number, to: 4) }

    private func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number.magnitude)
        let zeros = String(repeating: "0", count: max(0, width - digits.count))
        return (number < 0 ? "-" : "") + zeros + digits
    }
}

extension Timestamp {
    /// The moment in UTC, by the days-from-civil arithmetic of the proleptic Gregorian calendar.
    public var calendar: CalendarTime {
        let perDay: Int64 = 86_400_000_000
        var days = microseconds / perDay
        var rest = microseconds % perDay
        if rest < 0 {
            rest += perDay
            days -= 1
        }
        // Count from 0000-03-01, so that the leap day is the last of its year.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let seconds = rest / 1_000_000
        return CalendarTime(
            year: Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0),
            month: Int(month),
            day: Int(dayOfYear - (153 * marchMonth + 2) / 5 + 1),
            hour: Int(seconds / 3600),
            minute: Int(seconds / 60 % 60),
            second: Int(seconds % 60),
            microsecond: Int(rest % 1_000_000)
        )
    }
}
