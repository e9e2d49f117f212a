internal import PodiumCore

extension ClientRequest.API {
    /// In which the form of the reply is asked for.
    fileprivate var formParameter: String {
        switch self {
        case .chat: "response_format"
        case .responses: "text.format"
        case .messages: "output_config.format"
        }
    }
}

extension ServedModels.Model {
    /// What of a request a model cannot do; refused by name before anything is spent.
    func check(_ asked: Asked, pool: [Worker]) throws(APIError) {
        let models = pool.filter { $0.price?.currency != .nominal }
        if asked.reply.form != nil, models.isEmpty {
            throw .invalid(
                asked.api.formParameter,
                "No worker of \(asked.model) can be held to a form: they are small solvers, no language"
                    + " models. Ask for text, or a pool with a language model.",
                code: "unsupported_parameter"
            )
        }
    }

    /// What of a request changes nothing, told in the reply.
    func notes(on asked: Asked, pool: [Worker]) -> [String] {
        var notes = asked.unused.map { "\($0) changes nothing here" }
        let solvers = pool.filter { $0.price?.currency == .nominal }.map(\.name)
        guard !solvers.isEmpty else { return notes }
        var unread: [String] = []
        if asked.messages.contains(where: { $0.role == .system }) { unread.append("system text") }
        let terms = asked.reply
        if terms.temperature != nil || terms.topP != nil || terms.topK != nil {
            unread.append("sampling")
        }
        if terms.maxTokens != nil { unread.append("the limit of tokens") }
        guard !unread.isEmpty else { return notes }
        let who =
            solvers.count == pool.count
            ? "the workers of this pool are solvers that do not read"
            : "\(solvers.joined(separator: ", ")) do not read"
        notes.append("\(who) \(unread.joined(separator: ", "))")
        return notes
    }
}
