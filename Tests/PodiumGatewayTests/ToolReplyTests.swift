import PodiumCore
import PodiumTesting
import Testing

@testable import PodiumGateway

/// Calls of tools in the replies of the three APIs.
struct ToolReplyTests {
    private static let session = SessionID(rawValue: "20270115-080000-test")

    private func answer(_ terms: ToolTerms? = nil) -> AnswerStream {
        var asked = Asked(api: .chat, model: "podium", messages: [])
        asked.tools = terms
        return AnswerStream(
            ReplyOpening(session: Self.session, created: 0, asked: asked, estimatedInput: 0)
        )
    }

    /// What is passed on of a history, event by event and at its end, and what it comes to.
    private func passedOn(_ history: HistoryBuilder) throws -> ([AnswerPiece], Reply) {
        var answer = answer()
        var passed: [AnswerPiece] = []
        for event in history.events {
            _ = answer.apply([event])
            if let (next, _) = answer.next() { passed += next }
        }
        let (reply, rest) = try answer.finish(unusedHere: [])
        return (passed + rest, reply)
    }

    private func stream(_ pieces: [String], text: String = "") throws -> [AnswerPiece] {
        var history = HistoryBuilder()
        history.open(plan: .chain(1))
        if !text.isEmpty { history.text(1, text) }
        for piece in pieces { history.text(1, piece, channel: .toolCalls) }
        history.finish(1, .toolCalls)
        let (passed, reply) = try passedOn(history)
        #expect(reply.finish == .toolCalls)
        #expect(reply.text == text)
        #expect(ToolCallLines.text(of: reply.toolCalls) == pieces.joined())
        return passed
    }

    /// With arguments in one piece.
    private func joined(_ pieces: [AnswerPiece]) -> [AnswerPiece] {
        pieces.reduce(into: []) { joined, piece in
            if case .arguments(let more) = piece, case .arguments(let before)? = joined.last {
                joined[joined.count - 1] = .arguments(before + more)
            } else {
                joined.append(piece)
            }
        }
    }

    @Test func `calls are passed on while they are written, wherever their lines are cut`() throws {
        let whole = "read {\"a\": \"é\"}\nlist \n"
        let expected: [AnswerPiece] = [
            .text("So: "), .toolCall(place: 0, name: "read"), .arguments("{\"a\": \"é\"}"),
            .toolCall(place: 1, name: "list"), .arguments("{}"),
        ]
        for cut in 1..<whole.count {
            let pieces = try stream(
                [String(whole.prefix(cut)), String(whole.dropFirst(cut))],
                text: "So: "
            )
            #expect(joined(pieces) == expected)
        }
        #expect(try stream(["f {"] + ["}\n"]).count == 3)
    }

