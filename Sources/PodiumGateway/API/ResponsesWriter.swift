internal import PodiumCore

/// OpenAI's Responses, the reply.
///
/// A stream is `response.created`, `response.in_progress`, the item with its deltas, and exactly one of
/// `response.completed`, `response.incomplete` and `response.failed`. Every event has a
/// `sequence_number`.
struct ResponsesWriter: ReplyWriter {
    static let endsFailures = true

    private let opening: ReplyOpening
    private let (id, item): (String, String)
    private var sequence = 0
    private var text = ""
    private var hasItem = false

    init(_ opening: ReplyOpening) {
        self.opening = opening
        id = "\(ResponsesRequest.idPrefix)\(opening.session)"
        item = "msg_\(opening.session)"
    }

    // MARK: Whole

    func body(of reply: Reply) -> JSONValue {
        response(status: reply.status, output: [message(reply.text, reply.status)], reply: reply)
    }

    private func response(
        status: String,
        output: [JSONValue] = [],
        reply: Reply? = nil,
        error: APIError? = nil
    ) -> JSONValue {
        let echo = opening.asked.echo
        func told(_ name: String, else usual: JSONValue = nil) -> JSONValue { echo[name] ?? usual }
        var members: [String: JSONValue] = [
            "id": .string(id), "object": "response", "created_at": JSONValue(opening.created),
            "status": .string(status), "model": .string(opening.asked.model),
            "output": .array(output), "background": false, "store": true, "tools": [],
            "tool_choice": "auto", "parallel_tool_calls": true, "truncation": "disabled",
            "top_logprobs": 0, "presence_penalty": 0, "frequency_penalty": 0,
            "service_tier": "default", "completed_at": nil, "usage": nil,
            "error": error.map(Self.fault) ?? nil, "incomplete_details": nil,
            "instructions": told("instructions"), "metadata": told("metadata", else: [:]),
            "temperature": told("temperature", else: 1), "top_p": told("top_p", else: 1),
            "text": told("text", else: ["format": ["type": "text"]]),
            "reasoning": told("reasoning", else: ["effort": nil, "summary": nil]),
            "max_output_tokens": told("max_output_tokens"),
            "max_tool_calls": told("max_tool_calls"), "user": told("user"),
            "previous_response_id": told("previous_response_id"),
            "safety_identifier": told("safety_identifier"),
            "prompt_cache_key": told("prompt_cache_key"),
            "podium": ["session": .string(opening.session.rawValue)],
        ]
        if let reply {
            members["usage"] = Self.usage(of: reply)
            members["podium"] = reply.podium
            if status == "completed" { members["completed_at"] = JSONValue(opening.created) }
            if status == "incomplete" {
                members["incomplete_details"] = ["reason": .string(reply.shortfall)]
            }
        }
        return .object(members)
    }

    private static func fault(_ error: APIError) -> JSONValue {
        let code = error.kind == .rateLimit ? "rate_limit_exceeded" : "server_error"
        return ["code": .string(code), "message": .string(error.message)]
    }

    private func message(_ text: String, _ status: String) -> JSONValue {
        [
            "type": "message", "id": .string(item), "role": "assistant", "status": .string(status),
            "content": [part(text)],
        ]
    }

    private func part(_ text: String) -> JSONValue {
        ["type": "output_text", "text": .string(text), "annotations": [], "logprobs": []]
    }

    private static func usage(of reply: Reply) -> JSONValue {
        [
            "input_tokens": JSONValue(reply.usage.totalInput),
            "input_tokens_details": ["cached_tokens": JSONValue(reply.usage.cacheRead)],
            "output_tokens": JSONValue(reply.usage.output),
            "output_tokens_details": ["reasoning_tokens": JSONValue(reply.usage.reasoning)],
            "total_tokens": JSONValue(reply.usage.total),
            "orchestration_input_tokens": JSONValue(reply.conducting.totalInput),
            "orchestration_output_tokens": JSONValue(reply.conducting.output),
        ]
    }

    // MARK: In a stream

    mutating func begin() -> [UInt8] {
        event("response.created", ["response": response(status: "in_progress")])
            + event("response.in_progress", ["response": response(status: "in_progress")])
    }

    mutating func text(_ piece: String, by worker: String) -> [UInt8] {
        text += piece
        return beginItem()
            + event(
                "response.output_text.delta",
                place([
                    "delta": .string(piece), "logprobs": [],
                    "podium": ["worker": .string(worker)],
                ])
            )
    }

    private mutating func beginItem() -> [UInt8] {
        guard !hasItem else { return [] }
        hasItem = true
        let added: JSONValue = [
            "type": "message", "id": .string(item), "role": "assistant", "status": "in_progress",
            "content": [],
        ]
        return event("response.output_item.added", ["output_index": 0, "item": added])
            + event("response.content_part.added", place(["part": part("")]))
    }

    mutating func end(_ reply: Reply) -> [UInt8] {
        var bytes = beginItem()
        bytes += event(
            "response.output_text.done",
            place(["text": .string(text), "logprobs": []])
        )
        bytes += event("response.content_part.done", place(["part": part(text)]))
        let message = message(text, reply.status)
        bytes += event("response.output_item.done", ["output_index": 0, "item": message])
        let response = response(status: reply.status, output: [message], reply: reply)
        bytes += event("response.\(reply.status)", ["response": response])
        return bytes + "data: [DONE]\n\n".utf8
    }

    mutating func fail(_ error: APIError) -> [UInt8] {
        let output = hasItem ? [message(text, "incomplete")] : []
        let response = response(status: "failed", output: output, error: error)
        return event("response.failed", ["response": response])
    }

    private func place(_ members: [String: JSONValue]) -> [String: JSONValue] {
        members.merging(
            ["item_id": .string(item), "output_index": 0, "content_index": 0]
        ) { $1 }
    }

    private mutating func event(_ type: String, _ members: [String: JSONValue]) -> [UInt8] {
        var members = members
        members["type"] = .string(type)
        members["sequence_number"] = JSONValue(sequence)
        sequence += 1
        return EventFrame.data(.object(members), event: type)
    }
}

extension Reply {
    /// As Responses names how it ended.
    fileprivate var status: String {
        [.length, .contentFilter].contains(finish) ? "incomplete" : "completed"
    }

    fileprivate var shortfall: String {
        finish == .contentFilter ? "content_filter" : "max_output_tokens"
    }
}
