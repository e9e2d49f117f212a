import PodiumCore
import Testing

@testable import PodiumProviders

@Suite struct AnthropicReaderTests {
    private func decode(_ data: String...) -> Decoded {
        PodiumProvidersTests.decode(
            AnthropicDialect(),
            data.map { "data: \($0)\n\n" }.joined()
        )
    }

    private static func text(_ text: String) -> String {
        #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"\#(text)"}}"#
    }

    private static func stop(_ reason: String, details: String = "null") -> String {
        #"{"type":"message_delta","delta":{"stop_reason":"\#(reason)","stop_details":\#(details)},"#
            + #""usage":{"output_tokens":9}}"#
    }

    @Test(arguments: [
        ("end_turn", FinishReason.stop), ("stop_sequence", .stop), ("max_tokens", .length),
        ("model_context_window_exceeded", .length), ("refusal", .declined),
        ("pause_turn", FinishReason(rawValue: "pause_turn")),
        ("tool_use", .toolCalls),
    ]) func `reasons are brought into common terms`(word: String, reason: FinishReason) {
        let (pieces, error) = decode(Self.text("a"), Self.stop(word), #"{"type":"message_stop"}"#)
        #expect(error == nil)
        #expect(pieces == [.text("a"), .usage(Usage(output: 9)), .finished(reason)])
    }

    @Test func `a reason is an end mark, and so is message_stop alone`() {
        #expect(decode(Self.text("a"), Self.stop("end_turn")).error == nil)
        #expect(decode(Self.text("a"), #"{"type":"message_stop"}"#).pieces.finishes == [.stop])
        #expect(decode(Self.text("a"), Self.stop("")).error?.code == .cutOff)
    }

    @Test func `a refusal without words is explained`() {
        let details = #"{"type":"refusal","category":"cyber","explanation":"Not this."}"#
        let (pieces, _) = decode(Self.stop("refusal", details: details))
        #expect(pieces.text == "Not this.")
        #expect(pieces.finishes == [.declined])
        #expect(decode(Self.text("a"), Self.stop("refusal", details: details)).pieces.text == "a")
    }

    @Test func `calls of tools, citations and unknown events say nothing`() {
        let (pieces, error) = decode(
            #"{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"n","input":{},"text":"no"}}"#,
            #"{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"a\":"}}"#,
            #"{"type":"content_block_delta","index":0,"delta":{"type":"citations_delta","citation":{"cited_text":"no"}}}"#,
            #"{"type":"later_event","delta":{"type":"text_delta","text":"no"}}"#,
            #"{"type":"ping"}"#,
            Self.text("yes"),
            Self.stop("end_turn")
        )
        #expect(error == nil)
        #expect(pieces.text == "yes")
    }

    @Test func `a block may begin with text`() {
        let (pieces, _) = decode(
            #"{"type":"content_block_start","index":0,"content_block":{"type":"text","text":"a"}}"#,
            Self.text("b")
        )
        #expect(pieces.text == "ab")
    }

    @Test func `counts that are named later replace earlier ones, and the others stay`() {
        let (pieces, _) = decode(
            #"{"type":"message_start","message":{"usage":{"input_tokens":5,"cache_read_input_tokens":3,"cache_creation_input_tokens":4,"output_tokens":1}}}"#,
            #"{"type":"message_delta","delta":{},"usage":{"output_tokens":8}}"#,
            #"{"type":"message_delta","delta":{},"usage":{"input_tokens":6,"output_tokens":9}}"#
        )
        #expect(
            pieces.usages == [
                Usage(input: 5, cacheRead: 3, cacheWriteShort: 4, output: 1),
                Usage(input: 5, cacheRead: 3, cacheWriteShort: 4, output: 8),
                Usage(input: 6, cacheRead: 3, cacheWriteShort: 4, output: 9),
            ]
        )
    }

    @Test func `nonsensical usage is brought into range`() {
        let (pieces, _) = decode(
            #"{"type":"message_delta","delta":{},"usage":{"input_tokens":-5,"cache_creation_input_tokens":3,"cache_creation":{"ephemeral_1h_input_tokens":7},"output_tokens":2,"output_tokens_details":{"thinking_tokens":99}}}"#
        )
        #expect(pieces.usages == [Usage(cacheWriteLong: 7, output: 2, reasoning: 2)])
    }

    @Test(arguments: [
        ("overloaded_error", ProviderError.Code.overloaded, true),
        ("rate_limit_error", .rateLimited, true), ("api_error", .server, true),
        ("timeout_error", .timeout, true), ("invalid_request_error", .invalidRequest, false),
        ("authentication_error", .unauthorized, false),
        ("permission_error", .unauthorized, false), ("not_found_error", .notFound, false),
        ("billing_error", .quotaExhausted, false), ("request_too_large", .tooLarge, false),
    ]) func `an error in mid-stream fails the call after its text`(
        type: String,
        code: ProviderError.Code,
        isRetryable: Bool
    ) {
        let error = #"{"error":{"message":"words","type":"\#(type)"},"type":"error"}"#
        for event in ["event: error\ndata: \(error)\n\n", "data: \(error)\n\n"] {
            let decoded = PodiumProvidersTests.decode(
                AnthropicDialect(),
                "data: \(Self.text("a"))\n\n" + event
            )
            #expect(decoded.pieces == [.text("a")])
            #expect(decoded.error?.code == code)
            #expect(decoded.error?.isRetryable == isRetryable)
            #expect(decoded.error?.message.contains("words") == true)
        }
    }

    @Test func `an event that is not JSON is malformed`() {
        let (pieces, error) = decode(Self.text("a"), #"{"type":"#)
        #expect(pieces == [.text("a")])
        #expect(error?.code == .malformedReply)
    }

    @Test func `nothing is read after message_stop`() {
        let (pieces, error) = decode(#"{"type":"message_stop"}"#, "garbage", Self.text("a"))
        #expect(error == nil)
        #expect(pieces == [.finished(.stop)])
    }

    @Test func `a whole message is read like a stream`() {
        let (pieces, error) = PodiumProvidersTests.decode(
            AnthropicDialect(),
            #"""
            {"id":"msg_1","type":"message","role":"assistant","model":"m","content":[
            {"type":"thinking","thinking":"hm","signature":"s"},{"type":"text","text":"four"},
            {"type":"redacted_thinking","data":"x"},{"type":"text","text":"teen"}],
            "stop_reason":"max_tokens","stop_sequence":null,
            "usage":{"input_tokens":3,"output_tokens":2}}
            """#
        )
        #expect(error == nil)
        #expect(
            pieces == [
                .reasoning("hm"), .text("four"), .text("teen"),
                .usage(Usage(input: 3, output: 2)), .finished(.length),
            ]
        )
    }

    @Test(arguments: [
        (
            #"{"type":"error","error":{"type":"overloaded_error","message":"x"}}"#,
            ProviderError.Code.overloaded
        ),
        (#"{"type":"message"}"#, .malformedReply), ("[1]", .malformedReply),
        (#"{"type":"message","content":[{"type":"te"#, .cutOff),
    ]) func `a whole body that is no message is an error`(body: String, code: ProviderError.Code) {
        let (pieces, error) = PodiumProvidersTests.decode(AnthropicDialect(), body)
        #expect(pieces.isEmpty)
        #expect(error?.code == code)
    }
}
