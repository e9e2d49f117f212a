internal import PodiumCore

/// What matters of one `chat.completion.chunk`, or of a whole `chat.completion`.
struct ChatChunk {
    /// The part of a choice that carries words: `delta` in a stream, `message` in a whole reply.
    struct Delta {
        var text = ""
        var reasoning = ""
        var refusal = ""
        var toolCalls: [ToolCallPiece] = []

        var isEmpty: Bool {
            text.isEmpty && reasoning.isEmpty && refusal.isEmpty && toolCalls.isEmpty
        }

        var words: [ReplyWords] { [.reasoning(reasoning), .text(text), .refusal(refusal)] }
    }

    /// A piece of a call of a tool, as the server tells which of them it means.
    struct ToolCallPiece {
        var index: Int?
        var id: String?
        var name = ""
        var arguments = ""
    }

    private(set) var hasDelta = false
    private(set) var delta = Delta()
    /// The whole of the reply; in a stream some servers have it beside the delta.
    private var message = Delta()
    /// As the server words it; nil while the reply goes on.
    var finishReason: String?
    var usage: Usage?
    /// What a choice itself calls an error.
    var error: ErrorWords?
    var hasChoices = false
    private var hasErrorMark = false

    init(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch name {
            case "choices":
                try reader.readElements { reader throws(JSONReader.Failure) in
                    try readChoice(from: &reader)
                }
            case "usage": usage = try Usage(openAI: &reader)
            default:
                if ErrorWords.mayMark(name) { hasErrorMark = true }
                try reader.skipValue()
            }
        }
    }

    /// Whether the chunk is no part of a reply, or has members that only errors have.
    var mayBeError: Bool { hasErrorMark || !hasChoices && usage == nil }

    /// What the chunk adds to the reply.
    ///
    /// - Parameter hasDeltas: Whether words came as deltas before; a message then repeats them.
    func addition(hasDeltas: Bool) -> Delta {
        !delta.isEmpty || hasDeltas ? delta : message
    }

    /// Takes the choice if it is the first; only one is ever asked for.
    private mutating func readChoice(from reader: inout JSONReader) throws(JSONReader.Failure) {
        var index = 0
        var delta: Delta?
        var message = Delta()
        var reason: String?
        var error: ErrorWords?
        guard try reader.peek() == .object else { return try reader.skipValue() }
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("index", .number): index = try reader.readInt()
            case ("delta", .object): delta = try Delta(from: &reader)
            case ("message", .object): message = try Delta(from: &reader)
            case ("finish_reason", .string): reason = try reader.readString()
            case ("error", .object): error = try ErrorWords(error: &reader)
            default: try reader.skipValue()
            }
        }
        guard index == 0 else { return }
        hasChoices = true
        self.delta = delta ?? Delta()
        hasDelta = delta != nil
        self.message = message
        finishReason = reason ?? finishReason
        if let error, !error.isEmpty { self.error = error }
    }
}

extension ChatChunk.Delta {
    init(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("content", .string): text = try reader.readString()
            case ("content", .array): try readParts(from: &reader)
            // Two names for one thing; a server that sends both repeats itself.
            case ("reasoning_content", .string), ("reasoning", .string):
                let words = try reader.readString()
                if reasoning.isEmpty { reasoning = words }
            case ("refusal", .string): refusal = try reader.readString()
            case ("tool_calls", .array):
                try reader.readElements { reader throws(JSONReader.Failure) in
                    guard try reader.peek() == .object else { return try reader.skipValue() }
                    toolCalls.append(try ChatChunk.ToolCallPiece(from: &reader))
                }
            default: try reader.skipValue()
            }
        }
    }

    /// Content in parts: `{"type": "text", "text": …}`, or Mistral's `{"type": "thinking",
    /// "thinking": [{"type": "text", "text": …}]}`.
    private mutating func readParts(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.beginArray()
        while try reader.nextElement() {
            guard try reader.peek() == .object else {
                try reader.skipValue()
                continue
            }
            try reader.beginObject()
            while let name = try reader.nextMember() {
                switch (name, try reader.peek()) {
                case ("text", .string): text += try reader.readString()
                case ("thinking", .string): reasoning += try reader.readString()
                case ("thinking", .array):
                    var inner = ChatChunk.Delta()
                    try inner.readParts(from: &reader)
                    reasoning += inner.text
                default: try reader.skipValue()
                }
            }
        }
    }
}

extension ChatChunk.ToolCallPiece {
    init(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("index", .number): index = try reader.readInt()
            case ("id", .string): id = try reader.readString()
            case ("function", .object): try readFunction(from: &reader)
            default: try reader.skipValue()
            }
        }
    }

    private mutating func readFunction(
        from reader: inout JSONReader
    ) throws(JSONReader.Failure) {
        try reader.beginObject()
        while let member = try reader.nextMember() {
            switch (member, try reader.peek()) {
            case ("name", .string): name = try reader.readString()
            case ("arguments", .string): arguments = try reader.readString()
            // Some servers do not put it into a text.
            case ("arguments", .object): arguments = try reader.readText()
            default: try reader.skipValue()
            }
        }
    }
}
