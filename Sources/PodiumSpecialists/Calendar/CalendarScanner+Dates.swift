/// Dates and times of the day in the forms in which they are written.
extension CalendarScanner {
    /// `2024-05-17`, `17 May 2024`, `May 17th, 2024`, `the 5th of June 2023`, `17/5/2024`
    mutating func date(at start: Int) -> (CivilDate, Int)? {
        if let found = isoDate(at: start) ?? numericDate(at: start) ?? dottedDate(at: start) {
            return found
        }
        if let found = dayFirst(at: start) ?? monthFirst(at: start) { return found }
        return feast(at: start)
    }

    private mutating func make(_ year: Int, _ month: Int, _ day: Int, _ end: Int) -> (
        CivilDate, Int
    )? {
        if let date = CivilDate(year: year, month: month, day: day) { return (date, end) }
        guard (1...12).contains(month), (1...31).contains(day), CivilDate.years.contains(year)
        else { return nil }
        let name = CivilDate.monthNames[month - 1]
        fault = fault ?? "\(name) \(year) has no day \(day)"
        // With a fault nothing is computed; any date keeps its place.
        return CivilDate(year: year, month: month, day: 1).map { ($0, end) }
    }

    // MARK: In numbers

    private mutating func isoDate(at start: Int) -> (CivilDate, Int)? {
        guard let year = digits(at: start), tokens[start].text.count == 4,
            isSymbol(start + 1, "-", tight: true), let month = digits(at: start + 2),
            isSymbol(start + 3, "-", tight: true), let day = digits(at: start + 4),
            tokens[start + 2].text.count <= 2, tokens[start + 4].text.count <= 2
        else { return nil }
        return make(year, month, day, start + 5)
    }

    private mutating func numericDate(at start: Int) -> (CivilDate, Int)? {
        guard let first = digits(at: start), isSymbol(start + 1, "/", tight: true),
            let second = digits(at: start + 2), isSymbol(start + 3, "/", tight: true),
            let third = digits(at: start + 4)
        else { return nil }
        if tokens[start].text.count == 4 { return make(first, second, third, start + 5) }
        guard tokens[start + 4].text.count == 4 else { return nil }
        return dayAndMonth(first, second, third, start + 5)
    }

    /// `17.5.2024`, which the tokens hold as `17.5` and `.2024`.
    private mutating func dottedDate(at start: Int) -> (CivilDate, Int)? {
        guard start + 1 < tokens.count, tokens[start].kind == .number,
            tokens[start + 1].kind == .number, !tokens[start + 1].followsSpace,
            tokens[start + 1].text.hasPrefix("."), tokens[start + 1].text.count == 5,
            let year = Int(tokens[start + 1].text.dropFirst())
        else { return nil }
        let parts = tokens[start].text.split(separator: ".").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        return dayAndMonth(parts[0], parts[1], year, start + 2)
    }

    /// Two numbers of which one is a month; if both could be, nobody can tell which.
    private mutating func dayAndMonth(
        _ first: Int,
        _ second: Int,
        _ year: Int,
        _ end: Int
    ) -> (CivilDate, Int)? {
        if first > 12 || first == second { return make(year, second, first, end) }
        if second > 12 { return make(year, first, second, end) }
        fault =
            fault
            ?? "\(first)/\(second)/\(year) can be read in two ways; write it as 2024-05-17 or as"
            + " 17 May 2024"
        return CivilDate(year: 2000, month: 1, day: 1).map { ($0, end) }
    }

    // MARK: With the month's name

    /// A year in digits; with fewer than three it could be a day.
    private func year(at index: Int) -> Int? {
        guard let year = digits(at: index), CivilDate.years.contains(year),
            (3...4).contains(tokens[index].text.count)
        else { return nil }
        return year
    }

    private func month(at index: Int) -> (month: Int, end: Int)? {
        guard let key = key(index), let month = CivilDate.month(named: key) else { return nil }
        let isShort = key.count < 5 && isSymbol(index + 1, ".", tight: true)
        return (month, isShort ? index + 2 : index + 1)
    }

    private func day(at index: Int) -> (day: Int, end: Int)? {
        if let day = digits(at: index), (1...31).contains(day) { return (day, index + 1) }
        guard let (place, end) = OrdinalWords.read(tokens, at: index), place <= 31 else {
            return nil
        }
        return (place, end)
    }

    private mutating func dayFirst(at start: Int) -> (CivilDate, Int)? {
        let from = key(start) == "the" ? start + 1 : start
        guard let (day, afterDay) = day(at: from) else { return nil }
        var index = key(afterDay) == "of" ? afterDay + 1 : afterDay
        if isSymbol(index, "-", tight: true) { index += 1 }
        guard let (month, afterMonth) = month(at: index) else { return nil }
        index = afterMonth
        if isSymbol(index, ",-") { index += 1 }
        if key(index) == "of" || key(index) == "in" { index += 1 }
        guard let year = year(at: index) else { return yearless(month, day, afterMonth) }
        return make(year, month, day, index + 1)
    }

