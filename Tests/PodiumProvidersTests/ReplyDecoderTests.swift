import PodiumCore
import Testing

@testable import PodiumProviders

@Suite struct ReplyDecoderTests {
    private func decode(
        _ body: String,
        status: Int = 200,
        headers: [HTTPHeader] = []
    ) -> (pieces: [ReplyPiece], error: ProviderError?) {
        var decoder = ReplyDecoder(
            dialect: ChatDialect(),
            head: HTTPResponseHead(status: status, headers: headers),
            reporter: .sample,
            now: 0
        )
        var pieces: [ReplyPiece] = []
        let error = providerError {
            // Byte by byte, so that no decision depends on how much has come.
            for byte in body.utf8 { try decoder.feed([byte], into: &pieces) }
            try decoder.end(into: &pieces)
        }
        return (pieces, error)
    }

    @Test func `a stream is a stream whatever its content type`() {
        let (pieces, error) = decode(
            "\n" + #"data: {"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]}"#
                + "\n\n",
            headers: [HTTPHeader("content-type", "application/json")]
        )
        #expect(error == nil)
        #expect(pieces == [.text("a"), .finished(.stop)])
    }

    @Test func `a server that does not stream is read as a whole`() {
        let (pieces, error) = decode(
            #"""
            {"id":"x","object":"chat.completion","choices":[{"index":0,"message":
            {"role":"assistant","reasoning_content":"hm","content":"four"},
            "finish_reason":"length"}],"usage":{"prompt_tokens":3,"completion_tokens":2}}
            """#
        )
        #expect(error == nil)
        #expect(
            pieces == [
                .reasoning("hm"), .text("four"), .usage(Usage(input: 3, output: 2)),
                .finished(.length),
            ]
        )
    }

    @Test func `a whole reply without a reason is complete`() {
        let (pieces, error) = decode(#"{"choices":[{"message":{"content":"4"}}]}"#)
        #expect(error == nil)
        #expect(pieces == [.text("4"), .finished(.stop)])
    }

    @Test func `a whole reply that breaks off is cut off`() {
        let (pieces, error) = decode(#"{"choices":[{"message":{"content":"fou"#)
        #expect(pieces.isEmpty)
        #expect(error?.code == .cutOff)
    }

    @Test func `an error in a reply of status 200 is an error`() {
        let (_, error) = decode(#"{"error":{"message":"no such model","code":404}}"#)
        #expect(error?.code == .notFound)
        #expect(error?.httpStatus == 404)
    }

    @Test func `JSON that is no reply is malformed`() {
        #expect(decode(#"{"models":[]}"#).error?.code == .malformedReply)
        #expect(decode("[1]").error?.code == .malformedReply)
    }

    @Test func `a page is named by its title`() {
        let (_, error) = decode("<!doctype html>\n<html><head><TITLE>Sign in</TITLE></head></html>")
        #expect(error?.code == .malformedReply)
        #expect(error?.message == "acme sent an HTML page titled “Sign in” instead of a reply.")
        #expect(error?.advice?.contains("/v1") == true)
    }

    @Test func `an empty body is cut off`() {
        #expect(decode("").error?.code == .cutOff)
        #expect(decode(" \n").error?.code == .cutOff)
    }

    @Test func `the body of an error is bounded`() {
        let (_, error) = decode(String(repeating: "x", count: 100_000), status: 500)
        #expect(error?.code == .server)
        #expect((error?.message.count ?? 0) < 400)
    }
}
