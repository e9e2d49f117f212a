import PodiumCore
import PodiumPrices

/// Prices as a table: a line for each service tier and each length of context, in US dollars per
/// million tokens.
struct PriceTable {
    private static let titles = [
        "vendor", "model", "tier", "input", "output", "cache read", "cache write", "source",
    ]

    private var rows: [[String]] = []

    /// The prices in force on a day.
    init(_ list: PriceList, on day: PriceDay) {
        for model in list.models {
            for tier in ServiceTier.allCases {
                guard let price = model.price(on: day, tier: tier) else { continue }
                rows += lines(of: price, tier: tier, model: model)
            }
        }
    }

    var text: String { TextTable(Self.titles, rows).text }

    private func lines(of price: Price, tier: ServiceTier, model: ModelPrices) -> [[String]] {
        let base = price.rates(forInput: 0)
        return ([base] + (price.contextTiers ?? [])).map { rates in
            let isLong = rates.above > 0
            let write = PriceText.perMillion(rates.cacheWriteShort)
            let long = PriceText.perMillion(rates.cacheWriteLong)
            return [
                model.vendor.rawValue,
                model.model,
                tier.rawValue + (isLong ? " above \(rates.above)" : ""),
                PriceText.perMillion(rates.input), PriceText.perMillion(rates.output),
                PriceText.perMillion(rates.cacheRead),
                write == long ? write : "\(write), \(long)",
                "\(model.source.name), \(model.source.read)",
            ]
        }
    }
}
