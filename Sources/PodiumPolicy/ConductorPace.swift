/// How fast the embedded conductor's text is streamed. The plan itself is made at once; a pace
/// makes its writing watchable.
public struct ConductorPace: Sendable {
    /// Pieces (about words) a second; zero is as fast as they are read.
    public let piecesPerSecond: Double
    private let clock: any Clock<Duration>

    public init(piecesPerSecond: Double, clock: any Clock<Duration> = ContinuousClock()) {
        self.piecesPerSecond = piecesPerSecond
        self.clock = clock
    }

    public static let unbounded = ConductorPace(piecesPerSecond: 0)

    /// Waits for the time that one piece takes. Throws when the task is cancelled.
    func wait() async throws {
        guard piecesPerSecond > 0, piecesPerSecond.isFinite else {
            return try Task.checkCancellation()
        }
        // A pace below one piece an hour is a typing mistake, not a wish.
        try await clock.sleep(for: .seconds(min(1 / piecesPerSecond, 3600)))
    }
}
