extension Price {
    /// What all tokens of a call cost once it reads more than `above` tokens.
    public struct ContextTier: Hashable, Sendable, Codable {
        /// Input tokens of the whole call, cached ones included. A call of exactly as many is not
        /// above.
        public var above: Int
        /// Picounits a token, by class of `Usage`.
        public var input, cacheRead, cacheWriteShort, cacheWriteLong, output: Int64

        public init(
            above: Int,
            input: Int64,
            output: Int64,
            cacheRead: Int64? = nil,
            cacheWriteShort: Int64? = nil,
            cacheWriteLong: Int64? = nil
        ) {
            self.above = above
            self.input = input
            self.output = output
            self.cacheRead = cacheRead ?? input
            self.cacheWriteShort = cacheWriteShort ?? input
            self.cacheWriteLong = cacheWriteLong ?? input
        }

        /// Σ tokens × price a class.
        func sum(over usage: Usage) -> Int64 {
            func part(_ tokens: Int, _ rate: Int64) -> Int64 {
                Int64(tokens).multipliedClamped(by: rate)
            }
            return part(usage.input, input)
                .addingClamped(part(usage.cacheRead, cacheRead))
                .addingClamped(part(usage.cacheWriteShort, cacheWriteShort))
                .addingClamped(part(usage.cacheWriteLong, cacheWriteLong))
                .addingClamped(part(usage.output, output))
        }
    }

    /// The prices of a call that reads `tokens`: those of the highest tier it is above, else the
    /// price's own.
    public func rates(forInput tokens: Int) -> ContextTier {
        let reached = contextTiers?.filter { $0.above < tokens }.max { $0.above < $1.above }
        return reached
            ?? ContextTier(
                above: 0,
                input: input,
                output: output,
                cacheRead: cacheRead,
                cacheWriteShort: cacheWriteShort,
                cacheWriteLong: cacheWriteLong
            )
    }
}
