import PodiumCore

/// Makes a list of drafts and refuses what cannot be a price.
///
/// A price is refused as a whole: one that lacks its tier for long contexts would be too low, and a
/// price that is too low is worse than one that is unknown.
struct PriceListBuilder {
    /// US dollars per million tokens. Anything dearer is a slip of the decimal point.
    static let mostPerMillion = 10_000.0
    static let longestName = 200

    /// Whether the file was made by a program for others to read: then 0 can mean that nothing is
    /// known, and a cache write that is cheaper than input is the storage alone.
    var isForeign: Bool
    private(set) var list = PriceList()
    private(set) var refusals: [PriceImport.Refusal] = []
    /// Entries of other vendors, or of models that do not chat.
    var skipped = 0

    init(isForeign: Bool) {
        self.isForeign = isForeign
    }

    mutating func refuse(_ model: String, _ reason: String) {
        refusals.append(PriceImport.Refusal(model: model, reason: reason))
    }

    mutating func add(_ draft: PriceDraft) {
        guard (1...Self.longestName).contains(draft.model.utf8.count) else {
            refuse(
                String(draft.model.prefix(40)),
                "its name has \(draft.model.utf8.count) bytes; 1 to \(Self.longestName) are allowed"
            )
            return
        }
        let rates = draft.rows.filter { $0.above == nil }.compactMap { row in
            price(row, of: draft).map { price in
                ModelPrices.Rate(tier: row.tier, start: row.start, price: price)
            }
        }
        guard !rates.isEmpty else { return }
        list.insert(
            ModelPrices(
                vendor: draft.vendor,
                model: draft.model,
                rates: rates,
                source: draft.source
            )
        )
    }

    private mutating func price(_ base: PriceDraft.Row, of draft: PriceDraft) -> Price? {
        let tiers = draft.rows.filter { row in
            row.above != nil && row.tier == base.tier && row.start == base.start
        }
        // The writes whose figure is the storage alone.
        let storage = Self.writes.filter { kind in
            (base.figures[kind] ?? .infinity) < base.figures[.input] ?? 0
        }
        do throws(Refused) {
            let rates = try checked(base, name: draft.model, storage: storage)
            var contextTiers: [Price.ContextTier] = []
            for tier in tiers {
                contextTiers.append(try checked(tier, name: draft.model, storage: storage))
            }
            return Price(
                input: rates.input,
                output: rates.output,
                cacheRead: rates.cacheRead,
                cacheWriteShort: rates.cacheWriteShort,
                cacheWriteLong: rates.cacheWriteLong,
                contextTiers: contextTiers.sorted { $0.above < $1.above }
            )
        } catch {
            refuse(draft.model, error.reason)
            return nil
        }
    }

    private static let writes = [PriceClass.cacheWriteShort, .cacheWriteLong]

    private struct Refused: Error {
        var reason: String
    }

    private func checked(
        _ row: PriceDraft.Row,
        name: String,
        storage: [PriceClass]
    ) throws(Refused) -> Price.ContextTier {
        guard row.above.map({ $0 > 0 }) ?? true else {
            throw Refused(reason: "\(row.place): a tier begins above \(row.above ?? 0) tokens")
        }
        let isFree = name.hasSuffix(":free")
        var rates: [PriceClass: Int64] = [:]
        for (kind, figure) in row.figures.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            guard figure >= 0, figure <= Self.mostPerMillion else {
                throw Refused(
                    reason: "\(row.place): \(kind.rawValue) is \(figure) dollars per million tokens"
                )
            }
            if isForeign, figure == 0, !isFree { continue }
            rates[kind] = Price.picounits(perMillion: figure)
        }
        guard let input = rates[.input], let output = rates[.output] else {
            let missing = rates[.input] == nil ? "input" : "output"
            throw Refused(reason: "\(row.place): no price for \(missing)")
        }
        for kind in Self.writes where isForeign {
            guard let rate = rates[kind] else { continue }
            rates[kind] = storage.contains(kind) ? rate + input : max(rate, input)
        }
        return Price.ContextTier(
            above: row.above ?? 0,
            input: input,
            output: output,
            cacheRead: rates[.cacheRead],
            cacheWriteShort: rates[.cacheWriteShort],
            cacheWriteLong: rates[.cacheWriteLong] ?? rates[.cacheWriteShort]
        )
    }
}

extension PriceDraft.Row {
    /// Such as `batch from 2026-03-17 above 200000`.
    fileprivate var place: String {
        tier.rawValue + (start.map { " from \($0)" } ?? "")
            + (above.map { " above \($0)" } ?? "")
    }
}
