import PodiumCore
import Testing

@testable import PodiumProviders

/// Streams as servers really send them, and what Podium makes of them.
@Suite struct ChatReaderTests {
    private func decode(_ text: String) -> Decoded {
        PodiumProvidersTests.decode(ChatDialect(), text)
    }

    static let openAI = #"""
        data: {"id":"c-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"","refusal":null},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"x"}

        data: {"id":"c-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"Hel"},"logprobs":null,"finish_reason":null}],"usage":null}

        data: {"id":"c-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"lo \ud83d\ude42"},"logprobs":null,"finish_reason":null}],"usage":null}

        data: {"id":"c-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}],"usage":null}

        data: {"id":"c-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":120,"completion_tokens":50,"total_tokens":170,"prompt_tokens_details":{"cached_tokens":100,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":30}}}

        data: [DONE]


        """#

    @Test func `xAI counts reasoning beside the output, and its total tells`() {
        let usage = { (total: Int) in
            #"{"prompt_tokens":12,"completion_tokens":2,"total_tokens":\#(total),"#
                + #""completion_tokens_details":{"reasoning_tokens":317}}"#
        }
        let stream = { (total: Int) in
            #"data: {"choices":[{"delta":{"content":"4"},"finish_reason":"stop"}],"usage":"#
                + usage(total) + "}\n\ndata: [DONE]\n\n"
        }
        #expect(
            decode(stream(331)).pieces.usages == [Usage(input: 12, output: 319, reasoning: 317)]
        )
        // As OpenAI counts, there is no more reasoning than output.
        #expect(decode(stream(14)).pieces.usages == [Usage(input: 12, output: 2, reasoning: 2)])
    }

    @Test func `a stream of llama.cpp begins with null content and ends with usage and a choice`() {
        let (pieces, error) = decode(
            #"""
            data: {"choices":[{"finish_reason":null,"index":0,"delta":{"role":"assistant","content":null}}],"created":1,"id":"chatcmpl-a","model":"gpt-3.5-turbo","object":"chat.completion.chunk"}

            data: {"choices":[{"finish_reason":null,"index":0,"delta":{"reasoning_content":"Hm"}}],"object":"chat.completion.chunk"}

            data: {"choices":[{"finish_reason":null,"index":0,"delta":{"content":"4"}}],"object":"chat.completion.chunk"}

            data: {"choices":[{"finish_reason":"length","index":0,"delta":{}}],"usage":{"completion_tokens":2,"prompt_tokens":9,"total_tokens":11},"timings":{"prompt_n":9,"predicted_ms":1.5}}

            data: [DONE]


            """#
        )
        #expect(error == nil)
        #expect(
            pieces == [
                .reasoning("Hm"), .text("4"), .usage(Usage(input: 9, output: 2)),
                .finished(.length),
            ]
        )
    }

    @Test func `[DONE] without a reason is an end`() {
        let (pieces, error) = decode(
            #"data: {"choices":[{"delta":{"content":"a"}}]}"# + "\n\ndata: [DONE]\n\n"
        )
        #expect(error == nil)
        #expect(pieces == [.text("a"), .finished(.stop)])
    }

    @Test func `a reason without [DONE] is an end`() {
        let (pieces, error) = decode(
            #"data: {"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]}"# + "\n\n"
        )
        #expect(error == nil)
        #expect(pieces == [.text("a"), .finished(.stop)])
    }

    @Test func `a stream without an end mark is cut off, and its text was given`() {
        let (pieces, error) = decode(
            #"data: {"choices":[{"delta":{"content":"a"},"finish_reason":null}]}"# + "\n\n"
        )
        #expect(pieces == [.text("a")])
        #expect(error?.code == .cutOff)
        #expect(error?.isRetryable == true)
    }

    @Test func `cumulative usage is given when it changes`() {
        let chunk = { (tokens: Int) in
            #"data: {"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":\#(tokens)}}"#
                + "\n\n"
        }
        let (pieces, _) = decode(chunk(1) + chunk(1) + chunk(2))
        #expect(pieces.usages.map(\.output) == [1, 2])
    }

    @Test func `nonsensical usage is brought into range`() {
        let (pieces, _) = decode(
            #"data: {"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":-3,"#
                + #""prompt_cache_hit_tokens":99,"completion_tokens_details":"#
                + #"{"reasoning_tokens":1e300}}}"# + "\n\n"
        )
        #expect(pieces.usages == [Usage(input: 0, cacheRead: 5, output: 0, reasoning: 0)])
    }

    @Test func `an empty reason and an empty choice list mean nothing`() {
        let (pieces, error) = decode(
            #"data: {"choices":[{"delta":{"content":"a"},"finish_reason":""}]}"# + "\n\n"
                + #"data: {"choices":[]}"# + "\n\ndata: {}\n\n" + #"data: {"choices":null}"#
                + "\n\n: ping\n\ndata:\n\n"
        )
        #expect(pieces == [.text("a")])
        #expect(error?.code == .cutOff)
    }

    @Test func `only the first choice counts`() {
        let (pieces, _) = decode(
            #"data: {"choices":[{"delta":{"content":"b"},"index":1,"finish_reason":"stop"},"#
                + #"{"index":0,"delta":{"content":"a"}}]}"# + "\n\n"
        )
        #expect(pieces == [.text("a")])
    }

    @Test func `reasoning that comes under both names is given once`() {
        let (pieces, _) = decode(
            #"data: {"choices":[{"delta":{"reasoning":"r","reasoning_content":"r","content":""}}]}"#
                + "\n\n"
        )
        #expect(pieces == [.reasoning("r")])
    }

    @Test func `content in parts is text and thinking`() {
        let (pieces, _) = decode(
            #"data: {"choices":[{"delta":{"content":[{"type":"thinking","thinking":"#
                + #"[{"type":"text","text":"hm"}]},{"type":"text","text":"so"},7]}}]}"# + "\n\n"
        )
        #expect(pieces == [.reasoning("hm"), .text("so")])
    }

    @Test func `a refusal is text and a decline`() {
        let (pieces, _) = decode(
            #"data: {"choices":[{"delta":{"refusal":"I cannot."},"finish_reason":"stop"}]}"#
                + "\n\n"
        )
        #expect(pieces == [.text("I cannot."), .finished(.declined)])
    }

    @Test(arguments: [
        ("stop", FinishReason.stop), ("eos", .stop), ("length", .length), ("max_tokens", .length),
        ("content_filter", .contentFilter), ("tool_calls", .toolCalls),
    ]) func `reasons are brought into common terms`(word: String, reason: FinishReason) {
        let (pieces, _) = decode(
            #"data: {"choices":[{"delta":{},"finish_reason":"\#(word)"}]}"# + "\n\n"
        )
        #expect(pieces == [.finished(reason)])
    }

    @Test(arguments: [
        (
            #"data: {"error":{"message":"Overloaded","type":"overloaded_error","code":null}}"#,
            ProviderError.Code.overloaded, true
        ),
        (#"data: {"error":{"code":502,"message":"upstream"},"choices":[]}"#, .server, true),
        (#"data: {"error":{"code":429,"message":"slow down"}}"#, .rateLimited, true),
        (#"data: {"error":"out of memory"}"#, .server, true),
        (
            "event: error\ndata: {\"message\":\"x\",\"type\":\"invalid_request_error\"}",
            .invalidRequest, false
        ),
        (#"data: {"choices":[{"delta":{"content":""},"finish_reason":"error"}]}"#, .server, true),
    ]) func `an error in mid-stream fails the call`(
        event: String,
        code: ProviderError.Code,
        isRetryable: Bool
    ) {
        let (pieces, error) = decode(
            #"data: {"choices":[{"delta":{"content":"a"}}]}"# + "\n\n" + event + "\n\n"
        )
        #expect(pieces == [.text("a")])
        #expect(error?.code == code)
        #expect(error?.isRetryable == isRetryable)
    }

    @Test func `a chunk that is not JSON is malformed, and what came before it is given`() {
        let (pieces, error) = decode(
            #"data: {"choices":[{"delta":{"content":"a"}}]}"# + "\n\ndata: {\"choices\":\n\n"
        )
        #expect(pieces == [.text("a")])
        #expect(error?.code == .malformedReply)
        #expect(error?.message.contains("at byte 11") == true)
    }

    @Test func `nothing is read after [DONE]`() {
        let (pieces, error) = decode(
            "data: [DONE]\n\ndata: garbage\n\n"
                + #"data: {"choices":[{"delta":{"content":"a"}}]}"# + "\n\n"
        )
        #expect(error == nil)
        #expect(pieces == [.finished(.stop)])
    }
}
