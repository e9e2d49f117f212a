import PodiumCore
import Testing

@testable import PodiumProviders

@Suite(.timeLimit(.minutes(15))) struct ModelProviderTests {
    private func provider(
        _ client: any HTTPClient,
        url: String = "https://api.acme.example/v1",
        key: KeySource = .environment(["ACME_KEY"]),
        allowInsecure: Bool = false,
        headers: [HTTPHeader] = [],
        limits: HTTPLimits = HTTPLimits()
    ) throws -> ModelProvider {
        ModelProvider(
            ModelProvider.Configuration(
                name: "acme",
                baseURL: try BaseURL(url),
                key: key,
                allowInsecure: allowInsecure,
                headers: headers,
                limits: limits
            ),
            client: client,
            environment: { $0 == "ACME_KEY" ? "sk-secret-123456" : nil },
            now: { 0 }
        )
    }

    private static let chunk = #"data: {"choices":[{"delta":{"content":"a"}}]}"# + "\n\n"
    private static let stop = #"data: {"choices":[{"delta":{},"finish_reason":"stop"}]}"# + "\n\n"

    @Test func `a reply is streamed from the endpoint with the key`() async throws {
        let client = ScriptedClient(body: [Self.chunk, Self.stop, "data: [DONE]\n\n"])
        let (pieces, error) = await collect(try provider(client).reply(to: .sample))
        #expect(error == nil)
        #expect(pieces == [.text("a"), .finished(.stop)])
        let request = try #require(client.requests.first)
        #expect(request.url == "https://api.acme.example:443/v1/chat/completions")
        #expect(request.headers.contains(HTTPHeader("Authorization", "Bearer sk-secret-123456")))
    }

    @Test func `no request leaves before the reply is read`() async throws {
        let client = ScriptedClient(body: [Self.stop])
        let stream = try provider(client).reply(to: .sample)
        #expect(client.requests.isEmpty)
        _ = await collect(stream)
        #expect(client.requests.count == 1)
    }

    @Test func `a missing key fails before any request`() async throws {
        let client = ScriptedClient()
        let provider = try provider(client, key: .environment(["OTHER_KEY"]))
        let (pieces, error) = await collect(provider.reply(to: .sample))
        #expect(pieces.isEmpty)
        #expect(error?.code == .missingKey)
        #expect(client.requests.isEmpty)
    }

    @Test func `a key never travels unencrypted to another machine`() async throws {
        let client = ScriptedClient(body: [Self.stop])
        let remote = "http://10.0.0.7:8000/v1"
        let refused = await collect(try provider(client, url: remote).reply(to: .sample)).error
        #expect(refused?.code == .invalidRequest)
        #expect(refused?.message.contains("10.0.0.7:8000") == true)
        let header = try provider(
            client,
            url: remote,
            key: .none,
            headers: [HTTPHeader("API-Key", "sk-other-1")]
        )
        #expect(await collect(header.reply(to: .sample)).error?.code == .invalidRequest)
        #expect(client.requests.isEmpty)
    }

    @Test(arguments: [
        ("http://127.0.0.1:1/v1", KeySource.environment(["ACME_KEY"]), false),
        ("http://10.0.0.7:1/v1", .none, false),
        ("http://10.0.0.7:1/v1", .environment(["ACME_KEY"]), true),
    ]) func `an unencrypted call is made where it is safe or allowed`(
        url: String,
        key: KeySource,
        allowInsecure: Bool
    ) async throws {
        let client = ScriptedClient(body: [Self.stop])
        let provider = try provider(client, url: url, key: key, allowInsecure: allowInsecure)
        #expect(await collect(provider.reply(to: .sample)).error == nil)
    }

    @Test func `an error response is told without the key`() async throws {
        let client = ScriptedClient(
            HTTPResponseHead(status: 401),
            body: [#"{"error":{"message":"Incorrect key sk-secret-123456."}}"#]
        )
        let (_, error) = await collect(try provider(client).reply(to: .sample))
        #expect(error?.code == .unauthorized)
        #expect(error?.description.contains("sk-secret") == false)
        #expect(error?.advice?.contains("ACME_KEY") == true)
    }

    @Test func `after the end mark the stream is read on briefly for usage`() async throws {
        let client = ScriptedClient(body: [Self.chunk + Self.stop], ending: .open)
        let (pieces, error) = await collect(try provider(client).reply(to: .sample))
        #expect(error == nil)
        #expect(pieces == [.text("a"), .finished(.stop)])
        #expect(client.wishes == [.wrapUp(within: .seconds(2))])
    }

    @Test func `after the end mark a broken connection is no loss`() async throws {
        let failure = ProviderError(.cutOff, "reset", isRetryable: true)
        let client = ScriptedClient(body: [Self.chunk, Self.stop], ending: .failure(failure))
        let (pieces, error) = await collect(try provider(client).reply(to: .sample))
        #expect(error == nil)
        #expect(pieces == [.text("a"), .finished(.stop)])
    }

    @Test func `text after an end takes the hurry back`() async throws {
        let done = "data: [DONE]\n\n"
        let client = ScriptedClient(
            body: [Self.stop, Self.chunk, Self.stop, done],
            ending: .open
        )
        let (pieces, error) = await collect(try provider(client).reply(to: .sample))
        #expect(error == nil)
        #expect(pieces == [.text("a"), .finished(.stop)])
        // Only the mark of the end makes haste.
        #expect(client.wishes == [.wrapUp(within: .milliseconds(250))])
    }

    private static func loading(_ body: String, status: Int = 503) -> ScriptedClient {
        ScriptedClient(HTTPResponseHead(status: status), body: [body])
    }

    @Test(arguments: [
        (503, #"{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}"#),
        (503, #"{"error":"Model acme/one is currently loading","estimated_time":20.0}"#),
        (500, #"{"error":"llm server loading model"}"#),
    ]) func `a server that loads its model is waited for within the call`(
        status: Int,
        body: String
    ) async throws {
        let client = ClientSequence(
            Self.loading(body, status: status),
            ScriptedClient(body: [Self.chunk, Self.stop])
        )
        let (pieces, error) = await collect(try provider(client).reply(to: .sample))
        #expect(error == nil)
        #expect(client.requestCount == 2)
        #expect(
            pieces == [
                .waiting(AdmissionWait(reason: .loading)), .text("a"), .finished(.stop),
            ]
        )
    }

    @Test(arguments: [
        (500, #"{"error":"llama runner process has terminated: error loading model: no memory"}"#),
        (500, #"{"error":"failed loading model"}"#),
    ]) func `a model that cannot be loaded is not waited for`(
        status: Int,
        body: String
    ) async throws {
        let client = ClientSequence(Self.loading(body, status: status))
        let (pieces, error) = await collect(try provider(client).reply(to: .sample))
        #expect(error?.code == .server)
        #expect(pieces.isEmpty)
        #expect(client.requestCount == 1)
    }

    @Test func `a server that speaks of loading after words is not asked twice`() async throws {
        let late = #"data: {"error":{"message":"The model is currently loading"}}"# + "\n\n"
        let client = ClientSequence(ScriptedClient(body: [Self.chunk + late]))
        let (pieces, error) = await collect(try provider(client).reply(to: .sample))
        #expect(pieces == [.text("a")])
        #expect(error?.code == .loading)
        #expect(client.requestCount == 1)
    }

    @Test func `a server that goes on loading is given up when the call's time is over`()
        async throws
    {
        let client = ClientSequence(Self.loading(#"{"error":"Loading model"}"#))
        let impatient = try provider(client, limits: HTTPLimits(total: .zero))
        let (pieces, error) = await collect(impatient.reply(to: .sample))
        #expect(error?.code == .loading)
        #expect(error?.isRetryable == false)
        #expect(pieces.isEmpty)
        #expect(client.requestCount == 1)
    }

    @Test func `before the end mark a broken connection is the call's error`() async throws {
        let failure = ProviderError(.cutOff, "reset", isRetryable: true)
        let client = ScriptedClient(body: [Self.chunk], ending: .failure(failure))
        let (pieces, error) = await collect(try provider(client).reply(to: .sample))
        #expect(error == failure)
        #expect(pieces == [.text("a")])
    }

    @Test func `an error in mid-stream stops the server`() async throws {
        let client = ScriptedClient(
            body: [Self.chunk + "data: {\"error\":\"x\"}\n\n"],
            ending: .open
        )
        let (pieces, error) = await collect(try provider(client).reply(to: .sample))
        #expect(pieces == [.text("a")])
        #expect(error?.code == .server)
        #expect(client.wishes == [.cancel])
    }

    @Test func `leaving the loop early stops the server`() async throws {
        let client = ScriptedClient(body: [Self.chunk], ending: .open)
        let provider = try provider(client)
        func readOne() async throws {
            for try await _ in provider.reply(to: .sample) { break }
        }
        try await readOne()
        #expect(client.wishes == [.cancel])
    }
}
