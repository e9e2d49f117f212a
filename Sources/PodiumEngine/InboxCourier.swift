public import PodiumCore

/// Brings running sessions the overrides that other processes leave for them.
///
/// A request leaves the inbox only once an event answers it: an owner that dies in between leaves it
/// to whoever resumes the session.
public struct InboxCourier: Sendable {
    private let inbox: any OverrideInbox

    public init(inbox: any OverrideInbox) {
        self.inbox = inbox
    }

    /// Hands over what waits, in order. With nothing waiting for any session it is one question to the
    /// store.
    public func deliver(to runners: [SessionID: SessionRunner]) async throws {
        for session in try inbox.waiting() {
            if let runner = runners[session] { try await deliver(to: runner) }
        }
    }

    private func deliver(to runner: SessionRunner) async throws {
        let session = runner.journal.session
        var answered: [String] = []
        for request in try inbox.requests(to: session) {
            if await !runner.hasAnswered(request.id) { await runner.decide(request) }
            if await runner.hasAnswered(request.id) { answered.append(request.id) }
        }
        try inbox.remove(answered, from: session)
    }

    /// What came at the last moment is answered by the end of the session. A session that was broken
    /// off has no end: its requests wait for whoever resumes it.
    public func clear(after runner: SessionRunner) async throws {
        guard await runner.isClosed else { return }
        let session = runner.journal.session
        try inbox.remove(try inbox.requests(to: session).map(\.id), from: session)
    }
}
