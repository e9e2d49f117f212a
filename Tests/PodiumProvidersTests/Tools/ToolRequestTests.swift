import PodiumCore
import Testing

@testable import PodiumProviders

/// Tools, their calls and results, and images in the requests of the four vendors.
struct ToolRequestTests {
    private static let tools = [
        Tool(
            name: "read",
            description: "Reads.",
            parameters: ["type": "object", "additionalProperties": false],
            isStrict: true
        )
    ]

    private static let messages = [
        ChatMessage(.system, "S"), ChatMessage(.user, "Q"),
        ChatMessage(
            .assistant,
            "Look.",
            toolCalls: [
                ToolCall(id: "toolu_first", name: "read", arguments: #"{"p":1}"#),
                ToolCall(id: "call_second_of_two", name: "read", arguments: ""),
            ]
        ),
        ChatMessage(
            .tool,
            parts: [.text("R1"), .image(.data(type: "image/png", base64: "eA=="))],
            result: "toolu_first"
        ),
        ChatMessage(.tool, parts: [.text("R2")], result: "call_second_of_two", isFailure: true),
        ChatMessage(.user, parts: [.text("And"), .image(.address("https://a.example/b.png"))]),
    ]

    private func body(
        _ dialect: any Dialect,
        _ messages: [ChatMessage] = messages,
        _ terms: ToolTerms? = ToolTerms(tools),
        _ options: ModelOptions = ModelOptions(),
        model: String = "m"
    ) -> JSONValue {
        var call = ModelCall.sample
        call.worker.model = model
        call.worker.options = options
        call.request = .step(
            StepRequest(question: "", seen: [], subtask: "", messages: messages, tools: terms)
        )
        let body = dialect.body(for: call, options: options)
        guard let bytes = try? RequestBody.bytes(body) else { return .null }
        var reader = JSONReader(bytes)
        return (try? reader.readValue()) ?? .null
    }

    @Test func `in Chat Completions`() {
        let body = body(ChatDialect())
        #expect(
            body["messages"] == [
                ["role": "system", "content": "S"], ["role": "user", "content": "Q"],
                [
                    "role": "assistant", "content": "Look.",
                    "tool_calls": [
                        [
                            "id": "call00001", "type": "function",
                            "function": ["name": "read", "arguments": #"{"p":1}"#],
                        ],
                        [
                            "id": "call00002", "type": "function",
                            "function": ["name": "read", "arguments": "{}"],
                        ],
                    ],
                ],
                ["role": "tool", "tool_call_id": "call00001", "content": "R1"],
                ["role": "tool", "tool_call_id": "call00002", "content": "R2"],
                [
                    "role": "user",
                    "content": [
                        [
                            "type": "image_url",
                            "image_url": ["url": "data:image/png;base64,eA=="],
                        ], ["type": "text", "text": "And"],
                        ["type": "image_url", "image_url": ["url": "https://a.example/b.png"]],
                    ],
                ],
            ]
        )
        #expect(
            body["tools"] == [
                [
                    "type": "function",
                    "function": [
                        "name": "read", "description": "Reads.", "strict": true,
                        "parameters": ["type": "object", "additionalProperties": false],
                    ],
                ]
            ]
        )
        #expect(body["tool_choice"] == nil && body["parallel_tool_calls"] == nil)
    }

