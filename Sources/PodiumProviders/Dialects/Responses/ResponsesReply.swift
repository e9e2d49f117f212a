internal import PodiumCore

/// What matters of a `response`: a whole reply, or what the last event of a stream holds.
struct ResponsesReply {
    var words: [ReplyWords] = []
    /// `completed`, `incomplete`, `failed`, or that of a reply that is not at its end.
    var status: String?
    var incompleteReason: String?
    var usage: Usage?
    var error: ErrorWords?
    var hasOutput = false
    private var itemCount = 0

    init(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("status", .string): status = try reader.readString()
            case ("output", .array):
                hasOutput = true
                try reader.readElements { reader throws(JSONReader.Failure) in
                    try readItem(from: &reader)
                }
            case ("incomplete_details", .object):
                try reader.readMembers { name, reader throws(JSONReader.Failure) in
                    let value = try reader.readIfString()
                    if name == "reason" { incompleteReason = value }
                }
            case ("usage", .object): usage = try Usage(openAI: &reader)
            case ("error", _):
                let words = try ErrorWords(error: &reader)
                if !words.isEmpty { error = words }
            default: try reader.skipValue()
            }
        }
    }

    /// A message has parts of text, reasoning has parts of a summary, a call of a tool has its arguments.
    private mutating func readItem(from reader: inout JSONReader) throws(JSONReader.Failure) {
        words += try Self.item(from: &reader).words.map { $0.placed(at: itemCount) }
        itemCount += 1
    }

    /// The words of an item of the output, and its name.
    static func item(
        from reader: inout JSONReader
    ) throws(JSONReader.Failure) -> (words: [ReplyWords], id: String?) {
        var words: [ReplyWords] = []
        var id: String?
        var type: String?
        var call = ToolCallDelta(place: 0)
        try reader.readMembers { name, reader throws(JSONReader.Failure) in
            switch name {
            case "type": type = try reader.readIfString()
            case "id": id = try reader.readIfString()
            case "name": call.name = try reader.readIfString() ?? ""
            case "arguments": call.arguments = try reader.readIfString() ?? ""
            case "content", "summary":
                var isFirstSummary = true
                try reader.readElements { reader throws(JSONReader.Failure) in
                    guard let part = try part(from: &reader) else { return }
                    if name == "summary", !isFirstSummary { words.append(.summarySeparator) }
                    isFirstSummary = false
                    words.append(part)
                }
            default: try reader.skipValue()
            }
        }
        return (type == "function_call" ? [.toolCall(call)] : words, id)
    }

    /// The words of a part of an item's content or summary.
    static func part(
        from reader: inout JSONReader
    ) throws(JSONReader.Failure) -> ReplyWords? {
        var type: String?
        var text: String?
        var refusal: String?
        try reader.readMembers { name, reader throws(JSONReader.Failure) in
            switch name {
            case "type": type = try reader.readIfString()
            case "text": text = try reader.readIfString()
            case "refusal": refusal = try reader.readIfString()
            default: try reader.skipValue()
            }
        }
        switch type {
        case "output_text", "text": return text.map(ReplyWords.text)
        case "summary_text", "reasoning_text": return text.map(ReplyWords.reasoning)
        case "refusal": return refusal.map(ReplyWords.refusal)
        default: return nil
        }
    }
}

extension ReplyWords {
    /// Between the parts of a summary, each of which has a heading of its own.
    static let summarySeparator = ReplyWords.reasoning("\n\n")
}
