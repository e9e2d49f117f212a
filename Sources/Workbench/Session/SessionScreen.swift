import CellUI
import PodiumCore

/// A session on the screen: the fold of its events, and how a person looks at it.
///
/// Focus, scroll and zoom are here and never become events.
struct SessionScreen: Sendable {
    private(set) var state: SessionState
    private(set) var documents: [PaneID: PaneDocument] = [:]
    /// Agents' panes in the order they appeared.
    private(set) var panes: [PaneID] = []
    private(set) var focus: PaneID = .graph
    private(set) var isZoomed = false
    /// What is being replayed; nil for a live session.
    var replay: ReplayCursor?
    /// Whether another process runs it: leaving it interrupts nothing.
    let isForeign: Bool
    /// Whether a person has interrupted it: the next time it is left at once.
    var isInterrupted = false
    /// What was written and neither used nor thrown away.
    var drafts: [Writer.Purpose: String] = [:]
    /// Why the run broke off, when that is in no event.
    var broken: String? {
        didSet { if let broken { showAnswer(broken) } }
    }
    /// When something started or ended, for the timeline.
    private(set) var landmarks: [Timestamp] = []
    /// The same of the whole recording, when one is replayed.
    let recorded: [Timestamp]
    private(set) var notices: [SessionNotice] = []
    /// What is searched for in the panes; empty when nothing is.
    private(set) var query = ""
    /// What a person thinks of the answer.
    var verdict: Bool?
    /// How much of the width the workflow has, once somebody has dragged its edge.
    var graphShare: Double?
    var draggedFrom: DragTarget?
    /// Where panes were drawn last, for the mouse.
    var areas: [PaneID: Rect] = [:]
    /// Everything between the first line and the time line.
    var body = Rect.zero
    var timelineArea = Rect.zero
    /// How the workflow is looked at.
    var graph = GraphView()
    /// Whether the agent that works is the one looked at, until a person chooses another.
    private(set) var followsWork = true

    init(session: SessionID, replay: ReplayCursor? = nil, isForeign: Bool = false) {
        state = SessionState(id: session)
        self.replay = replay
        self.isForeign = isForeign
        recorded = replay?.events.filter(\.isLandmark).map(\.time) ?? []
    }

    var isRunning: Bool { replay == nil && state.closed == nil && broken == nil }

    // MARK: Events

    mutating func apply(_ events: some Sequence<Event>) {
        for event in events { apply(event) }
    }

    private mutating func apply(_ event: Event) {
        state.apply(event)
        if let notice = SessionNotice(event, in: state) { notices.append(notice) }
        if event.isLandmark { landmarks.append(event.time) }
        switch event.fact {
        case .attemptStarted(let fact):
            begin(fact)
        case .textAppended(let piece):
            guard let attempt = state.attempt(piece.attempt) else { return }
            documents[PaneID(attempt.agent)]?.append(
                piece.text,
                as: piece.channel == .answer ? .answer : .reasoning
            )
        case .attemptFailed(let fact):
            mark(fact.attempt, "✗ \(fact.error)", as: .error)
        case .attemptCancelled(let fact):
            mark(fact.attempt, "cancelled: \(fact.reason)", as: .error)
        case .planRejected(let fact):
            mark(fact.attempt, "✗ \(fact.error)", as: .error)
            mark(fact.attempt, fact.remedy.text, as: .mark)
        case .planAccepted(let fact):
            if fact.origin == .fallback, let reason = fact.reason {
                documents[.conductor(fact.workflow.id)]?.append(reason, as: .mark)
            }
            for step in fact.workflow.steps { addPane(.step(step.id)) }
        case .retryScheduled(let fact):
            let wait = Format.duration(fact.due - event.time)
            mark(fact.attempt, "will be tried again in \(wait)", as: .mark)
        case .stepFailed(let fact):
            if let attempt = fact.attempt, state.attempt(attempt)?.status == .finished(.declined) {
                mark(attempt, "✗ declined: this is no answer", as: .error)
            } else if fact.attempt == nil {
                documents[.step(fact.step)]?.append("✗ \(fact.reason)", as: .error)
            }
        case .stepSkipped(let fact):
            documents[.step(fact.step)]?.append("skipped: \(fact.reason)", as: .mark)
        case .stepAsked(let fact):
            documents[.step(fact.step)]?.append("waits for you: \(fact.reason)", as: .error)
        case .stepRerouted(let fact):
            let text = "\(fact.to) takes over from \(fact.from): \(fact.reason)"
            documents[.step(fact.step)]?.append(text, as: .mark)
        case .stepFinished(let fact): showOutputOfAnother(fact)
        case .stepSelected(let fact): addPane(.step(fact.step.id))
        case .overrideApplied(let fact):
            for record in fact.after.steps where record.status != .deleted {
                addPane(.step(record.step.id))
            }
            markOverride(fact)
            for record in fact.after.steps { showWhatCounts(of: record, before: fact.before) }
            arrangePanes()
        case .sessionClosed(let fact):
            let advice = Advice.forFailure(of: state).map { " \($0)" } ?? ""
            showAnswer((fact.answer ?? fact.reason ?? "") + advice)
            if fact.answer != nil, let reason = fact.reason {
                documents[.answer]?.append(reason, as: .mark)
            }
        case .workflowBegun:
            // What a person looked at belongs to the round before.
            if focus == .graph { followsWork = true }
        case .sessionOpened, .attemptFinished,
            .answerKept, .forecastMade, .workerLeft, .workerReturned, .budgetReached,
            .overrideRefused, .sessionResumed, .attemptHeld, .attemptSent, .unknown:
            break
        }
    }