    @Test func `in Responses`() {
        let body = body(ResponsesDialect())
        #expect(
            body["input"] == [
                ["role": "user", "content": "Q"], ["role": "assistant", "content": "Look."],
                [
                    "type": "function_call", "call_id": "call00001", "name": "read",
                    "arguments": #"{"p":1}"#,
                ],
                [
                    "type": "function_call", "call_id": "call00002", "name": "read",
                    "arguments": "{}",
                ],
                [
                    "type": "function_call_output", "call_id": "call00001",
                    "output": [
                        ["type": "input_text", "text": "R1"],
                        [
                            "type": "input_image", "detail": "auto",
                            "image_url": "data:image/png;base64,eA==",
                        ],
                    ],
                ],
                ["type": "function_call_output", "call_id": "call00002", "output": "R2"],
                [
                    "role": "user",
                    "content": [
                        ["type": "input_text", "text": "And"],
                        [
                            "type": "input_image", "detail": "auto",
                            "image_url": "https://a.example/b.png",
                        ],
                    ],
                ],
            ]
        )
        #expect(body["tools"]?[0]?["strict"] == true && body["tools"]?[0]?["name"] == "read")
    }

    @Test func `in Messages`() {
        let body = body(AnthropicDialect())
        #expect(
            body["messages"] == [
                ["role": "user", "content": "Q"],
                [
                    "role": "assistant",
                    "content": [
                        ["type": "text", "text": "Look."],
                        [
                            "type": "tool_use", "id": "call00001", "name": "read",
                            "input": ["p": 1],
                        ], ["type": "tool_use", "id": "call00002", "name": "read", "input": [:]],
                    ],
                ],
                [
                    "role": "user",
                    "content": [
                        [
                            "type": "tool_result", "tool_use_id": "call00001",
                            "content": [
                                ["type": "text", "text": "R1"],
                                [
                                    "type": "image",
                                    "source": [
                                        "type": "base64", "media_type": "image/png",
                                        "data": "eA==",
                                    ],
                                ],
                            ],
                        ],
                        [
                            "type": "tool_result", "tool_use_id": "call00002", "content": "R2",
                            "is_error": true,
                        ], ["type": "text", "text": "And"],
                        [
                            "type": "image",
                            "source": ["type": "url", "url": "https://a.example/b.png"],
                        ],
                    ],
                ],
            ]
        )
        #expect(body["tools"]?[0]?["input_schema"]?["type"] == "object")
    }

    @Test func `in Gemini`() {
        let body = body(GeminiDialect(), model: "gemini-3-pro")
        #expect(body["contents"]?[1]?["role"] == "model")
        #expect(
            body["contents"]?[1]?["parts"] == [
                ["text": "Look."],
                [
                    "functionCall": ["name": "read", "args": ["p": 1]],
                    "thoughtSignature": "skip_thought_signature_validator",
                ], ["functionCall": ["name": "read", "args": [:]]],
            ]
        )
        #expect(
            body["contents"]?[2]?["parts"] == [
                ["functionResponse": ["name": "read", "response": ["result": "R1"]]],
                ["functionResponse": ["name": "read", "response": ["error": "R2"]]],
                ["inlineData": ["mimeType": "image/png", "data": "eA=="]],
                ["text": "And"], ["fileData": ["fileUri": "https://a.example/b.png"]],
            ]
        )
        let older = self.body(GeminiDialect(), model: "models/gemini-2.5-flash")
        #expect(older["contents"]?[1]?["parts"]?[1]?["thoughtSignature"] == nil)
    }

    @Test func `a choice of tools is each vendor's own`() {
        func choice(_ dialect: any Dialect, _ choice: ToolTerms.Choice, _ name: String)
            -> JSONValue?
        {
            body(dialect, [ChatMessage(.user, "Q")], ToolTerms(Self.tools, choice: choice))[name]
        }
        for dialect in [ChatDialect() as any Dialect, ResponsesDialect()] {
            #expect(choice(dialect, .required, "tool_choice") == "required")
            #expect(choice(dialect, .never, "tool_choice") == "none")
        }
        #expect(choice(ResponsesDialect(), .named("read"), "tool_choice")?["name"] == "read")
        #expect(
            choice(ChatDialect(), .named("read"), "tool_choice")?["function"] == ["name": "read"]
        )
        #expect(choice(AnthropicDialect(), .required, "tool_choice") == ["type": "any"])
        #expect(choice(AnthropicDialect(), .auto, "tool_choice") == nil)
        #expect(
            choice(AnthropicDialect(), .named("read"), "tool_choice")
                == ["type": "tool", "name": "read"]
        )
        #expect(
            choice(GeminiDialect(), .named("read"), "toolConfig")
                == ["functionCallingConfig": ["mode": "ANY", "allowedFunctionNames": ["read"]]]
        )
        let serial = ToolTerms(Self.tools, isParallel: false)
        #expect(body(ChatDialect(), [], serial)["parallel_tool_calls"] == false)
        #expect(
            body(AnthropicDialect(), [], serial)["tool_choice"]
                == ["type": "auto", "disable_parallel_tool_use": true]
        )
    }

    @Test func `a model of Anthropic does not think where it may not`() {
        let options = ModelOptions(reasoningTokens: 2_000)
        #expect(
            body(AnthropicDialect(), [ChatMessage(.user, "Q")], nil, options)["thinking"] != nil
        )
        // Behind its own calls it would have to show what it thought then.
        let results = Array(Self.messages.prefix(5))
        #expect(body(AnthropicDialect(), results, nil, options)["thinking"] == nil)
        let forced = ToolTerms(Self.tools, choice: .required)
        #expect(body(AnthropicDialect(), [], forced, options)["thinking"] == nil)
    }

    @Test func `a schema and arguments go out in the order in which they were written`() throws {
        let schema = #"{"type":"object","properties":{"old":{},"new":{}},"required":["old"]}"#
        let tools = ToolTerms([Tool(name: "edit", parameters: .written(schema))])
        let arguments = #"{"old": 1, "new": 2}"#
        let messages = [
            ChatMessage(.user, "Q"),
            ChatMessage(
                .assistant,
                "",
                toolCalls: [ToolCall(id: "a", name: "edit", arguments: arguments)]
            ), ChatMessage(.tool, parts: [.text("R")], result: "a"),
        ]
        var call = ModelCall.sample
        call.request = .step(
            StepRequest(question: "", seen: [], subtask: "", messages: messages, tools: tools)
        )
        for dialect in [
            ChatDialect() as any Dialect, ResponsesDialect(), AnthropicDialect(), GeminiDialect(),
        ] {
            let body = dialect.body(for: call, options: ModelOptions())
            let text = String(decoding: try RequestBody.bytes(body), as: UTF8.self)
            #expect(text.contains(schema))
            #expect(text.contains(arguments) || text.contains(#"{\"old\": 1, \"new\": 2}"#))
        }
    }

    @Test func `an id that is given again is another call`() {
        func turn(_ id: String) -> [ChatMessage] {
            [
                ChatMessage(
                    .assistant,
                    "",
                    toolCalls: [ToolCall(id: id, name: "f", arguments: "")]
                ), ChatMessage(.tool, parts: [.text(id)], result: id),
            ]
        }
        let conversation = Conversation(turn("a") + turn("a") + turn("b"))
        let expected = ["call00001", "call00002", "call00003"]
        #expect(conversation.turns.flatMap(\.toolCalls).map(\.id) == expected)
        #expect(conversation.turns.flatMap(\.results).map(\.call) == expected)
    }

    @Test func `blank words are none where there is anything else`() {
        let call = ToolCall(id: "a", name: "f", arguments: "")
        let messages = [
            ChatMessage(.user, "Q"), ChatMessage(.assistant, "\n\n", toolCalls: [call]),
            ChatMessage(.tool, parts: [], result: "a"), ChatMessage(.user, " "),
            ChatMessage(.assistant, ""), ChatMessage(.user, "R"),
        ]
        let body = body(AnthropicDialect(), messages, nil)
        #expect(body["messages"]?[1]?["content"]?[0]?["type"] == "tool_use")
        #expect(body["messages"]?[2]?["content"]?[1] == ["type": "text", "text": "R"])
    }

    @Test func `without tools nothing is said of any`() {
        for dialect in [ChatDialect() as any Dialect, ResponsesDialect(), AnthropicDialect()] {
            let body = body(dialect, [ChatMessage(.user, "Q")], nil)
            #expect(body["tools"] == nil && body["tool_choice"] == nil)
        }
    }
}

extension JSONValue {
    fileprivate subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    fileprivate subscript(index: Int) -> JSONValue? {
        if case .array(let elements) = self, elements.indices.contains(index) {
            elements[index]
        } else {
            nil
        }
    }
}
