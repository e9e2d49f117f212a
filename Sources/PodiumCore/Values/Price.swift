/// What tokens cost, in integer picounits (10⁻¹²) of a currency a token.
///
/// Integers make totals equal the sum of their parts. One US dollar per million tokens is
/// 1,000,000 picodollars a token.
public struct Price: Hashable, Sendable, Codable {
    /// Real money, or the nominal units in which in-process specialists are priced.
    /// The two are never added.
    public enum Currency: String, Sendable, Codable {
        case usd
        case nominal
    }

    public var currency: Currency
    /// Picounits a token, by class of `Usage`.
    public var input, cacheRead, cacheWriteShort, cacheWriteLong, output: Int64
    /// Other prices for calls that read much, in any order; nil when there are none.
    public var contextTiers: [ContextTier]?

    public init(
        currency: Currency = .usd,
        input: Int64,
        output: Int64,
        cacheRead: Int64? = nil,
        cacheWriteShort: Int64? = nil,
        cacheWriteLong: Int64? = nil,
        contextTiers: [ContextTier] = []
    ) {
        self.currency = currency
        self.input = input
        self.output = output
        self.cacheRead = cacheRead ?? input
        self.cacheWriteShort = cacheWriteShort ?? input
        self.cacheWriteLong = cacheWriteLong ?? input
        self.contextTiers = contextTiers.isEmpty ? nil : contextTiers
    }

    /// Picounits a token for a price written per million tokens, rounded to the nearest; `.max` for
    /// what is no number or does not fit.
    public static func picounits(perMillion price: Double) -> Int64 {
        let scaled = (price * 1_000_000).rounded()
        guard scaled.isFinite, scaled < 9e18, scaled > -9e18 else { return .max }
        return Int64(scaled)
    }

    /// Σ tokens × price a class, for the tokens of one call: with context tiers, the tokens of
    /// several calls together could cost more than the calls do.
    public func cost(of usage: Usage) -> Cost {
        let sum = rates(forInput: usage.totalInput).sum(over: usage)
        switch currency {
        case .usd: return Cost(picodollars: sum)
        case .nominal: return Cost(nominal: sum)
        }
    }
}

/// What something cost: money and nominal units side by side, and whether anything is missing.
public struct Cost: Hashable, Sendable {
    /// US dollars × 10¹².
    public var picodollars: Int64
    /// Nominal units × 10¹². Never money.
    public var nominal: Int64
    /// True when a part had no known price. Unknown is not zero: show it.
    public var hasUnknown: Bool

    public init(picodollars: Int64 = 0, nominal: Int64 = 0, hasUnknown: Bool = false) {
        self.picodollars = picodollars
        self.nominal = nominal
        self.hasUnknown = hasUnknown
    }

    public static let zero = Cost()
    public static let unknown = Cost(hasUnknown: true)

    public static func + (left: Cost, right: Cost) -> Cost {
        Cost(
            picodollars: left.picodollars.addingClamped(right.picodollars),
            nominal: left.nominal.addingClamped(right.nominal),
            hasUnknown: left.hasUnknown || right.hasUnknown
        )
    }

    public static func += (left: inout Cost, right: Cost) { left = left + right }

    public var usd: Double { Double(picodollars) * 1e-12 }
    public var nominalUnits: Double { Double(nominal) * 1e-12 }

    /// The cost of `usage` at `price`; without a price it is unknown, unless nothing was used.
    public init(of usage: Usage, at price: Price?) {
        if let price {
            self = price.cost(of: usage)
        } else {
            self = usage == .zero ? .zero : .unknown
        }
    }
}

extension Cost: Codable {
    private enum CodingKeys: String, CodingKey {
        case picodollars, nominal = "nominalPicounits", hasUnknown, usd, nominalUnits
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        picodollars = try container.decodeIfPresent(Int64.self, forKey: .picodollars) ?? 0
        nominal = try container.decodeIfPresent(Int64.self, forKey: .nominal) ?? 0
        hasUnknown = try container.decodeIfPresent(Bool.self, forKey: .hasUnknown) ?? false
    }

    /// The exact integers, and beside them the same in dollars and units for whoever reads the JSON.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(picodollars, forKey: .picodollars)
        try container.encode(nominal, forKey: .nominal)
        try container.encode(hasUnknown, forKey: .hasUnknown)
        try container.encode(usd, forKey: .usd)
        try container.encode(nominalUnits, forKey: .nominalUnits)
    }
}
