import PodiumCore
import Testing

@testable import PodiumConfiguration

@Suite struct FirstConfigurationTests {
    private func found(_ name: String, _ models: [String]) throws -> FirstConfiguration.Found {
        .init(preset: try #require(ProviderPreset.named(name)), models: models)
    }

    @Test func `the newest of each family is taken, and no snapshot or special model`() throws {
        let first = FirstConfiguration([
            try found(
                "openai",
                [
                    "gpt-4.1", "gpt-5", "gpt-5.2", "gpt-5-mini", "gpt-5.2-2025-12-11",
                    "gpt-5.2-codex",
                    "gpt-image-1", "text-embedding-3-small", "gpt-10",
                ]
            ),
            try found(
                "anthropic",
                [
                    "claude-opus-4-5", "claude-opus-4-5-20251101", "claude-haiku-4-5",
                    "claude-opus-4-1",
                ]
            ),
            try found("gemini", ["gemini-2.5-pro", "gemini-3-pro", "gemini-2.5-flash"]),
        ])
        #expect(
            first.workers == [
                "gpt-10", "gpt-5-mini", "claude-opus-4-5", "claude-haiku-4-5", "gemini-3-pro",
                "gemini-2.5-flash",
            ]
        )
        #expect(first.conductor == "gpt-10")
    }

    @Test func `a model whose name has a meaning of its own is given another`() throws {
        let first = FirstConfiguration([try found("lmstudio", ["conductor", "Person", "123"])])
        #expect(first.workers == ["model-conductor", "model-Person", "model-123"])
    }

    @Test func `version 10 comes after version 9, and what is no version is left out`() throws {
        let first = FirstConfiguration([
            try found(
                "anthropic",
                [
                    "claude-opus-4-9", "claude-opus-4-10", "claude-opus-inf",
                    "claude-opus-4-10-20261101", "claude-opus-1e5",
                ]
            )
        ])
        #expect(first.workers == ["claude-opus-4-10"])
    }

    @Test func `a line of models goes on under other names`() throws {
        let first = FirstConfiguration([
            try found(
                "openai",
                ["gpt-5.5", "gpt-6-sol", "gpt-6.1-sol", "gpt-6.1-terra", "gpt-6-luna"]
            ),
            try found("xai", ["grok-4.20", "grok-4.7", "grok-4.20-reasoning"]),
            try found("deepseek", ["deepseek-v4-pro", "deepseek-v4-flash", "deepseek-reasoner"]),
        ])
        #expect(
            first.workers == [
                "gpt-6.1-sol", "gpt-6.1-terra", "gpt-6-luna", "grok-4.7", "deepseek-v4-pro",
                "deepseek-v4-flash",
            ]
        )
    }

    @Test func `what it writes can be read, and holds no key`() throws {
        let first = FirstConfiguration([
            try found("openrouter", ["a/b", "openrouter/auto"]),
            try found("llama.cpp", ["/models/SmolLM2 135M \"x\".gguf", "7", "embed-me"]),
            try found("ollama", ["qwen3:4b", "nomic-embed-text", "a", "b", "c"]),
        ])
        let configuration = try read(first.text)
        #expect(configuration.workers.map(\.name) == first.workers)
        #expect(
            first.workers == ["auto", "SmolLM2-135M-\"x\"", "model-7", "qwen3:4b", "a", "b"]
        )
        #expect(configuration.providers.map(\.name) == ["openrouter", "llama.cpp", "ollama"])
        #expect(configuration.providers[0].key == .environment(["OPENROUTER_API_KEY"]))
        #expect(!first.text.contains("KEY"))
        guard case .prompted("auto") = configuration.conductor else {
            Issue.record("The conductor is \(configuration.conductor).")
            return
        }
    }

    @Test func `two of one name are told apart`() throws {
        let first = FirstConfiguration([
            try found("ollama", ["smol"]), try found("lmstudio", ["smol"]),
        ])
        #expect(first.workers == ["smol", "lmstudio-smol"])
        #expect(try read(first.text).workers.map(\.model) == ["smol", "smol"])
    }

    @Test func `a name with controls in it is passed over`() throws {
        let first = FirstConfiguration([try found("vllm", ["a\u{1B}[31mb", "\u{202E}c", "plain"])])
        #expect(first.workers == ["plain"])
        #expect(try read(first.text).workers.map(\.model) == ["plain"])
    }

    @Test func `nothing found is nothing written`() throws {
        #expect(FirstConfiguration([]).isEmpty)
        #expect(FirstConfiguration([try found("ollama", ["nomic-embed-text"])]).isEmpty)
        let embedded = FirstConfiguration([try found("ollama", ["embedded-coder:7b"])])
        #expect(embedded.workers == ["embedded-coder:7b"])
        #expect(FirstConfiguration([]).text.isEmpty)
    }
}
