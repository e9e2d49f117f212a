/// Dates, weekdays and lengths of time.
extension QuestionReader {
    // MARK: Dates

    /// Days written out: `17 May 2024`, `May 17, 2024`, `2024-05-17`, `the 17th of May 2024`.
    func dates() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < elements.count {
            if let end = dateEnd(from: index) {
                found.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    private func dateEnd(from start: Int) -> Int? {
        if isNumber(start, 4), isSymbol(start + 1, "-"), isNumber(start + 2, 2),
            isSymbol(start + 3, "-"), isNumber(start + 4, 2)
        {
            return start + 5
        }
        if isMonth(start), isNumber(start + 1, 1) || isNumber(start + 1, 2) {
            var index = start + 2
            if let key = word(index), Self.suffixes.contains(key) { index += 1 }
            if isSymbol(index, ",") { index += 1 }
            return isNumber(index, 4) ? index + 1 : nil
        }
        var index = start
        if word(index) == "the" { index += 1 }
        guard isNumber(index, 1) || isNumber(index, 2) else { return nil }
        index += 1
        if let key = word(index), Self.suffixes.contains(key) { index += 1 }
        if word(index) == "of" { index += 1 }
        guard isMonth(index) else { return nil }
        index += 1
        if isSymbol(index, ",") { index += 1 }
        return isNumber(index, 4) ? index + 1 : nil
    }

    private static let suffixes: Set<String> = ["st", "nd", "rd", "th"]
    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    private func isMonth(_ index: Int) -> Bool { word(index).map(Self.months.contains) == true }

    private func isNumber(_ index: Int, _ digits: Int) -> Bool {
        elements.indices.contains(index) && elements[index].kind == .number
            && elements[index].text.count == digits
    }

    private func isSymbol(_ index: Int, _ symbol: String) -> Bool {
        elements.indices.contains(index) && elements[index].isSymbol(symbol)
    }

    func isTimeUnit(_ index: Int) -> Bool {
        word(index).map {
            ["day", "days", "week", "weeks", "month", "months", "year", "years"].contains($0)
        } == true
    }

    /// A day: written out, or the result of an earlier step that found one.
    private func day(at index: Int) -> (pieces: [DraftStep.Piece], end: Int)? {
        guard elements.indices.contains(index) else { return nil }
        if let end = dateEnd(from: index) {
            return ([.text(QuestionParts.text(of: Array(elements[index..<end])))], end)
        }
        if let reference = elements[index].reference {
            guard isDate(reference) else { return nil }
            return ([.result(reference)], index + 1)
        }
        // "…, and which weekday is it": the date found last.
        guard elements[index].isWord(["it", "that", "this"]),
            let reference = elements[..<index].last(where: { $0.isOperand })?.reference,
            isDate(reference)
        else { return nil }
        let end =
            elements.indices.contains(index + 1) && elements[index + 1].isWord(["day", "date"])
        return ([.result(reference)], end ? index + 2 : index + 1)
    }

    private func isDate(_ reference: DraftStep.Reference) -> Bool {
        draft.steps[reference.step].verb == "find the date"
    }

    // MARK: Phrases

    /// Makes days, weekdays and numbers of days that the question names into steps.
    mutating func takeDates() {
        var rounds = 0
        while rounds < 6, takeDate() { rounds += 1 }
    }

    private mutating func takeDate() -> Bool {
        for index in elements.indices {
            guard
                let phrase = shiftPhrase(at: index) ?? differencePhrase(at: index)
                    ?? weekdayPhrase(at: index)
            else { continue }
            let reference = add(
                DraftStep(skill: .calendar, verb: phrase.verb, subtask: phrase.subtask),
                finding: phrase.finding
            )
            replace(phrase.range, by: reference)
            return true
        }
        return false
    }

    private struct DatePhrase {
        var range: Range<Int>
        var verb: String
        var finding: String
        var subtask: [DraftStep.Piece]
    }

    /// `the date that is 100 days after 1 March 2024`
    private func shiftPhrase(at start: Int) -> DatePhrase? {
        let element = elements[start]
        let isWordNumber = element.isWord(Vocabulary.numberWords)
        guard element.kind == .number || isWordNumber || element.reference != nil,
            isTimeUnit(start + 1), let unit = word(start + 1), let joint = word(start + 2),
            ["after", "before", "from", "following", "to"].contains(joint),
            let day = day(at: start + 3)
        else { return nil }
        let amount: DraftStep.Piece =
            element.reference.map { .result($0) } ?? .text(element.text)
        let verb = word(start - 1)
        let isSum = verb == "add" && joint == "to"
        let isDifference = verb == "subtract" && joint == "from"
        guard joint != "to" || isSum else { return nil }
        let side = joint == "before" || isDifference ? "before" : "after"
        var first = isSum || isDifference ? start - 1 : start
        while first > 0,
            elements[first - 1].isWord(["the", "date", "day", "that", "is", "which", "lies"]),
            elements[first...].first?.isWord(["what"]) != true
        {
            first -= 1
        }
        return DatePhrase(
            range: first..<day.end,
            verb: "find the date",
            finding: "asks for a date",
            subtask: [.text("What date is "), amount, .text(" \(unit) \(side) ")] + day.pieces
                + [.text("?")]
        )
    }

    /// `the number of days between … and …`, `how many weeks is it from … to …`
    private func differencePhrase(at start: Int) -> DatePhrase? {
        var index = start
        if word(index) == "the" { index += 1 }
        if word(index) == "how", word(index + 1) == "many" {
            index += 2
        } else if word(index) == "number", word(index + 1) == "of" {
            index += 2
        } else if let key = word(index), ["count", "days"].contains(key) {
            index += key == "count" ? 1 : 0
            if word(index) == "the" { index += 1 }
        } else {
            return nil
        }
        guard isTimeUnit(index), let unit = word(index) else { return nil }
        index += 1
        let fillers: Set<String> = [
            "are", "is", "there", "it", "passed", "pass", "lie", "that", "which", "were", "was",
            "have", "elapsed", "in",
        ]
        while let key = word(index), fillers.contains(key) { index += 1 }
        guard let joint = word(index), ["between", "from"].contains(joint),
            let first = day(at: index + 1),
            let middle = word(first.end), ["and", "to", "until", "till"].contains(middle),
            let second = day(at: first.end + 1)
        else { return nil }
        return DatePhrase(
            range: start..<second.end,
            verb: "count the \(unit)",
            finding: "asks for the time between two dates",
            subtask: [.text("How many \(unit) are there between ")] + first.pieces
                + [.text(" and ")] + second.pieces + [.text("?")]
        )
    }

    /// `the weekday of …`, `the day of the week on which … falls`, `which weekday is …`
    private func weekdayPhrase(at start: Int) -> DatePhrase? {
        var index = start
        // Few, so that a text of nothing but such words costs no more than another.
        while index < start + 5, let key = word(index),
            ["the", "what", "which", "name", "of"].contains(key)
        {
            index += 1
        }
        if word(index) == "weekday" {
            index += 1
        } else if word(index) == "day", word(index + 1) == "of", word(index + 2) == "the",
            word(index + 3) == "week"
        {
            index += 4
        } else {
            return nil
        }
        let joints: Set<String> = [
            "of", "on", "which", "is", "was", "does", "did", "for", "the", "date", "that", "will",
            "be",
        ]
        while day(at: index) == nil, let key = word(index), joints.contains(key) { index += 1 }
        guard let day = day(at: index) else { return nil }
        var end = day.end
        while let key = word(end),
            ["falls", "fall", "fell", "lies", "was", "falling", "be"].contains(key)
        {
            end += 1
        }
        return DatePhrase(
            range: start..<end,
            verb: "find the weekday",
            finding: "asks for a weekday",
            subtask: [.text("What day of the week is ")] + day.pieces + [.text("?")]
        )
    }

    // MARK: The rest

    /// Whether the question as a whole is about the calendar or the clock.
    var isCalendar: Bool {
        if !dates().isEmpty || contains(["leap", "weekday"]) { return true }
        let isDayOfMonth = elements.indices.contains { index in
            isMonth(index)
                && (isNumber(index + 1, 4) || isNumber(index - 1, 1) || isNumber(index - 1, 2))
        }
        if isDayOfMonth, contains(Self.calendarWords) { return true }
        let hasClock = elements.indices.contains { index in
            isSymbol(index, ":") && elements[index].space.isEmpty
                && (isNumber(index - 1, 1) || isNumber(index - 1, 2)) && isNumber(index + 1, 2)
        }
        return hasClock || isSpan || isSumOfSpans
    }

    /// `Add 29 minutes and 21 minutes.`
    private var isSumOfSpans: Bool {
        let units: Set<String> = [
            "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days",
        ]
        let spans = elements.indices.dropLast().filter {
            elements[$0].kind == .number && elements[$0 + 1].isWord(units)
        }
        return spans.count > 1 && contains(["add", "plus", "minus", "subtract"])
            && !contains(["convert", "how"])
    }

    private static let calendarWords: Set<String> = [
        "day", "days", "date", "weeks", "week", "when", "how", "which", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays",
        "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "months",
    ]

    /// `3 hours 25 minutes`, or a length asked for in hours and minutes.
    private var isSpan: Bool {
        let hours: Set<String> = ["hour", "hours"]
        let minutes: Set<String> = ["minute", "minutes"]
        return elements.indices.contains { index in
            guard word(index).map(hours.contains) == true else { return false }
            var next = index + 1
            if word(next) == "and" { next += 1 }
            if elements.indices.contains(next), elements[next].kind == .number { next += 1 }
            return word(next).map(minutes.contains) == true
        }
    }

    /// A date that lies an amount found before from the one that the question names, however far
    /// apart the two stand in it.
    mutating func shiftDate(by amount: DraftStep.Reference) -> DraftStep.Reference? {
        guard let place = elements.firstIndex(where: { $0.reference == amount }),
            isTimeUnit(place + 1), let unit = word(place + 1), let date = dates().first,
            dates().count == 1
        else { return nil }
        let isBefore = contains(["before", "earlier", "prior", "subtract", "ago"])
        let asked =
            contains(["weekday"]) || contains(["week"]) && contains(["day"])
            ? "What weekday is " : "What date is "
        let day = QuestionParts.text(of: Array(elements[date]))
        return add(
            DraftStep(
                skill: .calendar,
                verb: "find the date",
                subtask: [
                    .text(asked), .result(amount),
                    .text(" \(unit) \(isBefore ? "before" : "after") \(day)?"),
                ]
            ),
            finding: "asks for a date"
        )
    }
}
