/// Where overrides wait for the process that runs their session, whoever sent them.
///
/// A request waits until its session's events answer it, so that none is lost when the owner dies in
/// between. Safe to call from any thread.
public protocol OverrideInbox: Sendable {
    /// Leaves a request for the session's owner.
    ///
    /// - Throws: `StoreError`, also when a request of that id waits already.
    func send(_ request: OverrideRequest, to session: SessionID) throws

    /// The requests that wait, in the order in which they came.
    func requests(to session: SessionID) throws -> [OverrideRequest]

    /// Takes out requests that were answered.
    func remove(_ ids: [String], from session: SessionID) throws

    /// Tells whether anything was written by other processes; each watch asks for itself.
    func watch() throws -> any StoreWatch
}

/// Notices what other processes write to a store.
public protocol StoreWatch: Sendable {
    /// Whether something was written since it was last asked; true the first time.
    func hasChanged() throws -> Bool
}

/// What was learned of workers from the calls that are stored.
public protocol WorkerHistorySource: Sendable {
    /// The latest finished calls of each of these workers, `limit` of each at most. A worker without
    /// any is left out.
    func history(of workers: [String], limit: Int) throws -> [WorkerHistory]

    /// How the latest calls of each of these workers went, `limit` of each at most.
    func health(of workers: [String], limit: Int) throws -> [WorkerHealth]

    /// Picodollars spent with a provider by calls that were made since `time`.
    func spending(with provider: String, since time: Timestamp) throws -> Int64
}
