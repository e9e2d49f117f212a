import PodiumCore
import Testing

@testable import PodiumSpecialists

@Suite struct SpecialistProviderTests {
    private func call(_ worker: Worker, _ request: ModelRequest, seed: UInt64 = 1) -> ModelCall {
        ModelCall(
            session: SessionID(rawValue: "test"),
            attempt: AttemptID(1),
            worker: worker,
            request: request,
            seed: seed
        )
    }

    private func step(_ subtask: String) -> ModelRequest {
        .step(StepRequest(question: "", seen: [], subtask: subtask))
    }

    private func pieces(
        _ provider: SpecialistProvider,
        _ call: ModelCall
    ) async throws -> [ReplyPiece] {
        var pieces: [ReplyPiece] = []
        for try await together in provider.reply(to: call) { pieces += together }
        return pieces
    }

    @Test func `a reply is streamed in words, then usage, then its end`() async throws {
        let pieces = try await pieces(
            SpecialistProvider(),
            call(Reckoner().descriptor, step("What is 6 * 7?"))
        )
        let words = pieces.compactMap { if case .text(let text) = $0 { text } else { nil } }
        #expect(words.joined() == "To compute: 6 × 7\n6 × 7 = 42\nAnswer: 42")
        #expect(words.count == 12)
        // 14 bytes read, 43 bytes written, four bytes a token.
        #expect(pieces.suffix(2) == [.usage(Usage(input: 4, output: 11)), .finished(.stop)])
    }

    @Test func `a refusal ends as declined`() async throws {
        let pieces = try await pieces(
            SpecialistProvider(),
            call(Reckoner().descriptor, step("Write a poem."))
        )
        #expect(pieces.last == .finished(.declined))
    }

    @Test func `a request for a plan is declined`() async throws {
        let plan = PlanRequest(question: "6 * 7", workers: Specialists.workers, stepLimit: 5)
        let pieces = try await pieces(
            SpecialistProvider(),
            call(Reckoner().descriptor, .plan(plan))
        )
        #expect(pieces.last == .finished(.declined))
    }

    @Test func `an unknown specialist is a provider error`() async {
        let worker = Worker(name: "x", provider: "embedded", model: "nobody")
        await #expect {
            _ = try await pieces(SpecialistProvider(), call(worker, step("1 + 1")))
        } throws: { error in
            (error as? ProviderError)?.code == .notFound
        }
    }

    @Test func `a pace waits once before each piece`() async throws {
        let clock = CountingClock()
        let provider = SpecialistProvider(pace: ReplyPace(piecesPerSecond: 50, clock: clock))
        let pieces = try await pieces(provider, call(Reckoner().descriptor, step("What is 6 * 7?")))
        let words = pieces.filter { if case .text = $0 { true } else { false } }
        #expect(words.count > 1)
        #expect(clock.sleeps == words.map { _ in .milliseconds(20) })
    }

    @Test func `the pool's descriptors are sound`() {
        let workers = Specialists.workers
        #expect(Set(workers.map(\.name)).count == workers.count)
        for worker in workers {
            #expect(worker.provider == SpecialistProvider.name)
            #expect(worker.isLocal)
            #expect(worker.price?.currency == .nominal)
            #expect(!worker.strengths.isEmpty)
            #expect(Specialists.specialist(model: worker.model)?.descriptor == worker)
        }
    }

    @Test func `pieces make up the text and none is long`() {
        let reply = reply(of: Reckoner(), "2^3000")
        #expect(reply.text.replyPieces.joined() == reply.text)
        #expect(reply.text.replyPieces.allSatisfy { $0.count <= 64 })
        #expect(reply.text.replyPieces.count > 10)
    }
}

/// A clock whose sleeps return at once and are remembered.
private final class CountingClock: Clock, @unchecked Sendable {
    // Unchecked: the provider's one task is the only one that sleeps, and the test reads after it.
    typealias Duration = Swift.Duration

    struct Instant: InstantProtocol {
        var offset = Swift.Duration.zero
        func advanced(by duration: Swift.Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Swift.Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private(set) var now = Instant()
    private(set) var sleeps: [Duration] = []
    let minimumResolution = Duration.zero

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        sleeps.append(now.duration(to: deadline))
        now = deadline
    }
}
