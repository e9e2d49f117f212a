internal import PodiumCore

/// An error that a server reports, by its status or in the midst of a stream, and what it means.
struct ServerFault {
    /// Nil when the error came inside a stream.
    var head: HTTPResponseHead?
    var words: ErrorWords

    /// The status of the response, unless it is a success with an error inside.
    var status: Int? {
        head.flatMap { $0.isSuccess ? nil : $0.status } ?? words.status
    }

    var code: ProviderError.Code {
        let marks = [words.type, words.code].compactMap { $0?.lowercased() }
        func says(_ parts: String...) -> Bool {
            marks.contains { mark in parts.contains { mark.contains($0) } }
        }
        if status == 402 || says("insufficient_quota", "insufficient_balance", "billing") {
            return .quotaExhausted
        }
        if says("content_policy", "content_filter", "moderation", "safety") {
            return .contentPolicy
        }
        if says("context_length", "exceed_context") { return .tooLarge }
        if let status { return Self.code(ofStatus: status) }
        if says("rate_limit", "resource_exhausted") { return .rateLimited }
        if says("overloaded", "unavailable") { return .overloaded }
        if says("authentication", "permission", "unauthorized") { return .unauthorized }
        if says("not_found") { return .notFound }
        if says("invalid_request", "invalid_argument") { return .invalidRequest }
        return .server
    }

    private static func code(ofStatus status: Int) -> ProviderError.Code {
        switch status {
        case 401, 403: .unauthorized
        case 404: .notFound
        case 408: .timeout
        case 413: .tooLarge
        case 429: .rateLimited
        case 503, 529: .overloaded
        case 409, 425, 500...: .server
        default: .invalidRequest
        }
    }

    /// Whether the same call may succeed later. The server's own word (`x-should-retry`) decides
    /// over the rules.
    var isRetryable: Bool {
        switch head?["x-should-retry"]?.lowercased() {
        case "true": return true
        case "false": return false
        default: break
        }
        switch code {
        case .quotaExhausted, .contentPolicy, .unauthorized, .notFound, .invalidRequest, .tooLarge:
            return false
        default: return true
        }
    }
}
