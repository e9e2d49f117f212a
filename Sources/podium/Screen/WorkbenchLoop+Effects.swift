import CellUI
import CursesTerminal
import Dispatch
import PodiumConfiguration
import PodiumCore
import PodiumEngine
import PodiumPolicy
import PodiumStore
import PodiumStudio
import Workbench

/// What the workbench wants done.
extension WorkbenchLoop {
    mutating func perform(_ effect: Effect) {
        do {
            try carryOut(effect)
        } catch {
            send(.notice("\(error)"))
        }
    }

    private mutating func carryOut(_ effect: Effect) throws {
        switch effect {
        case .ask(let question, let earlier): try ask(question, after: earlier)
        case .interrupt(let id): studio.interrupt(id, reason: "Interrupted by the person.")
        case .openSession(let id): open(id)
        case .resume(let id):
            try studio.resume(id)
            begin(id)
        case .leave(let id): feeds.removeValue(forKey: id)?.cancel()
        case .recall(let id, let sequence):
            let events = try studio.store.events(of: id, after: sequence, limit: .max)
            send(.recalled(id, events))
        case .loadHistory: send(.history(try studio.store.asked(limit: 200)))
        case .decide(let override, let id, let sequence):
            try decide(Person.request(override, basedOn: sequence), in: id)
        case .loadVerdict(let id):
            let verdict = try studio.store.verdict(on: id)
            send(.verdict(id, verdict.map { $0.value == .right }))
        case .giveVerdict(let id, let isRight): judge(id, isRight: isRight)
        case .loadRecords(let question): loadRecords(question: question)
        case .loadPolicy: loadPolicy()
        case .loadClients: loadClients()
        case .loadSessions(let client): loadSessions(of: client)
        case .loadThemes: send(.themes(themes()))
        case .savePreferences(let preferences): try save(preferences)
        case .edit(let text):
            let edited = try terminal.released { try OutsideProgram.editor.edit(text) }
            send(.edited(edited))
        case .page(let text):
            try terminal.released {
                try OutsideProgram.pager.show(visible(text, keepingNewlines: true))
            }
        case .copy(let text): try terminal.copyToClipboard(text)
        case .ring: terminal.ring()
        case .redraw: terminal.redraw()
        case .suspend: try terminal.suspend()
        case .quit: quit()
        }
    }

    private mutating func ask(_ question: String, after earlier: SessionID?) throws {
        var request = request
        request.question = question
        request.follows = earlier
        request.pool = workbench.asking.pool
        request.conductor = workbench.asking.conductor.name
        request.policy.variant = workbench.asking.variant
        request.limits.budget = workbench.asking.budget
        request.limits.isBudgetWhole = true
        request.learning = workbench.preferences.learning
        request.policy.asksApproval =
            request.policy.asksApproval ?? workbench.preferences.asksApproval
        begin(try studio.open(request))
    }

    /// A decision in a session that another process runs goes through the store, which may keep it waiting.
    private mutating func decide(_ request: OverrideRequest, in id: SessionID) throws {
        guard !studio.runs(id), try studio.store.session(id)?.status == .running else {
            if case .resumed = try studio.decide(request, in: id) { begin(id) }
            return
        }
        storeQueue.async { [mailbox, archive = studio.archive] in
            do {
                try archive.requireRunning(id)
                try archive.store.send(request, to: id)
            } catch {
                mailbox.post(.notice("\(error)"))
            }
        }
    }

    /// A session that runs in this process.
    private mutating func begin(_ id: SessionID) {
        begun.insert(id)
        send(.began(id))
        follow(id)
    }

    /// One that runs is followed; one that does not is read on another thread, since a long one takes
    /// its time.
    private mutating func open(_ id: SessionID) {
        let store = studio.store
        var file: String?
        do {
            let stored = try store.session(id)
            if stored?.status == .running {
                follow(id)
                return send(.joined(id))
            }
            if stored == nil { file = recordings[id] }
        } catch {
            return send(.notice("\(error)"))
        }
        Task.detached { [mailbox, file] in
            do {
                let events =
                    try file.map { try StoredSession(path: $0).rest() }
                    ?? store.events(of: id, after: 0, limit: .max)
                mailbox.post(.replay(id, events))
            } catch {
                mailbox.post(.notice("\(error)"))
            }
        }
    }

