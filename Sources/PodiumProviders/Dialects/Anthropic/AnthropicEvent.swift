internal import PodiumCore

/// What matters of one event of a stream of Messages, or of a whole message.
///
/// `message_start` holds a message as a whole reply is one, so both are read alike.
struct AnthropicEvent {
    var type: String?
    var words: [ReplyWords] = []
    var stopReason: String?
    /// Why the model refused, for people.
    var explanation: String?
    var usage = AnthropicUsage()
    /// Whether there are members that only errors have.
    var hasErrorMark = false
    var hasContent = false
    /// Of the block in the message; nil for a whole message.
    private var index: Int?
    /// Blocks of a whole message so far.
    private var blockCount = 0

    init(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            if name == "type" {
                type = try reader.readIfString()
            } else {
                try readMember(name, from: &reader)
            }
        }
        if let index { words = words.map { $0.placed(at: index) } }
    }

    private mutating func readMember(
        _ name: String,
        from reader: inout JSONReader
    ) throws(JSONReader.Failure) {
        switch name {
        case "message":
            try reader.readMembers { name, reader throws(JSONReader.Failure) in
                try readMember(name, from: &reader)
            }
        case "content":
            if try reader.peek() == .array { hasContent = true }
            try reader.readElements { reader throws(JSONReader.Failure) in
                try readBlock(from: &reader)
            }
        case "content_block", "delta": try readBlock(from: &reader)
        case "index": index = try reader.readIfInt()
        case "usage": try usage.read(from: &reader)
        default:
            if ErrorWords.mayMark(name) { hasErrorMark = true }
            try readReason(name, from: &reader)
        }
    }

    /// A block of content or a change to one. Signatures, encrypted thoughts and what the vendor's own
    /// tools do say nothing here.
    private mutating func readBlock(from reader: inout JSONReader) throws(JSONReader.Failure) {
        var type: String?
        var text: String?
        var thinking: String?
        var call = ToolCallDelta(place: blockCount)
        blockCount += 1
        try reader.readMembers { name, reader throws(JSONReader.Failure) in
            switch name {
            case "type": type = try reader.readIfString()
            case "text": text = try reader.readIfString()
            case "thinking": thinking = try reader.readIfString()
            case "name": call.name = try reader.readIfString() ?? ""
            case "partial_json": call.arguments = try reader.readIfString() ?? ""
            case "input": call.arguments = try Self.input(from: &reader)
            default: try readReason(name, from: &reader)
            }
        }
        switch type {
        case "text", "text_delta": if let text { words.append(.text(text)) }
        case "thinking", "thinking_delta": if let thinking { words.append(.reasoning(thinking)) }
        case "tool_use", "input_json_delta": words.append(.toolCall(call))
        default: break
        }
    }

    /// The arguments of a call. A stream begins with none, and their pieces follow.
    private static func input(from reader: inout JSONReader) throws(JSONReader.Failure) -> String {
        let text = try reader.readText()
        return text.allSatisfy { "{} \n".contains($0) } ? "" : text
    }

    private mutating func readReason(
        _ name: String,
        from reader: inout JSONReader
    ) throws(JSONReader.Failure) {
        switch name {
        case "stop_reason": stopReason = try reader.readIfString() ?? stopReason
        case "stop_details":
            try reader.readMembers { name, reader throws(JSONReader.Failure) in
                if name == "explanation" {
                    explanation = try reader.readIfString()
                } else {
                    try reader.skipValue()
                }
            }
        default: try reader.skipValue()
        }
    }
}
