internal import PodiumCore

/// What matters of one `GenerateContentResponse`, which a stream has many of and a whole reply one.
struct GeminiChunk {
    var words: [ReplyWords] = []
    /// As the server words it; nil while the reply goes on.
    var finishReason: String?
    /// The server's words for people, beside the reason.
    var finishMessage: String?
    /// Why the prompt was refused.
    var blockReason: String?
    var usage: Usage?
    var isReply = false
    private var hasErrorMark = false

    /// Whether the chunk is no part of a reply, or has members that only errors have.
    var mayBeError: Bool { hasErrorMark || !isReply }

    init(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("candidates", .array):
                isReply = true
                try reader.readElements { reader throws(JSONReader.Failure) in
                    try readCandidate(from: &reader)
                }
            case ("promptFeedback", .object): try readFeedback(from: &reader)
            case ("usageMetadata", .object):
                isReply = true
                usage = try Usage(gemini: &reader)
            default:
                if ErrorWords.mayMark(name) { hasErrorMark = true }
                try reader.skipValue()
            }
        }
    }

    /// Takes the candidate if it is the first; only one is ever asked for.
    private mutating func readCandidate(from reader: inout JSONReader) throws(JSONReader.Failure) {
        var index = 0
        var words: [ReplyWords] = []
        var reason: String?
        var message: String?
        try reader.readMembers { name, reader throws(JSONReader.Failure) in
            switch name {
            case "index": index = try reader.readIfInt() ?? 0
            case "content": words = try Self.words(from: &reader)
            case "finishReason": reason = try reader.readIfString()
            case "finishMessage": message = try reader.readIfString()
            default: try reader.skipValue()
            }
        }
        guard index == 0 else { return }
        self.words += words
        if let reason {
            finishReason = reason
            finishMessage = message
        }
    }

    private static func words(
        from reader: inout JSONReader
    ) throws(JSONReader.Failure) -> [ReplyWords] {
        var words: [ReplyWords] = []
        try reader.readMembers { name, reader throws(JSONReader.Failure) in
            guard name == "parts" else { return try reader.skipValue() }
            try reader.readElements { reader throws(JSONReader.Failure) in
                var text: String?
                var isThought = false
                var call: ToolCallDelta?
                try reader.readMembers { name, reader throws(JSONReader.Failure) in
                    switch name {
                    case "text": text = try reader.readIfString()
                    case "thought": isThought = try reader.readIfBoolean() ?? false
                    case "functionCall": call = try Self.toolCall(from: &reader)
                    default: try reader.skipValue()
                    }
                }
                if let text { words.append(isThought ? .reasoning(text) : .text(text)) }
                if let call { words.append(.toolCall(call)) }
            }
        }
        return words
    }

    /// Each comes whole. Which of the reply's calls it is is not told.
    private static func toolCall(
        from reader: inout JSONReader
    ) throws(JSONReader.Failure) -> ToolCallDelta {
        var call = ToolCallDelta(place: 0)
        try reader.readMembers { name, reader throws(JSONReader.Failure) in
            switch name {
            case "name": call.name = try reader.readIfString() ?? ""
            case "args": call.arguments = try reader.readText()
            default: try reader.skipValue()
            }
        }
        return call
    }

    private mutating func readFeedback(from reader: inout JSONReader) throws(JSONReader.Failure) {
        isReply = true
        try reader.readMembers { name, reader throws(JSONReader.Failure) in
            if name == "blockReason" {
                let reason = try reader.readIfString()
                if let reason, !reason.isEmpty { blockReason = reason }
            } else {
                try reader.skipValue()
            }
        }
    }
}
