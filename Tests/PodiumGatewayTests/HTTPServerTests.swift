import NIOHTTP1
import PodiumTesting
import Synchronization
import Testing

@testable import PodiumGateway

/// The server itself, over real connections, with clients of every kind.
@Suite(.timeLimit(.minutes(10))) struct HTTPServerTests {
    /// Says back what it was sent.
    private func echo(_ change: (inout HTTPServer.Limits) -> Void = { _ in }) async throws
        -> HTTPServer
    {
        var limits = HTTPServer.Limits()
        change(&limits)
        return try await HTTPServer.start(host: "127.0.0.1", port: 0, limits: limits) {
            call,
            response in
            guard call.unread == nil else {
                return response.send(413, [:], Array("too large".utf8))
            }
            response.send(200, ["x-path": call.path], call.body)
        }
    }

    @Test func `requests on one connection are answered in turn`() async throws {
        let server = try await echo()
        let client = try LoopbackClient(port: server.port)
        // Both at once, and the first in chunks.
        client.send(
            "POST /a?x=1 HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n0\r\n\r\n"
                + "POST /b HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 3\r\n\r\ntwo"
        )
        let text = client.read()
        #expect(text.contains("x-path: /a\r\n") && text.contains("\r\n\r\noneHTTP/1.1 200"))
        #expect(text.contains("x-path: /b\r\n") && text.hasSuffix("\r\n\r\ntwo"))
        await server.close()
    }

    @Test func `who asks for the head alone gets no body that would look like the next response`()
        async throws
    {
        let server = try await echo()
        let client = try LoopbackClient(port: server.port)
        client.send(
            "HEAD /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\none"
                + "POST /b HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 3\r\n\r\ntwo"
        )
        let text = client.read()
        // The length is that of what GET would get.
        #expect(text.lowercased().contains("x-path: /a\r\ncontent-length: 3\r\n"), "\(text)")
        #expect(text.contains("\r\n\r\nHTTP/1.1 200") && text.hasSuffix("\r\n\r\ntwo"))
        await server.close()
    }

    @Test(arguments: [
        "nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nbad header\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "GET / HTTP/1.1\r\nX: \(String(repeating: "y", count: 200_000))\r\n\r\n",
    ])
    func `what is no HTTP is refused, and the connection closed`(request: String) async throws {
        let server = try await echo()
        let client = try LoopbackClient(port: server.port)
        client.send(request)
        let text = client.read()
        #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 400"), "\(text.prefix(200))")
        // Others are served as ever.
        let other = try LoopbackClient(port: server.port)
        other.post("/", "hello")
        #expect(other.read().hasSuffix("hello"))
        await server.close()
    }

    @Test func `a body that is too long is refused before it is read, and while it is`()
        async throws
    {
        let server = try await echo { $0.bodyBytes = 1_000 }
        let told = try LoopbackClient(port: server.port)
        told.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5000000\r\n\r\n")
        #expect(told.read().hasPrefix("HTTP/1.1 413"))
        let untold = try LoopbackClient(port: server.port)
        untold.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = "400\r\n\(String(repeating: "x", count: 1_024))\r\n"
        for _ in 0..<20 { untold.send(chunk) }
        #expect(untold.read().hasPrefix("HTTP/1.1 413"))
        await server.close()
    }

    @Test func `whoever is not admitted is told before the body is read`() async throws {
        let server = try await HTTPServer.start(
            host: "127.0.0.1",
            port: 0,
            admits: { $0.header("x-api-key") == "good" }
        ) { call, response in
            response.send(call.unread == .notAdmitted ? 401 : 200, [:], call.body)
        }
        let stranger = try LoopbackClient(port: server.port)
        stranger.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\n")
        #expect(stranger.read().hasPrefix("HTTP/1.1 401"))
        let known = try LoopbackClient(port: server.port)
        known.post("/", "hello", headers: ["X-Api-Key: good"])
        #expect(known.read().hasSuffix("hello"))
        await server.close()
    }

    @Test func `with keys a stranger is told at once, but the server's health is for everybody`()
        async throws
    {
        let bench = try GatewayBench { $0.origins = ["*"] }
        let key = try bench.keys.add("ann")
        let server = try await HTTPServer.start(
            host: "127.0.0.1",
            port: 0,
            admits: bench.gateway.admits,
            handle: bench.gateway.handle
        )
        func status(_ method: String, _ path: String, _ headers: String = "") throws -> String {
            let client = try LoopbackClient(port: server.port)
            client.send(
                "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(headers)\r\n"
            )
            return String(client.read().dropFirst("HTTP/1.1 ".count).prefix(3))
        }
        #expect(try status("GET", "/healthz") == "200")
        #expect(
            try status("OPTIONS", "/v1/chat/completions", "Origin: https://a.example\r\n") == "204"
        )
        #expect(try status("GET", "/v1/models") == "401")
        #expect(try status("GET", "/v1/models", "Authorization: Bearer \(key)\r\n") == "200")
        // Neither waits for what a stranger wants to send.
        let length = "Content-Length: 1000000\r\n"
        #expect(try status("POST", "/v1/responses", length) == "401")
        await server.close()
    }

    @Test func `a client of HTTP 1.0 sees the end of a stream`() async throws {
        let server = try await HTTPServer.start(host: "127.0.0.1", port: 0) { _, response in
            response.begin(200, [:])
            Task {
                await response.write(Array("part".utf8))
                response.end()
            }
        }
        let client = try LoopbackClient(port: server.port)
        client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        #expect(client.read().hasSuffix("part"))
        await server.close()
    }

    @Test func `a client that is slow does not keep its connection`() async throws {
        let server = try await echo {
            $0.request = .milliseconds(50)
            $0.idle = .milliseconds(50)
        }
        let slow = try LoopbackClient(port: server.port)
        slow.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhalf")
        #expect(slow.read().isEmpty)
        let silent = try LoopbackClient(port: server.port)
        #expect(silent.read().isEmpty)
        await server.close()
    }

    @Test func `whoever waits for a body is told to send it`() async throws {
        let server = try await echo()
        let client = try LoopbackClient(port: server.port)
        client.send(
            "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n"
                + "Connection: close\r\n\r\n"
        )
        #expect(client.read { $0.hasSuffix("\r\n\r\n") }.hasPrefix("HTTP/1.1 100"))
        client.send("ok")
        #expect(client.read().hasSuffix("ok"))
        await server.close()
    }

    private final class Held: Sendable {
        let response = Mutex<(any ResponseWriter)?>(nil)
    }

    @Test func `a client that goes away is noticed while nothing is written`() async throws {
        let (departures, departure) = AsyncStream.makeStream(of: Void.self)
        let held = Held()
        let server = try await HTTPServer.start(host: "127.0.0.1", port: 0) { _, response in
            held.response.withLock { $0 = response }
            response.onDeparture { departure.yield() }
            response.begin(200, [:])
        }
        let client = try LoopbackClient(port: server.port)
        client.post("/", "{}")
        #expect(client.read { $0.contains("200") }.contains("200"))
        client.close()
        for await _ in departures { break }
        // What is written then goes nowhere, and harms nobody.
        let response = held.response.withLock { $0 }
        await response?.write(Array("late".utf8))
        response?.end()
        await server.close()
    }

    @Test func `a silent stream is kept alive, and a broken one does not look whole`()
        async throws
    {
        let held = Held()
        let server = try await HTTPServer.start(host: "127.0.0.1", port: 0) { _, response in
            held.response.withLock { $0 = response }
            response.begin(200, [:])
            response.keepAlive(every: .milliseconds(20), with: Array(": wait\n\n".utf8))
        }
        let client = try LoopbackClient(port: server.port)
        client.post("/", "{}")
        let text = client.read { $0.split(separator: ": wait").count > 3 }
        #expect(text.contains("transfer-encoding: chunked"))
        held.response.withLock { $0 }?.abort()
        #expect(!client.read().hasSuffix("0\r\n\r\n"))
        await server.close()
    }

    @Test func `a slow reader holds its writer back`() async throws {
        let held = Held()
        let server = try await HTTPServer.start(host: "127.0.0.1", port: 0) { _, response in
            response.begin(200, [:])
            held.response.withLock { $0 = response }
        }
        let client = try LoopbackClient(port: server.port)
        client.post("/", "{}")
        while held.response.withLock({ $0 == nil }) { await Task.yield() }
        let written = Written()
        let response = try #require(held.response.withLock { $0 })
        let writing = Task {
            let part = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
            for _ in 0..<64 {
                await response.write(part)
                written.parts.withLock { $0 += 1 }
            }
            response.end()
        }
        // Nobody reads: it does not go on past what the system holds.
        try await Task.sleep(for: .milliseconds(100))
        #expect(written.parts.withLock { $0 } < 64)
        #expect(client.read().utf8.count > 64 << 20)
        await writing.value
        await server.close()
    }

    private final class Written: Sendable {
        let parts = Mutex(0)
    }

    @Test func `a port that is taken is told of`() async throws {
        let server = try await echo()
        await #expect {
            try await HTTPServer.start(host: "127.0.0.1", port: server.port) { _, _ in }
        } throws: {
            "\($0)".contains("taken by another program")
        }
        await server.close()
    }
}
