internal import PodiumCore

/// What the readers of all dialects do alike with what they have decoded: gives out pieces, and
/// remembers what the end of the reply depends on.
public struct ReplyAssembly: Sendable {
    private(set) var progress = ReplyProgress.replying
    private(set) var hasText = false

    private var texts = DeltaReading()
    private var thoughts = DeltaReading()
    private var tags = ThoughtTags()
    private var toolCalls = ToolCallAssembly()
    /// Reasoning came apart from the text.
    private var hasOwnChannel = false
    /// Words came after a reason for the end.
    private var goesOn = false
    private var reason: FinishReason?
    private var isRefusal = false
    private var usage: Usage?

    /// The next words. Those of a refusal are text, and make the reply a declined one.
    mutating func append(_ words: [ReplyWords], to pieces: inout [ReplyPiece]) {
        for word in words where !word.isEmpty {
            // What was taken for the end was none. Its reason stays, but only the end of the bytes, or
            // a mark, is the end from here on.
            if progress == .finishing {
                progress = .replying
                goesOn = true
            }
            switch word {
            case .reasoning(let text):
                hasOwnChannel = true
                give([.reasoning(thoughts.take(text))], to: &pieces)
            case .text(let text):
                let new = texts.take(text)
                // A server that tells thoughts apart leaves none in the text.
                give(hasOwnChannel ? tags.finish() + [.text(new)] : tags.split(new), to: &pieces)
            case .refusal(let text):
                isRefusal = true
                flush(into: &pieces)
                give([.text(text)], to: &pieces)
            case .toolCall(let delta):
                // What is said before it is not to come behind it.
                flush(into: &pieces)
                give(toolCalls.take(delta), to: &pieces)
            }
        }
    }

    /// Of the tools that it asks for, in bytes, held back or not.
    var toolCallSize: Int { toolCalls.size }

    /// The tokens so far, unless they are known already.
    mutating func append(_ usage: Usage?, to pieces: inout [ReplyPiece]) {
        guard let usage, usage != self.usage else { return }
        self.usage = usage
        pieces.append(.usage(usage))
    }

    /// The reason for the end has come; nil when it is one that says nothing.
    mutating func finish(_ reason: FinishReason?) {
        if !goesOn { progress = max(progress, .finishing) }
        self.reason = reason ?? self.reason ?? .stop
    }

    /// The reason for the end has come, in the server's words.
    ///
    /// - Parameter message: The server's words for people beside it.
    mutating func finish(
        _ reason: String,
        message: String? = nil,
        _ reporter: FaultReporter
    ) throws(ProviderError) {
        switch ReplyEnding(reason) {
        case .none: break
        case .finished(let reason): finish(reason)
        case .fault(let code):
            throw reporter.brokenOff(
                [reason, message].compactMap(\.self).joined(separator: ": "),
                code
            )
        case .unknown: finish(reporter.unknownReason(reason))
        }
    }

    /// Nothing follows.
    mutating func complete() { progress = .done }

    /// Gives out what was held back.
    mutating func flush(into pieces: inout [ReplyPiece]) {
        give([.reasoning(thoughts.finish())], to: &pieces)
        give(tags.split(texts.finish()) + tags.finish(), to: &pieces)
    }

    mutating func end(
        reporter: FaultReporter,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        flush(into: &pieces)
        guard progress > .replying || reason != nil else { throw reporter.cutOff }
        give(toolCalls.finish(), to: &pieces)
        pieces.append(.finished(ending))
    }

    private var ending: FinishReason {
        switch reason ?? .stop {
        // Not every server says so.
        case .stop where !toolCalls.isEmpty: .toolCalls
        case .stop where isRefusal: .declined
        case let reason: reason
        }
    }

    private func give(_ toolCalls: String, to pieces: inout [ReplyPiece]) {
        if !toolCalls.isEmpty { pieces.append(.toolCalls(toolCalls)) }
    }

    private mutating func give(_ words: [ReplyWords], to pieces: inout [ReplyPiece]) {
        for word in words where !word.isEmpty {
            switch word {
            case .reasoning(let text):
                pieces.append(.reasoning(text))
            case .text(let text), .refusal(let text):
                hasText = true
                pieces.append(.text(text))
            case .toolCall: break
            }
        }
    }
}

/// Words of a model, by what they are.
enum ReplyWords: Hashable {
    case text(String)
    case reasoning(String)
    /// Why the model does not answer.
    case refusal(String)
    case toolCall(ToolCallDelta)

    var isEmpty: Bool {
        switch self {
        case .text(let text), .reasoning(let text), .refusal(let text): text.isEmpty
        case .toolCall(let delta): delta.name.isEmpty && delta.arguments.isEmpty
        }
    }

    /// A call of a tool at another place of the reply; anything else as it is.
    func placed(at place: Int) -> ReplyWords {
        guard case .toolCall(var delta) = self else { return self }
        delta.place = place
        return .toolCall(delta)
    }
}
