internal import PodiumCore

/// The one way out of a provider's calls: whatever a server said passes it before anything is stored,
/// shown or recorded.
///
/// Readers of replies and of errors know nothing of keys.
struct SecretGate: Sendable {
    private let secrets: Secrets
    /// Apart, since a server may send pieces of the one between those of the other.
    private var text: SecretFilter
    private var reasoning: SecretFilter
    private var toolCalls: SecretFilter

    init(_ secrets: Secrets = Secrets()) {
        self.secrets = secrets
        text = SecretFilter(secrets)
        reasoning = SecretFilter(secrets)
        toolCalls = SecretFilter(secrets)
    }

    mutating func pass(_ pieces: inout [ReplyPiece]) {
        guard !secrets.isEmpty else { return }
        var passed: [ReplyPiece] = []
        for piece in pieces {
            switch piece {
            case .text(let words): passed.append(text: text.pass(words))
            case .reasoning(let words): passed.append(reasoning: reasoning.pass(words))
            case .toolCalls(let words):
                // What was said before is not to come behind it.
                passed.append(text: text.finish())
                passed.append(toolCalls: toolCalls.pass(words))
            case .usage, .limits, .waiting: passed.append(piece)
            case .finished(let reason):
                close(into: &passed)
                passed.append(.finished(FinishReason(rawValue: secrets.scrub(reason.rawValue))))
            }
        }
        pieces = passed
    }

    /// Gives what was held back: no more follows.
    mutating func close(into pieces: inout [ReplyPiece]) {
        pieces.append(reasoning: reasoning.finish())
        pieces.append(text: text.finish())
        pieces.append(toolCalls: toolCalls.finish())
    }

    func pass(_ error: any Error) -> any Error {
        guard let error = error as? ProviderError else { return error }
        return pass(error)
    }

    func pass(_ error: ProviderError) -> ProviderError {
        var error = error
        error.message = secrets.scrub(error.message)
        error.advice = error.advice.map(secrets.scrub)
        return error
    }

    func pass(_ model: ListedModel) -> ListedModel {
        ListedModel(
            id: secrets.scrub(model.id),
            title: model.title.map(secrets.scrub),
            contextTokens: model.contextTokens
        )
    }
}

extension [ReplyPiece] {
    fileprivate mutating func append(text: String) {
        if !text.isEmpty { append(.text(text)) }
    }

    fileprivate mutating func append(reasoning: String) {
        if !reasoning.isEmpty { append(.reasoning(reasoning)) }
    }

    fileprivate mutating func append(toolCalls: String) {
        if !toolCalls.isEmpty { append(.toolCalls(toolCalls)) }
    }
}
