import CellUI
import PodiumCore

/// What a narrator has to say: something of its own, or what somebody has written.
enum ToldLine: Equatable, Sendable {
    case sentence(String)
    /// A line that an agent has written.
    case text(String, of: AttemptID, label: String)
    case answer(String)

    /// As lines without colours. No control character is in them.
    var lines: [String] {
        let text =
            switch self {
            case .sentence(let text): text
            case .text(let line, _, let label): "  \(label) | \(line)"
            case .answer(let answer): "Answer: \(answer)"
            }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { visible(String($0), keepingNewlines: false) }
    }
}
