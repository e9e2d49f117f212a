public import PodiumCore

/// What one vendor charges for one model.
public struct ModelPrices: Hashable, Sendable {
    /// A price of one service tier, in force from a day on until the tier's next one.
    public struct Rate: Hashable, Sendable {
        public var tier: ServiceTier
        /// The first day; nil when it is older than what is known.
        public var start: PriceDay?
        public var price: Price

        public init(tier: ServiceTier = .standard, start: PriceDay? = nil, price: Price) {
            self.tier = tier
            self.start = start
            self.price = price
        }
    }

    /// Where figures come from.
    public struct Source: Hashable, Sendable {
        /// An address, or a name and a version.
        public var name: String
        /// When the figures were read there.
        public var read: PriceDay

        public init(name: String, read: PriceDay) {
            self.name = name
            self.read = read
        }
    }

    public let vendor: PriceVendor
    /// As the vendor writes it.
    public let model: String
    /// By tier, then from the oldest on.
    public let rates: [Rate]
    public let source: Source

    public init(vendor: PriceVendor, model: String, rates: [Rate], source: Source) {
        self.vendor = vendor
        self.model = model
        self.rates = rates.sorted(by: Self.areInOrder)
        self.source = source
    }

    /// The price in force on a day; nil when it is not known.
    public func price(on day: PriceDay, tier: ServiceTier = .standard) -> Price? {
        rates.last { rate in
            rate.tier == tier && rate.start.map { $0 <= day } ?? true
        }?.price
    }

    private static func areInOrder(_ left: Rate, _ right: Rate) -> Bool {
        guard left.tier == right.tier else { return left.tier < right.tier }
        guard let start = right.start else { return false }
        return left.start.map { $0 < start } ?? true
    }
}
