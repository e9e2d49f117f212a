import CellUI
import PodiumCore

/// What is special about a node: a short sign on its box, and what the sign means.
enum GraphBadge: Hashable, Sendable, CaseIterable {
    case override(StepState.Mark)
    /// It was done, and has to be done again.
    case stale
    case awaitingApproval
    /// Its output is its workflow's answer.
    case answers

    static let allCases: [GraphBadge] =
        StepState.Mark.allCases.map(GraphBadge.override) + [.stale, .awaitingApproval, .answers]

    /// One column; in ASCII the key of the override.
    func sign(unicode: Bool) -> String {
        switch self {
        case .answers: unicode ? "★" : "A"
        case .awaitingApproval: unicode ? "◇" : "a"
        case .stale: unicode ? "↺" : "*"
        case .override(.rerouted): unicode ? "⇄" : "r"
        case .override(.rewritten): unicode ? "✎" : "e"
        case .override(.rewired): unicode ? "⋈" : "v"
        case .override(.inserted): unicode ? "⊕" : "i"
        case .override(.written): unicode ? "¶" : "w"
        case .override(.skipped): unicode ? "⊘" : "s"
        case .override(.cancelled): unicode ? "■" : "x"
        }
    }

    /// What the sign means, for a legend.
    var legend: String {
        switch self {
        case .answers: "its output is the answer"
        case .awaitingApproval: "waits for approval"
        case .stale: "to be done again: something before it changed"
        case .override(.rerouted): "given to another worker"
        case .override(.rewritten): "its subtask was changed"
        case .override(.rewired): "its access list was changed"
        case .override(.inserted): "inserted by hand"
        case .override(.written): "its output was written by hand"
        case .override(.skipped): "skipped by hand"
        case .override(.cancelled): "cancelled by hand"
        }
    }
}

extension Look {
    /// What changed stands out; what is always there does not.
    func style(_ badge: GraphBadge) -> Style {
        badge == .answers ? theme.subtle : theme.overridden
    }

    func signs(_ badges: [GraphBadge]) -> StyledText {
        badges.reduce(into: StyledText()) {
            $0.append($1.sign(unicode: unicode), style($1))
        }
    }
}
