internal import PodiumCore

extension Usage {
    /// Reads a `usage` object of Chat Completions; nil for null.
    ///
    /// `prompt_tokens` includes cached tokens, which are taken out of `input` here, and
    /// `completion_tokens` includes the reasoning. Nonsensical figures are brought into range.
    init?(chat reader: inout JSONReader) throws(JSONReader.Failure) {
        guard try reader.peek() == .object else {
            try reader.skipValue()
            return nil
        }
        var figures = ChatUsageFigures()
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("prompt_tokens", .number): figures.prompt = try reader.readInt()
            case ("completion_tokens", .number): figures.completion = try reader.readInt()
            // DeepSeek's name for what others put into the details.
            case ("prompt_cache_hit_tokens", .number): figures.cached = try reader.readInt()
            case ("prompt_tokens_details", .object), ("completion_tokens_details", .object):
                try figures.readDetails(from: &reader)
            default: try reader.skipValue()
            }
        }
        self = figures.usage
    }
}

private struct ChatUsageFigures {
    var prompt = 0
    var cached = 0
    var cacheWrite = 0
    var completion = 0
    var reasoning = 0

    mutating func readDetails(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("cached_tokens", .number): cached = try reader.readInt()
            case ("cache_write_tokens", .number): cacheWrite = try reader.readInt()
            case ("reasoning_tokens", .number): reasoning = try reader.readInt()
            default: try reader.skipValue()
            }
        }
    }

    var usage: Usage {
        let prompt = max(prompt, 0)
        let cached = min(max(cached, 0), prompt)
        let written = min(max(cacheWrite, 0), prompt - cached)
        let output = max(completion, 0)
        return Usage(
            input: prompt - cached - written,
            cacheRead: cached,
            cacheWriteShort: written,
            output: output,
            reasoning: min(max(reasoning, 0), output)
        )
    }
}
