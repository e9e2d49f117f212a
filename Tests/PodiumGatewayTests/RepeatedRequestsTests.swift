import NIOHTTP1
import PodiumCore
import PodiumStore
import PodiumStudio
import Synchronization
import Testing

@testable import PodiumGateway

/// Requests that name themselves, asked again.
struct RepeatedRequestsTests {
    private func chat(_ question: String = "What is 17 * 23?", _ more: String = "") -> String {
        #"{"model":"podium","messages":[{"role":"user","content":"\#(question)"}]\#(more)}"#
    }

    private let path = "/v1/chat/completions"
    private let named: HTTPHeaders = ["idempotency-key": "8e03978e"]

    @Test(arguments: ["", #","stream":true"#])
    func `the same request again has the same reply without another run`(more: String) async throws
    {
        let bench = try GatewayBench()
        let first = await bench.ask(path, chat("What is 17 * 23?", more), headers: named).over()
        let again = await bench.ask(path, chat("What is 17 * 23?", more), headers: named).over()
        #expect(first.status == 200 && again.status == 200)
        #expect(again.isWhole && words(of: again) == words(of: first))
        if more.isEmpty { #expect(again.text == first.text) }
        #expect(first.header("idempotent-replayed") == nil)
        #expect(again.header("idempotent-replayed") == "true")
        #expect(try bench.studio.store.sessions(limit: 9).count == 1)
    }

    /// What of a stream does not hang on how fast it was read.
    private func words(of response: RecordedResponse) -> String {
        ((try? response.events()) ?? []).compactMap {
            $0["choices"]?[0]?["delta"]?["content"]?.text
        }.joined()
    }

    @Test(arguments: ["", #","stream":true"#])
    func `while the first is under way the second waits for it or follows it`(more: String)
        async throws
    {
        let bench = try GatewayBench { $0.asksApproval = true }
        let first = bench.ask(path, chat("What is 17 * 23?", more), headers: named)
        let id = try await bench.held()
        let second = bench.ask(path, chat("What is 17 * 23?", more), headers: named)
        if !more.isEmpty {
            while !second.text.contains(id.rawValue) { try await Task.sleep(for: .milliseconds(2)) }
        }
        // Its client's leaving does not end what another waits for.
        first.leave()
        try bench.studio.decide(OverrideRequest(id: "a", author: "ann", .approve), in: id)
        await second.over()
        #expect(second.isWhole && second.text.contains("391"), "\(second.text)")
        #expect(try bench.studio.store.sessions(limit: 9).count == 1)
    }

    @Test func `a second one that comes before the first has its turn waits with it`() async throws
    {
        let bench = try GatewayBench {
            $0.asksApproval = true
            ($0.sessions, $0.waiting) = (1, 9)
        }
        let other = bench.ask(path, chat("What is 2 * 3?"))
        let id = try await bench.held()
        let first = bench.ask(path, chat(), headers: named)
        while bench.gateway.queue.counts.waiting < 1 { try await Task.sleep(for: .milliseconds(2)) }
        let second = bench.ask(path, chat(), headers: named)
        first.leave()
        try bench.studio.decide(OverrideRequest(id: "a", author: "ann", .approve), in: id)
        await other.over()
        let next = try await bench.held(besides: id)
        try bench.studio.decide(OverrideRequest(id: "b", author: "ann", .approve), in: next)
        #expect(await second.over().text.contains("391"))
        #expect(try bench.studio.store.sessions(limit: 9).count == 2)
    }

    @Test func `another request under the same name is refused, another client's is not`()
        async throws
    {
        let bench = try GatewayBench()
        let (ann, ben) = (try bench.keys.add("ann"), try bench.keys.add("ben"))
        func status(_ key: String, _ body: String, to path: String? = nil) async -> Int {
            let headers = named.adding(name: "x-api-key", value: key)
            return await bench.ask(path ?? self.path, body, headers: headers).over().status
        }
        #expect(await status(ann, chat()) == 200)
        #expect(await status(ann, chat("What is 2 * 3?")) == 422)
        #expect(
            await status(ann, #"{"model":"podium","input":"x"}"#, to: "/v1/responses") == 422
        )
        #expect(await status(ben, chat("What is 2 * 3?")) == 200)
        // What was refused before it ran has no name.
        let headers: HTTPHeaders = ["idempotency-key": "b", "x-api-key": ann]
        #expect(await bench.ask(path, chat("x", #","n":2"#), headers: headers).over().status == 400)
        #expect(await bench.ask(path, chat(), headers: headers).over().status == 200)
    }

    @Test(arguments: ["", String(repeating: "a", count: 256)])
    func `a name has its length`(name: String) async throws {
        let bench = try GatewayBench()
        let response = await bench.ask(path, chat(), headers: ["idempotency-key": name]).over()
        #expect(response.status == 400)
        #expect(try response.json()["error"]?["code"] == "invalid_idempotency_key")
    }

    @Test func `names are remembered for a day, and the oldest of too many go`() async throws {
        let requests = RepeatedRequests(limit: 3)
        let start = ContinuousClock.now
        let opened = Mutex(0)
        func isRepeated(_ name: String, after hours: Int = 0) async throws -> Bool {
            let call = HTTPCall(method: "POST", path: path, headers: ["idempotency-key": name])
            let ticket = try #require(try RepeatedRequests.Ticket(call, by: ""))
            return try await requests.run(of: ticket, now: start + .seconds(hours * 3_600)) {
                let count = opened.withLock { count in
                    count += 1
                    return count
                }
                return OpenedRun(session: SessionID(rawValue: "\(count)"), created: 0)
            }.isRepeated
        }
        for name in ["a", "b", "c"] { #expect(try await !isRepeated(name)) }
        for name in ["a", "b", "c"] { #expect(try await isRepeated(name)) }
        #expect(try await !isRepeated("d"))
        #expect(try await isRepeated("b", after: 23))
        #expect(try await !isRepeated("a", after: 23))
        #expect(try await !isRepeated("c", after: 25))
        #expect(try await isRepeated("a", after: 25))
        // As long as it goes on, what is kept stays small.
        for index in 0..<5_000 { #expect(try await !isRepeated("n\(index)", after: 26)) }
        #expect(try await isRepeated("n4999", after: 26))
    }
}
