import PodiumCore
import Testing

@testable import PodiumPrices

@Suite struct ShippedPricesTests {
    private let day: PriceDay

    init() throws {
        day = try #require(PriceDay("2026-11-25"))
    }

    private func cost(
        _ vendor: PriceVendor,
        _ model: String,
        _ usage: Usage,
        on text: String? = nil,
        tier: ServiceTier = .standard
    ) throws -> Int64 {
        let day = try text.map { try #require(PriceDay($0)) } ?? day
        let price = PriceList.shipped.price(vendor: vendor, model: model, on: day, tier: tier)
        return try #require(price).cost(of: usage).picodollars
    }

    // MARK: The table

    @Test func `every document is read as it stands and written as it is`() throws {
        for document in ShippedPrices.documents {
            let file = try PodiumPriceReader.read(document)
            #expect(file.refusals.isEmpty)
            #expect(file.skipped == 0)
            #expect(!file.list.isEmpty)
            // Writing sorts and keeps one entry a model.
            #expect(file.list.json == String(decoding: document, as: UTF8.self))
        }
    }

    @Test func `a vendor has one document, and every vendor but one has prices`() throws {
        let vendors = try ShippedPrices.documents.map { document in
            Set(try PodiumPriceReader.read(document).list.models.map(\.vendor))
        }
        #expect(vendors.allSatisfy { $0.count == 1 })
        #expect(Set(vendors.flatMap { $0 }) == Set(PriceVendor.allCases).subtracting([.sakana]))
        #expect((200...600).contains(PriceList.shipped.count))
    }

    @Test func `every entry has a source and a date`() throws {
        for model in PriceList.shipped.models {
            #expect(!model.source.name.isEmpty)
            #expect(model.source.read <= day)
            #expect(model.price(on: day) != nil, "\(model.model)")
        }
    }

    @Test func `every price is plausible`() {
        for model in PriceList.shipped.models {
            for rate in model.rates {
                let base = rate.price.rates(forInput: 0)
                let tiers = rate.price.contextTiers ?? []
                for rates in [base] + tiers {
                    let comment = Comment(rawValue: "\(model.model) \(rate.tier)")
                    #expect(rates.input > 0, comment)
                    #expect(rates.output >= rates.input, comment)
                    #expect((1...rates.input).contains(rates.cacheRead), comment)
                    #expect(rates.cacheWriteShort >= rates.input, comment)
                    #expect(rates.cacheWriteLong >= rates.cacheWriteShort, comment)
                    #expect(rates.output <= 1_000_000_000, comment)
                }
                for tier in tiers {
                    #expect(tier.input >= base.input, "\(model.model)")
                    #expect(tier.above >= 100_000, "\(model.model)")
                }
                #expect(tiers == tiers.sorted { $0.above < $1.above })
            }
        }
    }

    @Test func `batch and flex cost no more than standard, and priority no less`() throws {
        var compared: [ServiceTier: Int] = [:]
        for model in PriceList.shipped.models {
            let standard = try #require(model.price(on: day))
            for tier in [ServiceTier.batch, .flex] {
                guard let price = model.price(on: day, tier: tier) else { continue }
                compared[tier, default: 0] += 1
                #expect(price.input <= standard.input, "\(model.model)")
                #expect(price.output <= standard.output, "\(model.model)")
            }
            guard let price = model.price(on: day, tier: .priority) else { continue }
            compared[.priority, default: 0] += 1
            #expect(price.input >= standard.input, "\(model.model)")
        }
        #expect(Set(compared.keys) == [.batch, .flex, .priority])
    }

    // MARK: Costs by hand, in dollars per million tokens × 10⁶

    @Test func `Anthropic: 5 in, 0.5 cached, 6.25 and 10 written, 25 out`() throws {
        let usage = Usage(
            input: 1_000,
            cacheRead: 2_000,
            cacheWriteShort: 300,
            cacheWriteLong: 40,
            output: 500,
            reasoning: 400
        )
        // 5,000 + 1,000 + 1,875 + 400 + 12,500 microdollars
        #expect(try cost(.anthropic, "claude-opus-5", usage) == 20_775_000_000)
        #expect(try cost(.anthropic, "claude-opus-5-20260801", usage) == 20_775_000_000)
        #expect(try cost(.anthropic, "claude-opus-5", usage, tier: .batch) == 10_387_500_000)
    }

    @Test func `OpenAI: above 272,000 tokens, cached ones included, all cost more`() throws {
        let at = Usage(input: 271_000, cacheRead: 1_000, output: 10, reasoning: 9)
        // 271,000 × 2.5 + 1,000 × 0.25 + 10 × 15
        #expect(try cost(.openai, "gpt-5.4", at) == 677_900_000_000)
        #expect(try cost(.azure, "gpt-5.4", at) == 677_900_000_000)
        let above = Usage(input: 271_001, cacheRead: 1_000, output: 10, reasoning: 9)
        // 271,001 × 5 + 1,000 × 0.5 + 10 × 22.5
        #expect(try cost(.openai, "gpt-5.4-2026-03-05", above) == 1_355_730_000_000)
        // 1,000 × 1.25 + 100 × 7.5
        let small = Usage(input: 1_000, output: 100)
        #expect(try cost(.openai, "gpt-5.4", small, tier: .flex) == 2_000_000_000)
        #expect(try cost(.openai, "gpt-5.4", small, tier: .priority) == 8_000_000_000)
    }

    @Test func `OpenAI: cache writes of both lifetimes`() throws {
        let usage = Usage(
            input: 10,
            cacheRead: 100,
            cacheWriteShort: 40,
            cacheWriteLong: 8,
            output: 2
        )
        // 10 × 2 + 100 × 0.1 + 40 × 2.5 + 8 × 5 + 2 × 10
        #expect(try cost(.openai, "gpt-6.1-sol", usage) == 190_000_000)
    }

    @Test func `Gemini: above 200,000 tokens, and an introductory price that ends`() throws {
        let at = Usage(input: 150_000, cacheRead: 50_000, output: 100, reasoning: 60)
        // 150,000 × 1.25 + 50,000 × 0.125 + 100 × 10
        #expect(try cost(.gemini, "gemini-2.5-pro", at) == 194_750_000_000)
        let above = Usage(input: 150_001, cacheRead: 50_000, output: 100, reasoning: 60)
        // 150,001 × 2.5 + 50,000 × 0.25 + 100 × 15
        #expect(try cost(.gemini, "models/gemini-2.5-pro", above) == 389_002_500_000)
        let small = Usage(input: 1_000, output: 100)
        // 1,000 × 0.75 + 100 × 3.75, and twice as much from the new year on
        #expect(try cost(.gemini, "gemini-3.8-flash", small) == 1_125_000_000)
        #expect(
            try cost(.gemini, "gemini-3.8-flash", small, on: "2027-01-01") == 2_250_000_000
        )
    }

