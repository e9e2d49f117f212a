import Foundation
import PodiumCore
import Synchronization
import Testing

@testable import PodiumProviders

/// Exchanges are recorded without secrets, and played back as they were.
@Suite(.timeLimit(.minutes(15))) final class CassetteTests {
    private let path = "/tmp/podium-cassette-\(UUID().uuidString).jsonl"
    private let secret = "sk-planted-0123456789"

    deinit { try? FileManager.default.removeItem(atPath: path) }

    private static let body = [
        #"data: {"choices":[{"delta":{"content":"Hel"}}]}"# + "\n\n",
        #"data: {"choices":[{"delta":{"content":"lo"},"finish_reason":"stop"}]}"# + "\n\n",
        #"data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}"#
            + "\n\ndata: [DONE]\n\n",
    ]

    private func recorder() throws -> CassetteRecorder {
        let ticks = Atomic(0)
        return try CassetteRecorder(path: path, program: "podium test") {
            ticks.add(10, ordering: .relaxed).newValue
        }
    }

    private func record(
        _ client: ScriptedClient,
        _ calls: [ModelCall] = [.sample],
        to recorder: CassetteRecorder? = nil
    ) async throws -> [[ReplyPiece]] {
        let secret = secret
        let provider = ModelProvider(
            ModelProvider.Configuration(
                name: "acme",
                baseURL: try BaseURL("https://api.acme.example/v1"),
                key: .environment(["ACME_KEY"])
            ),
            client: client,
            recorder: try recorder ?? self.recorder(),
            environment: { _ in secret },
            now: { 0 }
        )
        var replies: [[ReplyPiece]] = []
        for call in calls { replies.append(await collect(provider.reply(to: call)).pieces) }
        return replies
    }

    private func player(
        _ timing: CassettePlayer.Timing = .instant,
        _ environment: InstantEnvironment = InstantEnvironment()
    ) throws -> CassettePlayer {
        CassettePlayer(
            try Cassette(contentsOf: path),
            name: "tape",
            timing: timing,
            environment: environment
        )
    }

    @Test func `what was recorded is played back`() async throws {
        let recorded = try await record(ScriptedClient(body: Self.body))
        for timing in CassettePlayer.Timing.allCases {
            let played = await collect(try player(timing).reply(to: .sample))
            #expect(played.error == nil)
            #expect(played.pieces == recorded[0])
            #expect(played.pieces.text == "Hello")
        }
    }

    @Test func `a reply is played in the time that it took, or at once`() async throws {
        // The transport may join what arrives faster than it is read, so the recorder is asked itself.
        let take = try recorder().begin(
            .sample,
            provider: "acme",
            dialect: ChatDialect(),
            request: HTTPRequest(url: "https://api.acme.example/v1/chat/completions"),
            secrets: Secrets([secret])
        )
        take.record(.head(HTTPResponseHead(status: 200)))
        for part in Self.body { take.record(.body(Array(part.utf8))) }
        take.record(nil)
        // The clock goes on by ten milliseconds at every look.
        let recorded = try Cassette(contentsOf: path).exchanges[0]
        #expect(recorded.parts.map(\.at) == [10, 20, 30])
        for (timing, waits) in [
            (CassettePlayer.Timing.recorded, [10, 10, 10, 10]), (.instant, []),
        ] {
            let environment = InstantEnvironment()
            _ = await collect(try player(timing, environment).reply(to: .sample))
            #expect(environment.waits == waits.map { .milliseconds($0) })
        }
    }

    @Test func `a reply that spells out a key piece by piece is left out`() async throws {
        let body = secret.map { character in
            #"data: {"choices":[{"delta":{"content":"\#(character)"}}]}"# + "\n\n"
        }
        let recorder = try recorder()
        _ = try await record(ScriptedClient(body: body + ["data: [DONE]\n\n"]), to: recorder)
        #expect(recorder.problem?.contains("spelt out the key in pieces was left out") == true)
        let exchange = try #require(try Cassette(contentsOf: path).exchanges.first)
        #expect(exchange.parts.isEmpty)
        let played = await collect(try player().reply(to: .sample))
        #expect(played.pieces.isEmpty)
        #expect(played.error?.message.contains("left out of the cassette") == true)
    }

    @Test func `no byte of a key is written, wherever the server repeats it`() async throws {
        let half = secret.index(secret.startIndex, offsetBy: 9)
        let head = HTTPResponseHead(
            status: 200,
            headers: [
                HTTPHeader("x-ratelimit-remaining-requests", "5 \(secret)"),
                HTTPHeader("set-cookie", "session=abcdef"), HTTPHeader("retry-after", "1"),
            ]
        )
        let echo = #"data: {"choices":[{"delta":{"content":"you sent \#(secret[..<half])"#
        let body = [echo, "\(secret[half...])\"}}]}\n\ndata: [DONE]\n\n"]
        _ = try await record(ScriptedClient(head, body: body))
        let written = try String(contentsOfFile: path, encoding: .utf8)
        #expect(!written.contains(secret))
        #expect(!written.contains(secret[half...]))
        #expect(!written.contains("abcdef"))
        #expect(!written.contains("acme.example"))
        #expect(written.contains("retry-after"))
        #expect(await collect(try player().reply(to: .sample)).pieces.text == "you sent [key]")
    }

    @Test func `an error is played back as it was told`() async throws {
        let head = HTTPResponseHead(status: 429, headers: [HTTPHeader("retry-after", "7")])
        _ = try await record(ScriptedClient(head, body: [#"{"error":{"message":"slow down"}}"#]))
        let error = await collect(try player().reply(to: .sample)).error
        #expect(error?.code == .rateLimited)
        #expect(error?.retryAfterMilliseconds == 7_000)
    }

    @Test func `a reply that was broken off is broken off again`() async throws {
        let broken = ProviderError(.connection, "Gone.", isRetryable: true)
        _ = try await record(
            ScriptedClient(body: [Self.body[0]], ending: .failure(broken))
        )
        let played = await collect(try player().reply(to: .sample))
        #expect(played.pieces.text == "Hel")
        #expect(played.error == broken)
    }

    @Test func `a call finds its own exchange, else the next of its model`() async throws {
        var other = ModelCall.sample
        other.request = .step(StepRequest(question: "How?", seen: [], subtask: "Say how."))
        _ = try await record(ScriptedClient(body: Self.body), [.sample, other])
        let cassette = try Cassette(contentsOf: path)
        #expect(cassette.exchanges.map(\.digest) == [ModelCall.sample.digest, other.digest])
        var third = other
        third.request = .step(StepRequest(question: "When?", seen: [], subtask: "Say when."))
        #expect(await collect(try player().reply(to: third)).pieces.text == "Hello")
        var foreign = other
        foreign.worker.model = "unheard-of"
        let error = await collect(try player().reply(to: foreign)).error
        #expect(error?.code == .notFound)
        #expect(error?.advice == "It has those of acme-large.")
    }

    @Test func `a file that is there is not written over`() throws {
        _ = try recorder()
        #expect(throws: Cassette.Invalid.self) { try recorder() }
        #expect(
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                == 0o600
        )
    }

    @Test(arguments: [
        ("", "is no cassette"), ("{}\n", "is no cassette"), ("hello", "is no cassette"),
        (#"{"podiumCassette":99}"# + "\n", "later Podium"),
        (#"{"podiumCassette":1}"# + "\n{}\n", ":2: this line is no recorded exchange"),
    ]) func `a file that is no cassette is explained`(text: String, explanation: String) {
        let error = #expect(throws: Cassette.Invalid.self) { try Cassette(text, name: "x.jsonl") }
        #expect(error?.description.contains(explanation) == true)
    }

    @Test func `a line that was cut short is left out`() async throws {
        _ = try await record(ScriptedClient(body: Self.body), [.sample, .sample])
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(try Cassette(text, name: "x").exchanges.count == 2)
        #expect(try Cassette(String(text.dropLast(9)), name: "x").exchanges.count == 1)
    }

    @Test func `bytes that are no text survive`() {
        let bytes: [UInt8] = [0x64, 0xE2, 0x82]
        let part = CassetteExchange.Part(at: 1, bytes: bytes)
        #expect(part.text == nil)
        #expect(part.bytes == bytes)
    }
}

/// Sleeps are over at once, and remembered.
private final class InstantEnvironment: RunEnvironment {
    private let slept = Mutex<[Duration]>([])

    var waits: [Duration] { slept.withLock { $0 } }

    func now() -> Timestamp { Timestamp(microseconds: 0) }
    func entropy() -> UInt64 { 1 }

    func sleep(for duration: Duration) async throws {
        slept.withLock { $0.append(duration) }
        await Task.yield()
    }
}
