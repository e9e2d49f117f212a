import CellUI
import PodiumCore

extension StartScreen {
    /// A past session as a list shows it.
    static func row(
        _ session: SessionSummary,
        look: Look,
        isShort: Bool = false
    ) -> Row {
        let node: NodeState =
            switch session.status {
            case .running: .running
            case .answered: .finished
            case .failed, .budget: .failed
            case .cancelled: .cancelled
            case .interrupted: .brokenOff
            }
        let time = session.openedAt.calendar
        let status = session.status.rawValue
        let padding = String(repeating: " ", count: max(0, 11 - status.count))
        return Row(
            text: "\(look.sign(node, frame: 0)) \(session.question)",
            note: isShort
                ? "\(time.dayText.suffix(5)) \(time.minuteText)"
                : "\(status)\(padding) \(time.dayText) \(time.minuteText)"
        )
    }
}
