import Foundation
import PodiumCore
import PodiumTesting
import Testing

@testable import PodiumProviders

@Suite(.timeLimit(.minutes(15))) struct HTTPTransportShutdownTests {
    /// How many threads of this process have the name.
    private func threadCount(named name: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count {
            let comm = try? String(contentsOfFile: "/proc/self/task/\($0)/comm", encoding: .utf8)
            return comm == name + "\n"
        }
    }

    private func transport(named name: String) -> HTTPTransport {
        HTTPTransport(.init(environment: [:], threadName: name))
    }

    /// Serves whole responses, and reports each connection that its client closes.
    private func server(
        reporting report: AsyncStream<Void>.Continuation
    ) throws -> LoopbackServer {
        try LoopbackServer { connection in
            while connection.readRequest() != nil { connection.answer("200 OK", body: "x") }
            report.yield()
        }
    }

    @Test func `the thread and the kept connections end with the transport`() async throws {
        let (closed, report) = AsyncStream<Void>.makeStream()
        let server = try server(reporting: report)
        var transport: HTTPTransport? = transport(named: "test-drop")
        let exchange = try #require(transport?.start(HTTPRequest(url: server.url)))
        while try await exchange.next() != nil {}
        #expect(try threadCount(named: "test-drop") == 1)
        transport = nil
        #expect(try threadCount(named: "test-drop") == 0)
        #expect(await closed.first { _ in true } != nil)
    }

    @Test func `many transports leave no thread behind`() throws {
        for _ in 0..<30 { transport(named: "test-many").shutdown() }
        #expect(try threadCount(named: "test-many") == 0)
    }

    @Test func `shutting down fails what is under way and what comes after, and may be repeated`()
        async throws
    {
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.sendHead()
            _ = connection.waitForClose()
        }
        let transport = transport(named: "test-shutdown")
        let exchange = transport.start(HTTPRequest(url: server.url))
        #expect(try await exchange.next() != nil)
        transport.shutdown()
        transport.shutdown()
        await #expect(throws: ProviderError.self) { try await exchange.next() }
        let late = transport.start(HTTPRequest(url: server.url))
        await #expect(throws: ProviderError.self) { try await late.next() }
    }
}