    /// What the run came to is a pane of its own, to be read from the top.
    private mutating func showAnswer(_ text: String) {
        var document = PaneDocument()
        document.append(text, as: .answer)
        document.scrollToTop()
        document.find(query)
        documents[.answer] = document
    }

    /// The output of a step that the plan before had too, or that a workflow inside it answered.
    private mutating func showOutputOfAnother(_ fact: StepFinished) {
        guard let attempt = state.attempt(fact.attempt), case .step(let other) = attempt.agent,
            other != fact.step
        else { return }
        documents[.step(fact.step)]?.append("as \(state.name(of: other)) has it:", as: .mark)
        documents[.step(fact.step)]?.append(attempt.text, as: .answer)
    }

    /// A decision stands in the pane of the step that it is about; so does taking it back.
    private mutating func markOverride(_ fact: OverrideApplied) {
        let undone = state.overrides.first { $0.sequence == fact.undid }?.fact.request.override
        guard let step = (undone ?? fact.request.override).step else { return }
        documents[.step(step)]?.append(OverrideSentence(fact, in: state).text, as: .mark)
    }

    /// What a decision takes from a step stands back; what it gives back is there again.
    private mutating func showWhatCounts(of record: RunChange.StepRecord, before: RunChange) {
        let pane = PaneID.step(record.step.id)
        let earlier = before.steps.first { $0.step.id == record.step.id }?.status
        guard record.status != earlier else { return }
        documents[pane]?.supersede()
        guard case .finished(let attempt) = record.status, let text = state.attempt(attempt)?.text
        else { return }
        documents[pane]?.append("Its output is again:", as: .mark)
        documents[pane]?.append(text, as: .answer)
    }

    private mutating func begin(_ fact: AttemptStarted) {
        let pane = PaneID(fact.agent)
        addPane(pane)
        documents[pane]?.supersede()
        if fact.worker == Worker.personName {
            documents[pane]?.append("— written by hand —", as: .mark)
        } else if documents[pane]?.isEmpty == false {
            let number = state.attempts.count { $0.agent == fact.agent }
            documents[pane]?.append("— attempt \(number) —", as: .mark)
        }
    }

    private mutating func addPane(_ pane: PaneID) {
        guard documents[pane] == nil else {
            // It was deleted, and is there again.
            if !panes.contains(pane) { panes.append(pane) }
            return
        }
        var document = PaneDocument()
        document.find(query)
        documents[pane] = document
        panes.append(pane)
    }

