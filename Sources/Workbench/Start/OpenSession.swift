import CellUI
import PodiumCore

/// A session that the workbench has open, as the start screen lists it: how it stands, what it has
/// cost, and whether it waits for a person.
struct OpenSession: Sendable {
    let id: SessionID
    let question: String
    private let isForeign: Bool
    /// Which client of the endpoint asked; empty for a person.
    private let client: String
    private let cost: String
    private let isRunning: Bool
    private let look: Look
    /// Whether it waits for a person.
    var isUrgent: Bool { standing.isUrgent }
    private let standing: (sign: String, word: String, isUrgent: Bool)

    init(_ screen: SessionScreen, look: Look, now: Timestamp) {
        let standing = SessionStanding(screen, look: look, now: now, frame: 0)
        id = screen.id
        question = screen.state.opened?.question ?? ""
        isForeign = screen.isForeign
        client = screen.state.opened?.client.map { ClientRecord(name: $0.client).title } ?? ""
        cost = screen.cost
        isRunning = standing.node == .running
        self.look = look
        self.standing = (standing.sign, standing.word, standing.isUrgent)
    }

    func row(frame: Int) -> StartScreen.Row {
        let sign = isRunning ? look.spinner(frame) : standing.sign
        let place = isForeign ? "another process" : ""
        let parts = [standing.word, client, place, cost].filter { !$0.isEmpty }
        return StartScreen.Row(
            text: "\(sign) \(question)",
            note: parts.joined(separator: look.separator),
            isUrgent: standing.isUrgent
        )
    }
}
