import PodiumCore
import PodiumTesting
import Testing

/// What agents are asked when a client of an API waits.
struct ClientRequestTests {
    private func calls(_ transition: Transition) -> [ModelCall] {
        transition.actions.compactMap { if case .call(let call) = $0 { call } else { nil } }
    }

    @Test func `only the step that answers has the client's limits, all have its sampling`() throws
    {
        var history = HistoryBuilder()
        history.client = ClientRequest(
            api: .chat,
            model: "podium",
            instructions: "Speak French.",
            reply: ReplyTerms(
                temperature: 0.25,
                maxTokens: 50,
                stop: ["END"],
                form: ReplyForm(name: "object")
            )
        )
        let first = try #require(calls(history.open(plan: .chain(2))).first)
        #expect(first.worker.options?.temperature == 0.25)
        #expect(first.worker.options?.maxTokens == nil && first.worker.options?.stop == [])
        #expect(first.request.form == nil)
        #expect(first.request.messages.last?.content.contains("Speak French.") == true)
        let second = try #require(calls(history.reply(1, "one")).first)
        #expect(second.worker.options?.maxTokens == 50 && second.worker.options?.stop == ["END"])
        #expect(second.request.form == ReplyForm(name: "object"))
        // As it was sent it can be told again, also when it has ended.
        history.reply(2, "{}")
        #expect(history.state.request(of: AttemptID(2)) == second.request)
    }

    @Test func `a worker's own limit is not raised`() throws {
        var history = HistoryBuilder()
        history.pool[0].options = ModelOptions(maxTokens: 20)
        history.client = ClientRequest(
            api: .chat,
            model: "podium",
            reply: ReplyTerms(maxTokens: 50)
        )
        let call = try #require(calls(history.open(plan: .chain(1))).first)
        #expect(call.worker.options?.maxTokens == 20)
    }

    @Test func `a worker that is asked by its name is sent the conversation and no word more`()
        throws
    {
        let messages = [
            ChatMessage(.system, "S"), ChatMessage(.user, "A"), ChatMessage(.assistant, "B"),
            ChatMessage(.user, "C"),
        ]
        var history = HistoryBuilder()
        history.client = ClientRequest(api: .messages, model: "w", messages: messages)
        let plan = Plan(steps: [
            .init(worker: .id(0), subtask: ClientRequest.subtask, access: .steps([]))
        ])
        let call = try #require(calls(history.open("C", plan: plan)).first)
        #expect(call.request.messages == messages)
    }

    @Test func `the conductor is told what the client says, and is not bound by it`() throws {
        var history = HistoryBuilder()
        history.client = ClientRequest(
            api: .chat,
            model: "podium",
            instructions: "Speak French.",
            reply: ReplyTerms(temperature: 2, maxTokens: 1)
        )
        let call = try #require(calls(history.open(conductor: .prompted(history.pool[0]))).first)
        #expect(call.request.messages.last?.content.contains("Speak French.") == true)
        #expect(call.worker == history.pool[0])
    }

    @Test func `a person's session is asked as ever`() throws {
        var history = HistoryBuilder()
        let call = try #require(calls(history.open(plan: .chain(1))).first)
        #expect(call.request.messages.first?.content.hasSuffix("plainly at the end.") == true)
        #expect(history.state.attempts.first?.isAnswer == false)
    }
}
