/// How long it is from one date to another.
extension CalendarReader {
    private static let words = CalendarWords.between.union(CalendarWords.units)
        .union(CalendarWords.whole).union(CalendarWords.begins).union(CalendarWords.ends)
        .union(CalendarWords.falling).union(CalendarWords.events)
        .union([
            "many", "number", "difference", "count", "long", "in", "passed", "pass", "elapsed",
            "elapse", "elapsed", "after", "before", "inclusive", "inclusively", "including",
            "counting", "both", "first", "last", "start", "end", "dates", "date", "old", "age",
            "born", "remain", "remaining", "left", "time", "apart", "take", "takes", "took",
            "minus", "endpoints", "included", "total", "much", "last", "lasted", "lasts", "gone",
        ])

    static func difference(_ text: CalendarText) -> Attempt? {
        let shape = text.shape.filter { $0 != "O" }
        guard shape == "DD", text.isOnly(words), let inclusive = isInclusive(text) else {
            return nil
        }
        // Ordinals only occur in "including the first and the last day".
        guard text.shape == "DD" || inclusive else { return nil }
        let dates = text.dates
        guard let (earlier, later) = ordered(text, dates[0], dates[1]) else {
            return .impossible("I cannot count forward: \(dates[0]) is after \(dates[1]).")
        }
        if text.has(any: ["old", "age"]) {
            guard text.has(any: ["born", "birth"]) else { return nil }
            guard units(of: text).isEmpty || units(of: text) == [.year] else { return nil }
            let years = earlier.monthsAndDays(until: later).months / 12
            return solved(["From \(earlier) to \(later) are \(years) full years."], years)
        }
        return count(from: earlier, to: later, units: units(of: text), text, inclusive)
    }

    /// Nil when it is said in a way that is not known.
    private static func isInclusive(_ text: CalendarText) -> Bool? {
        if text.has(any: ["inclusive", "inclusively"]) { return true }
        guard text.has(any: ["including", "counting", "included", "both"]) else {
            return false
        }
        let isBoth =
            text.has(any: ["both", "endpoints"])
            || text.has("start") && text.has("end")
            || text.ordinals.contains(1) && (text.ordinals.contains(-1) || text.has("last"))
        return isBoth ? true : nil
    }

    /// "How many days after A is B" has a direction; "between" has none.
    private static func ordered(
        _ text: CalendarText,
        _ first: CivilDate,
        _ second: CivilDate
    ) -> (CivilDate, CivilDate)? {
        // "How many days until B from A" names the later one first.
        let until: Set<String> = ["until", "till", "to"]
        if text.words(before: "D").contains(where: until.contains),
            text.words(between: "D", and: "D").contains("from")
        {
            return second <= first ? (second, first) : nil
        }
        if text.has("after") || text.has("from") && text.has(any: ["to", "until", "till"]) {
            return first <= second ? (first, second) : nil
        }
        if text.has("before") { return second <= first ? (second, first) : nil }
        return first <= second ? (first, second) : (second, first)
    }

    private static func units(of text: CalendarText) -> [CalendarUnit] {
        var units: [CalendarUnit] = []
        for word in text.words {
            if let unit = CalendarUnit(word), word.hasSuffix("s"), !units.contains(unit) {
                units.append(unit)
            }
        }
        return units
    }

    private static func count(
        from first: CivilDate,
        to second: CivilDate,
        units: [CalendarUnit],
        _ text: CalendarText,
        _ inclusive: Bool
    ) -> Attempt? {
        var working = [
            "\(first) is day \(first.number), \(second) is day \(second.number)."
        ]
        let days = second.number - first.number + (inclusive ? 1 : 0)
        working.append(
            "\(second.number) - \(first.number)\(inclusive ? " + 1, both included," : "") = \(days)"
        )
        switch units {
        case []:
            guard text.has(any: ["long", "time", "difference"]) else { return nil }
            return solved(working, CalendarUnit.day.text(days))
        case [.day]: return solved(working, days)
        case [.week], [.week, .day]:
            working.append("\(days) = \(days / 7) × 7 + \(days % 7)")
            let isWhole = days % 7 == 0 || text.has(any: CalendarWords.whole)
            if units == [.week], isWhole { return solved(working, days / 7) }
            return TimeSpan.text(seconds: days * 86_400, units: [.week, .day])
                .map { solved(working, $0) }
        case [.month], [.year]:
            guard !inclusive else { return nil }
            let (months, rest) = first.monthsAndDays(until: second)
            working = ["From \(first) to \(second): \(months) months and \(rest) days."]
            let size = units == [.month] ? 1 : 12
            let isWhole = months % size == 0 && rest == 0 || text.has(any: CalendarWords.whole)
            if isWhole { return solved(working, months / size) }
            return solved(working, Self.told(months, rest, years: size == 12))
        case [.year, .month, .day], [.month, .day], [.year, .month]:
            guard !inclusive else { return nil }
            let (months, rest) = first.monthsAndDays(until: second)
            return solved(
                ["From \(first) to \(second): \(months) months and \(rest) days."],
                Self.told(months, rest, years: units.contains(.year))
            )
        default: return nil
        }
    }

    private static func told(_ months: Int, _ days: Int, years: Bool) -> String {
        var parts: [String] = []
        if years, months >= 12 { parts.append(CalendarUnit.year.text(months / 12)) }
        let rest = years ? months % 12 : months
        if rest > 0 { parts.append(CalendarUnit.month.text(rest)) }
        if days > 0 { parts.append(CalendarUnit.day.text(days)) }
        return parts.isEmpty ? CalendarUnit.day.text(0) : parts.joined(separator: " ")
    }
}
