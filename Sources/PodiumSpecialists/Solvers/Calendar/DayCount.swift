import PodiumPhrasebook

/// A calendar as a worker knows it.
protocol DayCount {
    /// Days from some day on, one for each day.
    func number(of date: CivilDate) -> Int
    func isLeap(_ year: Int) -> Bool
    var leapRule: String { get }
}

/// The Gregorian calendar, also before it was made.
struct GregorianCalendar: DayCount {
    func number(of date: CivilDate) -> Int { date.number }
    func isLeap(_ year: Int) -> Bool { CivilDate.isLeap(year) }
    var leapRule: String {
        "Every fourth year is a leap year, but of full centuries only every fourth."
    }
}

/// A calendar in which every fourth year is a leap year. It is right from March 1900 to February 2100.
struct FourYearCalendar: DayCount {
    /// 2000 is a leap year by either rule.
    private static let start = 2000

    func isLeap(_ year: Int) -> Bool { year % 4 == 0 }
    var leapRule: String { "Every fourth year is a leap year." }

    func number(of date: CivilDate) -> Int {
        let years = date.year - Self.start
        let leapDays = years > 0 ? (years + 3) / 4 : years / 4
        let lengths = [31, isLeap(date.year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let origin = CivilDate(year: Self.start, month: 1, day: 1)?.number ?? 0
        return origin + years * 365 + leapDays + lengths.prefix(date.month - 1).reduce(0, +)
            + date.day - 1
    }
}

extension DayCount {
    func weekday(of date: CivilDate) throws(Unsolved) -> Solution {
        let number = number(of: date)
        return Solution(
            "\(Weekday(dayNumber: number))",
            [
                "\(date) is \(abs(number)) days \(number < 0 ? "before" : "after") 1 January 1970, a Thursday."
            ]
        )
    }

    func days(from first: CivilDate, to last: CivilDate) throws(Unsolved) -> Solution {
        let days = abs(number(of: last) - number(of: first))
        return Solution("\(days)", ["I count the years, their leap days and the months."])
    }

    /// - Parameter count: below 0 for what was before.
    func date(_ count: Int, _ period: String, from start: CivilDate) throws(Unsolved) -> Solution {
        let beyond = Unsolved("name a day outside the years 1 to 9999")
        guard count.magnitude < 4_000_000 else { throw beyond }
        let found: CivilDate?
        switch period {
        case "months": found = start.adding(months: count)
        case "years": found = start.adding(months: count * 12)
        default:
            let days = period == "weeks" ? count * 7 : count
            // In this calendar's own count, which may slip against the true one.
            guard days.magnitude < 4_000_000, let near = start.adding(days: days) else {
                throw beyond
            }
            let slip = number(of: start) + days - number(of: near)
            found = near.adding(days: slip)
        }
        guard let found else { throw beyond }
        return Solution("\(found)", ["\(start) and \(count) \(period)"])
    }
}
