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

    /// Hands over what waits, in order. With nothing waiting for any session it is one question to
    /// the store.
    ///
    /// - Returns: for which sessions requests were taken out that nobody can read, and how many: only the
    ///   process that runs a session could answer them.
    @discardableResult
    public func deliver(
        to runners: [SessionID: SessionRunner]
    ) async throws -> [SessionID: Int] {
        if try inbox.isEmpty { return [:] }
        var unreadable: [SessionID: Int] = [:]
        for (session, runner) in runners {
            let count = try await deliver(to: runner)
            if count > 0 { unreadable[session] = count }
        }
        return unreadable
    }

    private func deliver(to runner: SessionRunner) async throws -> Int {
        let session = runner.journal.session
        let waiting = try inbox.requests(to: session)
        var done = waiting.unreadable
        for request in waiting.requests {
            if await !runner.hasAnswered(request.id) { await runner.decide(request) }
            if await runner.hasAnswered(request.id) { done.append(request.id) }
        }
        try inbox.remove(done, from: session)
        return waiting.unreadable.count
    }

    /// What came at the last moment is answered by the end of the session. A session that was broken
    /// off has no end: its requests wait for whoever resumes it.
    public func clear(after runner: SessionRunner) async throws {
        guard await runner.isClosed else { return }
        let session = runner.journal.session
        try inbox.remove(try inbox.requests(to: session).ids, from: session)
    }
}
