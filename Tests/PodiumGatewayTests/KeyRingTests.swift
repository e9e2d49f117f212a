import NIOHTTP1
import PodiumCore
import Testing

@testable import PodiumGateway

/// Who asks, by its key.
struct KeyRingTests {
    private let scratch = ScratchKeys()
    private let start = ContinuousClock.now

    private func bearer(_ key: String) -> HTTPHeaders { ["authorization": "Bearer \(key)"] }

    @Test func `a key is taken from either field, and nothing else is one`() throws {
        let key = try scratch.file.add("ann")
        let ring = KeyRing(scratch.file, isOpen: false)
        let good: [HTTPHeaders] = [
            bearer(key), ["authorization": "bearer  \(key) "], ["x-api-key": key],
            ["authorization": "Bearer sk-another", "x-api-key": key],
            ["authorization": "Bearer \(key)", "x-api-key": "another"],
        ]
        for headers in good + good {
            #expect(try ring.client(asking: headers)?.name == "ann", "\(headers)")
        }
        let bad: [HTTPHeaders] = [
            [:], ["authorization": key], ["authorization": "Basic \(key)"], bearer("\(key)x"),
            bearer(String(key.dropLast())), bearer("pdm__"), bearer("pdm_a_b"), bearer(""),
            bearer(String(key.prefix(13))), ["x-api-key": "\(key)\0"],
            bearer(String(repeating: "pdm_", count: 10_000)),
        ]
        for headers in bad {
            let error = try #require(throws: APIError.self) { try ring.client(asking: headers) }
            #expect(error.kind == .authentication)
            #expect(!error.message.contains("pdm_"))
            #expect(error.message.contains("needed") == headers.isEmpty)
        }
    }

    @Test func `without keys everybody may ask where only this machine does`() throws {
        #expect(try KeyRing(scratch.file, isOpen: false).client(asking: [:]) == nil)
        let open = KeyRing(scratch.file, isOpen: true)
        #expect(throws: APIError.self) { try open.client(asking: [:]) }
    }

    @Test func `keys that are made and removed count in a running server`() throws {
        let ring = KeyRing(scratch.file, isOpen: false)
        #expect(try ring.client(asking: [:], now: start) == nil)
        let key = try scratch.file.add("ann")
        let later = start + .seconds(2)
        #expect(throws: APIError.self) { try ring.client(asking: [:], now: later) }
        #expect(try ring.client(asking: bearer(key), now: later)?.name == "ann")
        let other = try scratch.file.add("ben")
        _ = try scratch.file.remove("ann")
        let last = start + .seconds(4)
        #expect(throws: APIError.self) { try ring.client(asking: bearer(key), now: last) }
        #expect(try ring.client(asking: bearer(other), now: last)?.name == "ben")
    }

    @Test func `while the file is damaged nobody may ask, and no client is told where it is`()
        throws
    {
        let key = try scratch.file.add("ann")
        let ring = KeyRing(scratch.file, isOpen: false)
        #expect(try ring.client(asking: bearer(key), now: start)?.name == "ann")
        let text = try scratch.text()
        try scratch.write(String(text.dropLast(4)))
        let error = try #require(throws: APIError.self) {
            try ring.client(asking: bearer(key), now: start + .seconds(2))
        }
        #expect(error.kind == .server && !error.message.contains("/"))
        try scratch.write(text)
        #expect(try ring.client(asking: bearer(key), now: start + .seconds(4))?.name == "ann")
    }

    @Test func `a client asks as often in a minute as it may, and is told when again`() throws {
        let key = try scratch.file.add("ann", ClientKey.Limits(requestsPerMinute: 3))
        let other = try scratch.file.add("ben", ClientKey.Limits(requestsPerMinute: 1))
        let ring = KeyRing(scratch.file, isOpen: false)
        for _ in 0..<3 { _ = try ring.client(asking: bearer(key), now: start) }
        let error = try #require(throws: APIError.self) {
            try ring.client(asking: bearer(key), now: start + .seconds(1))
        }
        #expect(error.kind == .rateLimit && error.retryAfter == 19)
        #expect(try ring.client(asking: bearer(other), now: start)?.name == "ben")
        #expect(try ring.client(asking: bearer(key), now: start + .seconds(20))?.name == "ann")
        // A long silence gives no more than a minute's.
        let hour = start + .seconds(3_600)
        for _ in 0..<3 { _ = try ring.client(asking: bearer(key), now: hour) }
        #expect(throws: APIError.self) { try ring.client(asking: bearer(key), now: hour) }
    }
}
