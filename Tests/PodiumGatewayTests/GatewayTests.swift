import NIOHTTP1
import PodiumCore
import PodiumStore
import PodiumStudio
import Testing

@testable import PodiumGateway

/// The endpoint over runs of the embedded workers, without a socket.
struct GatewayTests {
    private static let question = #"[{"role":"user","content":"What is 17 * 23?"}]"#

    private func chat(_ model: String, _ more: String = "") -> String {
        #"{"model":"\#(model)","messages":\#(Self.question)\#(more)}"#
    }

    @Test func `a chat is answered by a workflow and kept as a session`() async throws {
        let bench = try GatewayBench()
        let response = await bench.ask("/v1/chat/completions", chat("podium")).over()
        #expect(response.status == 200)
        let body = try response.json()
        #expect(body["object"] == "chat.completion" && body["model"] == "podium")
        let choice = body["choices"]?[0]
        #expect(choice?["finish_reason"] == "stop")
        #expect(choice?["message"]?["content"]?.text?.hasSuffix("391") == true)
        #expect(body["podium"]?["answer"] == "391")
        let session = try #require(body["podium"]?["session"]?.text)
        #expect(response.header("x-podium-session") == session)
        let stored = try #require(try bench.studio.store.session(SessionID(rawValue: session)))
        #expect(stored.question == "What is 17 * 23?" && stored.answer == "391")
        // Of all calls, the conductor's apart.
        guard case .integer(let all)? = body["usage"]?["prompt_tokens"],
            case .integer(let conducting)? = body["usage"]?["orchestration_input_tokens"]
        else { return #expect(Bool(false), "no counts: \(body)") }
        #expect(all > conducting && conducting > 0)
    }

    @Test func `a stream says the same as a whole reply, in the order that clients rely on`()
        async throws
    {
        let bench = try GatewayBench()
        let more = #","stream":true,"stream_options":{"include_usage":true}"#
        let response = await bench.ask("/v1/chat/completions", chat("podium", more)).over()
        #expect(response.header("content-type")?.hasPrefix("text/event-stream") == true)
        #expect(response.isWhole && response.text.hasSuffix("data: [DONE]\n\n"))
        let chunks = try response.events()
        #expect(Set(chunks.map { $0["id"] }).count == 1)
        #expect(chunks.allSatisfy { $0["object"] == "chat.completion.chunk" })
        #expect(chunks[0]["choices"]?[0]?["delta"]?["role"] == "assistant")
        let text = chunks.compactMap { $0["choices"]?[0]?["delta"]?["content"]?.text }.joined()
        #expect(text.hasSuffix("391"))
        // Nothing but null before the end, then the reason, then the counts by themselves.
        let reasons = chunks.compactMap { $0["choices"]?[0]?["finish_reason"] }
        #expect(reasons.dropLast().allSatisfy { $0 == nil } && reasons.last == "stop")
        #expect(chunks.last?["choices"] == [])
        #expect(chunks.last?["usage"]?["total_tokens"] != nil)
        #expect(chunks.dropLast().allSatisfy { $0["usage"] == .null })
        #expect(chunks.allSatisfy { $0["podium"]?["session"] != nil })
    }

    @Test(arguments: ["podium", "podium-mini", "podium-ultra", "podium-default", "abacus"])
    func `every model answers in every API`(model: String) async throws {
        let bench = try GatewayBench()
        let whole = await bench.ask("/v1/chat/completions", chat(model)).over()
        #expect(
            try whole.json()["choices"]?[0]?["message"]?["content"]?.text?.contains("391") == true
        )
        let response = await bench.ask(
            "/responses",
            #"{"model":"\#(model)","input":"What is 17 * 23?"}"#
        ).over()
        let item = try response.json()["output"]?[0]
        #expect(item?["content"]?[0]?["text"]?.text?.contains("391") == true)
        let message = await bench.ask(
            "/v1/messages",
            #"{"model":"\#(model)","max_tokens":50,"messages":\#(Self.question)}"#
        ).over()
        #expect(try message.json()["content"]?[0]?["text"]?.text?.contains("391") == true)
        #expect(try message.json()["stop_reason"] == "end_turn")
    }

