public import PodiumCore

/// A worker, and how its model is to be asked.
public struct WorkerSettings: Hashable, Sendable {
    public var worker: Worker
    /// Nil leaves it to the server.
    public var temperature: Double?
    /// The most tokens a reply may have; nil leaves it to the server.
    public var maxTokens: Int?

    public init(worker: Worker, temperature: Double? = nil, maxTokens: Int? = nil) {
        self.worker = worker
        self.temperature = temperature
        self.maxTokens = maxTokens
    }
}
