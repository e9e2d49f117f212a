internal import PodiumCore

/// What the vendors' words for errors mean.
enum ErrorMeaning {
    /// A meaning that the status does not tell, or tells wrongly.
    static func special(_ words: ErrorWords, status: Int?) -> ProviderError.Code? {
        let marks = Marks(words)
        if Self.isLoading(words, status: status) { return .loading }
        if status == 402 || marks.say(noCredit) { return .quotaExhausted }
        // Google's message speaks of the plan and its billing whichever limit was met, and names a
        // daily limit in errors that pass within a minute. It says then how long to wait.
        if words.retryAfterMilliseconds == nil, marks.say(["perday"]) { return .quotaExhausted }
        if marks.say(contentPolicy) { return .contentPolicy }
        if marks.say(["context_length", "exceed_context"]) { return .tooLarge }
        // A bad request to Google, though what is bad is the key.
        if marks.say(["api_key_invalid", "invalid_api_key"]) { return .unauthorized }
        return [nil, 400, 413, 422].contains(status) ? byMessage(words) : nil
    }

    /// A meaning where there is no status, as for an error in a stream.
    static func general(_ words: ErrorWords) -> ProviderError.Code? {
        let marks = Marks(words)
        return generalMarks.first { marks.say($0.marks) }?.code
    }

    /// llama.cpp, Ollama and Hugging Face's servers say so in words alone.
    private static func isLoading(_ words: ErrorWords, status: Int?) -> Bool {
        guard status.map({ $0 >= 500 || [409, 425, 429].contains($0) }) ?? true,
            let message = words.message?.lowercased()
        else { return false }
        let phrases = [
            "loading model", "loading the model", "model is loading", "currently loading",
        ]
        guard let phrase = phrases.lazy.compactMap({ message.firstRange(of: $0) }).first else {
            return false
        }
        // "Error loading model" will not pass.
        let before = message[..<phrase.lowerBound]
        return !["error", "fail", "unable", "cannot", "could not", "terminated"]
            .contains(where: before.contains)
    }

    private static let noCredit = [
        "insufficient_quota", "insufficient_balance", "credits_balance", "billing", "spend_limit",
        "quota_exhausted",
    ]

    private static let contentPolicy = [
        "content_policy", "content_filter", "moderation", "safety", "bio_policy",
        "policy_violation",
    ]

    private static let generalMarks: [(marks: [String], code: ProviderError.Code)] = [
        (["rate_limit", "ramp_limit", "resource_exhausted", "too_many_requests"], .rateLimited),
        (["overloaded", "unavailable", "slow_down"], .overloaded),
        (["timeout", "deadline_exceeded"], .timeout),
        (
            ["authentication", "permission", "unauthorized", "unauthenticated", "forbidden"],
            .unauthorized
        ),
        (["not_found"], .notFound),
        (["too_large"], .tooLarge),
        (["invalid_", "failed_precondition", "bad_request"], .invalidRequest),
    ]

    /// Some vendors tell such errors apart by their message alone.
    private static func byMessage(_ words: ErrorWords) -> ProviderError.Code? {
        guard let message = words.message?.lowercased() else { return nil }
        return messageParts.first { $0.parts.contains(where: message.contains) }?.code
    }

    private static let messageParts: [(parts: [String], code: ProviderError.Code)] = [
        (["credit balance is too low"], .quotaExhausted),
        (["content filtering policy", "violating our usage policy"], .contentPolicy),
        (
            [
                "prompt is too long", "exceed context limit", "maximum context length",
                "exceeds the context window", "exceeds the maximum number of tokens",
            ], .tooLarge
        ),
        (["api key not valid", "api key expired"], .unauthorized),
    ]
}

/// The words of an error that are meant for programs.
private struct Marks {
    private let marks: [String]

    init(_ words: ErrorWords) {
        marks = ([words.type, words.code].compactMap(\.self) + words.reasons).map {
            $0.lowercased()
        }
    }

    func say(_ parts: [String]) -> Bool {
        marks.contains { mark in parts.contains { mark.contains($0) } }
    }
}