    /// "from 1 March to 15 April 2024": the year is told once. A span over the new year would leave
    /// open which year is meant.
    private mutating func yearless(_ month: Int, _ day: Int, _ end: Int) -> (CivilDate, Int)? {
        guard !isYearless, let link = key(end), ["to", "and", "until", "till"].contains(link) else {
            return nil
        }
        isYearless = true
        defer { isYearless = false }
        guard let (later, _) = date(at: end + 1),
            let date = CivilDate(year: later.year, month: month, day: day), date < later
        else { return nil }
        return (date, end)
    }

    private mutating func monthFirst(at start: Int) -> (CivilDate, Int)? {
        guard let (month, afterMonth) = month(at: start) else { return nil }
        let from = key(afterMonth) == "the" ? afterMonth + 1 : afterMonth
        guard let (day, afterDay) = day(at: from) else { return nil }
        var index = afterDay
        if isSymbol(index, ",") { index += 1 }
        if key(index) == "of" || key(index) == "in" { index += 1 }
        guard let year = year(at: index) else { return yearless(month, day, afterDay) }
        return make(year, month, day, index + 1)
    }

    /// `Christmas 2024`, `New Year's Eve 1999`: feasts with a fixed day.
    private mutating func feast(at start: Int) -> (CivilDate, Int)? {
        var index = start
        let found: (month: Int, day: Int)
        switch key(index) {
        case "christmas":
            index += 1
            let isEve = key(index) == "eve"
            if isEve || key(index) == "day" { index += 1 }
            found = (12, isEve ? 24 : 25)
        case "new":
            guard ["year's", "years", "year"].contains(key(index + 1)),
                let kind = key(index + 2), ["eve", "day"].contains(kind)
            else { return nil }
            index += 3
            found = kind == "eve" ? (12, 31) : (1, 1)
        case "halloween":
            index += 1
            found = (10, 31)
        default: return nil
        }
        if isSymbol(index, ",") { index += 1 }
        if key(index) == "in" || key(index) == "of" { index += 1 }
        guard let year = year(at: index) else { return nil }
        return make(year, found.month, found.day, index + 1)
    }

    /// `May 2024`, `February of 2023`
    func monthAndYear(at start: Int) -> (CalendarText.Item, Int)? {
        guard let (month, afterMonth) = month(at: start) else { return nil }
        var index = afterMonth
        if isSymbol(index, ",") { index += 1 }
        if key(index) == "of" || key(index) == "in" { index += 1 }
        guard let year = year(at: index) else { return nil }
        return (.month(year: year, month: month), index + 1)
    }

    // MARK: Clock

    /// `10:50`, `9:30 am`, `6 pm`, `noon`, `14:05:30`
    func time(at start: Int) -> (ClockTime, Int)? {
        if key(start) == "noon" || key(start) == "midday" {
            return (ClockTime(seconds: 43_200, isCertain: true), start + 1)
        }
        if key(start) == "midnight" { return (ClockTime(seconds: 0, isCertain: true), start + 1) }
        guard let hour = digits(at: start), tokens[start].text.count <= 2 else { return nil }
        var index = start + 1
        var minute = 0
        var second = 0
        let hasMinutes = isSymbol(index, ":", tight: true) && twoDigits(at: index + 1) != nil
        if hasMinutes {
            minute = twoDigits(at: index + 1) ?? 0
            index += 2
            if isSymbol(index, ":", tight: true), let value = twoDigits(at: index + 1) {
                second = value
                index += 2
            }
        }
        let half = half(at: index)
        if let half { index = half.end }
        guard hasMinutes || half != nil, minute < 60, second < 60 else { return nil }
        guard let half else {
            guard hour < 24 else { return nil }
            return (
                ClockTime(
                    seconds: hour * 3600 + minute * 60 + second,
                    isCertain: hour > 12 || hour == 0 || tokens[start].text.hasPrefix("0")
                ), index
            )
        }
        guard (1...12).contains(hour) else { return nil }
        let hours = hour % 12 + (half.isAfternoon ? 12 : 0)
        return (
            ClockTime(seconds: hours * 3600 + minute * 60 + second, isCertain: true), index
        )
    }

    private func twoDigits(at index: Int) -> Int? {
        guard let value = digits(at: index), tokens[index].text.count == 2,
            !tokens[index].followsSpace
        else { return nil }
        return value
    }

    private func half(at index: Int) -> (isAfternoon: Bool, end: Int)? {
        switch key(index) {
        case "am": return (false, index + 1)
        case "pm": return (true, index + 1)
        case "a", "p":
            guard isSymbol(index + 1, ".", tight: true), key(index + 2) == "m" else { return nil }
            let end = isSymbol(index + 3, ".", tight: true) ? index + 4 : index + 3
            return (key(index) == "p", end)
        default: return nil
        }
    }
}
