/// Times of the day and lengths of time.
extension CalendarReader {
    private static let words = CalendarWords.later.union(CalendarWords.earlier)
        .union(CalendarWords.begins).union(CalendarWords.ends).union(CalendarWords.lasts)
        .union(CalendarWords.events)
        .union(["time", "to", "in", "now", "clock", "it's", "hour", "o'clock", "by", "next", "day"])

    // MARK: A time and a span

    static func clockShift(_ text: CalendarText) -> Attempt? {
        let isSpanFirst = text.shape == "PT"
        guard isSpanFirst || text.shape == "TP", text.isOnly(words), let time = text.times.first,
            let span = text.spans.first, let sign = sign(text, isSpanFirst)
        else { return nil }
        guard let seconds = span.seconds else {
            return .impossible("I cannot add this to a time of the day.")
        }
        let total = time.seconds + sign * seconds
        let day = ClockTime.day
        let wrapped = (total % day + day) % day
        let result = ClockTime(seconds: wrapped, isCertain: true)
        let shown = TimeSpan.text(seconds: seconds, units: [.hour, .minute, .second]) ?? ""
        var working = ["\(time) \(sign > 0 ? "+" : "-") \(shown) = \(result)"]
        let days = (total - wrapped) / day
        if days != 0 {
            working.append(
                "That is \(CalendarUnit.day.text(abs(days))) \(days > 0 ? "later" : "earlier")."
            )
        }
        return solved(working, result)
    }

    private static func sign(_ text: CalendarText, _ isSpanFirst: Bool) -> Int? {
        let later = text.has(any: CalendarWords.later.subtracting(["from"]))
        let earlier = text.has(any: CalendarWords.earlier)
        if isSpanFirst {
            let between = text.words(between: "P", and: "T")
            if text.has("subtract") { return between.contains("from") ? -1 : nil }
            if text.has(any: ["add", "adding"]) { return between.contains("to") ? 1 : nil }
            let isLater = between.contains { CalendarWords.later.contains($0) }
            let isEarlier = between.contains { CalendarWords.earlier.contains($0) }
            return isLater == isEarlier ? nil : isLater ? 1 : -1
        }
        if later != earlier { return later ? 1 : -1 }
        if later { return nil }
        let isNow = text.has(any: ["now", "it's"]) || text.words(before: "T").first == "is"
        if isNow, text.words(between: "T", and: "P").contains("in") {
            return 1
        }
        // "It starts at T and lasts P. When does it end?", and the other way round.
        let near = Set(text.words(before: "T").prefix(3))
        let starts = !near.isDisjoint(with: CalendarWords.begins)
        let ends = !near.isDisjoint(with: CalendarWords.ends)
        guard starts != ends,
            text.has(any: CalendarWords.lasts) || text.has(any: CalendarWords.events)
        else { return nil }
        if starts { return text.has(any: CalendarWords.ends) ? 1 : nil }
        return text.has(any: CalendarWords.begins) ? -1 : nil
    }

    // MARK: Two times

    static func clockDifference(_ text: CalendarText) -> Attempt? {
        let own = words.union(CalendarWords.between).union(CalendarWords.units)
            .union([
                "many", "much", "long", "passes", "passed", "elapsed", "elapses", "difference",
                "duration", "pass", "number", "spent", "open", "last", "same", "after", "before",
            ])
        guard text.shape == "TT", text.isOnly(own), !text.has(any: CalendarWords.whole),
            text.has(any: ["long", "much", "many", "difference", "duration", "number"])
        else { return nil }
        // "How long before 14:35 is 10:50" names the later one first.
        let isReversed = text.has("before")
        guard !isReversed || !text.has(any: ["after", "from", "between"]) else { return nil }
        let (first, second) =
            isReversed ? (text.times[1], text.times[0]) : (text.times[0], text.times[1])
        var seconds = second.seconds - first.seconds
        var working = ["From \(first) to \(second)"]
        if seconds <= 0 {
            // Only on a clock of 24 hours is it clear that the second is the next day's.
            guard first.isCertain, !text.has("between"), seconds != 0 else {
                return .impossible(
                    "I cannot tell which time is meant: \(second) is not after \(first)."
                )
            }
            seconds += ClockTime.day
            working[0] += " of the next day"
        }
        let units = text.words.compactMap { $0.hasSuffix("s") ? CalendarUnit($0) : nil }
        let plain = TimeSpan.text(seconds: seconds, units: [.hour, .minute, .second]) ?? ""
        working[0] += ": \(plain)"
        return counted(seconds, Array(Set(units)), working) ?? solved(working, plain)
    }

