import PodiumCore
import PodiumTesting
import Testing

@testable import PodiumProviders

/// The provider over a real connection.
@Suite(.timeLimit(.minutes(15))) struct ModelProviderLoopbackTests {
    private let transport = HTTPTransport(.init(environment: [:]))

    private func provider(_ server: LoopbackServer) throws -> ModelProvider {
        ModelProvider(
            .init(name: "local", baseURL: try BaseURL(server.url + "/v1")),
            client: transport
        )
    }

    private static let chunk = #"data: {"choices":[{"delta":{"content":"a"}}]}"# + "\n\n"
    private static let stop =
        #"data: {"choices":[{"delta":{},"finish_reason":"stop"}]}"# + "\n\ndata: [DONE]\n\n"

    @Test func `replies are streamed over one connection`() async throws {
        let server = try LoopbackServer { connection in
            while let request = connection.readRequest() {
                guard request.head.hasPrefix("POST /v1/chat/completions ") else { return }
                connection.sendHead()
                for byte in Self.chunk { connection.sendChunk(String(byte)) }
                connection.sendChunk(Self.stop)
                connection.sendEnd()
            }
        }
        let provider = try provider(server)
        for _ in 0..<3 {
            let (pieces, error) = await collect(provider.reply(to: .sample))
            #expect(error == nil)
            #expect(pieces == [.text("a"), .finished(.stop)])
        }
        #expect(server.connectionCount == 1)
    }

    @Test func `cancelling the reader stops the server`() async throws {
        let (closed, report) = AsyncStream<Bool>.makeStream()
        let server = try LoopbackServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.sendHead()
            connection.sendChunk(Self.chunk)
            report.yield(connection.waitForClose())
        }
        let provider = try provider(server)
        let (read, reading) = AsyncStream<ReplyPiece>.makeStream()
        let task = Task {
            for try await pieces in provider.reply(to: .sample) {
                for piece in pieces { reading.yield(piece) }
            }
        }
        #expect(await read.first { _ in true } == .text("a"))
        task.cancel()
        #expect(await closed.first { _ in true } == true)
    }

    @Test func `a cut-off reply gives its text and then its error`() async throws {
        let server = try LoopbackServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.sendHead()
            connection.sendChunk(Self.chunk)
            // Without an end mark, though the transfer itself is whole.
            connection.sendEnd()
        }
        let (pieces, error) = await collect(try provider(server).reply(to: .sample))
        #expect(pieces == [.text("a")])
        #expect(error?.code == .cutOff)
    }

    @Test(arguments: [
        ("429 Too Many Requests", ProviderError.Code.rateLimited, 1500),
        ("500 Internal Server Error", .server, 1500),
    ]) func `an error status comes through with its wait`(
        status: String,
        code: ProviderError.Code,
        wait: Int
    ) async throws {
        let server = try LoopbackServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.answer(
                status,
                headers: "Retry-After: 1.5\r\n",
                body: #"{"error":{"message":"later"}}"#
            )
        }
        let (_, error) = await collect(try provider(server).reply(to: .sample))
        #expect(error?.code == code)
        #expect(error?.retryAfterMilliseconds == wait)
        #expect(error?.message.contains("later") == true)
        #expect(error?.isRetryable == true)
    }
}
