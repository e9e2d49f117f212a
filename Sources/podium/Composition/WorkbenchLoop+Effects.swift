import CellUI
import CursesTerminal
import Foundation
import PodiumConfiguration
import PodiumCore
import PodiumEngine
import PodiumStore
import Workbench

/// What the workbench wants done.
extension WorkbenchLoop {
    mutating func perform(_ effect: Effect) {
        do {
            try carryOut(effect)
        } catch {
            send(.notice((error as? Failure)?.message ?? "\(error)"))
        }
    }

    private mutating func carryOut(_ effect: Effect) throws {
        switch effect {
        case .ask(let question, let earlier): try ask(question, after: earlier)
        case .interrupt: interrupt()
        case .openSession(let id):
            open(id)
        case .resume(let id):
            show(try composition.resume(id) { [waker = terminal.waker] in waker.wake() })
        case .loadHistory: send(.history(try composition.store.sessions(limit: 200)))
        case .decide(let override, let sequence): try decide(override, basedOn: sequence)
        case .follow(let id, let sequence):
            foreign = try ForeignSession(id, store: composition.store, after: sequence)
        case .unfollow: foreign = nil
        case .loadVerdict(let id):
            let verdict = try composition.store.verdict(on: id)
            send(.verdict(verdict.map { $0.value == .right }))
        case .giveVerdict(let id, let isRight): try judge(id, isRight: isRight)
        case .loadRecords(let question): loadRecords(question: question)
        case .loadThemes: send(.themes(themes()))
        case .savePreferences(let preferences): try save(preferences)
        case .edit(let text): send(.edited(try editedOutside(text)))
        case .page(let text):
            try terminal.released {
                try OutsideProgram.pager.show(visible(text, keepingNewlines: true))
            }
        case .copy(let text): try terminal.copyToClipboard(text)
        case .leaveScreen(let view): try leaveScreen(for: view)
        case .redraw: terminal.redraw()
        case .suspend: try terminal.suspend()
        case .quit: quit(leavesRun: runner != nil && !workbench.hasEnded)
        }
    }

    private mutating func ask(_ question: String, after earlier: SessionID?) throws {
        var options = options
        options.ask = options.ask ?? workbench.preferences.asksApproval
        let opened = try composition.opening(question: question, options, after: earlier)
        show(try composition.start(opened) { [waker = terminal.waker] in waker.wake() })
    }

    /// A session that runs in this process, from its first event.
    private mutating func show(_ started: SessionRunner) {
        runner = started
        foreign = nil
        lineView = LineView(journal: started.journal, look: workbench.look)
        cursor = 0
        send(.sessionStarted(started.journal.session))
    }

    /// Read on another thread: a long session takes its time.
    private func open(_ id: SessionID) {
        let store = composition.store
        Task.detached { [inbox] in
            do {
                let isRunning = try store.session(id)?.status == .running
                let events = try store.events(of: id, after: 0, limit: .max)
                inbox.post(isRunning ? .running(id, events) : .replay(id, events))
            } catch {
                inbox.post(.notice("\(error)"))
            }
        }
    }

    private func interrupt() {
        guard let runner else { return }
        Task.detached { await runner.interrupt(reason: "Interrupted by the person.") }
    }

    private func decide(_ override: Override, basedOn sequence: Int) throws {
        let request = OverrideRequest(
            id: UUID().uuidString.lowercased(),
            author: Person.name,
            basedOn: sequence,
            override
        )
        if let runner {
            Task.detached { await runner.decide(request) }
        } else {
            guard let foreign else { throw Failure("nobody runs this session any more.") }
            try foreign.send(request)
        }
    }

    /// Leaving a run that goes on interrupts it, and the status tells so.
    private mutating func quit(leavesRun: Bool) {
        if leavesRun, status == .success { status = .interrupted }
        isDone = true
    }

    // MARK: What is known

    /// The latest calls of a worker that its health rests on.
    private static let callLimit = 200

    /// Read on another thread: sessions that were never scored are folded first.
    private func loadRecords(question: String?) {
        let pool =
            (try? composition.configuration.pool(named: options.pool ?? Configuration.defaultPool))
            ?? []
        let bounds = pool.map { limits(of: $0.provider) }
        let store = composition.store
        Task.detached { [inbox] in
            do {
                let health = try store.health(of: pool.map(\.name), limit: Self.callLimit)
                let rows = zip(pool, bounds).map { worker, limits in
                    WorkerRecordSet.Row(
                        worker: worker,
                        health: health.first { $0.worker == worker.name && $0.calls > 0 },
                        limits: limits
                    )
                }
                inbox.post(
                    .records(
                        WorkerRecordSet(
                            rows: rows,
                            board: try Scores.board(from: store),
                            kind: question.map { Scores.kinds.kind(of: $0, pool: pool) }
                                ?? QuestionKinds.all
                        )
                    )
                )
            } catch {
                inbox.post(.notice("\(error)"))
            }
        }
    }

    private mutating func judge(_ id: SessionID, isRight: Bool?) throws {
        let verdict = isRight.map {
            AnswerVerdict($0 ? .right : .wrong, author: Person.name, time: environment.now())
        }
        do {
            try composition.store.setVerdict(verdict, on: id)
        } catch {
            // What was not kept is not shown either.
            let kept = try? composition.store.verdict(on: id)
            send(.verdict(kept.map { $0.value == .right }))
            throw error
        }
    }

    /// `4 at once, 60 calls/min`
    private func limits(of provider: String) -> String {
        guard
            let limits = composition.configuration.providers.first(where: { $0.name == provider })?
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
        guard let path = composition.interface.path else {
            throw Failure("there is no place for settings.yaml, so this holds until you quit.")
        }
        // Another Podium may have saved something meanwhile.
        try SettingsFile.save(difference.layered(over: SettingsFile.load(path: path)), to: path)
    }

    // MARK: Other programs

    private func editedOutside(_ text: String) throws -> String? {
        try terminal.released { try OutsideProgram.editor.edit(text) }
    }

    private mutating func leaveScreen(for view: Preferences.View) throws {
        guard var lines = lineView else { return }
        // However it ends, it has told what it has told.
        defer {
            lineView = lines
            send(.input(.resize(terminal.size)))
        }
        let end = try terminal.releasedScreen {
            try lines.run(view, on: terminal) { request in
                switch request {
                case .interrupt: interrupt()
                case .decide(let override, let sequence):
                    try decide(override, basedOn: sequence)
                }
            }
        }
        switch end {
        case .panes: return
        case .terminated(let signal): status = ExitStatus(signal: signal)
        case .quit: break
        }
        // Asked before the run hears of it.
        quit(leavesRun: runner?.journal.isOver == false)
        interrupt()
    }
}
