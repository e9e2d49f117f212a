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

    /// The server's own words say more than its status, which says more than words that only
    /// repeat it.
    var code: ProviderError.Code {
        ErrorMeaning.special(words, status: status)
            ?? status.map(Self.code(ofStatus:))
            ?? ErrorMeaning.general(words)
            ?? .server
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
        // It was waited for already, for as long as a call may take.
        case .loading: return false
        default: return true
        }
    }
}
