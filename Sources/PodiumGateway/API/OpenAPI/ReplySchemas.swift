internal import PodiumCore

/// What `ChatWriter`, `ResponsesWriter`, `MessagesWriter` and `ServedModels` write.
enum ReplySchemas {
    static var all: [String: JSONValue] {
        [
            "ChatCompletion": chat, "ChatCompletionChunk": chatChunk, "Response": response,
            "MessageReply": message, "TokenCount": Schema.told(["input_tokens": Schema.count]),
            "Podium": podium, "Agent": agent, "Cost": cost,
            "OpenAIModel": openAIModel, "AnthropicModel": anthropicModel,
            "OpenAIModels": Schema.told([
                "object": Schema.only("list"),
                "data": Schema.list(of: Schema.reference("OpenAIModel")),
            ]),
            "AnthropicModels": Schema.told([
                "data": Schema.list(of: Schema.reference("AnthropicModel")),
                "has_more": Schema.only(false), "first_id": Schema.orNull(Schema.string),
                "last_id": Schema.orNull(Schema.string),
            ]),
            "Health": Schema.told([
                "status": Schema.words("ok", "ending"), "running": Schema.count,
                "waiting": Schema.count,
            ]),
            "About": Schema.told([
                "name": Schema.string, "models": Schema.string, "openapi": Schema.string,
                "health": Schema.string, "metrics": Schema.string,
            ]),
        ]
    }

    private static let seconds = Schema.described(Schema.count, "Seconds since 1970.")
    private static let conducting = [
        "orchestration_input_tokens": Schema.count, "orchestration_output_tokens": Schema.count,
    ]

    // MARK: Chat Completions

    private static var chatUsage: JSONValue {
        Schema.told(
            [
                "prompt_tokens": Schema.count, "completion_tokens": Schema.count,
                "total_tokens": Schema.count,
                "prompt_tokens_details": Schema.told([
                    "cached_tokens": Schema.count, "cache_write_tokens": Schema.count,
                ]),
                "completion_tokens_details": Schema.told(["reasoning_tokens": Schema.count]),
            ]
            .merging(conducting) { $1 }
        )
    }

    private static let finishReasons = Schema.words(
        "stop",
        "length",
        "tool_calls",
        "content_filter"
    )

    private static var chat: JSONValue {
        Schema.told([
            "id": Schema.string, "object": Schema.only("chat.completion"), "created": seconds,
            "model": Schema.string,
            "choices": Schema.list(
                of: Schema.told([
                    "index": Schema.only(0), "finish_reason": finishReasons,
                    "logprobs": Schema.null,
                    "message": Schema.told(
                        [
                            "role": Schema.only("assistant"),
                            "content": Schema.orNull(Schema.string), "refusal": Schema.null,
                        ],
                        ["tool_calls": ToolSchemas.toldChatCalls]
                    ),
                ])
            ),
            "usage": chatUsage, "podium": Schema.reference("Podium"),
        ])
    }

    private static var chatChunk: JSONValue {
        Schema.described(
            Schema.told(
                [
                    "id": Schema.string, "object": Schema.only("chat.completion.chunk"),
                    "created": seconds, "model": Schema.string,
                    "choices": Schema.list(
                        of: Schema.told([
                            "index": Schema.only(0),
                            "finish_reason": Schema.orNull(finishReasons),
                            "delta": Schema.told(
                                [:],
                                [
                                    "role": Schema.only("assistant"), "content": Schema.string,
                                    "tool_calls": ToolSchemas.toldChatCallPieces,
                                ]
                            ),
                        ])
                    ),
                    "podium": ["type": "object"],
                ],
                ["usage": Schema.orNull(chatUsage)]
            ),
            "One `data:` of a stream. With stream_options.include_usage the last has the counts of tokens,"
                + " and no choices; `[DONE]` ends it. A stream that breaks has an error in their place."
        )
    }

    // MARK: Responses

