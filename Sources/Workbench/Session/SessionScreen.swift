import CellUI
import PodiumCore

/// A session on the screen: the fold of its events, and how a person looks at it.
///
/// Focus, scroll and zoom are here and never become events. Its own files alone change it.
struct SessionScreen: Sendable {
    var state: SessionState
    var documents: [PaneID: PaneDocument] = [:]
    /// How fast each agent has been writing, and all together.
    var paces: [PaneID: Pace] = [:]
    var pace = Pace()
    /// What the tables of the plans were made from.
    var planVersions: [WorkflowID: PlanVersion] = [:]
    /// Agents' panes in the order they appeared.
    var panes: [PaneID] = []
    var focus: PaneID = .graph
    var isZoomed = false
    /// What is being replayed; nil for a live session.
    var replay: ReplayCursor?
    /// Whether another process runs it: leaving it interrupts nothing.
    let isForeign: Bool
    /// Whether a person has interrupted it: the next time it is left at once.
    var isInterrupted = false
    /// What was written and neither used nor thrown away.
    var drafts: [Writer.Purpose: String] = [:]
    /// What was asked on this screen, until the session says so itself.
    var asked: String?
    /// Why the run broke off, when that is in no event.
    var broken: String? {
        didSet { if let broken { showAnswer(broken) } }
    }
    /// What stands out, for the timeline: in a replay of the whole recording.
    var markers: [Marker]
    /// The events of the recording in rows; of a live session there are none.
    let index: EventIndex
    /// How they are listed.
    var events = EventList()
    var notices: [SessionNotice] = []
    /// What is searched for in the panes; empty when nothing is.
    var query = ""
    /// What a person thinks of the answer.
    var verdict: Bool?
    /// How it is told on the terminal's own screen; nil before it was.
    var telling: Telling?
    /// By what the meter tells spending apart.
    var breakdown = MeterPane.Breakdown.worker
    /// How the room is shared, as far as a person has said so.
    var layoutChoice = SessionLayout.Choice()
    /// Where the workflow was drawn last.
    var arrangement = SessionLayout.Arrangement.beside
    /// Panes that a person wants to see whatever they do, and those they do not want to see.
    var pinnedPanes: Set<PaneID> = []
    var hiddenPanes: Set<PaneID> = []
    var draggedFrom: DragTarget?
    /// Where panes were drawn last, for the mouse.
    var areas: [PaneID: Rect] = [:]
    /// The rows of the screen on which lines stand that open and close a section, by pane.
    var sectionRows: [PaneID: [Int]] = [:]
    /// Everything between the first line and the time line.
    var body = Rect.zero
    var timelineArea = Rect.zero
    /// Where it is told which panes are out of view.
    var notes: [PaneTiling.Note] = []
    /// How the workflow is looked at.
    var graph = GraphView()
    /// What waits while a person decides about it.
    var reservation: Workbench.Reservation?
    /// Whether the agent that works is the one looked at, until a person chooses another.
    var followsWork = true

    init(session: SessionID, replay: ReplayCursor? = nil, isForeign: Bool = false) {
        state = SessionState(id: session)
        self.replay = replay
        self.isForeign = isForeign
        index = EventIndex(replay?.events ?? [])
        markers = index.markers
    }

    var id: SessionID { state.id }

    var isRunning: Bool { replay == nil && state.closed == nil && broken == nil }

    /// Whether it has an end without an answer, and is shown there: a decision makes it go on.
    var mayGoOn: Bool { state.mayGoOn && broken == nil && replay?.isAtEnd ?? true }

    /// Whether something of it can be decided.
    var isOpenToDecisions: Bool { isRunning || mayGoOn }

    /// What decisions are about: the session as it is, or as it goes on after its end.
    var decidable: SessionState { mayGoOn ? state.reopened ?? state : state }

    /// Whether nothing goes on, or not all, before a person has said something.
    var waitsForPerson: Bool { isRunning && (awaitsApproval || asksPerson) }

    var awaitsApproval: Bool { state.rounds.contains(where: \.awaitsApproval) }

    /// Whether a step waits for a person's word.
    var asksPerson: Bool { state.steps.contains { NodeState($0) == .asking } }

    // MARK: Looking around

    /// Whether there is an end: of a replay, when that has been reached.
    var hasEnded: Bool { state.closed != nil && replay?.isAtEnd ?? true }

    var answer: String? { state.closed?.answer }

    /// Whether it has no end although its process has, or an end without an answer: it can be gone on
    /// with.
    var canBeResumed: Bool {
        if mayGoOn { return true }
        guard let replay else { return broken != nil && isForeign && state.closed == nil }
        guard let last = replay.events.last else { return false }
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
        let failed = mayGoOn ? steps.first { NodeState($0) == .failed } : nil
        return (steps.first { !$0.isSettled } ?? failed ?? steps.last).map { .step($0.id) }
            ?? panes.last
    }

