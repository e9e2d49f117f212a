import CellUI
import CursesTerminal
import Foundation
import PodiumCore
import Synchronization

/// Eight agents that write at once, on the screen of the workbench, against tmux with eight panes.
enum WorkbenchBenchmarks {
    /// Events that the loop is given at once: what a fast store commits while it draws.
    private static let batch = 64

    static func run() throws -> [Measurement] {
        setenv("LC_ALL", "C.UTF-8", 1)
        let streams = AgentStreams()
        let ours = try flood(streams)
        let figures =
            try [
                Measurement(
                    name: "16 MiB from 8 agents on screen, CPU",
                    value: ours.processor,
                    unit: "s"
                ),
                Measurement(
                    name: "16 MiB from 8 agents on screen, wall",
                    value: ours.wall,
                    unit: "s"
                ),
            ] + comparison(ours, streams) + [ours.memory] + watching()
        return figures
    }

    // MARK: A flood

    private struct Flood {
        var processor = Double.infinity
        var wall = Double.infinity
        var memory: Measurement
    }

    /// The best of three.
    private static func flood(_ streams: AgentStreams) throws -> Flood {
        ProcessFacts.forgetPeak()
        let opening = SampleEvents.opening(agents: AgentStreams.agents).count
        // The journal of a running session holds them too.
        let events = SampleEvents.numbered(streams.inTurns(), after: opening)
        let batches = stride(from: 0, to: events.count, by: batch).map { start in
            Array(events[start..<min(start + batch, events.count)])
        }
        var memory = 0.0
        var processor = Double.infinity
        let wall = try (0..<3).map { round in
            let (wall, used) = try flood(batches)
            processor = min(processor, used)
            if round == 0 { memory = ProcessFacts.peakMemory }
            return wall
        }
        return Flood(
            processor: processor,
            wall: wall.min() ?? 0,
            memory: Measurement(
                name: "peak memory with them on screen",
                value: memory,
                unit: "MiB",
                aim: .atMost(120)
            )
        )
    }

    /// Wall time and CPU time in seconds.
    private static func flood(_ batches: [[Event]]) throws -> (Double, Double) {
        try onTerminal { loop, _ in
            let before = ProcessFacts.threadSeconds
            let wall = try bestSeconds(of: 1) {
                for events in batches {
                    loop.take(events)
                    _ = try loop.drawIfDue()
                }
                try loop.draw()
            }
            return (wall, ProcessFacts.threadSeconds - before)
        }
    }

    private static func onTerminal<Result>(
        _ body: (inout ScreenLoop, PseudoTerminal.Reader) throws -> Result
    ) throws -> Result {
        let size = ScreenLoop.size
        return try PseudoTerminal.run(columns: size.width, rows: size.height) { reader in
            var loop = try ScreenLoop()
            defer { loop.terminal.close() }
            return try body(&loop, reader)
        }
    }

    // MARK: tmux

    private static func comparison(
        _ ours: Flood,
        _ streams: AgentStreams
    ) throws -> [Measurement] {
        guard TmuxSession.isAvailable else {
            print("tmux is not installed, so nothing is compared with it")
            return []
        }
        let runs = try (0..<3).map { _ in try withScratchDirectory { try tmux(streams, in: $0) } }
        guard let theirs = runs.min(by: { $0.serverSeconds < $1.serverSeconds }) else { return [] }
        return [
            Measurement(
                name: "tmux, the same in 8 panes, CPU of its server",
                value: theirs.serverSeconds,
                unit: "s"
            ),
            Measurement(name: "tmux, CPU of its client", value: theirs.clientSeconds, unit: "s"),
            Measurement(name: "tmux, wall", value: theirs.seconds, unit: "s"),
            Measurement(
                name: "CPU as a part of the tmux server's",
                value: ours.processor / theirs.serverSeconds,
                unit: "×",
                aim: .atMost(0.5)
            ),
            Measurement(
                name: "wall time as a part of tmux's",
                value: ours.wall / theirs.seconds,
                unit: "×",
                aim: .atMost(1)
            ),
        ]
    }

    private static func tmux(
        _ streams: AgentStreams,
        in directory: String
    ) throws -> TmuxSession.Figures {
        let files = try streams.pieces.enumerated().map { agent, pieces in
            let path = "\(directory)/agent-\(agent)"
            try Data(pieces.joined().utf8).write(to: URL(fileURLWithPath: path))
            return path
        }
        let session = try TmuxSession(
            showing: files,
            size: ScreenLoop.size,
            directory: directory
        )
        defer { session.end() }
        return session.show()
    }

