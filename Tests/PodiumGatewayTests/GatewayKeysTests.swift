import NIOHTTP1
import PodiumCore
import PodiumStore
import PodiumStudio
import PodiumTesting
import Testing

@testable import PodiumGateway

/// What a client with a key may do, and what it is told when it may not.
struct GatewayKeysTests {
    private static let question = #"[{"role":"user","content":"What is 17 * 23?"}]"#

    private func chat(_ model: String) -> String {
        #"{"model":"\#(model)","messages":\#(Self.question)}"#
    }

    private func bearer(_ key: String) -> HTTPHeaders { ["authorization": "Bearer \(key)"] }

    @Test(arguments: [
        ("GET", "/v1/models"), ("GET", "/v1/models/podium"), ("GET", "/metrics"), ("GET", "/"),
        ("GET", "/nothing"), ("POST", "/v1/chat/completions"), ("POST", "/v1/responses"),
        ("POST", "/v1/messages"), ("POST", "/v1/messages/count_tokens"), ("GET", "/openapi.json"),
    ])
    func `with keys nothing but the health is told without one`(method: String, path: String)
        async throws
    {
        let bench = try GatewayBench()
        let key = try bench.keys.add("ann")
        let response = await bench.ask(path, chat("podium"), method: method).over()
        #expect(response.status == 401)
        #expect(response.header("www-authenticate") == "Bearer")
        let error = try response.json()
        #expect((error["type"] == "error") == path.hasPrefix("/v1/messages"))
        #expect(error["error"]?["type"] == "authentication_error")
        let known = await bench.ask(path, "{}", method: method, headers: bearer(key)).over()
        #expect(known.status != 401)
        #expect(await bench.ask("/healthz").over().status == 200)
        #expect(try bench.studio.store.sessions(limit: 1).isEmpty)
    }

    @Test func `a page may look whether it may ask without a key`() async throws {
        let bench = try GatewayBench { $0.origins = ["https://chat.example"] }
        _ = try bench.keys.add("ann")
        let response = await bench.ask(
            "/v1/models",
            method: "OPTIONS",
            headers: ["host": "localhost", "origin": "https://chat.example"]
        ).over()
        #expect(response.status == 204)
    }

    @Test func `a session has its client's name, and never the key`() async throws {
        let bench = try GatewayBench()
        let key = try bench.keys.add("ann")
        let body = try await bench.ask(
            "/v1/chat/completions",
            chat("podium"),
            headers: bearer(key)
        ).over().json()
        let id = SessionID(rawValue: try #require(body["podium"]?["session"]?.text))
        let events = try bench.studio.store.events(of: id, after: 0, limit: 10_000)
        guard case .sessionOpened(let opened)? = events.first?.fact else {
            return #expect(Bool(false), "it has no beginning")
        }
        #expect(opened.client?.client == "ann")
        let secret = try #require(KeyText(key)).secret
        #expect(!"\(events)".contains(secret) && !"\(body)".contains(secret))
    }

    @Test func `a key with pools may ask those alone, and sees no others`() async throws {
        let bench = try GatewayBench(
            configuration: "pools: {sums: [abacus], words: [guesser]}\n"
        )
        let key = try bench.keys.add("ann", ClientKey.Limits(pools: ["sums", "abacus"]))
        let list = try await bench.ask("/v1/models", headers: bearer(key)).over().json()
        guard case .array(let models)? = list["data"] else {
            return #expect(Bool(false), "no list: \(list)")
        }
        #expect(models.map { $0["id"] } == ["podium-sums", "abacus"])
        for model in ["podium-sums", "abacus"] {
            let response = await bench.ask(
                "/v1/chat/completions",
                chat(model),
                headers: bearer(key)
            ).over()
            #expect(response.status == 200, "\(response.text)")
        }
        for model in ["podium", "podium-ultra", "podium-words", "guesser"] {
            let response = await bench.ask(
                "/v1/chat/completions",
                chat(model),
                headers: bearer(key)
            ).over()
            #expect(response.status == 403)
            #expect(try response.json()["error"]?["code"] == "model_not_allowed")
            let entry = await bench.ask("/v1/models/\(model)", headers: bearer(key)).over()
            #expect(entry.status == 403)
        }
        let none = await bench.ask("/v1/chat/completions", chat("x"), headers: bearer(key)).over()
        #expect(none.status == 404 && !none.text.contains("podium-words"))
    }

    @Test func `nobody goes on with the session of another client`() async throws {
        let bench = try GatewayBench()
        let (ann, ben) = (try bench.keys.add("ann"), try bench.keys.add("ben"))
        let first = try await bench.ask(
            "/v1/responses",
            #"{"model":"podium","input":"What is 17 * 23?"}"#,
            headers: bearer(ann)
        ).over().json()
        let id = try #require(first["id"]?.text)
        let next = #"{"model":"podium","input":"What is 2 * 3?","previous_response_id":"\#(id)"}"#
        let others = await bench.ask("/v1/responses", next, headers: bearer(ben)).over()
        #expect(others.status == 404 && !others.text.contains("391"))
        let unknown = #"{"model":"podium","input":"x","previous_response_id":"resp_none"}"#
        #expect(
            await bench.ask("/v1/responses", unknown, headers: bearer(ann)).over().status == 404
        )
        #expect(await bench.ask("/v1/responses", next, headers: bearer(ann)).over().status == 200)
    }

