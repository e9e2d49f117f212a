import PodiumCore
import Testing

@testable import PodiumEngine

@Suite struct CooldownTests {
    private func time(_ seconds: Double) -> Timestamp {
        Timestamp(microseconds: 1_790_000_000_000_000) + .seconds(seconds)
    }

    private let overload = ProviderError(.overloaded, "Overloaded.", isRetryable: true)

    @Test func `three transient faults in a row are a cooldown`() {
        var cooldowns = Cooldowns()
        #expect(cooldowns.failed("w", overload, at: time(0)) == nil)
        #expect(cooldowns.failed("w", overload, at: time(1)) == nil)
        #expect(cooldowns.away(at: time(1)).isEmpty)
        let left = cooldowns.failed("w", overload, at: time(2))
        #expect(left == WorkerLeft(worker: "w", reason: "Overloaded.", until: time(32)))
        #expect(cooldowns.away(at: time(31)).map(\.worker) == ["w"])
        #expect(cooldowns.away(at: time(32)).isEmpty)
    }

    @Test func `a success forgets the faults before it`() {
        var cooldowns = Cooldowns()
        for _ in 0..<5 {
            _ = cooldowns.failed("w", overload, at: time(0))
            #expect(cooldowns.failed("w", overload, at: time(0)) == nil)
            cooldowns.succeeded("w")
        }
    }

    @Test func `each fault after a return doubles the pause, up to a quarter of an hour`() {
        var cooldowns = Cooldowns()
        for _ in 0..<2 { _ = cooldowns.failed("w", overload, at: time(0)) }
        var now = time(0)
        let pauses = (0..<8).map { _ -> Duration? in
            let end = cooldowns.failed("w", overload, at: now)?.until
            // Calls that were under way when it left fail too, and change nothing.
            for _ in 0..<5 {
                #expect(cooldowns.failed("w", overload, at: now) == nil)
            }
            defer { now = end ?? now }
            return end.map { $0 - now }
        }
        #expect(
            pauses
                == [30, 60, 120, 240, 480, 900, 900, 900].map { Duration.seconds($0) }
        )
    }

    @Test func `a pause that no retry waits for takes the worker out at once`() {
        var cooldowns = Cooldowns()
        var error = overload
        error.retryAfterMilliseconds = 121_000
        #expect(cooldowns.failed("w", error, at: time(0))?.until == time(121))
        error.retryAfterMilliseconds = .max
        #expect(cooldowns.failed("v", error, at: time(0))?.until == time(86_400))
    }

    @Test func `the server's wish can make it longer`() {
        var cooldowns = Cooldowns()
        var error = overload
        error.retryAfterMilliseconds = 100_000
        for _ in 0..<2 { _ = cooldowns.failed("w", error, at: time(0)) }
        #expect(cooldowns.failed("w", error, at: time(0))?.until == time(100))
    }

    @Test(arguments: [
        ProviderError.Code.unauthorized, .missingKey, .notFound, .quotaExhausted, .unavailable,
    ]) func `what waiting does not mend takes a worker out at once`(code: ProviderError.Code) {
        var cooldowns = Cooldowns()
        let error = ProviderError(code, "No.", isRetryable: false)
        let left = cooldowns.failed("w", error, at: time(0))
        #expect(left == WorkerLeft(worker: "w", reason: "No."))
        #expect(cooldowns.away(at: time(299)) == [left])
        #expect(cooldowns.away(at: time(300)).isEmpty)
    }

    @Test(arguments: [
        ProviderError.Code.invalidRequest, .contentPolicy, .tooLarge, .malformedReply, .budget,
    ]) func `a request of ours that is wrong says nothing of the worker`(code: ProviderError.Code) {
        var cooldowns = Cooldowns()
        let error = ProviderError(code, "No.", isRetryable: false)
        for _ in 0..<9 { #expect(cooldowns.failed("w", error, at: time(0)) == nil) }
    }

    @Test func `workers cool down apart`() {
        var cooldowns = Cooldowns()
        for worker in ["a", "b", "a", "b"] { _ = cooldowns.failed(worker, overload, at: time(0)) }
        #expect(cooldowns.failed("a", overload, at: time(0)) != nil)
        #expect(cooldowns.away(at: time(0)).map(\.worker) == ["a"])
    }
}
