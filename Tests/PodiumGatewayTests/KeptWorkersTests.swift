import PodiumCore
import Testing

@testable import PodiumGateway

/// Who goes on with a conversation.
struct KeptWorkersTests {
    private let kept = KeptWorkers()

    private func session(_ number: Int) -> SessionID {
        SessionID(rawValue: "20270115-080000-\(number)")
    }

    private func asked(_ messages: ChatMessage...) -> Asked {
        Asked(api: .chat, model: "podium", messages: messages)
    }

    private func calling(_ number: Int) -> ChatMessage {
        let call = ToolCall(
            id: ToolCall.id(in: session(number), place: 0),
            name: "f",
            arguments: ""
        )
        return ChatMessage(.assistant, "", toolCalls: [call])
    }

    @Test func `the session that a call names tells conversations of one beginning apart`() {
        let first = ChatMessage(.user, "<reminder>")
        kept.keep("a", for: asked(first), in: session(1), of: "")
        kept.keep("b", for: asked(first), in: session(2), of: "")
        let result = ChatMessage(.tool, parts: [], result: "x")
        #expect(kept.worker(for: asked(first, calling(1), result), of: "") == "a")
        #expect(kept.worker(for: asked(first, calling(2), result), of: "") == "b")
        // Another has no part in it, and a new conversation is a new choice.
        #expect(kept.worker(for: asked(first, calling(1), result), of: "eve") == nil)
        #expect(kept.worker(for: asked(first), of: "") == nil)
    }

    @Test func `a conversation in words is known by what was said before the answer`() {
        let (question, answer) = (ChatMessage(.user, "Q"), ChatMessage(.assistant, "A"))
        kept.keep(
            "a",
            for: asked(ChatMessage(.system, "at noon"), question),
            in: session(1),
            of: ""
        )
        let next = ChatMessage(.user, "And?")
        #expect(
            kept.worker(
                for: asked(ChatMessage(.system, "later"), question, answer, next),
                of: ""
            ) == "a"
        )
        #expect(kept.worker(for: asked(ChatMessage(.user, "R"), answer, next), of: "") == nil)
    }
}
