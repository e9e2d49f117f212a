import Foundation
import Glibc
import Synchronization

/// A Chat Completions server on the loopback that answers the requests in turn from a script. The
/// last reply is given again to whoever asks for more.
final class FakeChatServer: Sendable {
    enum Reply: Sendable {
        /// Streams the pieces and ends the reply.
        case text([String])
        /// Streams events with these data, then ends the reply or says nothing more: for any format.
        case events([String], thenHolds: Bool = false)
        /// Streams the pieces, then keeps the connection open and says nothing more.
        case held([String])
        /// Streams the first piece, each further one when the gate is opened once more, and then ends
        /// the reply.
        case gated([String], Gate)
        /// Refuses with this status and body.
        case refusal(status: Int, body: String)
    }

    /// Lets a reply go on, a piece at a time.
    final class Gate: Sendable {
        private let openings = DispatchSemaphore(value: 0)

        func open(_ count: Int = 1) {
            for _ in 0..<count { openings.signal() }
        }

        fileprivate func pass() { openings.wait() }
    }

    let port: UInt16
    private let listener: Int32
    private let log = RequestLog()

    /// What was asked so far, head and body.
    var requests: [String] { log.requests.withLock { $0 } }

    private final class RequestLog: Sendable {
        let requests = Mutex<[String]>([])
    }

    init(_ replies: [Reply]) throws {
        let listener = Self.boundSocket()
        guard listen(listener, 16) == 0 else {
            throw ChildProcess.Failed(description: "no port on the loopback: \(errno)")
        }
        self.listener = listener
        port = Self.port(of: listener)
        Thread.detachNewThread { [log] in Self.serve(replies, on: listener, log) }
    }

    deinit {
        // Wakes `accept`; the thread closes what it holds.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    var baseURL: String { "http://127.0.0.1:\(port)/v1" }

    /// A port on which nobody listens.
    static func closedPort() -> UInt16 {
        let descriptor = boundSocket()
        defer { close(descriptor) }
        return port(of: descriptor)
    }

    /// A socket with a port that the system chose.
    private static func boundSocket() -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return descriptor
    }

    private static func port(of descriptor: Int32) -> UInt16 {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(descriptor, $0, &length)
            }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    // MARK: The server's thread

    private static func serve(_ replies: [Reply], on listener: Int32, _ log: RequestLog) {
        var held: [Int32] = []
        var turn = 0
        defer { for descriptor in held + [listener] { close(descriptor) } }
        while true {
            let connection = accept(listener, nil, nil)
            if connection < 0 {
                if errno == EINTR || errno == ECONNABORTED { continue }
                return
            }
            _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
            guard let request = readRequest(connection) else {
                close(connection)
                continue
            }
            log.requests.withLock { $0.append(request) }
            let reply = replies[min(turn, replies.count - 1)]
            turn += 1
            send(reply, to: connection)
            switch reply {
            case .held, .events(_, thenHolds: true): held.append(connection)
            default: close(connection)
            }
        }
    }

    private static func readRequest(_ connection: Int32) -> String? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(connection, &chunk, chunk.count)
            guard count > 0 else { return nil }
            bytes += chunk[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let length = text[..<end.lowerBound].split(separator: "\r\n")
                .first { $0.lowercased().hasPrefix("content-length:") }
                .flatMap { Int($0.split(separator: ":")[1].trimmingCharacters(in: .whitespaces)) }
            if text[end.upperBound...].utf8.count >= length ?? 0 { return text }
        }
    }

    private static func send(_ reply: Reply, to connection: Int32) {
        switch reply {
        case .text(let pieces):
            write(streamHead + pieces.map(chunk).joined() + ending, to: connection)
        case .events(let data, _):
            write(streamHead + data.map { "data: \($0)\n\n" }.joined(), to: connection)
        case .held(let pieces):
            write(streamHead + pieces.map(chunk).joined(), to: connection)
        case .gated(let pieces, let gate):
            write(streamHead, to: connection)
            for (index, piece) in pieces.enumerated() {
                if index > 0 { gate.pass() }
                write(chunk(piece), to: connection)
            }
            write(ending, to: connection)
        case .refusal(let status, let body):
            write(
                "HTTP/1.1 \(status) No\r\nContent-Type: application/json\r\nConnection: close\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)",
                to: connection
            )
        }
    }

    private static let streamHead =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"

    private static let ending = """
        data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

        data: {"choices":[],"usage":{"prompt_tokens":100,"completion_tokens":7,"total_tokens":107}}

        data: [DONE]


        """

    private static func chunk(_ text: String) -> String {
        // Escaped throughout, so that the reply itself stays printable ASCII.
        let escaped = text.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
        return #"data: {"choices":[{"index":0,"delta":{"content":"\#(escaped)"}}]}"# + "\n\n"
    }

    private static func write(_ text: String, to connection: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
