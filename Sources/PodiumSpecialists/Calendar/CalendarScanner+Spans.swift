internal import BigInt

/// Lengths of time as they are said.
extension CalendarScanner {
    /// `-5 days`, where the sign joins nothing: after a date it would be an operation.
    func negativeSpan(at index: Int) -> (CalendarText.Item, Int)? {
        guard items.last?.letter == nil, index + 1 < tokens.count else { return nil }
        let isTight =
            isSymbol(index, "-−–") && tokens[index].followsSpace
            && !tokens[index + 1].followsSpace
        guard isTight || ["minus", "negative"].contains(key(index)),
            let (span, end) = span(at: index + 1), span.parts.count == 1
        else { return nil }
        let part = TimeSpan.Part(amount: -span.parts[0].amount, unit: span.parts[0].unit)
        return (.span(TimeSpan(parts: [part])), end)
    }

    /// `3 hours 45 minutes`, `two and a half weeks`, `a year`, `N days`
    func span(at start: Int) -> (TimeSpan, Int)? {
        var parts: [TimeSpan.Part] = []
        var index = start
        var end = start
        while let (part, next) = part(at: index, isFirst: parts.isEmpty) {
            if let last = parts.last, part.unit >= last.unit { break }
            parts.append(part)
            end = next
            index = next
            if key(index) == "and", key(index + 1) == "a", key(index + 2) == "half" {
                guard parts.count == 1, let half = Rational(BigInt(1), over: BigInt(2)) else {
                    return nil
                }
                parts[0].amount = parts[0].amount + half
                return (TimeSpan(parts: parts), index + 3)
            }
            if isSymbol(index, ",") { index += 1 }
            if key(index) == "and" { index += 1 }
        }
        return parts.isEmpty ? nil : (TimeSpan(parts: parts), end)
    }

    func part(at start: Int, isFirst: Bool) -> (TimeSpan.Part, Int)? {
        guard let (amount, index) = amount(at: start, isFirst: isFirst) else { return nil }
        var unit = key(index)
        var scale = Rational(1)
        if ["full", "whole", "more", "calendar"].contains(unit) {
            // "3 more days" and "3 full days" are 3 days.
            guard let next = key(index + 1), CalendarUnit(next) != nil else { return nil }
            return CalendarUnit(next).map {
                (TimeSpan.Part(amount: amount, unit: $0), index + 2)
            }
        }
        if unit == "fortnight" || unit == "fortnights" {
            unit = "weeks"
            scale = Rational(2)
        } else if unit == "decade" || unit == "decades" {
            unit = "years"
            scale = Rational(10)
        }
        guard let found = unit.flatMap({ CalendarUnit($0) }) else { return nil }
        return (TimeSpan.Part(amount: amount * scale, unit: found), index + 1)
    }

    func amount(at start: Int, isFirst: Bool) -> (Rational, Int)? {
        guard start < tokens.count else { return nil }
        let half = Rational(BigInt(1), over: BigInt(2)) ?? Rational(0)
        if key(start) == "half", ["a", "an"].contains(key(start + 1)) { return (half, start + 2) }
        if ["a", "an"].contains(key(start)) {
            // "the second of a month" has none, and "a day" by itself is no amount to add.
            return isFirst ? (Rational(1), start + 1) : nil
        }
        if let (value, end) = namedAmount(at: start) { return (value, end) }
        guard tokens[start].kind == .number || NumberWords.read(tokens, at: start) != nil else {
            return nil
        }
        let value: Rational
        var end: Int
        if tokens[start].kind == .number {
            guard let number = Rational(digits: tokens[start].text), number.bitWidth <= 100 else {
                return nil
            }
            (value, end) = (number, start + 1)
            // "2x days"
            if end < tokens.count, !tokens[end].followsSpace,
                let (factor, next) = namedAmount(at: end)
            {
                return (value * factor, next)
            }
        } else {
            guard let (number, next) = NumberWords.read(tokens, at: start) else { return nil }
            (value, end) = (Rational(number), next)
        }
        if key(end) == "and", key(end + 1) == "a", key(end + 2) == "half" {
            return (value + half, end + 3)
        }
        if isSymbol(end, "-", tight: true) { end += 1 }
        return (value, end)
    }
}
