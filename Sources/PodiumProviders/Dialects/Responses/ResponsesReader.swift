internal import PodiumCore

/// Reads a reply of Responses.
struct ResponsesReader: ReplyReader {
    var reply = ReplyAssembly()
    let reporter: FaultReporter
    /// The items of whose text and of whose reasoning something was said; nil for one without a
    /// place.
    private var saidText: Set<Int?> = []
    private var saidReasoning: Set<Int?> = []
    /// The calls of tools by their items, and of which of them something of the arguments was said.
    private var places: [CallName: Int] = [:]
    private var saidArguments: Set<Int> = []

    /// An item by its place in the output, where a server tells it.
    private enum CallName: Hashable {
        case place(Int)
        case id(String)
        case unknown
    }

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
                "an event of Responses",
                ResponsesEvent.init
            )
        else { return false }
        try read(event, of: event.type ?? type, start, into: &pieces)
        return true
    }

    mutating func readWhole(
        _ objects: inout JSONObjects,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        guard
            let (response, start) = try reporter.next(
                of: &objects,
                "a response",
                ResponsesReply.init
            )
        else { return }
        if response.status == nil { try reporter.refuseError(start) }
        guard response.hasOutput || response.error != nil else {
            throw reporter.noReply(start, "without output")
        }
        try close(response, status: "completed", into: &pieces)
    }

    private mutating func read(
        _ event: ResponsesEvent,
        of type: String,
        _ start: JSONReader,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        switch type {
        case "response.completed", "response.incomplete", "response.failed", "response.done":
            let status = type == "response.done" ? "completed" : String(type.dropFirst(9))
            try close(event.response, status: status, into: &pieces)
        case "response.output_text.delta": say([.text(event.delta)], event, to: &pieces)
        case "response.refusal.delta": say([.refusal(event.delta)], event, to: &pieces)
        case "response.reasoning_text.delta", "response.reasoning_summary_text.delta":
            say([.reasoning(event.delta)], event, to: &pieces)
        case "response.reasoning_summary_part.added":
            if event.summaryIndex > 0 { say([.summarySeparator], event, to: &pieces) }
        case "response.output_item.added": begin(event, to: &pieces)
        case "response.function_call_arguments.delta":
            let place = place(of: event).place
            saidArguments.insert(place)
            let delta = ToolCallDelta(place: place, arguments: event.delta)
            reply.append([.toolCall(delta)], to: &pieces)
        case "response.output_text.done": complete([.text(event.whole)], event, to: &pieces)
        case "response.refusal.done": complete([.refusal(event.whole)], event, to: &pieces)
        case "response.reasoning_text.done", "response.reasoning_summary_text.done":
            complete([.reasoning(event.whole)], event, to: &pieces)
        case "response.content_part.done", "response.reasoning_summary_part.done",
            "response.output_item.done":
            complete(event.words, event, to: &pieces)
        default:
            if type == "error" || event.type == nil || event.hasErrorMark {
                try reporter.refuseError(start)
            }
        }
    }

    private mutating func say(
        _ words: [ReplyWords],
        _ event: ResponsesEvent,
        to pieces: inout [ReplyPiece]
    ) {
        for word in words where !word.isEmpty {
            if word.isReasoning {
                saidReasoning.insert(event.outputIndex)
            } else {
                saidText.insert(event.outputIndex)
            }
        }
        reply.append(words, to: &pieces)
    }

    /// An item is begun: of a call of a tool its name is known.
    private mutating func begin(_ event: ResponsesEvent, to pieces: inout [ReplyPiece]) {
        guard case .toolCall(var call)? = event.words.first else { return }
        let (place, isNew) = place(of: event)
        guard isNew else { return }
        call.arguments = ""
        reply.append([ReplyWords.toolCall(call).placed(at: place)], to: &pieces)
    }

    /// Which of the calls an event is about.
    private mutating func place(of event: ResponsesEvent) -> (place: Int, isNew: Bool) {
        let name =
            event.outputIndex.map(CallName.place) ?? event.itemID.map(CallName.id) ?? .unknown
        if let place = places[name] { return (place, false) }
        places[name] = places.count
        return (places.count - 1, true)
    }

    /// A part or an item is complete. Its words are repeated, unless the server streams nothing.
    private mutating func complete(
        _ words: [ReplyWords],
        _ event: ResponsesEvent,
        to pieces: inout [ReplyPiece]
    ) {
        if case .toolCall(var call)? = words.first {
            let (place, isNew) = place(of: event)
            if !isNew { call.name = "" }
            if !saidArguments.insert(place).inserted { call.arguments = "" }
            return reply.append([ReplyWords.toolCall(call).placed(at: place)], to: &pieces)
        }
        func isSaid(_ said: Set<Int?>) -> Bool {
            said.contains(event.outputIndex) || said.contains(nil)
                || event.outputIndex == nil && !said.isEmpty
        }
        let hasText = isSaid(saidText)
        let hasReasoning = isSaid(saidReasoning)
        let new = words.filter { !($0.isReasoning ? hasReasoning : hasText) }
        say(new, event, to: &pieces)
    }

    /// The response is at its end.
    ///
    /// - Parameter status: The one that holds when the response itself has none.
    private mutating func close(
        _ response: ResponsesReply?,
        status: String,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        // The output repeats what was said before, if anything was.
        let new = (response?.words ?? []).filter { word in
            switch word {
            case .reasoning: saidText.isEmpty && saidReasoning.isEmpty
            case .text, .refusal: saidText.isEmpty
            case .toolCall: places.isEmpty
            }
        }
        reply.append(new, to: &pieces)
        reply.append(response?.usage, to: &pieces)
        if let error = response?.error { throw reporter.error(ServerFault(words: error)) }
        switch response?.status ?? status {
        case "completed": reply.finish(nil)
        case "incomplete":
            try reply.finish(response?.incompleteReason ?? "incomplete", reporter)
        case "failed", "cancelled": throw reporter.brokenOff(response?.status ?? status)
        default: throw reporter.cutOff
        }
        reply.complete()
    }
}

extension ReplyWords {
    fileprivate var isReasoning: Bool { if case .reasoning = self { true } else { false } }
}
