internal import PodiumCore

extension Usage {
    /// Reads a `usage` object of Chat Completions or of Responses, which name the same figures
    /// differently; nil for null.
    ///
    /// The input includes cached tokens, which are taken out of `input` here, and the output
    /// includes the reasoning.
    init?(openAI reader: inout JSONReader) throws(JSONReader.Failure) {
        guard try reader.peek() == .object else {
            try reader.skipValue()
            return nil
        }
        var figures = Figures()
        try figures.read(from: &reader)
        self.init(
            wholeInput: figures.input,
            cacheRead: figures.cached,
            cacheWriteShort: figures.writtenShort,
            cacheWriteLong: figures.writtenLong,
            output: figures.wholeOutput,
            reasoning: figures.reasoning
        )
    }
}

private struct Figures {
    var input = 0
    var cached = 0
    /// Written to a cache, for whatever time.
    var written = 0
    /// Those of them that are kept for twelve hours.
    var writtenLong = 0
    var output = 0
    var reasoning = 0
    var total = 0

    /// xAI counts the reasoning beside the output, where others count it inside; its total tells.
    var wholeOutput: Int {
        let beside = output.addingReportingOverflow(reasoning)
        let whole = beside.partialValue.addingReportingOverflow(input)
        let isBeside =
            reasoning > 0 && !beside.overflow && !whole.overflow
            && whole.partialValue == total
        return isBeside ? beside.partialValue : output
    }

    var writtenShort: Int { max(written, 0) - min(max(writtenLong, 0), max(written, 0)) }

    mutating func read(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("prompt_tokens", .number), ("input_tokens", .number):
                input = try reader.readInt()
            case ("completion_tokens", .number), ("output_tokens", .number):
                output = try reader.readInt()
            // DeepSeek's name for what others put into the details.
            case ("prompt_cache_hit_tokens", .number), ("cached_tokens", .number):
                cached = try reader.readInt()
            case ("cache_write_tokens", .number): written = try reader.readInt()
            case ("ttl_12h_tokens", .number): writtenLong = try reader.readInt()
            case ("total_tokens", .number): total = try reader.readInt()
            case ("reasoning_tokens", .number): reasoning = try reader.readInt()
            case ("prompt_tokens_details", .object), ("input_tokens_details", .object),
                ("completion_tokens_details", .object), ("output_tokens_details", .object),
                ("cache_write_tokens_details", .object):
                try read(from: &reader)
            default: try reader.skipValue()
            }
        }
    }
}