    /// A plain number where one unit is asked for. Nil where none or several are.
    private static func counted(
        _ seconds: Int,
        _ units: [CalendarUnit],
        _ working: [String]
    ) -> Attempt? {
        guard units.count == 1, let length = units.first?.seconds,
            let value = Rational(seconds).divided(by: Rational(length))
        else { return nil }
        return solved(working, value.decimal(places: 4) ?? "\(value)")
    }

    // MARK: Spans alone

    static func spanSum(_ text: CalendarText) -> Attempt? {
        let add: Set<String> = ["add", "plus", "sum", "total", "together", "and", "altogether"]
        let subtract: Set<String> = ["subtract", "minus", "less"]
        let own = add.union(subtract).union(CalendarWords.units)
            .union([
                "from", "to", "in", "up", "time", "much", "long", "durations", "duration", "with",
            ])
        guard text.spans.count >= 2, text.spans.count <= 30, text.shape.allSatisfy({ $0 == "P" }),
            text.isOnly(own)
        else { return nil }
        let seconds = text.spans.map(\.seconds)
        let lengths = seconds.compactMap { $0 }
        guard lengths.count == seconds.count else {
            return .impossible("I cannot add months or years: their lengths differ.")
        }
        let subtracts = text.has(any: subtract)
        guard subtracts != text.has(any: add.subtracting(["and"])), !subtracts || lengths.count == 2
        else { return nil }
        // "Subtract A from B" and "B minus A".
        let isReversed = text.has("subtract")
        guard !isReversed || text.has("from") else { return nil }
        let total =
            subtracts
            ? (isReversed ? lengths[1] - lengths[0] : lengths[0] - lengths[1])
            : lengths.reduce(0, +)
        guard total >= 0 else { return .impossible("I cannot give a length of time below zero.") }
        let asked = text.words.compactMap { CalendarUnit($0) }
        let working =
            zip(text.spans, lengths).map { span, length in
                "\(told(span)) = \(CalendarUnit.second.text(length))"
            } + ["Together: \(CalendarUnit.second.text(total))"]
        if !asked.isEmpty {
            if let attempt = counted(total, asked, working) { return attempt }
            return TimeSpan.text(seconds: total, units: asked).map { solved(working, $0) }
        }
        return TimeSpan.text(seconds: total, units: units(for: text.spans, total))
            .map { solved(working, $0) }
    }

    private static func told(_ span: TimeSpan) -> String {
        span.parts.map { "\($0.amount) \($0.unit)\($0.amount == Rational(1) ? "" : "s")" }
            .joined(separator: " ")
    }

    /// The units that were used, with hours and minutes to take up what they make.
    private static func units(for spans: [TimeSpan], _ total: Int) -> [CalendarUnit] {
        let largest = spans.flatMap(\.units).max() ?? .second
        return CalendarUnit.allCases.filter { unit in
            guard unit.seconds != nil else { return false }
            return unit == .week ? largest == .week : unit <= max(largest, .hour)
        }
    }

    /// `1000 minutes in hours and minutes`. One unit for another is arithmetic.
    static func spanConversion(_ text: CalendarText) -> Attempt? {
        let own = CalendarWords.units.union([
            "in", "into", "to", "as", "convert", "express", "write", "change", "many", "and",
            "make", "turn", "equal", "equals", "long", "much", "time", "expressed", "written",
        ])
        guard text.shape == "P", let span = text.spans.first, text.isOnly(own),
            span.parts.allSatisfy({ $0.amount >= Rational(0) })
        else { return nil }
        let units = text.words.compactMap { CalendarUnit($0) }
        guard !units.isEmpty, units.count > 1 || span.parts.count > 1, let seconds = span.seconds
        else { return nil }
        let working = ["\(told(span)) = \(CalendarUnit.second.text(seconds))"]
        if let attempt = counted(seconds, units, working) { return attempt }
        guard let answer = TimeSpan.text(seconds: seconds, units: units) else {
            return .impossible("I cannot say this in these units without a rest.")
        }
        return solved(working, answer)
    }
}
