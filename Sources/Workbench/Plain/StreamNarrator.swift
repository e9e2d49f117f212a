public import CellUI
public import PodiumCore

/// Tells a session as one stream of text: whole lines of what the models write, each with its agent
/// before it, and a short line for what happens between. For the terminal's own screen, where a
/// person scrolls back and copies.
public struct StreamNarrator: Sendable {
    public private(set) var state: SessionState
    private var pending = PendingLines()
    /// In which channel each call wrote last.
    private var channels: [AttemptID: TextAppended.Channel] = [:]
    private var column: StreamColumn
    private var width: Int?
    private var look: Look { column.look }

    public init(session: SessionID, look: Look) {
        state = SessionState(id: session)
        column = StreamColumn(look: look)
    }

    /// Takes the next event and returns what there is to show of it.
    ///
    /// - Parameter width: of the terminal, in columns: longer lines are wrapped; nil for whole lines.
    public mutating func tell(_ event: Event, width: Int? = nil) -> [StyledText] {
        self.width = width
        return lines(for: event).flatMap(wrapped).map { line in
            StyledText(line.runs.map { StyledText.Run($0.text, $0.style.inStream, link: $0.link) })
        }
    }

    /// A note that is longer than a line, what goes on of it indented. The rest is wrapped already.
    private func wrapped(_ line: StyledText) -> [StyledText] {
        guard let width, width >= 20, let run = line.runs.first, line.runs.count == 1,
            line.width(policy: look.widthPolicy) > width
        else { return [line] }
        let text = WrappedText(run.text, width: width - 2, policy: look.widthPolicy)
        return text.lines(in: 0..<text.lineCount).enumerated().map { index, part in
            StyledText((index == 0 ? "" : "  ") + part, run.style)
        }
    }

    private mutating func lines(for event: Event) -> [StyledText] {
        state.apply(event)
        switch event.fact {
        case .sessionOpened(let fact):
            return fact.question.split(separator: "\n").map {
                StyledText(clean("? \($0)"), look.theme.title)
            }
        case .attemptStarted(let fact): return [note(fact.attempt, "begins", .running)]
        case .textAppended(let piece):
            // What was thought and what is answered are lines of their own.
            let isNew = channels[piece.attempt].map { $0 != piece.channel } ?? false
            let before = isNew ? rest(of: piece.attempt) : []
            channels[piece.attempt] = piece.channel
            return before
                + pending.take(piece.text, of: piece.attempt)
                .flatMap { line($0, of: piece.attempt, piece.channel) }
        case .attemptFinished(let fact):
            let declined = fact.reason == .declined
            let how = declined ? "declined" : fact.reason.shortfall
            let text = (how.map { "\($0), " } ?? "") + figures(fact.used)
            return rest(of: fact.attempt)
                + [note(fact.attempt, text, declined ? .failed : .finished)]
        case .attemptFailed(let fact):
            return rest(of: fact.attempt) + [note(fact.attempt, "\(fact.error)", .failed)]
        case .attemptCancelled(let fact):
            return rest(of: fact.attempt) + [
                note(fact.attempt, fact.reason, ending(of: fact.attempt))
            ]
        case .planAccepted(let fact) where fact.origin != .selector: return plan(fact)
        case .sessionClosed(let fact): return ending(fact)
        default:
            guard let notice = SessionNotice(event, in: state) else { return [] }
            let style = notice.kind == .trouble ? look.theme.warning : look.theme.subtle
            return [StyledText(clean("! \(Format.oneLine(notice.text))"), style)]
        }
    }

    /// The plan in short, a line a step.
    private mutating func plan(_ fact: PlanAccepted) -> [StyledText] {
        let numbers = state.stepNumbers
        let references = state.references
        for step in fact.workflow.steps {
            column.expect(clean("\(state.number(of: step.id)) \(step.worker)"))
        }
        let steps = fact.workflow.steps.map { step in
            let seen = step.access.map { references[$0] ?? "\($0.rawValue)" }
                .joined(separator: ", ")
            let text =
                "\(numbers[step.id] ?? step.id.rawValue) \(step.worker)\(look.separator)"
                + Format.oneLine(step.subtask) + (seen.isEmpty ? "" : " (sees \(seen))")
            return StyledText(clean("! \(text)"), look.theme.conductor)
        }
        var lines = steps
        if let note = fact.note {
            lines.append(StyledText(clean("! Left out of the plan: \(note)"), look.theme.subtle))
        }
        if fact.awaitsApproval == true {
            let waits = "! The plan waits for approval (:approve)."
            lines.append(StyledText(waits, look.theme.warning))
        }
        return lines
    }

    private mutating func rest(of attempt: AttemptID) -> [StyledText] {
        let text = pending.finish(attempt)
        defer { column.end(attempt) }
        return text.map { line($0, of: attempt, channels[attempt] ?? .answer) } ?? []
    }

    private mutating func line(
        _ text: String,
        of id: AttemptID,
        _ channel: TextAppended.Channel
    ) -> [StyledText] {
        column.rows(text, of: id, agent(of: id), isAnswer: channel == .answer, width: width)
    }

    private func note(_ id: AttemptID, _ text: String, _ state: NodeState) -> StyledText {
        let sign = state == .running ? (look.unicode ? "▸" : ">") : look.sign(state, frame: 0)
        return StyledText(
            clean("\(sign) \(agent(of: id).name) \(Format.oneLine(text))"),
            look.style(state)
        )
    }

    private func figures(_ used: AttemptUsage) -> String {
        look.tokens(used.usage, isEstimate: used.isEstimate)
            + " \(Format.cost(used.cost, isEstimate: used.isEstimate))"
    }

    private func ending(_ fact: SessionClosed) -> [StyledText] {
        let node: NodeState = fact.outcome == .answered ? .finished : .failed
        let text = fact.answer ?? fact.reason ?? ""
        if let answer = fact.answer, look.showsMarkdown, let width {
            let title = StyledText("\(look.sign(node, frame: 0)) answer:", look.style(node).bold())
            let reason = fact.reason.map {
                [StyledText(clean("! \(Format.oneLine($0))"), look.theme.warning)]
            }
            let lines = AnswerLines(answer, look: look, width: width)
            return (reason ?? []) + lines.behind(title)
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            StyledText(clean("= \($0)"), look.style(node).bold())
        }
        guard fact.answer != nil, let reason = fact.reason else { return lines }
        return [StyledText(clean("! \(Format.oneLine(reason))"), look.theme.warning)] + lines
    }

    /// A call that was cancelled by hand, or broken off for another reason.
    private func ending(of id: AttemptID) -> NodeState {
        guard case .step(let step)? = state.attempt(id)?.agent else { return .brokenOff }
        return state.step(step)?.marks.contains(.cancelled) == true ? .cancelled : .brokenOff
    }

    private func agent(of id: AttemptID) -> (name: String, style: Style) {
        guard let attempt = state.attempt(id) else { return ("?", look.theme.subtle) }
        switch attempt.agent {
        case .conductor: return ("conductor", look.theme.conductor)
        case .step(let step):
            let number = state.number(of: step)
            return ("\(number) \(attempt.worker)", look.theme.series(number))
        }
    }

    private func clean(_ text: String) -> String { visible(text, keepingNewlines: false) }
}
