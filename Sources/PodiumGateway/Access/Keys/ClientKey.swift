public import PodiumCore

/// A client that may ask, as it is kept: without its key, of which there is only a hash.
public struct ClientKey: Hashable, Sendable {
    /// What a client may use.
    public struct Limits: Hashable, Sendable {
        /// US dollars × 10¹² that its runs may cost in all; nil for any.
        public var budget: Int64?
        /// Pools, and workers that may be asked by themselves; empty for all.
        public var pools: [String]
        /// Nil for any number.
        public var requestsPerMinute: Int?

        public init(budget: Int64? = nil, pools: [String] = [], requestsPerMinute: Int? = nil) {
            self.budget = budget
            self.pools = pools
            self.requestsPerMinute = requestsPerMinute
        }
    }

    /// Which key it is; no secret.
    public var id: String
    /// Who its client is, in sessions and in the queue.
    public var name: String
    public var created: Timestamp
    public var limits: Limits
    /// Of the key's secret part (`KeyHash`).
    var hash: String

    public static let nameLimit = 64

    /// Whether a client may be called so: letters, digits, `.`, `_` and `-`.
    public static func isName(_ name: String) -> Bool {
        (1...nameLimit).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// Whether it may ask a model.
    func allows(_ model: ServedModels.Model) -> Bool {
        guard !limits.pools.isEmpty else { return true }
        return switch model {
        case .workflow(let pool, _): limits.pools.contains(pool)
        case .worker(let worker): limits.pools.contains(worker.name)
        }
    }
}
