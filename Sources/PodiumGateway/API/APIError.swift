public import PodiumCore

/// Why a request is not answered: one sentence that says what, where and how to mend it, in a form that
/// each API has its own words for.
public struct APIError: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable, CaseIterable {
        case invalidRequest
        case authentication
        case permission
        case notFound
        case methodNotAllowed
        case tooLarge
        /// The run was ended by somebody.
        case conflict
        /// Another request had the same key for repetition.
        case reused
        case rateLimit
        /// The client's budget is used up.
        case budget
        /// The workers came to nothing.
        case noAnswer
        /// It took longer than it may.
        case timeout
        case overloaded
        /// Podium itself failed.
        case server
    }

    public var kind: Kind
    public var message: String
    /// What of the request is meant, such as `messages[2].content`.
    public var parameter: String?
    /// A word for programs.
    public var code: String?
    /// After how many seconds the same request may succeed; nil when it should not be repeated by itself.
    public var retryAfter: Int?
    /// The session that came of the request, if one did.
    public var session: SessionID?

    public init(
        _ kind: Kind,
        _ message: String,
        parameter: String? = nil,
        code: String? = nil,
        retryAfter: Int? = nil
    ) {
        self.kind = kind
        self.message = message
        self.parameter = parameter
        self.code = code
        self.retryAfter = retryAfter
    }

    /// A member of a request that is not as it should be.
    static func invalid(_ parameter: String, _ message: String, code: String = "invalid_value")
        -> APIError
    {
        APIError(.invalidRequest, message, parameter: parameter, code: code)
    }
}

extension APIError.Kind {
    public var status: Int {
        switch self {
        case .invalidRequest: 400
        case .authentication: 401
        case .budget: 402
        case .permission: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .conflict: 409
        case .tooLarge: 413
        case .reused: 422
        case .rateLimit: 429
        case .server: 500
        case .noAnswer: 502
        case .overloaded: 503
        case .timeout: 504
        }
    }

    /// OpenAI's name for it.
    var openAI: String {
        switch self {
        case .invalidRequest, .notFound, .methodNotAllowed, .tooLarge, .conflict, .reused:
            "invalid_request_error"
        case .authentication: "authentication_error"
        case .permission: "permission_error"
        case .rateLimit: "rate_limit_error"
        case .budget: "insufficient_quota"
        case .noAnswer, .timeout, .overloaded, .server: "server_error"
        }
    }

    /// Anthropic's name for it.
    var anthropic: String {
        switch self {
        case .invalidRequest, .methodNotAllowed, .conflict, .reused: "invalid_request_error"
        case .authentication: "authentication_error"
        case .permission: "permission_error"
        case .notFound: "not_found_error"
        case .tooLarge: "request_too_large"
        case .rateLimit: "rate_limit_error"
        case .budget: "billing_error"
        case .timeout: "timeout_error"
        case .overloaded: "overloaded_error"
        case .noAnswer, .server: "api_error"
        }
    }
}

extension APIError {
    /// `{"error": {"message", "type", "param", "code"}}`, as OpenAI's SDKs read it.
    var openAIBody: JSONValue {
        var error: [String: JSONValue] = [
            "message": .string(message), "type": .string(kind.openAI),
            "param": parameter.map(JSONValue.string) ?? nil,
            "code": code.map(JSONValue.string) ?? nil,
        ]
        error["session"] = session.map { .string($0.rawValue) }
        return ["error": .object(error)]
    }

    /// `{"type": "error", "error": {"type", "message"}}`, as Anthropic's SDKs read it.
    var anthropicBody: JSONValue {
        // It has no member of its own for where.
        let place = parameter.flatMap { message.hasPrefix($0) ? nil : "\($0): " } ?? ""
        var error: [String: JSONValue] = [
            "type": .string(kind.anthropic), "message": .string(place + message),
        ]
        error["session"] = session.map { .string($0.rawValue) }
        return ["type": "error", "error": .object(error)]
    }
}
