import Foundation
import Glibc
import PodiumCore
import PodiumTesting
import Synchronization
import Testing

@testable import PodiumProviders

@Suite(.timeLimit(.minutes(15))) struct HTTPTransportTests {
    private let transport = HTTPTransport(.init(environment: [:]))

    private func request(
        _ url: String,
        body: String = "{}",
        limits: HTTPLimits = HTTPLimits()
    ) -> HTTPRequest {
        HTTPRequest(
            url: url,
            headers: [HTTPHeader("X-Test", "yes"), HTTPHeader("X-Empty", "")],
            body: Array(body.utf8),
            limits: limits
        )
    }

    /// Reads a whole response.
    private func response(
        _ exchange: HTTPExchange
    ) async throws -> (head: HTTPResponseHead?, body: String) {
        var head: HTTPResponseHead?
        var body: [UInt8] = []
        while let part = try await exchange.next() {
            switch part {
            case .head(let value): head = value
            case .body(let bytes): body += bytes
            }
        }
        return (head, String(decoding: body, as: UTF8.self))
    }

    private func error(_ request: HTTPRequest) async -> ProviderError? {
        do {
            _ = try await response(transport.start(request))
            return nil
        } catch {
            return error as? ProviderError
        }
    }

    @Test func `a request arrives as it was made, and its response comes back`() async throws {
        let server = try LoopbackServer { connection in
            guard let request = connection.readRequest() else { return }
            connection.answer(
                "201 Created",
                headers: "X-Reply: 1\r\n",
                body: request.head + request.body
            )
        }
        let (head, body) = try await response(
            transport.start(request(server.url + "/a?b=c", body: "{\"é\":1}"))
        )
        #expect(head?.status == 201)
        #expect(head?["x-reply"] == "1")
        #expect(body.hasPrefix("POST /a?b=c HTTP/1.1\r\n"))
        #expect(body.contains("\r\nX-Test: yes\r\n"))
        #expect(body.contains("\r\nX-Empty:\r\n"))
        #expect(!body.contains("Expect:"))
        #expect(!body.contains("Accept-Encoding"))
        #expect(body.hasSuffix("\r\n\r\n{\"é\":1}"))
    }

    @Test func `an empty body is sent as an empty body, and GET has none`() async throws {
        let server = try LoopbackServer { connection in
            while let request = connection.readRequest() {
                connection.answer("200 OK", body: request.head)
            }
        }
        let post = try await response(transport.start(request(server.url, body: ""))).body
        #expect(post.contains("Content-Length: 0\r\n"))
        let get = HTTPRequest(method: .get, url: server.url + "/models")
        #expect(try await response(transport.start(get)).body.hasPrefix("GET /models HTTP/1.1"))
    }

    @Test func `connections are used again`() async throws {
        let server = try LoopbackServer { connection in
            while connection.readRequest() != nil {
                connection.sendHead()
                connection.sendChunk("x")
                connection.sendEnd()
            }
        }
        for _ in 0..<5 {
            #expect(try await response(transport.start(request(server.url))).body == "x")
        }
        #expect(server.connectionCount == 1)
    }

    /// Answers the first request of a connection, and closes it at the second.
    private func forgetfulServer(_ count: Counter) throws -> LoopbackServer {
        try LoopbackServer { connection in
            guard connection.readRequest() != nil else { return }
            count.add()
            connection.answer("200 OK", body: "one")
            if connection.readRequest() != nil { count.add() }
        }
    }

    private final class Counter: Sendable {
        private let number = Atomic(0)
        var value: Int { number.load(ordering: .relaxed) }
        func add() { number.add(1, ordering: .relaxed) }
    }

    @Test func `what may cost money is asked once, also on a connection that was kept`()
        async throws
    {
        let count = Counter()
        let server = try forgetfulServer(count)
        #expect(try await response(transport.start(request(server.url))).body == "one")
        let found = await error(request(server.url))
        #expect(found?.code == .connection)
        #expect(found?.isRetryable == true)
        #expect(found?.message.contains("closed the connection before it answered") == true)
        #expect(count.value == 2)
    }

    @Test func `what costs nothing is asked again on another connection`() async throws {
        let server = try forgetfulServer(Counter())
        let list = HTTPRequest(method: .get, url: server.url + "/models")
        for _ in 0..<2 { #expect(try await response(transport.start(list)).body == "one") }
        #expect(server.connectionCount == 2)
    }

    @Test func `a redirect is not followed`() async throws {
        let server = try LoopbackServer { connection in
            while connection.readRequest() != nil {
                connection.answer("302 Found", headers: "Location: /other\r\n", body: "")
            }
        }
        let (head, _) = try await response(transport.start(request(server.url)))
        #expect(head?.status == 302)
        #expect(head?["location"] == "/other")
    }

    @Test func `a refused connection says where, and what to do`() async throws {
        var server: LoopbackServer? = try LoopbackServer { _ in }
        let url = try #require(server?.url)
        let port = try #require(server?.port)
        server = nil
        // The system closes the port when the accepting thread has; until then it accepts.
        var found: ProviderError?
        repeat { found = await error(request(url)) } while found?.message.hasPrefix("The") == true
        #expect(found?.code == .connection)
        #expect(found?.message.contains("127.0.0.1:\(port)") == true)
        #expect(found?.advice?.contains("server running") == true)
        #expect(found?.isRetryable == true)
    }

    @Test func `a reply that breaks off is cut off`() async throws {
        let server = try LoopbackServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.sendHead()
            connection.sendChunk("some")
        }
        #expect(await error(request(server.url))?.code == .cutOff)
    }

    @Test func `a reset before the response is a connection error`() async throws {
        let server = try LoopbackServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.reset()
        }
        let error = await error(request(server.url))
        #expect(error?.code == .connection)
        #expect(error?.isRetryable == true)
    }

    @Test func `a server that does not speak HTTP is named as such`() async throws {
        let server = try LoopbackServer { connection in
            connection.send("220 mail.example ESMTP\r\n")
            _ = connection.waitForClose()
        }
        let error = await error(request(server.url))
        #expect(error?.code == .malformedReply)
        #expect(error?.isRetryable == false)
    }

    @Test func `silence beyond the idle limit is a stall, which the server sees`() async throws {
        let (closed, report) = AsyncStream<Bool>.makeStream()
        let server = try LoopbackServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.sendHead()
            connection.sendChunk("some")
            report.yield(connection.waitForClose())
        }
        let limits = HTTPLimits(idle: .milliseconds(40))
        let error = await error(request(server.url, limits: limits))
        #expect(error?.code == .stalled)
        #expect(error?.message.contains("0.04 s") == true)
        #expect(await closed.first { _ in true } == true)
    }

    @Test func `the whole call has a limit`() async throws {
        let server = try LoopbackServer { connection in
            guard connection.readRequest() != nil else { return }
            _ = connection.waitForClose()
        }
        let limits = HTTPLimits(total: .milliseconds(40))
        #expect(await error(request(server.url, limits: limits))?.code == .timeout)
    }

    @Test func `a response beyond the size limit is refused`() async throws {
        let server = try LoopbackServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.answer("200 OK", body: String(repeating: "x", count: 100_000))
        }
        let limits = HTTPLimits(responseBytes: 50_000)
        #expect(await error(request(server.url, limits: limits))?.code == .tooLarge)
    }

    @Test func `a reader that is slower than the network gets every byte`() async throws {
        let size = 8 << 20
        let server = try LoopbackServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.answer("200 OK", body: String(repeating: "x", count: size))
        }
        let exchange = transport.start(request(server.url))
        var count = 0
        while let part = try await exchange.next() {
            if case .body(let bytes) = part { count += bytes.count }
            for _ in 0..<2 { await Task.yield() }
        }
        #expect(count == size)
    }

    @Test func `wrapping up ends a response that stays open`() async throws {
        let (closed, report) = AsyncStream<Bool>.makeStream()
        let server = try LoopbackServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.sendHead()
            connection.sendChunk("all")
            report.yield(connection.waitForClose())
        }
        let exchange = transport.start(request(server.url))
        _ = try await exchange.next()
        exchange.wrapUp(within: .milliseconds(20))
        #expect(try await response(exchange).body == "all")
        #expect(await closed.first { _ in true } == true)
    }

    @Test(arguments: ["file:///etc/passwd", "nonsense", "http://"])
    func `an address that is not HTTP is refused`(url: String) async {
        #expect(await error(request(url))?.code == .invalidRequest)
    }

    @Test func `a header with a line break is refused`() async {
        var request = request("http://127.0.0.1:9")
        request.headers.append(HTTPHeader("X-A", "b\r\nX-B: c"))
        #expect(await error(request)?.code == .invalidRequest)
    }

    @Test func `a program started meanwhile does not inherit a connection`() async throws {
        let server = try LoopbackServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.sendHead()
            _ = connection.waitForClose()
        }
        let exchange = transport.start(request(server.url))
        #expect(try await exchange.next() != nil)
        let sockets = server.clientSockets
        #expect(sockets.count == 1)
        #expect(sockets.allSatisfy { fcntl($0, F_GETFD) & FD_CLOEXEC != 0 })
        exchange.cancel()
    }

    @Test func `the library says its version`() {
        #expect(HTTPTransport.libraryVersion.contains("OpenSSL/"))
        #expect(HTTPTransport.libraryVersion.first?.isNumber == true)
    }

    @Test func `fifty streams run side by side`() async throws {
        let server = try LoopbackServer { connection in
            while let request = connection.readRequest() {
                connection.sendHead()
                for part in 0..<40 { connection.sendChunk("\(request.body)/\(part) ") }
                connection.sendEnd()
            }
        }
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for id in 0..<50 {
                group.addTask {
                    let request = request(server.url, body: "\(id)")
                    return (id, try await response(transport.start(request)).body)
                }
            }
            for try await (id, body) in group {
                #expect(body == (0..<40).map { "\(id)/\($0) " }.joined())
            }
        }
    }
}
