import PodiumCore
import Synchronization
import Testing

@testable import PodiumProviders

@Suite(.timeLimit(.minutes(15))) struct HTTPExchangeTests {
    /// Remembers what an exchange asked of its carrier.
    private final class Wishes: Sendable {
        private let list = Mutex<[HTTPExchange.Wish]>([])
        var all: [HTTPExchange.Wish] { list.withLock { $0 } }
        func add(_ wish: HTTPExchange.Wish) { list.withLock { $0.append(wish) } }
    }

    private let wishes = Wishes()

    private func makeExchange() -> HTTPExchange {
        HTTPExchange(highWaterMark: 4) { [wishes] in wishes.add($0) }
    }

    @Test func `parts are read in order and gathered while nobody reads`() async throws {
        let exchange = makeExchange()
        let head = HTTPResponseHead(status: 200)
        #expect(exchange.receive(.head(head)))
        #expect(exchange.receive(.body([1])))
        #expect(exchange.receive(.body([2, 3])))
        exchange.finish()
        #expect(try await exchange.next() == .head(head))
        #expect(try await exchange.next() == .body([1, 2, 3]))
        #expect(try await exchange.next() == nil)
        #expect(try await exchange.next() == nil)
        #expect(wishes.all.isEmpty)
    }

    @Test func `beyond the mark the carrier pauses until the reader has caught up`() async throws {
        let exchange = makeExchange()
        #expect(exchange.receive(.body([1, 2, 3])))
        #expect(!exchange.receive(.body([4, 5])))
        #expect(wishes.all.isEmpty)
        #expect(try await exchange.next() == .body([1, 2, 3]))
        #expect(wishes.all == [.resume])
        // One part is taken however large it is, or it could never be.
        #expect(exchange.receive(.body([4, 5, 6, 7, 8, 9])))
    }

    /// A stream that has much to say must not keep the others waiting.
    @Test func `a read gives no more than a turn's worth, and all in order`() async throws {
        let exchange = HTTPExchange { [wishes] in wishes.add($0) }
        var sent: [UInt8] = []
        while true {
            let part = [UInt8](repeating: UInt8(sent.count % 251), count: 1_000)
            guard exchange.receive(.body(part)) else { break }
            sent += part
        }
        exchange.finish()
        #expect(sent.count > 60_000)
        var read: [UInt8] = []
        while case .body(let bytes) = try await exchange.next() {
            #expect(bytes.count <= 16_384)
            read += bytes
        }
        #expect(read == sent)
    }

    @Test func `an error comes after what was received before it, and once`() async throws {
        let exchange = makeExchange()
        #expect(exchange.receive(.body([1])))
        exchange.finish(throwing: ProviderError(.cutOff, "x", isRetryable: true))
        exchange.finish()
        #expect(try await exchange.next() == .body([1]))
        await #expect(throws: ProviderError.self) { try await exchange.next() }
        #expect(try await exchange.next() == nil)
    }

    @Test func `cancelling the reading task cancels the exchange`() async {
        let exchange = makeExchange()
        let reading = Task { try await exchange.next() }
        reading.cancel()
        await #expect(throws: CancellationError.self) { try await reading.value }
        #expect(wishes.all == [.cancel])
        #expect(exchange.receive(.body([1])))
        await #expect(throws: CancellationError.self) { try await exchange.next() }
    }

    @Test func `dropping an exchange cancels it, unless it has ended`() {
        _ = makeExchange()
        #expect(wishes.all == [.cancel])
        makeExchange().finish()
        #expect(wishes.all == [.cancel])
    }

    @Test func `wrapping up is asked for while there is something to wrap up`() {
        let exchange = makeExchange()
        exchange.wrapUp(within: .seconds(1))
        exchange.finish()
        exchange.wrapUp(within: .seconds(2))
        #expect(wishes.all == [.wrapUp(within: .seconds(1))])
    }
}

@Suite struct HTTPResponseHeadTests {
    private func read(_ lines: String...) -> [HTTPResponseHead] {
        var reader = HTTPResponseHead.Reader()
        return lines.compactMap { reader.read($0) }
    }

    @Test func `status and fields are read`() {
        let heads = read(
            "HTTP/1.1 429 Too Many Requests\r\n",
            "Retry-After:  3 \r\n",
            "X-Empty:\r\n",
            "\r\n"
        )
        #expect(heads.map(\.status) == [429])
        #expect(heads.first?["retry-after"] == "3")
        #expect(heads.first?["x-empty"] == "")
        #expect(heads.first?["absent"] == nil)
    }

    @Test func `interim responses and trailing fields are no heads`() {
        let heads = read(
            "HTTP/1.1 100 Continue\r\n",
            "\r\n",
            "HTTP/2 200\r\n",
            "\r\n",
            "X-Sum: 1\r\n",
            "\r\n"
        )
        #expect(heads == [HTTPResponseHead(status: 200)])
    }

    @Test func `a senseless status line is status zero`() {
        #expect(read("HTTP/1.1 abc\r\n", "no colon\r\n", "\r\n") == [HTTPResponseHead(status: 0)])
    }
}

@Suite struct TransferDeadlinesTests {
    private let start = ContinuousClock.now
    private let limits = HTTPLimits(idle: .seconds(5), total: .seconds(20))

    @Test func `silence, the whole call and wrapping up each have their end`() {
        var deadlines = TransferDeadlines(limits: limits, start: start)
        #expect(deadlines.next == start + .seconds(5))
        #expect(deadlines.expired(at: start + .seconds(4)) == nil)
        #expect(deadlines.expired(at: start + .seconds(5)) == .idle)
        deadlines.advance(at: start + .seconds(4))
        #expect(deadlines.expired(at: start + .seconds(5)) == nil)
        deadlines.wrapUp(at: start + .seconds(6))
        deadlines.wrapUp(at: start + .seconds(8))
        // The last word counts.
        #expect(deadlines.next == start + .seconds(8))
        #expect(deadlines.expired(at: start + .seconds(6)) == nil)
        #expect(deadlines.expired(at: start + .seconds(8)) == .wrapUp)
        deadlines.wrapUp(at: nil)
        #expect(deadlines.expired(at: start + .seconds(8)) == nil)
    }

    @Test func `a pause is not silence, but counts towards the whole call`() {
        var deadlines = TransferDeadlines(limits: limits, start: start)
        deadlines.pause()
        #expect(deadlines.next == start + .seconds(20))
        #expect(deadlines.expired(at: start + .seconds(19)) == nil)
        #expect(deadlines.expired(at: start + .seconds(20)) == .total)
    }
}