    /// Puts the panes in the order of the plans, and leaves out what is no part of them any more.
    private mutating func arrangePanes() {
        var order: [PaneID] = []
        for workflow in state.workflows where !workflow.isSuperseded {
            order.append(.conductor(workflow.id))
            order += state.steps(of: workflow.id).map { .step($0.id) }
        }
        let place = selected.flatMap(panes.firstIndex)
        panes = order.filter { documents[$0] != nil }
        if focus != .graph, !texts.contains(focus) { focus = .graph }
        guard !followsWork, let pane = graph.selection?.agent, !panes.contains(pane) else { return }
        // What was looked at is gone: now it is what stands in its place.
        if let place, !panes.isEmpty {
            graph.select(.node(panes[min(place, panes.count - 1)]))
        } else {
            followsWork = true
        }
    }

    private mutating func mark(_ attempt: AttemptID, _ text: String, as kind: PaneDocument.Kind) {
        guard let agent = state.attempt(attempt)?.agent else { return }
        documents[PaneID(agent)]?.append(text, as: kind)
    }

    // MARK: Replay

    /// Brings the fold to where the replay stands.
    mutating func catchUp() {
        guard let replay else { return }
        let shown = state.sequence == 0 ? 0 : replay.events.partition(after: state.sequence)
        if shown <= replay.position {
            apply(replay.events[shown..<replay.position])
        } else {
            rebuild(replay.events[..<replay.position])
        }
    }

    private mutating func rebuild(_ events: ArraySlice<Event>) {
        let scrolls = documents.mapValues(\.scroll)
        state = SessionState(id: state.id)
        documents = [:]
        panes = []
        landmarks = []
        notices = []
        apply(events)
        if !query.isEmpty { find(query) }
        for (pane, scroll) in scrolls { documents[pane]?.scroll = scroll }
        if focus != .graph, documents[focus] == nil { focus = .graph }
    }

    // MARK: Looking around

    /// Whether there is an end: of a replay, when that has been reached.
    var hasEnded: Bool { state.closed != nil && replay?.isAtEnd ?? true }

    var answer: String? { state.closed?.answer }

    /// Whether it is a stored session without an end, that can be gone on with.
    var canBeResumed: Bool {
        guard let last = replay?.events.last else { return false }
        if case .sessionClosed = last.fact { return false }
        return true
    }

    /// The agent that is looked at: the pane in focus, else the one selected in the workflow, else
    /// the one that works or is next.
    var selected: PaneID? {
        if focus != .graph { return focus }
        if !followsWork, let pane = graph.selection?.agent, documents[pane] != nil { return pane }
        if let working = state.runningAttempts.first { return PaneID(working.agent) }
        let steps = state.currentRound.map { state.steps(of: $0.id) } ?? []
        return (steps.first { !$0.isSettled } ?? steps.last).map { .step($0.id) } ?? panes.last
    }

    /// The step that a decision would be about.
    var selectedStep: StepState? {
        guard case .step(let id)? = selected else { return nil }
        return state.step(id).flatMap { $0.isDeleted ? nil : $0 }
    }

    /// What a decision would be about, as a person sees it now.
    var subject: Subject { Subject(step: selectedStep?.id, seen: state.sequence) }

    /// What the agent that is looked at was sent, and its name; nil before it has been called.
    var request: (name: String, request: ModelRequest)? {
        let (name, attempt): (String, AttemptID?) =
            switch selected {
            case .step(let id): (state.name(of: id), state.step(id)?.attempts.last)
            case .conductor(let id): ("the conductor", state.workflow(id)?.attempts.last)
            default: ("", nil)
            }
        guard let attempt, let request = state.request(of: attempt) else { return nil }
        return (name, request)
    }

    /// What a worker saw of another's work, when that edge of the workflow is selected.
    var selectedEdge: EdgeDetail? {
        guard focus == .graph, case .edge(let from, let to)? = graph.selection else { return nil }
        return EdgeDetail(state, from: from, to: to)
    }

    /// The text of the agent that is looked at, without layout.
    var textInFocus: String? { selected.flatMap { documents[$0]?.text } }

    /// The panes of text: the agents', and that of the answer.
    private var texts: [PaneID] { documents[.answer] == nil ? panes : panes + [.answer] }

    mutating func focus(_ pane: PaneID) {
        guard pane == .graph || documents[pane] != nil else { return }
        focus = pane
        switch pane {
        case .graph: isZoomed = false
        case .answer: break
        default: select(.node(pane))
        }
    }

    /// Selects an agent or an edge of the workflow; a selected agent's pane is then in view.
    mutating func select(_ selection: GraphView.Selection) {
        followsWork = false
        graph.select(selection)
    }

