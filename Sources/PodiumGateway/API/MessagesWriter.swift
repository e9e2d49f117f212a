internal import PodiumCore

/// Anthropic's Messages, the reply.
///
/// A stream is `message_start`, blocks of text and of calls of tools with their deltas, one after the
/// other, `message_delta` with why it ended and the tokens in all, and `message_stop`. A stream that breaks
/// has an `error` in their place.
struct MessagesWriter: ReplyWriter {
    static let endsFailures = false

    private let opening: ReplyOpening
    private enum Block { case text, toolCall }

    /// The one that is open.
    private var block: Block?
    /// Blocks that are closed.
    private var closed = 0

    init(_ opening: ReplyOpening) { self.opening = opening }

    func body(of reply: Reply) -> JSONValue {
        var members = message
        var blocks: [JSONValue] = []
        if !reply.text.isEmpty || reply.toolCalls.isEmpty {
            blocks.append(["type": "text", "text": .string(reply.text)])
        }
        blocks += reply.toolCalls.map { call in
            [
                "type": "tool_use", "id": .string(call.id), "name": .string(call.name),
                "input": call.object,
            ]
        }
        members["content"] = .array(blocks)
        members["stop_reason"] = .string(reply.stopReason)
        members["stop_sequence"] = JSONValue(reply.stop)
        members["usage"] = Self.usage(of: reply)
        members["podium"] = reply.podium
        return .object(members)
    }

    private var message: [String: JSONValue] {
        [
            "id": "msg_\(opening.session.rawValue)", "type": "message", "role": "assistant",
            "model": .string(opening.asked.model), "content": [], "stop_reason": nil,
            "stop_sequence": nil,
            "usage": [
                "input_tokens": JSONValue(opening.estimatedInput), "output_tokens": 0,
                "cache_creation_input_tokens": 0, "cache_read_input_tokens": 0,
            ],
            "podium": ["session": .string(opening.session.rawValue)],
        ]
    }

    private static func usage(of reply: Reply) -> JSONValue {
        let usage = reply.usage
        return [
            "input_tokens": JSONValue(usage.input), "output_tokens": JSONValue(usage.output),
            "cache_creation_input_tokens": JSONValue(usage.cacheWrite),
            "cache_read_input_tokens": JSONValue(usage.cacheRead),
            "orchestration_input_tokens": JSONValue(reply.conducting.totalInput),
            "orchestration_output_tokens": JSONValue(reply.conducting.output),
        ]
    }

    // MARK: In a stream

    func begin() -> [UInt8] { event("message_start", ["message": .object(message)]) }

    mutating func piece(_ piece: AnswerPiece, by worker: String) -> [UInt8] {
        switch piece {
        case .text(let text):
            let begin = block == .text ? [] : open(.text, ["type": "text", "text": ""])
            return begin + delta(["type": "text_delta", "text": .string(text)], by: worker)
        case .toolCall(let place, let name):
            let id = ToolCall.id(in: opening.session, place: place)
            return open(
                .toolCall,
                ["type": "tool_use", "id": .string(id), "name": .string(name), "input": [:]]
            )
        case .arguments(let text):
            return delta(["type": "input_json_delta", "partial_json": .string(text)], by: worker)
        }
    }

    private func delta(_ delta: JSONValue, by worker: String) -> [UInt8] {
        event(
            "content_block_delta",
            [
                "index": JSONValue(closed), "delta": delta,
                "podium": ["worker": .string(worker)],
            ]
        )
    }

    private mutating func open(_ kind: Block, _ content: JSONValue) -> [UInt8] {
        let bytes = close()
        block = kind
        return bytes
            + event(
                "content_block_start",
                ["index": JSONValue(closed), "content_block": content]
            )
    }

    private mutating func close() -> [UInt8] {
        guard block != nil else { return [] }
        defer {
            block = nil
            closed += 1
        }
        return event("content_block_stop", ["index": JSONValue(closed)])
    }

    mutating func end(_ reply: Reply) -> [UInt8] {
        let isEmpty = block == nil && closed == 0
        var bytes = isEmpty ? open(.text, ["type": "text", "text": ""]) : []
        bytes += close()
        bytes += event(
            "message_delta",
            [
                "delta": [
                    "stop_reason": .string(reply.stopReason),
                    "stop_sequence": JSONValue(reply.stop),
                ],
                "usage": Self.usage(of: reply), "podium": reply.podium,
            ]
        )
        return bytes + event("message_stop", [:])
    }

    func fail(_ error: APIError) -> [UInt8] {
        EventFrame.data(error.anthropicBody, event: "error")
    }

    private func event(_ type: String, _ members: [String: JSONValue]) -> [UInt8] {
        var members = members
        members["type"] = .string(type)
        return EventFrame.data(.object(members), event: type)
    }
}

extension Reply {
    /// As Messages names how it ended.
    fileprivate var stopReason: String {
        if stop != nil { return "stop_sequence" }
        return switch finish {
        case .length: "max_tokens"
        case .toolCalls: "tool_use"
        case .contentFilter: "refusal"
        default: "end_turn"
        }
    }
}
