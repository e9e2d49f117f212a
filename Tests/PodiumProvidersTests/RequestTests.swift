import Foundation
import PodiumCore
import Testing

@testable import PodiumProviders

/// What each dialect sends, compared with what its vendor documents.
@Suite struct RequestTests {
    private let root: BaseURL

    init() throws { root = try BaseURL("https://x.example") }

    private func request(
        _ dialect: any Dialect,
        _ options: ModelOptions = ModelOptions(),
        model: String = "m",
        key: String? = nil
    ) throws -> HTTPRequest {
        var call = ModelCall.sample(options)
        call.worker.model = model
        return try dialect.request(for: call, to: root, key: key)
    }

    private func body(
        _ dialect: any Dialect,
        _ options: ModelOptions = ModelOptions()
    ) throws -> NSDictionary {
        let bytes = try request(dialect, options).body
        return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? NSDictionary)
    }

    private static let everything = ModelOptions(
        temperature: 0.5,
        topP: 0.75,
        topK: 40,
        maxTokens: 99,
        stop: ["END"],
        seed: .ofCall,
        system: "Be brief.",
        serviceTier: "auto"
    )

    private var system: String? { Conversation(ModelCall.sample.request.messages).system }
    private var turns: [Conversation.Turn] { Conversation(ModelCall.sample.request.messages).turns }
    private var question: String { turns.first?.content.onlyText ?? "" }

    @Test func `the sample call has a system prompt and one turn`() {
        #expect(system != nil)
        #expect(turns.map(\.role) == [.user])
    }

    @Test func `Anthropic is asked for a stream, within a limit`() throws {
        let expected: NSDictionary = [
            "model": "m", "max_tokens": 8192, "stream": true, "system": try #require(system),
            "messages": [["role": "user", "content": question]],
        ]
        #expect(try body(AnthropicDialect()) == expected)
        let all: NSDictionary = [
            "model": "m", "max_tokens": 99, "stream": true,
            "system": "Be brief.\n\n" + (try #require(system)),
            "messages": [["role": "user", "content": question]], "temperature": 0.5,
            "top_p": 0.75, "top_k": 40, "stop_sequences": ["END"], "service_tier": "auto",
        ]
        #expect(try body(AnthropicDialect(), Self.everything) == all)
    }

    @Test func `Anthropic gets its version and its key in fields of its own`() throws {
        let request = try request(AnthropicDialect(), key: "sk-1")
        #expect(request.url == "https://x.example:443/v1/messages")
        #expect(request.headers.contains(HTTPHeader("x-api-key", "sk-1")))
        #expect(request.headers.contains(HTTPHeader("anthropic-version", "2023-06-01")))
        let other = RequestHeader(name: "Anthropic-Version", value: "2099-01-01")
        let changed = try self.request(AnthropicDialect(), ModelOptions(headers: [other]))
        #expect(
            changed.headers.filter { $0.name.lowercased() == "anthropic-version" }
                == [HTTPHeader(other.name, other.value)]
        )
    }

    struct Thinking: Sendable {
        var options: ModelOptions
        var thinking: [String: JSONValue]?
        var effort: String?
        var maxTokens: Int
    }

    private static func budget(_ tokens: Int) -> [String: JSONValue] {
        ["type": .string("enabled"), "budget_tokens": JSONValue(tokens)]
    }

    private static let adaptive: [String: JSONValue] = [
        "type": .string("adaptive"), "display": .string("summarized"),
    ]

    @Test(arguments: [
        Thinking(options: .init(reasoningTokens: 2000), thinking: budget(2000), maxTokens: 10192),
        Thinking(options: .init(reasoningTokens: 10), thinking: budget(1024), maxTokens: 9216),
        Thinking(
            options: .init(maxTokens: 4000, reasoningTokens: 2000),
            thinking: budget(2000),
            maxTokens: 4000
        ),
        Thinking(
            options: .init(maxTokens: 4000, reasoningTokens: 4000),
            thinking: budget(2000),
            maxTokens: 4000
        ),
        Thinking(
            options: .init(maxTokens: 500, reasoningTokens: 4000),
            thinking: nil,
            maxTokens: 500
        ),
        Thinking(
            options: .init(reasoningTokens: 0),
            thinking: ["type": .string("disabled")],
            maxTokens: 8192
        ),
        Thinking(
            options: .init(reasoningEffort: "none"),
            thinking: ["type": .string("disabled")],
            maxTokens: 8192
        ),
        Thinking(
            options: .init(reasoningEffort: "high"),
            thinking: adaptive,
            effort: "high",
            maxTokens: 32_768
        ),
        Thinking(
            options: .init(reasoningEffort: "low", reasoningTokens: 2000),
            thinking: budget(2000),
            effort: "low",
            maxTokens: 10192
        ),
        Thinking(options: .init(maxTokens: 7), thinking: nil, maxTokens: 7),
        Thinking(options: .init(reasoningTokens: .max), thinking: budget(.max), maxTokens: .max),
    ]) func `Anthropic is asked to think within the limit`(row: Thinking) {
        let body = AnthropicDialect().body(for: .sample, options: row.options)
        #expect(body["thinking"] == row.thinking.map(JSONValue.object))
        #expect(body["max_tokens"] == JSONValue(row.maxTokens))
        #expect(
            body["output_config"] == row.effort.map { .object(["effort": .string($0)]) }
        )
    }

    @Test func `Anthropic gets no sampling that thinking forbids`() throws {
        var options = Self.everything
        options.reasoningEffort = "high"
        let body = try body(AnthropicDialect(), options)
        #expect(body["temperature"] == nil && body["top_k"] == nil && body["top_p"] == nil)
        options.topP = 0.95
        #expect(try self.body(AnthropicDialect(), options)["top_p"] as? Double == 0.95)
    }

    @Test func `Gemini is asked in its own words`() throws {
        let system = try #require(system)
        let expected: NSDictionary = [
            "contents": [["role": "user", "parts": [["text": question]]]],
            "systemInstruction": ["parts": [["text": system]]],
        ]
        #expect(try body(GeminiDialect()) == expected)
        let all: NSDictionary = [
            "contents": [["role": "user", "parts": [["text": question]]]],
            "systemInstruction": ["parts": [["text": "Be brief.\n\n" + system]]],
            "serviceTier": "auto",
            "generationConfig": [
                "temperature": 0.5, "topP": 0.75, "topK": 40, "maxOutputTokens": 99,
                "stopSequences": ["END"], "seed": 7,
            ],
        ]
        #expect(try body(GeminiDialect(), Self.everything) == all)
    }

    @Test(
        arguments: [
            (.init(reasoningEffort: "low"), ["includeThoughts": true, "thinkingLevel": "LOW"]),
            (.init(reasoningTokens: 512), ["includeThoughts": true, "thinkingBudget": 512]),
            (
                .init(reasoningEffort: "low", reasoningTokens: -1),
                ["includeThoughts": true, "thinkingBudget": -1]
            ),
            (.init(reasoningTokens: 0), ["thinkingBudget": 0]),
            (.init(reasoningEffort: "none"), ["thinkingBudget": 0]),
        ] as [(ModelOptions, [String: any Sendable])]
    ) func `Gemini is asked to think`(
        options: ModelOptions,
        expected: [String: any Sendable]
    ) throws {
        let config = try body(GeminiDialect(), options)["generationConfig"] as? NSDictionary
        #expect(config?["thinkingConfig"] as? NSDictionary == expected as NSDictionary)
    }

    @Test(arguments: [
        ("gemini-3-flash", "models/gemini-3-flash"), ("models/x", "models/x"),
        ("tunedModels/my-1", "tunedModels/my-1"),
        ("a/b?c#d e:é", "models/a%2Fb%3Fc%23d%20e%3A%C3%A9"),
        ("models/../x", "models/..%2Fx"),
    ]) func `Gemini's models are named in the path`(model: String, path: String) throws {
        let request = try request(GeminiDialect(), model: model, key: "k-1")
        #expect(
            request.url == "https://x.example:443/v1beta/\(path):streamGenerateContent?alt=sse"
        )
        #expect(request.headers.contains(HTTPHeader("x-goog-api-key", "k-1")))
    }

    @Test func `Responses are asked for without being kept`() throws {
        let expected: NSDictionary = [
            "model": "m", "stream": true, "store": false, "instructions": try #require(system),
            "input": [["role": "user", "content": question]],
        ]
        #expect(try body(ResponsesDialect()) == expected)
        let all: NSDictionary = [
            "model": "m", "stream": true, "store": false,
            "instructions": "Be brief.\n\n" + (try #require(system)),
            "input": [["role": "user", "content": question]], "max_output_tokens": 99,
            "temperature": 0.5, "top_p": 0.75, "service_tier": "auto",
        ]
        #expect(try body(ResponsesDialect(), Self.everything) == all)
        let request = try request(ResponsesDialect(), key: "sk-1")
        #expect(request.url == "https://x.example:443/responses")
        #expect(request.headers.contains(HTTPHeader("Authorization", "Bearer sk-1")))
    }

    @Test(
        arguments: [
            (.init(reasoningEffort: "low"), ["effort": "low", "summary": "auto"]),
            (.init(reasoningTokens: 512), ["summary": "auto"]),
            (.init(reasoningEffort: "none"), ["effort": "none"]), (.init(reasoningTokens: 0), nil),
        ] as [(ModelOptions, [String: String]?)]
    ) func `Responses are asked to reason`(
        options: ModelOptions,
        expected: [String: String]?
    ) throws {
        #expect(
            try body(ResponsesDialect(), options)["reasoning"] as? [String: String] == expected
        )
    }

    @Test func `messages of one role are joined, and system prompts stand apart`() {
        let conversation = Conversation([
            ChatMessage(.system, "a"), ChatMessage(.user, "b"), ChatMessage(.user, "c"),
            ChatMessage(.system, "d"), ChatMessage(.assistant, "e"), ChatMessage(.user, "f"),
        ])
        #expect(conversation.system == "a\n\nd")
        #expect(
            conversation.turns == [
                Conversation.Turn(role: .user, parts: [.text("b\n\nc")]),
                Conversation.Turn(role: .assistant, parts: [.text("e")]),
                Conversation.Turn(role: .user, parts: [.text("f")]),
            ]
        )
        #expect(Conversation([]) == Conversation([]))
        #expect(Conversation([ChatMessage(.user, "a")]).system == nil)
    }
}
