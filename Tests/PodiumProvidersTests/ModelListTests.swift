import PodiumCore
import Testing

@testable import PodiumProviders

@Suite struct ModelListTests {
    private func list(_ text: String) throws -> [ListedModel] {
        try ListedModel.list(Array(text.utf8))
    }

    @Test func `OpenAI and its like list ids in data`() throws {
        let models = try list(
            #"""
            {"object":"list","data":[{"id":"gpt-x","object":"model","owned_by":"acme"},
            {"id":"v/long","name":"Vendor: Long","context_length":131072,"pricing":{"prompt":"0"}},
            {"id":"vllm","max_model_len":4096},{"object":"model"},null,7]}
            """#
        )
        #expect(
            models == [
                ListedModel(id: "gpt-x"),
                ListedModel(id: "v/long", title: "Vendor: Long", contextTokens: 131_072),
                ListedModel(id: "vllm", contextTokens: 4_096),
            ]
        )
    }

    @Test func `llama.cpp lists its model twice`() throws {
        let models = try list(
            #"""
            {"models":[{"name":"smol.gguf","model":"smol.gguf"}],"object":"list",
            "data":[{"id":"smol.gguf","meta":{"n_vocab":49152,"n_ctx_train":8192}}]}
            """#
        )
        #expect(models.map(\.id) == ["smol.gguf"])
    }

    @Test func `Anthropic gives names for people`() throws {
        let models = try list(
            #"{"data":[{"type":"model","id":"c-1","display_name":"C One"}],"has_more":false}"#
        )
        #expect(models == [ListedModel(id: "c-1", title: "C One")])
    }

    @Test func `Gemini lists what it can do, and only text is taken`() throws {
        let models = try list(
            #"""
            {"models":[{"name":"models/g-1","displayName":"G One","inputTokenLimit":1048576,
            "supportedGenerationMethods":["generateContent","countTokens"]},
            {"name":"models/embed","supportedGenerationMethods":["embedContent"]}]}
            """#
        )
        #expect(models == [ListedModel(id: "g-1", title: "G One", contextTokens: 1_048_576)])
    }

    @Test func `a plain array is a list too, and an empty one is empty`() throws {
        #expect(try list(#"[{"id":"a"},{"id":"a"}]"#).map(\.id) == ["a"])
        #expect(try list("{}").isEmpty)
    }

    private func provider(_ client: ScriptedClient, _ root: String) throws -> ModelProvider {
        ModelProvider(
            ModelProvider.Configuration(
                name: "acme",
                baseURL: try BaseURL(root),
                key: .environment(["K"])
            ),
            client: client,
            environment: { _ in "sk-1234567" },
            now: { 0 }
        )
    }

    @Test func `the list is asked for with the key`() async throws {
        let client = ScriptedClient(body: [#"{"data":[{"id"#, #"":"m"}]}"#])
        let provider = try provider(client, "https://x.example/v1")
        #expect(try await provider.models().map(\.id) == ["m"])
        let request = try #require(client.requests.first)
        #expect(request.method == .get)
        #expect(request.url == "https://x.example:443/v1/models")
        #expect(request.headers.contains(HTTPHeader("Authorization", "Bearer sk-1234567")))
    }

    @Test func `a refusal, a page and a broken list are told as errors`() async throws {
        let cases: [(Int, String, ProviderError.Code)] = [
            (401, #"{"error":{"message":"bad key sk-1234567"}}"#, .unauthorized),
            (200, "<html>", .malformedReply), (200, #"{"data":["#, .cutOff),
        ]
        for (status, body, code) in cases {
            let client = ScriptedClient(HTTPResponseHead(status: status), body: [body])
            let provider = try provider(client, "https://x.example/v1")
            let error = await #expect(throws: ProviderError.self) { try await provider.models() }
            #expect(error?.code == code)
            #expect(error?.message.contains("1234567") == false)
        }
    }

    @Test func `a key is not sent in the clear to another machine`() async throws {
        let client = ScriptedClient()
        let provider = try provider(client, "http://10.0.0.1/v1")
        await #expect(throws: ProviderError.self) { try await provider.models() }
        #expect(client.requests.isEmpty)
    }
}
