/// What the stored calls say of workers and providers. Safe to call from any thread.
public protocol WorkerRecords: Sendable {
    /// The latest finished calls of each of these workers, `limit` of each at most. A worker without
    /// any is left out.
    func history(of workers: [String], limit: Int) throws -> [WorkerHistory]

    /// How the latest calls of each of these workers went, `limit` of each at most.
    func health(of workers: [String], limit: Int) throws -> [WorkerHealth]

    /// Picodollars spent with a provider by calls that were made since `time`.
    func spending(with provider: String, since time: Timestamp) throws -> Int64
}
