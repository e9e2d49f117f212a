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
                ChatMessage(.system, parts: [.text("Be"), .text("brief")]),
                ChatMessage(.user, "Q"),
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
        (#","tools":[{"type":"function"}]"#, "tools[0].function"),
        (#","tools":[{"type":"function","function":{"name":"a b"}}]"#, "tools[0].function.name"),
        (#","tool_choice":"required"#, "tool_choice"), (#","functions":[]"#, "functions"),
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

    @Test func `what no worker takes is refused where it stands`() throws {
        for (part, place) in [
            (#"{"type":"input_audio","input_audio":{}}"#, ""), (#"{"type":"file"}"#, ""),
            (#"{"type":"image_url","image_url":{"url":"x"}}"#, ".image_url.url"),
            (#"{"type":"image","source":{}}"#, ""),
        ] {
            let error = #expect(throws: APIError.self) {
                try chat("", messages: #"[{"role":"user","content":[\#(part)]}]"#)
            }
            #expect(error?.parameter == "messages[0].content[0]" + place)
        }
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

    @Test func `tools are read alike from every API, and what is no function is left out`() throws {
        let chat = try chat(
            #"""
            ,"tools":[{"type":"function","function":{"name":"f","description":"D","parameters":{"a":1}}},
            {"type":"custom","custom":{"name":"x"}}],"tool_choice":"required","parallel_tool_calls":false
            """#
        )
        let responses = try ResponsesRequest.read(
            members(
                #"""
                {"model":"m","input":"x","tools":[{"type":"function","name":"f","description":"D",
                "parameters":{"a":1},"strict":null},{"type":"web_search"}],"tool_choice":"required",
                "parallel_tool_calls":false}
                """#
            )
        )
        let messages = try MessagesRequest.read(
            members(
                #"""
                {"model":"m","max_tokens":9,"messages":[{"role":"user","content":"x"}],
                "tools":[{"name":"f","description":"D","input_schema":{"a":1},"cache_control":{}},
                {"type":"web_search_20250305","name":"web_search"}],
                "tool_choice":{"type":"any","disable_parallel_tool_use":true}}
                """#
            )
        )
        let tool = Tool(
            name: "f",
            description: "D",
            parameters: ["a": 1, "type": "object", "properties": [:]]
        )
        for asked in [chat, responses, messages] {
            #expect(asked.tools == ToolTerms([tool], choice: .required, isParallel: false))
            #expect(asked.isForOneWorker)
            #expect(asked.unused.count == 1 && asked.unused[0].hasPrefix("tools[1], which is "))
        }
        #expect(try self.chat(#","tools":[],"tool_choice":"auto""#).tools == nil)
    }

    @Test func `calls and results are read alike from every API`() throws {
        let chat = try chat(
            "",
            messages: #"""
                [{"role":"user","content":"Q"},{"role":"assistant","content":null,
                "tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}},
                {"id":"b","type":"function","function":{"name":"g","arguments":""}}]},
                {"role":"tool","tool_call_id":"b","content":"B"},
                {"role":"tool","tool_call_id":"a","content":[{"type":"text","text":"A"}]}]
                """#
        )
        let responses = try ResponsesRequest.read(
            members(
                #"""
                {"model":"m","input":[{"role":"user","content":"Q"},
                {"type":"function_call","call_id":"a","name":"f","arguments":"{}","id":"x"},
                {"type":"function_call","call_id":"b","name":"g"},
                {"type":"function_call_output","call_id":"b","output":"B"},
                {"type":"function_call_output","call_id":"a",
                "output":[{"type":"input_text","text":"A"}]}]}
                """#
            )
        )
        let messages = try MessagesRequest.read(
            members(
                #"""
                {"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Q"},
                {"role":"assistant","content":[{"type":"thinking","thinking":"t","signature":"s"},
                {"type":"tool_use","id":"a","name":"f","input":{}},
                {"type":"tool_use","id":"b","name":"g","input":{}}]},
                {"role":"user","content":[{"type":"tool_result","tool_use_id":"b","content":"B"},
                {"type":"tool_result","tool_use_id":"a","content":[{"type":"text","text":"A"}]}]}]}
                """#
            )
        )
        for asked in [chat, responses, messages] {
            #expect(asked.messages.withWholeTurns.map(\.role) == [.user, .assistant, .tool, .tool])
            #expect(asked.messages.flatMap(\.toolCalls).map(\.id) == ["a", "b"])
            #expect(asked.messages.flatMap(\.toolCalls).map(\.json) == ["{}", "{}"])
            #expect(asked.messages.compactMap(\.result) == ["b", "a"])
            #expect(asked.messages.suffix(2).map(\.content) == ["B", "A"])
            #expect(asked.messages.withWholeTurns.toolCallFault == nil)
        }
    }

    private func asked(_ api: ClientRequest.API, _ text: String) throws -> Asked {
        try Asked(HTTPCall(method: "POST", path: "/", body: Array(text.utf8)), api)
    }

    @Test func `a schema stays in its order, and says what vendors want it to say`() throws {
        let schema = #"{"type":"object","properties":{"z":{},"a":{}}}"#
        let whole = try asked(
            .messages,
            #"{"model":"m","max_tokens":9,"messages":[{"role":"user","content":"x"}],"#
                + #""tools":[{"name":"f","input_schema":\#(schema)},{"name":"g","input_schema":{}}]}"#
        )
        #expect(whole.tools?.tools[0].parameters == .written(schema))
        #expect(whole.tools?.tools[1].parameters == .withoutParameters)
        let form = try asked(
            .chat,
            #"{"model":"m","messages":[{"role":"user","content":"x"}],"response_format":"#
                + #"{"type":"json_schema","json_schema":{"name":"n","schema":\#(schema)}}}"#
        )
        #expect(form.reply.form?.schema == .written(schema))
    }

    @Test func `tools of a namespace are called by both names, and told by them`() throws {
        let asked = try asked(
            .responses,
            #"""
            {"model":"m","input":[{"role":"user","content":"Q"},
            {"type":"function_call","call_id":"a","namespace":"mcp__s__","name":"f","arguments":"{}"},
            {"type":"function_call_output","call_id":"a","output":"R",
            "internal_chat_message_metadata_passthrough":{}}],"client_metadata":{},
            "tools":[{"type":"namespace","name":"mcp__s__","description":"D",
            "tools":[{"type":"function","name":"f","parameters":{}},{"type":"mcp"}]}]}
            """#
        )
        #expect(asked.tools?.tools.map(\.name) == ["mcp__s__f"])
        #expect(asked.messages[1].toolCalls.map(\.name) == ["mcp__s__f"])
        #expect(asked.unused.contains { $0.hasPrefix("tools[0].tools[1], which is mcp") })
        let item = ResponsesItem(
            call: 0,
            in: SessionID(rawValue: "x"),
            name: "mcp__s__f",
            asked.namespaces,
            "{}"
        ).value(status: "completed")
        #expect(item["name"] == "f" && item["namespace"] == "mcp__s__")
    }

    @Test func `an image where none belongs is refused, and a document in a result is named`()
        throws
    {
        for (role, media) in [("assistant", "image/png"), ("user", "application/pdf")] {
            #expect(throws: APIError.self) {
                try asked(
                    .messages,
                    #"{"model":"m","max_tokens":9,"messages":[{"role":"\#(role)","content":[{"type":"image","#
                        + #""source":{"type":"base64","media_type":"\#(media)","data":"eA=="}}]}]}"#
                )
            }
        }
        let read = try asked(
            .messages,
            #"""
            {"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Q"},
            {"role":"assistant","content":[{"type":"tool_use","id":"a","name":"f","input":{"z":1,"a":2}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"a",
            "content":[{"type":"document","source":{}}]}]}]}
            """#
        )
        #expect(read.messages[1].toolCalls[0].arguments == #"{"z":1,"a":2}"#)
        #expect(read.messages[2].content == "[document, which is left out]")
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
        for more in [
            #""background":true"#, #""tools":[{"type":"function"}]"#, #""truncation":"auto""#,
            #""x":1"#,
        ] {
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
