/// Restricts a question to some workers of the pool: those to which all of it applies.
public struct PoolRestriction: Hashable, Sendable {
    /// By name; empty is any.
    public var workers: [String]
    /// Any of these tags; empty is any.
    public var tags: [String]
    /// Only workers to which no text leaves this machine.
    public var isLocalOnly: Bool
    /// US dollars × 10¹² a token of output at most. An unknown price is too much; a nominal one is
    /// no money.
    public var mostPicodollars: Int64?

    public init(
        workers: [String] = [],
        tags: [String] = [],
        isLocalOnly: Bool = false,
        mostPicodollars: Int64? = nil
    ) {
        self.workers = workers
        self.tags = tags
        self.isLocalOnly = isLocalOnly
        self.mostPicodollars = mostPicodollars
    }

    /// Why a restriction leaves nobody, or names somebody who is not there.
    public struct Failure: Error, Hashable, CustomStringConvertible {
        public var description: String
    }

    /// The workers that are left, in the pool's order.
    ///
    /// - Throws: `Failure`.
    public func apply(to pool: [Worker]) throws(Failure) -> [Worker] {
        for name in workers where !pool.contains(where: { $0.name == name }) {
            throw Failure(
                description: "The pool has no worker \(name); it has "
                    + pool.map(\.name).joined(separator: ", ") + "."
            )
        }
        let left = pool.filter(allows)
        guard !left.isEmpty else {
            throw Failure(
                description: "No worker of the pool is left: \(text). The pool has "
                    + pool.map(\.name).joined(separator: ", ") + "."
            )
        }
        return left
    }

    private func allows(_ worker: Worker) -> Bool {
        (workers.isEmpty || workers.contains(worker.name))
            && (tags.isEmpty || !Set(tags).isDisjoint(with: worker.tags))
            && (!isLocalOnly || worker.isLocal)
            && isAffordable(worker)
    }

    private func isAffordable(_ worker: Worker) -> Bool {
        guard let most = mostPicodollars else { return true }
        guard let price = worker.price else { return false }
        return price.currency == .nominal || price.output <= most
    }

    private var text: String {
        var parts: [String] = []
        if !workers.isEmpty { parts.append("only \(workers.joined(separator: ", "))") }
        if !tags.isEmpty { parts.append("tagged \(tags.joined(separator: " or "))") }
        if isLocalOnly { parts.append("local only") }
        if let mostPicodollars {
            parts.append("at most $\(Double(mostPicodollars) / 1e6) per million tokens")
        }
        return parts.joined(separator: ", ")
    }
}
