/// Leap years, lengths of months and years, days of the year and weeks.
extension CalendarReader {
    static func leap(_ text: CalendarText) -> Attempt? {
        guard text.has("leap"), text.numbers.allSatisfy({ CivilDate.years.contains($0) }) else {
            return nil
        }
        let years = text.numbers
        let words: Set<String> = ["leap", "year", "years"]
        if text.shape == "NN" {
            guard text.has("many") || text.has("number") || text.has("count"),
                text.isOnly(
                    words.union([
                        "many", "number", "count", "between", "from", "to", "inclusive", "and",
                        "through", "in",
                    ])
                )
            else { return nil }
            return leapCount(years[0], years[1], text)
        }
        guard let year = years.first, years.count == 1 else { return nil }
        if text.shape == "N", text.isOnly(words),
            text.has(any: ["is", "was", "will", "were"])
        {
            return solved([rule(year)], CivilDate.isLeap(year) ? "yes" : "no")
        }
        let isNext =
            text.has(any: ["after", "following"]) || text.has("next") && !text.has("before")
        let isPrevious = text.has("before")
        guard isNext != isPrevious,
            text.shape == "N" || text.ordinals == [1] || text.ordinals == [-1],
            text.isOnly(
                words.union(["next", "after", "before", "following", "previous", "comes"])
            ),
            !(text.ordinals == [-1] && isNext)
        else { return nil }
        var found = year + (isNext ? 1 : -1)
        while CivilDate.years.contains(found), !CivilDate.isLeap(found) { found += isNext ? 1 : -1 }
        guard CivilDate.years.contains(found) else { return outside }
        return solved([rule(found)], found)
    }

    private static func rule(_ year: Int) -> String {
        if year % 4 != 0 { return "\(year) is not divisible by 4." }
        if year % 100 != 0 { return "\(year) is divisible by 4 and not by 100." }
        return year % 400 == 0
            ? "\(year) is divisible by 400." : "\(year) is divisible by 100 and not by 400."
    }

    private static func leapCount(_ first: Int, _ second: Int, _ text: CalendarText) -> Attempt? {
        guard first <= second else { return nil }
        let all = (first...second).count { CivilDate.isLeap($0) }
        let isOpen = CivilDate.isLeap(first) || CivilDate.isLeap(second)
        guard !isOpen || !text.has("between") || text.has("inclusive") else {
            return .impossible(
                "I cannot tell whether \(first) and \(second) count themselves: say \"from … to\"."
            )
        }
        return solved(["Every fourth year but centuries, save every fourth century."], all)
    }

    // MARK: Lengths

    static func lengths(_ text: CalendarText) -> Attempt? {
        let words: Set<String> = [
            "many", "number", "days", "in", "month", "year", "count", "long", "contain", "contains",
            "total", "length", "weeks", "iso",
        ]
        guard text.isOnly(words) else { return nil }
        if text.shape == "N", let year = text.numbers.first, (1000...9999).contains(year),
            text.has("weeks"), text.has("iso"), let day = CivilDate(year: year, month: 12, day: 28)
        {
            // 28 December always lies in the last week of its year.
            return solved(["\(day) is in week \(day.isoWeek.week)."], day.isoWeek.week)
        }
        guard text.has("days"), !text.has("weeks"),
            text.has(any: ["many", "number", "count", "total"])
        else { return nil }
        if text.shape == "M", let (year, month) = text.months.first {
            let length = CivilDate.length(ofMonth: month, year: year)
            return solved(month == 2 ? [rule(year)] : [], length)
        }
        if text.shape == "N", let year = text.numbers.first, (1000...9999).contains(year) {
            return solved([rule(year)], CivilDate.length(ofYear: year))
        }
        return nil
    }

    // MARK: Days of the year

    static func dayOfYear(_ text: CalendarText) -> Attempt? {
        let words: Set<String> = ["day", "year", "number", "date", "in", "day's", "ordinal"]
        if text.shape == "OM" { return dayOfMonth(text) }
        guard text.has("day"), text.isOnly(words.union(CalendarWords.falling)) else { return nil }
        if text.shape == "D", let date = text.dates.first {
            guard text.has("year") else { return nil }
            let lengths = (1..<date.month).map { CivilDate.length(ofMonth: $0, year: date.year) }
            let sum = (lengths + [date.day]).map(String.init).joined(separator: " + ")
            return solved(["\(sum) = \(date.dayOfYear)"], date.dayOfYear)
        }
        let place: Int
        switch text.shape {
        case "ON": place = text.ordinals[0]
        case "NN":
            guard text.has(phrase: "day") else { return nil }
            place = text.numbers[0]
        default: return nil
        }
        guard let year = text.numbers.last, (1000...9999).contains(year),
            let first = CivilDate(year: year, month: 1, day: 1)
        else { return nil }
        let length = CivilDate.length(ofYear: year)
        let days = place > 0 ? place : length + 1 + place
        guard (1...length).contains(days), let date = first.adding(days: days - 1) else {
            return .impossible("I cannot find it: \(year) has \(length) days.")
        }
        return solved(["\(first) + \(days - 1) days = \(date)"], date)
    }

    /// `the last day of February 2024`
    private static func dayOfMonth(_ text: CalendarText) -> Attempt? {
        guard text.has("day"), let (year, month) = text.months.first,
            text.isOnly(
                CalendarWords.falling.union(CalendarWords.weekday).union(["day", "week", "date"])
            )
        else { return nil }
        let length = CivilDate.length(ofMonth: month, year: year)
        let place = text.ordinals[0]
        let day = place > 0 ? place : length + 1 + place
        guard let date = CivilDate(year: year, month: month, day: day) else {
            return .impossible("I cannot find it: the month has \(length) days.")
        }
        return CalendarWords.asksWeekday(text)
            ? solved(["It is \(date)."], date.weekday)
            : solved(["The month has \(length) days."], date)
    }

    // MARK: Weeks

    static func week(_ text: CalendarText) -> Attempt? {
        guard text.shape == "D", let date = text.dates.first, text.has("week"), !text.has("day"),
            text.isOnly(
                CalendarWords.falling.union(["week", "iso", "number", "year", "in", "8601", "date"])
            ), text.has(any: ["iso", "number", "which", "what"])
        else { return nil }
        let (year, week) = date.isoWeek
        var working = ["\(date) is a \(date.weekday)."]
        working.append("The Thursday of its week lies in \(year), in week \(week) (ISO 8601).")
        return solved(working, week)
    }
}
