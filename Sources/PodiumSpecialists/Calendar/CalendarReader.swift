/// Reads questions on dates and times of the day and answers them.
///
/// A question is known by its shape (which dates, spans and times it names, in order) and by its
/// words. Each kind of question knows its own; with any other word it is not understood.
enum CalendarReader {
    static func solve(_ text: String, references: References) -> Attempt {
        guard Tokens.fit(text) else { return .tooLong }
        guard let read = CalendarText(text, references: references), read.items.count <= 120 else {
            return .notUnderstood
        }
        if let fault = read.fault {
            let isCalendar = read.words.allSatisfy { vocabulary.contains($0) }
            return isCalendar ? .impossible("I cannot use this date: \(fault).") : .notUnderstood
        }
        if let attempt = clockless(read) { return attempt }
        if let second = read.secondQuestion { return .unread(second) }
        let readers: [(CalendarText) -> Attempt?] = [
            weekday, isWeekday, shifted, neighbour, difference, nthWeekday, weekdayCount, leap,
            lengths, dayOfYear, week, clockShift, clockDifference, spanSum, spanConversion,
        ]
        for reader in readers {
            if let attempt = reader(read) { return withRemark(attempt, on: read) }
        }
        let left = read.words.filter { !CalendarWords.all.contains($0) }
        return read.shape.isEmpty || left.isEmpty
            ? .notUnderstood : .unread(left.prefix(8).joined(separator: " "))
    }

    /// The calendar before 15 October 1582 was another.
    private static func withRemark(_ attempt: Attempt, on text: CalendarText) -> Attempt {
        guard case .solved(var solution) = attempt,
            let reform = CivilDate(year: 1582, month: 10, day: 15),
            text.dates.contains(where: { $0 < reform })
                || text.months.contains(where: { ($0.year, $0.month) < (1582, 10) })
        else { return attempt }
        solution.working.append("The Gregorian calendar is carried back before 1582.")
        return .solved(solution)
    }

    private static let vocabulary = CalendarWords.fillers
        .union(CalendarWords.later).union(CalendarWords.earlier).union(CalendarWords.between)
        .union(CalendarWords.units).union(CalendarWords.falling).union(CalendarWords.weekday)
        .union(["date", "dates", "number", "many", "in", "today"])

    /// There is no clock here: "today" is only what the question says it is.
    private static func clockless(_ text: CalendarText) -> Attempt? {
        let relative: Set<String> = [
            "today", "tomorrow", "yesterday", "today's", "tomorrow's", "now",
        ]
        guard text.has(any: relative) else { return nil }
        guard text.shape.isEmpty || text.shape == "P" || text.shape == "W" || text.shape == "OW",
            text.words.allSatisfy({
                vocabulary.contains($0) || relative.contains($0) || $0 == "time"
            }),
            text.has(any: ["date", "day", "weekday", "today", "time", "days", "week", "today's"])
        else { return nil }
        return .impossible("I cannot know what day it is today: I have no clock.")
    }

    static func solved(_ working: [String], _ answer: some CustomStringConvertible) -> Attempt {
        .solved(Solution(working: working, answer: "\(answer)"))
    }

    static let outside = Attempt.impossible(
        "I cannot count beyond the years 1 to \(CivilDate.years.upperBound)."
    )

    // MARK: Weekdays of dates

    private static func weekday(_ text: CalendarText) -> Attempt? {
        guard text.shape == "D", let date = text.dates.first else { return nil }
        // "What day was 3 May 2024?" asks for the weekday, "what date" does not.
        let asks =
            CalendarWords.asksWeekday(text)
            || text.has("day") && !text.has("year") && !text.has("month")
        let words: Set<String> = ["day", "week", "weekday", "in", "date", "born", "by", "to"]
        // "Is it a weekday?" wants no name of a day.
        let verbs: Set<String> = ["is", "was", "does", "did", "will"]
        guard asks, text.words.first.map(verbs.contains) != true,
            text.isOnly(words.union(CalendarWords.falling)),
            !text.has("date") || CalendarWords.asksWeekday(text)
        else { return nil }
        return solved(told(date), date.weekday)
    }

    private static func told(_ date: CivilDate) -> [String] {
        ["\(date) is day \(date.number) counted from Thursday, 1 January 1970."]
    }

    private static func isWeekday(_ text: CalendarText) -> Attempt? {
        guard text.shape == "DW", let date = text.dates.first, let weekday = text.weekdays.first,
            text.has(any: ["is", "was", "does", "did", "will"]),
            text.isOnly(CalendarWords.falling.union(["day", "in"]))
        else { return nil }
        return solved(
            told(date) + ["It is a \(date.weekday)."],
            date.weekday == weekday ? "yes" : "no"
        )
    }

    // MARK: A date and a span

