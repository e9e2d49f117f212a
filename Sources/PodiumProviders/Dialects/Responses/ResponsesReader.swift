internal import PodiumCore

/// Reads a reply of Responses.
struct ResponsesReader: ReplyReader {
    private var reply = ReplyAssembly()
    private let reporter: FaultReporter

    init(reporter: FaultReporter) {
        self.reporter = reporter
    }

    var progress: ReplyProgress { reply.progress }

    mutating func read(
        _ event: ServerSentEvent,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        if progress == .done || event.data.isEmpty || event.isDone { return }
        let part = try reporter.part(of: event, "an event of Responses", ResponsesEvent.init)
        let type = part.type ?? event.type
        switch type {
        case "response.completed", "response.incomplete", "response.failed":
            try close(part.response, status: String(type.dropFirst(9)), into: &pieces)
        case "error":
            throw reporter.error(ServerFault(words: part.error ?? ErrorWords(body: event.data)))
        default:
            if part.type == nil, let error = part.error {
                throw reporter.error(ServerFault(words: error))
            }
            reply.append(words(of: part, type: type), to: &pieces)
        }
    }

    mutating func readWhole(
        _ body: [UInt8],
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        let response = try reporter.whole(body, "a response", ResponsesReply.init)
        guard response.hasOutput || response.error != nil else {
            throw reporter.malformed("a reply without output")
        }
        try close(response, status: "completed", into: &pieces)
    }

    mutating func end(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        try reply.end(reporter: reporter, into: &pieces)
    }

    private func words(of part: ResponsesEvent, type: String) -> [ReplyWords] {
        switch type {
        case "response.output_text.delta": [.text(part.delta)]
        case "response.refusal.delta": [.refusal(part.delta)]
        case "response.reasoning_text.delta", "response.reasoning_summary_text.delta":
            [.reasoning(part.delta)]
        case "response.reasoning_summary_part.added":
            part.summaryIndex > 0 ? [.summarySeparator] : []
        default: []
        }
    }

    /// The response is at its end.
    ///
    /// - Parameter status: The one that holds when the response itself has none.
    private mutating func close(
        _ response: ResponsesReply?,
        status: String,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        // The output repeats what was streamed, unless the server streams nothing.
        if !reply.hasWords { reply.append(response?.words ?? [], to: &pieces) }
        reply.append(response?.usage, to: &pieces)
        if let error = response?.error { throw reporter.error(ServerFault(words: error)) }
        switch response?.status ?? status {
        case "completed": reply.finish(nil)
        case "incomplete": reply.finish(incompleteReason(response?.incompleteReason))
        case "failed": throw reporter.brokenOff("failed")
        default: throw reporter.cutOff
        }
        reply.complete()
    }

    private func incompleteReason(_ reason: String?) -> FinishReason {
        switch reason {
        case "max_output_tokens", "max_tokens": .length
        case "content_filter": .contentFilter
        case let reason?: reporter.unknownReason(reason)
        case nil: reporter.unknownReason("incomplete")
        }
    }
}
