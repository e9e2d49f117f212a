internal import Foundation
internal import PodiumCore
internal import Synchronization

/// Writes exchanges to a cassette as they end. Safe from any thread.
public final class CassetteRecorder: Sendable {
    private let file: Mutex<FileHandle>
    private let path: String
    /// Milliseconds on a clock that only goes forward.
    private let now: @Sendable () -> Int
    private let failure = Mutex<String?>(nil)
    private let written = Mutex(0)

    /// Creates the file. One that is there already is not touched.
    public convenience init(path: String, program: String) throws(Cassette.Invalid) {
        let start = ContinuousClock.now
        try self.init(path: path, program: program) {
            Int((ContinuousClock.now - start).inSeconds * 1_000)
        }
    }

    init(
        path: String,
        program: String,
        now: @escaping @Sendable () -> Int
    ) throws(Cassette.Invalid) {
        // Only for the person who records: replies can be private.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Cassette.Invalid(
                description: errno == EEXIST
                    ? "\(path) is there already. Name another file, or delete it first."
                    : "\(path) cannot be written: \(String(cString: strerror(errno)))."
            )
        }
        file = Mutex(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
        self.path = path
        self.now = now
        write { try Cassette.head(program: program) }
    }

    /// Why not everything was written; nil while all is well.
    public var problem: String? { failure.withLock { $0 } }

    /// How many exchanges the cassette holds.
    public var count: Int { written.withLock { $0 } }

    /// Takes the file away again if nothing was recorded.
    public func discardIfEmpty() {
        if count == 0 { unlink(path) }
    }

    func begin(
        _ call: ModelCall,
        provider: String,
        dialect: any Dialect,
        request: HTTPRequest,
        secrets: Secrets
    ) -> Take {
        Take(
            recorder: self,
            start: now(),
            secrets: secrets,
            dialect: dialect,
            exchange: CassetteExchange(
                provider: provider,
                dialect: dialect.name,
                model: call.worker.model,
                digest: call.digest,
                request: secrets.scrub(String(decoding: request.body, as: UTF8.self)),
                status: 0,
                headers: [],
                parts: [],
                duration: 0,
                error: nil
            )
        )
    }

    private func write(_ line: () throws -> String) {
        do {
            let data = Data(try line().utf8)
            try file.withLock { try $0.write(contentsOf: data) }
        } catch {
            fail("it cannot be written: \(error.localizedDescription)")
        }
    }

    private func fail(_ reason: String) {
        failure.withLock { $0 = "\(path) is not complete: \(reason)." }
    }
}

extension CassetteRecorder {
    /// One exchange while it lasts.
    final class Take: Sendable {
        private let recorder: CassetteRecorder
        private let start: Int
        private let secrets: Secrets
        private let dialect: any Dialect
        private let state: Mutex<State>

        private struct State {
            /// Nil once it is written.
            var exchange: CassetteExchange?
            /// The bytes of the body pass it.
            var filter: SecretFilter

            mutating func append(_ bytes: [UInt8], at time: Int) {
                guard !bytes.isEmpty else { return }
                exchange?.parts.append(CassetteExchange.Part(at: time, bytes: bytes))
            }
        }

        fileprivate init(
            recorder: CassetteRecorder,
            start: Int,
            secrets: Secrets,
            dialect: any Dialect,
            exchange: CassetteExchange
        ) {
            self.recorder = recorder
            self.start = start
            self.secrets = secrets
            self.dialect = dialect
            state = Mutex(State(exchange: exchange, filter: SecretFilter(secrets)))
        }

        /// A response that nobody reads to its end is kept as far as it was read.
        deinit { end(nil) }

        /// Takes the next part of the response; nil for its end.
        func record(_ part: HTTPResponsePart?) {
            switch part {
            case .head(let head):
                let headers = head.headers.filter(\.isTelling).map {
                    RequestHeader(name: secrets.scrub($0.name), value: secrets.scrub($0.value))
                }
                state.withLock {
                    $0.exchange?.status = head.status
                    $0.exchange?.headers = headers
                }
            case .body(let bytes):
                let time = recorder.now() - start
                state.withLock { $0.append($0.filter.pass(bytes), at: time) }
            case nil: end(nil)
            }
        }

        /// The call is made once more: a cassette has one exchange for each.
        func discard() { state.withLock { $0.exchange = nil } }

        /// Whether words that the parts carry make a secret together, which no byte of them tells: in
        /// pieces of text, or escaped in a way of the dialect's own.
        private func spellsSecret(_ exchange: CassetteExchange) -> Bool {
            guard !secrets.isEmpty else { return false }
            var decoder = ReplyDecoder(
                dialect: dialect,
                head: HTTPResponseHead(
                    status: exchange.status,
                    headers: exchange.headers.map { HTTPHeader($0.name, $0.value) }
                ),
                reporter: FaultReporter(
                    provider: exchange.provider,
                    model: exchange.model,
                    version: dialect.version.path
                ),
                now: 0
            )
            var pieces: [ReplyPiece] = []
            var fault: ProviderError?
            do throws(ProviderError) {
                for part in exchange.parts { try decoder.feed(part.bytes, into: &pieces) }
                try decoder.end(into: &pieces)
            } catch {
                fault = error
            }
            var (answer, reasoning) = ("", "")
            for piece in pieces {
                switch piece {
                case .text(let text), .toolCalls(let text): answer += text
                case .reasoning(let text): reasoning += text
                case .finished(let reason): answer += reason.rawValue
                case .usage, .limits, .waiting: continue
                }
            }
            return [answer, reasoning, fault?.message ?? ""].contains { secrets.scrub($0) != $0 }
        }

        func end(_ error: ProviderError?) {
            let time = recorder.now() - start
            let finished = state.withLock { state -> CassetteExchange? in
                defer { state.exchange = nil }
                state.append(state.filter.finish(), at: time)
                return state.exchange
            }
            guard var finished else { return }
            finished.duration = time
            finished.error = error.map(SecretGate(secrets).pass)
            if spellsSecret(finished) {
                finished.parts = []
                finished.error = ProviderError(
                    .cutOff,
                    "The reply spelt out the key in pieces, and was left out of the cassette.",
                    isRetryable: false
                )
                recorder.fail("a reply that spelt out the key in pieces was left out")
            }
            recorder.write { try Cassette.line(finished) }
            recorder.written.withLock { $0 += 1 }
        }
    }
}

extension HTTPHeader {
    /// Whether a field of a response says something of the call. Cookies and the like do not.
    fileprivate var isTelling: Bool {
        let name = name.lowercased()
        return ["content-type", "date", "retry-after", "retry-after-ms", "x-should-retry"]
            .contains(name) || name.contains("ratelimit")
    }
}