    @Test func `xAI: from 200,000 tokens on`() throws {
        #expect(try cost(.xai, "grok-4.7", Usage(input: 199_999)) == 399_998_000_000)
        #expect(try cost(.xai, "grok-4.7", Usage(input: 200_000)) == 800_000_000_000)
    }

    @Test func `DeepSeek: the dearest hour, from the day it has hours`() throws {
        let usage = Usage(input: 1_000, cacheRead: 1_000, output: 1_000)
        // 0.435 + 0.003625 + 0.87, then 1.32 + 0.044 + 3.96
        #expect(
            try cost(.deepseek, "deepseek-v4-pro", usage, on: "2026-08-16") == 1_308_625_000
        )
        #expect(try cost(.deepseek, "deepseek-v4-pro", usage) == 5_324_000_000)
    }

    @Test func `Mistral, Groq, Together and OpenRouter`() throws {
        let usage = Usage(input: 1_000, cacheRead: 1_000, cacheWriteLong: 1_000, output: 1_000)
        // 0.15 + 0.015 + 0.15 + 0.6
        #expect(try cost(.mistral, "mistral-small-latest", usage) == 915_000_000)
        // 0.15 + 0.075 + 0.15 + 0.6
        #expect(try cost(.groq, "openai/gpt-oss-120b", usage) == 975_000_000)
        // 0.15 + 0.15 + 0.15 + 0.6: Together sells its cache at the price of input
        #expect(try cost(.together, "openai/gpt-oss-120b", usage) == 1_050_000_000)
        // 5 + 0.5 + 6.25 + 25: no lifetime of its own, so the long write is as the short one
        #expect(try cost(.openrouter, "anthropic/claude-opus-5", usage) == 36_750_000_000)
    }

    @Test func `what is not listed is unknown, not free`() {
        let list = PriceList.shipped
        #expect(list.price(vendor: .sakana, model: "fugu-ultra", on: day) == nil)
        #expect(list.price(vendor: .openai, model: "gpt-5.4-turbo", on: day) == nil)
        let cost = Cost(of: Usage(input: 1), at: nil)
        #expect(cost.hasUnknown && cost.picodollars == 0)
    }
}
