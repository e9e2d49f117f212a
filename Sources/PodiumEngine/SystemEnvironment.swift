import Glibc
public import PodiumCore

/// The machine's own clock and randomness.
public struct SystemEnvironment: RunEnvironment {
    public init() {}

    public func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }

    public func entropy() -> UInt64 {
        UInt64.random(in: .min ... .max)
    }

    public func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: duration)
    }
}
