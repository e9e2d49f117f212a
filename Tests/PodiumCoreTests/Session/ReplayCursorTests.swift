import PodiumCore
import PodiumTesting
import Testing

struct ReplayCursorTests {
    private var events: [Event] {
        var history = HistoryBuilder()
        history.pace = .seconds(1)
        history.open(plan: Plan((0, "a", [])))
        history.text(1, "x")
        history.pace = .seconds(60)
        history.text(1, "y")
        history.pace = .seconds(1)
        history.finish(1)
        return history.events
    }

    @Test func `the recorded pace is kept, long pauses are cut short`() {
        var cursor = ReplayCursor(events: events)
        cursor.advance(by: .zero)
        // Opening, plan and start are one transaction.
        #expect(cursor.position == 3)
        #expect(cursor.untilNext == .seconds(1))
        cursor.advance(by: .milliseconds(400))
        #expect(cursor.position == 3)
        cursor.advance(by: .milliseconds(600))
        #expect(cursor.position == 4)
        #expect(cursor.untilNext == .seconds(2))
        cursor.advance(by: .seconds(3))
        #expect(cursor.isAtEnd)
        #expect(cursor.untilNext == nil)
    }

    @Test func `twice the speed is half the time`() {
        var cursor = ReplayCursor(events: events)
        cursor.changeSpeed(faster: true)
        cursor.advance(by: .milliseconds(500))
        #expect(cursor.position == 4)
        #expect(cursor.untilNext == .seconds(1))
        for _ in 0..<20 { cursor.changeSpeed(faster: true) }
        #expect(cursor.speed == 64)
        for _ in 0..<20 { cursor.changeSpeed(faster: false) }
        #expect(cursor.speed == 0.25)
    }

    @Test func `in however many slices time passes, the same is shown`() {
        for seed in UInt64(1)...200 {
            var random = SeededGenerator(seed: seed)
            var sliced = ReplayCursor(events: events)
            var whole = ReplayCursor(events: events)
            var passed = Duration.zero
            while passed < .seconds(5) {
                let slice = Duration.milliseconds(Int.random(in: 0...900, using: &random))
                passed += slice
                sliced.advance(by: slice)
            }
            whole.advance(by: passed)
            #expect(sliced.position == whole.position, "seed \(seed)")
        }
    }

    @Test func `seeking stays inside`() {
        var cursor = ReplayCursor(events: events)
        cursor.seek(to: -4)
        #expect(cursor.position == 0)
        #expect(cursor.event == nil)
        cursor.seek(to: 3)
        #expect(cursor.event == events[2])
        cursor.seek(to: 99)
        #expect(cursor.isAtEnd)
    }

    @Test func `a time is behind the last event of that time`() {
        let cursor = ReplayCursor(events: events)
        let start = events[0].time
        #expect(cursor.position(at: start + .seconds(-1)) == 0)
        #expect(cursor.position(at: start) == 3)
        #expect(cursor.position(at: start + .milliseconds(1_500)) == 4)
        #expect(cursor.position(at: start + .seconds(1_000)) == events.count)
        #expect(ReplayCursor(events: []).position(at: start) == 0)
    }

    @Test func `a silence that is cut short is known while it plays`() {
        var cursor = ReplayCursor(events: events)
        cursor.advance(by: .zero)
        #expect(cursor.shortenedSilence == nil)
        cursor.advance(by: .seconds(1))
        #expect(cursor.shortenedSilence == .seconds(60))
        cursor.isPlaying = false
        #expect(cursor.shortenedSilence == nil)
        cursor.isPlaying = true
        cursor.longestPause = .seconds(100)
        #expect(cursor.shortenedSilence == nil)
    }

    @Test func `a pause holds it`() {
        var cursor = ReplayCursor(events: events)
        cursor.isPlaying = false
        cursor.advance(by: .seconds(100))
        #expect(cursor.position == 0)
        #expect(cursor.untilNext == nil)
    }

    @Test func `nothing to replay is at its end`() {
        var cursor = ReplayCursor(events: [])
        #expect(cursor.isAtEnd)
        cursor.advance(by: .seconds(1))
        #expect(cursor.position == 0)
    }
}
