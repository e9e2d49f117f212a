import Foundation
import PodiumCore
import Testing

@testable import PodiumProviders

/// Holding a reply to a form, where the server can.
@Suite(.timeLimit(.minutes(15))) struct ConstraintTests {
    private static let plan = ModelCall(
        session: SessionID(rawValue: "s"),
        attempt: AttemptID(1),
        worker: Worker(name: "sage", provider: "acme", model: "acme-large"),
        request: .plan(
            PlanRequest(
                question: "Q?",
                workers: [Worker(name: "sage", provider: "acme", model: "acme-large")],
                stepLimit: 3
            )
        ),
        seed: 7
    )

    private func body(_ dialect: any Dialect, of call: ModelCall = plan) throws -> String {
        let root = try BaseURL("https://x.example")
        return String(
            decoding: try dialect.request(for: call, to: root, key: nil).body,
            as: UTF8.self
        )
    }

    @Test func `each vendor is asked in its own words`() throws {
        let chat = try body(ChatDialect())
        #expect(chat.contains(#""response_format":{"json_schema":{"name":"plan","schema":{"#))
        let responses = try body(ResponsesDialect())
        #expect(responses.contains(#""text":{"format":{"name":"plan","schema":{"#))
        let anthropic = try body(AnthropicDialect())
        #expect(anthropic.contains(#""output_config":{"format":{"schema":{"#))
        #expect(!anthropic.contains("maxItems"))
        let gemini = try body(GeminiDialect())
        #expect(gemini.contains(#""responseMimeType":"application/json","responseSchema":{"#))
        #expect(!gemini.contains("additionalProperties"))
        #expect(gemini.contains(#""maximum":1,"minimum":0"#))
        #expect(gemini.contains(#""enum":["sage"]"#))
        let order = #"["worker","subtask","access"]"#
        #expect(gemini.contains(#""propertyOrdering":\#(order)"#))
        for text in [chat, responses, anthropic] {
            #expect(text.contains(#""required":\#(order)"#))
            // In the order in which a model writes them.
            let places = try ["worker", "subtask", "access"].map {
                try #require(text.range(of: "\"\($0)\":{")).lowerBound
            }
            #expect(places == places.sorted())
        }
    }

    @Test func `what is set beside it stays`() throws {
        var call = Self.plan
        call.worker.options = ModelOptions(maxTokens: 50, reasoningEffort: "low")
        #expect(try body(GeminiDialect(), of: call).contains(#""maxOutputTokens":50"#))
        #expect(try body(AnthropicDialect(), of: call).contains(#""effort":"low""#))
    }

    @Test func `a step's reply is free`() throws {
        #expect(!(try body(ChatDialect(), of: .sample).contains("response_format")))
    }

    @Test func `a worker's own options can leave it out`() throws {
        var call = Self.plan
        call.worker.options = ModelOptions(body: ["response_format": .null])
        #expect(!(try body(ChatDialect(), of: call).contains("response_format")))
    }

    private func provider(_ client: any HTTPClient) throws -> ModelProvider {
        ModelProvider(
            ModelProvider.Configuration(name: "acme", baseURL: try BaseURL("http://127.0.0.1:1")),
            client: client,
            environment: { _ in nil },
            now: { 0 }
        )
    }

    private static let answer =
        #"data: {"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]}"# + "\n\n"

    @Test(arguments: [
        (400, #"{"error":{"message":"'response_format.type' must be 'text'"}}"#),
        (422, #"{"detail":"extra fields not permitted"}"#),
        (501, "not implemented"),
        (500, #"{"error":"failed to parse grammar"}"#),
    ]) func `a server that refuses is asked without, and is not asked for it again`(
        status: Int,
        body: String
    ) async throws {
        let refusal = ScriptedClient(HTTPResponseHead(status: status), body: [body])
        let free = ScriptedClient(body: [Self.answer])
        let client = ClientSequence(refusal, free)
        let provider = try provider(client)
        let (pieces, error) = await collect(provider.reply(to: Self.plan))
        #expect(error == nil)
        #expect(pieces == [.text("a"), .finished(.stop)])
        let sent = String(decoding: try #require(free.requests.first).body, as: UTF8.self)
        #expect(!sent.contains("response_format"))
        _ = await collect(provider.reply(to: Self.plan))
        #expect(client.requestCount == 3)
        #expect(free.requests.count == 2)
    }

    @Test(arguments: [(401, "no"), (429, "no"), (500, "no"), (404, "no")])
    func `another failure is told at once`(status: Int, body: String) async throws {
        let client = ScriptedClient(HTTPResponseHead(status: status), body: [body])
        let (_, error) = await collect(try provider(client).reply(to: Self.plan))
        #expect(error?.httpStatus == status)
        #expect(client.requests.count == 1)
    }

    @Test func `a server that refuses both forms is asked twice, and its words are told`()
        async throws
    {
        let client = ScriptedClient(HTTPResponseHead(status: 400), body: ["bad model"])
        let (_, error) = await collect(try provider(client).reply(to: Self.plan))
        #expect(error?.message.contains("bad model") == true)
        #expect(client.requests.count == 2)
    }

    @Test func `a call that is refused in both forms says nothing about the form`() async throws {
        let refusal = ScriptedClient(HTTPResponseHead(status: 400), body: ["bad temperature"])
        let good = ScriptedClient(body: [Self.answer])
        let provider = try provider(ClientSequence(refusal, refusal, good))
        _ = await collect(provider.reply(to: Self.plan))
        #expect(await collect(provider.reply(to: Self.plan)).error == nil)
        let sent = String(decoding: try #require(good.requests.first).body, as: UTF8.self)
        #expect(sent.contains("response_format"))
    }
}
