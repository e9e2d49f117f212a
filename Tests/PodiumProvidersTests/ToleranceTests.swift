import PodiumCore
import Testing

@testable import PodiumProviders

/// What comes with a complete reply and changes nothing, for every dialect.
@Suite struct ToleranceTests {
    /// Something that servers do to a stream, and that leaves what it says as it is.
    struct Noise: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var change: @Sendable (RecordedStream) -> String
        /// Whether anything is stepped over that a log should count.
        var isCounted = false
    }

    private static func noise(
        _ name: String,
        isCounted: Bool = false,
        _ change: @escaping @Sendable (RecordedStream) -> String
    ) -> Noise {
        Noise(testDescription: name, change: change, isCounted: isCounted)
    }

    /// Each of these as an event of its own before every event of the stream.
    private static func between(_ data: String) -> Noise {
        noise("data: \(data)", isCounted: true) { stream in
            stream.blocks.map { "data: \(data)\n\n\($0)\n\n" }.joined()
        }
    }

    /// What stands in front of the members of every object.
    private static func member(_ text: String) -> Noise {
        noise(text) { $0.text.replacing("data: {", with: "data: {\(text),") }
    }

    private static func after(_ text: String) -> Noise {
        noise("at the end: \(text)") { $0.text + text }
    }

    static let all: [Noise] = [
        noise("no blank line at the end") { $0.text.trimmingEnd },
        noise("a mark before it") { "\u{FEFF}" + $0.text },
        noise("CRLF") { $0.text.replacing("\n", with: "\r\n") },
        noise("no space behind the colon") { $0.text.replacing("data: ", with: "data:") },
        noise("comments") { stream in stream.blocks.map { ": ping\n\n\($0)\n\n" }.joined() },
        between(": keepalive"), between("ping"), between("null"), between("42"), between("OK"),
        between(#""heartbeat""#), between("-"),
        noise("data: []") { stream in stream.blocks.map { "data: []\n\n\($0)\n\n" }.joined() },
        noise("data: {}") { stream in stream.blocks.map { "data: {}\n\n\($0)\n\n" }.joined() },
        member(#""x":NaN"#), member(#""x":[-Infinity,{"y":Infinity}]"#),
        member(#""error":null,"errors":[],"error_code":0,"base_resp":{"status_code":0}"#),
        after("data: {\"broken\n\n"), after("data: {\"error\":{\"message\":\"late\"}}\n\n"),
        after("event: error\ndata: late\n\n"), after("data: [DONE]\n\ndata: more\n\n"),
        noise("an array in place of a stream") { "[\($0.objects.joined(separator: ",\n"))]" },
        noise("an object a line") { $0.objects.joined(separator: "\n") },
        noise("two objects a line") { stream in
            "data: \(stream.objects[0]) \(stream.objects[1])\n\n"
                + stream.blocks.dropFirst(2).map { "\($0)\n\n" }.joined()
        },
    ]

    @Test(arguments: RecordedStream.all, all) func `noise costs no reply`(
        stream: RecordedStream,
        noise: Noise
    ) throws {
        let text = noise.change(stream)
        var decoder = ReplyDecoder(dialect: stream.dialect, provider: "acme")
        var pieces: [ReplyPiece] = []
        try decoder.feed(Array(text.utf8), into: &pieces)
        try decoder.end(into: &pieces)
        #expect(pieces == stream.pieces)
        #expect(!noise.isCounted || decoder.steppedOver >= stream.blocks.count)
    }

    @Test(arguments: RecordedStream.all) func `noise alone is no reply`(stream: RecordedStream) {
        let (pieces, error) = decode(stream.dialect, events(": keepalive", "upstream died"))
        #expect(pieces.isEmpty)
        // It may go better another time, unlike with a body that is no stream.
        #expect(error?.code == .cutOff)
        #expect(error?.message.contains("upstream died") == true)
    }

    @Test(arguments: RecordedStream.all)
    func `a chunk that may have said something is not stepped over`(
        stream: RecordedStream
    ) {
        let broken = stream.blocks[0].prefix { $0 != "}" }
        let (pieces, error) = decode(stream.dialect, "\(broken)\n\n" + stream.text)
        #expect(pieces.finishes.isEmpty)
        #expect(error?.code == .malformedReply)
    }

    @Test func `a mark before a whole reply is no part of it`() {
        let body = #"{"choices":[{"message":{"content":"four"},"finish_reason":"stop"}]}"#
        #expect(
            decode(ChatDialect(), "\u{FEFF}\(body)").pieces == [.text("four"), .finished(.stop)]
        )
    }

    @Test(arguments: ["{}", "null", "[]", "[null]", "7", #"[{"delta":null}]"#])
    func `choices that are none change nothing`(choices: String) {
        let text = events(
            #"{"choices":[{"delta":{"content":"four"}}]}"#,
            #"{"choices":\#(choices)}"#,
            #"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#
        )
        #expect(decode(ChatDialect(), text).pieces == [.text("four"), .finished(.stop)])
    }

    @Test func `the end that comes with every chunk is no end`() {
        let text = ["fo", "ur"].map {
            #"data: {"choices":[{"delta":{"content":"\#($0)"},"finish_reason":"stop"}]}"# + "\n\n"
        }
        var decoder = ReplyDecoder(dialect: ChatDialect(), provider: "acme")
        var pieces: [ReplyPiece] = []
        for chunk in text {
            #expect(throws: Never.self) { try decoder.feed(Array(chunk.utf8), into: &pieces) }
        }
        #expect(throws: Never.self) { try decoder.end(into: &pieces) }
        #expect(pieces == [.text("fo"), .text("ur"), .finished(.stop)])
    }

    @Test func `a message beside a delta repeats it`() {
        let text = events(
            #"{"choices":[{"delta":{"content":"fo"},"message":{"content":"fo"}}]}"#,
            #"{"choices":[{"message":{"content":"four"},"delta":{"content":"ur"}}]}"#,
            #"{"choices":[{"delta":{},"message":{"content":"four"},"finish_reason":"stop"}]}"#
        )
        #expect(decode(ChatDialect(), text).pieces == [.text("fo"), .text("ur"), .finished(.stop)])
    }

    @Test func `messages alone are pieces`() {
        let text = events(
            #"{"choices":[{"message":{"content":"1"}}]}"#,
            #"{"choices":[{"message":{"content":"1"}}]}"#,
            #"{"choices":[{"message":{"content":" pear"},"finish_reason":"stop"}]}"#
        )
        let pieces = decode(ChatDialect(), text).pieces
        #expect(pieces == [.text("1"), .text("1"), .text(" pear"), .finished(.stop)])
    }

    @Test func `a first line alone is no whole reply`() {
        let (pieces, error) = decode(ChatDialect(), #"{"choices":[{"delta":{"content":"Hel"}}]}"#)
        #expect(pieces == [.text("Hel")])
        #expect(error?.code == .cutOff)
    }

    @Test(arguments: [
        #""error":{"message":"","type":"","code":null}"#, #""errcode":0,"errmsg":"ok""#,
        #""error_code":0,"error_msg":"all went well""#, #""code":200,"message":"success""#,
    ]) func `members of errors that say nothing make no error`(member: String) {
        let text = events(
            #"{\#(member),"choices":[{"delta":{"content":"four"},"finish_reason":"stop"}]}"#,
            "{\(member)}"
        )
        let (pieces, error) = decode(ChatDialect(), text)
        #expect(error == nil)
        #expect(pieces == [.text("four"), .finished(.stop)])
    }

    @Test func `white space without end takes no memory and no time`() throws {
        var decoder = ReplyDecoder(dialect: ChatDialect(), provider: "acme")
        var pieces: [ReplyPiece] = []
        let blank = [UInt8](repeating: 0x0A, count: 1 << 16)
        for _ in 0..<256 { try decoder.feed(blank, into: &pieces) }
        try decoder.feed(Array(RecordedStream.chat.text.utf8), into: &pieces)
        try decoder.end(into: &pieces)
        #expect(pieces == RecordedStream.chat.pieces)
        var tags = ThoughtTags()
        var count = 0
        for _ in 0..<200_000 { count += tags.split("\n").count }
        #expect(count > 190_000)
    }

    @Test func `a message in place of deltas is the reply`() {
        let text = events(
            #"{"choices":[{"delta":{},"message":{"content":"four"},"finish_reason":"stop"}]}"#
        )
        #expect(decode(ChatDialect(), text).pieces == [.text("four"), .finished(.stop)])
    }

    @Test(arguments: [
        [#"{"type":"response.output_text.done","output_index":0,"text":"four"}"#],
        [
            #"{"type":"response.content_part.done","part":{"type":"output_text","text":"four"}}"#,
            #"{"type":"response.output_item.done","item":{"content":[{"type":"output_text","text":"four"}]}}"#,
        ],
        [
            #"{"type":"response.output_text.delta","output_index":0,"delta":"four"}"#,
            #"{"type":"response.output_text.done","output_index":0,"text":"four"}"#,
            #"{"type":"response.content_part.done","output_index":0,"part":{"type":"output_text","text":"four"}}"#,
            #"{"type":"response.output_item.done","output_index":0,"item":{"content":[{"type":"output_text","text":"four"}]}}"#,
        ],
        [
            #"{"type":"response.output_text.delta","delta":"four"}"#,
            #"{"type":"response.output_item.done","output_index":1,"item":{"content":[{"type":"output_text","text":"four"}]}}"#,
        ],
    ]) func `the text of a response is read once, from whichever event has it`(data: [String]) {
        for output in ["[]", #"[{"content":[{"type":"output_text","text":"four"}]}]"#] {
            let end =
                #"{"type":"response.completed","response":{"status":"completed","output":\#(output)}}"#
            let text = (data + [end]).map { "data: \($0)\n\n" }.joined()
            let pieces = decode(ResponsesDialect(), text).pieces
            #expect(pieces == [.text("four"), .finished(.stop)])
        }
    }

    @Test func `the limit is one of words`() {
        let long = events(
            #"{"padding":"\#(String(repeating: "x", count: 5_000))","choices":[{"delta":{"content":"four"}}]}"#,
            #"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#
        )
        #expect(decode(ChatDialect(), long, limit: 4).error == nil)
        let (pieces, error) = decode(ChatDialect(), long, limit: 3)
        #expect(error?.code == .tooLarge)
        #expect(error?.advice?.contains("max_reply_bytes") == true)
        #expect(pieces == [.text("four")])
    }
}

extension RecordedStream {
    /// The events of the stream, without the blank lines between them.
    fileprivate var blocks: [String] {
        text.split(separator: "\n\n").map { String($0).trimmingEnd }.filter { !$0.isEmpty }
    }

    /// The objects that the events carry.
    fileprivate var objects: [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("data: {") }.map {
            String($0.dropFirst(6))
        }
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
