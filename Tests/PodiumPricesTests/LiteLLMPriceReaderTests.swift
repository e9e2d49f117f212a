import PodiumCore
import Testing

@testable import PodiumPrices

@Suite struct LiteLLMPriceReaderTests {
    /// Members as in LiteLLM's file, with made-up figures.
    static let sample = """
        {"sample_spec": {"litellm_provider": "one of many", "mode": "one of: chat, embedding"},
         "gpt-x": {"litellm_provider": "openai", "mode": "responses", "max_tokens": 9,
          "input_cost_per_token": 2.5e-06, "output_cost_per_token": 1.5e-05,
          "cache_read_input_token_cost": 2.5e-07,
          "input_cost_per_token_above_272k_tokens": 5e-06,
          "output_cost_per_token_above_272k_tokens": 2.25e-05,
          "cache_read_input_token_cost_above_272k_tokens": 5e-07,
          "input_cost_per_token_batches": 1.25e-06, "output_cost_per_token_batches": 7.5e-06,
          "input_cost_per_token_flex": 1e-06, "output_cost_per_token_flex": 6e-06,
          "input_cost_per_token_above_272k_tokens_flex": 2e-06,
          "output_cost_per_token_above_272k_tokens_flex": 9e-06,
          "input_cost_per_token_priority": 5e-06, "output_cost_per_token_priority": 3e-05,
          "input_cost_per_token_ultrafast": 9e-06, "supports": {"deep": [1]},
          "source": "https://example.com/pricing"},
         "claude-x": {"litellm_provider": "anthropic", "mode": "chat",
          "input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05,
          "cache_read_input_token_cost": 3e-07, "cache_creation_input_token_cost": 3.75e-06,
          "cache_creation_input_token_cost_above_1hr": 6e-06,
          "input_cost_per_token_batches": 1.5e-06, "output_cost_per_token_batches": 7.5e-06,
          "cache_creation_input_token_cost_batches": 1.875e-06},
         "gemini/stores": {"litellm_provider": "gemini", "mode": "chat",
          "input_cost_per_token": 3e-07, "output_cost_per_token": 2.5e-06,
          "cache_creation_input_token_cost": 8.3e-08},
         "xai/grok-x": {"litellm_provider": "xai", "mode": "chat",
          "input_cost_per_token": 2e-06, "output_cost_per_token": 6e-06,
          "input_cost_per_token_above_200k_tokens": 4e-06,
          "output_cost_per_token_above_200k_tokens": 1.2e-05},
         "together_ai/free": {"litellm_provider": "together_ai", "mode": "chat",
          "input_cost_per_token": 0.0, "output_cost_per_token": 0},
         "openrouter/a/b:free": {"litellm_provider": "openrouter", "mode": "chat",
          "input_cost_per_token": 0, "output_cost_per_token": 0},
         "deepseek/d": {"litellm_provider": "deepseek", "mode": "chat",
          "input_cost_per_token": 3e-07, "output_cost_per_token": 1.2e-06,
          "cache_creation_input_token_cost": 0.0, "cache_read_input_token_cost": null},
         "bad": {"litellm_provider": "openai", "mode": "chat",
          "input_cost_per_token": -1, "output_cost_per_token": 1},
         "text": {"litellm_provider": "openai", "mode": "chat",
          "input_cost_per_token": "1e-6", "output_cost_per_token": 1e-6},
         "thinks": {"litellm_provider": "gemini", "mode": "chat", "input_cost_per_token": 1e-6,
          "output_cost_per_token": 2e-6, "output_cost_per_reasoning_token": 3e-6},
         "embeds": {"litellm_provider": "openai", "mode": "embedding", "input_cost_per_token": 1e-7},
         "elsewhere": {"litellm_provider": "bedrock", "mode": "chat", "input_cost_per_token": 1e-7},
         "tokenless": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_image": 1}}
        """

    private let file: PriceImport
    private let day: PriceDay

    init() throws {
        day = try #require(PriceDay("2026-11-25"))
        file = try PriceFile.read(Array(Self.sample.utf8), on: day)
    }