    /// The step that a decision would be about.
    var selectedStep: StepState? {
        guard case .step(let id)? = selected else { return nil }
        return state.step(id).flatMap { $0.isDeleted ? nil : $0 }
    }

    /// What a decision would be about, as a person sees it now.
    var subject: Subject { Subject(step: selectedStep?.id, seen: state.sequence) }

    /// What the agent that is looked at was sent, and its name; nil before it has been called.
    var request: (name: String, request: ModelRequest)? { selected.flatMap(request) }

    /// The same of one agent. What a person wrote was sent to nobody.
    func request(of pane: PaneID) -> (name: String, request: ModelRequest)? {
        let (name, attempts): (String, [AttemptID]) =
            switch pane {
            case .step(let id): (state.name(of: id), state.step(id)?.attempts ?? [])
            case .conductor(let id): ("the conductor", state.workflow(id)?.attempts ?? [])
            case .graph, .draft, .answer: ("", [])
            }
        let sent = attempts.last { state.attempt($0)?.worker != Worker.personName }
        return sent.flatMap(state.request).map { (name, $0) }
    }

    /// What a worker saw of another's work, when that edge of the workflow is selected.
    var selectedEdge: EdgeDetail? {
        guard focus == .graph, case .edge(let from, let to)? = graph.selection else { return nil }
        return EdgeDetail(state, from: from, to: to)
    }

    /// The text of the agent that is looked at, without layout.
    var textInFocus: String? { selected.flatMap { documents[$0]?.text } }

    /// The panes of text: the agents', and that of the answer.
    var texts: [PaneID] { documents[.answer] == nil ? panes : panes + [.answer] }

    mutating func focus(_ pane: PaneID) {
        guard pane == .graph || documents[pane] != nil else { return }
        focus = pane
        events.hasFocus = false
        hiddenPanes.remove(pane)
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
        // Nil is the list of events.
        var ring: [PaneID?] = texts.filter { !hiddenPanes.contains($0) }
        if !isZoomed, events.isOpen { ring.insert(nil, at: 0) }
        if !isZoomed, arrangement != .hidden { ring.insert(.graph, at: 0) }
        guard !ring.isEmpty else { return }
        let here = events.hasFocus ? nil : focus
        let place = ring.firstIndex(of: here).map { ($0 + offset + ring.count) % ring.count }
        guard let pane = ring[place ?? (offset > 0 ? 0 : ring.count - 1)] else {
            focus(.graph)
            events.hasFocus = true
            return
        }
        focus(pane)
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
        } else if events.hasFocus {
            leaveEvents()
        } else if focus != .graph {
            focus = .graph
            events.hasFocus = events.isOpen
        } else if case .edge(_, let reader)? = graph.selection {
            graph.select(.node(graph.anchor ?? reader))
        } else if !followsWork {
            followsWork = true
        } else {
            return false
        }
        return true
    }

    /// What was decided need not be kept any longer.
    mutating func dropDraft(usedBy override: Override) {
        guard let (purpose, text) = override.written, drafts[purpose] == text else { return }
        drafts[purpose] = nil
    }

    /// Keeps what was written there, to stand there again; what was emptied on purpose is given up.
    mutating func keepDraft(of writer: Writer) {
        drafts[writer.purpose] = writer.draft.flatMap { $0.isEmpty ? nil : $0 }
    }

    mutating func scroll(_ pane: PaneID, by lines: Int) {
        takeUp(pane)
        documents[pane]?.scrollBy(lines)
    }

    mutating func scrollFocused(byPages pages: Int) {
        takeUp(focus)
        documents[focus]?.scrollByPage(pages)
    }

    mutating func scrollFocused(toEnd: Bool) {
        if toEnd { documents[focus]?.scrollToEnd() } else { documents[focus]?.scrollToTop() }
    }

    /// From where its text is shown.
    private mutating func takeUp(_ pane: PaneID) {
        if showsBeginning(of: pane) { documents[pane]?.readFromBeginning() }
    }

    /// Lays a document out for its pane, in place, and returns the lines in view and how many more
    /// there are below.
    mutating func lines(
        of pane: PaneID,
        in size: Size,
        look: Look
    ) -> (lines: [PaneDocument.Line], below: Int) {
        documents[pane]?.layOut(width: size.width, height: size.height, look: look)
        if !query.isEmpty { documents[pane]?.search() }
        // Of what an agent came to the beginning is read first, until somebody goes to its end.
        if showsBeginning(of: pane), let beginning = documents[pane]?.firstLines(size.height) {
            return beginning
        }
        let lines = documents[pane]?.visibleLines() ?? []
        return (lines, documents[pane]?.linesBelow ?? 0)
    }
}
