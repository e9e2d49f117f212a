public import PodiumCore

/// What vendors charge for their models.
///
/// ```swift
/// let price = PriceList.shipped.price(vendor: .anthropic, model: "claude-opus-5", on: today)
/// ```
///
/// A model that is not listed has no price. Unknown is nil, never zero and never a guess.
public struct PriceList: Hashable, Sendable {
    private var entries: [Key: ModelPrices] = [:]

    private struct Key: Hashable {
        var vendor: PriceVendor
        /// In lower case.
        var model: String

        init(_ vendor: PriceVendor, _ model: String) {
            self.vendor = vendor
            self.model = model.lowercased()
        }
    }

    /// Of two entries for one model the later one counts.
    public init(_ models: [ModelPrices] = []) {
        for model in models { insert(model) }
    }

    /// By vendor and name.
    public var models: [ModelPrices] {
        entries.sorted { left, right in
            (left.key.vendor, left.key.model) < (right.key.vendor, right.key.model)
        }
        .map(\.value)
    }

    public var isEmpty: Bool { entries.isEmpty }
    public var count: Int { entries.count }

    public mutating func insert(_ model: ModelPrices) {
        entries[Key(model.vendor, model.model)] = model
    }

    /// What is known of a model: the entry of its very name, else that of its name without a date or
    /// `latest` at the end (see `ModelName`).
    public func entry(vendor: PriceVendor, model: String) -> ModelPrices? {
        ModelName.candidates(for: model, at: vendor).lazy
            .compactMap { entries[Key(vendor, $0)] }.first
    }

    /// What a call costs.
    ///
    /// - Returns: nil when the model is not listed, or has no price of this tier on that day.
    public func price(
        vendor: PriceVendor,
        model: String,
        on day: PriceDay,
        tier: ServiceTier = .standard
    ) -> Price? {
        entry(vendor: vendor, model: model)?.price(on: day, tier: tier)
    }

    /// This list, with the models of another one in place of or beside its own.
    public func merging(_ other: PriceList) -> PriceList {
        var merged = self
        merged.entries.merge(other.entries) { $1 }
        return merged
    }

    public func filter(_ isIncluded: (ModelPrices) -> Bool) -> PriceList {
        PriceList(entries.values.filter(isIncluded))
    }
}

// MARK: - Comparing

extension PriceList {
    /// How a list differs from an older one. Sources do not count.
    public struct Changes: Hashable, Sendable {
        public struct Change: Hashable, Sendable {
            public var old, new: ModelPrices
        }

        public var added: [ModelPrices] = []
        public var changed: [Change] = []
        public var unchanged = 0

        /// The models that are other than they were.
        public var models: PriceList { PriceList(added + changed.map(\.new)) }
    }

    /// What `newer` knows otherwise. What only this list has is no change, and neither is a price
    /// that is in force here too: one without a first day is compared with that of `day`.
    public func changes(to newer: PriceList, on day: PriceDay) -> Changes {
        var changes = Changes()
        for model in newer.models {
            guard let old = entries[Key(model.vendor, model.model)] else {
                changes.added.append(model)
                continue
            }
            let isKnown = model.rates.allSatisfy { rate in
                old.rates.contains(rate)
                    || old.price(on: rate.start ?? day, tier: rate.tier) == rate.price
            }
            if isKnown {
                changes.unchanged += 1
            } else {
                changes.changed.append(.init(old: old, new: model))
            }
        }
        return changes
    }
}
