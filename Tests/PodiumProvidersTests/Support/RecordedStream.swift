import PodiumCore
import Testing

@testable import PodiumProviders

/// A stream in the shape a vendor documents, and what it says.
struct RecordedStream: Sendable, CustomTestStringConvertible {
    let name: String
    let dialect: any Dialect
    let text: String
    let pieces: [ReplyPiece]

    var testDescription: String { name }
    var bytes: [UInt8] { Array(text.utf8) }

    static let all = [chat, anthropic, gemini, responses]

    static let chat = RecordedStream(
        name: "Chat Completions",
        dialect: ChatDialect(),
        text: ChatReaderTests.openAI,
        pieces: [
            .text("Hel"), .text("lo 🙂"),
            .usage(Usage(input: 20, cacheRead: 100, output: 50, reasoning: 30)),
            .finished(.stop),
        ]
    )

    static let anthropic = RecordedStream(
        name: "Messages",
        dialect: AnthropicDialect(),
        text: #"""
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":20,"cache_creation_input_tokens":30,"cache_read_input_tokens":100,"cache_creation":{"ephemeral_5m_input_tokens":10,"ephemeral_1h_input_tokens":20},"output_tokens":1,"service_tier":"standard"}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

            event: ping
            data: {"type":"ping"}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Greet."}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"EqQB"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: content_block_start
            data: {"type":"content_block_start","index":1,"content_block":{"type":"redacted_thinking","data":"EmwK"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":1}

            event: content_block_start
            data: {"type":"content_block_start","index":2,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"Hel"}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"lo 🙂"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":2}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"input_tokens":20,"cache_creation_input_tokens":30,"cache_read_input_tokens":100,"output_tokens":50,"output_tokens_details":{"thinking_tokens":35}}}

            event: message_stop
            data: {"type":"message_stop"}


            """#,
        pieces: [
            .usage(
                Usage(
                    input: 20,
                    cacheRead: 100,
                    cacheWriteShort: 10,
                    cacheWriteLong: 20,
                    output: 1
                )
            ),
            .reasoning("Greet."), .text("Hel"), .text("lo 🙂"),
            .usage(
                Usage(
                    input: 20,
                    cacheRead: 100,
                    cacheWriteShort: 10,
                    cacheWriteLong: 20,
                    output: 50,
                    reasoning: 35
                )
            ),
            .finished(.stop),
        ]
    )

    static let gemini = RecordedStream(
        name: "Gemini",
        dialect: GeminiDialect(),
        text: #"""
            data: {"candidates": [{"content": {"parts": [{"text": "Greet.","thought": true}],"role": "model"},"index": 0}],"usageMetadata": {"promptTokenCount": 120,"totalTokenCount": 155,"promptTokensDetails": [{"modality": "TEXT","tokenCount": 120}],"thoughtsTokenCount": 35},"modelVersion": "m","responseId": "r"}

            data: {"candidates": [{"content": {"parts": [{"text": "Hel"}],"role": "model"},"index": 0}],"usageMetadata": {"promptTokenCount": 120,"candidatesTokenCount": 2,"totalTokenCount": 157,"thoughtsTokenCount": 35},"modelVersion": "m","responseId": "r"}

            data: {"candidates": [{"content": {"parts": [{"text": "lo 🙂","thoughtSignature": "CgQK"}],"role": "model"},"finishReason": "STOP","index": 0,"safetyRatings": []}],"usageMetadata": {"promptTokenCount": 120,"cachedContentTokenCount": 100,"toolUsePromptTokenCount": 7,"candidatesTokenCount": 15,"totalTokenCount": 177,"thoughtsTokenCount": 35},"modelVersion": "m","responseId": "r"}


            """#,
        pieces: [
            .reasoning("Greet."), .usage(Usage(input: 120, output: 35, reasoning: 35)),
            .text("Hel"), .usage(Usage(input: 120, output: 37, reasoning: 35)),
            .text("lo 🙂"),
            .usage(Usage(input: 27, cacheRead: 100, output: 50, reasoning: 35)),
            .finished(.stop),
        ]
    )

    static let responses = RecordedStream(
        name: "Responses",
        dialect: ResponsesDialect(),
        text: #"""
            event: response.created
            data: {"type":"response.created","sequence_number":0,"response":{"id":"resp_1","object":"response","status":"in_progress","error":null,"incomplete_details":null,"output":[],"usage":null}}

            event: response.output_item.added
            data: {"type":"response.output_item.added","sequence_number":1,"output_index":0,"item":{"id":"rs_1","type":"reasoning","summary":[]}}

            event: response.reasoning_summary_part.added
            data: {"type":"response.reasoning_summary_part.added","sequence_number":2,"item_id":"rs_1","output_index":0,"summary_index":0,"part":{"type":"summary_text","text":""}}

            event: response.reasoning_summary_text.delta
            data: {"type":"response.reasoning_summary_text.delta","sequence_number":3,"item_id":"rs_1","output_index":0,"summary_index":0,"delta":"Greet."}

            event: response.reasoning_summary_part.added
            data: {"type":"response.reasoning_summary_part.added","sequence_number":4,"item_id":"rs_1","output_index":0,"summary_index":1,"part":{"type":"summary_text","text":""}}

            event: response.reasoning_summary_text.delta
            data: {"type":"response.reasoning_summary_text.delta","sequence_number":5,"item_id":"rs_1","output_index":0,"summary_index":1,"delta":"Smile."}

            event: response.output_text.delta
            data: {"type":"response.output_text.delta","sequence_number":6,"item_id":"msg_1","output_index":1,"content_index":0,"delta":"Hel","logprobs":[],"obfuscation":"x"}

            event: response.output_text.delta
            data: {"type":"response.output_text.delta","sequence_number":7,"item_id":"msg_1","output_index":1,"content_index":0,"delta":"lo \ud83d\ude42","logprobs":[]}

            event: response.output_text.done
            data: {"type":"response.output_text.done","sequence_number":8,"item_id":"msg_1","output_index":1,"content_index":0,"text":"Hello \ud83d\ude42","logprobs":[]}

            event: response.completed
            data: {"type":"response.completed","sequence_number":9,"response":{"id":"resp_1","object":"response","status":"completed","error":null,"incomplete_details":null,"output":[{"id":"rs_1","type":"reasoning","summary":[{"type":"summary_text","text":"Greet."},{"type":"summary_text","text":"Smile."}]},{"id":"msg_1","type":"message","status":"completed","role":"assistant","content":[{"type":"output_text","text":"Hello \ud83d\ude42","annotations":[]}]}],"usage":{"input_tokens":150,"input_tokens_details":{"cached_tokens":100,"cache_write_tokens":30,"cache_write_tokens_details":{"ttl_30m_tokens":10,"ttl_12h_tokens":20}},"output_tokens":50,"output_tokens_details":{"reasoning_tokens":35},"total_tokens":200}}}


            """#,
        pieces: [
            .reasoning("Greet."), .reasoning("\n\n"), .reasoning("Smile."), .text("Hel"),
            .text("lo 🙂"),
            .usage(
                Usage(
                    input: 20,
                    cacheRead: 100,
                    cacheWriteShort: 10,
                    cacheWriteLong: 20,
                    output: 50,
                    reasoning: 35
                )
            ),
            .finished(.stop),
        ]
    )
}