    private static var response: JSONValue {
        let anything: JSONValue = [:]
        let echoed = [
            "instructions", "metadata", "temperature", "top_p", "text", "reasoning",
            "max_output_tokens", "max_tool_calls", "user", "previous_response_id",
            "safety_identifier", "prompt_cache_key", "tools", "tool_choice",
            "parallel_tool_calls",
        ]
        return Schema.told(
            [
                "id": Schema.string, "object": Schema.only("response"), "created_at": seconds,
                "status": Schema.words("in_progress", "completed", "incomplete", "failed"),
                "model": Schema.string,
                "output": Schema.list(
                    of: Schema.any(
                        of: Schema.told([
                            "type": Schema.only("message"), "id": Schema.string,
                            "role": Schema.only("assistant"), "status": Schema.string,
                            "content": Schema.list(
                                of: Schema.told([
                                    "type": Schema.only("output_text"), "text": Schema.string,
                                    "annotations": Schema.empty, "logprobs": Schema.empty,
                                ])
                            ),
                        ]),
                        ToolSchemas.toldResponsesCall
                    )
                ),
                "usage": Schema.orNull(responseUsage),
                "error": Schema.orNull(
                    Schema.told(["code": Schema.string, "message": Schema.string])
                ),
                "incomplete_details": Schema.orNull(
                    Schema.told(["reason": Schema.words("max_output_tokens", "content_filter")])
                ),
                "completed_at": Schema.orNull(seconds), "background": Schema.only(false),
                "store": Schema.only(true), "truncation": Schema.only("disabled"),
                "top_logprobs": Schema.only(0),
                "presence_penalty": Schema.only(0), "frequency_penalty": Schema.only(0),
                "service_tier": Schema.only("default"), "podium": Schema.reference("Podium"),
            ]
            .merging(echoed.map { ($0, anything) }) { $1 }
        )
    }

    private static var responseUsage: JSONValue {
        Schema.told(
            [
                "input_tokens": Schema.count,
                "input_tokens_details": Schema.told([
                    "cached_tokens": Schema.count, "cache_write_tokens": Schema.count,
                ]),
                "output_tokens": Schema.count,
                "output_tokens_details": Schema.told(["reasoning_tokens": Schema.count]),
                "total_tokens": Schema.count,
            ]
            .merging(conducting) { $1 }
        )
    }

    // MARK: Messages

    private static var message: JSONValue {
        Schema.told([
            "id": Schema.string, "type": Schema.only("message"),
            "role": Schema.only("assistant"), "model": Schema.string,
            "content": Schema.list(
                of: Schema.any(
                    of: Schema.told(["type": Schema.only("text"), "text": Schema.string]),
                    ToolSchemas.toldMessagesCall
                )
            ),
            "stop_reason": Schema.words(
                "end_turn",
                "max_tokens",
                "stop_sequence",
                "tool_use",
                "refusal"
            ),
            "stop_sequence": Schema.orNull(Schema.string),
            "usage": Schema.told(
                [
                    "input_tokens": Schema.count, "output_tokens": Schema.count,
                    "cache_creation_input_tokens": Schema.count,
                    "cache_read_input_tokens": Schema.count,
                ]
                .merging(conducting) { $1 }
            ),
            "podium": Schema.reference("Podium"),
        ])
    }

    // MARK: Who answered

    /// As `RunSummary` writes it.
    private static var podium: JSONValue {
        Schema.described(
            Schema.told(
                [
                    "session": Schema.string, "cost": Schema.reference("Cost"),
                    "overrides": Schema.count,
                    "steps": Schema.list(
                        of: [
                            "allOf": [
                                Schema.reference("Agent"),
                                Schema.told(
                                    ["subtask": Schema.string],
                                    [
                                        "input_tokens": Schema.count,
                                        "output_tokens": Schema.count,
                                        "cost": Schema.reference("Cost"),
                                    ]
                                ),
                            ]
                        ]
                    ),
                ],
                [
                    "answered_by": Schema.reference("Agent"),
                    "conductor": Schema.reference("Agent"),
                    "outcome": Schema.words("answered", "budget"),
                    "answer": Schema.orNull(Schema.string), "reason": Schema.string,
                    "notes": Schema.list(of: Schema.string),
                ]
            ),
            "Who did what, what it cost, and what of the request changed nothing (notes)."
        )
    }

    private static let agent = Schema.told(
        ["worker": Schema.string],
        ["model": Schema.string, "provider": Schema.string]
    )

    private static let cost = Schema.told(
        ["usd": Schema.amount],
        ["nominal_units": Schema.amount, "has_unknown": Schema.only(true)]
    )

    // MARK: Models

    private static let aboutModel = Schema.any(
        of: Schema.told([
            "kind": Schema.only("workflow"), "pool": Schema.string,
            "variant": Schema.orNull(Schema.string),
        ]),
        Schema.told([
            "kind": Schema.only("worker"), "model": Schema.string, "provider": Schema.string,
            "is_local": Schema.bool,
        ])
    )

    private static let openAIModel = Schema.told([
        "id": Schema.string, "object": Schema.only("model"), "created": seconds,
        "owned_by": Schema.string, "podium": aboutModel,
    ])

    private static let anthropicModel = Schema.told([
        "id": Schema.string, "type": Schema.only("model"), "display_name": Schema.string,
        "created_at": ["type": "string", "format": "date-time"], "podium": aboutModel,
    ])
}
