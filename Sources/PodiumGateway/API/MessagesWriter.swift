internal import PodiumCore

/// Anthropic's Messages, the reply.
///
/// A stream is `message_start`, one block of text with its deltas, `message_delta` with why it ended and
/// the tokens in all, and `message_stop`. A stream that breaks has an `error` in their place.
struct MessagesWriter: ReplyWriter {
    static let endsFailures = false

    private let opening: ReplyOpening
    private var hasBlock = false

    init(_ opening: ReplyOpening) { self.opening = opening }

    func body(of reply: Reply) -> JSONValue {
        var members = message
        members["content"] = [["type": "text", "text": .string(reply.text)]]
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
            "cache_creation_input_tokens": JSONValue(
                usage.cacheWriteShort.addingReportingOverflow(usage.cacheWriteLong).partialValue
            ),
            "cache_read_input_tokens": JSONValue(usage.cacheRead),
            "orchestration_input_tokens": JSONValue(reply.conducting.totalInput),
            "orchestration_output_tokens": JSONValue(reply.conducting.output),
        ]
    }

    // MARK: In a stream

    func begin() -> [UInt8] { event("message_start", ["message": .object(message)]) }

    mutating func text(_ piece: String, by worker: String) -> [UInt8] {
        beginBlock()
            + event(
                "content_block_delta",
                [
                    "index": 0, "delta": ["type": "text_delta", "text": .string(piece)],
                    "podium": ["worker": .string(worker)],
                ]
            )
    }

    private mutating func beginBlock() -> [UInt8] {
        guard !hasBlock else { return [] }
        hasBlock = true
        return event(
            "content_block_start",
            ["index": 0, "content_block": ["type": "text", "text": ""]]
        )
    }

    mutating func end(_ reply: Reply) -> [UInt8] {
        var bytes = beginBlock()
        bytes += event("content_block_stop", ["index": 0])
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
        case .contentFilter: "refusal"
        default: "end_turn"
        }
    }
}
