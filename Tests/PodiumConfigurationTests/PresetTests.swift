import PodiumCore
import Testing

@testable import PodiumConfiguration

@Suite struct PresetTests {
    private func provider(_ text: String, _ name: String) throws -> ProviderSettings {
        try #require(try read("providers:\n  \(text)").provider(named: name))
    }

    @Test(arguments: [
        ("openai", "https://api.openai.com/v1", ["OPENAI_API_KEY"]),
        ("anthropic", "https://api.anthropic.com/v1", ["ANTHROPIC_API_KEY"]),
        (
            "gemini", "https://generativelanguage.googleapis.com/v1beta",
            ["GOOGLE_API_KEY", "GEMINI_API_KEY"]
        ),
        ("ollama", "http://127.0.0.1:11434/v1", []),
    ]) func `a vendor's name alone is enough`(name: String, url: String, keys: [String]) throws {
        for text in ["\(name):", "\(name): {}", "\(name): {timeouts: {idle: 1m}}"] {
            let provider = try provider(text, name)
            #expect(provider.baseURL?.text == url)
            #expect(provider.key == (keys.isEmpty ? .none : .environment(keys)))
            #expect(provider.preset == name)
        }
    }

    @Test func `a preset fills in what is not written`() throws {
        let provider = try provider(
            """
            work:
                preset: azure
                base_url: https://acme.openai.azure.com/openai/v1
                token_limit: max_tokens
            """,
            "work"
        )
        #expect(provider.keyHeader == "api-key")
        #expect(provider.key == .environment(["AZURE_OPENAI_API_KEY"]))
        #expect(provider.tokenLimit == .maxTokens)
        #expect(provider.dialect == .openAIChat)
    }

    @Test func `a preset's key goes to no other host`() throws {
        let other = "https://proxy.example/v1"
        #expect(try provider("openai: {base_url: \"\(other)\"}", "openai").key == .none)
        #expect(try provider("openai: {base_url: \"\(other)\"}", "openai").preset == nil)
        let named = try provider("x: {preset: openai, base_url: \"\(other)\"}", "x")
        #expect(named.key == .none)
        #expect(named.dialect == .openAIResponses)
        let same = try provider("x: {preset: openai, base_url: \"https://api.openai.com/v2\"}", "x")
        #expect(same.key == .environment(["OPENAI_API_KEY"]))
    }

    @Test func `a preset without an address of its own asks for one`() {
        expectMistake(
            .missingKey,
            """
            config.yaml:1:20: providers.azure: The key `base_url` is missing: Azure OpenAI has \
            another address for each customer.
            Write it like `base_url: https://NAME.openai.azure.com/openai/v1`.
            """
        ) { _ = try read("providers: {azure: {preset: azure}}") }
    }

    @Test func `an unknown preset is told what there is`() {
        expectMistake(
            .unknownName,
            """
            config.yaml:1:29: providers.x.preset: There is no preset "opanai".
            Did you mean `openai`?
            """
        ) { _ = try read("providers: {x: {preset:     opanai}}") }
    }

    @Test func `every preset can be used as it is`() throws {
        for preset in ProviderPreset.all where preset.baseURL != nil {
            let provider = try provider("\(preset.name):", preset.name)
            #expect(provider.dialect == preset.dialect)
            #expect(provider.baseURL?.isSecure == !preset.isLocal)
            #expect(preset.keyVariables.isEmpty == preset.isLocal)
        }
    }

    @Test func `a model on one's own machine costs nothing, and a cloud behind it is unknown`()
        throws
    {
        let configuration = try read(
            """
            providers: {ollama: }
            workers:
              - {provider: ollama, model: "qwen3:4b"}
              - {provider: ollama, model: "gpt-oss:120b-cloud"}
            """
        )
        #expect(configuration.workers[0].price == Price(input: 0, output: 0))
        #expect(configuration.workers[1].price == nil)
    }

    @Test func `a price that is not written is looked up, in every pool`() throws {
        let configuration = try read(
            """
            providers: {openai: , ollama: }
            workers:
              - {provider: openai, model: gpt-x}
              - {provider: openai, model: gpt-y, price: {input: 1, output: 2}}
              - {provider: openai, model: gpt-z}
              - {provider: ollama, model: smol}
            pools: {few: [gpt-x, reckoner]}
            """
        )
        let price = Price(input: 7, output: 8)
        let priced = configuration.pricing { worker, settings in
            #expect(settings.preset == "openai")
            return worker.model == "gpt-x" ? price : nil
        }
        #expect(
            priced.workers.map(\.price) == [
                price, Price(input: 1_000_000, output: 2_000_000), nil, Price(input: 0, output: 0),
            ]
        )
        #expect(try priced.pool(named: "few")[0].price == price)
        #expect(priced.worker(named: "gpt-x")?.price == price)
    }

    @Test func `a cassette is a provider without a server`() throws {
        let text = "tape: {dialect: cassette, file: demo.jsonl}"
        #expect(
            try provider(text, "tape").source == .cassette(file: "demo.jsonl", isInstant: false)
        )
        let instant = "tape: {dialect: cassette, file: /a/b.jsonl, timing: instant}"
        #expect(
            try provider(instant, "tape").source == .cassette(file: "/a/b.jsonl", isInstant: true)
        )
        for wrong in [
            "dialect: cassette", "dialect: cassette, file: x, key_env: K",
            "dialect: cassette, file: x, timing: slow", "base_url: \"http://127.0.0.1\", file: x",
        ] {
            #expect(throws: ConfigurationError.self) { try provider("tape: {\(wrong)}", "tape") }
        }
    }

    @Test func `limits hold for a provider`() throws {
        let limits = try provider(
            """
            x:
                base_url: http://127.0.0.1:1/v1
                limits: {concurrency: 2, requests_per_minute: 60, tokens_per_minute: 90_000, usd_per_day: 1.5}
            """,
            "x"
        ).limits
        #expect(
            limits
                == ProviderLimits(
                    concurrency: 2,
                    requestsPerMinute: 60,
                    tokensPerMinute: 90_000,
                    picodollarsPerDay: 1_500_000_000_000
                )
        )
    }

    @Test func `several variables may hold a key`() throws {
        let text = "x: {base_url: \"https://x.example\", key_env: [FIRST, SECOND]}"
        #expect(try provider(text, "x").key == .environment(["FIRST", "SECOND"]))
    }
}
