import ArgumentParser
import CellUI
import CursesTerminal
import PodiumConfiguration
import PodiumCore
import PodiumEngine
import PodiumPolicy
import PodiumStore
import Workbench

/// The imperative shell around the workbench: the terminal, the running session, the store.
///
/// One thread, and the only one that calls ncurses. It sleeps until a key, a commit or a tick.
struct WorkbenchLoop {
    enum Start {
        case startScreen
        case ask(String)
        case replay(SessionID, [Event])
    }

    private let terminal: CursesTerminal
    private let composition: Composition
    private let options: RunOptions
    private let environment = SystemEnvironment()
    private var workbench: Workbench
    private var runner: SessionRunner?
    /// The last event of the running session that was given to the workbench.
    private var cursor = 0
    private var isDone = false

    /// How fast in-process workers stream when somebody watches, in pieces a second.
    static let pace = 60.0

    /// Opens the screen, runs until the person quits, and gives the terminal back in every case.
    static func run(
        look options: LookOptions,
        start: Start,
        run: RunOptions? = nil,
        compose: () throws -> Composition
    ) throws {
        let composition = try compose()
        let settings = options.settings.layered(over: composition.interface.settings)
        let terminal = try openTerminal(settings)
        // The last words go to the terminal as it was, so it is given back before an error is told.
        defer { terminal.close() }
        try checkSize(terminal.size)
        let theme = try ThemeSource(named: settings.theme)
            .load(depth: terminal.capabilities.colorDepth)
        var loop = WorkbenchLoop(
            terminal: terminal,
            composition: composition,
            options: try run ?? RunOptions.parse([]),
            look: Look(theme: theme, unicode: terminal.capabilities.unicode)
        )
        if let notice = terminal.notice { loop.send(.notice(notice)) }
        try loop.run(start)
    }

    private static func openTerminal(_ settings: InterfaceSettings) throws -> CursesTerminal {
        do {
            return try CursesTerminal(
                options: TerminalOptions(
                    mouse: settings.mouse ?? true,
                    ascii: settings.ascii ?? false
                )
            )
        } catch {
            throw Failure(error.description)
        }
    }

    private static func checkSize(_ size: Size) throws {
        let least = Workbench.leastSize
        guard size.width >= least.width, size.height >= least.height else {
            throw Failure(
                "the terminal is \(size.width)×\(size.height); the workbench needs at least "
                    + "\(least.width)×\(least.height). Make it larger, or use `podium run`."
            )
        }
    }

    private init(
        terminal: CursesTerminal,
        composition: Composition,
        options: RunOptions,
        look: Look
    ) {
        self.terminal = terminal
        self.composition = composition
        self.options = options
        workbench = Workbench(
            look: look,
            size: terminal.size,
            samples: Samples.all.map { SampleQuestion(title: $0.title, question: $0.question) }
        )
    }

    private mutating func run(_ start: Start) throws {
        try draw()
        switch start {
        case .startScreen: perform(.loadHistory)
        case .ask(let question): perform(.ask(question))
        case .replay(let id, let events): send(.replay(id, events))
        }
        while !isDone {
            try draw()
            let events = try terminal.nextEvents(timeout: workbench.nextTick)
            if events.isEmpty { send(.tick) }
            for event in events where event != .wake { send(.input(event)) }
            pullEvents()
        }
        try finishRun()
    }

    private mutating func draw() throws {
        var buffer = CellBuffer(size: terminal.size)
        let cursor = workbench.render(into: &buffer)
        try terminal.present(buffer, cursor: cursor)
    }

    private mutating func send(_ message: Message) {
        for effect in workbench.update(message, at: environment.now()) { perform(effect) }
    }

    /// Gives the workbench what was committed since it was last asked.
    private mutating func pullEvents() {
        guard let journal = runner?.journal else { return }
        let isOver = journal.isOver
        let events = journal.events(after: cursor)
        if let last = events.last {
            cursor = last.sequence
            send(.events(events))
        }
        guard isOver else { return }
        if let failure = journal.failure { send(.sessionBroken(failure.description)) }
        runner = nil
    }

    // MARK: Effects

    private mutating func perform(_ effect: Effect) {
        switch effect {
        case .ask(let question): ask(question)
        case .interrupt: interrupt()
        case .openSession(let id): open(id)
        case .loadHistory: loadHistory()
        case .suspend: try? terminal.suspend()
        case .quit: isDone = true
        }
    }

    private mutating func ask(_ question: String) {
        do {
            let opened = try composition.opening(question: question, options)
            let started = try composition.start(opened) { [waker = terminal.waker] in waker.wake() }
            runner = started
            cursor = 0
            send(.sessionStarted(started.journal.session))
        } catch {
            send(.notice((error as? Failure)?.message ?? "\(error)"))
        }
    }

    private func interrupt() {
        guard let runner else { return }
        Task.detached { await runner.interrupt(reason: "Interrupted by the person.") }
    }

    private mutating func open(_ id: SessionID) {
        do {
            send(.replay(id, try composition.store.events(of: id, after: 0, limit: .max)))
        } catch {
            send(.notice("\(error)"))
        }
    }

    private mutating func loadHistory() {
        do {
            send(.history(try composition.store.sessions(limit: 200)))
        } catch {
            send(.notice("\(error)"))
        }
    }

    /// After quitting, an interrupted run still has to store its end. A store that takes longer
    /// than this is not waited for: what was shown is already in it.
    private func finishRun() throws {
        guard let journal = runner?.journal else { return }
        for _ in 0..<100 where !journal.isOver {
            _ = try terminal.nextEvents(timeout: .milliseconds(20))
        }
    }
}
