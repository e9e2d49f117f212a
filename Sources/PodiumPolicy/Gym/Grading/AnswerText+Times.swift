/// Dates and times in answers.
extension AnswerText {
    /// `17 May 2024`, `May 17, 2024`, `2024-05-17`, also with a weekday, which must be the right one.
    var date: CivilDate? {
        let names = CivilDate.months.map { $0.lowercased() }
        let weekdays = CivilDate.weekdays.map { $0.lowercased() }
        let months = words.compactMap { word in
            names.firstIndex { $0 == word || word.count == 3 && $0.hasPrefix(word) }
        }
        let numbers = tokens.compactMap { token -> Int? in
            if case .number(_, let value) = token { value.whole } else { nil }
        }
        let found: CivilDate?
        if months.count == 1, numbers.count == 2 {
            let isDayFirst = numbers[0] <= 31
            found = CivilDate(
                year: isDayFirst ? numbers[1] : numbers[0],
                month: months[0] + 1,
                day: isDayFirst ? numbers[0] : numbers[1]
            )
        } else if months.isEmpty, numbers.count == 3, digits[0].count == 4 {
            found = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
        } else {
            found = nil
        }
        let named = words.filter { weekdays.contains($0) }
        guard let found, named.allSatisfy({ $0 == found.weekday.lowercased() }) else { return nil }
        return found
    }

    /// `3 hours 25 minutes`, `205 min`, `3:25`.
    var duration: Int? {
        if let colon = clockParts, words.allSatisfy({ ["h", "hours", "min"].contains($0) }) {
            return colon.hour * 60 + colon.minute
        }
        let units: [(forms: Set<String>, minutes: Int)] = [
            (["day", "days", "d"], 1440), (["hour", "hours", "h", "hrs"], 60),
            (["minute", "minutes", "min", "mins", "m"], 1),
        ]
        var total = 0
        var pending: Int?
        for token in tokens {
            switch token {
            case .number(_, let value):
                guard pending == nil, let whole = value.whole, whole < 10_000_000 else {
                    return nil
                }
                pending = whole
            case .word("and"), .sign(","), .sign("."): continue
            case .word(let word):
                guard let unit = units.first(where: { $0.forms.contains(word) }),
                    let count = pending
                else { return nil }
                total += count * unit.minutes
                pending = nil
            case .sign: return nil
            }
        }
        return pending == nil && !tokens.isEmpty ? total : nil
    }

    /// `22:03`, `10:03 pm`, `at 22:03 the next day`.
    var clock: Int? {
        guard let parts = clockParts else { return nil }
        var hour = parts.hour
        let half = words.first { ["am", "pm"].contains($0) }
        if half != nil {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (half == "pm" ? 12 : 0)
        }
        return hour < 24 ? hour * 60 + parts.minute : nil
    }

    private var clockParts: (hour: Int, minute: Int)? {
        guard digits.count == 2,
            let start = tokens.firstIndex(where: { if case .number = $0 { true } else { false } }),
            start + 2 < tokens.count, tokens[start + 1] == .sign(":"),
            let hour = Int(digits[0]), let minute = Int(digits[1]), minute < 60, hour < 10_000
        else { return nil }
        return (hour, minute)
    }
}
