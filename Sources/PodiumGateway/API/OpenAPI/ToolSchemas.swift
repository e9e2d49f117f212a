internal import PodiumCore

/// Tools, their calls and results, and images, as the requests of each API have them.
enum ToolSchemas {
    private static let parameters: JSONValue = ["type": "object"]
    private static let unread = Schema.ignored(
        "cache_control",
        "defer_loading",
        "eager_input_streaming",
        "allowed_callers",
        "output_schema",
        "async"
    )
    /// Those that only a vendor's own servers have.
    private static let leftOut = Schema.described(
        Schema.told(["type": Schema.string]),
        "Anything but a function is left out, and named in the reply's notes."
    )

    // MARK: Offers

    static var chatTools: JSONValue {
        let function = Schema.asked(
            ["name": Schema.string],
            [
                "description": Schema.string, "parameters": parameters, "strict": Schema.bool,
            ]
        )
        return Schema.list(
            of: Schema.any(
                of: Schema.asked(
                    ["type": Schema.only("function"), "function": function],
                    unread
                ),
                leftOut
            )
        )
    }

    static var responsesTools: JSONValue {
        let function = Schema.asked(
            ["type": Schema.only("function"), "name": Schema.string],
            [
                "description": Schema.string, "parameters": parameters,
                "strict": Schema.bool,
            ]
            .merging(unread) { $1 }
        )
        let namespace = Schema.asked(
            [
                "type": Schema.only("namespace"), "name": Schema.string,
                "tools": Schema.list(of: Schema.any(of: function, leftOut)),
            ],
            unread.merging(Schema.ignored("description")) { $1 }
        )
        return Schema.list(of: Schema.any(of: function, namespace, leftOut))
    }

    static var messagesTools: JSONValue {
        Schema.list(
            of: Schema.any(
                of: Schema.asked(
                    ["name": Schema.string],
                    [
                        "type": Schema.only("custom"), "description": Schema.string,
                        "input_schema": parameters, "strict": Schema.bool,
                    ]
                    .merging(unread) { $1 }
                    .merging(Schema.ignored("input_examples")) { $1 }
                ),
                leftOut
            )
        )
    }

    private static let choices = Schema.words("auto", "none", "required")

    static var chatChoice: JSONValue {
        Schema.any(
            of: choices,
            Schema.asked([
                "type": Schema.only("function"),
                "function": Schema.asked(["name": Schema.string]),
            ])
        )
    }

    static var responsesChoice: JSONValue {
        Schema.any(
            of: choices,
            Schema.asked(["type": Schema.only("function"), "name": Schema.string])
        )
    }

    static var messagesChoice: JSONValue {
        let parallel = ["disable_parallel_tool_use": Schema.bool]
        return Schema.any(
            of: Schema.asked(["type": Schema.words("auto", "any", "none")], parallel),
            Schema.asked(["type": Schema.only("tool"), "name": Schema.string], parallel)
        )
    }

    // MARK: Calls and results

    static var chatCall: JSONValue {
        let function = Schema.asked(
            ["name": Schema.string],
            ["arguments": Schema.string, "provider_specific_fields": Schema.ignored]
        )
        return Schema.asked(
            ["id": Schema.string, "function": function],
            Schema.ignored("type", "index", "provider_specific_fields", "extra_content")
        )
    }

    /// What an item of any kind may have and nobody reads.
    static let itemMembers = Schema.ignored(
        "id",
        "status",
        "phase",
        "caller",
        "internal_chat_message_metadata_passthrough"
    )

    static var responsesCall: JSONValue {
        Schema.asked(
            [
                "type": Schema.only("function_call"), "call_id": Schema.string,
                "name": Schema.string,
            ],
            itemMembers.merging(["arguments": Schema.string, "namespace": Schema.string]) { $1 }
        )
    }

    static func responsesResult(_ content: JSONValue) -> JSONValue {
        Schema.asked(
            ["type": Schema.only("function_call_output"), "call_id": Schema.string],
            itemMembers.merging(["output": content]) { $1 }
        )
    }

    static var messagesCall: JSONValue {
        Schema.asked(
            ["type": Schema.only("tool_use"), "id": Schema.string, "name": Schema.string],
            Schema.ignored("cache_control", "caller", "toolset_name")
                .merging(["input": [:]]) { $1 }
        )
    }

    static func messagesResult(_ content: JSONValue) -> JSONValue {
        Schema.asked(
            ["type": Schema.only("tool_result"), "tool_use_id": Schema.string],
            [
                "content": content, "is_error": Schema.bool,
            ]
            .merging(Schema.ignored("cache_control", "caller", "toolset_name")) { $1 }
        )
    }

    // MARK: Images

    /// - Parameter unread: what a part of any kind may have and nobody reads.
    static func image(in api: ClientRequest.API, _ unread: [String: JSONValue]) -> JSONValue {
        let url = Schema.described(Schema.string, "An address of HTTP, or `data:image/…;base64,…`.")
        switch api {
        case .chat:
            return Schema.asked(
                [
                    "type": Schema.only("image_url"),
                    "image_url": Schema.asked(["url": url], ["detail": Schema.ignored]),
                ],
                unread
            )
        case .responses:
            return Schema.asked(
                ["type": Schema.only("input_image"), "image_url": url],
                unread.merging(Schema.refused("file_id")) { $1 }
                    .merging(["detail": Schema.ignored]) { $1 }
            )
        case .messages:
            let source = Schema.any(
                of: Schema.asked(["type": Schema.only("url"), "url": url]),
                Schema.asked([
                    "type": Schema.only("base64"), "media_type": Schema.string,
                    "data": Schema.string,
                ])
            )
            return Schema.asked(["type": Schema.only("image"), "source": source], unread)
        }
    }

    // MARK: Replies

    static let toldChatCalls = Schema.list(
        of: Schema.told([
            "id": Schema.string, "type": Schema.only("function"),
            "function": Schema.told(["name": Schema.string, "arguments": Schema.string]),
        ])
    )

    static let toldChatCallPieces = Schema.list(
        of: Schema.told(
            [
                "index": Schema.count,
                "function": Schema.told([:], ["name": Schema.string, "arguments": Schema.string]),
            ],
            ["id": Schema.string, "type": Schema.only("function")]
        )
    )

    static let toldResponsesCall = Schema.told(
        [
            "type": Schema.only("function_call"), "id": Schema.string, "call_id": Schema.string,
            "name": Schema.string, "arguments": Schema.string, "status": Schema.string,
        ],
        ["namespace": Schema.string]
    )

    static let toldMessagesCall = Schema.told([
        "type": Schema.only("tool_use"), "id": Schema.string, "name": Schema.string,
        "input": parameters,
    ])
}
