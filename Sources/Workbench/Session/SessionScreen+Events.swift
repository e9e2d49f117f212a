import PodiumCore

/// What events do to the panes.
extension SessionScreen {
    mutating func apply(_ events: some Sequence<Event>) {
        for event in events { apply(event) }
    }

    private mutating func apply(_ event: Event) {
        state.apply(event)
        if let notice = SessionNotice(event, in: state) { notices.append(notice) }
        if replay == nil, let marker = Marker(event, at: event.sequence) { markers.append(marker) }
        switch event.fact {
        case .attemptStarted(let fact):
            begin(fact)
        case .textAppended(let piece):
            guard let attempt = state.attempt(piece.attempt) else { return }
            let bytes = piece.text.utf8.count
            paces[PaneID(attempt.agent), default: Pace()].add(bytes, at: event.time)
            pace.add(bytes, at: event.time)
            let (text, kind) = shown(piece, of: attempt)
            documents[PaneID(attempt.agent)]?.append(text, as: kind, at: event.time)
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
            if let note = fact.note {
                documents[.conductor(fact.workflow.id)]?.append(
                    "left out of the plan: \(note)",
                    as: .mark
                )
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
            dropDraft(usedBy: fact.request.override)
            markOverride(fact)
            for record in fact.after.steps { showWhatCounts(of: record, before: fact.before) }
            arrangePanes()
        case .sessionClosed(let fact):
            // First what helps: of a long reason a small pane shows the beginning.
            let advice = Advice.forFailure(of: state).map { "\($0)\n" } ?? ""
            let answering = state.answeringAttempt.flatMap { state.attempt($0) }
            if let answering, !answering.toolCalls.isEmpty {
                showAnswer("")
                documents[.answer]?.append(outputOf: answering)
            } else {
                showAnswer(advice + (fact.answer ?? fact.reason ?? ""))
            }
            if fact.answer != nil, let reason = fact.reason {
                documents[.answer]?.append(reason, as: .mark)
            }
        case .workflowBegun(let fact):
            // What a person looked at belongs to the plan before.
            if case .step = fact.parent { return }
            if focus == .graph { followsWork = true }
        case .sessionResumed:
            // An end that was taken back is none.
            documents[.answer] = nil
            if focus == .answer { focus(.graph) }
        case .attemptFinished(let fact):
            if let agent = state.attempt(fact.attempt)?.agent { settle(PaneID(agent)) }
            if let shortfall = fact.reason.shortfall { mark(fact.attempt, shortfall, as: .error) }
        case .sessionOpened,
            .answerKept, .forecastMade, .workerLeft, .workerReturned, .budgetReached,
            .overrideRefused, .attemptQueued, .attemptSent, .unknown:
            break
        }
    }

    /// A piece as a pane shows it.
    private func shown(
        _ piece: TextAppended,
        of attempt: AttemptState
    ) -> (String, PaneDocument.Kind) {
        switch piece.channel {
        case .answer: return (piece.text, .answer)
        case .reasoning: return (piece.text, .reasoning)
        case .toolCalls:
            let before = attempt.toolCalls.utf8.dropLast(piece.text.utf8.count).last
            let begins = before == nil || before == UInt8(ascii: "\n")
            return (ToolCallLine.text(piece.text, begins: begins), .toolCalls)
        }
    }

    /// What the run came to is a pane of its own, to be read from the top.
    mutating func showAnswer(_ text: String) {
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
        documents[.step(fact.step)]?.append(outputOf: attempt)
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
        guard case .finished(let id) = record.status, let attempt = state.attempt(id)
        else { return }
        documents[pane]?.append("Its output is again:", as: .mark)
        documents[pane]?.append(outputOf: attempt)
    }

    private mutating func begin(_ fact: AttemptStarted) {
        let pane = PaneID(fact.agent)
        addPane(pane)
        // Another call writes at a pace of its own.
        paces[pane] = Pace()
        // Each turn of a mini session counts.
        if state.policy.variant != .mini { documents[pane]?.supersede() }
        if fact.attempt.rawValue == 1 || documents[pane]?.isEmpty == true, fact.subtask != nil,
            let messages = state.opened?.client?.messages
        {
            let results = ToolCallLine.results(in: messages)
            if !results.isEmpty { documents[pane]?.append(results, as: .toolCalls) }
        }
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
        if focus != .graph, !texts.contains(focus) { focus(.graph) }
        guard !followsWork, let pane = graph.selection?.agent, !panes.contains(pane) else { return }
        if case .draft = pane { return }
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
        let before = documents
        let looked = (focus, followsWork, graph.selection)
        state = SessionState(id: state.id)
        documents = [:]
        (paces, pace, planVersions) = ([:], Pace(), [:])
        panes = []
        notices = []
        apply(events)
        if !query.isEmpty { find(query) }
        for (pane, document) in before {
            documents[pane]?.openReasoning(document.opensReasoning)
            documents[pane]?.goOnReading(from: document)
        }
        // Applied anew, the events have moved what is looked at.
        (focus, followsWork, graph.selection) = looked
        if focus != .graph, documents[focus] == nil { focus(.graph) }
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

extension PaneDocument {
    /// What a call has given: its words, and the tools that it asks for.
    fileprivate mutating func append(outputOf attempt: AttemptState) {
        if !attempt.text.isEmpty { append(attempt.text, as: .answer) }
        guard !attempt.toolCalls.isEmpty else { return }
        append(ToolCallLine.text(attempt.toolCalls), as: .toolCalls)
    }
}
