import Synchronization
import Testing

@testable import PodiumGateway

private final class Order: Sendable {
    let names = Mutex<[String]>([])
}

/// Whose turn it is.
struct FairQueueTests {
    @Test func `clients take turns, however much one of them asks`() async throws {
        let queue = FairQueue(limit: 1, waiting: 10)
        try await queue.enter("first", within: .seconds(60))
        let order = Order()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, client) in ["a", "a", "a", "b", "c"].enumerated() {
                group.addTask {
                    try await queue.enter(client, within: .seconds(60))
                    order.names.withLock { $0.append(client) }
                    queue.leave()
                }
                while queue.counts.waiting <= place { await Task.yield() }
            }
            queue.leave()
            try await group.waitForAll()
        }
        #expect(order.names.withLock { $0 } == ["a", "b", "c", "a", "a"])
        #expect(queue.counts == (0, 0))
    }

    @Test func `whoever waits too long, or goes away, no longer waits`() async throws {
        let queue = FairQueue(limit: 1, waiting: 1)
        try await queue.enter("a", within: .seconds(60))
        let late = await #expect(throws: APIError.self) {
            try await queue.enter("b", within: .milliseconds(5))
        }
        #expect(late?.code == "queue_timeout")
        let gone = Task { try await queue.enter("b", within: .seconds(60)) }
        while queue.counts.waiting == 0 { await Task.yield() }
        let refused = await #expect(throws: APIError.self) {
            try await queue.enter("c", within: .seconds(60))
        }
        #expect(refused?.kind == .rateLimit)
        gone.cancel()
        await #expect(throws: CancellationError.self) { try await gone.value }
        #expect(queue.counts == (1, 0))
        queue.leave()
        try await queue.enter("c", within: .seconds(60))
        #expect(queue.counts == (1, 0))
    }

    @Test func `no turn is lost, however many come and go`() async {
        let queue = FairQueue(limit: 3, waiting: 1_000)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                let task = Task {
                    do {
                        try await queue.enter("\(number % 5)", within: .seconds(60))
                        await Task.yield()
                        queue.leave()
                    } catch {}
                }
                if number.isMultiple(of: 3) { task.cancel() }
                group.addTask { await task.value }
            }
        }
        #expect(queue.counts == (0, 0))
    }
}
