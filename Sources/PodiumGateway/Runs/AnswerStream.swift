internal import PodiumCore

/// Follows a run for its client: the words of the answer as they can be passed on, and at its end what it
/// came to.
///
/// Words that were passed on cannot be taken back. So they wait while a later workflow may replace them, or
/// while they must have a form; and where the answer turns out to be another, because its worker failed in
/// mid-sentence or a person gave the step to another, the stream ends with an error.
struct AnswerStream {
    private(set) var state: SessionState
    private let opening: ReplyOpening
    private var stops: StopTexts
    /// The call whose words were passed on, and how many bytes of them.
    private var source: AttemptID?
    private var sent = 0
    /// The same of the calls of tools that follow the words.
    private var sentCalls = 0
    private var callPieces = ToolCallPieces()
    /// The text at which the answer ends; nothing is passed on behind it.
    private var stop: String?

    init(_ opening: ReplyOpening) {
        self.opening = opening
        state = SessionState(id: opening.session)
        stops = StopTexts(opening.asked.reply.stop)
    }

    /// Takes events; what there is to tell of them, in a few words.
    mutating func apply(_ events: [Event]) -> [String] {
        events.compactMap { event in
            state.apply(event)
            return ProgressWords.of(event.fact, in: state)
        }
    }

    /// What is next of the answer, and whose it is.
    mutating func next() -> (pieces: [AnswerPiece], worker: String)? {
        guard stop == nil, opening.asked.reply.form == nil, let id = state.emergingAnswer,
            let attempt = state.attempt(id), goesOn(attempt)
        else { return nil }
        let pieces = take(attempt.text, attempt.toolCalls, isWhole: false)
        if !pieces.isEmpty { source = id }
        return pieces.isEmpty ? nil : (pieces, attempt.worker)
    }

    /// Whether what a call wrote begins with what was passed on already.
    private func goesOn(_ attempt: AttemptState) -> Bool {
        guard let source, source != attempt.id else { return true }
        return beginsAsPassedOn(attempt.text, attempt.toolCalls)
    }

    private func beginsAsPassedOn(_ text: String, _ toolCalls: String) -> Bool {
        let before = source.flatMap { state.attempt($0) }
        return text.utf8.starts(with: (before?.text ?? "").utf8.prefix(sent))
            && toolCalls.utf8.starts(with: (before?.toolCalls ?? "").utf8.prefix(sentCalls))
    }

    /// What of an answer was not passed on yet and can be.
    private mutating func take(
        _ text: String,
        _ toolCalls: String,
        isWhole: Bool
    ) -> [AnswerPiece] {
        // Words behind a call that has begun wait until the calls are whole.
        let hasBegunCalls = sentCalls > 0
        var pieces =
            hasBegunCalls ? [] : words(of: text, isWhole: isWhole || !toolCalls.isEmpty)
        if stop == nil, toolCalls.utf8.count > sentCalls {
            pieces += callPieces.take(toolCalls[...].utf8.dropFirst(sentCalls))
            sentCalls = toolCalls.utf8.count
        }
        if hasBegunCalls, isWhole { pieces += words(of: text, isWhole: true) }
        return pieces
    }

    private mutating func words(of text: String, isWhole: Bool) -> [AnswerPiece] {
        // A reply of nothing but space is none, and another takes its place.
        guard stop == nil, sent > 0 || text.contains(where: { !$0.isWhitespace }) else { return [] }
        let words = take(of: text, isWhole: isWhole)
        return words.isEmpty ? [] : [.text(words)]
    }

    private mutating func take(of text: String, isWhole: Bool) -> String {
        let end = stops.end(of: text, isWhole: isWhole)
        stop = end.stop
        guard end.bytes > sent else { return "" }
        defer { sent = end.bytes }
        return String(decoding: text.utf8.prefix(end.bytes).dropFirst(sent), as: UTF8.self)
    }

