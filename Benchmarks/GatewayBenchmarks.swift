import Dispatch
import Foundation
import PodiumCore
import PodiumGateway
import PodiumStudio
import PodiumTesting
import Synchronization

/// What the endpoint adds to a run: requests of one step, answered by a worker of this process, over
/// connections on loopback, with the sessions stored as ever.
enum GatewayBenchmarks {
    private static let question = "Compute 17 * 23."
    private static let worker = "abacus"
    private static let body =
        #"{"model":"\#(worker)","messages":[{"role":"user","content":"\#(question)"}]}"#

    static func run() throws -> [Measurement] {
        try withScratchDirectory { directory in
            let places = Places(data: directory, environment: ["HOME": directory])
            let studio = try Studio(at: places, program: "bench")
            let gateway = Gateway(studio, settings)
            let server = try wait {
                try await HTTPServer.start(host: "127.0.0.1", port: 0, handle: gateway.handle)
            }
            defer {
                try? wait {
                    await server.close()
                    await studio.close()
                }
            }
            // The first of each kind warms up.
            _ = try engine(studio, count: 50, atOnce: 1)
            _ = try requests(server.port, count: 50, atOnce: 1)
            let own = try engine(studio, count: 1_000, atOnce: 1)
            let served = try requests(server.port, count: 1_000, atOnce: 1)
            let ownCrowd = try engine(studio, count: 4_000, atOnce: 100)
            let servedCrowd = try requests(server.port, count: 4_000, atOnce: 100)
            return [
                Measurement(name: "one step, the engine's own", value: own.median, unit: "ms"),
                Measurement(
                    name: "overhead of a request, median",
                    value: served.median - own.median,
                    unit: "ms",
                    aim: .atMost(0.3)
                ),
                Measurement(
                    name: "overhead with 100 at once, p99",
                    value: servedCrowd.percentile(99) - ownCrowd.percentile(99),
                    unit: "ms",
                    aim: .atMost(1)
                ),
                Measurement(
                    name: "a request with 100 at once, p99",
                    value: servedCrowd.percentile(99),
                    unit: "ms"
                ),
                Measurement(
                    name: "one-step runs with 100 at once, engine's own",
                    value: ownCrowd.rate,
                    unit: "/s"
                ),
                Measurement(
                    name: "one-step requests with 100 at once",
                    value: servedCrowd.rate,
                    unit: "/s",
                    aim: .atLeast(3_000)
                ),
            ]
        }
    }

    private static var settings: GatewaySettings {
        var settings = GatewaySettings(program: "bench")
        settings.sessions = 1_000
        return settings
    }

    /// Milliseconds of each, and how many a second there were.
    private struct Series {
        var times: [Double]
        var rate: Double

        var median: Double { percentile(50) }

        func percentile(_ percent: Int) -> Double {
            times.sorted()[min(times.count - 1, times.count * percent / 100)]
        }
    }

    /// Runs of the studio, from the opening to the last event.
    private static func engine(_ studio: Studio, count: Int, atOnce: Int) throws -> Series {
        var request = RunRequest(question)
        request.worker = worker
        request.policy.asksApproval = false
        request.client = ClientRequest(
            api: .chat,
            model: worker,
            messages: [ChatMessage(.user, question)]
        )
        return try measure(count, atOnce) { [request] in
            try wait {
                for try await _ in studio.follow(try studio.open(request)) {}
            }
        }
    }

    /// The same as requests, each lane over a connection of its own.
    private static func requests(_ port: Int, count: Int, atOnce: Int) throws -> Series {
        let request =
            "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        return try measure(count, atOnce) {
            let client = try LoopbackClient(port: port)
            return {
                client.send(request)
                let reply = client.read { $0.hasSuffix("}") && $0.contains("\"total_tokens\"") }
                precondition(reply.hasPrefix("HTTP/1.1 200"), reply)
            }
        }
    }

    private static func measure(
        _ count: Int,
        _ atOnce: Int,
        _ body: @escaping @Sendable () throws -> Void
    ) throws -> Series {
        try measure(count, atOnce) { body }
    }

    /// Lanes side by side, each of which does one after the other.
    private static func measure(
        _ count: Int,
        _ atOnce: Int,
        lane: @escaping @Sendable () throws -> (() throws -> Void)
    ) throws -> Series {
        let times = Times()
        let start = ContinuousClock.now
        let done = DispatchGroup()
        for _ in 0..<atOnce {
            let thread = Thread {
                do {
                    let work = try lane()
                    for _ in 0..<count / atOnce {
                        let start = ContinuousClock.now
                        try work()
                        let time = (ContinuousClock.now - start).inSeconds * 1e3
                        times.all.withLock { $0.append(time) }
                    }
                } catch {
                    fatalError("\(error)")
                }
                done.leave()
            }
            done.enter()
            thread.start()
        }
        done.wait()
        let seconds = (ContinuousClock.now - start).inSeconds
        return Series(times: times.all.withLock { $0 }, rate: Double(count) / seconds)
    }

    private final class Times: Sendable {
        let all = Mutex<[Double]>([])
    }

    private static func wait<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) throws -> Value {
        let result = Waiting<Value>()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            do {
                let value = try await work()
                result.value.withLock { $0 = .success(value) }
            } catch {
                result.value.withLock { $0 = .failure(error) }
            }
            done.signal()
        }
        done.wait()
        guard let outcome = result.value.withLock({ $0 }) else { fatalError("no result") }
        return try outcome.get()
    }

    private final class Waiting<Value: Sendable>: Sendable {
        let value = Mutex<Result<Value, any Error>?>(nil)
    }
}
