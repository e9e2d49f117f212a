/// Where overrides wait for the process that runs their session, whoever sent them.
///
/// A request waits until its session's events answer it, so that none is lost when the owner dies in
/// between. Safe to call from any thread.
public protocol OverrideInbox: Sendable {
    /// Leaves a request for the session's owner.
    ///
    /// - Throws: `StoreError`, also when a request of that id waits already.
    func send(_ request: OverrideRequest, to session: SessionID) throws

    /// The requests that wait.
    func requests(to session: SessionID) throws -> WaitingRequests

    /// Whether nothing waits for anybody, as is usual: it is asked often.
    var isEmpty: Bool { get throws }

    /// Takes out requests that were answered.
    func remove(_ ids: [String], from session: SessionID) throws

    /// Tells whether anything was written by other processes; each watch asks for itself.
    func watch() throws -> any StoreWatch
}

/// What waits in an inbox for one session.
public struct WaitingRequests: Hashable, Sendable {
    /// In the order in which they came.
    public var requests: [OverrideRequest]
    /// The ids of those that this program cannot read: damaged ones, and those of another version.
    public var unreadable: [String]

    public init(_ requests: [OverrideRequest] = [], unreadable: [String] = []) {
        self.requests = requests
        self.unreadable = unreadable
    }

    public var isEmpty: Bool { requests.isEmpty && unreadable.isEmpty }

    public var ids: [String] { requests.map(\.id) + unreadable }
}

/// Notices what other processes write to a store.
public protocol StoreWatch: Sendable {
    /// Whether something was written since it was last asked; true the first time.
    func hasChanged() throws -> Bool
}
