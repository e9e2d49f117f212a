internal import PodiumCore

/// What is served, as an OpenAPI 3.1 document.
///
/// Source: <https://spec.openapis.org/oas/v3.1.1.html>.
enum OpenAPIDocument {
    /// - Parameter models: those that the client may name.
    static func document(of program: String, models: [String]) -> JSONValue {
        let schemas = RequestSchemas.all(models).merging(ReplySchemas.all) { $1 }
            .merging(ErrorSchemas.all) { $1 }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Podium", "version": .string(program),
                "description":
                    "Behind the APIs of OpenAI and Anthropic, each request is a workflow of several workers.",
            ],
            "servers": [["url": "/"]],
            // Where there are no keys, none is needed.
            "security": [["bearer": []], ["key": []], [:]],
            "paths": .object(paths),
            "components": [
                "schemas": .object(schemas),
                "securitySchemes": [
                    "bearer": ["type": "http", "scheme": "bearer"],
                    "key": ["type": "apiKey", "in": "header", "name": "x-api-key"],
                ],
            ],
        ]
    }

    private static var paths: [String: JSONValue] {
        Dictionary(
            Route.templates.map { template in
                let operation = operation(of: template.target)
                return (template.path, ["\(template.target.method.lowercased())": operation])
            }
        ) { first, _ in first }
    }

    private static func operation(of target: Route.Target) -> JSONValue {
        switch target {
        case .run(.chat):
            return run(.chat, "Answer a chat.", "ChatRequest", "ChatCompletion")
        case .run(.responses):
            return run(.responses, "Answer a Response.", "ResponsesRequest", "Response")
        case .run(.messages):
            return run(.messages, "Answer a Message.", "MessagesRequest", "MessageReply")
        case .countTokens:
            var operation = telling(
                "countTokens",
                "Estimate the tokens of a Message.",
                "TokenCount"
            )
            operation["requestBody"] = body("CountTokensRequest")
            operation["responses"] = .object(
                responses("TokenCount", common + [.invalidRequest, .notFound], in: .messages)
            )
            return .object(operation)
        case .models:
            var operation = telling("models", "List the models.", "OpenAIModels")
            operation["responses"] = .object(
                responses("OpenAIModels", or: "AnthropicModels", common)
            )
            operation["parameters"] = [anthropicVersion]
            return .object(operation)
        case .model:
            var operation = telling("model", "Look up a model.", "OpenAIModel")
            operation["responses"] = .object(
                responses("OpenAIModel", or: "AnthropicModel", common + [.notFound])
            )
            operation["parameters"] = [
                [
                    "name": "model", "in": "path", "required": true,
                    "schema": Schema.reference("Model"),
                ], anthropicVersion,
            ]
            return .object(operation)
        case .health:
            var operation = telling("health", "Look whether the server takes requests.", "Health")
            var answers = responses("Health", [.permission, .tooLarge])
            answers["503"] = reply(of: Schema.reference("Health"), "The server is ending.")
            operation["responses"] = .object(answers)
            operation["security"] = []
            return .object(operation)
        case .metrics:
            var operation = telling("metrics", "Read the figures, in OpenMetrics 1.0.", "About")
            var answers = ErrorSchemas.responses(common, in: nil)
            answers["200"] = [
                "description": "OpenMetrics.",
                "content": ["application/openmetrics-text": ["schema": Schema.string]],
            ]
            operation["responses"] = .object(answers)
            return .object(operation)
        case .openAPI:
            var operation = telling("openapi", "Read this document.", "About")
            var answers = ErrorSchemas.responses(common, in: nil)
            answers["200"] = reply(of: ["type": "object"], "OpenAPI 3.1.")
            operation["responses"] = .object(answers)
            return .object(operation)
        case .root:
            return .object(telling("about", "Read what is where.", "About"))
        case .unknown: return [:]
        }
    }

    /// What anything may be refused with.
    private static let common: [APIError.Kind] = [
        .authentication, .permission, .tooLarge, .rateLimit, .server,
    ]

    // MARK: Runs

    private static func run(
        _ api: ClientRequest.API,
        _ summary: String,
        _ request: String,
        _ answer: String
    ) -> JSONValue {
        let kinds = APIError.Kind.allCases.filter { ![.methodNotAllowed, .timeout].contains($0) }
        var answers = ErrorSchemas.responses(kinds, in: api)
        answers["200"] = [
            "description": "The reply; with `stream` as server-sent events, in the vendor's order.",
            "headers": [
                "x-request-id": header(Schema.string),
                "x-podium-session": header(Schema.string),
                "x-podium-worker": header(Schema.string),
                "x-podium-cost-usd": header(Schema.string),
                "idempotent-replayed": header(Schema.only("true")),
            ],
            "content": [
                "application/json": ["schema": Schema.reference(answer)],
                "text/event-stream": ["schema": StreamSchemas.event(of: api)],
            ],
        ]
        return [
            "operationId": .string(api.rawValue), "summary": .string(summary),
            "parameters": [
                [
                    "name": "Idempotency-Key", "in": "header", "required": false,
                    "description":
                        "The same key with the same request within 24 h gives the same reply without another run.",
                    "schema": ["type": "string", "minLength": 1, "maxLength": 255],
                ]
            ],
            "requestBody": body(request), "responses": .object(answers),
        ]
    }

    private static func body(_ schema: String) -> JSONValue {
        [
            "required": true,
            "content": ["application/json": ["schema": Schema.reference(schema)]],
        ]
    }

    // MARK: Parts

    private static let anthropicVersion: JSONValue = [
        "name": "anthropic-version", "in": "header", "required": false,
        "description": "With it the reply is in Anthropic's shape.", "schema": Schema.string,
    ]

    static func header(_ schema: JSONValue) -> JSONValue { ["schema": schema] }

    private static func telling(
        _ id: String,
        _ summary: String,
        _ answer: String
    ) -> [String: JSONValue] {
        [
            "operationId": .string(id), "summary": .string(summary),
            "responses": .object(responses(answer, common)),
        ]
    }

    private static func responses(
        _ answer: String,
        or other: String? = nil,
        _ kinds: [APIError.Kind],
        in api: ClientRequest.API? = nil
    ) -> [String: JSONValue] {
        var answers = ErrorSchemas.responses(kinds, in: api)
        let schema = Schema.reference(answer)
        answers["200"] = reply(
            of: other.map { Schema.any(of: schema, Schema.reference($0)) } ?? schema,
            "The answer."
        )
        return answers
    }

    private static func reply(of schema: JSONValue, _ words: String) -> JSONValue {
        [
            "description": .string(words), "headers": ["x-request-id": header(Schema.string)],
            "content": ["application/json": ["schema": schema]],
        ]
    }
}
