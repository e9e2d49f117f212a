/// How fast a specialist's text is streamed. The work itself is instant; a pace makes it watchable.
public struct SpecialistPace: Sendable {
    /// Pieces (about words) a second; zero is as fast as they are read.
    public let piecesPerSecond: Double
    private let clock: any Clock<Duration>

    public init(
        piecesPerSecond: Double,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.piecesPerSecond = piecesPerSecond
        self.clock = clock
    }

    public static let unbounded = SpecialistPace(piecesPerSecond: 0)

    /// Waits for the time that one piece takes. Throws when the task is cancelled.
    func wait() async throws {
        guard piecesPerSecond > 0, piecesPerSecond.isFinite else {
            return try Task.checkCancellation()
        }
        // A pace below one piece an hour is a typing mistake, not a wish.
        let seconds = min(1 / piecesPerSecond, 3600)
        try await clock.sleep(for: .seconds(seconds))
    }
}
