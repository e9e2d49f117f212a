/// "The third Friday of March 2025", "how many Sundays in May 2024".
extension CalendarReader {
    private static let placeWords = CalendarWords.falling.union([
        "in", "date", "month", "day", "year", "dates",
    ])

    static func nthWeekday(_ text: CalendarText) -> Attempt? {
        if text.shape == "OWD" || text.shape == "WD" { return weekdayNear(text) }
        guard text.shape == "OWM" || text.shape == "OWN", text.isOnly(placeWords),
            let place = text.ordinals.first, let weekday = text.weekdays.first,
            let (first, last, name) = period(text)
        else { return nil }
        guard !text.has("many"), let found = weekdays(weekday, first, last, place) else {
            return .impossible("I cannot find it: \(name) has not so many \(weekday)s.")
        }
        var working = ["\(first) is a \(first.weekday)."]
        working.append(
            "The \(weekday)s of \(name): \(found.all.prefix(6).map(\.description).joined(separator: ", "))\(found.all.count > 6 ? ", …" : "")"
        )
        return solved(working, found.date)
    }

    /// The first and the last day of the month or year that is named.
    private static func period(_ text: CalendarText) -> (CivilDate, CivilDate, String)? {
        if let (year, month) = text.months.first,
            let first = CivilDate(year: year, month: month, day: 1),
            let last = CivilDate(
                year: year,
                month: month,
                day: CivilDate.length(ofMonth: month, year: year)
            )
        {
            return (first, last, "\(CivilDate.monthNames[month - 1]) \(year)")
        }
        guard let year = text.numbers.last, (1000...9999).contains(year),
            let first = CivilDate(year: year, month: 1, day: 1),
            let last = CivilDate(year: year, month: 12, day: 31)
        else { return nil }
        return (first, last, "\(year)")
    }

    private static func weekdays(
        _ weekday: Weekday,
        _ first: CivilDate,
        _ last: CivilDate,
        _ place: Int
    ) -> (date: CivilDate, all: [CivilDate])? {
        let all = dates(of: weekday, from: first, to: last)
        let index = place > 0 ? place - 1 : all.count + place
        return all.indices.contains(index) ? (all[index], all) : nil
    }

    private static func dates(
        of weekday: Weekday,
        from first: CivilDate,
        to last: CivilDate
    ) -> [CivilDate] {
        let offset = (weekday.rawValue - first.weekday.rawValue + 7) % 7
        return stride(from: first.number + offset, through: last.number, by: 7)
            .compactMap { CivilDate(number: $0) }
    }

    /// `the first Monday after D`, `the last Friday before D`
    private static func weekdayNear(_ text: CalendarText) -> Attempt? {
        let words: Set<String> = [
            "after", "before", "following", "next", "preceding", "previous", "date", "prior", "to",
        ]
        guard text.isOnly(words.union(CalendarWords.falling)), let date = text.dates.first,
            let weekday = text.weekdays.first
        else { return nil }
        let between = text.words(between: "W", and: "D")
        let isLater = between.contains("after") || between.contains("following")
        let isEarlier = between.contains { ["before", "preceding", "prior"].contains($0) }
        guard isLater != isEarlier else { return nil }
        var place = text.ordinals.first ?? 1
        if place == -1, isEarlier { place = 1 }
        guard (1...500).contains(place) else { return nil }
        let gap =
            isLater
            ? (weekday.rawValue - date.weekday.rawValue + 6) % 7 + 1
            : (date.weekday.rawValue - weekday.rawValue + 6) % 7 + 1
        let days = gap + (place - 1) * 7
        guard let found = date.adding(days: isLater ? days : -days) else { return outside }
        return solved(
            [
                "\(date) is a \(date.weekday); \(days) days \(isLater ? "later" : "earlier") is \(found)."
            ],
            found
        )
    }

    // MARK: Counting

    static func weekdayCount(_ text: CalendarText) -> Attempt? {
        let words = placeWords.union([
            "many", "number", "count", "occur", "times", "total", "from", "to", "between",
            "inclusive", "including", "both", "and", "until",
        ])
        guard text.isOnly(words), let weekday = text.weekdays.first, text.weekdays.count == 1 else {
            return nil
        }
        let counts = text.has(any: ["many", "number", "count"])
        switch text.shape {
        case "WM", "WN", "MW":
            guard counts, let (first, last, name) = period(text) else { return nil }
            return count(weekday, first, last, name)
        case "WDD":
            guard counts else { return nil }
            return range(weekday, text)
        case "MNW", "NWM":
            // "Does September 2024 have five Sundays?"
            guard let number = text.numbers.first, !counts,
                text.has(any: ["does", "has", "have", "did", "are", "will", "is"]),
                let (first, last, name) = period(text)
            else { return nil }
            let all = dates(of: weekday, from: first, to: last)
            return solved(
                ["\(name) has \(all.count) \(weekday)s."],
                all.count == number ? "yes" : "no"
            )
        default: return nil
        }
    }

    private static func count(
        _ weekday: Weekday,
        _ first: CivilDate,
        _ last: CivilDate,
        _ name: String
    ) -> Attempt {
        let all = dates(of: weekday, from: first, to: last)
        return solved(
            [
                "\(first) is a \(first.weekday).",
                "The first \(weekday) is \(all.first ?? first), the last \(all.last ?? last).",
            ],
            all.count
        )
    }

    /// Between two dates: whether these count is open unless it makes no difference.
    private static func range(_ weekday: Weekday, _ text: CalendarText) -> Attempt? {
        let (first, last) = (text.dates.min() ?? text.dates[0], text.dates.max() ?? text.dates[1])
        let all = dates(of: weekday, from: first, to: last)
        let isOpen = all.contains(first) || all.contains(last)
        guard !isOpen || text.has(any: ["inclusive", "including", "both"]) else {
            return .impossible(
                "I cannot tell whether \(first) and \(last) count themselves: say \"inclusive\"."
            )
        }
        return solved(["There are \(all.count) \(weekday)s from \(first) to \(last)."], all.count)
    }
}
