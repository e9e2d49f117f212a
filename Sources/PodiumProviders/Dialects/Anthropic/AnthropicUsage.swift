internal import PodiumCore

/// The token counts of Messages. Each event names those that it knows, and they are cumulative, so
/// that later ones replace earlier ones.
struct AnthropicUsage {
    private var input: Int?
    private var cacheRead: Int?
    /// Written to a cache, for whatever time.
    private var written: Int?
    private var writtenShort: Int?
    private var writtenLong: Int?
    private var output: Int?
    private var reasoning: Int?

    mutating func read(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.readMembers { name, reader throws(JSONReader.Failure) in
            switch (name, try reader.peek()) {
            case ("input_tokens", .number): input = try reader.readInt()
            case ("cache_read_input_tokens", .number): cacheRead = try reader.readInt()
            case ("cache_creation_input_tokens", .number): written = try reader.readInt()
            case ("ephemeral_5m_input_tokens", .number): writtenShort = try reader.readInt()
            case ("ephemeral_1h_input_tokens", .number): writtenLong = try reader.readInt()
            case ("output_tokens", .number): output = try reader.readInt()
            case ("thinking_tokens", .number): reasoning = try reader.readInt()
            case ("cache_creation", .object), ("output_tokens_details", .object):
                try read(from: &reader)
            default: try reader.skipValue()
            }
        }
    }

    mutating func replace(with later: AnthropicUsage) {
        input = later.input ?? input
        cacheRead = later.cacheRead ?? cacheRead
        written = later.written ?? written
        writtenShort = later.writtenShort ?? writtenShort
        writtenLong = later.writtenLong ?? writtenLong
        output = later.output ?? output
        reasoning = later.reasoning ?? reasoning
    }

    /// Nil when no count has come. The input excludes what a cache served or took in.
    var usage: Usage? {
        let counts = [input, cacheRead, written, writtenShort, writtenLong, output, reasoning]
        if counts.allSatisfy({ $0 == nil }) { return nil }
        let long = max(writtenLong ?? 0, 0)
        return Usage(
            input: input ?? 0,
            cacheRead: cacheRead ?? 0,
            cacheWriteShort: written.map { max($0, 0) - long } ?? writtenShort ?? 0,
            cacheWriteLong: long,
            output: output ?? 0,
            reasoning: reasoning ?? 0
        ).inRange
    }
}
