import PodiumCore

/// Reads Podium's own format: an object with `format`, `version` and `models`, each of which has a
/// row a price (docs/prices.md). Figures are in US dollars per million tokens.
struct PodiumPriceReader {
    static let formatName = "podium-prices"
    static let version = 1

    private var reader: JSONReader
    private var builder = PriceListBuilder(isForeign: false)

    static func read(_ bytes: [UInt8]) throws -> PriceImport {
        var reader = PodiumPriceReader(reader: JSONReader(bytes))
        try reader.readFile()
        return PriceImport(reader.builder, format: .podium)
    }

    private mutating func readFile() throws {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("version", .number):
                let version = try reader.readInt()
                guard version == Self.version else {
                    throw PriceFileError(
                        "it has version \(version), and this Podium reads version \(Self.version)."
                            + " A newer Podium may read it."
                    )
                }
            case ("models", .array):
                try reader.beginArray()
                while try reader.nextElement() { try readModel() }
            default: try reader.skipValue()
            }
        }
        try reader.expectEnd()
    }

    private mutating func readModel() throws(JSONReader.Failure) {
        var texts: [String: String] = [:]
        var rows: [PriceDraft.Row] = []
        var problem: String?
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("vendor", .string), ("model", .string), ("source", .string), ("read", .string):
                texts[name] = try reader.readString()
            case ("prices", .array):
                try reader.beginArray()
                while try reader.nextElement() { rows.append(try readRow(&problem)) }
            default: try reader.skipValue()
            }
        }
        add(texts, rows, problem)
    }

    private mutating func add(
        _ texts: [String: String],
        _ rows: [PriceDraft.Row],
        _ problem: String?
    ) {
        let model = texts["model"] ?? ""
        guard let vendor = texts["vendor"].flatMap(PriceVendor.init(named:)) else {
            let known = PriceVendor.allCases.map(\.rawValue).joined(separator: ", ")
            return builder.refuse(
                model,
                "its vendor \(texts["vendor"] ?? "is missing") is none of \(known)"
            )
        }
        guard let read = texts["read"].flatMap(PriceDay.init) else {
            return builder.refuse(model, "read is no day such as 2026-03-17")
        }
        guard let source = texts["source"], !source.isEmpty else {
            return builder.refuse(model, "source is missing: where do the figures come from?")
        }
        if let problem { return builder.refuse(model, problem) }
        guard !rows.isEmpty else { return builder.refuse(model, "it has no prices") }
        builder.add(
            PriceDraft(
                vendor: vendor,
                model: model,
                source: ModelPrices.Source(name: source, read: read),
                rows: rows
            )
        )
    }

    private mutating func readRow(
        _ problem: inout String?
    ) throws(JSONReader.Failure) -> PriceDraft.Row {
        var row = PriceDraft.Row()
        try reader.beginObject()
        while let name = try reader.nextMember() {
            let kind = try reader.peek()
            if let figure = PriceClass(rawValue: name) {
                guard kind == .number else {
                    problem = "\(name) is not a number"
                    try reader.skipValue()
                    continue
                }
                row.figures[figure] = try reader.readDouble()
                continue
            }
            switch (name, kind) {
            case ("above", .number): row.above = try reader.readInt()
            case ("tier", .string):
                let text = try reader.readString()
                let tier = ServiceTier(rawValue: text)
                if tier == nil { problem = "there is no tier \(text)" }
                row.tier = tier ?? .standard
            case ("from", .string):
                let text = try reader.readString()
                row.start = PriceDay(text)
                if row.start == nil { problem = "from \(text) is no day such as 2026-03-17" }
            case ("above", _), ("tier", _), ("from", _):
                problem = "\(name) is of the wrong kind"
                try reader.skipValue()
            default: try reader.skipValue()
            }
        }
        return row
    }
}
