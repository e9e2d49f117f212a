import PodiumCore
import Testing

@testable import PodiumPrices

@Suite struct GenAIPriceReaderTests {
    /// Members as in genai-prices' file, with made-up figures.
    static let sample = """
        [{"id": "anthropic", "name": "Anthropic", "pricing_urls": ["https://example.com/a"],
          "extractors": [{"root": "usage"}], "models": [
          {"id": "claude-x", "match": {"or": [{"starts_with": "claude-x"}, {"equals": "claude-ex"},
            {"contains": "cl"}, {"equals": "claude-y"}]},
           "prices": {"input_mtok": {"base": 3, "tiers": [{"start": 200000, "price": 6}]},
            "cache_write_mtok": 3.75, "cache_write_1h_mtok": 6, "cache_read_mtok": 0.3,
            "output_mtok": {"base": 15, "tiers": [{"start": 200000, "price": 22.5}]},
            "web_searches_kcount": 10},
           "price_variants": [{"when": {"processing": "batch"}, "prices": {"input_mtok": 1.5},
             "constraint": null}, {"when": {"speed": "fast"}, "prices": {"input_mtok": 30}}]},
          {"id": "claude-y", "match": {"equals": "claude-y"},
           "prices": [{"prices": {"input_mtok": 1, "output_mtok": 5}},
            {"constraint": {"start_date": "2026-03-13"}, "prices": {"input_mtok": 2, "output_mtok": 6}},
            {"constraint": {"start_date": "2027-01-01"}, "prices": {"input_mtok": 3, "output_mtok": 7}}],
           "price_variants": [
            {"when": {"processing": "batch"}, "constraint": {"start_date": "2027-01-01"},
             "prices": {"input_mtok": 1.5}},
            {"when": {"processing": "batch"}, "constraint": {"start_date": "2026-10-14"},
             "prices": {"input_mtok": 1, "output_mtok": 3}}]}]},
         {"id": "deepseek", "models": [{"id": "d", "match": {"equals": "d"}, "prices": [
           {"prices": {"input_mtok": 0.4, "output_mtok": 0.8}},
           {"constraint": {"start_date": "2026-08-17"}, "prices": {"input_mtok": 0.6, "output_mtok": 2}},
           {"constraint": {"start_time": "01:00:00Z", "end_time": "04:00:00Z"},
            "prices": {"input_mtok": 1.2, "output_mtok": 4}}]}]},
         {"id": "openai", "models": [
          {"id": "embeds", "prices": {"input_mtok": 1}}, {"id": "none", "prices": []},
          {"id": "minus", "prices": {"input_mtok": 1, "output_mtok": -2}},
          {"id": "text", "prices": {"input_mtok": "1", "output_mtok": 2}},
          {"id": "day", "prices": [{"constraint": {"start_date": "soon"}, "prices": {}}]},
          {"id": "tier", "prices": {"input_mtok": {"base": 1, "tiers": [{"start": 1}]}}},
          {"id": "base", "prices": {"input_mtok": {"tiers": []}, "output_mtok": 1}},
          {"id": "thinks", "prices": {"input_mtok": 1, "output_mtok": 2, "output_reasoning_mtok": 3}},
          {"id": "zero", "prices": {"input_mtok": 0, "output_mtok": 0}}]},
         {"id": "aws", "models": [{"id": "m", "prices": {"input_mtok": 1, "output_mtok": 2}}]}]
        """

    private let file: PriceImport
    private let day: PriceDay

    init() throws {
        day = try #require(PriceDay("2026-11-25"))
        file = try PriceFile.read(Array(Self.sample.utf8), on: day)
    }

    private func price(
        _ model: String,
        vendor: PriceVendor = .anthropic,
        tier: ServiceTier = .standard,
        on text: String = "2026-11-25"
    ) throws -> Price? {
        let day = try #require(PriceDay(text))
        return file.list.price(vendor: vendor, model: model, on: day, tier: tier)
    }

    @Test func `both forms of the file are read alike`() throws {
        #expect(file.format == .genAI)
        let object = #"{"units": {"a": {"per": 1}}, "providers": \#(Self.sample), "more": 1}"#
        #expect(try PriceFile.read(Array(object.utf8), on: day) == file)
    }

    @Test func `prices by class, with tiers for those that have them`() throws {
        let expected = Price(
            input: 3_000_000,
            output: 15_000_000,
            cacheRead: 300_000,
            cacheWriteShort: 3_750_000,
            cacheWriteLong: 6_000_000,
            contextTiers: [
                .init(
                    above: 200_000,
                    input: 6_000_000,
                    output: 22_500_000,
                    cacheRead: 300_000,
                    cacheWriteShort: 6_000_000,
                    cacheWriteLong: 6_000_000
                )
            ]
        )
        #expect(try price("claude-x") == expected)
        #expect(
            file.list.entry(vendor: .anthropic, model: "claude-x")?.source
                == .init(name: "https://example.com/a by genai-prices", read: day)
        )
    }

    @Test func `a model is found under its other names, but not under another's own name`() throws {
        #expect(try price("claude-ex") == price("claude-x"))
        #expect(try price("claude-y")?.input == 2_000_000)
        #expect(try price("cl") == nil)
        #expect(try price("claude-x-mini") == nil)
    }

    @Test func `prices begin on days`() throws {
        let inputs = try ["2026-03-12", "2026-03-13", "2026-12-31", "2027-01-01"].map {
            try price("claude-y", on: $0)?.input
        }
        #expect(inputs == [1_000_000, 2_000_000, 2_000_000, 3_000_000])
    }

    @Test func `a variant says what is other than in the price of its day`() throws {
        #expect(try price("claude-x", tier: .batch)?.input == 1_500_000)
        #expect(try price("claude-x", tier: .batch)?.output == 15_000_000)
        #expect(try price("claude-x", tier: .priority) == nil)
        let batch = try ["2026-10-13", "2026-10-14", "2027-01-01"].map {
            try price("claude-y", tier: .batch, on: $0).map { [$0.input, $0.output] }
        }
        #expect(batch == [nil, [1_000_000, 3_000_000], [1_500_000, 3_000_000]])
    }

    @Test func `of prices by the hour the dearest counts, from the last day on`() throws {
        #expect(try price("d", vendor: .deepseek, on: "2026-08-16")?.output == 800_000)
        #expect(try price("d", vendor: .deepseek)?.output == 4_000_000)
    }

    @Test func `nonsense is refused with what and where`() {
        #expect(
            Set(file.refusals.map { "\($0.model): \($0.reason)" }) == [
                "minus: standard: output is -2.0 dollars per million tokens",
                "text: input_mtok is not a number",
                "day: its start_date soon is no day such as 2026-03-17",
                "tier: a tier of input_mtok lacks its start or its price",
                "base: input_mtok has no base", "thinks: its reasoning has a price of its own",
                "zero: standard: no price for input",
            ]
        )
        #expect(file.skipped == 3)
        #expect(!file.list.models.contains { $0.vendor == .openai })
    }
}
