import Foundation
import NIOHTTP1
import PodiumCore
import PodiumStudio
import Synchronization

@testable import PodiumGateway

/// An endpoint over a directory of its own, with the embedded workers unless a configuration is given.
final class GatewayBench: Sendable {
    let studio: Studio
    let gateway: Gateway
    /// The clients' keys; none at first.
    let keys: KeyFile
    private let directory: URL

    init(
        configuration: String? = nil,
        _ change: (inout GatewaySettings) -> Void = { _ in }
    ) throws {
        let directory = FileManager.default.temporaryDirectory
            .appending(path: "podium-gateway-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        self.directory = directory
        let path = configuration.map { _ in directory.appending(path: "config.yaml").path }
        if let path { try configuration?.write(toFile: path, atomically: true, encoding: .utf8) }
        let places = Places(
            data: directory.appending(path: "data").path,
            configuration: path,
            environment: ["HOME": directory.path]
        )
        studio = try Studio(at: places, program: "test")
        keys = KeyFile(directory: try places.data)
        var settings = GatewaySettings(program: "test")
        settings.keys = keys
        change(&settings)
        gateway = Gateway(studio, settings)
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    func ask(
        _ path: String,
        _ body: String = "",
        method: String? = nil,
        headers: HTTPHeaders = [:]
    ) -> RecordedResponse {
        let response = RecordedResponse()
        var headers = headers
        if !headers.contains(name: "host") { headers.add(name: "host", value: "127.0.0.1:7634") }
        gateway.handle(
            HTTPCall(
                method: method ?? (body.isEmpty ? "GET" : "POST"),
                path: path,
                headers: headers,
                body: Array(body.utf8)
            ),
            response
        )
        return response
    }
}

/// What is written for one request.
final class RecordedResponse: ResponseWriter {
    private struct State {
        var status = 0
        var headers: HTTPHeaders = [:]
        var body: [UInt8] = []
        var isOver = false
        var isWhole = false
        var departure: (@Sendable () -> Void)?
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    var status: Int { state.withLock { $0.status } }
    var text: String { state.withLock { String(decoding: $0.body, as: UTF8.self) } }
    /// Whether the response came to its end, and was not broken off.
    var isWhole: Bool { state.withLock { $0.isWhole } }
    func header(_ name: String) -> String? { state.withLock { $0.headers.first(name: name) } }

    func json() throws -> JSONValue {
        var reader = JSONReader(Array(text.utf8))
        return try reader.readValue()
    }

    /// The `data:` of each event of a stream.
    func events() throws -> [JSONValue] {
        try text.split(separator: "\n").filter { $0.hasPrefix("data: {") }.map {
            var reader = JSONReader(Array($0.dropFirst("data: ".count).utf8))
            return try reader.readValue()
        }
    }

    /// Waits for the end of the response.
    @discardableResult
    func over() async -> RecordedResponse {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.isOver { state.waiters.append(continuation) }
                return state.isOver
            }
            if isOver { continuation.resume() }
        }
        return self
    }

    /// As if the client had closed the connection.
    func leave() {
        state.withLock { $0.departure }?()
        finish(whole: false)
    }

    private func finish(whole: Bool) {
        let waiters = state.withLock { state in
            defer { state.waiters = [] }
            state.isWhole = whole && !state.isOver
            state.isOver = true
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    // MARK: ResponseWriter

    func send(_ status: Int, _ headers: HTTPHeaders, _ body: [UInt8]) {
        state.withLock { ($0.status, $0.headers, $0.body) = (status, headers, body) }
        finish(whole: true)
    }

    func begin(_ status: Int, _ headers: HTTPHeaders) {
        state.withLock { ($0.status, $0.headers) = (status, headers) }
    }

    func write(_ bytes: [UInt8]) async { state.withLock { $0.body += bytes } }
    func keepAlive(every interval: Duration, with bytes: [UInt8]) {}
    func end() { finish(whole: true) }
    func abort() { finish(whole: false) }

    func onDeparture(_ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.departure = action }
    }
}

extension JSONValue {
    /// A member, or an element by its position.
    subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    subscript(index: Int) -> JSONValue? {
        if case .array(let elements) = self, elements.indices.contains(index) {
            elements[index]
        } else {
            nil
        }
    }

    var text: String? { if case .string(let text) = self { text } else { nil } }
}
