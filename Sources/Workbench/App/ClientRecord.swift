public import PodiumCore

/// A client of the endpoint: what it asked, and what its key allows.
public struct ClientRecord: Hashable, Sendable {
    /// What is known of a client's key.
    public struct Key: Hashable, Sendable {
        /// US dollars × 10¹² that the client's runs may cost in all; nil for any.
        public var budget: Int64?
        /// What they have cost.
        public var spent: Int64

        public init(budget: Int64? = nil, spent: Int64 = 0) {
            self.budget = budget
            self.spent = spent
        }
    }

    /// The name of its key; empty for all that asked without one.
    public var name: String
    /// Nil for one that has not asked yet.
    public var activity: ClientActivity?
    /// Nil for one without, or whose key was removed.
    public var key: Key?

    public init(name: String, activity: ClientActivity? = nil, key: Key? = nil) {
        self.name = name
        self.activity = activity
        self.key = key
    }

    /// All clients there are, in the order of what they asked, and behind them those that have a key and
    /// have not asked yet, by name.
    public static func all(
        _ activities: [ClientActivity],
        keys: [String: Key]
    ) -> [ClientRecord] {
        let asking = activities.map {
            ClientRecord(name: $0.client, activity: $0, key: keys[$0.client])
        }
        let silent = Set(keys.keys).subtracting(activities.map(\.client)).sorted()
        return asking + silent.map { ClientRecord(name: $0, key: keys[$0]) }
    }

    /// As it stands in a list.
    var title: String { name.isEmpty ? Self.nameless : name }

    static let nameless = "without a key"

    /// The share of the key's budget that is used: `63 %`, `<1 %`; nil where there is no budget. It is
    /// never told as all before all is used.
    var budgetUsed: String? {
        guard let key, let budget = key.budget, budget > 0 else { return nil }
        let percent = Double(key.spent) / Double(budget) * 100
        if percent > 0, percent < 1 { return "<1 %" }
        return "\(Int(min(percent, key.spent < budget ? 99 : 1e9))) %"
    }

    /// What a list has no room for: `1.7k tokens · $3.15 of $5.00 used · asked for podium, podium-mini`
    func detail(_ look: Look) -> String {
        var parts: [String] = []
        if let activity, activity.tokens > 0 {
            parts.append("\(Format.tokens(activity.tokens)) tokens")
        }
        if let key, let budget = key.budget {
            let of = "$\(Format.money(Cost(picodollars: budget).usd))"
            parts.append("$\(Format.money(Cost(picodollars: key.spent).usd)) of \(of) used")
        }
        if let models = activity?.models, !models.isEmpty {
            parts.append("asked for \(models.joined(separator: ", "))")
        }
        return parts.joined(separator: look.separator)
    }
}