    /// Leaving a run that goes on interrupts it, and the status tells so.
    private mutating func quit() {
        if !workbench.ownRuns.isEmpty, status == .success { status = .interrupted }
        isDone = true
    }

    // MARK: What is known

    /// The latest calls of a worker that its health rests on.
    private static let callLimit = 200
    /// The latest sessions that what is told of the policy rests on.
    private static let exampleLimit = 500

    /// Read on another thread: sessions that were never scored are folded first.
    private func loadRecords(question: String?) {
        let pool =
            (try? studio.configuration.pool(named: workbench.asking.pool))
            ?? []
        let bounds = pool.map { limits(of: $0.provider) }
        let (store, learned) = (studio.store, studio.learned)
        var appraisal: WorkerRecordSet.Appraisal?
        if let learned {
            appraisal = { task, question, pool in
                learned.weigh(task, question: question, workers: pool)
            }
        }
        Task.detached { [mailbox] in
            do {
                let health = try store.health(of: pool.map(\.name), limit: Self.callLimit)
                let rows = zip(pool, bounds).map { worker, limits in
                    WorkerRecordSet.Row(
                        worker: worker,
                        health: health.first { $0.worker == worker.name && $0.calls > 0 },
                        limits: limits
                    )
                }
                mailbox.post(
                    .records(
                        WorkerRecordSet(
                            rows: rows,
                            board: try Scores.board(from: store),
                            kind: question.map { Scores.kinds.kind(of: $0, pool: pool) }
                                ?? QuestionKinds.all,
                            appraisal: appraisal
                        )
                    )
                )
            } catch {
                mailbox.post(.notice("\(error)"))
            }
        }
    }

    /// Read on another thread, since sessions are folded for it.
    private func loadPolicy() {
        let mode = workbench.preferences.learning
        Task.detached { [mailbox, studio] in
            do {
                let examples = try studio.examples(limit: Self.exampleLimit)
                mailbox.post(.policy(PolicyCard(studio, mode: mode, examples: examples).lines))
            } catch {
                mailbox.post(.notice("\(error)"))
            }
        }
    }

    private mutating func judge(_ id: SessionID, isRight: Bool?) {
        let verdict = isRight.map {
            Person.verdict(isRight: $0, at: environment.now())
        }
        let store = studio.store
        storeQueue.async { [mailbox] in
            do {
                try store.setVerdict(verdict, on: id)
            } catch {
                // What was not kept is not shown either.
                let kept = try? store.verdict(on: id)
                mailbox.post(.verdict(id, kept.map { $0.value == .right }))
                mailbox.post(.notice("\(error)"))
            }
        }
    }

    /// `4 at once, 60 calls/min`
    private func limits(of provider: String) -> String {
        guard
            let limits = studio.configuration.providers.first(where: { $0.name == provider })?
                .limits
        else { return "" }
        return [
            limits.concurrency.map { "\($0) at once" },
            limits.requestsPerMinute.map { "\($0) calls/min" },
            limits.tokensPerMinute.map { "\(Format.tokens($0)) tokens/min" },
            limits.picodollarsPerDay.map { "\(Format.cost(Cost(picodollars: $0)))/day" },
        ].compactMap { $0 }.joined(separator: ", ")
    }

    /// Those that can be read; `podium themes` tells what is wrong with the others.
    private func themes() -> [NamedTheme] {
        ThemeSource.all().compactMap { entry in
            let theme = try? entry.theme(depth: terminal.capabilities.colorDepth)
            return theme.map { NamedTheme(name: entry.name, theme: $0) }
        }
    }

    /// Keeps what has changed, and only that: the rest goes on following the configuration.
    private mutating func save(_ changed: Preferences) throws {
        let difference = InterfaceSettings(changed, since: preferences)
        preferences = changed
        terminal.useMouse(changed.mouse)
        guard let path = interface.path else {
            throw Failure("there is no place for settings.yaml, so this holds until you quit.")
        }
        // Another Podium may have saved something meanwhile.
        try SettingsFile.save(difference.layered(over: SettingsFile.load(path: path)), to: path)
    }
}
