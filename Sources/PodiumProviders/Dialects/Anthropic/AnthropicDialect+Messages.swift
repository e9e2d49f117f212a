internal import PodiumCore

/// A conversation and tools in the words of Messages.
extension AnthropicDialect {
    func messages(_ conversation: Conversation) -> JSONValue {
        .array(
            conversation.turns.map { turn in
                let content =
                    turn.parts.count == 1 && turn.content.count == 1
                    ? content(turn.content) : .array(turn.parts.map(block))
                return [
                    "role": .string(turn.role == .assistant ? "assistant" : "user"),
                    "content": content,
                ]
            }
        )
    }

    private func block(_ part: Conversation.Part) -> JSONValue {
        switch part {
        case .text(let text): return block(ChatMessage.Part.text(text))
        case .image(let image): return block(ChatMessage.Part.image(image))
        case .toolCall(let call):
            return [
                "type": "tool_use", "id": .string(call.id), "name": .string(call.name),
                "input": call.object,
            ]
        case .result(let result):
            var members: [String: JSONValue] = [
                "type": "tool_result", "tool_use_id": .string(result.call),
                "content": content(result.parts),
            ]
            if result.isFailure { members["is_error"] = true }
            return .object(members)
        }
    }

    private func content(_ parts: [ChatMessage.Part]) -> JSONValue {
        parts.onlyText.map(JSONValue.string) ?? .array(parts.map(block))
    }

    private func block(_ part: ChatMessage.Part) -> JSONValue {
        switch part {
        case .text(let text): return ["type": "text", "text": .string(text)]
        case .image(.address(let address)):
            return ["type": "image", "source": ["type": "url", "url": .string(address)]]
        case .image(.data(let type, let base64)):
            let source: JSONValue = [
                "type": "base64", "media_type": .string(type), "data": .string(base64),
            ]
            return ["type": "image", "source": source]
        }
    }

    /// The members that offer tools.
    func offer(_ terms: ToolTerms?) -> [String: JSONValue] {
        guard let terms, !terms.tools.isEmpty else { return [:] }
        var members: [String: JSONValue] = [:]
        members["tools"] = .array(
            terms.tools.map { tool in
                var members: [String: JSONValue] = [
                    "name": .string(tool.name), "input_schema": tool.parameters,
                ]
                members["description"] = tool.description.map(JSONValue.string)
                members["strict"] = tool.isStrict == true ? true : nil
                return .object(members)
            }
        )
        members["tool_choice"] = choice(terms)
        return members
    }

    private func choice(_ terms: ToolTerms) -> JSONValue? {
        var members: [String: JSONValue] = [:]
        switch terms.choice {
        case .auto where terms.isParallel == nil: return nil
        case .auto: members["type"] = "auto"
        case .never: return ["type": "none"]
        case .required: members["type"] = "any"
        case .named(let name): members = ["type": "tool", "name": .string(name)]
        }
        if terms.isParallel == false { members["disable_parallel_tool_use"] = true }
        return .object(members)
    }
}

extension ModelOptions {
    /// As a model of Anthropic can be asked: it thinks neither where it must use a tool, nor with a budget
    /// behind its own calls of tools, since what it thought then is not known any more.
    func withoutForbiddenThinking(_ conversation: Conversation, _ tools: ToolTerms?) -> ModelOptions
    {
        let isForced =
            switch tools?.choice {
            case .required, .named: true
            case .auto, .never, nil: false
            }
        let goesOn = conversation.turns.last?.results.isEmpty == false
        guard isForced || goesOn && (reasoningTokens ?? 0) > 0 else { return self }
        var options = self
        options.reasoningTokens = nil
        if isForced { options.reasoningEffort = nil }
        return options
    }
}
