import PodiumCore

/// A reply as far as it has been read, as inputs of the run machine.
struct ReplyReading {
    private let attempt: AttemptID
    /// A worker that was offered no tools has asked for none, whatever its server says.
    private let hasTools: Bool
    private var hasToolCalls = false
    /// Pieces of one channel that came together are one input.
    private var texts: [TextAppended] = []
    private var limits: RateLimits?
    /// The server could not take the call when it last said anything.
    private var isWaiting = false
    private var changes: [Input.Kind] = []
    /// Tokens so far, where the provider counts.
    private(set) var usage: Usage?
    private(set) var end: ReplyEnd?

    init(of attempt: AttemptID, hasTools: Bool) {
        self.attempt = attempt
        self.hasTools = hasTools
    }

    /// Takes the pieces of one read. What follows the end is not looked at.
    mutating func take(_ pieces: [ReplyPiece]) {
        for piece in pieces where end == nil {
            follow(piece)
            switch piece {
            case .text(let text): append(text, on: .answer)
            case .reasoning(let text): append(text, on: .reasoning)
            case .toolCalls(let text) where hasTools:
                hasToolCalls = true
                append(text, on: .toolCalls)
            case .toolCalls: break
            case .usage(let counted): usage = counted
            case .limits(let told): limits = told
            case .waiting: break
            // It says so, and has asked for nothing that it was offered.
            case .finished(.toolCalls) where !hasToolCalls: end = .finished(.stop, usage)
            case .finished(let reason): end = .finished(reason, usage)
            }
        }
    }

    /// Whether the server takes the call now.
    private mutating func follow(_ piece: ReplyPiece) {
        switch piece {
        case .waiting(let wait):
            if !isWaiting { changes.append(.queued(attempt, wait)) }
            isWaiting = true
        // Every answer has these, a refusal too.
        case .limits: break
        case .text, .reasoning, .toolCalls, .usage, .finished:
            if isWaiting { changes.append(.sent(attempt)) }
            isWaiting = false
        }
    }

    private mutating func append(_ text: String, on channel: TextAppended.Channel) {
        if let last = texts.indices.last, texts[last].channel == channel {
            texts[last].text += text
        } else {
            texts.append(TextAppended(attempt: attempt, channel: channel, text: text))
        }
    }

    /// What has happened and the text since the last time.
    mutating func takeInputs() -> [Input.Kind] {
        defer {
            changes.removeAll()
            texts.removeAll()
        }
        return changes + texts.map(Input.Kind.text)
    }

    /// What the server said of its limits since the last time.
    mutating func takeLimits() -> RateLimits? {
        defer { limits = nil }
        return limits
    }

    /// The end of a stream that stopped without one.
    var cutOff: ReplyEnd {
        .failed(
            ProviderError(.cutOff, "The reply stopped before its end.", isRetryable: true),
            usage
        )
    }
}
