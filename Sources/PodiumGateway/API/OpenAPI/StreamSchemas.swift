internal import PodiumCore

/// What one server-sent event of a stream is.
enum StreamSchemas {
    static func event(of api: ClientRequest.API) -> JSONValue {
        switch api {
        case .chat:
            Schema.told([
                "data": Schema.any(
                    of: Schema.only("[DONE]"),
                    json(
                        Schema.any(
                            of: Schema.reference("ChatCompletionChunk"),
                            Schema.reference("OpenAIError")
                        )
                    )
                )
            ])
        case .responses:
            Schema.any(
                of: Schema.told(["data": Schema.only("[DONE]")]),
                Schema.told([
                    "event": Schema.words(
                        "response.created",
                        "response.in_progress",
                        "response.output_item.added",
                        "response.content_part.added",
                        "response.output_text.delta",
                        "response.output_text.done",
                        "response.content_part.done",
                        "response.function_call_arguments.delta",
                        "response.function_call_arguments.done",
                        "response.output_item.done",
                        "response.completed",
                        "response.incomplete",
                        "response.failed"
                    ),
                    "data": json(
                        Schema.told(["type": Schema.string, "sequence_number": Schema.count])
                    ),
                ])
            )
        case .messages:
            Schema.told([
                "event": Schema.words(
                    "message_start",
                    "content_block_start",
                    "content_block_delta",
                    "content_block_stop",
                    "message_delta",
                    "message_stop",
                    "error"
                ),
                "data": json(Schema.told(["type": Schema.string])),
            ])
        }
    }

    /// A text that is JSON of this kind.
    private static func json(_ schema: JSONValue) -> JSONValue {
        ["type": "string", "contentMediaType": "application/json", "contentSchema": schema]
    }
}
