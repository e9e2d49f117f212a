internal import PodiumCore

/// OpenAI's Chat Completions, the reply.
///
/// In a stream all chunks have the same `id`, `created` and `model`; `finish_reason` is null up to the
/// last; the counts of tokens come in a chunk of their own, without choices, when they were asked for; and
/// `[DONE]` ends it. A stream that breaks has an `error` in their place.
struct ChatWriter: ReplyWriter {
    static let endsFailures = false

    private let opening: ReplyOpening
    private let id: String
    /// Of the call of a tool that was begun last.
    private var place = 0
    /// What stands before and behind the text of a chunk.
    private let (head, tail): ([UInt8], [UInt8])

    init(_ opening: ReplyOpening) {
        self.opening = opening
        id = "chatcmpl-\(opening.session)"
        var head = Array(#"data: {"choices":[{"delta":{"content":"#.utf8)
        var tail = Array(
            #"},"finish_reason":null,"index":0}],"created":\#(opening.created),"id":"#.utf8
        )
        tail.append(json: id)
        tail += #","model":"#.utf8
        tail.append(json: opening.asked.model)
        tail += #","object":"chat.completion.chunk","podium":{"session":"#.utf8
        tail.append(json: opening.session.rawValue)
        tail += #","worker":"#.utf8
        head.reserveCapacity(256)
        (self.head, self.tail) = (head, tail)
    }

    func body(of reply: Reply) -> JSONValue {
        var message: [String: JSONValue] = [
            "role": "assistant", "content": .string(reply.text), "refusal": nil,
        ]
        if !reply.toolCalls.isEmpty {
            message["tool_calls"] = .array(reply.toolCalls.map(Self.toolCall))
            if reply.text.isEmpty { message["content"] = .null }
        }
        return [
            "id": .string(id), "object": "chat.completion", "created": JSONValue(opening.created),
            "model": .string(opening.asked.model),
            "choices": [
                [
                    "index": 0, "logprobs": nil, "finish_reason": .string(reply.finish.chat),
                    "message": .object(message),
                ]
            ],
            "usage": Self.usage(of: reply), "podium": reply.podium,
        ]
    }

    func begin() -> [UInt8] {
        chunk(
            [choice(["role": "assistant", "content": ""], finish: nil)],
            podium: ["session": .string(opening.session.rawValue)]
        )
    }

    private static func toolCall(_ call: ToolCall) -> JSONValue {
        [
            "id": .string(call.id), "type": "function",
            "function": ["name": .string(call.name), "arguments": .string(call.json)],
        ]
    }

    mutating func piece(_ piece: AnswerPiece, by worker: String) -> [UInt8] {
        switch piece {
        case .text(let text): return self.text(text, by: worker)
        case .toolCall(let place, let name):
            self.place = place
            return delta(
                [
                    "id": .string(ToolCall.id(in: opening.session, place: place)),
                    "type": "function", "function": ["name": .string(name), "arguments": ""],
                ],
                by: worker
            )
        case .arguments(let text):
            return delta(["function": ["arguments": .string(text)]], by: worker)
        }
    }

    /// A piece of the call of a tool that was begun last.
    private func delta(_ members: [String: JSONValue], by worker: String) -> [UInt8] {
        let call = JSONValue.object(members.merging(["index": JSONValue(place)]) { $1 })
        let podium: JSONValue = [
            "session": .string(opening.session.rawValue), "worker": .string(worker),
        ]
        return chunk([choice(["tool_calls": [call]], finish: nil)], podium: podium)
    }

    private func text(_ piece: String, by worker: String) -> [UInt8] {
        var bytes = head
        bytes.append(json: piece)
        bytes += tail
        bytes.append(json: worker)
        bytes += (opening.asked.wantsUsage ? #"},"usage":null}"# : "}}").utf8
        bytes += "\n\n".utf8
        return bytes
    }

    func end(_ reply: Reply) -> [UInt8] {
        var bytes = chunk(
            [choice([:], finish: reply.finish.chat)],
            podium: reply.podium
        )
        if opening.asked.wantsUsage {
            bytes += chunk([], podium: reply.podium, usage: Self.usage(of: reply))
        }
        return bytes + "data: [DONE]\n\n".utf8
    }

    func fail(_ error: APIError) -> [UInt8] { EventFrame.data(error.openAIBody) }

    private func choice(_ delta: JSONValue, finish: String?) -> JSONValue {
        ["index": 0, "delta": delta, "finish_reason": JSONValue(finish)]
    }

    private func chunk(
        _ choices: [JSONValue],
        podium: JSONValue,
        usage: JSONValue? = nil
    ) -> [UInt8] {
        var members: [String: JSONValue] = [
            "id": .string(id), "object": "chat.completion.chunk",
            "created": JSONValue(opening.created), "model": .string(opening.asked.model),
            "choices": .array(choices), "podium": podium,
        ]
        if opening.asked.wantsUsage { members["usage"] = usage ?? .null }
        return EventFrame.data(.object(members))
    }

    private static func usage(of reply: Reply) -> JSONValue {
        [
            "prompt_tokens": JSONValue(reply.usage.totalInput),
            "completion_tokens": JSONValue(reply.usage.output),
            "total_tokens": JSONValue(reply.usage.total),
            "prompt_tokens_details": [
                "cached_tokens": JSONValue(reply.usage.cacheRead),
                "cache_write_tokens": JSONValue(reply.usage.cacheWrite),
            ],
            "completion_tokens_details": [
                "reasoning_tokens": JSONValue(reply.usage.reasoning)
            ],
            "orchestration_input_tokens": JSONValue(reply.conducting.totalInput),
            "orchestration_output_tokens": JSONValue(reply.conducting.output),
        ]
    }
}

extension FinishReason {
    /// As Chat Completions names it.
    fileprivate var chat: String {
        switch self {
        case .length: "length"
        case .toolCalls: "tool_calls"
        case .contentFilter: "content_filter"
        default: "stop"
        }
    }
}
