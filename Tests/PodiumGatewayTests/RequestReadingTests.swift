import PodiumCore
import Testing

@testable import PodiumGateway

/// Each member of a request is honoured or refused by its name.
struct RequestReadingTests {
    private func members(_ json: String) throws -> [String: JSONValue] {
        var reader = JSONReader(Array(json.utf8))
        guard case .object(let members) = try reader.readValue() else { return [:] }
        return members
    }

    private func chat(_ more: String, messages: String = #"[{"role":"user","content":"Hi"}]"#)
        throws -> Asked
    {
        try ChatRequest.read(members(#"{"model":"podium","messages":\#(messages)\#(more)}"#))
    }

    @Test func `what Chat Completions says of the reply is taken`() throws {
        let asked = try chat(
            #"""
            ,"stream":true,"stream_options":{"include_usage":true},"temperature":0.5,"top_p":1,
            "max_tokens":10,"max_completion_tokens":20,"stop":["a","b"],"seed":7,
            "reasoning_effort":"low","n":1,"logprobs":false,"tools":[],"frequency_penalty":0,
            "response_format":{"type":"json_schema","json_schema":{"name":"x","schema":{"type":"object"},
            "strict":true}}
            """#
        )
        #expect(asked.isStream && asked.wantsUsage)
        #expect(
            asked.reply
                == ReplyTerms(
                    temperature: 0.5,
                    topP: 1,
                    maxTokens: 20,
                    stop: ["a", "b"],
                    seed: 7,
                    reasoningEffort: "low",
                    form: ReplyForm(name: "x", schema: ["type": "object"])
                )
        )
    }

    @Test func `parts of text are one message, and a developer is the system`() throws {
        let asked = try chat(
            "",
            messages: """
                [{"role":"developer","content":[{"type":"text","text":"Be"},{"type":"text",
                "text":"brief"}]},{"role":"user","content":"Q","name":"ann"},
                {"role":"assistant","content":null,"refusal":"No"},{"role":"user","content":"R"}]
                """
        )
        #expect(
            asked.messages == [
                ChatMessage(.system, "Be\n\nbrief"), ChatMessage(.user, "Q"),
                ChatMessage(.assistant, "No"), ChatMessage(.user, "R"),
            ]
        )
        let conversation = try ClientConversation(asking: asked.messages)
        #expect(conversation.instructions == "Be\n\nbrief")
        #expect(conversation.exchanges == [Exchange(question: "Q", answer: "No")])
        #expect(conversation.question == "R")
    }

    @Test(arguments: [
        (#","n":2"#, "n"), (#","logprobs":true"#, "logprobs"),
        (#","logit_bias":{"5":1}"#, "logit_bias"), (#","presence_penalty":1"#, "presence_penalty"),
        (#","tools":[{"type":"function"}]"#, "tools"),
        (#","tool_choice":"required"#, "tool_choice"),
        (#","bogus":1"#, "bogus"), (#","temperature":3"#, "temperature"),
        (#","temperature":"warm""#, "temperature"), (#","max_tokens":0"#, "max_tokens"),
        (#","stop":["1","2","3","4","5"]"#, "stop"), (#","stream":"yes""#, "stream"),
        (#","modalities":["audio"]"#, "modalities"),
        (#","response_format":{"type":"xml"}"#, "response_format.type"),
        (#","response_format":{"type":"json_schema"}"#, "response_format.json_schema"),
        (#","stream_options":{"x":1}"#, "stream_options.x"),
    ])
    func `what cannot be honoured is refused by its name`(more: String, parameter: String) throws {
        let more = more.filter { $0 == "\"" }.count.isMultiple(of: 2) ? more : more + "\""
        let error = #expect(throws: APIError.self) { try chat(more) }
        #expect(error?.parameter == parameter)
        #expect(error?.kind == .invalidRequest)
        #expect(error?.message.contains(parameter) == true)
    }

    @Test func `a call of a tool in the conversation is refused in both its forms`() throws {
        for member in [#""tool_calls":[{"id":"a"}]"#, #""function_call":{"name":"f"}"#] {
            let error = #expect(throws: APIError.self) {
                try chat("", messages: #"[{"role":"assistant","content":"",\#(member)}]"#)
            }
            #expect(error?.parameter?.hasPrefix("messages[0].") == true)
            #expect(error?.code == "unsupported_parameter")
        }
    }

    @Test func `an image is refused where it stands`() throws {
        let error = #expect(throws: APIError.self) {
            try chat(
                "",
                messages:
                    #"[{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}}]}]"#
            )
        }
        #expect(error?.parameter == "messages[0].content[0]")
        #expect(error?.code == "unsupported_content")
    }

    @Test func `what changes nothing is named`() throws {
        #expect(try chat(#","user":"u","metadata":{"a":"b"}"#).unused == ["user", "metadata"])
        let message = #"[{"role":"user","content":"x","name":"ann"}]"#
        #expect(try chat("", messages: message).unused == ["messages[0].name"])
        let responses = try ResponsesRequest.read(
            members(#"{"model":"m","input":"x","text":{"verbosity":"low"}}"#)
        )
        #expect(responses.unused == ["text.verbosity"])
        let thinking = try MessagesRequest.read(
            members(
                #"""
                {"model":"m","max_tokens":9,"thinking":{"type":"adaptive"},
                "messages":[{"role":"user","content":"x"}]}
                """#
            )
        )
        #expect(thinking.unused == ["thinking"])
    }

    @Test func `a conversation without a question is refused`() throws {
        for messages in [
            "[]", #"[{"role":"system","content":"x"}]"#, #"[{"role":"user","content":"  "}]"#,
            #"[{"role":"user","content":"x"},{"role":"assistant","content":"y"}]"#,
        ] {
            #expect(throws: APIError.self) {
                try ClientConversation(asking: chat("", messages: messages).messages)
            }
        }
    }

    @Test func `Responses are read from a text and from items`() throws {
        let short = try ResponsesRequest.read(
            members(#"{"model":"podium","input":"Hi","instructions":"Be brief"}"#)
        )
        #expect(short.messages == [ChatMessage(.system, "Be brief"), ChatMessage(.user, "Hi")])
        let long = try ResponsesRequest.read(
            members(
                #"""
                {"model":"m","previous_response_id":"resp_20261130-072858-5mvzjxcy","max_output_tokens":5,
                "input":[{"role":"user","content":[{"type":"input_text","text":"A"}]},
                {"type":"reasoning","summary":[]},{"type":"message","role":"assistant",
                "content":[{"type":"output_text","text":"B","annotations":[]}]},
                {"role":"user","content":"C"}],"text":{"format":{"type":"json_object"}}}
                """#
            )
        )
        #expect(long.messages.map(\.content) == ["A", "B", "C"])
        #expect(long.unused == ["input[1]"])
        #expect(long.follows?.rawValue == "20261130-072858-5mvzjxcy")
        #expect(long.reply.maxTokens == 5 && long.reply.form == ReplyForm(name: "object"))
        for more in [#""background":true"#, #""tools":[{}]"#, #""truncation":"auto""#, #""x":1"#] {
            #expect(throws: APIError.self) {
                try ResponsesRequest.read(members(#"{"model":"m","input":"x",\#(more)}"#))
            }
        }
    }

    @Test func `Messages need a limit, and read blocks`() throws {
        let asked = try MessagesRequest.read(
            members(
                #"""
                {"model":"m","max_tokens":9,"system":[{"type":"text","text":"S",
                "cache_control":{"type":"ephemeral"}}],"stop_sequences":["x"],"top_k":4,
                "thinking":{"type":"enabled","budget_tokens":2000},
                "messages":[{"role":"user","content":"A"},{"role":"assistant","content":[
                {"type":"thinking","thinking":"hm","signature":"s"},{"type":"text","text":"B"}]},
                {"role":"user","content":[{"type":"text","text":"C"}]}]}
                """#
            )
        )
        #expect(asked.messages.map(\.content) == ["S", "A", "B", "C"])
        #expect(
            asked.reply
                == ReplyTerms(topK: 4, maxTokens: 9, stop: ["x"], reasoningTokens: 2_000)
        )
        let error = #expect(throws: APIError.self) {
            try MessagesRequest.read(
                members(#"{"model":"m","messages":[{"role":"user","content":"a"}]}"#)
            )
        }
        #expect(error?.parameter == "max_tokens")
    }
}
