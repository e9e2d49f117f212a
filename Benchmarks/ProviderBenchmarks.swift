import Dispatch
import Foundation
import Glibc
import PodiumCore
import PodiumEngine
import PodiumProviders
import PodiumStore
import PodiumTesting
import Synchronization

/// What stands between a server and the events of a session: curl, the reader, the engine, the store.
///
/// `PODIUM_BENCH_PYTHON` names a Python that has the `openai` package; without it the comparison is
/// with the 13,500 chunks a second that its version 2 read on a machine of this kind.
enum ProviderBenchmarks {
    /// Below the 16 MiB that a reply may have.
    private static let chunks = 50_000
    private static let path = "v1/chat/completions"

    static func run() throws -> [Measurement] {
        try throughput() + fairness() + firstToken()
    }

    // MARK: Throughput

    private static func throughput() throws -> [Measurement] {
        let body = ChatStream.bytes(chunks)
        let server = try LoopbackServer { connection in
            while connection.readRequest() != nil {
                connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                        + "Content-Length: \(body.count)\r\n\r\n"
                )
                connection.send(body)
            }
        }
        let session = try withScratchDirectory { directory in
            let store = try SQLiteEventStore(directory: directory)
            let bench = try SessionBench(store: store, server: server)
            return try bestSeconds(of: 3) {
                let run = try bench.run()
                precondition(run.text.hasSuffix(" token\(chunks - 1)"), "text was lost")
            }
        }
        let curl = bestSeconds(of: 3) {
            spawn(["curl", "-s", "-o", "/dev/null", "-d", "{}", "\(server.url)/\(path)"])
        }
        let rate = Double(chunks) / session
        let peer = sdkRate(server)
        return [
            Measurement(
                name: "server to session events, stored",
                value: rate,
                unit: "chunks/s"
            ),
            Measurement(
                name: "times as fast as the Python SDK\(peer == nil ? " (13.5 k/s)" : "")",
                value: rate / (peer ?? 13_500),
                unit: "×",
                aim: .atLeast(6)
            ),
            Measurement(
                name: "curl, the same bytes to /dev/null",
                value: Double(chunks) / curl,
                unit: "chunks/s"
            ),
        ]
    }

    /// Chunks a second that the SDK reads from the same server; nil without it.
    private static func sdkRate(_ server: LoopbackServer) -> Double? {
        guard let python = ProcessInfo.processInfo.environment["PODIUM_BENCH_PYTHON"] else {
            return nil
        }
        let script = """
            import openai
            client = openai.OpenAI(base_url="\(server.url)/v1", api_key="none")
            stream = client.chat.completions.create(model="m", stream=True,
                messages=[{"role": "user", "content": "hi"}])
            count = sum(1 for chunk in stream for choice in chunk.choices if choice.delta.content)
            assert count == \(chunks), count
            """
        var status: Int32 = 0
        let seconds = bestSeconds(of: 1) { status = spawn([python, "-c", script]) }
        guard status == 0 else { return nil }
        let start = bestSeconds(of: 1) { spawn([python, "-c", "import openai"]) }
        return Double(chunks) / (seconds - start)
    }

    // MARK: Fairness

    /// 200 streams that always have more to say, on one core: how far apart they come.
    private static func fairness() throws -> [Measurement] {
        let streams = 200
        let piece = ChatStream.bytes(20, ends: false)
        let server = try LoopbackServer { connection in
            Thread.current.name = serverThread
            guard connection.readRequest() != nil else { return }
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
            while connection.send(piece) {}
        }
        let provider = try modelProvider(server)
        // Each stream counts for itself.
        let counters = (0..<streams).map { _ in Counter() }
        let tasks = counters.map { counter in
            Task.detached {
                for try await pieces in provider.reply(to: call) {
                    for case .text in pieces { counter.add() }
                }
            }
        }
        defer { for task in tasks { task.cancel() } }
        let deadline = ContinuousClock.now + .seconds(30)
        while counters.contains(where: { $0.value == 0 }) {
            guard ContinuousClock.now < deadline else { fatalError("a stream says nothing") }
            usleep(10_000)
        }
        let progress = onOneCore {
            usleep(1_000_000)
            let before = counters.map(\.value)
            usleep(4_000_000)
            return zip(counters, before).map { Double($0.value - $1) }
        }
        withExtendedLifetime(server) {}
        let mean = progress.reduce(0, +) / Double(streams)
        let spread = ((progress.max() ?? 0) - (progress.min() ?? 0)) / mean
        return [
            Measurement(
                name: "200 streams on one core, spread of progress",
                value: spread * 100,
                unit: "%",
                aim: .atMost(10)
            ),
            Measurement(
                name: "200 streams on one core, together",
                value: progress.reduce(0, +) / 4,
                unit: "chunks/s"
            ),
        ]
    }

    private final class Counter: Sendable {
        private let count = Atomic(0)
        var value: Int { count.load(ordering: .relaxed) }
        func add() { count.add(1, ordering: .relaxed) }
    }

    private static let serverThread = "bench-server"

    /// Keeps every thread of this process but the server's on the first core meanwhile.
    private static func onOneCore<Result>(_ body: () -> Result) -> Result {
        func pin(to cores: String) {
            let script = """
                for task in /proc/\(getpid())/task/*; do
                    [ "$(cat $task/comm)" = \(serverThread) ] && core=1 || core=\(cores)
                    taskset -p -c $core ${task##*/} >/dev/null
                done
                """
            spawn(["sh", "-c", script])
        }
        pin(to: "0")
        defer { pin(to: "0-\(sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 1)") }
        return body()
    }

    // MARK: The first token

    /// From the server's sending of the first token to the event that holds it, stored.
    private static func firstToken() throws -> [Measurement] {
        let sent = Mutex(ContinuousClock.now)
        let first = ChatStream.bytes(1, ends: false)
        let end = ChatStream.bytes(0)
        let server = try LoopbackServer { connection in
            while connection.readRequest() != nil {
                connection.sendHead()
                usleep(2_000)
                sent.withLock { $0 = .now }
                connection.sendChunk(String(decoding: first, as: UTF8.self))
                usleep(2_000)
                connection.sendChunk(String(decoding: end, as: UTF8.self))
                connection.sendEnd()
            }
        }
        let delays = try withScratchDirectory { directory in
            let store = try SQLiteEventStore(directory: directory)
            let bench = try SessionBench(store: store, server: server)
            return try (0..<200).map { _ in
                let run = try bench.run()
                return (run.firstText - sent.withLock { $0 }).inSeconds * 1_000
            }
        }
        return [
            Measurement(
                name: "first token, sent to stored event, median",
                value: delays.sorted()[delays.count / 2],
                unit: "ms",
                aim: .atMost(1)
            )
        ]
    }

    // MARK: Parts

    private static let worker = Worker(name: "bench", provider: "bench", model: "m")
    private static let call = ModelCall(
        session: SessionID(rawValue: "bench"),
        attempt: AttemptID(1),
        worker: worker,
        request: .step(StepRequest(question: "What?", seen: [], subtask: "Tell.")),
        seed: 7
    )

    static func modelProvider(_ server: LoopbackServer) throws -> ModelProvider {
        ModelProvider(
            ModelProvider.Configuration(
                name: "bench",
                baseURL: try BaseURL("\(server.url)/v1")
            ),
            client: HTTPTransport()
        )
    }

    /// Sessions of one step that the server answers.
    private final class SessionBench {
        private let store: any EventStore
        private let pool: ProviderPool
        private var count = 0

        init(store: any EventStore, server: LoopbackServer) throws {
            self.store = store
            pool = ProviderPool(["bench": try modelProvider(server)])
        }

        struct Run {
            var text: String
            var firstText: ContinuousClock.Instant
        }

        func run() throws -> Run {
            count += 1
            let runner = try SessionRunner(
                session: SessionID(rawValue: "bench-\(count)"),
                store: store,
                providers: pool,
                environment: SystemEnvironment()
            )
            let plan = Plan(steps: [
                Plan.Step(worker: .id(0), subtask: "Tell.", access: .steps([]))
            ])
            let opening = SessionOpened(
                question: "What?",
                conductor: .fixed(plan, source: "bench"),
                pool: [worker],
                seed: 7,
                program: "bench"
            )
            let journal = runner.journal
            let isOver = DispatchSemaphore(value: 0)
            let firstText = Mutex<ContinuousClock.Instant?>(nil)
            let seen = Mutex(0)
            let subscription = journal.follow {
                seen.withLock { seen in
                    let fresh = (try? journal.events(after: seen)) ?? []
                    seen = fresh.last?.sequence ?? seen
                    guard fresh.contains(where: \.fact.isText) else { return }
                    firstText.withLock { $0 = $0 ?? .now }
                }
                if journal.isOver { isOver.signal() }
            }
            Task.detached { await runner.open(opening) }
            isOver.wait()
            withExtendedLifetime(subscription) {}
            precondition(journal.failure == nil)
            var text = ""
            for event in try journal.events(after: 0) {
                if case .textAppended(let piece) = event.fact { text += piece.text }
            }
            return Run(text: text, firstText: firstText.withLock { $0 } ?? .now)
        }
    }
}

extension Fact {
    fileprivate var isText: Bool {
        if case .textAppended = self { true } else { false }
    }
}
