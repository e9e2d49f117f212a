import PodiumCore

extension FinishReason {
    /// How a reply ended that may not be whole; nil for one that is.
    var shortfall: String? {
        switch self {
        case .stop, .toolCalls, .declined: nil
        case .length: "stopped in the middle, at its limit of tokens"
        case .contentFilter: "stopped in the middle by its provider's content filter"
        default: "ended with “\(told)”: it may not be whole"
        }
    }

    /// The same in a frame.
    var shortfallInShort: String? {
        switch self {
        case .stop, .toolCalls, .declined: nil
        case .length: "cut off: token limit"
        case .contentFilter: "cut off: content filter"
        default: "may not be whole"
        }
    }

    /// What a provider calls it. It may be of any length.
    private var told: String { Format.oneLine(String(rawValue.prefix(60))) }
}