    private static let shiftWords = CalendarWords.later.union(CalendarWords.earlier)
        .union(CalendarWords.falling).union(CalendarWords.begins).union(CalendarWords.ends)
        .union(CalendarWords.lasts).union(CalendarWords.events).union(CalendarWords.weekday)
        .union([
            "date", "day", "week", "in", "today", "to", "by", "time", "with", "today's", "back",
            "go",
        ])

    private static func shifted(_ text: CalendarText) -> Attempt? {
        let isSpanFirst = text.shape == "PD"
        guard isSpanFirst || text.shape == "DP", text.isOnly(shiftWords),
            let date = text.dates.first, let span = text.spans.first,
            let sign = isSpanFirst ? signBefore(text) : signAfter(text)
        else { return nil }
        guard span.units.allSatisfy({ $0 >= .day }),
            !(CalendarWords.asksWeekday(text) && text.has("date") && text.has("and"))
        else { return nil }
        return add(span, to: date, sign: sign, asksWeekday: CalendarWords.asksWeekday(text))
    }

    /// `3 weeks after D`, `add 3 weeks to D`, `subtract 3 weeks from D`
    private static func signBefore(_ text: CalendarText) -> Int? {
        let between = text.words(between: "P", and: "D")
        if text.has(any: ["subtract", "subtracting"]) {
            return between.contains("from") ? -1 : nil
        }
        if text.has(any: ["add", "adding"]) { return between.contains("to") ? 1 : nil }
        if text.has("back") { return between.contains("from") ? -1 : nil }
        guard !text.has("to") else { return nil }
        // "The day before 3 days after D" goes two ways.
        let directions = CalendarWords.later.union(CalendarWords.earlier)
        guard text.words.count(where: directions.contains) == 1 else { return nil }
        let later = between.contains { CalendarWords.later.contains($0) }
        let earlier = between.contains { CalendarWords.earlier.contains($0) }
        return later == earlier ? nil : later ? 1 : -1
    }

    /// `D plus 3 weeks`, `starting on D, … 3 weeks later`, `if today is D, … in 3 weeks`
    private static func signAfter(_ text: CalendarText) -> Int? {
        if text.has(any: ["subtract", "minus", "ago", "earlier", "before", "prior"]) {
            return text.has(any: CalendarWords.later) ? nil : -1
        }
        if text.has(any: CalendarWords.later) { return 1 }
        if text.has(any: ["today", "today's"]), text.words(between: "D", and: "P").contains("in") {
            return 1
        }
        let starts = text.words(before: "D").contains { CalendarWords.begins.contains($0) }
        return starts && (text.has(any: CalendarWords.lasts) || text.has("in"))
            && text.has(any: CalendarWords.ends) ? 1 : nil
    }

    private static func add(
        _ span: TimeSpan,
        to date: CivilDate,
        sign: Int,
        asksWeekday: Bool
    ) -> Attempt? {
        guard let years = span.count(of: .year), let months = span.count(of: .month),
            let weeks = span.count(of: .week), let days = span.count(of: .day)
        else {
            return .impossible("I cannot add a fraction of a day, a month or a year to a date.")
        }
        var working: [String] = []
        var current = date
        if years != 0 || months != 0 {
            guard let moved = current.adding(months: sign * (years * 12 + months)) else {
                return outside
            }
            current = moved.date
            working.append(
                "\(date) \(sign > 0 ? "+" : "-") \(years * 12 + months) months = \(current)"
            )
            if moved.isClamped {
                let month = CivilDate.monthNames[current.month - 1]
                working.append(
                    "\(month) \(current.year) has no day \(date.day), so its last day counts."
                )
            }
        }
        if weeks != 0 || days != 0 {
            guard let moved = current.adding(days: sign * (weeks * 7 + days)) else {
                return outside
            }
            working.append("\(current) \(sign > 0 ? "+" : "-") \(weeks * 7 + days) days = \(moved)")
            current = moved
        }
        guard asksWeekday else { return solved(working, current) }
        return solved(working + ["\(current) is a \(current.weekday)."], current.weekday)
    }

    /// `the day after D`
    private static func neighbour(_ text: CalendarText) -> Attempt? {
        guard text.shape == "D", let date = text.dates.first,
            text.isOnly([
                "day", "date", "after", "before", "following", "previous", "next", "comes",
                "follows", "immediately", "directly", "right", "preceding", "come", "to", "prior",
            ])
        else { return nil }
        let later = text.has(any: ["after", "following", "next", "follows"])
        let earlier = text.has(any: ["before", "previous", "preceding", "prior"])
        guard later != earlier, text.has("day") || text.has("date"), !text.has("week") else {
            return nil
        }
        guard let moved = date.adding(days: later ? 1 : -1) else { return outside }
        return solved(["\(date) \(later ? "+" : "-") 1 day = \(moved)"], moved)
    }
}
