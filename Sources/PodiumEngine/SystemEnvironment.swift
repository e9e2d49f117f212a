import Glibc
public import PodiumCore

/// The machine's own clocks and randomness.
public struct SystemEnvironment: RunEnvironment {
    public init() {}

    /// The wall-clock time of the first look, and what has passed since, sleep of the machine included.
    public func now() -> Timestamp {
        Timestamp(microseconds: Self.start + Self.microseconds(of: CLOCK_BOOTTIME))
    }

    /// The wall-clock time at which the other clock was 0.
    private static let start = microseconds(of: CLOCK_REALTIME) - microseconds(of: CLOCK_BOOTTIME)

    private static func microseconds(of clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }

    public func entropy() -> UInt64 {
        UInt64.random(in: .min ... .max)
    }

    public func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: duration)
    }
}