    @Test func `a stream of Responses has each event once and ends with one of three`()
        async throws
    {
        let bench = try GatewayBench()
        for (input, last) in [
            ("What is 17 * 23?", "response.completed"), ("Say hello", "response.failed"),
        ] {
            let response = await bench.ask(
                "/v1/responses",
                #"{"model":"podium","stream":true,"input":"\#(input)"}"#
            ).over()
            let events = try response.events()
            let types = events.compactMap { $0["type"]?.text }
            #expect(types.prefix(2) == ["response.created", "response.in_progress"])
            #expect(types.last == last)
            #expect(response.isWhole)
            let ends = ["response.completed", "response.failed", "response.incomplete"]
            #expect(types.count { ends.contains($0) } == 1)
            #expect(
                events.map { $0["sequence_number"] }
                    == events.indices.map { JSONValue.integer(Int64($0)) }
            )
            let status = events.last?["response"]?["status"]?.text
            #expect(status.map { "response.\($0)" } == last)
        }
    }

    @Test func `a stream of Messages has its events in order`() async throws {
        let bench = try GatewayBench()
        let response = await bench.ask(
            "/v1/messages",
            #"{"model":"podium","max_tokens":50,"stream":true,"messages":\#(Self.question)}"#
        ).over()
        let types = try response.events().compactMap { $0["type"]?.text }
        let ends = ["content_block_stop", "message_delta", "message_stop"]
        #expect(types.prefix(2) == ["message_start", "content_block_start"])
        #expect(Array(types.suffix(3)) == ends)
        #expect(types.dropFirst(2).dropLast(3).allSatisfy { $0 == "content_block_delta" })
    }

    @Test(arguments: ["/v1/chat/completions", "/v1/messages"])
    func `a stream without an answer does not look finished`(path: String) async throws {
        let bench = try GatewayBench()
        let response = await bench.ask(
            path,
            #"{"model":"podium","max_tokens":9,"stream":true,"messages":[{"role":"user","content":"Hi"}]}"#
        ).over()
        #expect(!response.isWhole)
        #expect(try response.events().last?["error"]?["message"]?.text?.isEmpty == false)
        #expect(!response.text.contains("[DONE]") && !response.text.contains("message_stop"))
    }

    @Test func `a response goes on with the one before it`() async throws {
        let bench = try GatewayBench()
        let first = try await bench.ask(
            "/v1/responses",
            #"{"model":"podium","input":"What is 17 * 23?"}"#
        ).over().json()
        let id = try #require(first["id"]?.text)
        let second = try await bench.ask(
            "/v1/responses",
            #"{"model":"podium","input":"What is 2 * 3?","previous_response_id":"\#(id)"}"#
        ).over().json()
        #expect(second["previous_response_id"] == .string(id))
        let session = try #require(second["podium"]?["session"]?.text)
        let events = try bench.studio.store.events(
            of: SessionID(rawValue: session),
            after: 0,
            limit: 1
        )
        guard case .sessionOpened(let opened)? = events.first?.fact else {
            return #expect(Bool(false), "it has no beginning")
        }
        // All of what the client was told.
        #expect(
            opened.conversation == [
                Exchange(question: "What is 17 * 23?", answer: "17 * 23 = 391\nAnswer: 391")
            ]
        )
        #expect(opened.client?.api == .responses)
        let unknown = await bench.ask(
            "/v1/responses",
            #"{"model":"podium","input":"x","previous_response_id":"resp_none"}"#
        ).over()
        #expect(unknown.status == 404)
    }

    @Test func `a worker that is asked by its name goes on with all that was said`() async throws {
        let bench = try GatewayBench()
        func ask(_ model: String, _ input: String, after id: String?) async throws -> JSONValue {
            let previous = id.map { #","previous_response_id":"\#($0)""# } ?? ""
            return try await bench.ask(
                "/v1/responses",
                #"{"model":"\#(model)","input":"\#(input)"\#(previous)}"#
            ).over().json()
        }
        let first = try await ask("abacus", "What is 17 * 23?", after: nil)
        let second = try await ask("abacus", "What is 2 * 3?", after: first["id"]?.text)
        let third = try await ask("podium", "What is 3 * 3?", after: second["id"]?.text)
        func opened(_ reply: JSONValue) throws -> SessionOpened? {
            let session = SessionID(rawValue: try #require(reply["podium"]?["session"]?.text))
            let events = try bench.studio.store.events(of: session, after: 0, limit: 1)
            guard case .sessionOpened(let opened)? = events.first?.fact else { return nil }
            return opened
        }
        #expect(
            try opened(second)?.client?.messages?.map(\.content) == [
                "What is 17 * 23?", "17 * 23 = 391\nAnswer: 391", "What is 2 * 3?",
            ]
        )
        #expect(
            try opened(third)?.conversation.map(\.question) == [
                "What is 17 * 23?", "What is 2 * 3?",
            ]
        )
        // What has no answer is nothing to go on from.
        let failed = try await ask("podium", "Say hello", after: nil)
        let session = try #require(failed["error"]?["session"]?.text)
        let late = await bench.ask(
            "/v1/responses",
            #"{"model":"podium","input":"x","previous_response_id":"resp_\#(session)"}"#
        ).over()
        #expect(late.status == 400)
    }

    // MARK: Refusals

    @Test(arguments: [
        (
            "/v1/chat/completions", #"{"model":"none","messages":[{"role":"user","content":"a"}]}"#,
            404
        ),
        ("/v1/chat/completions", #"{"model":"abacus","messages":[]}"#, 400),
        ("/v1/messages", #"{"model":"abacus","max_tokens":1,"messages":[]}"#, 400),
        ("/v1/responses", #"{"model":"abacus","input":[]}"#, 400),
        ("/v1/responses", #"{"model":"abacus","input":[{"type":"reasoning"}]}"#, 400),
        ("/v1/chat/completions", "not json", 400), ("/v1/chat/completions", "[]", 400),
        ("/v1/messages", #"{"model":"podium"}"#, 400), ("/v1/nothing", "{}", 404),
        ("/v1/models", "{}", 405),
    ])
    func `a bad request has one clear error in the API's own shape`(
        path: String,
        body: String,
        status: Int
    ) async throws {
        let bench = try GatewayBench()
        let response = await bench.ask(path, body).over()
        #expect(response.status == status)
        #expect(response.header("x-should-retry") == "false")
        let error = try response.json()
        #expect(error["error"]?["message"]?.text?.isEmpty == false)
        #expect((error["type"] == "error") == (path == "/v1/messages"))
        #expect(try bench.studio.store.sessions(limit: 1).isEmpty)
    }

    @Test func `pages in a browser may ask only where they are allowed`() async throws {
        let bench = try GatewayBench { $0.origins = ["https://chat.example"] }
        func status(_ fields: [(String, String)]) async -> Int {
            await bench.ask("/v1/models", headers: .init(fields)).over().status
        }
        #expect(await status([("host", "localhost:7634")]) == 200)
        #expect(await status([("host", "[::1]:7634")]) == 200)
        #expect(await status([("host", "evil.example")]) == 403)
        #expect(await status([("host", "127.0.0.1.evil.example")]) == 403)
        #expect(await status([("host", "localhost"), ("origin", "https://evil.example")]) == 403)
        let allowed = await bench.ask(
            "/v1/models",
            headers: ["host": "localhost", "origin": "https://chat.example"]
        ).over()
        #expect(allowed.status == 200)
        #expect(allowed.header("access-control-allow-origin") == "https://chat.example")
    }

    @Test func `what changes nothing for these workers is told`() async throws {
        let bench = try GatewayBench()
        let body = try await bench.ask(
            "/v1/chat/completions",
            chat("podium", #","temperature":0,"user":"u""#)
        ).over().json()
        guard case .array(let notes)? = body["podium"]?["notes"] else {
            return #expect(Bool(false), "no notes: \(body)")
        }
        #expect(notes.first == "user changes nothing here")
        #expect(notes.last?.text?.contains("sampling") == true)
    }

    // MARK: Manners

    @Test func `a client that goes away ends its run`() async throws {
        let bench = try GatewayBench { $0.asksApproval = true }
        let response = bench.ask("/v1/chat/completions", chat("podium", #","stream":true"#))
        let id = try await bench.held()
        response.leave()
        let (state, _) = try await bench.studio.follow(id).folded()
        #expect(state.closed?.outcome == .cancelled)
        #expect(state.closed?.reason == "Its client has gone.")
    }

    @Test func `a run goes on without its client where that is set`() async throws {
        let bench = try GatewayBench {
            $0.asksApproval = true
            $0.endsWithClient = false
        }
        let response = bench.ask("/v1/chat/completions", chat("podium"))
        let id = try await bench.held()
        response.leave()
        try bench.studio.decide(OverrideRequest(id: "a", author: "ann", .approve), in: id)
        let (state, _) = try await bench.studio.follow(id).folded()
        #expect(state.closed?.answer == "391")
    }

    @Test func `a person steers while the client waits, and the client gets what came of it`()
        async throws
    {
        let bench = try GatewayBench { $0.asksApproval = true }
        let response = bench.ask("/v1/chat/completions", chat("podium"))
        let id = try await bench.held()
        let state = try await bench.studio.follow(id).folded {
            $0.currentRound?.awaitsApproval == true
        }
        .state
        let step = try #require(state.steps.first?.id)
        try bench.studio.decide(
            OverrideRequest(id: "a", author: "ann", .write(step, output: "Ask me tomorrow.")),
            in: id
        )
        try bench.studio.decide(OverrideRequest(id: "b", author: "ann", .approve), in: id)
        let body = try await response.over().json()
        #expect(body["choices"]?[0]?["message"]?["content"] == "Ask me tomorrow.")
        #expect(body["podium"]?["overrides"] == 2)
    }

    @Test func `a server that ends takes nothing new and waits for what runs`() async throws {
        let bench = try GatewayBench { $0.asksApproval = true }
        let response = bench.ask("/v1/chat/completions", chat("podium"))
        let id = try await bench.held()
        #expect(await !bench.gateway.drain(within: .milliseconds(1)))
        let late = await bench.ask("/v1/chat/completions", chat("podium")).over()
        #expect(late.status == 503)
        #expect(late.header("retry-after") != nil && late.header("x-should-retry") == "true")
        #expect(await bench.ask("/healthz").over().status == 503)
        try bench.studio.decide(OverrideRequest(id: "a", author: "ann", .approve), in: id)
        #expect(await bench.gateway.drain(within: .seconds(60)))
        #expect(await response.over().status == 200)
    }

    @Test func `requests beyond those that may wait are refused, to be asked again`() async throws {
        let bench = try GatewayBench {
            $0.asksApproval = true
            ($0.sessions, $0.waiting) = (1, 0)
        }
        let first = bench.ask("/v1/chat/completions", chat("podium"))
        let id = try await bench.held()
        let second = await bench.ask("/v1/chat/completions", chat("podium")).over()
        #expect(second.status == 429 && second.header("retry-after-ms") != nil)
        try bench.studio.decide(OverrideRequest(id: "a", author: "ann", .approve), in: id)
        await first.over()
        let metrics = await bench.ask("/metrics").over().text
        #expect(metrics.contains(#"podium_requests_total{route="chat",status="429"} 1"#))
        #expect(metrics.hasSuffix("# EOF\n"))
    }

    @Test func `a run that takes longer than it may is ended`() async throws {
        let bench = try GatewayBench {
            $0.asksApproval = true
            $0.timeLimit = .milliseconds(50)
        }
        let response = await bench.ask("/v1/chat/completions", chat("podium")).over()
        #expect(response.status == 504)
        #expect(try response.json()["error"]?["message"]?.text?.contains("longer") == true)
    }
}
