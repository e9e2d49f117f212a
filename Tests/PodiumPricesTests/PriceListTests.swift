import PodiumCore
import Testing

@testable import PodiumPrices

@Suite struct PriceListTests {
    private let source: ModelPrices.Source
    private let day: PriceDay

    init() throws {
        day = try #require(PriceDay("2026-06-15"))
        source = ModelPrices.Source(name: "a test", read: day)
    }

    private func entry(
        _ model: String,
        vendor: PriceVendor = .openai,
        _ rates: ModelPrices.Rate...
    ) -> ModelPrices {
        ModelPrices(vendor: vendor, model: model, rates: rates, source: source)
    }

    private func rate(
        _ input: Int64,
        tier: ServiceTier = .standard,
        from start: String? = nil
    ) -> ModelPrices.Rate {
        .init(
            tier: tier,
            start: start.flatMap(PriceDay.init),
            price: Price(input: input, output: 9)
        )
    }

    // MARK: Names

    @Test(arguments: [
        "gpt-5.4", "GPT-5.4", "gpt-5.4-2026-03-17", "gpt-5.4-20260317", "gpt-5.4@20260317",
        "gpt-5.4@2026-03-17", "gpt-5.4-latest", "gpt-5.4-Latest",
    ])
    func `a model is found by its name, with a date or without`(name: String) {
        let list = PriceList([entry("gpt-5.4", rate(1))])
        #expect(list.price(vendor: .openai, model: name, on: day)?.input == 1)
    }

    @Test(arguments: [
        "gpt-5", "gpt-5.4-mini", "gpt-5.4-2026-13-17", "gpt-5.4-2026-02-30", "gpt-5.4-2603",
        "gpt-5.42026-03-17", "gpt-5.4-preview", "my-gpt-5.4", "openai/gpt-5.4", "gpt-5.4:free", "",
        "-latest", "gpt-5.4-2026-03-17-latest", "gpt-5.4 ",
    ])
    func `nothing is found by a guess`(name: String) {
        let list = PriceList([entry("gpt-5.4", rate(1))])
        #expect(list.price(vendor: .openai, model: name, on: day) == nil)
    }

    @Test func `a version's own entry goes before the model's`() {
        let list = PriceList([
            entry("gpt-4o", rate(1)), entry("gpt-4o-2024-05-13", rate(2)),
            entry("gpt-4o-latest", rate(3)),
        ])
        #expect(list.price(vendor: .openai, model: "gpt-4o-2024-05-13", on: day)?.input == 2)
        #expect(list.price(vendor: .openai, model: "gpt-4o-2024-08-06", on: day)?.input == 1)
        #expect(list.price(vendor: .openai, model: "gpt-4o-latest", on: day)?.input == 3)
    }

    @Test func `a model costs what its vendor charges, and another vendor's price says nothing`() {
        let list = PriceList([
            entry("gpt-oss", vendor: .groq, rate(1)), entry("gpt-oss", vendor: .together, rate(2)),
        ])
        #expect(list.price(vendor: .groq, model: "gpt-oss", on: day)?.input == 1)
        #expect(list.price(vendor: .together, model: "gpt-oss", on: day)?.input == 2)
        #expect(list.price(vendor: .openai, model: "gpt-oss", on: day) == nil)
    }

    @Test func `Gemini's resource names are names`() {
        let list = PriceList([entry("gemini-3", vendor: .gemini, rate(1)), entry("gpt", rate(2))])
        #expect(list.price(vendor: .gemini, model: "models/gemini-3", on: day)?.input == 1)
        #expect(list.price(vendor: .openai, model: "models/gpt", on: day) == nil)
    }

