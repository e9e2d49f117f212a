import CellUI
import CursesTerminal
import Dispatch
import PodiumConfiguration
import PodiumCore
import PodiumEngine
import PodiumGateway
import PodiumPolicy
import PodiumStudio
import Workbench

/// The imperative shell around the workbench: the terminal, and the studio in which its sessions run.
///
/// One thread, and the only one that calls ncurses. It sleeps until a key, a message or a tick.
struct WorkbenchLoop {
    enum Start {
        case startScreen
        case ask(String)
        case replay(SessionID, [Event])
        /// The choice of a session to watch again, these among them.
        case recordings([Recording])
    }

    let terminal: CursesTerminal
    let studio: Studio
    let interface: InterfaceLayers
    /// The keys of the endpoint's clients.
    let keyFile: KeyFile
    /// What questions are asked with, when the screen says nothing else.
    let request: RunRequest
    let environment = SystemEnvironment()
    var workbench: Workbench
    let mailbox: Mailbox<Message>
    /// Those who bring the events of open sessions.
    var feeds: [SessionID: Task<Void, Never>] = [:]
    /// Where the store is written to, one after the other: another process may hold it, and nothing else
    /// waits for that.
    let storeQueue = DispatchQueue(label: "podium.screen.store")
    /// The files of recordings that may be opened.
    var recordings: [SessionID: String] = [:]
    /// The sessions that were begun here.
    var begun: Set<SessionID> = []
    /// What the screen held when that was written last.
    var preferences: Preferences
    var isDone = false
    /// With which the process ends.
    var status = ExitStatus.success
    private var pacer = FramePacer()

    /// How fast in-process workers stream when somebody watches, in pieces a second.
    static let pace = 60.0

    /// Opens the screen, runs until the person quits, and gives the terminal back in every case.
    static func run(
        at places: Places,
        look options: LookOptions,
        start: Start,
        asking request: RunRequest = RunRequest(""),
        serving: ServeOptions? = nil
    ) throws {
        let configuration = try places.loadConfiguration()
        let interface = try InterfaceLayers(configuration, at: places)
        var settings = options.settings.layered(over: interface.settings)
        settings.asksApproval = settings.asksApproval ?? configuration.policy.asksApproval
        settings.learning = settings.learning ?? configuration.learning.mode
        let keymap = try Keymap(configuration)
        let source = ThemeSource(named: settings.theme)
        StopSignals.hear()
        let terminal = try openTerminal(settings)
        // The last words go to the terminal as it was, so it is given back before an error is told.
        defer { terminal.close() }
        try checkSize(terminal.size)
        let depth = terminal.capabilities.colorDepth
        let theme = try source.load(depth: depth, background: terminal.backgroundGuess)
        var workbench = Workbench(
            look: Look(
                theme: theme,
                unicode: terminal.capabilities.unicode,
                hyperlinks: terminal.capabilities.hyperlinks
            ),
            size: terminal.size,
            samples: Samples.all.map { SampleQuestion(title: $0.title, question: $0.question) },
            hasOnlyEmbeddedWorkers: hasOnlyEmbeddedWorkers(configuration, request),
            keymap: keymap,
            preferences: Preferences(settings),
            asking: Asking(configuration, request),
            automaticThemes: source.automatic(depth: depth)
        )
        // Nobody waits for the store to see a screen.
        try draw(&workbench, on: terminal)
        let mailbox = Mailbox<Message> { [waker = terminal.waker] in waker.wake() }
        StopSignals.hear { _ in mailbox.post(.tick) }
        let opening = StudioOpening(mailbox) { onWait in
            try Studio(
                configuration,
                at: places,
                program: Podium.program,
                pace: pace,
                onWait: onWait
            )
        }
        let studio = try opening.wait(on: terminal, showing: &workbench)
        var loop = WorkbenchLoop(
            terminal: terminal,
            mailbox: mailbox,
            studio: studio,
            interface: interface,
            keyFile: KeyFile(directory: try places.data),
            request: request,
            workbench: workbench
        )
        StopSignals.hear { [studio = loop.studio, mailbox = loop.mailbox] signal in
            // The screen's thread may be stuck in a terminal that nobody reads.
            studio.stop(reason: StopSignals.reason(signal))
            mailbox.post(.input(.terminated(signal: signal)))
        }
        if let notice = terminal.notice { loop.send(.notice(notice)) }
        if let serving { loop.serve(serving, try serving.settings(at: places)) }
        // Behind what was decided last.
        AtEnd.add { [storeQueue = loop.storeQueue] in
            await withCheckedContinuation { done in storeQueue.async { done.resume() } }
        }
        AtEnd.add(studio.close)
        try loop.run(start, typed: opening.typed)
    }

    /// Whether a question goes to no real model. A pool that there is not is told when it is used.
    private static func hasOnlyEmbeddedWorkers(
        _ configuration: Configuration,
        _ request: RunRequest
    ) -> Bool {
        let name = request.pool ?? Configuration.defaultPool
        let pool = try? request.restriction.apply(to: configuration.pool(named: name))
        return pool?.allSatisfy { $0.provider == Configuration.embedded } ?? false
    }

