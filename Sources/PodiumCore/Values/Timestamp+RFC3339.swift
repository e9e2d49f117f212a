extension Timestamp {
    /// Reads the form `CalendarTime.rfc3339` writes: `2026-11-23T23:38:12.345678Z`, in UTC, with a
    /// fraction of any length or none. Digits beyond microseconds are dropped.
    public init?(rfc3339 text: String) {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(4), scanner.skip("-"),
            let month = scanner.number(2), scanner.skip("-"),
            let day = scanner.number(2), scanner.skip("T"),
            let hour = scanner.number(2), scanner.skip(":"),
            let minute = scanner.number(2), scanner.skip(":"),
            let second = scanner.number(2)
        else { return nil }
        var fraction: Int64 = 0
        if scanner.skip(".") {
            guard let microseconds = scanner.fraction() else { return nil }
            fraction = microseconds
        }
        guard scanner.skip("Z"), scanner.isAtEnd, (1...12).contains(month),
            hour < 24, minute < 60, second < 60
        else { return nil }
        // Days from civil, the inverse of `calendar`.
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
        self.init(microseconds: seconds * 1_000_000 + fraction)
        // A day its month does not have would be another day.
        guard calendar.day == Int(day) else { return nil }
    }
}

/// Reads digits and marks at fixed places.
private struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Exactly as many digits.
    mutating func number(_ count: Int) -> Int64? {
        var value: Int64 = 0
        for _ in 0..<count {
            guard let digit = rest.popFirst()?.digitValue else { return nil }
            value = value * 10 + Int64(digit)
        }
        return value
    }

    mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest.removeFirst()
        return true
    }

    /// One digit or more, as microseconds.
    mutating func fraction() -> Int64? {
        var value: Int64 = 0
        var count = 0
        while let digit = rest.first?.digitValue {
            if count < 6 { value = value * 10 + Int64(digit) }
            count += 1
            rest.removeFirst()
        }
        guard count > 0 else { return nil }
        return (count..<max(count, 6)).reduce(value) { scaled, _ in scaled * 10 }
    }
}
