/// A person's decision took the place of the run's own.
public struct OverrideApplied: Hashable, Sendable, Codable {
    public var request: OverrideRequest
    public var before: RunChange
    public var after: RunChange
    /// The override that this one took back, by its event's sequence.
    public var undid: Int?

    public init(
        request: OverrideRequest,
        before: RunChange,
        after: RunChange,
        undid: Int? = nil
    ) {
        self.request = request
        self.before = before
        self.after = after
        self.undid = undid
    }
}

/// A person's decision could not be followed; nothing changed.
public struct OverrideRefused: Hashable, Sendable, Codable {
    public var request: OverrideRequest
    /// One sentence: why, and what would work.
    public var reason: String

    public init(request: OverrideRequest, reason: String) {
        self.request = request
        self.reason = reason
    }
}

/// What a person asks of a run, who asks, and what they had seen of it.
public struct OverrideRequest: Hashable, Sendable, Codable {
    /// Names the request among all of the session, so that it is answered once.
    public var id: String
    public var author: String
    /// The last event that the person had seen; nil when they decide whatever happened since.
    public var basedOn: Int?
    public var override: Override

    public init(id: String, author: String, basedOn: Int? = nil, _ override: Override) {
        self.id = id
        self.author = author
        self.basedOn = basedOn
        self.override = override
    }
}
