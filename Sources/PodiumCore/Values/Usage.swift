/// The tokens of one call, in classes that are priced apart and never overlap.
///
/// Vendors count differently (OpenAI's input includes cached tokens, Anthropic's does not; Gemini
/// reports reasoning outside its output). Each dialect brings its figures into this form.
public struct Usage: Hashable, Sendable, Codable {
    /// Input tokens that no cache served.
    public var input: Int
    /// Input tokens read from the provider's cache.
    public var cacheRead: Int
    /// Input tokens written to a short-lived cache (minutes).
    public var cacheWriteShort: Int
    /// Input tokens written to a long-lived cache (hours).
    public var cacheWriteLong: Int
    /// Output tokens, those of the reasoning included.
    public var output: Int
    /// The part of `output` that was reasoning. It is not priced again.
    public var reasoning: Int

    public init(
        input: Int = 0,
        cacheRead: Int = 0,
        cacheWriteShort: Int = 0,
        cacheWriteLong: Int = 0,
        output: Int = 0,
        reasoning: Int = 0
    ) {
        self.input = input
        self.cacheRead = cacheRead
        self.cacheWriteShort = cacheWriteShort
        self.cacheWriteLong = cacheWriteLong
        self.output = output
        self.reasoning = reasoning
    }

    public static let zero = Usage()

    /// Everything that was read.
    public var totalInput: Int {
        input.addingClamped(cacheRead).addingClamped(cacheWriteShort).addingClamped(cacheWriteLong)
    }

    /// Everything that was read or written.
    public var total: Int { totalInput.addingClamped(output) }

    public static func + (left: Usage, right: Usage) -> Usage {
        Usage(
            input: left.input.addingClamped(right.input),
            cacheRead: left.cacheRead.addingClamped(right.cacheRead),
            cacheWriteShort: left.cacheWriteShort.addingClamped(right.cacheWriteShort),
            cacheWriteLong: left.cacheWriteLong.addingClamped(right.cacheWriteLong),
            output: left.output.addingClamped(right.output),
            reasoning: left.reasoning.addingClamped(right.reasoning)
        )
    }

    public static func += (left: inout Usage, right: Usage) { left = left + right }
}

extension Usage {
    private enum CodingKeys: String, CodingKey {
        case input, cacheRead, cacheWriteShort, cacheWriteLong, output, reasoning
    }

    /// A class that is not written counts as zero, so that classes can be added later.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func count(_ key: CodingKeys) throws -> Int {
            try container.decodeIfPresent(Int.self, forKey: key) ?? 0
        }
        self.init(
            input: try count(.input),
            cacheRead: try count(.cacheRead),
            cacheWriteShort: try count(.cacheWriteShort),
            cacheWriteLong: try count(.cacheWriteLong),
            output: try count(.output),
            reasoning: try count(.reasoning)
        )
    }
}
