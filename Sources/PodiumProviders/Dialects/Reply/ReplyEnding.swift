internal import PodiumCore

/// What a server's reason for the end of a reply means, in the words of any vendor: gateways hand on
/// those of the server behind them.
enum ReplyEnding: Hashable {
    case finished(FinishReason)
    /// The reply was broken off, or may not be given.
    case fault(ProviderError.Code)
    /// A word for "not yet".
    case none
    case unknown

    init(_ reason: String) {
        let word = reason.lowercased().filter { $0 != " " }.replacing("-", with: "_")
        if let known = Self.table[word] {
            self = known
        } else {
            self = word.contains("error") ? .fault(.server) : .unknown
        }
    }

    private static let table: [String: ReplyEnding] = {
        var table: [String: ReplyEnding] = [:]
        func add(_ ending: ReplyEnding, _ words: String...) {
            for word in words { table[word] = ending }
        }
        add(.none, "", "null", "none", "finish_reason_unspecified")
        add(
            .finished(.stop),
            "stop",
            "stopped",
            "eos",
            "eos_token",
            "stop_sequence",
            "stop_token",
            "end_turn",
            "end",
            "complete",
            "completed",
            "done",
            "finished"
        )
        add(
            .finished(.length),
            "length",
            "max_length",
            "max_tokens",
            "max_output_tokens",
            "model_length",
            "model_context_window_exceeded",
            "context_length_exceeded",
            "continuation"
        )
        add(
            .finished(.contentFilter),
            "content_filter",
            "content_filtered",
            "safety",
            "prohibited_content",
            "blocklist",
            "spii",
            "recitation",
            "model_armor",
            "image_safety",
            "image_prohibited_content",
            "image_recitation"
        )
        add(.finished(.toolCalls), "tool_calls", "tool_use", "function_call")
        add(.finished(.declined), "refusal")
        add(
            .fault(.server),
            "abort",
            "aborted",
            "cancel",
            "canceled",
            "cancelled",
            "failed",
            "failure",
            "interrupted",
            "insufficient_system_resource",
            "malformed_response",
            "malformed_function_call",
            "unexpected_tool_call",
            "too_many_tool_calls",
            "missing_thought_signature",
            "overloaded"
        )
        add(.fault(.timeout), "timeout", "time_limit")
        add(.fault(.contentPolicy), "sensitive")
        return table
    }()
}
