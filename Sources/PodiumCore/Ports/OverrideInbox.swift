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

    /// The sessions for which requests wait.
    func waiting() throws -> Set<SessionID>

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
