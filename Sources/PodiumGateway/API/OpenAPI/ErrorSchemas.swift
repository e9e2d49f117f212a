internal import PodiumCore

/// What a request may be refused with, as `ErrorResponse` writes it.
enum ErrorSchemas {
    static var all: [String: JSONValue] {
        [
            "OpenAIError": Schema.told([
                "error": Schema.told(
                    [
                        "message": Schema.string, "type": types(\.openAI),
                        "param": Schema.orNull(Schema.string),
                        "code": Schema.orNull(Schema.string),
                    ],
                    ["session": Schema.string]
                )
            ]),
            "AnthropicError": Schema.told([
                "type": Schema.only("error"),
                "error": Schema.told(
                    ["type": types(\.anthropic), "message": Schema.string],
                    ["session": Schema.string]
                ),
            ]),
        ]
    }

    private static func types(_ name: (APIError.Kind) -> String) -> JSONValue {
        let names = Set(APIError.Kind.allCases.map(name)).sorted()
        return ["type": "string", "enum": .array(names.map(JSONValue.string))]
    }

    /// The responses of these kinds, by their status.
    static func responses(
        _ kinds: [APIError.Kind],
        in api: ClientRequest.API?
    ) -> [String: JSONValue] {
        let name = api == .messages ? "AnthropicError" : "OpenAIError"
        return Dictionary(
            kinds.map { kind in
                let response: JSONValue = [
                    "description": .string(kind.words), "headers": .object(headers(of: kind)),
                    "content": ["application/json": ["schema": Schema.reference(name)]],
                ]
                return ("\(kind.status)", response)
            }
        ) { first, _ in first }
    }

    private static func headers(of kind: APIError.Kind) -> [String: JSONValue] {
        var headers = [
            "x-request-id": OpenAPIDocument.header(Schema.string),
            "x-should-retry": OpenAPIDocument.header(Schema.words("true", "false")),
        ]
        switch kind {
        case .authentication:
            headers["www-authenticate"] = OpenAPIDocument.header(Schema.only("Bearer"))
        case .rateLimit, .overloaded:
            headers["retry-after"] = OpenAPIDocument.header(
                Schema.described(Schema.count, "Seconds.")
            )
            headers["retry-after-ms"] = OpenAPIDocument.header(Schema.count)
        case .methodNotAllowed: headers["allow"] = OpenAPIDocument.header(Schema.string)
        default: break
        }
        return headers
    }
}

extension APIError.Kind {
    fileprivate var words: String {
        switch self {
        case .invalidRequest: "The request is not as it should be: `param` names what."
        case .authentication: "A key is needed, or the key is not known."
        case .permission: "The key, the page or the server's name may not be used for this."
        case .notFound: "There is no such model, session or path."
        case .methodNotAllowed: "The path takes another method."
        case .tooLarge: "The request is longer than the server reads."
        case .conflict: "The run was ended by a person, by the server or by its time limit."
        case .reused: "The Idempotency-Key was used for another request."
        case .rateLimit: "Too many requests: of this key, or at once."
        case .budget: "The key's budget is used up, or the run's before there was an answer."
        case .noAnswer: "The workers came to no answer (`no_answer`)."
        case .timeout: "It took too long."
        case .overloaded: "No run could begin in time, or the server is ending."
        case .server: "Podium itself failed."
        }
    }
}
