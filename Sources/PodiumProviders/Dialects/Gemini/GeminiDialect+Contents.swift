internal import PodiumCore

/// A conversation and tools in the words of Gemini.
extension GeminiDialect {
    func contents(_ conversation: Conversation, model: String) -> JSONValue {
        .array(
            conversation.turns.map { turn in
                var isFirst = true
                var parts: [JSONValue] = []
                for part in turn.parts {
                    switch part {
                    case .text(let text): parts.append(self.part(text))
                    case .image(let image): parts.append(self.part(image))
                    case .result(let result): parts.append(self.part(result))
                    case .toolCall(let call):
                        parts.append(self.part(call, isSigned: isFirst && model.wantsSignatures))
                        isFirst = false
                    }
                }
                // Responses stand together.
                let images = turn.results.flatMap(\.parts.images).map(self.part)
                parts.insert(contentsOf: images, at: turn.results.count)
                return [
                    "role": .string(turn.role == .assistant ? "model" : "user"),
                    "parts": .array(parts),
                ]
            }
        )
    }

    func part(_ text: String) -> JSONValue { ["text": .string(text)] }

    private func part(_ result: Conversation.Result) -> JSONValue {
        let response: JSONValue = [
            "name": .string(result.name),
            "response": [result.isFailure ? "error" : "result": .string(result.parts.words)],
        ]
        return ["functionResponse": response]
    }

    private func part(_ image: ChatImage) -> JSONValue {
        switch image {
        case .data(let type, let base64):
            ["inlineData": ["mimeType": .string(type), "data": .string(base64)]]
        case .address(let address): ["fileData": ["fileUri": .string(address)]]
        }
    }

    /// - Parameter isSigned: Whether the call needs a mark that it comes from another model's turn, in
    ///   place of the signature of what this one thought:
    ///   <https://ai.google.dev/gemini-api/docs/thought-signatures>.
    private func part(_ call: ToolCall, isSigned: Bool) -> JSONValue {
        var part: [String: JSONValue] = [
            "functionCall": ["name": .string(call.name), "args": call.object]
        ]
        if isSigned { part["thoughtSignature"] = "skip_thought_signature_validator" }
        return .object(part)
    }

    /// The members that offer tools.
    func offer(_ terms: ToolTerms?) -> [String: JSONValue] {
        guard let terms, !terms.tools.isEmpty else { return [:] }
        let declarations = terms.tools.map { tool -> JSONValue in
            var members: [String: JSONValue] = [
                "name": .string(tool.name), "parametersJsonSchema": tool.parameters,
            ]
            members["description"] = tool.description.map(JSONValue.string)
            return .object(members)
        }
        var calling: [String: JSONValue]?
        switch terms.choice {
        case .auto: break
        case .never: calling = ["mode": "NONE"]
        case .required: calling = ["mode": "ANY"]
        case .named(let name):
            calling = ["mode": "ANY", "allowedFunctionNames": [.string(name)]]
        }
        var members: [String: JSONValue] = [
            "tools": [["functionDeclarations": .array(declarations)]]
        ]
        members["toolConfig"] = calling.map { ["functionCallingConfig": .object($0)] }
        return members
    }
}

extension String {
    /// Gemini 3 and later refuse a call of a tool without one.
    fileprivate var wantsSignatures: Bool {
        !["gemini-1", "gemini-2"].contains { contains($0) }
    }
}