    /// What the run came to, and what of it was not passed on yet.
    mutating func finish(
        unusedHere: [String]
    ) throws(APIError) -> (reply: Reply, rest: [AnswerPiece]) {
        guard let closed = state.closed?.value else {
            throw APIError(.server, "The session ended without an end.", code: "broken_off")
        }
        guard let answer = closed.answer, [.answered, .budget].contains(closed.outcome) else {
            throw APIError(noAnswer: closed)
        }
        let attempt = state.answeringAttempt.flatMap { state.attempt($0) }
        try requireToolCall(of: attempt)
        let text = try formed(attempt?.text ?? answer, by: attempt)
        guard beginsAsPassedOn(text, attempt?.toolCalls ?? "") else {
            throw APIError(
                .noAnswer,
                "The answer became another while it was written. The whole of it is in the session.",
                code: "answer_replaced"
            )
        }
        let rest = take(text, attempt?.toolCalls ?? "", isWhole: true)
        let summary = RunSummary(state, answer: attempt, notes: unusedHere)
        let reply = Reply(
            text: String(decoding: text.utf8.prefix(sent), as: UTF8.self),
            toolCalls: stop == nil ? state.answeringToolCalls : [],
            finish: closed.outcome == .budget ? .length : finishReason(of: attempt),
            stop: stop,
            usage: closed.usage,
            conducting: state.conductorSpent.usage,
            podium: summary.object
        )
        return (reply, rest)
    }

    private func finishReason(of attempt: AttemptState?) -> FinishReason {
        guard stop == nil, case .finished(let reason)? = attempt?.status else { return .stop }
        return reason
    }

    /// Not every server holds its model to a call of a tool.
    private func requireToolCall(of attempt: AttemptState?) throws(APIError) {
        let isDemanded =
            switch opening.asked.tools?.choice {
            case .required, .named: true
            case .auto, .never, nil: false
            }
        guard isDemanded, let attempt, attempt.toolCalls.isEmpty,
            attempt.status == .finished(.stop)
        else { return }
        throw APIError(
            .noAnswer,
            "\(attempt.worker) called no tool, though one was demanded. What it says is in the session.",
            code: "no_tool_call"
        )
    }

    /// The answer in the form that was asked for.
    private func formed(_ text: String, by attempt: AttemptState?) throws(APIError) -> String {
        // What stops at a limit says so by itself.
        let isCut = attempt?.status == .finished(.length)
        let hasCalls = attempt?.toolCalls.isEmpty == false
        guard opening.asked.reply.form != nil, !isCut, !hasCalls else { return text }
        if let json = JSONObjectText(in: text) { return json.text }
        throw APIError(
            .noAnswer,
            "The answer is no JSON object, though that was asked for. It is in the session.",
            code: "invalid_form"
        )
    }
}

/// A JSON object that is the whole of a text, but for a code fence around it.
struct JSONObjectText {
    let text: String

    init?(in text: String) {
        var trimmed = text.trimmed
        if trimmed.hasPrefix("```"), trimmed.hasSuffix("```"), trimmed.count >= 6,
            let line = trimmed.firstIndex(where: \.isNewline)
        {
            trimmed = String(trimmed[line...].dropLast(3)).trimmed
        }
        var reader = JSONReader(Array(trimmed.utf8))
        guard let kind = try? reader.peek(), kind == .object, (try? reader.skipValue()) != nil,
            (try? reader.expectEnd()) != nil
        else { return nil }
        self.text = trimmed
    }
}

/// Why the endpoint itself ends a run.
public enum RunEnd {
    static let timeReason = "It took longer than the server lets a run take."
    public static let serverReason = "The server was told to end."
}

extension APIError {
    /// A run without an answer.
    init(noAnswer closed: SessionClosed) {
        let reason = closed.reason ?? "No reason is known."
        switch closed.outcome {
        case .budget:
            self.init(
                .budget,
                "The budget stopped the run before there was an answer. \(reason)",
                code: "budget_exceeded"
            )
        case .cancelled where reason == RunEnd.timeReason:
            self.init(.timeout, reason, code: "timeout")
        case .cancelled where reason == RunEnd.serverReason:
            self.init(.overloaded, reason, code: "shutting_down", retryAfter: 5)
        case .cancelled:
            self.init(.conflict, "The run was ended. \(reason)", code: "cancelled")
        case .failed, .answered:
            self.init(.noAnswer, reason, code: "no_answer")
        }
    }
}