    @Test func `vendors have other names too`() {
        let names = [
            "Google", "x-ai", "together_ai", "MistralAI", "azure_ai", "openai", "nobody", "",
        ]
        #expect(
            names.map(PriceVendor.init(named:))
                == [.gemini, .xai, .together, .mistral, .azure, .openai, nil, nil]
        )
    }

    // MARK: Days and tiers

    @Test func `the price in force on the day counts`() throws {
        let list = PriceList([
            entry("m", rate(3, from: "2026-06-15"), rate(1), rate(4, from: "2027-01-01"))
        ])
        let prices = try ["2020-01-01", "2026-06-14", "2026-06-15", "2026-12-31", "2027-01-01"].map
        {
            list.price(vendor: .openai, model: "m", on: try #require(PriceDay($0)))?.input
        }
        #expect(prices == [1, 1, 3, 3, 4])
    }

    @Test func `before a model's first day its price is unknown`() throws {
        let list = PriceList([entry("m", rate(3, from: "2026-06-16"))])
        #expect(list.price(vendor: .openai, model: "m", on: day) == nil)
    }

    @Test func `a tier without a price of its own is unknown`() {
        let list = PriceList([entry("m", rate(2), rate(1, tier: .batch), rate(5, tier: .priority))])
        let prices = ServiceTier.allCases.map {
            list.price(vendor: .openai, model: "m", on: day, tier: $0)?.input
        }
        #expect(prices == [2, 1, nil, 5])
        #expect(
            Cost(of: Usage(input: 1), at: prices[2].map { Price(input: $0, output: 0) }).hasUnknown
        )
    }

    @Test(arguments: ["2026-02-29", "2026-3-17", "20260317", "2026-00-01", "", "2026-03-17 "])
    func `what is no day is none`(text: String) {
        #expect(PriceDay(text) == nil)
    }

    @Test func `a moment's day is that of UTC`() {
        #expect(PriceDay(Timestamp(microseconds: 0)).description == "1970-01-01")
        #expect(PriceDay(Timestamp(microseconds: -1)).description == "1969-12-31")
    }

    // MARK: Together

    @Test func `merging replaces the models of the other list and keeps the rest`() {
        let base = PriceList([entry("a", rate(1)), entry("b", rate(2))])
        let merged = base.merging(PriceList([entry("B", rate(3)), entry("c", rate(4))]))
        #expect(merged.models.map(\.model) == ["a", "B", "c"])
        #expect(merged.price(vendor: .openai, model: "b", on: day)?.input == 3)
    }

    @Test func `changes tell what is new, what is other and how much is the same`() throws {
        let base = PriceList([entry("a", rate(1)), entry("b", rate(2)), entry("gone", rate(5))])
        let later = ModelPrices.Source(name: "later", read: try #require(PriceDay("2026-07-01")))
        let same = ModelPrices(vendor: .openai, model: "a", rates: [rate(1)], source: later)
        let changes = base.changes(
            to: PriceList([same, entry("b", rate(3)), entry("c", rate(4))]),
            on: day
        )
        #expect(changes.added.map(\.model) == ["c"])
        #expect(changes.changed.map(\.old.model) == ["b"])
        #expect(changes.changed.map(\.new.rates) == [[rate(3)]])
        #expect(changes.unchanged == 1)
        #expect(changes.models.models.map(\.model) == ["b", "c"])
    }

    @Test func `a price that is in force anyway is no change`() {
        let base = PriceList([
            entry("m", rate(1), rate(2, from: "2026-06-01"), rate(3, from: "2027-01-01"))
        ])
        func changed(_ rates: ModelPrices.Rate...) -> Bool {
            let model = ModelPrices(vendor: .openai, model: "m", rates: rates, source: source)
            return !base.changes(to: PriceList([model]), on: day).changed.isEmpty
        }
        #expect(!changed(rate(2)))
        #expect(!changed(rate(1), rate(2, from: "2026-06-10")))
        #expect(changed(rate(3)))
        #expect(changed(rate(2), rate(2, from: "2027-01-01")))
        #expect(changed(rate(2), rate(1, tier: .batch)))
    }
}
