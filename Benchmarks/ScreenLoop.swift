import CellUI
import CursesTerminal
import Glibc
import PodiumCore
import Synchronization
import Workbench

/// A workbench on a terminal with a session whose agents all write, drawn as the program's loop does.
struct ScreenLoop {
    static let size = Size(width: 200, height: 60)

    let terminal: CursesTerminal
    private var workbench: Workbench
    private var pacer = FramePacer()
    private(set) var sequence = 0
    private(set) var frames = 0

    init() throws {
        terminal = try CursesTerminal()
        workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: terminal.size,
            samples: []
        )
        send(.began(SessionID(rawValue: "bench")))
        append(SampleEvents.opening(agents: AgentStreams.agents))
        try draw()
    }

    mutating func send(_ message: Message) {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let microseconds = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
        _ = workbench.update(message, at: Timestamp(microseconds: microseconds))
    }

    mutating func take(_ events: [Event]) {
        sequence = events.last?.sequence ?? sequence
        send(.events(SessionID(rawValue: "bench"), events))
    }

    mutating func append(_ facts: [Fact]) {
        take(SampleEvents.numbered(facts, after: sequence))
    }

    mutating func draw() throws {
        var buffer = CellBuffer(size: terminal.size)
        let cursor = workbench.render(into: &buffer)
        try terminal.present(buffer, cursor: cursor)
        frames += 1
    }

    /// Draws if a frame is due; returns how long to wait for one if not.
    mutating func drawIfDue() throws -> Duration? {
        let wait = pacer.timeToFrame(at: .now)
        if wait == nil { try draw() }
        return wait
    }

    /// Goes on until that time with what is posted and pressed. `keyShown` is called when a frame
    /// was drawn after a key.
    mutating func run(
        until end: ContinuousClock.Instant,
        inbox: FactInbox? = nil,
        keyShown: () -> Void = {}
    ) throws {
        var wait: Duration?
        while true {
            let timeouts = [wait, workbench.nextTick, ContinuousClock.now.duration(to: end)]
            let events = try terminal.nextEvents(timeout: timeouts.compactMap { $0 }.min())
            guard ContinuousClock.now < end else { return }
            if events.isEmpty { send(.tick) }
            let inputs = events.filter { $0 != .wake }
            for input in inputs { send(.input(input)) }
            if !inputs.isEmpty { pacer.hurry() }
            if let facts = inbox?.take(), !facts.isEmpty { append(facts) }
            wait = try drawIfDue()
            if !inputs.isEmpty { keyShown() }
        }
    }
}

/// What other threads have for a loop. Each post wakes it.
final class FactInbox: Sendable {
    private let facts = Mutex<[Fact]>([])
    private let waker: TerminalWaker

    init(waker: TerminalWaker) {
        self.waker = waker
    }

    func post(_ new: [Fact]) {
        facts.withLock { $0 += new }
        waker.wake()
    }

    func take() -> [Fact] {
        facts.withLock { facts in
            defer { facts = [] }
            return facts
        }
    }
}
