extension Usage {
    /// More than the largest context of any model: ten million tokens are offered in 2026.
    static let mostInput = 10_000_000
    /// More than any model thinks out of sight in one reply, several times over.
    static let mostHidden = 1_000_000

    /// Whether one call can have used this, whose reply had so many bytes of words.
    ///
    /// A server's count is what a call is paid by, so that it is believed wherever it may be true: a token
    /// is a byte or more, and what was thought out of sight comes on top. A count beyond that is a fault
    /// of somebody's program, or a trick.
    public func isPossible(receiving bytes: Int) -> Bool {
        totalInput <= Self.mostInput && output.subtractingClamped(bytes) <= Self.mostHidden
    }
}
