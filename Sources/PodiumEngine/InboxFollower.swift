public import PodiumCore

/// Brings a running session the overrides that other processes leave for it.
///
/// It looks whenever the store has changed. A request leaves the inbox only once an event answers
/// it: an owner that dies in between leaves it to whoever resumes the session.
public struct InboxFollower: Sendable {
    /// How often the store is asked whether it changed (about 14 µs each time).
    static let interval = Duration.milliseconds(50)
    static let pauseAfterFault = Duration.seconds(1)

    private let runner: SessionRunner
    private let inbox: any OverrideInbox
    private let environment: any RunEnvironment

    public init(
        runner: SessionRunner,
        inbox: any OverrideInbox,
        environment: any RunEnvironment
    ) {
        self.runner = runner
        self.inbox = inbox
        self.environment = environment
    }

    /// Follows until the run is over. A store that cannot be read for the moment is told to `report`
    /// and asked again.
    public func follow(report: @Sendable (any Error) -> Void) async {
        var watch: (any StoreWatch)?
        while !runner.journal.isOver {
            do {
                let current = try watch ?? inbox.watch()
                watch = current
                if try current.hasChanged() { try await collect() }
            } catch {
                report(error)
                watch = nil
                try? await environment.sleep(for: Self.pauseAfterFault)
            }
            guard (try? await environment.sleep(for: Self.interval)) != nil else { return }
        }
        // What came at the last moment is answered by the end of the session. A session that was
        // broken off has no end: its requests wait for whoever resumes it.
        guard await runner.isClosed else { return }
        do {
            let left = try inbox.requests(to: runner.journal.session)
            try inbox.remove(left.map(\.id), from: runner.journal.session)
        } catch {
            report(error)
        }
    }

    /// Hands over what waits, in order.
    func collect() async throws {
        let waiting = try inbox.requests(to: runner.journal.session)
        var answered: [String] = []
        for request in waiting {
            if await !runner.hasAnswered(request.id) { await runner.decide(request) }
            if await runner.hasAnswered(request.id) { answered.append(request.id) }
        }
        try inbox.remove(answered, from: runner.journal.session)
    }
}
