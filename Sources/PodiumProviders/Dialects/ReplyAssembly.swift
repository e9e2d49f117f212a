internal import PodiumCore

/// What the readers of all dialects do alike with what they have decoded: gives out pieces, and
/// remembers what the end of the reply depends on.
struct ReplyAssembly {
    private(set) var progress = ReplyProgress.replying
    private(set) var hasText = false
    /// Text or reasoning.
    private(set) var hasWords = false

    private var reason: FinishReason?
    private var isRefusal = false
    private var usage: Usage?

    /// Words that are not empty. Those of a refusal are text, and make the reply a declined one.
    mutating func append(_ words: [ReplyWords], to pieces: inout [ReplyPiece]) {
        for case .some(let word) in words.map(\.nonEmpty) {
            hasWords = true
            switch word {
            case .reasoning(let text): pieces.append(.reasoning(text))
            case .text(let text): appendText(text, to: &pieces)
            case .refusal(let text):
                isRefusal = true
                appendText(text, to: &pieces)
            }
        }
    }

    /// The tokens so far, unless they are known already.
    mutating func append(_ usage: Usage?, to pieces: inout [ReplyPiece]) {
        guard let usage, usage != self.usage else { return }
        self.usage = usage
        pieces.append(.usage(usage))
    }

    /// The reason for the end has come; nil when it is one that says nothing.
    mutating func finish(_ reason: FinishReason?) {
        progress = max(progress, .finishing)
        if let reason { self.reason = reason }
    }

    /// Nothing follows.
    mutating func complete() { progress = .done }

    func end(
        reporter: FaultReporter,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        guard progress > .replying else { throw reporter.cutOff }
        let reason = reason ?? .stop
        pieces.append(.finished(isRefusal && reason == .stop ? .declined : reason))
    }

    private mutating func appendText(_ text: String, to pieces: inout [ReplyPiece]) {
        hasText = true
        pieces.append(.text(text))
    }
}

/// Words of a model, by what they are.
enum ReplyWords: Hashable {
    case text(String)
    case reasoning(String)
    /// Why the model does not answer.
    case refusal(String)

    var nonEmpty: ReplyWords? {
        switch self {
        case .text(let text), .reasoning(let text), .refusal(let text): text.isEmpty ? nil : self
        }
    }
}
