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
    /// What Responses' calls of tools in a namespace are called: its name, and the tool's in it, by the
    /// name under which a worker knows it.
    var namespaces: [String: ToolName] = [:]
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

/// A tool's name in a namespace of tools.
struct ToolName: Hashable {
    var namespace: String
    var name: String

    /// As one name.
    var joined: String { namespace + (namespace.hasSuffix("__") ? "" : "__") + name }
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
        let members = try Self.members(of: call, in: api)
        switch api {
        case .chat: self = try ChatRequest.read(members)
        case .responses: self = try ResponsesRequest.read(members)
        case .messages: self = try MessagesRequest.read(members)
        }
        messages = messages.withWholeTurns
        for message in messages where [.system, .assistant].contains(message.role) {
            guard message.images.isEmpty else {
                throw .invalid(
                    "messages",
                    "There is an image in a message of the \(message.role.rawValue). Images belong into"
                        + " messages of the user and into results of tools."
                )
            }
        }
        // What goes on with a session is looked at with what was said there.
        if follows == nil, let fault = messages.toolCallFault { throw .invalid("messages", fault) }
    }

    /// Whether it asks for what only one worker at a time can do: to go on with a conversation in which
    /// tools are used or images shown, which is passed to it word for word.
    var isForOneWorker: Bool {
        tools != nil || messages.areForOneWorker
    }

    /// What models write in the order in which they are told of it: schemas, and arguments that they have
    /// written themselves.
    private static let asWritten: [ClientRequest.API: Set<String>] = [
        .chat: ["parameters", "schema"], .responses: ["parameters", "schema"],
        .messages: ["input_schema", "schema", "input"],
    ]

    static func members(
        of call: HTTPCall,
        in api: ClientRequest.API
    ) throws(APIError) -> [String: JSONValue] {
        var reader = JSONReader(call.body)
        do {
            let value = try reader.readValue(keeping: asWritten[api] ?? [])
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
