internal import CCurl

/// How long a server asks to be left alone, from its header fields.
enum RetryAfter {
    /// Milliseconds, from `retry-after-ms`, else from `retry-after` in seconds (decimals are in
    /// use) or as an HTTP date. Nil when the server does not say; zero and less mean "unknown".
    ///
    /// - Parameter now: Seconds since 1970. A date is measured from the server's own clock when the
    ///   response tells it, and from this otherwise.
    static func milliseconds(in head: HTTPResponseHead, now: Int) -> Int? {
        if let value = head["retry-after-ms"].flatMap(Double.init) {
            return milliseconds(value)
        }
        guard let text = head["retry-after"] else { return nil }
        if let seconds = Double(text) { return milliseconds(seconds * 1000) }
        guard let until = seconds(ofDate: text) else { return nil }
        let origin = head["date"].flatMap(seconds(ofDate:)) ?? now
        return milliseconds((Double(until) - Double(origin)) * 1000)
    }

    /// Milliseconds of a duration as Protocol Buffers write it in JSON: `37s`, `36.43s`.
    static func milliseconds(ofDuration text: String) -> Int? {
        guard text.hasSuffix("s") else { return nil }
        return Double(text.dropLast()).flatMap { milliseconds($0 * 1000) }
    }

    private static func milliseconds(_ value: Double) -> Int? {
        guard value.isFinite, value > 0 else { return nil }
        return Int(exactly: value.rounded(.up)) ?? .max
    }

    private static func seconds(ofDate text: String) -> Int? {
        let time = curl_getdate(text, nil)
        return time < 0 ? nil : Int(time)
    }
}
