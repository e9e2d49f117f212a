internal import Foundation
internal import Glibc
internal import Synchronization

/// A tiny HTTP server on 127.0.0.1 whose every byte its owner decides. Blocking, a thread a
/// connection.
public final class LoopbackServer: Sendable {
    public struct Failure: Error { public let call: String }

    public let port: Int
    private let listener: Int32
    private let accepted = Mutex(0)

    /// - Parameter handler: Runs on the connection's own thread; the connection is closed after it.
    public init(_ handler: @escaping @Sendable (Connection) -> Void) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard listener >= 0 else { throw Failure(call: "socket") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 128) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard bound else { throw Failure(call: "bind") }
        self.listener = listener
        self.port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [weak self] in
            while true {
                let socket = accept(listener, nil, nil)
                guard socket >= 0 else { break }
                self?.accepted.withLock { $0 += 1 }
                // What is sent leaves at once, as servers of streams do it.
                var isOn: Int32 = 1
                setsockopt(
                    socket,
                    Int32(IPPROTO_TCP),
                    TCP_NODELAY,
                    &isOn,
                    socklen_t(MemoryLayout<Int32>.size)
                )
                Thread.detachNewThread {
                    handler(Connection(socket: socket))
                    close(socket)
                }
            }
            close(listener)
        }
    }

    deinit {
        // Wakes the accepting thread, which closes the socket.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    public var url: String { "http://127.0.0.1:\(port)" }
    public var connectionCount: Int { accepted.withLock { $0 } }

    /// The sockets of this process that are connected to the server.
    public var clientSockets: [Int32] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        return (names ?? []).compactMap { Int32($0) }.filter { peerPort(of: $0) == port }
    }

    private func peerPort(of socket: Int32) -> Int? {
        var peer = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isKnown = withUnsafeMutablePointer(to: &peer) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getpeername(socket, $0, &length) == 0
            }
        }
        guard isKnown, peer.sin_family == AF_INET else { return nil }
        return Int(UInt16(bigEndian: peer.sin_port))
    }
}

extension LoopbackServer {
    public struct Request {
        public var head: String
        public var body: String
    }

    /// One accepted connection.
    public struct Connection: Sendable {
        public let socket: Int32

        /// Nil when the client has closed the connection. One request at a time: what follows a body
        /// would be lost.
        public func readRequest() -> Request? {
            var bytes: [UInt8] = []
            var headEnd: Int?
            while headEnd == nil {
                guard receive(into: &bytes) else { return nil }
                headEnd = bytes.endOfHead
            }
            guard let headEnd else { return nil }
            let head = String(decoding: bytes[..<headEnd], as: UTF8.self)
            let length = head.lowercased().split(separator: "\r\n")
                .first { $0.hasPrefix("content-length:") }
                .flatMap { Int($0.dropFirst(15).filter { $0 != " " }) }
            while bytes.count < headEnd + (length ?? 0) {
                guard receive(into: &bytes) else { return nil }
            }
            return Request(head: head, body: String(decoding: bytes[headEnd...], as: UTF8.self))
        }

        private func receive(into bytes: inout [UInt8]) -> Bool {
            var chunk = [UInt8](repeating: 0, count: 16_384)
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0 else { return false }
            bytes += chunk[..<count]
            return true
        }

        public func send(_ text: String) { _ = send(Array(text.utf8)) }

        /// False once the other side is gone.
        @discardableResult
        public func send(_ bytes: [UInt8]) -> Bool {
            var sent = 0
            while sent < bytes.count {
                let count = bytes.withUnsafeBytes {
                    Glibc.send(
                        socket,
                        $0.baseAddress.map { $0 + sent },
                        bytes.count - sent,
                        Int32(MSG_NOSIGNAL)
                    )
                }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }

        public func sendHead(_ status: String = "200 OK", type: String = "text/event-stream") {
            send(
                "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
        }

        public func sendChunk(_ text: String) {
            send("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n")
        }

        public func sendEnd() { send("0\r\n\r\n") }

        /// A complete response with a length.
        public func answer(_ status: String, headers: String = "", body: String) {
            send(
                "HTTP/1.1 \(status)\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
            )
        }

        /// Blocks until the client closes. False if it sends instead.
        public func waitForClose() -> Bool { readByte() == nil }

        /// Closes with a reset, as a crashed server's system may.
        public func reset() {
            var option = linger(l_onoff: 1, l_linger: 0)
            setsockopt(
                socket,
                SOL_SOCKET,
                SO_LINGER,
                &option,
                socklen_t(MemoryLayout<linger>.size)
            )
        }

        private func readByte() -> UInt8? {
            var byte: UInt8 = 0
            return recv(socket, &byte, 1, 0) == 1 ? byte : nil
        }
    }
}

extension [UInt8] {
    fileprivate var endOfHead: Int? { firstRange(of: Array("\r\n\r\n".utf8))?.upperBound }
}
