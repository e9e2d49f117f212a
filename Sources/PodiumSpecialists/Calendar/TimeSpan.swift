internal import BigInt

/// A unit in which time is counted.
enum CalendarUnit: Int, Hashable, Sendable, Comparable, CaseIterable {
    case second, minute, hour, day, week, month, year

    /// Any of its names, in the singular or the plural.
    init?(_ key: String) {
        switch key {
        case "second", "seconds", "sec", "secs": self = .second
        case "minute", "minutes", "min", "mins": self = .minute
        case "hour", "hours", "hr", "hrs", "h": self = .hour
        case "day", "days": self = .day
        case "week", "weeks": self = .week
        case "month", "months": self = .month
        case "year", "years": self = .year
        default: return nil
        }
    }

    /// Nil for months and years, whose length varies.
    var seconds: Int? {
        switch self {
        case .second: 1
        case .minute: 60
        case .hour: 3600
        case .day: 86_400
        case .week: 604_800
        case .month, .year: nil
        }
    }

    static func < (left: CalendarUnit, right: CalendarUnit) -> Bool {
        left.rawValue < right.rawValue
    }

    func text(_ count: Int) -> String { "\(count) \(self)" + (count.magnitude == 1 ? "" : "s") }
}

/// A length of time as it is said: `3 hours 45 minutes`.
struct TimeSpan: Hashable, Sendable {
    struct Part: Hashable, Sendable {
        var amount: Rational
        var unit: CalendarUnit
    }

    /// The larger unit first, none twice.
    var parts: [Part]

    /// The largest amount of any unit.
    static let limit = 1_000_000_000

    var units: [CalendarUnit] { parts.map(\.unit) }

    /// The whole number of a unit, 0 where it does not occur. Nil for fractions.
    func count(of unit: CalendarUnit) -> Int? {
        guard let part = parts.first(where: { $0.unit == unit }) else { return 0 }
        guard part.amount.isInteger else { return nil }
        return Int(exactly: part.amount.numerator).flatMap {
            $0.magnitude <= Self.limit ? $0 : nil
        }
    }

    /// Its length in whole seconds. Nil with months or years or a fraction of a second.
    var seconds: Int? {
        var total = Rational(0)
        for part in parts {
            guard let seconds = part.unit.seconds else { return nil }
            total = total + part.amount * Rational(seconds)
        }
        guard total.isInteger, let seconds = Int(exactly: total.numerator),
            seconds.magnitude <= Self.limit * 1000
        else { return nil }
        return seconds
    }

    /// Seconds in the units that are given, the larger first: `16 hours 40 minutes`. Nil when
    /// something is left that the units cannot say.
    static func text(seconds: Int, units: [CalendarUnit]) -> String? {
        var rest = seconds
        var words: [String] = []
        let ordered = units.sorted(by: >)
        for unit in ordered {
            guard let length = unit.seconds else { return nil }
            let count = rest / length
            rest %= length
            if count != 0 { words.append(unit.text(count)) }
        }
        guard rest == 0 else { return nil }
        if words.isEmpty { return ordered.last.map { $0.text(0) } }
        return words.joined(separator: " ")
    }
}

/// A time of the day in seconds after midnight.
struct ClockTime: Hashable, Sendable, CustomStringConvertible {
    let seconds: Int
    /// "am" or "pm" was said, or the hour is above 12, so that it is not one of two.
    let isCertain: Bool

    static let day = 86_400

    var description: String {
        let minutes = seconds / 60
        let text = Self.two(minutes / 60) + ":" + Self.two(minutes % 60)
        return seconds % 60 == 0 ? text : text + ":" + Self.two(seconds % 60)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
