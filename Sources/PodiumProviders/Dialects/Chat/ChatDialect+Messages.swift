internal import PodiumCore

/// A conversation and tools in the words of Chat Completions.
extension ChatDialect {
    func messages(_ conversation: Conversation) -> JSONValue {
        let system = conversation.system.map { message("system", .string($0)) }
        return .array([system].compactMap(\.self) + conversation.turns.flatMap(messages))
    }

    private func messages(_ turn: Conversation.Turn) -> [JSONValue] {
        switch turn.role {
        case .assistant:
            let calls = turn.toolCalls.map { call -> JSONValue in
                [
                    "id": .string(call.id), "type": "function",
                    "function": [
                        "name": .string(call.name), "arguments": .string(call.json),
                    ],
                ]
            }
            return [
                message(
                    "assistant",
                    content(turn.content),
                    calls.isEmpty ? [:] : ["tool_calls": .array(calls)]
                )
            ]
        case .user:
            let results = turn.results.map { result in
                message("tool", .string(result.parts.words), ["tool_call_id": .string(result.call)])
            }
            // A tool's message takes words only.
            let images = turn.results.flatMap(\.parts.images).map(ChatMessage.Part.image)
            let said = images + turn.content
            let isNothing = said.isEmpty && !results.isEmpty
            return results + (isNothing ? [] : [message("user", content(said))])
        }
    }

    private func message(
        _ role: String,
        _ content: JSONValue,
        _ more: [String: JSONValue] = [:]
    ) -> JSONValue {
        .object(more.merging(["role": .string(role), "content": content]) { $1 })
    }

    private func content(_ parts: [ChatMessage.Part]) -> JSONValue {
        if let text = parts.onlyText { return .string(text) }
        return .array(
            parts.map { part in
                switch part {
                case .text(let text): ["type": "text", "text": .string(text)]
                case .image(let image):
                    ["type": "image_url", "image_url": ["url": .string(image.url)]]
                }
            }
        )
    }

    /// The members that offer tools.
    func offer(_ terms: ToolTerms?) -> [String: JSONValue] {
        OpenAITools.members(terms) { tool in
            var function: [String: JSONValue] = [
                "name": .string(tool.name), "parameters": tool.parameters,
            ]
            function["description"] = tool.description.map(JSONValue.string)
            function["strict"] = tool.isStrict.map(JSONValue.bool)
            return ["type": "function", "function": .object(function)]
        } choice: { name in
            ["type": "function", "function": ["name": .string(name)]]
        }
    }
}
