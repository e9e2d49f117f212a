import PodiumCore
import Testing

@testable import PodiumProviders

@Suite struct ResponsesReaderTests {
    private func decode(_ text: String) -> Decoded {
        PodiumProvidersTests.decode(ResponsesDialect(), text)
    }

    private static func text(_ text: String) -> String {
        #"{"type":"response.output_text.delta","sequence_number":1,"delta":"\#(text)"}"#
    }

    private static func incomplete(_ reason: String) -> String {
        #"{"type":"response.incomplete","response":{"status":"incomplete","#
            + #""incomplete_details":{"reason":"\#(reason)"},"output":[]}}"#
    }

    @Test(arguments: [
        (#"{"type":"response.completed","response":{"status":"completed"}}"#, FinishReason.stop),
        (#"{"type":"response.completed","response":null}"#, .stop),
        (incomplete("max_output_tokens"), .length), (incomplete("content_filter"), .contentFilter),
        (incomplete("steered"), FinishReason(rawValue: "steered")),
        (#"{"type":"response.incomplete"}"#, FinishReason(rawValue: "incomplete")),
    ]) func `ends are brought into common terms`(event: String, reason: FinishReason) {
        let (pieces, error) = decode(events(Self.text("a"), event))
        #expect(error == nil)
        #expect(pieces == [.text("a"), .finished(reason)])
    }

    @Test func `a stream without one of the end events is cut off`() {
        let (pieces, error) = decode(
            events(Self.text("a"), #"{"type":"response.output_text.done","text":"a"}"#, "[DONE]")
        )
        #expect(pieces == [.text("a")])
        #expect(error?.code == .cutOff)
    }

    @Test func `a refusal is text and a decline`() {
        let (pieces, _) = decode(
            events(
                #"{"type":"response.refusal.delta","delta":"I cannot."}"#,
                #"{"type":"response.refusal.done","refusal":"I cannot."}"#,
                #"{"type":"response.completed","response":{"status":"completed"}}"#
            )
        )
        #expect(pieces == [.text("I cannot."), .finished(.declined)])
    }

    @Test func `reasoning comes as summaries or as text, and unknown events say nothing`() {
        let (pieces, _) = decode(
            events(
                #"{"type":"response.reasoning_text.delta","delta":"hm"}"#,
                #"{"type":"response.function_call_arguments.delta","delta":"{"}"#,
                #"{"type":"response.audio.transcript.delta","delta":"no"}"#,
                #"{"type":"response.later","delta":"no"}"#,
                #"{"delta":"no"}"#
            )
        )
        #expect(pieces == [.reasoning("hm")])
    }

    @Test func `what was not streamed is taken from the completed response`() {
        let output =
            #"[{"type":"reasoning","summary":[{"type":"summary_text","text":"a"},"#
            + #"{"type":"summary_text","text":"b"}],"content":[{"type":"reasoning_text","text":"c"}]},"#
            + #"{"type":"function_call","name":"n","arguments":"{}"},"#
            + #"{"type":"message","content":[{"type":"output_text","text":"four"}]}]"#
        let response =
            #"{"status":"completed","output":\#(output),"usage":{"input_tokens":3,"output_tokens":2}}"#
        let expected: [ReplyPiece] = [
            .reasoning("a"), .reasoning("\n\n"), .reasoning("b"), .reasoning("c"),
            .toolCalls("n {}"), .text("four"), .usage(Usage(input: 3, output: 2)),
            .toolCalls("\n"), .finished(.toolCalls),
        ]
        #expect(
            decode(events(#"{"type":"response.completed","response":\#(response)}"#)).pieces
                == expected
        )
        #expect(decode(response).pieces == expected)
    }

    @Test(arguments: [
        ("server_error", ProviderError.Code.server, true),
        ("rate_limit_exceeded", .rateLimited, true), ("insufficient_quota", .quotaExhausted, false),
        ("invalid_prompt", .invalidRequest, false), ("bio_policy", .contentPolicy, false),
        ("misalignment_policy_violation", .contentPolicy, false),
        ("context_length_exceeded", .tooLarge, false), ("server_is_overloaded", .overloaded, true),
    ]) func `a failure in mid-stream fails the call after its text and usage`(
        code: String,
        meaning: ProviderError.Code,
        isRetryable: Bool
    ) {
        let error = #"{"code":"\#(code)","message":"words"}"#
        let failures = [
            #"{"type":"response.failed","response":{"status":"failed","error":\#(error)}}"#,
            #"{"type":"error","code":"\#(code)","message":"words","param":null}"#,
            #"{"type":"error","error":\#(error),"sequence_number":2}"#, #"{"error":\#(error)}"#,
        ]
        for failure in failures {
            let (pieces, error) = decode(events(Self.text("a"), failure))
            #expect(pieces == [.text("a")])
            #expect(error?.code == meaning, "\(failure)")
            #expect(error?.isRetryable == isRetryable)
            #expect(error?.message.contains("words") == true)
        }
    }

    @Test func `a failure without words is one all the same`() {
        let (pieces, error) = decode(
            events(
                #"{"type":"response.failed","response":{"error":null,"usage":{"output_tokens":3}}}"#
            )
        )
        #expect(pieces == [.usage(Usage(output: 3))])
        #expect(error?.code == .server)
        #expect(error?.isRetryable == true)
    }

    @Test(arguments: [
        (#"{"models":[]}"#, ProviderError.Code.malformedReply), ("[1]", .malformedReply),
        (#"{"output":[{"#, .cutOff), (#"{"status":"in_progress","output":[]}"#, .cutOff),
        (#"{"error":{"code":"server_error","message":"x"},"output":[]}"#, .server),
        (#"{"status":"failed","output":[]}"#, .server),
    ]) func `a whole body that is no finished reply is an error`(
        body: String,
        code: ProviderError.Code
    ) {
        let (pieces, error) = decode(body)
        #expect(pieces.isEmpty)
        #expect(error?.code == code)
    }

    @Test func `a whole reply that is incomplete says why`() {
        let (pieces, error) = decode(
            #"{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"output":"#
                + #"[{"type":"message","content":[{"type":"refusal","refusal":"No"}]}]}"#
        )
        #expect(error == nil)
        #expect(pieces == [.text("No"), .finished(.length)])
    }

    @Test func `nothing is read after the end, and an event that is broken JSON is malformed`() {
        let end = #"{"type":"response.completed","response":{"status":"completed"}}"#
        #expect(decode(events(end, "garbage")).pieces == [.finished(.stop)])
        #expect(decode(events(#"{"type":"#, end)).error?.code == .malformedReply)
    }
}
