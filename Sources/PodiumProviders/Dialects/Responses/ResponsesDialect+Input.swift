internal import PodiumCore

/// A conversation and tools in the words of Responses.
extension ResponsesDialect {
    func input(_ conversation: Conversation) -> JSONValue {
        .array(conversation.turns.flatMap(items))
    }

    private func items(_ turn: Conversation.Turn) -> [JSONValue] {
        switch turn.role {
        case .assistant:
            let calls = turn.toolCalls.map { call -> JSONValue in
                [
                    "type": "function_call", "call_id": .string(call.id),
                    "name": .string(call.name), "arguments": .string(call.json),
                ]
            }
            let words = turn.content.words
            let isNothing = words.isEmpty && !calls.isEmpty
            return (isNothing ? [] : [message("assistant", .string(words))]) + calls
        case .user:
            let results = turn.results.map { result -> JSONValue in
                [
                    "type": "function_call_output", "call_id": .string(result.call),
                    "output": content(result.parts),
                ]
            }
            let isNothing = turn.content.isEmpty && !results.isEmpty
            return results + (isNothing ? [] : [message("user", content(turn.content))])
        }
    }

    private func message(_ role: String, _ content: JSONValue) -> JSONValue {
        ["role": .string(role), "content": content]
    }

    private func content(_ parts: [ChatMessage.Part]) -> JSONValue {
        if let text = parts.onlyText { return .string(text) }
        return .array(
            parts.map { part in
                switch part {
                case .text(let text): ["type": "input_text", "text": .string(text)]
                case .image(let image):
                    [
                        "type": "input_image", "image_url": .string(image.url), "detail": "auto",
                    ]
                }
            }
        )
    }

    /// The members that offer tools.
    func offer(_ terms: ToolTerms?) -> [String: JSONValue] {
        OpenAITools.members(terms) { tool in
            var function: [String: JSONValue] = [
                "type": "function", "name": .string(tool.name), "parameters": tool.parameters,
                // Here strict is the usual, and not every schema can be.
                "strict": .bool(tool.isStrict ?? false),
            ]
            function["description"] = tool.description.map(JSONValue.string)
            return .object(function)
        } choice: { name in
            ["type": "function", "name": .string(name)]
        }
    }
}
