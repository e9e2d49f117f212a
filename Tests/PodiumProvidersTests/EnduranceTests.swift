import Foundation
import PodiumCore
import PodiumTesting
import Synchronization
import Testing

@testable import PodiumProviders

/// Ten thousand calls, most of which go wrong in one way or another, leave nothing behind.
@Suite(.timeLimit(.minutes(15))) struct EnduranceTests {
    private static let calls = 10_000
    private static let atOnce = 16

    private static func chunk(_ text: String) -> String {
        #"data: {"choices":[{"delta":{"content":"\#(text)"}}]}"# + "\n\n"
    }

    private static let ending =
        #"data: {"choices":[{"delta":{},"finish_reason":"stop"}]}"# + "\n\ndata: [DONE]\n\n"

    /// Serves one request; whether the connection may serve another.
    private static func serve(
        _ fault: Int,
        _ connection: LoopbackServer.Connection
    ) -> Bool {
        switch fault {
        case 0...3:
            connection.sendHead()
            connection.sendChunk(chunk("fine"))
            connection.sendChunk(ending)
            connection.sendEnd()
            return true
        case 4:
            connection.answer("429 Too Many Requests", headers: "Retry-After: 1\r\n", body: "{}")
            return true
        case 5:
            connection.answer("500 Oops", body: #"{"error":{"message":"oops"}}"#)
            return true
        case 6:
            // Cut off in mid-stream.
            connection.sendHead()
            connection.sendChunk(chunk("cut"))
            return false
        case 7:
            connection.sendHead()
            connection.sendChunk("data: {nonsense}\n\n")
            connection.sendEnd()
            return true
        case 8:
            connection.sendHead()
            connection.sendChunk(chunk("held"))
            _ = connection.waitForClose()
            return false
        default: return false
        }
    }

    @Test func `ten thousand calls with faults leave no connection, handle or thread`() async throws
    {
        let turns = Atomic(0)
        let server = try LoopbackServer { connection in
            while connection.readRequest() != nil {
                let turn = turns.add(1, ordering: .relaxed).oldValue
                guard Self.serve((turn &* 7_919) % 10, connection) else { return }
            }
        }
        let transport = HTTPTransport(.init(environment: [:], threadName: "test-endure"))
        let provider = ModelProvider(
            ModelProvider.Configuration(
                name: "acme",
                baseURL: try BaseURL(server.url + "/v1"),
                limits: HTTPLimits(idle: .seconds(20))
            ),
            client: transport
        )
        let outcomes = await run(provider)
        #expect(outcomes.values.reduce(0, +) == Self.calls)
        for outcome in ["finished", "left", "rateLimited", "server", "cutOff", "malformedReply"] {
            #expect(outcomes[outcome, default: 0] > Self.calls / 20, "\(outcomes)")
        }
        #expect(server.clientSockets.count <= Self.atOnce)
        transport.shutdown()
        #expect(server.clientSockets.isEmpty)
    }

    /// How the calls ended, counted. A reply that is held is left in the middle.
    private func run(_ provider: ModelProvider) async -> [String: Int] {
        await withTaskGroup(of: String.self) { group in
            for _ in 0..<Self.atOnce { group.addTask { await Self.outcome(provider) } }
            var outcomes: [String: Int] = [:]
            var started = Self.atOnce
            for await outcome in group {
                outcomes[outcome, default: 0] += 1
                guard started < Self.calls else { continue }
                started += 1
                group.addTask { await Self.outcome(provider) }
            }
            return outcomes
        }
    }

    private static func outcome(_ provider: ModelProvider) async -> String {
        do {
            for try await pieces in provider.reply(to: .sample) {
                for piece in pieces {
                    switch piece {
                    case .text("held"): return "left"
                    case .finished: return "finished"
                    default: continue
                    }
                }
            }
            return "ended without an end"
        } catch let error as ProviderError {
            return error.code.rawValue
        } catch {
            return "\(error)"
        }
    }
}
