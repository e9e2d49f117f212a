/// The classes of tokens that are priced apart, under the names of `Price`.
enum PriceClass: String, CaseIterable {
    case input, output, cacheRead, cacheWriteShort, cacheWriteLong
}

/// What a file says of a model, before anything is believed.
struct PriceDraft {
    struct Row {
        var tier = ServiceTier.standard
        var start: PriceDay?
        /// Nil for the price itself, else for calls that read more than so many tokens.
        var above: Int?
        /// US dollars per million tokens.
        var figures: [PriceClass: Double] = [:]
    }

    var vendor: PriceVendor
    var model: String
    var source: ModelPrices.Source
    var rows: [Row] = []
}
