internal import CCurl
internal import PodiumCore

extension RateLimits {
    /// What the header fields of a response say is left: those of OpenAI and the many that follow it
    /// (`x-ratelimit-remaining-requests`, with the time to the reset), and Anthropic's
    /// (`anthropic-ratelimit-requests-remaining`, with the moment of the reset).
    ///
    /// - Parameter now: Seconds since 1970.
    init(head: HTTPResponseHead, now: Int) {
        let now = head["date"].flatMap(Self.date) ?? now
        self.init(
            requests: Self.allowance(of: ["requests"], in: head, now: now),
            // The scarcest counts: Anthropic tells input and output apart too.
            tokens: Self.allowance(
                of: ["tokens", "input-tokens", "output-tokens"],
                in: head,
                now: now
            )
        )
    }

    private static func allowance(
        of kinds: [String],
        in head: HTTPResponseHead,
        now: Int
    ) -> Allowance? {
        kinds.compactMap { allowance(of: $0, in: head, now: now) }
            .min { $0.share < $1.share }
    }

    private static func allowance(
        of kind: String,
        in head: HTTPResponseHead,
        now: Int
    ) -> Allowance? {
        func field(_ part: String) -> String? {
            head["x-ratelimit-\(part)-\(kind)"] ?? head["anthropic-ratelimit-\(kind)-\(part)"]
        }
        // Less than nothing means that the server does not know.
        guard let remaining = field("remaining").flatMap({ Double($0) }),
            remaining >= 0, remaining < 1e15
        else { return nil }
        let limit = field("limit").flatMap { Int($0) }
        return Allowance(
            limit: limit.flatMap { $0 > 0 ? $0 : nil },
            remaining: Int(remaining),
            resetMilliseconds: field("reset").flatMap { wait($0, now: now) }
        )
    }

    /// Milliseconds until a reset that is told as a span (`12ms`, `1m30s`, `7.66s`, plain seconds) or
    /// as a moment (RFC 3339, or seconds or milliseconds since 1970). Nil for zero and less, which
    /// mean "unknown".
    static func wait(_ text: String, now: Int) -> Int? {
        let milliseconds: Double
        if let number = Double(text) {
            // More than a year from now can only be a moment.
            switch number {
            case 1e11...: milliseconds = number - Double(now) * 1_000
            case 1e9...: milliseconds = (number - Double(now)) * 1_000
            default: milliseconds = number * 1_000
            }
        } else if let moment = date(text) {
            milliseconds = Double(moment - now) * 1_000
        } else {
            guard let span = span(text) else { return nil }
            milliseconds = span
        }
        guard milliseconds > 0, milliseconds < 1e12 else { return nil }
        return Int(milliseconds.rounded(.up))
    }

    private static func span(_ text: String) -> Double? {
        var rest = text[...]
        var sum = 0.0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isASCII && $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let number = Double(digits), let factor = factors[String(unit)] else {
                return nil
            }
            sum += number * factor
        }
        return text.isEmpty ? nil : sum
    }

    private static let factors = [
        "us": 0.001, "µs": 0.001, "ms": 1.0, "s": 1_000, "m": 60_000, "h": 3_600_000,
        "d": 86_400_000,
    ]

    /// Seconds since 1970 of a date of HTTP or of RFC 3339.
    private static func date(_ text: String) -> Int? {
        if text.contains("T"), let stamp = Timestamp(rfc3339: text) {
            return Int(stamp.microseconds / 1_000_000)
        }
        guard text.contains(" ") else { return nil }
        let time = curl_getdate(text, nil)
        return time < 0 ? nil : Int(time)
    }
}

extension RateLimits.Allowance {
    /// How much of it is left, from 0 to 1.
    fileprivate var share: Double {
        Double(remaining) / Double(max(limit ?? remaining, 1))
    }
}
