/// Conversations in which tools are used.
extension [ChatMessage] {
    /// Why they are no conversation that a vendor takes; nil where they are one.
    ///
    /// Each call of a tool is followed by its result, before anything else, and each result follows its
    /// call.
    public var toolCallFault: String? {
        var open: Set<String> = []
        for message in self where message.role != .system {
            guard message.role == .tool else {
                if let id = open.min() { return Self.unanswered(id) }
                for call in message.toolCalls where !open.insert(call.id).inserted {
                    return "Two calls of a tool in one message have the id \(call.id.prefix(80))."
                }
                continue
            }
            let id = message.result ?? ""
            guard open.remove(id) != nil else {
                return
                    "There is a result of \(id.prefix(80)), and no call of that id right before it."
            }
        }
        return open.min().map(Self.unanswered)
    }

    private static func unanswered(_ id: String) -> String {
        "The call \(id.prefix(80)) of a tool is not followed by its result."
    }

    /// With messages of the assistant that follow each other as one: it said all of that in its turn.
    public var withWholeTurns: [ChatMessage] {
        var messages: [ChatMessage] = []
        for message in self {
            if message.role == .assistant, messages.last?.role == .assistant {
                messages[messages.count - 1].parts += message.parts
                messages[messages.count - 1].toolCalls += message.toolCalls
            } else {
                messages.append(message)
            }
        }
        return messages
    }

    /// Whether there is more in them than words: they are passed on to one worker as they are.
    public var areForOneWorker: Bool {
        contains { $0.role == .tool || !$0.toolCalls.isEmpty || !$0.images.isEmpty }
    }

    /// Our estimate of what they come to as the input of a model.
    public func estimatedTokens(with tools: ToolTerms? = nil) -> Int {
        var estimate = TokenEstimate()
        var images = 0
        for message in self {
            estimate.append(message.content)
            for call in message.toolCalls { estimate.append(call.arguments) }
            images += message.images.count
        }
        for tool in tools?.tools ?? [] {
            estimate.append(tool.description ?? "")
            estimate.append(tool.parameters.text)
        }
        return estimate.tokens + Self.frameTokens * count + ChatImage.usualTokens * images
    }

    /// Each message has a frame of its own.
    private static var frameTokens: Int { 4 }
}
