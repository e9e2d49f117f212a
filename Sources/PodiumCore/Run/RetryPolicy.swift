/// When a failed call is made again.
///
/// Exponential with full jitter: a wait drawn evenly from 0 to 0.5 s × 2ⁿ, at most 8 s; the
/// server's own wish goes before it. A wish beyond two minutes is not waited for.
public enum RetryPolicy {
    /// Milliseconds.
    public static let longestWish = 120_000
    /// Milliseconds, without a wish.
    static let longestWait = 8_000

    /// Who is expected back later than this is not waited for: another worker does it, or nobody.
    public static let longestAbsence = Duration.seconds(900)

    /// The wait before retry `number` (counted from 0), or nil when there shall be none.
    public static func delay(
        after error: ProviderError,
        number: Int,
        limit: Int,
        entropy: UInt64
    ) -> Duration? {
        guard error.isRetryable, number < limit else { return nil }
        if let wish = error.retryAfterMilliseconds, wish > 0 {
            return wish <= longestWish ? .milliseconds(wish) : nil
        }
        let ceiling = min(longestWait, 500 << min(number, 4))
        return .milliseconds(Int(entropy % UInt64(ceiling + 1)))
    }
}
