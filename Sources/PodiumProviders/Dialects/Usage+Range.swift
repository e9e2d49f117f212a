internal import PodiumCore

extension Usage {
    /// From figures whose input includes what a cache served or took in, as OpenAI and Google
    /// count. Figures come from servers: nonsensical ones are brought into range.
    init(
        wholeInput: Int,
        cacheRead: Int,
        cacheWriteShort: Int = 0,
        cacheWriteLong: Int = 0,
        output: Int,
        reasoning: Int
    ) {
        var rest = max(wholeInput, 0)
        func take(_ count: Int) -> Int {
            let taken = min(max(count, 0), rest)
            rest -= taken
            return taken
        }
        let read = take(cacheRead)
        let short = take(cacheWriteShort)
        let long = take(cacheWriteLong)
        self.init(
            input: rest,
            cacheRead: read,
            cacheWriteShort: short,
            cacheWriteLong: long,
            output: output,
            reasoning: reasoning
        )
        self = inRange
    }

    /// Without negative counts, and with no more reasoning than output.
    var inRange: Usage {
        let output = max(output, 0)
        return Usage(
            input: max(input, 0),
            cacheRead: max(cacheRead, 0),
            cacheWriteShort: max(cacheWriteShort, 0),
            cacheWriteLong: max(cacheWriteLong, 0),
            output: output,
            reasoning: min(max(reasoning, 0), output)
        )
    }
}
