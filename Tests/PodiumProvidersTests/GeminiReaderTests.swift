import PodiumCore
import Testing

@testable import PodiumProviders

@Suite struct GeminiReaderTests {
    private func decode(_ text: String) -> Decoded {
        PodiumProvidersTests.decode(GeminiDialect(), text)
    }

    private static func chunk(_ text: String, reason: String? = nil) -> String {
        let finish = reason.map { #","finishReason":"\#($0)""# } ?? ""
        return
            #"{"candidates":[{"content":{"parts":[{"text":"\#(text)"}],"role":"model"}\#(finish)}]}"#
    }

    @Test(arguments: [
        ("STOP", FinishReason.stop), ("MAX_TOKENS", .length), ("CONTINUATION", .length),
        ("SAFETY", .contentFilter), ("PROHIBITED_CONTENT", .contentFilter),
        ("BLOCKLIST", .contentFilter), ("SPII", .contentFilter), ("RECITATION", .contentFilter),
        ("IMAGE_SAFETY", .contentFilter), ("OTHER", FinishReason(rawValue: "OTHER")),
        ("LANGUAGE", FinishReason(rawValue: "LANGUAGE")),
    ]) func `reasons are brought into common terms`(word: String, reason: FinishReason) {
        let (pieces, error) = decode(events(Self.chunk("a", reason: word)))
        #expect(error == nil)
        #expect(pieces == [.text("a"), .finished(reason)])
    }

    @Test(arguments: ["", "FINISH_REASON_UNSPECIFIED"])
    func `a reason that says nothing is none`(word: String) {
        #expect(decode(events(Self.chunk("a", reason: word))).error?.code == .cutOff)
    }

    @Test func `a malformed reply of the model is worth another try`() {
        let (pieces, error) = decode(
            events(
                Self.chunk("a"),
                #"{"candidates":[{"finishReason":"MALFORMED_RESPONSE","finishMessage":"why"}]}"#
            )
        )
        #expect(pieces == [.text("a")])
        #expect(error?.code == .server)
        #expect(error?.isRetryable == true)
        #expect(error?.message.contains("MALFORMED_RESPONSE: why") == true)
    }

    @Test func `a prompt that is blocked is refused by policy`() {
        let body =
            #"{"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"promptTokenCount":4}}"#
        for text in [events(body), body] {
            let (pieces, error) = decode(text)
            #expect(pieces == [.usage(Usage(input: 4))])
            #expect(error?.code == .contentPolicy)
            #expect(error?.isRetryable == false)
            #expect(error?.message.contains("SAFETY") == true)
        }
    }

    @Test(arguments: [
        (
            #"{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}"#,
            ProviderError.Code.overloaded, true
        ),
        (#"{"error":{"code":500,"message":"x","status":"INTERNAL"}}"#, .server, true),
        (#"{"error":{"message":"x","status":"DEADLINE_EXCEEDED"}}"#, .timeout, true),
        (
            #"{"error":{"code":400,"message":"x","status":"INVALID_ARGUMENT"}}"#, .invalidRequest,
            false
        ),
    ]) func `an error in mid-stream fails the call after its text`(
        data: String,
        code: ProviderError.Code,
        isRetryable: Bool
    ) {
        let (pieces, error) = decode(events(Self.chunk("a"), data))
        #expect(pieces == [.text("a")])
        #expect(error?.code == code)
        #expect(error?.isRetryable == isRetryable)
    }

    @Test(arguments: ["}\n", "}", ""])
    func `an error that stands bare between the events is found`(end: String) {
        let (pieces, error) = decode(
            events(Self.chunk("a")) + "{\n  \"error\": {\n    \"code\": 503,\n"
                + "    \"message\": \"The model is overloaded.\",\n"
                + "    \"status\": \"UNAVAILABLE\"\n  }\n" + end
        )
        #expect(pieces == [.text("a")])
        #expect(error?.code == .overloaded)
        #expect(error?.message.contains("The model is overloaded.") == true)
        #expect(decode(events(Self.chunk("a")) + "stray\n\n").error?.code == .cutOff)
        let late = events(Self.chunk("a", reason: "STOP")) + #"{"error":{"code":503}}"# + "\n"
        #expect(decode(late).error == nil)
    }

    @Test func `only the first candidate counts`() {
        let (pieces, _) = decode(
            events(
                #"{"candidates":[{"index":1,"content":{"parts":[{"text":"b"}]},"finishReason":"STOP"},"#
                    + #"{"index":0,"content":{"parts":[{"functionCall":{"name":"n","args":{}}},"#
                    + #"{"text":"a"},{"inlineData":{"data":"eA=="}}]}}]}"#
            )
        )
        #expect(pieces == [.toolCalls("n {}"), .text("a")])
    }

    @Test func `figures are added up without overflow`() {
        let (pieces, _) = decode(
            events(
                #"{"usageMetadata":{"promptTokenCount":5,"cachedContentTokenCount":9,"#
                    + #""candidatesTokenCount":9223372036854775807,"thoughtsTokenCount":1e40,"#
                    + #""toolUsePromptTokenCount":-3}}"#
            )
        )
        #expect(
            pieces.usages == [Usage(cacheRead: 5, output: .max, reasoning: .max)]
        )
    }

    @Test func `an array of chunks is read like a stream`() {
        let array = "[\(Self.chunk("a"))\n,\r\n\(Self.chunk("b", reason: "STOP"))]"
        #expect(decode(array).pieces == [.text("a"), .text("b"), .finished(.stop)])
        #expect(decode("[\(Self.chunk("a"))]").error?.code == .cutOff)
    }

    @Test func `an array that breaks off is no loss of what came before`() {
        let (pieces, error) = decode("[\(Self.chunk("a")),{\"candidates\":[{")
        #expect(pieces == [.text("a")])
        #expect(error?.code == .cutOff)
        let garbled = decode("[\(Self.chunk("a")),{\"candidates\":]}, {}]")
        #expect(garbled.pieces == [.text("a")])
        #expect(garbled.error?.code == .malformedReply)
    }

    @Test func `one object is a whole reply, with or without a reason`() {
        #expect(decode(Self.chunk("a")).pieces == [.text("a"), .finished(.stop)])
        #expect(
            decode(Self.chunk("a", reason: "MAX_TOKENS")).pieces
                == [.text("a"), .finished(.length)]
        )
    }

    @Test(arguments: [
        (#"{"models":[]}"#, ProviderError.Code.malformedReply), ("[1]", .malformedReply),
        ("[]", .cutOff), (#"{"candidates":[{"#, .cutOff),
        (#"[{"error":{"code":429,"message":"x","status":"RESOURCE_EXHAUSTED"}}]"#, .rateLimited),
    ]) func `a whole body that is no reply is an error`(body: String, code: ProviderError.Code) {
        let (pieces, error) = decode(body)
        #expect(pieces.isEmpty)
        #expect(error?.code == code)
    }

    @Test func `a chunk that is not JSON is malformed`() {
        let (pieces, error) = decode(events(Self.chunk("a"), #"{"candidates":"#))
        #expect(pieces == [.text("a")])
        #expect(error?.code == .malformedReply)
    }
}
