import PodiumCore

extension SessionSummary.Client {
    /// `laptop, for podium-mini (Chat Completions)`
    var sentence: String {
        let who = name.isEmpty ? "a client without a key" : name
        return "\(who), for \(model) (\(api.title))"
    }
}

extension ClientRequest.API {
    /// As its vendor calls it.
    var title: String {
        switch self {
        case .chat: "Chat Completions"
        case .responses: "Responses"
        case .messages: "Messages"
        }
    }
}
