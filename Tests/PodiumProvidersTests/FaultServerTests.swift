import PodiumCore
import Testing

@testable import PodiumProviders

/// Each dialect against a server that fails in each way.
@Suite(
    .enabled(if: FaultServer.url != nil, "PODIUM_TEST_LLMOCK names no server"),
    .timeLimit(.minutes(15))
)
struct FaultServerTests {
    struct Speaker: Sendable, CustomTestStringConvertible {
        var name: String
        var dialect: any Dialect
        /// The root of its API at the server.
        var path: String
        /// Events of a stream before the first that has text.
        var preamble: Int

        var testDescription: String { name }

        static let all = [
            Speaker(name: "chat", dialect: ChatDialect(), path: "/v1", preamble: 1),
            Speaker(name: "responses", dialect: ResponsesDialect(), path: "/v1", preamble: 4),
            Speaker(
                name: "anthropic",
                dialect: AnthropicDialect(),
                path: "/anthropic/v1",
                preamble: 3
            ),
            Speaker(name: "gemini", dialect: GeminiDialect(), path: "/gemini/v1beta", preamble: 0),
        ]
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var name: String
        /// Nil when the whole call fails.
        var isInStream = false
        var code: ProviderError.Code
        var isRetryable = true
        var wait: Int?

        var testDescription: String { name }

        func behaviour(after events: Int) -> FaultServer.Behaviour {
            switch Int64(name) {
            case 429: .fail(429, retryAfter: 1.5)
            case let status?: .fail(status)
            case nil: .breakStream(name, afterEvents: events)
            }
        }

        // For 529 the server asks for a second where it is told nothing else.
        static let all = [
            Fault(name: "429", code: .rateLimited, wait: 1500),
            Fault(name: "529", code: .overloaded, wait: 1000),
            Fault(name: "500", code: .server),
            Fault(name: "401", code: .unauthorized, isRetryable: false),
            Fault(name: "404", code: .notFound, isRetryable: false),
            Fault(name: "disconnect", isInStream: true, code: .cutOff),
            Fault(name: "truncate", isInStream: true, code: .cutOff),
            Fault(name: "malformed", isInStream: true, code: .malformedReply, isRetryable: false),
            Fault(name: "stall", isInStream: true, code: .stalled),
        ]
    }

    private let server: FaultServer
    private let transport = HTTPTransport(.init(environment: [:]))

    init() throws {
        server = FaultServer(url: try #require(FaultServer.url), client: transport)
    }

    private func ask(
        _ speaker: Speaker,
        _ model: String,
        _ behaviours: [FaultServer.Behaviour],
        options: ModelOptions = ModelOptions(),
        limits: HTTPLimits = HTTPLimits()
    ) async throws -> Decoded {
        try await server.expect(behaviours, ofModel: model)
        let provider = ModelProvider(
            .init(
                name: "mock",
                dialect: speaker.dialect,
                baseURL: try BaseURL(server.url + speaker.path),
                limits: limits
            ),
            client: transport
        )
        var call = ModelCall.sample(options)
        call.worker.model = model
        return await collect(provider.reply(to: call))
    }

    @Test(arguments: Speaker.all) func `a reply has text, usage and an end`(
        speaker: Speaker
    ) async throws {
        let (pieces, error) = try await ask(
            speaker,
            "\(speaker.name)-plain",
            [.reply("one two three")]
        )
        #expect(error == nil)
        #expect(pieces.text == "one two three")
        #expect(pieces.filter { if case .text = $0 { true } else { false } }.count == 3)
        #expect((pieces.usages.last?.input ?? 0) > 0)
        #expect((pieces.usages.last?.output ?? 0) > 0)
        #expect(pieces.last == .finished(.stop))
        #expect(pieces.finishes.count == 1)
    }

    @Test(arguments: Speaker.all) func `a reply that is too long says so`(
        speaker: Speaker
    ) async throws {
        let (pieces, error) = try await ask(
            speaker,
            "\(speaker.name)-length",
            [.reply("one", reason: "length")]
        )
        #expect(error == nil)
        #expect(pieces.finishes == [.length])
    }

    @Test(arguments: Speaker.all, Fault.all) func `a fault is told by its kind, after its text`(
        speaker: Speaker,
        fault: Fault
    ) async throws {
        let (pieces, error) = try await ask(
            speaker,
            "\(speaker.name)-\(fault.name)",
            [.reply("one two three four"), fault.behaviour(after: speaker.preamble + 2)],
            limits: HTTPLimits(idle: .seconds(fault.code == .stalled ? 1 : 30))
        )
        #expect(pieces.text == (fault.isInStream ? "one two " : ""))
        #expect(pieces.finishes.isEmpty)
        #expect(error?.code == fault.code)
        #expect(error?.isRetryable == fault.isRetryable)
        #expect(error?.retryAfterMilliseconds == fault.wait)
    }

    @Test(arguments: Speaker.all.filter { $0.name != "gemini" })
    func `a reply that is not streamed is read as a whole`(speaker: Speaker) async throws {
        let (pieces, error) = try await ask(
            speaker,
            "\(speaker.name)-whole",
            [.reply("one two three")],
            options: ModelOptions(body: ["stream": .bool(false)])
        )
        #expect(error == nil)
        #expect(pieces.first == .text("one two three"))
        #expect(pieces.finishes == [.stop])
    }

    @Test func `Gemini's array of chunks is read as a stream`() async throws {
        let model = "gemini-array"
        try await server.expect([.reply("one two three")], ofModel: model)
        let dialect = GeminiDialect()
        let request = HTTPRequest(
            url: server.url + "/gemini/v1beta/models/\(model):streamGenerateContent",
            headers: [HTTPHeader("Content-Type", "application/json")],
            body: try RequestBody.bytes(dialect.body(for: .sample, options: ModelOptions()))
        )
        let (status, body) = try await transport.response(to: request)
        #expect(status == 200)
        let (pieces, error) = decode(dialect, [Array(body)])
        #expect(error == nil)
        #expect(pieces.text == "one two three")
        #expect(pieces.finishes == [.stop])
    }
}
