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
        redactor: SecretRedactor
    ) -> Take {
        Take(
            recorder: self,
            start: now(),
            redactor: redactor,
            dialect: dialect,
            exchange: CassetteExchange(
                provider: provider,
                dialect: dialect.name,
                model: call.worker.model,
                digest: call.digest,
                request: redactor.scrub(String(decoding: request.body, as: UTF8.self)),
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
        private let redactor: SecretRedactor
        private let dialect: any Dialect
        /// Nil once it is written.
        private let exchange: Mutex<CassetteExchange?>

        fileprivate init(
            recorder: CassetteRecorder,
            start: Int,
            redactor: SecretRedactor,
            dialect: any Dialect,
            exchange: CassetteExchange
        ) {
            self.recorder = recorder
            self.start = start
            self.redactor = redactor
            self.dialect = dialect
            self.exchange = Mutex(exchange)
        }

        /// A response that nobody reads to its end is kept as far as it was read.
        deinit { end(nil) }

        /// Takes the next part of the response; nil for its end.
        func record(_ part: HTTPResponsePart?) {
            switch part {
            case .head(let head):
                exchange.withLock {
                    $0?.status = head.status
                    $0?.headers = head.headers.filter(\.isTelling).map {
                        RequestHeader(name: $0.name, value: redactor.scrub($0.value))
                    }
                }
            case .body(let bytes):
                let part = CassetteExchange.Part(
                    at: recorder.now() - start,
                    bytes: redactor.scrub(bytes)
                )
                exchange.withLock { $0?.parts.append(part) }
            case nil: end(nil)
            }
        }

        /// The call is made once more: a cassette has one exchange for each.
        func discard() { exchange.withLock { $0 = nil } }

        /// A secret may have come cut in two: then the parts become one, without it.
        private func redacted(_ parts: [CassetteExchange.Part]) -> [CassetteExchange.Part] {
            let whole = parts.flatMap(\.bytes)
            let clean = redactor.scrub(whole)
            guard clean != whole, let last = parts.last else { return parts }
            return [CassetteExchange.Part(at: last.at, bytes: clean)]
        }

        /// Whether the pieces of text that the parts carry make a secret together, which none of them
        /// holds whole.
        private func spellsSecret(_ exchange: CassetteExchange) -> Bool {
            let reporter = FaultReporter(
                provider: exchange.provider,
                model: exchange.model,
                version: dialect.version.path,
                redactor: SecretRedactor()
            )
            var decoder = ReplyDecoder(
                dialect: dialect,
                head: HTTPResponseHead(
                    status: exchange.status,
                    headers: exchange.headers.map { HTTPHeader($0.name, $0.value) }
                ),
                reporter: reporter,
                now: 0
            )
            var pieces: [ReplyPiece] = []
            // What comes before a fault counts as well.
            for part in exchange.parts {
                do { try decoder.feed(part.bytes, into: &pieces) } catch { break }
            }
            try? decoder.end(into: &pieces)
            var (answer, reasoning) = ("", "")
            for piece in pieces {
                switch piece {
                case .text(let text): answer += text
                case .reasoning(let text): reasoning += text
                default: continue
                }
            }
            return [answer, reasoning].contains { redactor.scrub($0) != $0 }
        }

        func end(_ error: ProviderError?) {
            let finished = exchange.withLock { exchange -> CassetteExchange? in
                defer { exchange = nil }
                return exchange
            }
            guard var finished else { return }
            finished.duration = recorder.now() - start
            finished.parts = redacted(finished.parts)
            finished.error = error
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
