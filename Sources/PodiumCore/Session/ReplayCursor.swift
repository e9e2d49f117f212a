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
    public let longestPause: Duration
    /// The part of the pause before the next event that has passed, at speed 1.
    private var waited = Duration.zero

    public init(events: [Event], longestPause: Duration = .seconds(2)) {
        self.events = events
        self.longestPause = longestPause
    }

    public var isAtEnd: Bool { position == events.count }

    /// The pause before the next event at speed 1; nil at the end.
    private var pause: Duration? {
        guard position < events.count else { return nil }
        guard position > 0 else { return .zero }
        let recorded = events[position].time - events[position - 1].time
        return min(max(.zero, recorded), longestPause)
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

    /// Goes to the next (or the previous) event that starts or ends something.
    public mutating func skip(forward: Bool) {
        var target = position
        repeat {
            target += forward ? 1 : -1
        } while target > 0 && target < events.count
            && !events[target - 1].isLandmark
        seek(to: target)
    }

    public mutating func changeSpeed(faster: Bool) {
        let index = Self.speeds.firstIndex(of: speed) ?? 2
        speed = Self.speeds[min(max(0, index + (faster ? 1 : -1)), Self.speeds.count - 1)]
    }
}

extension Event {
    /// Whether something starts or ends here, as opposed to going on.
    public var isLandmark: Bool {
        if case .textAppended = fact { false } else { true }
    }
}
