import CellUI
import PodiumCore

/// The list of events in a replay.
extension SessionScreen {
    /// Opens the list, also where a pane stands in its place, or closes it.
    mutating func toggleEvents() {
        guard replay != nil else { return }
        if events.isOpen, !events.area.isEmpty { return closeEvents() }
        focus(.graph)
        (events.isOpen, events.hasFocus) = (true, true)
        workOnEvents()
    }

    private mutating func closeEvents() {
        (events.isOpen, events.hasFocus, events.area) = (false, false, .zero)
    }

    /// Where there is no room for both, the list gives way to a pane that is looked at.
    var eventRoom: SessionLayout.EventRoom? {
        guard events.isOpen, replay != nil else { return nil }
        return focus == .graph ? .inPlaceOfPanes : .besidePanes
    }

    /// Lists the next kind.
    mutating func showNextKind() {
        events.filter(by: events.kind.successor, in: index)
        workOnEvents()
    }

    mutating func filterEvents(by query: String) {
        events.filter(by: query, in: index)
        workOnEvents()
    }

    /// The way back out of the list: first all is listed again.
    mutating func leaveEvents() {
        if events.isFiltered { events.showAll(in: index) } else { closeEvents() }
    }

    var hasWorkOnEvents: Bool { events.hasWork(in: index) }

    /// Does a part of what is left to do for the list.
    mutating func workOnEvents() {
        guard let replay, hasWorkOnEvents else { return }
        events.work(index, replay.events, in: state)
    }

    /// Moves the replay by rows of the list.
    mutating func moveInEvents(by rows: Int) {
        seek { [events, index] cursor in
            let row = index.row(at: cursor.position, in: cursor.events)
            return events.position(by: rows, from: row, in: index)
        }
    }

    mutating func moveInEvents(toEnd: Bool) {
        seek { [events, index] _ in events.position(toEnd: toEnd, in: index) }
    }

    /// Goes to the event of the row at a point of the screen.
    mutating func pressEvents(at point: Point) {
        focus(.graph)
        events.hasFocus = true
        seek { [events, index] _ in events.position(at: point, in: index) }
    }

    /// Looks at the agent that the present event is about, if it is about one.
    mutating func lookAtEvent() {
        guard let agent = replay?.event.flatMap({ state.agent(of: $0.fact) }) else { return }
        focus(PaneID(agent))
    }

    /// Goes to the next landmark of some kinds, or the one before; false where there is none.
    mutating func jump(to kinds: Set<Landmark>, forward: Bool) -> Bool {
        guard let replay,
            let marker = index.marker(after: replay.position, forward: forward, of: kinds)
        else { return false }
        seek { _ in marker.position }
        return true
    }
}

extension SessionState {
    /// The agent that something happened to; nil where it happened to none.
    fileprivate func agent(of fact: Fact) -> Agent? {
        switch fact {
        case .attemptStarted(let fact): fact.agent
        case .retryScheduled(let fact): fact.agent
        case .textAppended(let piece): attempt(piece.attempt)?.agent
        case .attemptFinished(let fact): attempt(fact.attempt)?.agent
        case .attemptFailed(let fact): attempt(fact.attempt)?.agent
        case .attemptCancelled(let fact): attempt(fact.attempt)?.agent
        case .attemptQueued(let fact): attempt(fact.attempt)?.agent
        case .attemptSent(let fact): attempt(fact.attempt)?.agent
        case .planRejected(let fact): attempt(fact.attempt)?.agent
        case .planAccepted(let fact): .conductor(fact.workflow.id)
        case .workflowBegun(let fact): .conductor(fact.workflow)
        case .answerKept(let fact): .conductor(fact.workflow)
        case .forecastMade(let fact): .conductor(fact.workflow)
        case .stepFinished(let fact): .step(fact.step)
        case .stepFailed(let fact): .step(fact.step)
        case .stepSkipped(let fact): .step(fact.step)
        case .stepSelected(let fact): .step(fact.step.id)
        case .stepRerouted(let fact): .step(fact.step)
        case .stepAsked(let fact): .step(fact.step)
        case .overrideApplied(let fact): fact.request.override.step.map(Agent.step)
        case .overrideRefused(let fact): fact.request.override.step.map(Agent.step)
        case .sessionOpened, .sessionClosed, .sessionResumed, .workerLeft, .workerReturned,
            .budgetReached, .unknown:
            nil
        }
    }
}