    // MARK: Somebody watches

    private static func watching() throws -> [Measurement] {
        let start = ContinuousClock.now
        return try onTerminal { loop, reader in
            let first = (ContinuousClock.now - start).milliseconds
            let latencies = try keyLatencies(&loop, reader).sorted()
            let bytes = try smallChanges(&loop, reader).sorted()
            return [
                Measurement(
                    name: "key to screen while 8 agents write, p50",
                    value: latencies[latencies.count / 2],
                    unit: "ms"
                ),
                Measurement(
                    name: "key to screen while 8 agents write, p99",
                    value: latencies[latencies.count * 99 / 100],
                    unit: "ms",
                    aim: .atMost(16)
                ),
                Measurement(
                    name: "a frame for one more token, median",
                    value: bytes[bytes.count / 2],
                    unit: "bytes",
                    aim: .atMost(150)
                ),
                Measurement(
                    name: "the mean, lines that move up included",
                    value: bytes.reduce(0, +) / Double(bytes.count),
                    unit: "bytes"
                ),
                Measurement(
                    name: "first frame of a session",
                    value: first,
                    unit: "ms",
                    aim: .atMost(50)
                ),
                Measurement(
                    name: "idle CPU over 5 s, session ended",
                    value: try idle(&loop),
                    unit: "%",
                    aim: .atMost(0)
                ),
            ]
        }
    }

    /// Milliseconds from a key to the end of its frame, while each agent gets 1,000 tokens a second.
    private static func keyLatencies(
        _ loop: inout ScreenLoop,
        _ reader: PseudoTerminal.Reader
    ) throws -> [Double] {
        let inbox = FactInbox(waker: loop.terminal.waker)
        let pressed = Mutex(ContinuousClock.now)
        let isOver = Atomic(false)
        let threads = DispatchGroup()
        let queue = DispatchQueue(label: "bench-keys", attributes: .concurrent)
        queue.async(group: threads) {
            // The time in which the engine gathers pieces is 25 ms.
            let tokens = String(repeating: " token", count: 24) + "\n"
            while !isOver.load(ordering: .relaxed) {
                inbox.post((0..<AgentStreams.agents).map { AgentStreams.fact(tokens, agent: $0) })
                usleep(25_000)
            }
        }
        queue.async(group: threads) {
            while !isOver.load(ordering: .relaxed) {
                usleep(51_700)
                pressed.withLock { $0 = .now }
                reader.press("\t")
            }
        }
        var latencies: [Double] = []
        try loop.run(until: .now + .seconds(15), inbox: inbox) {
            latencies.append((ContinuousClock.now - pressed.withLock { $0 }).milliseconds)
        }
        isOver.store(true, ordering: .relaxed)
        threads.wait()
        return latencies
    }

    /// Bytes to the terminal for each of some frames in which one agent has written one token more.
    ///
    /// Where the token begins a line, all lines of its pane move up: a terminal scrolls whole rows only.
    private static func smallChanges(
        _ loop: inout ScreenLoop,
        _ reader: PseudoTerminal.Reader
    ) throws -> [Double] {
        var before = reader.settledCount()
        return try (0..<200).map { frame in
            loop.append([AgentStreams.fact(" token", agent: frame % AgentStreams.agents)])
            try loop.draw()
            usleep(10_000)
            let count = reader.settledCount()
            defer { before = count }
            return Double(count - before)
        }
    }

    /// Percent of a core, to a hundredth.
    private static func idle(_ loop: inout ScreenLoop) throws -> Double {
        let closed = SessionClosed(
            outcome: .answered,
            answer: "42",
            reason: nil,
            usage: .zero,
            cost: .zero
        )
        loop.append([.sessionClosed(closed)])
        try loop.run(until: .now + .milliseconds(500))
        let before = ProcessFacts.threadSeconds
        try loop.run(until: .now + .seconds(5))
        return ((ProcessFacts.threadSeconds - before) / 5 * 10_000).rounded() / 100
    }
}

extension Duration {
    fileprivate var milliseconds: Double {
        Double(components.seconds) * 1e3 + Double(components.attoseconds) * 1e-15
    }
}
