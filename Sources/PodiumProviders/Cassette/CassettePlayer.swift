public import PodiumCore
internal import Synchronization

/// Answers calls from a cassette, in the time they took or at once.
///
/// A call gets the exchange that was recorded for the same model and messages; else the next one of the
/// same model, so that a question asked in other words can be shown too. Each is played once, in the
/// order recorded; when all have been, they begin again.
public final class CassettePlayer: Provider {
    public enum Timing: String, CaseIterable, Sendable {
        /// As it was recorded.
        case recorded
        case instant
    }

    private let name: String
    private let exchanges: [CassetteExchange]
    private let timing: Timing
    private let environment: any RunEnvironment
    /// How often each exchange was played.
    private let plays: Mutex<[Int]>

    /// - Parameter name: the provider's in the configuration, for messages.
    public init(
        _ cassette: Cassette,
        name: String,
        timing: Timing = .recorded,
        environment: any RunEnvironment
    ) {
        self.name = name
        exchanges = cassette.exchanges
        self.timing = timing
        self.environment = environment
        plays = Mutex(Array(repeating: 0, count: cassette.exchanges.count))
    }

    public func reply(to call: ModelCall) -> ReplyStream {
        let running = ProviderCall(start: { [self] in try start(call) }, keys: nil)
        return ReplyStream(unfolding: { try await running.next() })
    }

    private func start(_ call: ModelCall) throws -> ProviderCall.Started {
        let exchange = try choose(call)
        guard let dialect = Dialects.named(exchange.dialect) else {
            throw ProviderError(
                .unavailable,
                "The cassette of \(name) holds an exchange in \(exchange.dialect), which this"
                    + " Podium does not speak.",
                isRetryable: false
            )
        }
        let reporter = FaultReporter(
            provider: name,
            model: call.worker.model,
            version: dialect.version.path
        )
        return ProviderCall.Started(
            exchange: play(exchange),
            makeDecoder: { ReplyDecoder(dialect: dialect, head: $0, reporter: reporter, now: 0) }
        )
    }

    private func choose(_ call: ModelCall) throws -> CassetteExchange {
        let digest = call.digest
        let index = plays.withLock { plays -> Int? in
            let candidates = exchanges.indices.filter { exchanges[$0].digest == digest }
            let others = exchanges.indices.filter { exchanges[$0].model == call.worker.model }
            let choice = (candidates.isEmpty ? others : candidates)
                .min { (plays[$0], $0) < (plays[$1], $1) }
            if let choice { plays[choice] += 1 }
            return choice
        }
        guard let index else {
            let models = Set(exchanges.map(\.model)).sorted().joined(separator: ", ")
            throw ProviderError(
                .notFound,
                "The cassette of \(name) has no reply of \(call.worker.model).",
                advice: models.isEmpty ? "It is empty." : "It has those of \(models).",
                isRetryable: false
            )
        }
        return exchanges[index]
    }

    /// Hands the parts over in time. The network's place is taken by a task.
    private func play(_ recorded: CassetteExchange) -> HTTPExchange {
        let running = RunningTask()
        let exchange = HTTPExchange { wish in
            if case .cancel = wish { running.cancel() }
        }
        let player = Task { [timing, environment, weak exchange] in
            var elapsed = 0
            func wait(until time: Int) async throws {
                guard timing == .recorded, time > elapsed else { return }
                try await environment.sleep(for: .milliseconds(time - elapsed))
                elapsed = time
            }
            if recorded.status != 0 {
                let headers = recorded.headers.map { HTTPHeader($0.name, $0.value) }
                try await wait(until: recorded.parts.first?.at ?? recorded.duration)
                _ = exchange?.receive(
                    .head(HTTPResponseHead(status: recorded.status, headers: headers))
                )
            }
            for part in recorded.parts {
                try await wait(until: part.at)
                while exchange?.receive(.body(part.bytes)) == false {
                    // The reader is slow: there is no hurry.
                    try await environment.sleep(for: .milliseconds(5))
                }
            }
            try await wait(until: recorded.duration)
            exchange?.finish(throwing: recorded.error)
        }
        running.set(player)
        return exchange
    }
}

/// A task that is cancelled from elsewhere.
private final class RunningTask: Sendable {
    private let task = Mutex<Task<Void, any Error>?>(nil)

    func set(_ task: Task<Void, any Error>) { self.task.withLock { $0 = task } }

    func cancel() { task.withLock { $0?.cancel() } }
}
