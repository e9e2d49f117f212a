/// Walks through a stored session at a chosen pace. It calls no provider and runs no machine.
///
/// Time is what the caller says has passed, so a replay can be stepped by hand or by a clock.
public struct ReplayCursor: Sendable {
    /// The speeds a person can choose, as multiples of the recorded pace.
    public static let speeds: [Double] = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64]

    public let events: [Event]
    /// How many events have been shown.
    public private(set) var position = 0
    public var isPlaying = true
    public private(set) var speed = 1.0
    /// No pause between two events is longer than this, at speed 1.
    public var longestPause: Duration
    /// The part of the pause before the next event that has passed, at speed 1.
    private var waited = Duration.zero

    public init(events: [Event], longestPause: Duration = .seconds(2)) {
        self.events = events
        self.longestPause = longestPause
    }

    public var isAtEnd: Bool { position == events.count }

    /// The event that was shown last; nil before the first.
    public var event: Event? { position > 0 ? events[position - 1] : nil }

    /// The pause before the next event at speed 1; nil at the end.
    private var pause: Duration? {
        recordedPause.map { min($0, longestPause) }
    }

    private var recordedPause: Duration? {
        guard position < events.count else { return nil }
        guard position > 0 else { return .zero }
        return max(.zero, events[position].time - events[position - 1].time)
    }

    /// How long the silence was in which it plays now, where that is cut short; nil elsewhere.
    public var shortenedSilence: Duration? {
        guard isPlaying, let recordedPause, recordedPause > longestPause else { return nil }
        return recordedPause
    }

    /// Lets time pass; the events that became due are behind `position` afterwards.
    public mutating func advance(by elapsed: Duration) {
        guard isPlaying else { return }
        var left = elapsed * speed
        while let pause {
            let missing = pause - waited
            guard missing <= left else {
                waited += left
                return
            }
            left -= missing
            waited = .zero
            position += 1
        }
        isPlaying = false
    }

    /// How long until the next event is due at the present speed; nil when nothing will come.
    public var untilNext: Duration? {
        guard isPlaying, let pause else { return nil }
        return max(.zero, pause - waited) / speed
    }

    public mutating func seek(to position: Int) {
        self.position = min(max(0, position), events.count)
        waited = .zero
    }

    /// How many events there were up to a time, with those of that very time. Times are looked through as
    /// if they only grew.
    public func position(at time: Timestamp) -> Int {
        var (low, high) = (0, events.count)
        while low < high {
            let middle = low + (high - low) / 2
            if events[middle].time > time { high = middle } else { low = middle + 1 }
        }
        return low
    }

    public mutating func changeSpeed(faster: Bool) {
        let index = Self.speeds.firstIndex(of: speed) ?? 2
        speed = Self.speeds[min(max(0, index + (faster ? 1 : -1)), Self.speeds.count - 1)]
    }
}
