/// Why a call does not leave yet, or is not taken yet.
public struct AdmissionWait: Hashable, Sendable, Codable {
    public enum Reason: String, Sendable, Codable {
        /// As many calls as are allowed are under way.
        case concurrency
        case requestsPerMinute
        case tokensPerMinute
        /// The server asked for a pause, or said that its limit is used up.
        case server
        /// The server is up and loads its model.
        case loading
    }

    public var reason: Reason
    /// When it may go, if that hangs on time alone.
    public var due: Timestamp?

    /// What is waited for, after "waits for".
    public var text: String {
        switch reason {
        case .concurrency: "a free slot of its provider"
        case .requestsPerMinute: "its provider's requests a minute"
        case .tokensPerMinute: "its provider's tokens a minute"
        case .server: "its server, which asked for a pause"
        case .loading: "its server, which is loading the model"
        }
    }

    public init(reason: Reason, due: Timestamp? = nil) {
        self.reason = reason
        self.due = due
    }
}
