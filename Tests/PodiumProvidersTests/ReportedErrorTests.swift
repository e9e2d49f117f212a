import PodiumCore
import Testing

@testable import PodiumProviders

/// Errors that come with the status 200, in the shapes in use.
@Suite struct ReportedErrorTests {
    static let dialects: [any Dialect] = [
        ChatDialect(), ResponsesDialect(), AnthropicDialect(), GeminiDialect(),
    ]

    static let shapes = [
        #"{"error":{"message":"No GPU left","code":500}}"#,
        #"{"error":"No GPU left"}"#,
        #"{"error":["No GPU left"]}"#,
        #"{"errors":[{"message":"No GPU left"}]}"#,
        #"{"errors":["No GPU left"]}"#,
        #"{"errors":{"gpu":["No GPU left"]}}"#,
        #"{"choices":null,"error_type":"server","error_message":"No GPU left"}"#,
        #"{"errorMessage":"No GPU left","errorCode":"E17"}"#,
        #"{"object":"error","message":"No GPU left","code":40303}"#,
        #"{"Object":"Error","Message":"No GPU left"}"#,
        #"{"text":"No GPU left","error_code":50001}"#,
        #"{"code":1301,"message":"No GPU left"}"#,
        #"{"code":"1301","msg":"No GPU left"}"#,
        #"{"base_resp":{"status_code":1013,"status_msg":"No GPU left"}}"#,
        #"{"success":false,"message":"No GPU left"}"#,
        #"{"type":"error","error":{"type":"api_error","message":"No GPU left"}}"#,
        #"{"status":"error","detail":"No GPU left"}"#,
        #"{"error":"{\"error\":{\"message\":\"No GPU left\"}}"}"#,
    ]

    @Test(arguments: 0..<dialects.count, shapes)
    func `an error within a success is a failure in the server's words`(
        number: Int,
        shape: String
    ) {
        let dialect = Self.dialects[number]
        for text in [shape, events(shape), events(shape, "[DONE]"), "[\(shape)]"] {
            let (pieces, error) = decode(dialect, text)
            #expect(pieces.isEmpty, "\(text)")
            #expect(error?.message.contains("No GPU left") == true, "\(text): \(error as Any)")
        }
    }

    @Test(arguments: RecordedStream.all, shapes)
    func `an error after half an answer leaves no answer`(stream: RecordedStream, shape: String) {
        let blocks = stream.text.split(separator: "\n\n").dropLast(2)
        let end = stream.name == "Gemini" ? 0 : 1
        let half = blocks.prefix(max(1, blocks.count - end)).joined(separator: "\n\n")
        let (pieces, error) = decode(stream.dialect, half + "\n\n" + events(shape, "[DONE]"))
        #expect(pieces.finishes.isEmpty)
        #expect(error?.message.contains("No GPU left") == true)
    }

    @Test(arguments: [
        ("The request timed out upstream", "timed out upstream"),
        ("<html><title>Busy</title></html>", "Busy"),
    ]) func `words in place of a reply are told`(body: String, words: String) {
        for dialect in Self.dialects {
            let error = decode(dialect, body).error
            #expect(error?.message.contains(words) == true)
            #expect(error?.isRetryable == false)
        }
    }

    @Test func `a gateway's error names the server behind it and its words`() {
        for raw in [#""{\"error\":{\"message\":\"No GPU left\"}}""#, #""No GPU left""#] {
            let body = """
                {"error":{"message":"Provider returned error","code":400,
                 "metadata":{"provider_name":"Acme","raw":\(raw)}}}
                """
            let message = decode(ChatDialect(), body).error?.message
            #expect(message?.contains("Provider returned error (Acme): No GPU left") == true)
        }
    }

    @Test(arguments: [
        (#"{"detail":[{"loc":["body","n"],"msg":"must be 1"}]}"#, "body.n: must be 1"),
        (#"{"detail":{"message":"must be 1"}}"#, "must be 1"),
        (#"{"Message":"must be 1"}"#, "must be 1"),
        (#"{"title":"Bad Request","detail":"must be 1","status":400}"#, "must be 1"),
        (#"{"title":"Bad","errors":{"n":["must be 1"]},"status":400}"#, "n: must be 1"),
        (#"{"error":"Bad Request","message":"must be 1","statusCode":400}"#, "must be 1"),
        (#"{"error":"invalid_request","error_description":"must be 1"}"#, "must be 1"),
        (#"{"fault":{"faultstring":"x","detail":{"errorcode":"must be 1"}}}"#, "must be 1"),
        (#"{"unheard":{"of":"must be 1"}}"#, "must be 1"),
        ("n must be 1", "must be 1"),
    ]) func `the server's words are found in the body of an error`(body: String, words: String) {
        let fault = ServerFault(
            head: HTTPResponseHead(status: 400),
            words: ErrorWords(body: Array(body.utf8))
        )
        let message = FaultReporter.sample.error(fault).message
        #expect(message.contains(words), "\(message)")
    }

    @Test func `deep and odd errors end`() {
        let deep =
            String(repeating: #"{"error":"#, count: 100) + "1" + String(repeating: "}", count: 100)
        #expect(decode(ChatDialect(), deep).error != nil)
        #expect(decode(ChatDialect(), events(deep)).error != nil)
    }

    @Test(arguments: [
        "abort", "Abort", "aborted", "network_error", "NETWORK-ERROR", "error", "Error",
        "internal_error", "sensitive", "insufficient_system_resource", "MALFORMED_FUNCTION_CALL",
        "timeout", "cancelled",
    ]) func `an end that is a fault is a failure`(reason: String) {
        for dialect in [ChatDialect() as any Dialect, GeminiDialect(), AnthropicDialect()] {
            let (pieces, error) = decode(dialect, Self.reply(ending: reason, in: dialect))
            #expect(pieces.finishes.isEmpty)
            #expect(error?.message.contains(reason) == true)
            #expect(error?.isRetryable == (reason != "sensitive"))
        }
    }

    @Test(arguments: [
        ("stop", FinishReason.stop), ("STOP", .stop), ("end_turn", .stop), ("eos", .stop),
        ("length", .length), ("MAX_TOKENS", .length), ("max_tokens", .length),
        ("content_filter", .contentFilter), ("SAFETY", .contentFilter), ("refusal", .declined),
        ("tool_calls", .toolCalls),
        ("OTHER", FinishReason(rawValue: "OTHER")),
    ]) func `an end is known in the words of any vendor, and an unknown one is told`(
        reason: String,
        end: FinishReason
    ) {
        for dialect in [ChatDialect() as any Dialect, GeminiDialect(), AnthropicDialect()] {
            let (pieces, error) = decode(dialect, Self.reply(ending: reason, in: dialect))
            #expect(error == nil)
            #expect(pieces.finishes == [end])
        }
    }

    /// A stream of the dialect that says "fo" and ends for the reason.
    private static func reply(ending reason: String, in dialect: any Dialect) -> String {
        switch dialect {
        case is GeminiDialect:
            events(
                #"{"candidates":[{"content":{"parts":[{"text":"fo"}]},"finishReason":"\#(reason)"}]}"#
            )
        case is AnthropicDialect:
            events(
                #"{"type":"content_block_delta","delta":{"type":"text_delta","text":"fo"}}"#,
                #"{"type":"message_delta","delta":{"stop_reason":"\#(reason)"}}"#,
                #"{"type":"message_stop"}"#
            )
        default:
            events(
                #"{"choices":[{"delta":{"content":"fo"}}]}"#,
                #"{"choices":[{"delta":{},"finish_reason":"\#(reason)"}]}"#,
                "[DONE]"
            )
        }
    }
}
