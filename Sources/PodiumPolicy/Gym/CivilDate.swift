/// A day of the Gregorian calendar, by the days-from-civil arithmetic.
struct CivilDate: Hashable, Sendable, Codable {
    let year: Int
    let month: Int
    let day: Int

    /// A day counted from 1 March of the year 0.
    init(number: Int) {
        let era = (number >= 0 ? number : number - 146_096) / 146_097
        let ofEra = number - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * ofYear + 2) / 153
        day = ofYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Nil when there is no such day. Years from 1 to 9999.
    init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        let date = CivilDate(number: Self.number(year, month, day))
        guard date.month == month else { return nil }
        self = date
    }

    var number: Int { Self.number(year, month, day) }
    func adding(_ days: Int) -> CivilDate { CivilDate(number: number + days) }

    /// 1 March of the year 0 was a Wednesday.
    var weekday: String {
        let index = (number % 7 + 7 + 2) % 7
        return Self.weekdays[index]
    }

    /// `17 May 2024`
    var text: String { "\(day) \(Self.months[month - 1]) \(year)" }
    /// `May 17, 2024`
    var american: String { "\(Self.months[month - 1]) \(day), \(year)" }
    /// `2024-05-17`
    var iso: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

    static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear
    }
}