    @Test func `a minute has so many requests, and then says when again`() async throws {
        let bench = try GatewayBench()
        let key = try bench.keys.add("ann", ClientKey.Limits(requestsPerMinute: 1))
        #expect(await bench.ask("/v1/models", headers: bearer(key)).over().status == 200)
        let second = await bench.ask("/v1/models", headers: bearer(key)).over()
        #expect(second.status == 429 && second.header("x-should-retry") == "true")
        #expect(
            second.header("retry-after").flatMap(Int.init).map { (1...60).contains($0) } == true
        )
    }

    // MARK: Money

    /// A worker that costs a dollar a call, by itself and in its pool.
    private func costly() throws -> (server: LoopbackServer, bench: GatewayBench) {
        let chunks = [
            #"{"choices":[{"delta":{"content":"Forty-two."}}]}"#,
            #"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#,
            #"{"choices":[],"usage":{"prompt_tokens":0,"completion_tokens":1000000}}"#, "[DONE]",
        ]
        let server = try LoopbackServer { connection in
            while connection.readRequest() != nil {
                connection.sendHead()
                connection.sendChunk(chunks.map { "data: \($0)\n\n" }.joined())
                connection.sendEnd()
            }
        }
        let bench = try GatewayBench(
            configuration: """
                providers: {server: {dialect: openai-chat, base_url: "\(server.url)"}}
                workers:
                  - {name: remote, provider: server, model: m, strengths: anything, \
                price: {input: 1, output: 1}}
                pools: {default: [remote]}
                """
        )
        return (server, bench)
    }

    @Test func `what runs cost is counted before the reply, and a budget used up ends them`()
        async throws
    {
        let (server, bench) = try costly()
        let key = try bench.keys.add("ann", ClientKey.Limits(budget: 1_500_000_000_000))
        let id = try #require(KeyText(key)).id
        for count in 1...2 {
            let response = await bench.ask(
                "/v1/chat/completions",
                chat("remote"),
                headers: bearer(key)
            ).over()
            #expect(response.status == 200, "\(response.text)")
            #expect(try bench.keys.spent()[id] == Int64(count) * 1_000_000_000_000)
        }
        let third = await bench.ask(
            "/v1/chat/completions",
            chat("remote"),
            headers: bearer(key)
        ).over()
        #expect(third.status == 402)
        #expect(try third.json()["error"]?["code"] == "insufficient_quota")
        #expect(third.header("x-should-retry") == "false")
        let sessions = try bench.studio.store.sessions(limit: 9)
        #expect(sessions.count == 2)
        // The second had what the first left of it.
        let budgets = try sessions.map { session -> Int64? in
            let events = try bench.studio.store.events(of: session.id, after: 0, limit: 1)
            guard case .sessionOpened(let opened)? = events.first?.fact else { return nil }
            return opened.limits.budget.picodollars
        }
        #expect(Set(budgets) == [1_500_000_000_000, 500_000_000_000])
        #expect(server.connectionCount > 0)
    }

    @Test func `a configured budget that is lower than what is left stays`() async throws {
        let bench = try GatewayBench(configuration: "budget: {usd: 2}\n")
        let key = try bench.keys.add("ann", ClientKey.Limits(budget: 9_000_000_000_000))
        let response = await bench.ask(
            "/v1/chat/completions",
            chat("podium"),
            headers: bearer(key)
        ).over()
        #expect(response.status == 200, "\(response.text)")
        let session = try #require(try bench.studio.store.sessions(limit: 1).first)
        let events = try bench.studio.store.events(of: session.id, after: 0, limit: 1)
        guard case .sessionOpened(let opened)? = events.first?.fact else {
            return #expect(Bool(false), "it has no beginning")
        }
        #expect(opened.limits.budget.picodollars == 2_000_000_000_000)
    }

    @Test func `a run whose client has gone is counted all the same`() async throws {
        let (server, bench) = try costly()
        let key = try bench.keys.add("ann")
        let response = bench.ask(
            "/v1/chat/completions",
            chat("remote"),
            headers: bearer(key).adding(name: "idempotency-key", value: "a")
        )
        while try bench.studio.store.sessions(limit: 1).isEmpty {
            try await Task.sleep(for: .milliseconds(2))
        }
        response.leave()
        #expect(await bench.gateway.drain(within: .seconds(60)))
        let id = try #require(KeyText(key)).id
        #expect(try bench.keys.spent() == [id: 1_000_000_000_000])
        #expect(bench.gateway.queue.counts.running == 0 && server.connectionCount > 0)
    }
}

extension HTTPHeaders {
    func adding(name: String, value: String) -> HTTPHeaders {
        var headers = self
        headers.add(name: name, value: value)
        return headers
    }
}
