import PodiumCore
import PodiumTesting
import Testing

@testable import PodiumEngine

@Suite struct SlidingWindowTests {
    private func time(_ seconds: Double) -> Timestamp {
        Timestamp(microseconds: 1_790_000_000_000_000) + .seconds(seconds)
    }

    @Test func `there is room until the limit, and again when the oldest has left`() {
        var window = SlidingWindow()
        window.add(4, id: 1, at: time(0))
        window.add(5, id: 2, at: time(10))
        #expect(window.due(1, limit: 10) == nil)
        #expect(window.due(2, limit: 10) == time(60))
        #expect(window.due(6, limit: 10) == time(70))
        window.forget(before: time(59.9))
        #expect(window.sum == 9)
        window.forget(before: time(60))
        #expect(window.sum == 5)
    }

    @Test func `an amount beyond the limit waits for an empty window and is never stuck`() {
        var window = SlidingWindow()
        #expect(window.due(1_000, limit: 10) == nil)
        window.add(1, id: 1, at: time(0))
        #expect(window.due(1_000, limit: 10) == time(60))
    }

    @Test func `an estimate is corrected`() {
        var window = SlidingWindow()
        window.add(10, id: 1, at: time(0))
        window.correct(2, id: 1)
        window.correct(7, id: 99)
        #expect(window.sum == 2)
        #expect(window.due(8, limit: 10) == nil)
    }

    @Test func `figures of a server that mean nothing never trap`() {
        var window = SlidingWindow()
        for (id, amount) in [Int.max, .min, -1, 0, .max].enumerated() {
            window.add(amount, id: id, at: time(Double(id)))
            window.correct(.max, id: id)
            window.correct(.min, id: id)
            window.correct(.max, id: id)
            _ = window.due(.max, limit: 1)
        }
        #expect(window.sum > 0)
    }

    @Test func `a clock that is set back keeps nothing for longer than a minute`() {
        var window = SlidingWindow()
        window.add(1, id: 1, at: time(3_600))
        window.forget(before: time(0))
        #expect(window.due(1, limit: 1) == time(60))
    }

    @Test func `in no minute is more used than the limit`() {
        var random = SeededGenerator(seed: 5)
        for limit in [1, 7, 40] {
            var window = SlidingWindow()
            var uses: [(time: Timestamp, amount: Int)] = []
            var now = time(0)
            for id in 0..<400 {
                let amount = Int.random(in: 1...max(1, limit / 3), using: &random)
                if let due = window.due(amount, limit: limit) { now = max(now, due) }
                window.forget(before: now)
                window.add(amount, id: id, at: now)
                uses.append((now, amount))
                now = now + .milliseconds(Int.random(in: 0...3_000, using: &random))
            }
            for use in uses {
                let start = use.time
                let used = uses.filter { $0.time >= start && $0.time < start + .seconds(60) }
                #expect(used.reduce(0) { $0 + $1.amount } <= limit)
            }
        }
    }
}
