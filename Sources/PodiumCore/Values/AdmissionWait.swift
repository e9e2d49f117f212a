/// Why a call does not leave yet.
public struct AdmissionWait: Hashable, Sendable, Codable {
    public enum Reason: String, Sendable, Codable {
        /// As many calls as are allowed are under way.
        case concurrency
        case requestsPerMinute
        case tokensPerMinute
        /// The server asked for a pause, or said that its limit is used up.
        case server
    }

    public var reason: Reason
    /// When it may go, if that hangs on time alone.
    public var due: Timestamp?

    /// What is waited for, in words.
    public func text(of worker: String) -> String {
        switch reason {
        case .concurrency: "as many calls of \(worker)'s provider as are allowed are under way"
        case .requestsPerMinute: "the provider's requests a minute are used up"
        case .tokensPerMinute: "the provider's tokens a minute are used up"
        case .server: "the server of \(worker) asked for a pause"
        }
    }

    public init(reason: Reason, due: Timestamp? = nil) {
        self.reason = reason
        self.due = due
    }
}
