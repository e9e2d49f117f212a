import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Calls of tools and their results in the panes.
struct ToolCallPaneTests {
    private func panes(_ messages: [ChatMessage], _ pieces: [String]) -> (
        step: String, answer: String
    ) {
        var history = HistoryBuilder(
            limits: RunLimits(turns: 1, fallbacks: 0),
            policy: RunPolicy(variant: .mini)
        )
        history.client = ClientRequest(
            api: .chat,
            model: "podium",
            messages: messages,
            tools: ToolTerms([Tool(name: "read")])
        )
        history.open(conductor: .embedded(history.pool[0]))
        history.reply(1, "worker = 1\nrole = worker\n")
        history.text(2, "I look.")
        for piece in pieces { history.text(2, piece, channel: .toolCalls) }
        history.finish(2, .toolCalls)
        var screen = SessionScreen(session: history.state.id)
        screen.apply(history.events)
        let step = history.state.steps[0].id
        return (
            screen.documents[.step(step)]?.text ?? "", screen.documents[.answer]?.text ?? ""
        )
    }

    @Test func `each call is a line with a sign, wherever it was cut`() {
        let whole = "read {\"a\": 1}\nlist {}\n"
        for cut in 1..<whole.count {
            let (step, answer) = panes(
                [ChatMessage(.user, "?")],
                [String(whole.prefix(cut)), String(whole.dropFirst(cut))]
            )
            let shown = "I look.\n→ read {\"a\": 1}\n→ list {}\n"
            #expect(step == shown)
            #expect(answer == shown)
        }
    }

    @Test func `what the tools gave stands first, of a long one the beginning`() {
        let call = ToolCall(id: "x", name: "read", arguments: "{}")
        let long = String(repeating: "a", count: 2_500)
        let messages = [
            ChatMessage(.user, "?"), ChatMessage(.assistant, "", toolCalls: [call]),
            ChatMessage(.tool, parts: [.text("forty\ntwo")], result: "x"),
            ChatMessage(.tool, parts: [.text(long)], result: "y", isFailure: true),
        ]
        let (step, _) = panes(messages, ["read {}\n"])
        #expect(step.hasPrefix("← read: forty\ntwo\n← ? failed: aaa"))
        #expect(step.contains("a… (500 more bytes)\n"))
        #expect(step.hasSuffix("I look.\n→ read {}\n"))
        // They were answered in the turn before.
        let earlier = messages + [ChatMessage(.assistant, "42"), ChatMessage(.user, "?")]
        #expect(panes(earlier, ["read {}\n"]).step.hasPrefix("I look."))
    }
}
