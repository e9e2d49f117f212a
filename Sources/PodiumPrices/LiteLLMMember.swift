/// The name of a price in an entry of LiteLLM's file, taken apart.
struct LiteLLMMember {
    struct Row: Hashable {
        var tier: ServiceTier
        var above: Int?
    }

    let kind: PriceClass
    let row: Row

    private static let classes: [(prefix: String, kind: PriceClass)] = [
        ("input_cost_per_token", .input), ("output_cost_per_token", .output),
        ("cache_read_input_token_cost", .cacheRead),
        // Anthropic keeps for an hour, OpenAI for twelve.
        ("cache_creation_input_token_cost_above_1hr", .cacheWriteLong),
        ("cache_creation_input_token_cost_above_12hr", .cacheWriteLong),
        ("cache_creation_input_token_cost", .cacheWriteShort),
    ]

    private static let tiers: [(suffix: String, tier: ServiceTier)] = [
        ("_batches", .batch), ("_flex", .flex), ("_priority", .priority),
    ]

    /// Nil for the name of anything else.
    init?(_ name: String) {
        guard let (prefix, kind) = Self.classes.first(where: { name.hasPrefix($0.prefix) }) else {
            return nil
        }
        var rest = name.dropFirst(prefix.count)
        var row = Row(tier: .standard)
        if let (suffix, tier) = Self.tiers.first(where: { rest.hasSuffix($0.suffix) }) {
            rest = rest.dropLast(suffix.count)
            row.tier = tier
        }
        if !rest.isEmpty {
            guard let tokens = Self.threshold(rest) else { return nil }
            row.above = tokens
        }
        self.kind = kind
        self.row = row
    }

    /// The tokens of `_above_200k_tokens`; a `k` is 1,000.
    private static func threshold(_ text: Substring) -> Int? {
        let (head, tail) = ("_above_", "_tokens")
        guard text.hasPrefix(head), text.hasSuffix(tail), text.count > head.count + tail.count
        else {
            return nil
        }
        let figure = text.dropFirst(head.count).dropLast(tail.count)
        guard figure.hasSuffix("k") else { return Int(figure).flatMap { $0 > 0 ? $0 : nil } }
        guard let thousands = Int(figure.dropLast()), thousands > 0 else { return nil }
        let (tokens, overflow) = thousands.multipliedReportingOverflow(by: 1_000)
        return overflow ? nil : tokens
    }
}
