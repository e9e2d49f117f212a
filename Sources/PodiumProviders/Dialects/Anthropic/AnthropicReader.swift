internal import PodiumCore

/// Reads a reply of Messages.
struct AnthropicReader: ReplyReader {
    var reply = ReplyAssembly()
    let reporter: FaultReporter
    private var usage = AnthropicUsage()

    init(reporter: FaultReporter) {
        self.reporter = reporter
    }

    mutating func readNext(
        of objects: inout JSONObjects,
        type: String,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) -> Bool {
        guard
            let (event, start) = try reporter.next(
                of: &objects,
                "an event of Messages",
                AnthropicEvent.init
            )
        else { return false }
        switch event.type ?? type {
        case "message_start", "content_block_start", "content_block_delta", "message_delta":
            try read(event, into: &pieces)
        // A whole reply in a stream.
        case "message" where event.hasContent: try read(event, into: &pieces)
        case "message_stop": reply.complete()
        // `ping`, what is yet to be invented, and errors.
        default: try reporter.refuseError(start)
        }
        return true
    }

    mutating func readWhole(
        _ objects: inout JSONObjects,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        guard
            let (message, start) = try reporter.next(
                of: &objects,
                "a message",
                AnthropicEvent.init
            )
        else { return }
        if !message.hasContent || message.hasErrorMark { try reporter.refuseError(start) }
        guard message.hasContent else { throw reporter.noReply(start, "without content") }
        try read(message, into: &pieces)
        reply.complete()
    }

    private mutating func read(
        _ event: AnthropicEvent,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        reply.append(event.words, to: &pieces)
        if let explanation = event.explanation, !reply.hasText {
            reply.append([.refusal(explanation)], to: &pieces)
        }
        usage.replace(with: event.usage)
        reply.append(usage.usage, to: &pieces)
        if let reason = event.stopReason { try reply.finish(reason, reporter) }
    }
}
