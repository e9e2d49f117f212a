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
    /// Why the run broke off, when that is in no event.
    var broken: String?
    /// When something started or ended, for the timeline.
    private(set) var landmarks: [Timestamp] = []
    /// Where panes were drawn last, for the mouse.
    var areas: [PaneID: Rect] = [:]
    var nodeAreas: [PaneID: Rect] = [:]
    /// How the workflow is looked at.
    var graph = GraphView()

    init(session: SessionID, replay: ReplayCursor? = nil) {
        state = SessionState(id: session)
        self.replay = replay
    }

    var isRunning: Bool { replay == nil && state.closed == nil && broken == nil }

    // MARK: Events

    mutating func apply(_ events: some Sequence<Event>) {
        for event in events { apply(event) }
    }

    private mutating func apply(_ event: Event) {
        state.apply(event)
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
            if fact.awaitsApproval == true, let first = fact.workflow.steps.first {
                documents[.step(first.id)]?.append(
                    "The plan waits for approval, from another terminal:"
                        + " podium override \(state.id) approve",
                    as: .mark
                )
            }
        case .retryScheduled(let fact):
            let wait = Format.duration(fact.due - event.time)
            mark(fact.attempt, "will be tried again in \(wait)", as: .mark)
        case .stepFailed(let fact):
            if let attempt = fact.attempt, state.attempt(attempt)?.status == .finished(.declined) {
                mark(attempt, "✗ declined: this is no answer", as: .error)
            }
        case .stepSkipped(let fact):
            documents[.step(fact.step)]?.append("skipped: \(fact.reason)", as: .mark)
        case .stepAsked(let fact):
            documents[.step(fact.step)]?.append("waits for you: \(fact.reason)", as: .error)
        case .stepRerouted(let fact):
            let text = "\(fact.to) takes over from \(fact.from): \(fact.reason)"
            documents[.step(fact.step)]?.append(text, as: .mark)
        case .stepSelected(let fact): addPane(.step(fact.step.id))
        case .overrideApplied(let fact):
            for record in fact.after.steps where record.status != .deleted {
                addPane(.step(record.step.id))
            }
            guard let step = fact.request.override.step else { return }
            let text = "\(fact.request.author): \(fact.request.override.kind.rawValue)"
            documents[.step(step)]?.append(text, as: .mark)
        case .sessionOpened, .attemptFinished, .stepFinished, .sessionClosed, .workflowBegun,
            .answerKept, .forecastMade, .workerLeft, .workerReturned, .budgetReached,
            .overrideRefused, .sessionResumed, .attemptHeld, .attemptSent, .unknown:
            break
        }
    }

    private mutating func begin(_ fact: AttemptStarted) {
        let pane = PaneID(fact.agent)
        addPane(pane)
        if documents[pane]?.isEmpty == false {
            let number = state.attempts.count { $0.agent == fact.agent }
            documents[pane]?.append("— attempt \(number) —", as: .mark)
        }
    }

    private mutating func addPane(_ pane: PaneID) {
        guard documents[pane] == nil else { return }
        documents[pane] = PaneDocument()
        panes.append(pane)
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
        apply(events)
        for (pane, scroll) in scrolls { documents[pane]?.scroll = scroll }
        if focus != .graph, documents[focus] == nil { focus = .graph }
    }

    // MARK: Looking around

    mutating func focus(_ pane: PaneID) {
        guard pane == .graph || documents[pane] != nil else { return }
        focus = pane
        if pane == .graph { isZoomed = false }
    }

    mutating func moveFocus(by offset: Int) {
        let ring = isZoomed ? panes : [.graph] + panes
        guard !ring.isEmpty else { return }
        let index = ring.firstIndex(of: focus) ?? 0
        focus = ring[(index + offset + ring.count) % ring.count]
    }

    /// Focuses the pane of the step with this number in the current workflow; 0 is the conductor.
    mutating func focus(number: Int) {
        guard let workflow = state.currentRound else { return }
        if number == 0 { return focus(.conductor(workflow.id)) }
        let steps = state.steps(of: workflow.id)
        if steps.indices.contains(number - 1) { focus(.step(steps[number - 1].id)) }
    }

    mutating func toggleZoom() {
        if focus == .graph { moveFocus(by: 1) }
        guard focus != .graph else { return }
        isZoomed.toggle()
    }

    /// Undoes one level of looking closer; false when there was none.
    mutating func back() -> Bool {
        if isZoomed {
            isZoomed = false
        } else if focus != .graph {
            focus = .graph
        } else {
            return false
        }
        return true
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

    /// Lays a document out for its pane and returns it for drawing.
    mutating func document(_ pane: PaneID, width: Int, height: Int) -> PaneDocument {
        documents[pane]?.layOut(width: width, height: height)
        return documents[pane] ?? PaneDocument()
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