    private static func openTerminal(_ settings: InterfaceSettings) throws -> CursesTerminal {
        try CursesTerminal(
            options: TerminalOptions(
                mouse: settings.mouse ?? true,
                ascii: settings.ascii ?? false,
                asksBackground: settings.theme == nil
            )
        )
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
        mailbox: Mailbox<Message>,
        studio: Studio,
        interface: InterfaceLayers,
        keyFile: KeyFile,
        request: RunRequest,
        workbench: Workbench
    ) {
        self.terminal = terminal
        self.studio = studio
        self.interface = interface
        self.keyFile = keyFile
        self.request = request
        self.workbench = workbench
        self.mailbox = mailbox
        preferences = workbench.preferences
    }

    /// - Parameter typed: what the person did before there was a studio.
    private mutating func run(_ start: Start, typed: [InputEvent]) throws {
        switch start {
        case .startScreen:
            perform(.loadHistory)
            perform(.loadRecords(question: nil))
        case .ask(let question):
            perform(.ask(question, after: nil))
            perform(.loadRecords(question: question))
        case .replay(let session, let events): send(.replay(session, events))
        case .recordings(let recordings):
            for recording in recordings { self.recordings[recording.summary.id] = recording.path }
            perform(.loadHistory)
            send(.recordings(recordings.map(\.summary)))
        }
        for event in typed { send(.input(event)) }
        let watch = watchStore()
        defer { watch.cancel() }
        while !isDone {
            let wait = pacer.timeToFrame(at: .now)
            if wait == nil { try show() }
            let timeouts = [wait, workbench.nextTick].compactMap { $0 }
            let events = try terminal.nextEvents(timeout: timeouts.min())
            if events.isEmpty { send(.tick) }
            for event in events where event != .wake {
                send(.input(event))
                pacer.hurry()
            }
            for message in mailbox.take() { send(message) }
        }
        try finishRuns()
        // What was said last is told whole.
        if workbench.surface == .lines { try show() }
        guard status == .success else { throw status }
    }

    /// Brings the terminal up to what the workbench shows.
    private mutating func show() throws {
        switch workbench.surface {
        case .cells:
            if terminal.isScreenReleased {
                terminal.takeScreen()
                send(.input(.resize(terminal.size)))
            }
            try Self.draw(&workbench, on: terminal)
        case .lines:
            try terminal.releaseScreen()
            let text = workbench.takeLines()
            // With colours of its own; the words in it are visible already.
            if !text.isEmpty { StandardStream.output.draw(text) }
        }
        if preferences.title { terminal.setTitle(workbench.title) }
    }

    static func draw(_ workbench: inout Workbench, on terminal: CursesTerminal) throws {
        var buffer = CellBuffer(size: terminal.size, widthPolicy: workbench.look.widthPolicy)
        let cursor = workbench.render(into: &buffer)
        try terminal.present(buffer, cursor: cursor)
    }

    mutating func send(_ message: Message) {
        let before = workbench.reservation
        let effects = workbench.update(message, at: environment.now())
        switch message {
        case .input(.terminated(let signal)): status = ExitStatus(signal: signal)
        case .input(.endOfInput): status = .hungUp
        default: break
        }
        for effect in effects { perform(effect) }
        // Behind the decision, so that nothing happens between the two.
        reserve(workbench.reservation, insteadOf: before)
    }

    private func reserve(
        _ reservation: Workbench.Reservation?,
        insteadOf before: Workbench.Reservation?
    ) {
        guard reservation != before else { return }
        if let before, before.session != reservation?.session { studio.release(before.session) }
        guard let reservation else { return }
        studio.reserve(reservation.step, in: reservation.session)
    }

    /// Lets a session's events come, and its end.
    mutating func follow(_ id: SessionID) {
        feeds[id]?.cancel()
        let feed = studio.follow(id)
        feeds[id] = Task.detached { [mailbox] in
            do {
                // One at a time: what comes meanwhile is brought together with the next.
                for try await news in feed { await mailbox.deliver(Message(news, of: id)) }
            } catch {
                let reason = "It cannot be followed any longer: \(error)"
                await mailbox.deliver(.ended(id, reason: reason))
            }
        }
    }

    /// After quitting, interrupted runs still have to store their ends. A store that takes longer
    /// than this is not waited for: what was shown is already in it.
    private mutating func finishRuns() throws {
        let deadline = ContinuousClock.now + .seconds(2)
        while begun.contains(where: studio.runs), .now < deadline {
            _ = try terminal.nextEvents(timeout: .milliseconds(20))
            for message in mailbox.take() { send(message) }
        }
    }
}

extension Message {
    fileprivate init(_ news: SessionFeed.Element, of id: SessionID) {
        switch news {
        case .events(let events): self = .events(id, events)
        case .ended(.closed): self = .ended(id, reason: nil)
        case .ended(.abandoned): self = .ended(id, reason: "The process that ran it has ended.")
        case .ended(.broken(let error)): self = .ended(id, reason: error.description)
        }
    }
}
