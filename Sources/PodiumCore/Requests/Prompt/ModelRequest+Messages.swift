extension ModelRequest {
    /// The request as chat messages, for providers that talk to language models.
    ///
    /// A pure function of the request: what a worker was sent can always be shown again.
    public var messages: [ChatMessage] {
        switch self {
        case .step(let request): request.prompt
        case .plan(let request): request.messages
        case .selection(let request): request.messages
        }
    }
}
