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

    init(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            if name == "type" {
                type = try reader.readIfString()
            } else {
                try readMember(name, from: &reader)
            }
        }
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
        case "usage": try usage.read(from: &reader)
        default:
            if ErrorWords.mayMark(name) { hasErrorMark = true }
            try readReason(name, from: &reader)
        }
    }

    /// A block of content or a change to one. Signatures, encrypted thoughts and calls of tools
    /// say nothing here.
    private mutating func readBlock(from reader: inout JSONReader) throws(JSONReader.Failure) {
        var type: String?
        var text: String?
        var thinking: String?
        try reader.readMembers { name, reader throws(JSONReader.Failure) in
            switch name {
            case "type": type = try reader.readIfString()
            case "text": text = try reader.readIfString()
            case "thinking": thinking = try reader.readIfString()
            default: try readReason(name, from: &reader)
            }
        }
        switch type {
        case "text", "text_delta": if let text { words.append(.text(text)) }
        case "thinking", "thinking_delta": if let thinking { words.append(.reasoning(thinking)) }
        default: break
        }
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
