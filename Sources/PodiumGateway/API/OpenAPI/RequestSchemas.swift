internal import PodiumCore

/// What `ChatRequest`, `ResponsesRequest` and `MessagesRequest` take, member by member.
enum RequestSchemas {
    /// - Parameter models: those that a client may name.
    static func all(_ models: [String]) -> [String: JSONValue] {
        [
            "Model": ["type": "string", "enum": .array(models.map(JSONValue.string))],
            "ChatRequest": chat, "ChatMessage": chatMessage, "ResponsesRequest": responses,
            "ResponsesItem": responsesItem, "MessagesRequest": messages(isCounting: false),
            "CountTokensRequest": messages(isCounting: true), "Message": message,
            "ReplyForm": Schema.asked(formMembers.needed, formMembers.optional),
        ]
    }

    private static let tokens = Schema.integer(in: 1...Int64(Int32.max))
    private static let model = Schema.reference("Model")
    private static let noPenalty = Schema.only(0)

    // MARK: Chat Completions

    private static var chat: JSONValue {
        Schema.asked(
            [
                "model": model,
                "messages": Schema.list(of: Schema.reference("ChatMessage"), atLeast: 1),
            ],
            [
                "stream": Schema.bool,
                "stream_options": Schema.asked(
                    [:],
                    ["include_usage": Schema.bool, "include_obfuscation": Schema.ignored]
                ),
                "temperature": Schema.number(in: 0...2), "top_p": Schema.number(in: 0...1),
                "top_k": tokens, "max_tokens": tokens, "max_completion_tokens": tokens,
                "stop": texts(atMost: 4), "seed": Schema.integer(in: .min ... .max),
                "reasoning_effort": Schema.string,
                "response_format": Schema.any(
                    of: Schema.asked(["type": Schema.words("text", "json_object")]),
                    Schema.asked([
                        "type": Schema.only("json_schema"),
                        "json_schema": Schema.reference("ReplyForm"),
                    ])
                ),
                "n": Schema.only(1), "frequency_penalty": noPenalty,
                "presence_penalty": noPenalty, "logprobs": Schema.only(false),
                "top_logprobs": Schema.only(0),
                "logit_bias": ["type": "object", "maxProperties": 0],
                "modalities": Schema.only(["text"]), "tools": ToolSchemas.chatTools,
                "tool_choice": ToolSchemas.chatChoice, "parallel_tool_calls": Schema.bool,
            ]
            .merging(
                Schema.refused(
                    "audio",
                    "prediction",
                    "web_search_options",
                    "functions",
                    "function_call"
                )
            ) { $1 }
            .merging(
                Schema.ignored(
                    "user",
                    "metadata",
                    "store",
                    "safety_identifier",
                    "prompt_cache_key",
                    "prompt_cache_retention",
                    "prompt_cache_options",
                    "moderation",
                    "service_tier",
                    "verbosity"
                )
            ) { $1 }
        )
    }

    private static var chatMessage: JSONValue {
        let members = [
            "content": content(in: .chat), "refusal": Schema.string,
        ]
        .merging(
            Schema.ignored(
                "name",
                "annotations",
                "reasoning_content",
                "reasoning",
                "reasoning_details",
                "thinking_blocks",
                "provider_specific_fields",
                "cache_control",
                "audio"
            )
        ) { $1 }
        return Schema.any(
            of: Schema.asked(["role": Schema.words("system", "developer", "user")], members),
            Schema.asked(
                ["role": Schema.only("assistant")],
                members.merging(["tool_calls": Schema.list(of: ToolSchemas.chatCall)]) { $1 }
                    .merging(Schema.refused("function_call")) { $1 }
            ),
            Schema.asked(
                ["role": Schema.only("tool"), "tool_call_id": Schema.string],
                members
            )
        )
    }

    // MARK: Responses

    private static var responses: JSONValue {
        Schema.asked(
            [
                "model": model,
                "input": Schema.any(
                    of: Schema.string,
                    Schema.list(of: Schema.reference("ResponsesItem"), atLeast: 1)
                ),
            ],
            [
                "instructions": Schema.string, "stream": Schema.bool,
                "previous_response_id": Schema.string, "temperature": Schema.number(in: 0...2),
                "top_p": Schema.number(in: 0...1), "max_output_tokens": tokens,
                "reasoning": Schema.asked(
                    [:],
                    Schema.ignored("summary", "generate_summary", "context")
                        .merging(["effort": Schema.string]) { $1 }
                ),
                "text": Schema.asked(
                    [:],
                    [
                        "verbosity": Schema.ignored,
                        "format": Schema.any(
                            of: Schema.asked(["type": Schema.words("text", "json_object")]),
                            form(type: "json_schema")
                        ),
                    ]
                ),
                "background": Schema.only(false), "tools": ToolSchemas.responsesTools,
                "tool_choice": ToolSchemas.responsesChoice, "parallel_tool_calls": Schema.bool,
                "top_logprobs": Schema.only(0), "frequency_penalty": noPenalty,
                "presence_penalty": noPenalty, "truncation": Schema.only("disabled"),
            ]
            .merging(Schema.refused("conversation", "prompt")) { $1 }
            .merging(
                Schema.ignored(
                    "stream_options",
                    "include",
                    "user",
                    "store",
                    "safety_identifier",
                    "prompt_cache_key",
                    "prompt_cache_retention",
                    "prompt_cache_options",
                    "context_management",
                    "client_metadata",
                    "moderation",
                    "service_tier",
                    "max_tool_calls",
                    "metadata"
                )
            ) { $1 }
        )
    }