    /// Changes what is selected in the workflow, or how it is drawn, from what is looked at now.
    mutating func withGraph(_ change: (inout GraphView) -> Void) {
        if graph.selection == nil, let selected { graph.select(.node(selected)) }
        followsWork = false
        change(&graph)
    }

    mutating func moveFocus(by offset: Int) {
        let ring = isZoomed ? texts : [.graph] + texts
        guard !ring.isEmpty else { return }
        let index = ring.firstIndex(of: focus) ?? 0
        focus(ring[(index + offset + ring.count) % ring.count])
    }

    /// Focuses the pane of the step with this number in the current workflow; 0 is the conductor.
    mutating func focus(number: Int) {
        guard let workflow = state.currentRound else { return }
        if number == 0 { return focus(.conductor(workflow.id)) }
        let steps = state.steps(of: workflow.id)
        if steps.indices.contains(number - 1) { focus(.step(steps[number - 1].id)) }
    }

    mutating func toggleZoom() {
        if focus == .graph { focus(selected ?? panes.first ?? .graph) }
        guard focus != .graph else { return }
        isZoomed.toggle()
    }

    /// Undoes one level of looking closer; false when there was none.
    mutating func back() -> Bool {
        if isZoomed {
            isZoomed = false
        } else if focus != .graph {
            focus = .graph
        } else if case .edge(_, let reader)? = graph.selection {
            graph.select(.node(graph.anchor ?? reader))
        } else if !followsWork {
            followsWork = true
        } else {
            return false
        }
        return true
    }

    /// Keeps what was written there, to stand there again; what was emptied on purpose is given up.
    mutating func keepDraft(of writer: Writer) {
        drafts[writer.purpose] = writer.draft.flatMap { $0.isEmpty ? nil : $0 }
    }

    mutating func scroll(_ pane: PaneID, by lines: Int) {
        documents[pane]?.scrollBy(lines)
    }

    mutating func scrollFocused(byPages pages: Int) {
        documents[focus]?.scrollByPage(pages)
    }

    mutating func scrollFocused(toEnd: Bool) {
        if toEnd { documents[focus]?.scrollToEnd() } else { documents[focus]?.scrollToTop() }
    }

    /// Lays a document out for a width, so that its lines can be counted.
    mutating func layOut(_ pane: PaneID, width: Int, policy: WidthPolicy) {
        documents[pane]?.layOut(width: width, policy: policy)
    }

    /// Lays a document out for its pane and returns it for drawing.
    mutating func document(
        _ pane: PaneID,
        width: Int,
        height: Int,
        policy: WidthPolicy
    ) -> PaneDocument {
        documents[pane]?.layOut(width: width, height: height, policy: policy)
        if !query.isEmpty { documents[pane]?.search() }
        return documents[pane] ?? PaneDocument()
    }

    // MARK: Finding

    /// Marks what fits in all panes; an empty query marks nothing.
    mutating func find(_ query: String) {
        self.query = query
        for pane in texts { documents[pane]?.find(query) }
    }

    /// How often the query is in all panes together.
    var matchCount: Int { texts.reduce(0) { $0 + (documents[$1]?.matchCount ?? 0) } }

    /// Shows the next match in the pane in focus, or in the first that has one; returns which of all
    /// it is, from 1, or nil when there is none.
    mutating func revealMatch(next: Bool) -> Int? {
        let others = texts.filter { $0 != selected }
        for pane in (selected.map { [$0] } ?? []) + others {
            guard let number = documents[pane]?.reveal(next: next) else { continue }
            focus(pane)
            return texts.prefix { $0 != pane }.reduce(number) {
                $0 + (documents[$1]?.matchCount ?? 0)
            }
        }
        return nil
    }
}

extension [Event] {
    /// How many of these contiguous events have a sequence of at most `sequence`.
    fileprivate func partition(after sequence: Int) -> Int {
        guard let first = first?.sequence else { return 0 }
        return Swift.min(Swift.max(0, sequence - first + 1), count)
    }
}

extension PlanRejected.Remedy {
    fileprivate var text: String {
        switch self {
        case .repair: "asked to mend it"
        case .fallback: "one worker answers alone instead"
        case .keep: "the answer before is kept"
        }
    }
}
