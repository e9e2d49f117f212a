internal import PodiumCore

extension Usage {
    /// Reads an object `usageMetadata`.
    ///
    /// The prompt includes cached content. What tools returned is counted apart from the prompt and
    /// is input; thoughts are counted apart from the candidates and are output.
    init(gemini reader: inout JSONReader) throws(JSONReader.Failure) {
        var prompt = 0
        var cached = 0
        var toolUse = 0
        var candidates = 0
        var thoughts = 0
        try reader.readMembers { name, reader throws(JSONReader.Failure) in
            switch (name, try reader.peek()) {
            case ("promptTokenCount", .number): prompt = try reader.readInt()
            case ("cachedContentTokenCount", .number): cached = try reader.readInt()
            case ("toolUsePromptTokenCount", .number): toolUse = try reader.readInt()
            case ("candidatesTokenCount", .number): candidates = try reader.readInt()
            case ("thoughtsTokenCount", .number): thoughts = try reader.readInt()
            default: try reader.skipValue()
            }
        }
        // Sums of usage saturate, whatever the figures are.
        self =
            Usage(wholeInput: prompt, cacheRead: cached, output: candidates, reasoning: 0)
            + Usage(input: toolUse, output: thoughts, reasoning: thoughts).inRange
    }
}
