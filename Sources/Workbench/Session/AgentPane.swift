import CellUI
import PodiumCore

/// Draws the pane of an agent, or of the answer: its box with name, state and figures, and its text.
struct AgentPane {
    let pane: PaneID
    let title: AgentTitle
    let isFocused: Bool
    let look: Look

    func render(
        in area: Rect,
        screen: inout SessionScreen,
        into buffer: inout CellBuffer
    ) {
        guard area.height >= 2, area.width >= 4 else { return }
        let theme = look.theme
        let quiet = pane == .answer ? look.style(title.node) : theme.border
        let inner = buffer.drawBox(
            in: area,
            border: isFocused ? look.focusedBorder : look.border,
            style: isFocused ? theme.borderFocused : quiet,
            title: name,
            trailingTitle: state,
            bottomTitle: StyledText(),
            bottomTrailingTitle: StyledText(title.figures, theme.subtle)
        )
        let text = inner.inset(dx: Self.margin(inner.width), dy: 0)
        let (head, body) = split(text, for: screen.documents[pane])
        render(waiting(width: head.width), in: head, into: &buffer)
        let document = screen.document(
            pane,
            width: body.width,
            height: body.height,
            policy: look.widthPolicy
        )
        let styler = LineStyler(look: look, showsMarkdown: look.showsMarkdown)
        for (row, line) in document.visibleLines.enumerated() {
            buffer.write(styler.styled(line), at: body.row(row).origin, in: body)
            if pane == .answer { buffer.restyle(body.row(row)) { $0.bold() } }
        }
        if document.linesBelow > 0, area.width > 16 {
            let note = " \(document.linesBelow) more "
            buffer.write(
                note,
                at: Point(x: area.x + 2, y: area.maxY - 1),
                style: theme.warning,
                in: area
            )
        }
    }

    private static func margin(_ width: Int) -> Int { width > 8 ? 1 : 0 }

    /// How wide the text is in a pane of a width.
    static func textWidth(in width: Int) -> Int {
        let inner = max(0, width - 2)
        return inner - 2 * margin(inner)
    }

    /// As long as the agent has written nothing, what it waits for and will be told stands above
    /// the notes.
    private func split(_ area: Rect, for document: PaneDocument?) -> (head: Rect, body: Rect) {
        guard let document, !document.isEmpty else { return (area, area.split(top: area.height).1) }
        guard document.hasOnlyNotes, !title.order.isEmpty else {
            return (area.split(top: 0).0, area)
        }
        let lines = waiting(width: area.width).count
        return area.split(top: min(lines + 1, max(0, area.height - min(4, document.lineCount))))
    }

    /// What it waits for, and the whole of what it will be told.
    func waiting(width: Int) -> [StyledText] {
        guard width > 0 else { return [] }
        let waiting = truncated(title.waiting, to: width, ellipsis: look.ellipsis)
        let order = WrappedText(title.order, width: width, policy: look.widthPolicy)
        return (waiting.isEmpty ? [] : [StyledText(waiting, look.theme.subtle)])
            + order.lines(in: 0..<order.lineCount).map { StyledText(String($0), look.theme.quote) }
    }

    private func render(_ lines: [StyledText], in area: Rect, into buffer: inout CellBuffer) {
        for (row, line) in lines.prefix(area.height).enumerated() {
            buffer.write(line, at: area.row(row).origin, in: area)
        }
    }

    private var name: StyledText {
        var text = StyledText(title.name, look.theme.title)
        if !title.subtask.isEmpty {
            text.append(look.separator + title.subtask, look.theme.subtle)
        }
        return text
    }

    private var state: StyledText {
        StyledText(title.state, look.style(title.node))
    }
}

/// What stands in the frame of an agent's pane.
struct AgentTitle {
    var name: String
    var subtask: String
    var node: NodeState
    /// `✓ 0.8s`, `⠹ 41 t/s`, `waiting`
    var state: String
    /// `↓212  $0.0004`
    var figures: String
    /// Shown while there is no text.
    var waiting: String
    /// What the step is told to do and may see, whole; shown while there is no text.
    var order = ""
}

