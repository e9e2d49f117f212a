import PodiumCore
import PodiumTesting
import Testing

@testable import PodiumGateway

/// Which words of a run are passed on while it goes on, and what it comes to.
struct AnswerStreamTests {
    private static let session = SessionID(rawValue: "20270115-080000-test")

    /// Follows a history event by event; what was passed on, piece by piece.
    private struct Following {
        var stream: AnswerStream
        var pieces: [AnswerPiece] = []
        private var seen = 0

        init(_ asked: Asked) {
            stream = AnswerStream(
                ReplyOpening(session: session, created: 0, asked: asked, estimatedInput: 0)
            )
        }

        mutating func catchUp(_ history: HistoryBuilder) {
            for event in history.events[seen...] {
                _ = stream.apply([event])
                if let (next, _) = stream.next() { pieces += next }
            }
            seen = history.events.count
        }
    }

    private func asked(_ terms: ReplyTerms = ReplyTerms()) -> Asked {
        Asked(api: .chat, model: "podium", messages: [], reply: terms)
    }

    @Test func `the last step's words are passed on as they come, and no others`() throws {
        var history = HistoryBuilder()
        var following = Following(asked())
        history.open(plan: .chain(2))
        history.reply(1, "on the way")
        following.catchUp(history)
        #expect(following.pieces.isEmpty)
        history.text(2, "The answer ")
        history.text(2, "is 42.")
        following.catchUp(history)
        #expect(following.pieces == [.text("The answer "), .text("is 42.")])
        history.finish(2)
        following.catchUp(history)
        let (reply, rest) = try following.stream.finish(unusedHere: ["a note"])
        #expect(rest.isEmpty)
        #expect(reply.text == "The answer is 42.")
        #expect(reply.usage.totalInput == 200)
        #expect(reply.podium["notes"] == ["a note"])
        #expect(reply.podium["answered_by"]?["worker"]?.text == history.pool[1].name)
    }

    @Test func `words that a further round may replace wait`() throws {
        var history = HistoryBuilder(limits: RunLimits(rounds: 2, fallbacks: 0))
        var following = Following(asked())
        history.open(conductor: .prompted(history.pool[0]))
        history.reply(1, #"{"steps": [{"worker": 0, "subtask": "x", "access": []}]}"#)
        history.reply(2, "first")
        following.catchUp(history)
        #expect(following.pieces.isEmpty)
        // The second round finds nothing to add.
        history.reply(3, #"{"steps": []}"#)
        following.catchUp(history)
        #expect(history.state.isClosed)
        let (reply, rest) = try following.stream.finish(unusedHere: [])
        #expect(reply.text == "first" && rest == [.text("first")])
        #expect(reply.conducting.totalInput == 200)
    }

    @Test func `words that another call takes back end the stream with an error`() throws {
        var history = HistoryBuilder()
        var following = Following(asked())
        history.open(plan: .chain(1))
        history.text(1, "It is fo")
        following.catchUp(history)
        history.fail(1, .sample(retryable: true))
        history.fire(1)
        history.reply(2, "No: 43.")
        following.catchUp(history)
        #expect(following.pieces == [.text("It is fo")])
        let error = #expect(throws: APIError.self) { try following.stream.finish(unusedHere: []) }
        #expect(error?.code == "answer_replaced")
    }

    @Test func `a call that is made again and says the same goes on where it was`() throws {
        var history = HistoryBuilder()
        var following = Following(asked())
        history.open(plan: .chain(1))
        history.text(1, "It is fo")
        following.catchUp(history)
        history.fail(1, .sample(retryable: true))
        history.fire(1)
        history.text(2, "It is ")
        following.catchUp(history)
        history.reply(2, "forty-two.")
        following.catchUp(history)
        let (reply, rest) = try following.stream.finish(unusedHere: [])
        #expect((following.pieces + rest).words == "It is forty-two.")
        #expect(reply.text == "It is forty-two.")
    }

    @Test func `a text at which the answer ends is not passed on, nor what follows`() throws {
        var history = HistoryBuilder()
        var following = Following(asked(ReplyTerms(stop: ["END"])))
        history.open(plan: .chain(1))
        history.text(1, "one E")
        history.text(1, "ND two")
        history.finish(1, .length)
        following.catchUp(history)
        #expect(following.pieces.words == "one ")
        let (reply, rest) = try following.stream.finish(unusedHere: [])
        #expect(rest.isEmpty && reply.text == "one " && reply.stop == "END")
        #expect(reply.finish == .stop)
    }

    @Test func `an answer that must be JSON is held until it is`() throws {
        let form = ReplyTerms(form: ReplyForm(name: "object"))
        for (text, json) in [
            (#"{"a": 1}"#, #"{"a": 1}"#), ("```json\n{\"a\": 1}\n```", #"{"a": 1}"#),
            ("[1]", nil), ("Sure: {}", nil), ("{\"a\": ", nil),
        ] {
            var history = HistoryBuilder()
            var following = Following(asked(form))
            history.open(plan: .chain(1))
            history.reply(1, text)
            following.catchUp(history)
            #expect(following.pieces.isEmpty)
            if let json {
                #expect(try following.stream.finish(unusedHere: []).rest.words == json)
            } else {
                let error = #expect(throws: APIError.self) {
                    try following.stream.finish(unusedHere: [])
                }
                #expect(error?.code == "invalid_form")
            }
        }
    }

    @Test func `a run without an answer is an error that says why`() throws {
        var history = HistoryBuilder()
        var following = Following(asked())
        history.open(plan: .chain(1))
        history.fail(1, .sample(retryable: false))
        following.catchUp(history)
        let error = #expect(throws: APIError.self) { try following.stream.finish(unusedHere: []) }
        #expect(error?.kind == .noAnswer)
        #expect(error?.message.contains("gave no answer") == true)
    }
}

extension ProviderError {
    fileprivate static func sample(retryable: Bool) -> ProviderError {
        ProviderError(.unavailable, "The server is away.", isRetryable: retryable)
    }
}

extension [AnswerPiece] {
    fileprivate var words: String {
        map { if case .text(let text) = $0 { text } else { "<\($0)>" } }.joined()
    }
}
