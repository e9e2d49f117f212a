import PodiumCore

/// A model of genai-prices, as its file has it.
struct GenAIModel {
    /// A price of a class: what it is at first, and from where on it is another.
    struct Figure {
        var base: Double
        var tiers: [(above: Int, price: Double)] = []

        /// The price of a call that reads more than `tokens`.
        func price(above tokens: Int?) -> Double {
            guard let tokens else { return base }
            return tiers.filter { $0.above <= tokens }.max { $0.above < $1.above }?.price ?? base
        }
    }

    /// By the price's name, such as `input_mtok`.
    typealias Figures = [String: Figure]

    /// When prices hold.
    enum Constraint {
        case none
        case from(PriceDay)
        /// Part of the day.
        case hours
    }

    struct Variant {
        var tier: ServiceTier
        var start: PriceDay?
        var figures: Figures
    }

    var id = ""
    /// What the model is also called.
    var aliases: [String] = []
    var prices: [(constraint: Constraint, figures: Figures)] = []
    var variants: [Variant] = []
    /// Something in it that is no price.
    var problem: String?

    static let classes: [(name: String, kind: PriceClass)] = [
        ("input_mtok", .input), ("output_mtok", .output), ("cache_read_mtok", .cacheRead),
        ("cache_write_mtok", .cacheWriteShort), ("cache_write_5m_mtok", .cacheWriteShort),
        ("cache_write_1h_mtok", .cacheWriteLong),
    ]
}

extension GenAIModel {
    private typealias Period = (start: PriceDay?, figures: Figures)

    /// Every price by tier, day and length of the context.
    var rows: [PriceDraft.Row] {
        let periods = periods
        let standard = periods.flatMap { Self.rows(.standard, $0.start, $0.figures) }
        return standard + variantRows(over: periods)
    }

    /// The prices by their first day. Where the hour matters, the dearest hour's price counts from
    /// the last day on: a cost may be too high, but not too low.
    private var periods: [Period] {
        var periods: [Period] = []
        var timed: [Figures] = []
        for (constraint, figures) in prices {
            switch constraint {
            case .none: periods.append((nil, figures))
            case .from(let day): periods.append((day, figures))
            case .hours: timed.append(figures)
            }
        }
        func output(_ figures: Figures) -> Double { figures["output_mtok"]?.base ?? 0 }
        if let dearest = timed.max(by: { output($0) < output($1) }) {
            let start = periods.last?.start
            if output(dearest) >= periods.last.map({ output($0.figures) }) ?? 0 {
                if !periods.isEmpty { periods.removeLast() }
                periods.append((start, dearest))
            }
        }
        return periods
    }

    /// A variant says only what is other than in the price it is a variant of; of several that hold,
    /// the first one counts.
    private func variantRows(over periods: [Period]) -> [PriceDraft.Row] {
        var rows: [PriceDraft.Row] = []
        for tier in ServiceTier.allCases {
            let variants = variants.filter { $0.tier == tier }
            let days = Set(variants.map(\.start)).union(periods.map(\.start))
            for day in days {
                let holding = variants.filter { Self.holds($0.start, on: day) }
                guard !holding.isEmpty,
                    let period = periods.last(where: { Self.holds($0.start, on: day) })
                else { continue }
                let figures = holding.reversed().reduce(into: period.figures) { figures, variant in
                    figures.merge(variant.figures) { $1 }
                }
                rows += Self.rows(tier, day, figures)
            }
        }
        return rows
    }

    private static func holds(_ start: PriceDay?, on day: PriceDay?) -> Bool {
        guard let start else { return true }
        return day.map { start <= $0 } ?? false
    }

    /// None for what has no price a token, such as a model that embeds or speaks.
    private static func rows(
        _ tier: ServiceTier,
        _ start: PriceDay?,
        _ figures: Figures
    ) -> [PriceDraft.Row] {
        guard figures["input_mtok"] != nil, figures["output_mtok"] != nil else { return [] }
        let thresholds = Set(figures.values.flatMap { $0.tiers.map(\.above) })
        return ([nil] + thresholds.sorted()).map { above in
            var row = PriceDraft.Row(tier: tier, start: start, above: above)
            for (name, kind) in classes {
                guard let figure = figures[name] else { continue }
                row.figures[kind] = figure.price(above: above)
            }
            return row
        }
    }
}