    private static var responsesItem: JSONValue {
        Schema.any(
            of: Schema.asked(
                ["role": Schema.words("system", "developer", "user", "assistant")],
                [
                    "type": Schema.only("message"),
                    "content": content(in: .responses),
                ]
                .merging(ToolSchemas.itemMembers) { $1 }
            ),
            Schema.told(["type": Schema.only("reasoning")]),
            ToolSchemas.responsesCall,
            ToolSchemas.responsesResult(content(in: .responses))
        )
    }

    // MARK: Messages

    private static func messages(isCounting: Bool) -> JSONValue {
        var needed = [
            "model": model, "messages": Schema.list(of: Schema.reference("Message"), atLeast: 1),
        ]
        var optional = [
            "system": content(in: .messages, hasImages: false), "stream": Schema.bool,
            "temperature": Schema.number(in: 0...1), "top_p": Schema.number(in: 0...1),
            "top_k": tokens, "stop_sequences": texts(atMost: 64),
            "thinking": Schema.any(
                of: Schema.asked(
                    ["type": Schema.only("enabled")],
                    [
                        "budget_tokens": Schema.integer(in: 1_024 ... .max),
                        "display": Schema.ignored,
                    ]
                ),
                Schema.asked(
                    ["type": Schema.words("adaptive", "disabled")],
                    Schema.ignored("budget_tokens", "display")
                )
            ),
            "output_config": Schema.asked(
                [:],
                [
                    "effort": Schema.string, "format": form(type: "json_schema"),
                    "task_budget": Schema.ignored,
                ]
            ),
            "tools": ToolSchemas.messagesTools, "tool_choice": ToolSchemas.messagesChoice,
            "mcp_servers": Schema.empty, "container": Schema.empty,
        ]
        .merging(
            Schema.ignored(
                "metadata",
                "service_tier",
                "context_management",
                "betas",
                "cache_control",
                "inference_geo",
                "speed",
                "diagnostics",
                "user_profile_id"
            )
        ) { $1 }
        if isCounting { optional["max_tokens"] = tokens } else { needed["max_tokens"] = tokens }
        return Schema.asked(needed, optional)
    }

    private static var message: JSONValue {
        let thought = Schema.told(["type": Schema.words("thinking", "redacted_thinking")])
        return Schema.asked([
            "role": Schema.words("user", "assistant", "system"),
            "content": content(
                in: .messages,
                and: [
                    thought, ToolSchemas.messagesCall,
                    ToolSchemas.messagesResult(content(in: .messages)),
                ]
            ),
        ])
    }

    // MARK: Parts

    private static func texts(atMost count: Int) -> JSONValue {
        Schema.any(of: Schema.string, Schema.list(of: Schema.string, atMost: count))
    }

    /// As `MessageContent` reads it.
    private static func content(
        in api: ClientRequest.API,
        hasImages: Bool = true,
        and more: [JSONValue] = []
    ) -> JSONValue {
        let types: [JSONValue] =
            api == .responses ? ["input_text", "output_text", "text"] : ["text"]
        let unread = Schema.ignored(
            "cache_control",
            "prompt_cache_breakpoint",
            "annotations",
            "logprobs",
            "citations"
        )
        var parts = [
            Schema.string,
            Schema.asked(
                ["text": Schema.string],
                unread.merging(["type": ["type": "string", "enum": .array(types)]]) { $1 }
            ),
        ]
        if hasImages { parts.append(ToolSchemas.image(in: api, unread)) }
        if api != .messages {
            parts.append(
                Schema.asked(["type": Schema.only("refusal"), "refusal": Schema.string], unread)
            )
        }
        return Schema.any(of: Schema.string, Schema.list(of: ["anyOf": .array(parts + more)]))
    }

    /// As `ReplyForm` reads it.
    private static let formMembers: (needed: [String: JSONValue], optional: [String: JSONValue]) = (
        ["schema": ["type": "object"]],
        ["name": Schema.string, "description": Schema.ignored, "strict": Schema.bool]
    )

    private static func form(type: String) -> JSONValue {
        Schema.asked(
            formMembers.needed.merging(["type": Schema.only(.string(type))]) { $1 },
            formMembers.optional
        )
    }
}
