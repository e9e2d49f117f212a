import PodiumCore

/// Reads LiteLLM's `model_prices_and_context_window.json`: an object with an entry a model, whose
/// members are prices in US dollars a token.
///
/// A member's name is a class (`input_cost_per_token`, …), then for cache writes a lifetime
/// (`_above_1hr`), then a context tier (`_above_200k_tokens`), then a service tier (`_flex`).
struct LiteLLMPriceReader {
    private var reader: JSONReader
    private let day: PriceDay
    private var builder = PriceListBuilder(isForeign: true)

    /// Whether the object that comes next is a model's. It is stepped over.
    static func isEntry(_ reader: inout JSONReader) throws(JSONReader.Failure) -> Bool {
        var isEntry = false
        try reader.beginObject()
        while let name = try reader.nextMember() {
            if name == "litellm_provider" { isEntry = true }
            try reader.skipValue()
        }
        return isEntry
    }

    static func read(
        _ bytes: [UInt8],
        on day: PriceDay
    ) throws(JSONReader.Failure) -> PriceImport {
        var reader = LiteLLMPriceReader(reader: JSONReader(bytes), day: day)
        try reader.readFile()
        return PriceImport(reader.builder, format: .liteLLM)
    }

    private mutating func readFile() throws(JSONReader.Failure) {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            guard try reader.peek() == .object else {
                builder.skipped += 1
                try reader.skipValue()
                continue
            }
            take(try readEntry(), name: name)
        }
        try reader.expectEnd()
    }

    // MARK: An entry

    private struct Entry {
        var provider = ""
        var mode = ""
        var source: String?
        /// US dollars a token, by the member's name.
        var figures: [String: Double] = [:]
        /// Members that should be figures and are not.
        var unreadable: [String] = []
    }

    private mutating func readEntry() throws(JSONReader.Failure) -> Entry {
        var entry = Entry()
        try reader.beginObject()
        while let name = try reader.nextMember() {
            let kind = try reader.peek()
            switch (name, kind) {
            case ("litellm_provider", .string): entry.provider = try reader.readString()
            case ("mode", .string): entry.mode = try reader.readString()
            case ("source", .string): entry.source = try reader.readString()
            case (_, .number) where name.contains("cost"):
                entry.figures[name] = try reader.readDouble()
            default:
                if LiteLLMMember(name) != nil, kind != .null { entry.unreadable.append(name) }
                try reader.skipValue()
            }
        }
        return entry
    }

    private mutating func take(_ entry: Entry, name: String) {
        guard let vendor = PriceVendor(named: entry.provider),
            entry.mode == "chat" || entry.mode == "responses"
        else {
            builder.skipped += 1
            return
        }
        let prefix = entry.provider + "/"
        let model = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
        if let member = entry.unreadable.first {
            return builder.refuse(model, "\(member) is not a number")
        }
        let reasoning = entry.figures["output_cost_per_reasoning_token"]
        if let reasoning, reasoning != entry.figures["output_cost_per_token"] {
            return builder.refuse(model, "its reasoning has a price of its own")
        }
        let rows = rows(of: entry.figures, at: vendor)
        guard !rows.isEmpty else {
            builder.skipped += 1
            return
        }
        let source = ModelPrices.Source(
            name: entry.source.map { "\($0) by LiteLLM" } ?? "LiteLLM",
            read: day
        )
        builder.add(PriceDraft(vendor: vendor, model: model, source: source, rows: rows))
    }

    private func rows(of figures: [String: Double], at vendor: PriceVendor) -> [PriceDraft.Row] {
        var rows: [LiteLLMMember.Row: [PriceClass: Double]] = [:]
        for (name, figure) in figures {
            guard let member = LiteLLMMember(name) else { continue }
            rows[member.row, default: [:]][member.kind] = figure * 1_000_000
        }
        let standard = rows[.init(tier: .standard)] ?? [:]
        // Tiers that price only what is not read here (a lifetime of the cache) are none.
        return rows.filter { $1[.input] != nil || $1[.output] != nil }.map { row, figures in
            var figures = figures
            if figures[.cacheWriteLong] == nil {
                figures[.cacheWriteLong] = Self.longWrite(figures, standard: standard)
            }
            return PriceDraft.Row(
                tier: row.tier,
                // xAI charges the higher price from the threshold on, the others above it.
                above: row.above.map { vendor == .xai ? $0 - 1 : $0 },
                figures: figures
            )
        }
    }

    /// A tier's price for long-lived cache writes where only the standard one is written: in the
    /// proportion of the short-lived ones, since the vendors' factors multiply.
    private static func longWrite(
        _ figures: [PriceClass: Double],
        standard: [PriceClass: Double]
    ) -> Double? {
        guard let long = standard[.cacheWriteLong], let short = standard[.cacheWriteShort],
            short > 0, let own = figures[.cacheWriteShort]
        else { return nil }
        return long * own / short
    }
}
