import PodiumCore
import Testing

@testable import PodiumConfiguration

@Suite struct OptionsTests {
    private func options(_ text: String) throws -> ModelOptions? {
        try read(
            """
            providers: {x: {base_url: "http://127.0.0.1:1/v1"}}
            workers:
              - {provider: x, model: m\(text.isEmpty ? "" : ", ")\(text)}
            """
        ).workers[0].options
    }

    @Test func `nothing written leaves all to the server`() throws {
        #expect(try options("") == nil)
    }

    @Test func `every option is read`() throws {
        let options = try options(
            """
            temperature: 0.5, top_p: 0.9, top_k: 40, max_tokens: 100, stop: [END, "\\n\\n"],
                 seed: call, reasoning_effort: high, reasoning_tokens: 2048, system: "Be brief.",
                 service_tier: flex, headers: {X-A: b},
                 body: {provider: {order: [a, b], allow: false}, n: 1, ratio: 0.5, stream_options: null}
            """
        )
        #expect(
            options
                == ModelOptions(
                    temperature: 0.5,
                    topP: 0.9,
                    topK: 40,
                    maxTokens: 100,
                    stop: ["END", "\n\n"],
                    seed: .ofCall,
                    reasoningEffort: "high",
                    reasoningTokens: 2048,
                    system: "Be brief.",
                    serviceTier: "flex",
                    headers: [RequestHeader(name: "X-A", value: "b")],
                    body: [
                        "provider": .object([
                            "order": .array([.string("a"), .string("b")]), "allow": .bool(false),
                        ]), "n": .integer(1), "ratio": .number(0.5), "stream_options": .null,
                    ]
                )
        )
    }

    @Test(arguments: [
        ("{base_url: \"http://127.0.0.1:1/v1\"}", "", [Worker.Ability.tools]),
        ("{dialect: anthropic, base_url: \"http://127.0.0.1:1\"}", "", [.tools, .images]),
        ("{base_url: \"http://127.0.0.1:1/v1\"}", ", takes: [images]", [.images]),
        ("{base_url: \"http://127.0.0.1:1/v1\"}", ", takes: []", []),
    ])
    func `what a worker takes is written, or follows from its provider`(
        provider: String,
        more: String,
        takes: [Worker.Ability]
    ) throws {
        let text = "providers: {x: \(provider)}\nworkers: [{provider: x, model: m\(more)}]\n"
        #expect(try read(text).workers[0].takes == takes)
    }

    @Test func `an unknown thing to take is told, and an embedded worker takes words alone`() {
        expectMistake(
            .badValue,
            in: "providers: {x: {base_url: \"http://127.0.0.1:1/v1\"}}\n"
                + "workers: [{provider: x, model: m, takes: [sound]}]\n",
            "config.yaml:2:43: workers[0].takes[0]: Expected tools or images, found sound."
        )
        #expect(throws: ConfigurationError.self) {
            try read("workers: [{provider: embedded, model: abacus, takes: [tools]}]\n")
        }
    }

    @Test func `a seed is a number or the word call`() throws {
        #expect(try options("seed: 7")?.seed == .fixed(7))
        #expect(throws: ConfigurationError.self) { try options("seed: maybe") }
    }

    @Test(arguments: [
        "body: {api_key: x}", "body: {a: {token: 1}}", "body: {a: sk-0123456789abcdef}",
        "headers: {Authorization: x}",
    ]) func `a key has no place among the options`(text: String) {
        let error = #expect(throws: ConfigurationError.self) { try options(text) }
        #expect(error?.code == .secret)
        #expect(error?.description.contains("0123456789") == false)
    }

    @Test func `an embedded worker takes no options`() {
        for key in WorkerKey.options {
            #expect(throws: ConfigurationError.self) {
                try read("workers: [{provider: embedded, model: reckoner, \(key.rawValue): 1}]")
            }
        }
    }
}
