import Foundation
import PodiumCore
import PodiumTesting
import Testing

struct ToolCallTests {
    private let session = SessionID(rawValue: "20270115-080000-test")

    @Test func `calls are lines, whatever their arguments are`() {
        let calls = [
            ToolCall(id: "0", name: "read", arguments: #"{"path":"a b"}"#),
            ToolCall(id: "1", name: "list", arguments: ""),
            ToolCall(id: "2", name: "odd", arguments: "no JSON at  all "),
        ]
        let text = ToolCallLines.text(of: calls)
        #expect(text == "read {\"path\":\"a b\"}\nlist \nodd no JSON at  all \n")
        #expect(ToolCallLines.calls(in: text) { "\($0)" } == calls)
        #expect(ToolCallLines.calls(in: "") { "\($0)" } == [])
        // What is written still is a call already.
        #expect(ToolCallLines.calls(in: "read {\"pa") { "\($0)" }.first?.arguments == "{\"pa")
    }

    @Test func `a line end in arguments is as good as a blank, and a name has neither`() {
        let call = ToolCall(id: "", name: "read file", arguments: "{\n  \"a\":\r\n1}")
        let text = ToolCallLines.text(of: [call])
        #expect(text == "read_file {   \"a\":  1}\n")
        #expect(ToolCallLines.calls(in: text) { _ in "" }.first?.object.parsed == ["a": 1])
    }

    @Test func `a line end within a string of arguments stays one`() {
        let arguments = "{\n\"text\": \"one\ntwo\r\n\\\"three\n\"}"
        for cut in 0...arguments.unicodeScalars.count {
            var nesting = JSONNesting()
            let scalars = arguments.unicodeScalars
            let line =
                ToolCallLines.piece(String(scalars.prefix(cut)), in: &nesting)
                + ToolCallLines.piece(String(scalars.dropFirst(cut)), in: &nesting)
            let call = ToolCall(id: "", name: "f", arguments: line)
            #expect(call.object.parsed == ["text": "one\ntwo\r\n\"three\n"])
            #expect(nesting.isWhole)
        }
    }

    @Test
    func `arguments keep their order, and a number too large for JSON does not take all with it`() {
        let json = #"{"z":1e999,"a":18446744073709551615}"#
        let call = ToolCall(id: "", name: "f", arguments: json)
        #expect(call.object.text == json)
        var reader = JSONReader(Array("1e999".utf8))
        #expect(throws: JSONReader.Failure.self) { try reader.readValue() }
        reader = JSONReader(Array("18446744073709551615".utf8))
        #expect((try? reader.readValue()) == .unsigned(.max))
    }

    @Test func `a schema comes back from the record as it was written`() throws {
        let tool = Tool(name: "f", parameters: .written(#"{"z":{},"a":{}}"#))
        let form = ReplyForm(name: "f", schema: .written(#"{"z":1,"a":2}"#))
        let read = (
            try JSONDecoder().decode(Tool.self, from: Data(try JSONLine.encoded(tool))),
            try JSONDecoder().decode(ReplyForm.self, from: Data(try JSONLine.encoded(form)))
        )
        #expect(read.0 == tool && read.1 == form)
        let older = Data(#"{"isStrict":true,"name":"f","schema":{"type":"object"}}"#.utf8)
        let schema = try JSONDecoder().decode(ReplyForm.self, from: older).schema
        #expect(schema == ["type": "object"])
    }

    // MARK: Conversations

    @Test func `a call without its result, and a result without its call, are found`() {
        func call(_ ids: String...) -> ChatMessage {
            ChatMessage(
                .assistant,
                "",
                toolCalls: ids.map { ToolCall(id: $0, name: "f", arguments: "") }
            )
        }
        let (result, question) = (
            ChatMessage(.tool, parts: [], result: "a"), ChatMessage(.user, "Q")
        )
        for (messages, isRight) in [
            ([question, call("a"), result, question], true),
            // The same id again, in another turn.
            ([question, call("a"), result, call("a"), result], true),
            ([question, call("a"), question], false), ([question, call("a")], false),
            ([question, result], false), ([question, call("a"), result, result], false),
            ([result, question], false), ([question, call("a", "a"), result, result], false),
        ] {
            #expect((messages.toolCallFault == nil) == isRight, "\(messages)")
        }
    }

    @Test func `what the assistant says in several messages is one turn`() {
        let call = ToolCall(id: "a", name: "f", arguments: "")
        let messages = [
            ChatMessage(.user, "Q"), ChatMessage(.assistant, "", toolCalls: [call]),
            ChatMessage(.assistant, "and"), ChatMessage(.tool, parts: [], result: "a"),
        ]
        #expect(messages.toolCallFault != nil)
        #expect(messages.withWholeTurns.toolCallFault == nil)
        #expect(messages.withWholeTurns.count == 3)
    }

    @Test func `an id names its session`() {
        let id = ToolCall.id(in: session, place: 12)
        #expect(ToolCall.session(of: id) == session)
        #expect(id.utf8.count <= 64)
        for foreign in ["call_abc", "toolu_x_1", "call__1", "", "call_"] {
            #expect(ToolCall.session(of: foreign) == nil)
        }
    }

    private static let objects: [(String, String, JSONValue)] = [
        ("", "{}", [:]), (" \n", "{}", [:]), ("{\"a\":1}", "{\"a\":1}", ["a": 1]),
        ("[1]", "[1]", ["arguments": "[1]"]), ("{\"a\":", "{\"a\":", ["arguments": "{\"a\":"]),
    ]

    @Test(arguments: objects)
    func `arguments are an object for who needs one`(
        arguments: String,
        json: String,
        object: JSONValue
    ) {
        let call = ToolCall(id: "", name: "f", arguments: arguments)
        #expect(call.json == json)
        #expect(call.object.parsed == object)
    }

    @Test func `a message is read as it was written before there were tools`() throws {
        let old = Data(#"{"content":"a","role":"user"}"#.utf8)
        let message = try JSONDecoder().decode(ChatMessage.self, from: old)
        #expect(message == ChatMessage(.user, "a"))
        #expect(try JSONLine.encoded(message) == Array(old))
    }

    @Test(arguments: [ToolTerms.Choice.auto, .never, .required, .named("f")])
    func `a choice comes back as it was`(choice: ToolTerms.Choice) throws {
        let data = Data(try JSONLine.encoded(choice))
        #expect(try JSONDecoder().decode(ToolTerms.Choice.self, from: data) == choice)
    }

    // MARK: In a run

    private func run(_ reply: Rollout.Reply, messages: [ChatMessage]) -> Rollout {
        let history = HistoryBuilder()
        let opened = SessionOpened(
            question: "?",
            conductor: .embedded(history.pool[0]),
            pool: history.pool,
            limits: RunLimits(retries: 0, turns: 1, fallbacks: 0),
            policy: RunPolicy(variant: .mini),
            seed: 1,
            program: "test",
            client: ClientRequest(
                api: .chat,
                model: "podium",
                messages: messages,
                tools: ToolTerms([Tool(name: "f")])
            )
        )
        return Rollout(opened, session: session) { call in
            if case .selection = call.request {
                return Rollout.Reply("worker = 1\nrole = verifier\n")
            }
            #expect(call.request.tools?.tools.map(\.name) == ["f"])
            #expect(call.request.messages == messages)
            return reply
        }
    }

    @Test func `one worker is chosen, asked word for word, and what it asks for is the answer`() {
        let messages = [ChatMessage(.user, "?")]
        let end = ReplyEnd.finished(.toolCalls, nil)
        let rollout = run(
            Rollout.Reply("Let me see.", toolCalls: "f {\"a\":1}\nf \n", end: end),
            messages: messages
        )
        #expect(rollout.outcome == .answered)
        #expect(rollout.answer == "Let me see.\n\nf {\"a\":1}\nf")
        #expect(rollout.state.steps.map(\.step.role) == [.worker])
        #expect(rollout.state.answeringToolCalls.map(\.arguments) == ["{\"a\":1}", ""])
        #expect(
            rollout.state.conversationSoFar == messages + [
                ChatMessage(
                    .assistant,
                    "Let me see.",
                    toolCalls: rollout.state.answeringToolCalls
                )
            ]
        )
        // What goes to the model is counted, tools and all.
        let read = rollout.state.attempts.last?.estimate.usage.input ?? 0
        #expect(read == messages.estimatedTokens(with: ToolTerms([Tool(name: "f")])))
        let silent = run(Rollout.Reply("", toolCalls: "f {}\n", end: end), messages: messages)
        #expect(silent.outcome == .answered && silent.answer == "f {}")
        let nothing = run(Rollout.Reply(" ", end: end), messages: messages)
        #expect(nothing.outcome == .failed)
    }

    @Test func `the one turn's words can be passed on while they are written`() {
        let mini = RunPolicy(variant: .mini)
        var history = HistoryBuilder(limits: RunLimits(turns: 1, fallbacks: 0), policy: mini)
        history.open(conductor: .embedded(history.pool[0]))
        history.reply(1, "worker = 1\nrole = worker\n")
        #expect(history.state.emergingAnswer == AttemptID(2))
        var several = HistoryBuilder(limits: RunLimits(turns: 2, fallbacks: 0), policy: mini)
        several.open(conductor: .embedded(several.pool[0]))
        several.reply(1, "worker = 1\nrole = worker\n")
        #expect(several.state.emergingAnswer == nil)
    }
}
