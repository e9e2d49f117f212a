internal import PodiumCore

/// Words the errors of one provider's calls.
public struct FaultReporter: Sendable {
    /// The provider's name in the configuration.
    var provider: String
    var model: String
    /// Where its key comes from, for advice; nil when it has none.
    var keyOrigin: String?
    /// What the API's root usually ends in, for advice.
    var version = "/v1"

    /// - Parameter now: Seconds since 1970; for dates in the header fields only.
    func error(_ fault: ServerFault, now: Int = 0) -> ProviderError {
        var message = "\(provider) "
        if let status = fault.status {
            message += "answered \(status) (\(meaning(of: fault)))"
        } else {
            message += "reported an error (\(meaning(of: fault)))"
        }
        if let words = fault.words.message.map({ $0.told() }), !words.isEmpty {
            message += ": \(words)"
        }
        if !message.hasSuffix(".") { message += "." }
        let wait =
            fault.head.flatMap { RetryAfter.milliseconds(in: $0, now: now) }
            ?? fault.words.retryAfterMilliseconds
        return ProviderError(
            fault.code,
            message,
            advice: wait.flatMap(Self.advice(forWait:)) ?? advice(for: fault),
            httpStatus: fault.status,
            isRetryable: fault.isRetryable,
            retryAfterMilliseconds: wait
        )
    }

    var cutOff: ProviderError {
        ProviderError(
            .cutOff,
            "\(provider) ended its reply before it was complete.",
            isRetryable: true
        )
    }

    /// The same, where nothing came but this.
    func cutOff(after words: [UInt8]) -> ProviderError {
        let text = String(decoding: words.prefix(4096), as: UTF8.self).told(limit: 80)
        return ProviderError(
            .cutOff,
            "\(provider) ended its reply before it had begun; it only sent “\(text)”.",
            isRetryable: true
        )
    }

    func malformed(_ what: String) -> ProviderError {
        ProviderError(
            .malformedReply,
            "\(provider) sent \(what.told()).",
            advice: "Check that base_url leads to an API of the provider's dialect; it usually ends"
                + " in \(version).",
            isRetryable: false
        )
    }

    /// - Parameter limit: Of the words, in bytes.
    func tooLarge(limit: Int) -> ProviderError {
        ProviderError(
            .tooLarge,
            "\(provider) sent a reply of more than \(limit) bytes.",
            advice: "Limit its length (max_tokens), or raise `max_reply_bytes` of the provider.",
            isRetryable: false
        )
    }

    private func meaning(of fault: ServerFault) -> String {
        switch fault.code {
        case .quotaExhausted: "no credit left"
        case .contentPolicy: "refused by its content policy"
        case .tooLarge: "the request is too long"
        case .unauthorized: "not allowed"
        case .notFound: "not found"
        case .timeout: "it took too long"
        case .rateLimited: "too many requests"
        case .overloaded: "overloaded"
        case .loading: "it is loading its model"
        case .invalidRequest:
            (300..<400).contains(fault.status ?? 0) ? "a redirect" : "bad request"
        default: "server error"
        }
    }

    /// Nil for a wait that a run takes by itself.
    private static func advice(forWait milliseconds: Int) -> String? {
        guard milliseconds > RetryPolicy.longestWish else { return nil }
        return "It wants to be left alone for \(Self.length(ofWait: milliseconds)): ask again then,"
            + " or let another worker take over (`fallbacks`)."
    }

    /// In the unit in which a person would say it, rounded up.
    private static func length(ofWait milliseconds: Int) -> String {
        let minutes = (milliseconds - 1) / 60_000 + 1
        switch minutes {
        case ..<120: return "\(minutes) minutes"
        case ..<(48 * 60): return "\((minutes - 1) / 60 + 1) hours"
        case ..<(366 * 24 * 60): return "\((minutes - 1) / 1440 + 1) days"
        default: return "more than a year"
        }
    }

    private func advice(for fault: ServerFault) -> String? {
        switch fault.code {
        case .unauthorized:
            keyOrigin.map { "Check the key from \($0), and that it may use \(model)." }
                ?? "This provider has no key configured; it may need one (key_env, key_command)."
        case .quotaExhausted: "Check the plan and the credit of the account with \(provider)."
        case .notFound:
            "Check the model's name (\(model)), the provider's dialect, and base_url, which usually ends"
                + " in \(version)."
        case .contentPolicy: "Reword the question, or give the step to another worker."
        case .tooLarge: "Use a worker with a longer context, or let the step see less."
        case .rateLimited: "Lower the number of calls at once for this provider if this recurs."
        case .invalidRequest:
            fault.head?["location"].map {
                "Redirects are not followed. Set base_url for \($0.told(limit: 120))."
            }
        default: nil
        }
    }
}