extension AgentTitle {
    init(_ pane: PaneID, _ session: SessionState, look: Look, now: Timestamp, frame: Int) {
        (name, subtask, node, state, figures, waiting) = ("", "", .waiting, "", "", "")
        var attempt: AttemptState?
        var attempts: [AttemptID] = []
        switch pane {
        case .conductor(let id):
            let workflow = session.workflow(id)
            attempt = workflow?.attempts.last.flatMap { session.attempt($0) }
            attempts = workflow?.attempts ?? []
            let round = session.rounds.firstIndex { $0.id == id } ?? 0
            name = round == 0 ? "conductor" : "conductor round \(round + 1)"
            subtask = attempt.map(\.worker) ?? ""
            node = workflow.map { NodeState(conductor: $0, attempt) } ?? .waiting
        case .step(let id):
            guard let step = session.step(id) else { return }
            let siblings = session.steps(of: step.workflow)
            attempt = session.shownAttempt(of: step)
            attempts = step.attempts
            // A deleted step has no number any more.
            let number = siblings.firstIndex { $0.id == id }.map { "\($0 + 1) " } ?? ""
            name = session.roundPrefix(of: step.workflow) + number + step.step.worker
            subtask = Format.oneLine(step.step.subtask)
            node = NodeState(step, attempt, isOver: session.isClosed)
            waiting = Self.waitingFor(step, among: siblings, in: session)
            order = Self.order(step, in: session)
        case .graph, .draft, .answer:
            return
        }
        figures = Self.figures(of: attempts, in: session, look)
        let sign = look.sign(node, frame: frame)
        if case .step(let id) = pane, let step = session.step(id) {
            if session.isClosed, step.status == .waiting {
                state = "\(sign) not begun"
                return
            }
            if step.isStale {
                state = "\(sign) to be done again"
                return
            }
        }
        guard let attempt else {
            state = "\(sign) \(Self.word(node))"
            return
        }
        state = "\(sign) \(Self.progress(of: attempt, node, now: now))"
        if let wait = attempt.wait {
            waiting = "waits for \(wait.text)"
            if attempts.count == 1 { figures = "" }
            return
        }
        if attempt.isRunning { waiting = "waiting for the first token" }
    }

    /// What all attempts used together.
    private static func figures(
        of attempts: [AttemptID],
        in session: SessionState,
        _ look: Look
    ) -> String {
        guard let spent = session.spending(on: attempts) else { return "" }
        let calls = attempts.count { session.attempt($0)?.worker != Worker.personName }
        let mark = spent.isEstimate ? "~" : ""
        return (calls > 1 ? "\(calls) calls  " : "")
            + "\(look.up)\(mark)\(Format.tokens(spent.usage.totalInput)) "
            + "\(look.down)\(mark)\(Format.tokens(spent.usage.output))  "
            + Format.cost(spent.cost, isEstimate: spent.isEstimate)
    }

    private static func word(_ node: NodeState) -> String {
        switch node {
        case .waiting: "waiting"
        case .skipped: "skipped"
        case .failed: "failed"
        case .asking: "waits for you"
        case .cancelled: "cancelled"
        default: ""
        }
    }

    /// What a running agent does, how long a silent one has been silent, how long an ended one took.
    private static func progress(of attempt: AttemptState, _ node: NodeState, now: Timestamp)
        -> String
    {
        if attempt.worker == Worker.personName { return "by hand" }
        if let end = attempt.endedAt { return Format.duration(end - attempt.startedAt) }
        if attempt.wait != nil { return "waits \(Format.duration(now - attempt.startedAt))" }
        let silence = now - (attempt.lastTextAt ?? attempt.sentAt ?? attempt.startedAt)
        if silence > .seconds(3) { return "silent for \(Format.duration(silence))" }
        guard let rate = attempt.tokensPerSecond(now: now) else {
            return Format.duration(now - attempt.startedAt)
        }
        return "\(Format.decimals(rate, 0)) t/s"
    }

    private static func order(_ step: StepState, in session: SessionState) -> String {
        let seen = step.step.access.compactMap(session.step).filter { !$0.isDeleted }
            .map { session.reference(to: $0.id) }
        let sees =
            seen.isEmpty
            ? "Sees the question only."
            : "Sees \(seen.count == 1 ? "step" : "steps") \(seen.joined(separator: ", "))."
        return "\(step.step.subtask)\n\(sees)"
    }

    private static func waitingFor(
        _ step: StepState,
        among siblings: [StepState],
        in session: SessionState
    ) -> String {
        guard !session.isClosed, !step.isSettled else { return "" }
        if session.workflow(step.workflow)?.awaitsApproval == true {
            return "waits for your approval of the plan"
        }
        let open = step.step.access.compactMap { id -> String? in
            guard let index = siblings.firstIndex(where: { $0.id == id }),
                !siblings[index].isSettled
            else { return nil }
            return "\(index + 1)"
        }
        if !open.isEmpty { return "waits for \(open.joined(separator: ", "))" }
        return session.isHeld && step.status == .waiting ? "held: the run begins nothing new" : ""
    }
}
