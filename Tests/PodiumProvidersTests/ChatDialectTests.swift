import Foundation
import PodiumCore
import Testing

@testable import PodiumProviders

@Suite struct ChatDialectTests {
    private let root: BaseURL

    init() throws { root = try BaseURL("https://x.example") }

    private func body(
        _ options: ModelOptions,
        _ dialect: ChatDialect = ChatDialect()
    ) throws -> NSDictionary {
        let bytes = try dialect.request(for: .sample(options), to: root, key: nil).body
        return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? NSDictionary)
    }

    @Test func `the body asks for a stream with usage and says nothing else by default`() throws {
        let messages = ModelCall.sample.request.messages.map {
            ["role": $0.role.rawValue, "content": $0.content]
        }
        let expected: NSDictionary = [
            "model": "acme-large", "messages": messages, "stream": true,
            "stream_options": ["include_usage": true],
        ]
        #expect(try body(ModelOptions()) == expected)
    }

    @Test func `options are sent under the names the server knows`() throws {
        let body = try body(
            ModelOptions(
                temperature: 0.7,
                maxTokens: 99,
                reasoningEffort: "low"
            ),
            ChatDialect(tokenLimitName: .maxCompletionTokens, asksForUsage: false)
        )
        #expect(body["temperature"] as? Double == 0.7)
        #expect(body["max_completion_tokens"] as? Int == 99)
        #expect(body["max_tokens"] == nil)
        #expect(body["reasoning_effort"] as? String == "low")
        #expect(body["stream_options"] == nil)
        #expect(try self.body(ModelOptions(maxTokens: 5))["max_tokens"] as? Int == 5)
    }

    @Test func `a temperature that is no number is refused`() {
        let options = ModelOptions(temperature: .nan)
        #expect(throws: ProviderError.self) { try body(options) }
    }

    @Test func `the key is a bearer token and extra headers come along`() throws {
        let dialect = ChatDialect()
        let options = ModelOptions(headers: [RequestHeader(name: "X-Title", value: "Podium")])
        let request = try dialect.request(for: .sample(options), to: root, key: "sk-1")
        #expect(request.method == .post)
        #expect(request.headers.contains(HTTPHeader("Authorization", "Bearer sk-1")))
        #expect(request.headers.contains(HTTPHeader("X-Title", "Podium")))
        let bare = try dialect.request(for: .sample, to: root, key: nil)
        #expect(!bare.headers.contains { $0.name == "Authorization" })
    }

    @Test(arguments: [
        (HTTPHeader("X-A", "b c\té"), true), (HTTPHeader("", "b"), false),
        (HTTPHeader("X A", "b"), false), (HTTPHeader("X-A:", "b"), false),
        (HTTPHeader("X-A", "b\r\nX-B: c"), false), (HTTPHeader("X-A", "b\0"), false),
    ]) func `a header cannot smuggle in another`(header: HTTPHeader, isValid: Bool) {
        #expect(header.isValid == isValid)
    }
}
