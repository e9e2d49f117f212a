/// Keeps a screen that changes all the time from being drawn more often than anybody sees.
///
/// ```swift
/// while !isDone {
///     let wait = pacer.timeToFrame(at: clock.now)
///     if wait == nil { draw() }
///     let events = try terminal.nextEvents(timeout: wait)
///     if !events.isEmpty { pacer.hurry() }
/// }
/// ```
public struct FramePacer: Sendable {
    /// Sixty frames a second.
    public static let interval = Duration.nanoseconds(16_666_667)

    private var nextFrame: ContinuousClock.Instant?

    public init() {}

    /// How long to wait before the next frame; nil when it is due, and then it counts as begun.
    public mutating func timeToFrame(at now: ContinuousClock.Instant) -> Duration? {
        if let nextFrame, now < nextFrame { return now.duration(to: nextFrame) }
        nextFrame = now + Self.interval
        return nil
    }

    /// Makes the next frame due at once: somebody pressed a key.
    public mutating func hurry() { nextFrame = nil }
}
