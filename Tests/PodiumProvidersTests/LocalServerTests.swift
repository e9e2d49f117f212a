import Foundation
import PodiumCore
import Testing

@testable import PodiumProviders

private let localModel = ProcessInfo.processInfo.environment["PODIUM_TEST_LOCAL_MODEL"]

/// Dialects against a real model behind llama.cpp's server, which speaks three of them:
/// `scripts/local-model`.
@Suite(
    .enabled(if: localModel != nil, "PODIUM_TEST_LOCAL_MODEL names no server"),
    .timeLimit(.minutes(2))
)
struct LocalServerTests {
    private let transport = HTTPTransport(.init(environment: [:]))
    private let root: String

    init() throws { root = try #require(localModel) }

    private static let dialects: [any Dialect] = [
        ChatDialect(), ResponsesDialect(), AnthropicDialect(),
    ]

    private func reply(_ dialect: any Dialect, _ options: ModelOptions) throws -> ReplyStream {
        let provider = ModelProvider(
            .init(name: "local", dialect: dialect, baseURL: try BaseURL(root)),
            client: transport
        )
        return provider.reply(to: .sample(options))
    }

    @Test(arguments: dialects.indices) func `a real model's reply has text, usage and an end`(
        index: Int
    ) async throws {
        let dialect = Self.dialects[index]
        let (pieces, error) = await collect(
            try reply(dialect, ModelOptions(temperature: 0, maxTokens: 16))
        )
        #expect(error == nil, "\(dialect)")
        #expect(!pieces.text.isEmpty)
        #expect(pieces.count > 3, "it did not stream")
        let usage = try #require(pieces.usages.last)
        #expect(usage.totalInput > 0)
        #expect((1...16).contains(usage.output))
        #expect(pieces.finishes.count == 1)
        #expect([.stop, .length].contains(pieces.finishes.first))
    }

    @Test func `the same question costs the same tokens in each dialect`() async throws {
        var inputs: Set<Int> = []
        for dialect in Self.dialects {
            var (pieces, error) = await collect(try reply(dialect, ModelOptions(maxTokens: 1)))
            // It may close a connection that was kept just when it is used again; a run tries once more.
            if error?.code == .connection {
                (pieces, error) = await collect(try reply(dialect, ModelOptions(maxTokens: 1)))
            }
            let usage = try #require(pieces.usages.last, "\(dialect): \(pieces), \(error as Any)")
            inputs.insert(usage.totalInput)
        }
        #expect(inputs.count == 1, "\(inputs)")
    }

    @Test(arguments: dialects.indices) func `a mistake in a request is told in the server's words`(
        index: Int
    ) async throws {
        let options = ModelOptions(body: ["temperature": .string("warm")])
        let error = await collect(try reply(Self.dialects[index], options)).error
        #expect(error?.code == .invalidRequest)
        #expect(error?.isRetryable == false)
        #expect(error?.message.contains("temperature") == true, "\(String(describing: error))")
    }

    /// The limit of tokens, unlike any other test's, marks the call among the server's slots.
    @Test(arguments: dialects.indices) func `a reply that nobody reads any more is not written`(
        index: Int
    ) async throws {
        let limit = 7001 + index
        guard try await slots() != nil else { return }
        let options = ModelOptions(
            maxTokens: limit,
            body: ["ignore_eos": .bool(true)]
        )
        var seen: Slot?
        for try await pieces in try reply(Self.dialects[index], options) {
            guard pieces.contains(where: { if case .text = $0 { true } else { false } }) else {
                continue
            }
            seen = try await slots()?.first { $0.limit == limit }
            break
        }
        #expect(seen?.isProcessing == true)
        while let slot = try await slots()?.first(where: { $0.limit == limit }), slot.isProcessing {
            try #require(slot.written < limit / 2, "it goes on writing")
            await Task.yield()
        }
    }

    private struct Slot: Decodable {
        struct Parameters: Decodable { var n_predict: Int? }
        struct Next: Decodable { var n_decoded: Int? }

        var is_processing: Bool
        var params: Parameters?
        var next_token: [Next]?

        var isProcessing: Bool { is_processing }
        var limit: Int? { params?.n_predict }
        var written: Int { next_token?.first?.n_decoded ?? 0 }
    }

    /// What the server is at; nil when it does not tell.
    private func slots() async throws -> [Slot]? {
        let url = root.replacing(/\/v1\/?$/, with: "") + "/slots"
        let (status, body) = try await transport.response(to: HTTPRequest(method: .get, url: url))
        return status == 200 ? try JSONDecoder().decode([Slot].self, from: body) : nil
    }
}
