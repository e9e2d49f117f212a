import CellUI
import PodiumCore

/// What stands in the frame of an agent's pane.
struct AgentTitle {
    var name: String
    var subtask: String
    var node: NodeState
    /// `✓ 0.8s`, `⠹ 41 t/s`, `waiting`
    var state: String
    /// `↓212  $0.0004`
    var figures: String
    /// `2 calls`, where there was more than one.
    var calls = ""
    /// Shown while there is no text.
    var waiting: String
    /// What the step is told to do and may see, whole; shown while there is no text.
    var order = ""
    /// `80 %; else sage 12 %`: how strongly its worker was preferred, and who else came near; empty where
    /// nothing was weighed.
    var odds = ""
    /// How long it is likely to take yet, and how much of it is over; nil when that is not known.
    var remaining: (text: String, share: Double)?
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
            odds = Self.odds(of: step, in: session)
            order =
                Self.order(step, in: session) + (odds.isEmpty ? "" : "\nPreferred with \(odds).")
        case .graph, .draft, .answer:
            return
        }
        figures = Self.figures(of: attempts, in: session, look)
        let called = attempts.count { session.attempt($0)?.worker != Worker.personName }
        calls = called > 1 ? "\(called) calls" : ""
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
        if let due = Self.retry(of: pane, in: session), !session.isClosed {
            state = "\(sign) again in \(Format.duration(due - now))"
            return
        }
        state = "\(sign) \(Self.progress(of: attempt, node, now: now))"
        remaining = Self.remaining(of: attempt, in: session, now: now)
        if let wait = attempt.wait {
            waiting = "waits for \(wait.text)"
            if attempts.count == 1 { figures = "" }
            return
        }
        if attempt.isRunning { waiting = "waiting for the first token" }
    }

    /// When a call that failed is made again.
    private static func retry(of pane: PaneID, in session: SessionState) -> Timestamp? {
        switch pane {
        case .step(let id):
            if case .retrying(let due)? = session.step(id)?.status { due } else { nil }
        case .conductor(let id): session.workflow(id)?.retryDue
        case .graph, .draft, .answer: nil
        }
    }

    /// By what its worker's earlier calls took.
    private static func remaining(
        of attempt: AttemptState,
        in session: SessionState,
        now: Timestamp
    ) -> (text: String, share: Double)? {
        guard attempt.isRunning, attempt.wait == nil else { return nil }
        guard let history = session.opened?.history.first(where: { $0.worker == attempt.worker })
        else { return room(of: attempt, in: session) }
        let elapsed = max(.zero, now - (attempt.sentAt ?? attempt.startedAt))
        guard let remaining = history.remaining(after: elapsed) else {
            return history.calls >= WorkerHistory.leastCalls
                ? ("longer than ever", 1) : room(of: attempt, in: session)
        }
        let whole = (elapsed + remaining).inSeconds
        let text = "~\(Format.duration(remaining)) left"
        return (text, whole > 0 ? elapsed.inSeconds / whole : 0)
    }

    /// How much of what it may write it has written, where nothing tells how long its calls take.
    private static func room(
        of attempt: AttemptState,
        in session: SessionState
    ) -> (text: String, share: Double)? {
        guard let limit = session.worker(named: attempt.worker)?.options?.maxTokens, limit > 0
        else { return nil }
        let share = Double(attempt.used.usage.output) / Double(limit)
        return ("of \(Format.tokens(limit)) at most", min(1, share))
    }

    /// What all attempts used together.
    private static func figures(
        of attempts: [AttemptID],
        in session: SessionState,
        _ look: Look
    ) -> String {
        guard let spent = session.spending(on: attempts) else { return "" }
        return look.tokens(spent.usage, isEstimate: spent.isEstimate)
            // Nothing that was used is no price.
            + (spent.usage == .zero
                ? "" : "  \(Format.cost(spent.cost, isEstimate: spent.isEstimate))")
    }

    private static func word(_ node: NodeState) -> String {
        switch node {
        case .waiting: "waiting"
        case .skipped: "skipped"
        case .failed: "failed"
        case .asking: "waits for you"
        case .cancelled: "cancelled"
        case .brokenOff: "broken off"
        case .cutOff: "cut off"
        default: ""
        }
    }

    /// What a running agent does, how long a silent one has been silent, how long an ended one took.
    private static func progress(of attempt: AttemptState, _ node: NodeState, now: Timestamp)
        -> String
    {
        if attempt.worker == Worker.personName { return "by hand" }
        if let end = attempt.endedAt {
            let time = Format.duration(end - attempt.startedAt)
            return attempt.shortfall.map { "\($0)  \(time)" } ?? time
        }
        if attempt.wait != nil { return "waits \(Format.duration(now - attempt.startedAt))" }
        let silence = attempt.silence(at: now)
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

    private static func odds(of step: StepState, in session: SessionState) -> String {
        guard let options = session.weighed(for: step.id)?.options,
            let own = options.first(where: { $0.worker == step.step.worker })
        else { return "" }
        let others = options.filter { $0.worker != own.worker && $0.chance >= 0.005 }.prefix(2)
            .map { "\($0.worker) \(Format.percent($0.chance))" }
        let rest = others.isEmpty ? "" : "; else \(others.joined(separator: ", "))"
        return "\(Format.percent(own.chance))\(rest)"
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