    @Test func `words that come behind a call wait until the calls are whole`() throws {
        var history = HistoryBuilder()
        history.open(plan: .chain(1))
        history.text(1, "one ")
        history.text(1, "f ", channel: .toolCalls)
        history.text(1, "two")
        history.text(1, "\n", channel: .toolCalls)
        history.finish(1, .toolCalls)
        let (passed, reply) = try passedOn(history)
        #expect(
            passed == [
                .text("one "), .toolCall(place: 0, name: "f"), .arguments("{}"), .text("two"),
            ]
        )
        #expect(reply.text == "one two")
    }

    @Test func `an answer in words where a call was demanded is an error`() throws {
        var history = HistoryBuilder()
        history.open(plan: .chain(1))
        history.reply(1, "It is sunny.")
        for (choice, isRight) in [
            (ToolTerms.Choice.auto, true), (.required, false), (.named("f"), false),
        ] {
            var answer = answer(ToolTerms([Tool(name: "f")], choice: choice))
            _ = answer.apply(history.events)
            #expect(((try? answer.finish(unusedHere: [])) != nil) == isRight)
        }
    }

    private func writer<Writer: ReplyWriter>(_ api: ClientRequest.API) -> Writer {
        Writer(
            ReplyOpening(
                session: Self.session,
                created: 7,
                asked: Asked(api: api, model: "podium", messages: []),
                estimatedInput: 3
            )
        )
    }

    private let reply = Reply(
        text: "So.",
        toolCalls: [ToolCall(id: "c", name: "f", arguments: "{\"a\":1}")],
        finish: .toolCalls,
        stop: nil,
        usage: .zero,
        conducting: .zero,
        podium: [:]
    )

    private let pieces: [AnswerPiece] = [
        .text("So."), .toolCall(place: 0, name: "f"), .arguments("{\"a\""), .arguments(":1}"),
        .toolCall(place: 1, name: "g"), .arguments("{}"),
    ]

    private func events(_ writer: some ReplyWriter) -> [JSONValue] {
        var writer = writer
        var bytes = writer.begin()
        for piece in pieces { bytes += writer.piece(piece, by: "w") }
        bytes += writer.end(reply)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            guard line.hasPrefix("data: {") else { return nil }
            var reader = JSONReader(Array(line.utf8.dropFirst(6)))
            return try? reader.readValue()
        }
    }

    @Test func `in Chat Completions a call has its index, and its id and name at its beginning`() {
        let deltas = events(writer(.chat) as ChatWriter).compactMap {
            $0["choices"]?[0]?["delta"]?["tool_calls"]?[0]
        }
        #expect(deltas.map { $0["index"] } == [0, 0, 0, 1, 1])
        #expect(deltas.compactMap { $0["function"]?["name"]?.text } == ["f", "g"])
        #expect(
            deltas.compactMap { $0["id"]?.text } == [
                ToolCall.id(in: Self.session, place: 0), ToolCall.id(in: Self.session, place: 1),
            ]
        )
        let body = (writer(.chat) as ChatWriter).body(of: reply)
        #expect(body["choices"]?[0]?["finish_reason"] == "tool_calls")
        #expect(body["choices"]?[0]?["message"]?["tool_calls"]?[0]?["id"] == "c")
    }

    @Test func `in Responses items stand one behind the other, and the last event has them all`() {
        let events = events(writer(.responses) as ResponsesWriter)
        let added = events.filter { $0["type"] == "response.output_item.added" }
        let done = events.filter { $0["type"] == "response.output_item.done" }
        #expect(added.map { $0["output_index"] } == [0, 1, 2])
        #expect(done.map { $0["output_index"] } == [0, 1, 2])
        #expect(events.map { $0["sequence_number"] } == events.indices.map { JSONValue($0) })
        let arguments = events.filter { $0["type"] == "response.function_call_arguments.done" }
        #expect(arguments.map { $0["arguments"] } == ["{\"a\":1}", "{}"])
        #expect(
            events.last?["response"]?["output"] == .array(done.compactMap { $0["item"] })
        )
        let body = (writer(.responses) as ResponsesWriter).body(of: reply)
        #expect(body["output"]?[1]?["arguments"] == "{\"a\":1}")
    }

    @Test func `in Messages blocks stand one behind the other`() {
        let events = events(writer(.messages) as MessagesWriter)
        #expect(
            events.compactMap { event in
                event["index"].map { "\(event["type"]?.text ?? "") \($0.textOfNumber)" }
            } == [
                "content_block_start 0", "content_block_delta 0", "content_block_stop 0",
                "content_block_start 1", "content_block_delta 1", "content_block_delta 1",
                "content_block_stop 1", "content_block_start 2", "content_block_delta 2",
                "content_block_stop 2",
            ]
        )
        let body = (writer(.messages) as MessagesWriter).body(of: reply)
        #expect(body["stop_reason"] == "tool_use")
        #expect(body["content"]?[1]?["input"]?.parsed == ["a": 1])
    }
}

extension JSONValue {
    fileprivate var textOfNumber: String { if case .integer(let n) = self { "\(n)" } else { "?" } }
}