    private func price(
        _ vendor: PriceVendor,
        _ model: String,
        tier: ServiceTier = .standard
    ) -> Price? {
        file.list.price(vendor: vendor, model: model, on: day, tier: tier)
    }

    @Test func `models of known vendors that chat are read, by the vendor's name for them`() throws
    {
        #expect(file.format == .liteLLM)
        #expect(
            file.list.models.map { "\($0.vendor) \($0.model)" } == [
                "anthropic claude-x", "deepseek d", "gemini stores", "openai gpt-x",
                "openrouter a/b:free",
                "xai grok-x",
            ]
        )
        #expect(file.skipped == 4)
        let source = try #require(file.list.entry(vendor: .openai, model: "gpt-x")).source
        #expect(source == .init(name: "https://example.com/pricing by LiteLLM", read: day))
    }

    @Test func `prices a token become picodollars, with tiers of context and of service`() {
        #expect(
            price(.openai, "gpt-x")
                == Price(
                    input: 2_500_000,
                    output: 15_000_000,
                    cacheRead: 250_000,
                    contextTiers: [
                        .init(
                            above: 272_000,
                            input: 5_000_000,
                            output: 22_500_000,
                            cacheRead: 500_000
                        )
                    ]
                )
        )
        #expect(price(.openai, "gpt-x", tier: .batch) == Price(input: 1_250_000, output: 7_500_000))
        #expect(
            price(.openai, "gpt-x", tier: .flex)
                == Price(
                    input: 1_000_000,
                    output: 6_000_000,
                    contextTiers: [.init(above: 272_000, input: 2_000_000, output: 9_000_000)]
                )
        )
        #expect(price(.openai, "gpt-x", tier: .priority)?.output == 30_000_000)
    }

    @Test func `cache writes have a price by lifetime`() {
        #expect(
            price(.anthropic, "claude-x")
                == Price(
                    input: 3_000_000,
                    output: 15_000_000,
                    cacheRead: 300_000,
                    cacheWriteShort: 3_750_000,
                    cacheWriteLong: 6_000_000
                )
        )
    }

    @Test func `a tier's long-lived writes are in the proportion of its short-lived ones`() {
        #expect(
            price(.anthropic, "claude-x", tier: .batch)
                == Price(
                    input: 1_500_000,
                    output: 7_500_000,
                    cacheWriteShort: 1_875_000,
                    cacheWriteLong: 3_000_000
                )
        )
    }

    @Test func `a write below the price of input is the storage alone`() {
        #expect(price(.gemini, "stores")?.cacheWriteShort == 383_000)
        #expect(price(.gemini, "stores")?.cacheWriteLong == 383_000)
    }

    @Test func `a cache that seems to cost nothing costs what input does`() {
        #expect(price(.deepseek, "d") == Price(input: 300_000, output: 1_200_000))
    }

    @Test func `xAI's threshold is charged from its first token on`() {
        #expect(price(.xai, "grok-x")?.contextTiers?.map(\.above) == [199_999])
    }

    @Test func `nonsense is refused with what and where, and zero is unknown unless it is free`() {
        #expect(price(.openrouter, "a/b:free") == Price(input: 0, output: 0))
        #expect(
            Set(file.refusals.map { "\($0.model): \($0.reason)" }) == [
                "bad: standard: input is -1000000.0 dollars per million tokens",
                "free: standard: no price for input", "text: input_cost_per_token is not a number",
                "thinks: its reasoning has a price of its own",
            ]
        )
    }

    @Test(arguments: [
        "input_cost_per_token_above_k_tokens", "input_cost_per_token_above__tokens",
        "input_cost_per_token_above_99999999999999999999k_tokens", "input_cost_per_token_cache_hit",
        "input_cost_per_token_above_9223372036854775807k_tokens", "input_cost_per_image", "",
        "cache_read_input_token_cost_above_1hr",
    ])
    func `other members are none of these prices`(name: String) {
        #expect(LiteLLMMember(name) == nil)
    }
}
