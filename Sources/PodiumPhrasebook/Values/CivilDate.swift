/// A day of the proleptic Gregorian calendar in the years 1 to 9999.
public struct CivilDate: Hashable, Sendable, Comparable {
    public let year: Int
    public let month: Int
    public let day: Int

    public static let years = 1...9999

    /// Nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day this many days after 1 January 1970. Nil outside the years that are known.
    ///
    /// By Howard Hinnant's `civil_from_days` (2013): years that start in March, in eras of 400.
    public init?(number: Int) {
        guard number.magnitude < 4_000_000 else { return nil }
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    /// Days since 1 January 1970, by `days_from_civil`.
    public var number: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func < (left: CivilDate, right: CivilDate) -> Bool { left.number < right.number }

    // MARK: Parts

    public var weekday: Weekday { Weekday(dayNumber: number) }

    // MARK: Arithmetic

    public func adding(days: Int) -> CivilDate? {
        guard days.magnitude < 4_000_000 else { return nil }
        return CivilDate(number: number + days)
    }

    /// The same day of another month, or that month's last where it is shorter.
    public func adding(months: Int) -> CivilDate? {
        guard months.magnitude < 120_000 else { return nil }
        let index = year * 12 + (month - 1) + months
        guard index >= 12 else { return nil }
        let (year, month) = (index / 12, index % 12 + 1)
        guard Self.years.contains(year) else { return nil }
        let length = Self.length(ofMonth: month, year: year)
        return CivilDate(year: year, month: month, day: min(day, length))
    }
}

extension CivilDate: CustomStringConvertible {
    /// `17 May 2024`
    public var description: String { "\(day) \(Self.monthNames[month - 1]) \(year)" }

    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// The month of a name or its usual abbreviation, from 1.
    public static func month(named key: String) -> Int? {
        if key == "sept" { return 9 }
        guard key.count >= 3 else { return nil }
        return monthNames.firstIndex { name in
            let name = name.lowercased()
            return name == key || key.count == 3 && name.hasPrefix(key)
        }
        .map { $0 + 1 }
    }
}

/// A day of the week; Monday is 1, as in ISO 8601.
public enum Weekday: Int, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// 1 January 1970 was a Thursday.
    public init(dayNumber: Int) {
        let index = ((dayNumber + 3) % 7 + 7) % 7
        self = Self.allCases[index]
    }

    public var description: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}
