import PodiumCore

/// Reads genai-prices' `data.json` and `data_slim.json`: an array of providers, or an object that
/// has it under `providers`. Prices are in US dollars per million tokens.
struct GenAIPriceReader {
    var reader: JSONReader
    private let day: PriceDay
    private var builder = PriceListBuilder(isForeign: true)

    static func read(
        _ bytes: [UInt8],
        on day: PriceDay
    ) throws(JSONReader.Failure) -> PriceImport {
        var reader = GenAIPriceReader(reader: JSONReader(bytes), day: day)
        try reader.readFile()
        return PriceImport(reader.builder, format: .genAI)
    }

    private mutating func readFile() throws(JSONReader.Failure) {
        if try reader.peek() == .array {
            try readProviders()
        } else {
            try reader.beginObject()
            while let name = try reader.nextMember() {
                if name == "providers" { try readProviders() } else { try reader.skipValue() }
            }
        }
        try reader.expectEnd()
    }

    private mutating func readProviders() throws(JSONReader.Failure) {
        try reader.beginArray()
        while try reader.nextElement() {
            var id = ""
            var page: String?
            var models: [GenAIModel] = []
            try reader.beginObject()
            while let name = try reader.nextMember() {
                switch (name, try reader.peek()) {
                case ("id", .string): id = try reader.readString()
                case ("pricing_urls", .array): page = try readStrings().first
                case ("models", .array): models = try readModels()
                default: try reader.skipValue()
                }
            }
            take(models, of: id, page: page)
        }
    }

    private mutating func readModels() throws(JSONReader.Failure) -> [GenAIModel] {
        var models: [GenAIModel] = []
        try reader.beginArray()
        while try reader.nextElement() { models.append(try readModel()) }
        return models
    }

    mutating func readStrings() throws(JSONReader.Failure) -> [String] {
        var strings: [String] = []
        try reader.beginArray()
        while try reader.nextElement() {
            if try reader.peek() == .string {
                strings.append(try reader.readString())
            } else {
                try reader.skipValue()
            }
        }
        return strings
    }

    // MARK: A provider's models

    private mutating func take(_ models: [GenAIModel], of id: String, page: String?) {
        guard let vendor = PriceVendor(named: id) else {
            builder.skipped += models.count
            return
        }
        let source = ModelPrices.Source(
            name: page.map { "\($0) by genai-prices" } ?? "genai-prices",
            read: day
        )
        // A model's own name goes before what others are also called.
        var claimed = Set(models.map { $0.id.lowercased() })
        var named = models.map { (name: $0.id, model: $0) }
        for model in models {
            for alias in model.aliases where claimed.insert(alias.lowercased()).inserted {
                named.append((alias, model))
            }
        }
        for (name, model) in named {
            if let problem = model.problem {
                builder.refuse(name, problem)
                continue
            }
            let rows = model.rows
            guard !rows.isEmpty else {
                builder.skipped += 1
                continue
            }
            builder.add(PriceDraft(vendor: vendor, model: name, source: source, rows: rows))
        }
    }
}
