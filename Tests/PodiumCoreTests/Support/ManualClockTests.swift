import PodiumCore
import PodiumTesting
import Testing

struct ManualClockTests {
    @Test func `time passes only when it is told to, and wakes who is due`() async throws {
        let clock = ManualClock(now: Timestamp(microseconds: 0))
        async let short: Void = clock.sleep(for: .seconds(1))
        async let long: Void = clock.sleep(for: .seconds(5))
        await clock.untilSleeping(2)
        #expect(clock.now() == Timestamp(microseconds: 0))
        #expect(clock.nextDue == Timestamp(microseconds: 1_000_000))
        clock.advance(by: .seconds(1))
        try await short
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .seconds(4))
        try await long
        #expect(clock.nextDue == nil)
    }

    @Test func `a sleep that is cancelled throws, before and after it began`() async {
        let clock = ManualClock()
        let asleep = Task { try await clock.sleep(for: .seconds(1)) }
        await clock.untilSleeping()
        asleep.cancel()
        await #expect(throws: CancellationError.self) { try await asleep.value }
        let early = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await clock.sleep(for: .seconds(1))
        }
        await #expect(throws: CancellationError.self) { try await early.value }
        #expect(clock.sleeperCount == 0)
    }

    @Test func `a sleep of no length is over at once`() async throws {
        try await ManualClock().sleep(for: .zero)
    }

    @Test func `the same seed gives the same chance`() {
        let (first, second) = (ManualClock(seed: 4), ManualClock(seed: 4))
        #expect(first.entropy() == second.entropy())
        #expect(ManualClock(seed: 5).entropy() != ManualClock(seed: 4).entropy())
    }
}
