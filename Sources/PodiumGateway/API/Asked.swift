internal import PodiumCore

/// What a request asks, whatever its API.
struct Asked {
    var api: ClientRequest.API
    var model: String
    /// The conversation, its system messages among it.
    var messages: [ChatMessage]
    /// What the client offers to do; nil for nothing.
    var tools: ToolTerms?
    var reply = ReplyTerms()
    var isStream = false
    /// Whether a stream ends with the counts of tokens.
    var wantsUsage = false
    /// The session whose conversation it goes on with.
    var follows: SessionID?
    /// What of the request is told back as it was.
    var echo: [String: JSONValue] = [:]
    /// What was taken and changes nothing.
    var unused: [String] = []
}

extension ClientConversation {
    /// - Throws: `APIError` when nothing is asked.
    init(asking messages: [ChatMessage]) throws(APIError) {
        guard let last = messages.last(where: { $0.role != .system }) else {
            throw .invalid("messages", "There is no message of the user.")
        }
        guard last.role == .user else {
            throw .invalid(
                "messages",
                "The last message must be of the user: a workflow begins its answer itself. A worker"
                    + " that is asked by its name may go on with one."
            )
        }
        self.init(messages)
        guard question.contains(where: { !$0.isWhitespace }) else {
            throw .invalid("messages", "The last message has no text.")
        }
    }
}

extension Asked {
    init(_ call: HTTPCall, _ api: ClientRequest.API) throws(APIError) {
        let members = try Self.members(of: call)
        switch api {
        case .chat: self = try ChatRequest.read(members)
        case .responses: self = try ResponsesRequest.read(members)
        case .messages: self = try MessagesRequest.read(members)
        }
        try ToolCallRules.check(messages, isContinued: follows != nil)
    }

    /// Whether it asks for what only one worker at a time can do: to go on with a conversation in which
    /// tools are used or images shown, which is passed to it word for word.
    var isForOneWorker: Bool {
        tools != nil
            || messages.contains {
                $0.role == .tool || !$0.toolCalls.isEmpty || !$0.images.isEmpty
            }
    }

    static func members(of call: HTTPCall) throws(APIError) -> [String: JSONValue] {
        var reader = JSONReader(call.body)
        do {
            let value = try reader.readValue()
            try reader.expectEnd()
            if case .object(let members) = value { return members }
        } catch {
            throw APIError(
                .invalidRequest,
                "The body is no JSON: \(error). Send a JSON object.",
                code: "invalid_json"
            )
        }
        throw APIError(.invalidRequest, "The body must be a JSON object.", code: "invalid_json")
    }
}
