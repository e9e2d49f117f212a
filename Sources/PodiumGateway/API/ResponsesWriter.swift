internal import PodiumCore

/// OpenAI's Responses, the reply.
///
/// A stream is `response.created`, `response.in_progress`, the items with their deltas, one after the
/// other, and exactly one of `response.completed`, `response.incomplete` and `response.failed`. Every event has a
/// `sequence_number`.
struct ResponsesWriter: ReplyWriter {
    static let endsFailures = true

    private let opening: ReplyOpening
    private let id: String
    private var sequence = 0
    /// Items that are done.
    private var output: [JSONValue] = []
    private var item: ResponsesItem?

    init(_ opening: ReplyOpening) {
        self.opening = opening
        id = "\(ResponsesRequest.idPrefix)\(opening.session)"
    }

    // MARK: Whole

    func body(of reply: Reply) -> JSONValue {
        var items: [ResponsesItem] = []
        if !reply.text.isEmpty || reply.toolCalls.isEmpty {
            items.append(ResponsesItem(message: 0, in: opening.session, text: reply.text))
        }
        items += reply.toolCalls.enumerated().map { place, call in
            ResponsesItem(
                call: place,
                in: opening.session,
                name: call.name,
                opening.asked.namespaces,
                call.json
            )
        }
        return response(
            status: reply.status,
            output: items.map { $0.value(status: reply.status) },
            reply: reply
        )
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
            "output": .array(output), "background": false, "store": true,
            "tools": told("tools", else: []), "tool_choice": told("tool_choice", else: "auto"),
            "parallel_tool_calls": told("parallel_tool_calls", else: true),
            "truncation": "disabled",
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

    private static func usage(of reply: Reply) -> JSONValue {
        [
            "input_tokens": JSONValue(reply.usage.totalInput),
            "input_tokens_details": [
                "cached_tokens": JSONValue(reply.usage.cacheRead),
                "cache_write_tokens": JSONValue(reply.usage.cacheWrite),
            ],
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

    mutating func piece(_ piece: AnswerPiece, by worker: String) -> [UInt8] {
        switch piece {
        case .text(let text):
            let begin = item?.isMessage == true ? [] : open(message)
            return begin + delta(text, by: worker)
        case .toolCall(let place, let name):
            let spaces = opening.asked.namespaces
            return open(
                ResponsesItem(call: place, in: opening.session, name: name, spaces, "")
            )
        case .arguments(let text): return delta(text, by: worker)
        }
    }

    private var message: ResponsesItem {
        ResponsesItem(message: output.count, in: opening.session, text: "")
    }

    private mutating func delta(_ text: String, by worker: String) -> [UInt8] {
        self.item?.text += text
        guard let item else { return [] }
        return event(
            item.isMessage
                ? "response.output_text.delta" : "response.function_call_arguments.delta",
            place(
                item,
                ["delta": .string(text), "podium": ["worker": .string(worker)]]
                    .merging(item.isMessage ? ["logprobs": []] : [:]) { $1 }
            )
        )
    }

    private mutating func open(_ next: ResponsesItem) -> [UInt8] {
        var bytes = close(status: "completed")
        item = next
        bytes += event(
            "response.output_item.added",
            ["output_index": JSONValue(output.count), "item": next.begun]
        )
        if next.isMessage {
            bytes += event(
                "response.content_part.added",
                place(next, ["part": ResponsesItem.part("")])
            )
        }
        return bytes
    }

    private mutating func close(status: String) -> [UInt8] {
        guard let item else { return [] }
        var bytes: [UInt8] = []
        for end in item.ends { bytes += event(end.type, place(item, end.members)) }
        let value = item.value(status: status)
        bytes += event(
            "response.output_item.done",
            ["output_index": JSONValue(output.count), "item": value]
        )
        output.append(value)
        self.item = nil
        return bytes
    }

    mutating func end(_ reply: Reply) -> [UInt8] {
        var bytes = item == nil && output.isEmpty ? open(message) : []
        bytes += close(status: reply.status)
        let response = response(status: reply.status, output: output, reply: reply)
        bytes += event("response.\(reply.status)", ["response": response])
        return bytes + "data: [DONE]\n\n".utf8
    }

    mutating func fail(_ error: APIError) -> [UInt8] {
        let broken = item.map { [$0.value(status: "incomplete")] } ?? []
        let response = response(status: "failed", output: output + broken, error: error)
        return event("response.failed", ["response": response])
    }

    private func place(
        _ item: ResponsesItem,
        _ members: [String: JSONValue]
    ) -> [String: JSONValue] {
        var members = members
        members["item_id"] = .string(item.id)
        members["output_index"] = JSONValue(output.count)
        if item.isMessage { members["content_index"] = 0 }
        return members
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
