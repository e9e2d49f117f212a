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

    let terminal: CursesTerminal
    let composition: Composition
    let options: RunOptions
    let environment = SystemEnvironment()
    var workbench: Workbench
    var runner: SessionRunner?
    /// The session on screen, when another process runs it.
    var foreign: ForeignSession?
    let inbox: MessageInbox
    /// What the screen held when that was written last.
    var preferences: Preferences
    /// The session on screen as it was told on the terminal's own screen, if it was.
    var lineView: LineView?
    /// The last event of the running session that was given to the workbench.
    var cursor = 0
    var isDone = false
    /// With which the process ends.
    var status = ExitStatus.success
    private var pacer = FramePacer()

    /// How fast in-process workers stream when somebody watches, in pieces a second.
    static let pace = 60.0

    /// Opens the screen, runs until the person quits, and gives the terminal back in every case.
    static func run(
        places: PlaceOptions,
        look options: LookOptions,
        start: Start,
        run: RunOptions? = nil
    ) throws {
        let configuration = try Composition.configuration(places: places)
        let interface = try InterfaceLayers(configuration: configuration, places: places)
        var settings = options.settings.layered(over: interface.settings)
        settings.asksApproval = settings.asksApproval ?? configuration.policy.asksApproval
        let keymap = try Keymap(configuration)
        let source = ThemeSource(named: settings.theme)
        let terminal = try openTerminal(settings)
        // The last words go to the terminal as it was, so it is given back before an error is told.
        defer { terminal.close() }
        try checkSize(terminal.size)
        let depth = terminal.capabilities.colorDepth
        let theme = try source.load(depth: depth, background: terminal.backgroundGuess)
        var workbench = Workbench(
            look: Look(theme: theme, unicode: terminal.capabilities.unicode),
            size: terminal.size,
            samples: Samples.all.map { SampleQuestion(title: $0.title, question: $0.question) },
            keymap: keymap,
            preferences: Preferences(settings),
            automaticThemes: source.automatic(depth: depth)
        )
        // Nobody waits for the store to see a screen.
        try draw(&workbench, on: terminal)
        var loop = WorkbenchLoop(
            terminal: terminal,
            composition: try Composition(
                configuration: configuration,
                interface: interface,
                places: places,
                pace: pace
            ),
            options: try run ?? RunOptions.parse([]),
            workbench: workbench
        )
        if let notice = terminal.notice { loop.send(.notice(notice)) }
        try loop.run(start)
    }

    private static func openTerminal(_ settings: InterfaceSettings) throws -> CursesTerminal {
        do {
            return try CursesTerminal(
                options: TerminalOptions(
                    mouse: settings.mouse ?? true,
                    ascii: settings.ascii ?? false,
                    asksBackground: settings.theme == nil
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
        workbench: Workbench
    ) {
        self.terminal = terminal
        self.composition = composition
        self.options = options
        self.workbench = workbench
        inbox = MessageInbox(waker: terminal.waker)
        preferences = workbench.preferences
    }

    private mutating func run(_ start: Start) throws {
        switch start {
        case .startScreen:
            perform(.loadHistory)
            perform(.loadRecords(question: nil))
        case .ask(let question):
            perform(.ask(question, after: nil))
            perform(.loadRecords(question: question))
        case .replay(let id, let events): send(.replay(id, events))
        }
        while !isDone {
            let wait = pacer.timeToFrame(at: .now)
            if wait == nil { try draw() }
            let timeouts = [wait, workbench.nextTick].compactMap { $0 }
            let events = try terminal.nextEvents(timeout: timeouts.min())
            if events.isEmpty { send(.tick) }
            for event in events where event != .wake {
                send(.input(event))
                pacer.hurry()
            }
            for message in inbox.take() { send(message) }
            pullEvents()
        }
        try finishRun()
        guard status == .success else { throw status }
    }

    private mutating func draw() throws { try Self.draw(&workbench, on: terminal) }

    private static func draw(_ workbench: inout Workbench, on terminal: CursesTerminal) throws {
        var buffer = CellBuffer(size: terminal.size, widthPolicy: workbench.look.widthPolicy)
        let cursor = workbench.render(into: &buffer)
        try terminal.present(buffer, cursor: cursor)
    }

    mutating func send(_ message: Message) {
        let effects = workbench.update(message, at: environment.now())
        if case .input(.terminated(let signal)) = message { status = ExitStatus(signal: signal) }
        for effect in effects { perform(effect) }
    }

    /// Gives the workbench what was committed since it was last asked.
    private mutating func pullEvents() {
        guard let journal = runner?.journal else { return pullForeignEvents() }
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

    /// The same of a session that another process runs; its end may be that of the process.
    private mutating func pullForeignEvents() {
        guard foreign != nil else { return }
        do {
            // Asked before reading: what was stored before its end is then read too.
            let isRunning = try foreign?.isRunning ?? false
            let events = try foreign?.newEvents() ?? []
            if !events.isEmpty { send(.events(events)) }
            guard !isRunning else { return }
            if !workbench.hasEnded { send(.sessionBroken("The process that ran it has ended.")) }
        } catch {
            send(.sessionBroken("It cannot be followed any longer: \(error)"))
        }
        foreign = nil
    }

    /// After quitting, an interrupted run still has to store its end. A store that takes longer
    /// than this is not waited for: what was shown is already in it.
    private func finishRun() throws {
        guard let journal = runner?.journal else { return }
        let deadline = ContinuousClock.now + .seconds(2)
        while !journal.isOver, .now < deadline {
            _ = try terminal.nextEvents(timeout: .milliseconds(20))
        }
    }
}
