import PodiumCore
import PodiumStore
import PodiumStudio
import PodiumTesting
import Testing

/// Clients whose conversation goes to one worker as it is.
struct OneWorkerTests {
    private static let configuration = """
        providers:
          near: {base_url: "http://127.0.0.1:1/v1"}
        workers:
          - {name: blind, provider: near, model: a}
          - {name: keen, provider: near, model: b, takes: [tools, images]}
          - {name: plain, provider: near, model: c, takes: []}
        pools: {default: [abacus, blind, keen, plain]}
        limits: {retries: 0, fallbacks: 0}
        """

    private let bench: StudioBench
    private let studio: Studio
    private let image = ChatMessage.Part.image(.data(type: "image/png", base64: "eA=="))

    init() throws {
        bench = try StudioBench(configuration: Self.configuration)
        studio = try bench.studio()
    }

    private func request(
        _ messages: [ChatMessage]?,
        tools: [Tool] = [],
        follows: SessionID? = nil,
        question: String = "Q"
    ) -> RunRequest {
        var request = RunRequest(question)
        request.follows = follows
        request.client = ClientRequest(
            api: .responses,
            model: "podium",
            messages: messages,
            tools: tools.isEmpty ? nil : ToolTerms(tools)
        )
        return request
    }

    /// The opening is stored by the run itself, a moment later.
    private func waitFor(_ request: RunRequest) async throws -> SessionOpened {
        let id = try studio.open(request)
        let state = try await studio.follow(id).state { $0.isOpened }
        return try #require(state.opened?.value)
    }

    private let question = [ChatMessage(.user, "Q")]

    @Test func `only workers that take what is sent may answer, and one turn is taken`()
        async throws
    {
        let tools = try await waitFor(request(question, tools: [Tool(name: "f")]))
        #expect(tools.pool.map(\.name) == ["blind", "keen"])
        #expect(tools.policy.variant == .mini && tools.limits.turns == 1)
        let images = try await waitFor(request([ChatMessage(.user, parts: [image])]))
        #expect(images.pool.map(\.name) == ["keen"])
        let error = #expect(throws: StudioError.self) {
            var request = request(question, tools: [Tool(name: "f")])
            request.worker = "plain"
            _ = try studio.open(request)
        }
        #expect(error?.description.hasPrefix("plain takes no tools.") == true)
    }

    @Test func `who answered before goes on, as long as it can`() async throws {
        var request = request(question, tools: [Tool(name: "f")])
        request.kept = "keen"
        let kept = try await waitFor(request)
        #expect(kept.policy.variant == .plan)
        #expect(kept.pool.count == 2)
        #expect(kept.conductor.plan?.steps.map(\.worker) == [.name("keen")])
        request.kept = "plain"
        #expect(try await waitFor(request).policy.variant == .mini)
    }

    /// A session that was asked with an image, and answers with a call of a tool.
    private func earlier(calling: Bool) throws -> (SessionID, [ChatMessage]) {
        let id = SessionID(rawValue: "20270115-080000-earlier")
        var history = HistoryBuilder(session: id)
        let asked = [ChatMessage(.user, parts: [.text("Look."), image])]
        history.client = ClientRequest(api: .responses, model: "podium", messages: asked)
        history.open(plan: .chain(1))
        history.text(1, "I see.")
        if calling { history.text(1, "f {}\n", channel: .toolCalls) }
        history.finish(1, calling ? .toolCalls : .stop)
        try studio.store.append(history.events, to: id)
        return (id, asked)
    }

    @Test func `what was said before is part of what must be taken`() async throws {
        let (id, asked) = try earlier(calling: true)
        let call = ToolCall(id: ToolCall.id(in: id, place: 0), name: "f", arguments: "{}")
        let result = ChatMessage(.tool, parts: [.text("R")], result: call.id)
        let next = try await waitFor(
            request([result], tools: [Tool(name: "f")], follows: id, question: "")
        )
        #expect(next.pool.map(\.name) == ["keen"])
        #expect(
            next.client?.messages == asked + [
                ChatMessage(.assistant, "I see.", toolCalls: [call]), result,
            ]
        )
        #expect(next.question == "What is 6 × 7?")
        // Results that belong to no call are refused before anybody is asked.
        for messages in [[ChatMessage(.tool, parts: [], result: "other")], question] {
            #expect(throws: StudioError.self) {
                try studio.open(request(messages, follows: id))
            }
        }
    }

    @Test func `words behind an image go to one that saw it`() async throws {
        let (id, asked) = try earlier(calling: false)
        let next = try await waitFor(request(nil, follows: id))
        #expect(next.pool.map(\.name) == ["keen"])
        #expect(
            next.client?.messages == asked + [
                ChatMessage(.assistant, "I see."), ChatMessage(.user, "Q"),
            ]
        )
    }
}
