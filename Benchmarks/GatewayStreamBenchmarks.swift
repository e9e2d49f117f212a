import Foundation
import PodiumCore

/// A thousand clients that read streams at the same time, from a program of its own between them and a model's
/// server; and, where it is installed (`PODIUM_BENCH_LITELLM` names its program), LiteLLM's proxy in its place.
enum GatewayStreamBenchmarks {
    private static let clients = 1_000
    /// They warm the program up.
    private static let first = 50

    struct Failed: Error, CustomStringConvertible {
        var description: String
    }

    static func run() throws -> [Measurement] {
        guard let podium = ProgramBenchmarks.sibling("podium") else {
            throw ProgramBenchmarks.NoProgram()
        }
        return try withScratchDirectory { directory in
            let upstream = try Child("python3", ["-I", script("upstream.py")], in: directory)
            let port = try upstream.line { Int($0) }
            var measurements = try measure("podium", aims: true) {
                try """
                providers: {p: {base_url: "http://127.0.0.1:\(port)/v1"}}
                workers: [{name: w, provider: p, model: m}]
                pools: {default: [w]}
                """
                .write(toFile: directory + "/config.yaml", atomically: true, encoding: .utf8)
                let server = try Child(
                    podium,
                    [
                        "serve", "--port", "0", "--sessions", "\(clients)", "--config",
                        directory + "/config.yaml", "--data", directory + "/data",
                    ],
                    in: directory
                )
                let own = try server.line { $0.split(separator: ":").last.flatMap { Int($0) } }
                return (server, own)
            }
            if let proxy = ProcessInfo.processInfo.environment["PODIUM_BENCH_LITELLM"] {
                measurements += try measure("LiteLLM's proxy", aims: false) {
                    try """
                    model_list:
                      - model_name: w
                        litellm_params: {model: openai/m, api_base: "http://127.0.0.1:\(port)/v1", api_key: none}
                    """
                    .write(
                        toFile: directory + "/litellm.yaml",
                        atomically: true,
                        encoding: .utf8
                    )
                    // It wants a key, and on loopback there is none.
                    setenv("LITELLM_DANGEROUSLY_PERMIT_WEAK_OR_UNSET_MASTER_KEY", "true", 1)
                    setenv("LITELLM_LOCAL_MODEL_COST_MAP", "True", 1)
                    let free = try freePort()
                    let server = try Child(
                        proxy,
                        [
                            "--config", directory + "/litellm.yaml", "--host", "127.0.0.1",
                            "--port", "\(free)",
                        ],
                        in: directory
                    )
                    try waitUntilListening(free)
                    return (server, free)
                }
            }
            return measurements
        }
    }

    private static func measure(
        _ name: String,
        aims: Bool,
        start: () throws -> (server: Child, port: Int)
    ) throws -> [Measurement] {
        let (server, port) = try start()
        _ = try ask(port, first, server)
        let told = try ask(port, clients, server)
        return [
            Measurement(
                name: "\(name): broken streams of 1,000",
                value: told["broken"] ?? .nan,
                unit: "",
                aim: aims ? .atMost(0) : .none
            ),
            Measurement(
                name: "\(name): first word late with 1,000 streams, p50",
                value: told["p50"] ?? .nan,
                unit: "ms"
            ),
            Measurement(
                name: "\(name): the same, p99",
                value: told["p99"] ?? .nan,
                unit: "ms",
                aim: aims ? .atMost(20) : .none
            ),
            Measurement(
                name: "\(name): memory of a stream, both its connections",
                value: told["memory"] ?? .nan,
                unit: "KiB",
                aim: aims ? .atMost(60) : .none
            ),
        ]
    }

    private static func ask(
        _ port: Int,
        _ count: Int,
        _ server: Child
    ) throws -> [String: Double] {
        let clients = try Child(
            "python3",
            ["-I", script("clients.py"), "\(port)", "\(count)", "\(server.id)"],
            in: "/tmp"
        )
        return try clients.line { text in
            try? JSONDecoder().decode([String: Double].self, from: Data(text.utf8))
        }
    }

    private static func script(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Streams/\(name)").path
    }

    private static func freePort() throws -> Int {
        try Child(
            "python3",
            [
                "-c",
                "import socket; s = socket.create_server(('127.0.0.1', 0)); print(s.getsockname()[1])",
            ],
            in: "/tmp"
        ).line { Int($0) }
    }

    private static func waitUntilListening(_ port: Int) throws {
        for _ in 0..<600 {
            let code = """
                import socket
                try:
                    socket.create_connection(("127.0.0.1", \(port)), 1).close()
                    print(1)
                except OSError:
                    print(0)
                """
            if try Child("python3", ["-c", code], in: "/tmp").line({ Int($0) }) == 1 { return }
            Thread.sleep(forTimeInterval: 0.2)
        }
        throw Failed(description: "nothing listens at \(port)")
    }

    /// A program that runs until this is gone.
    private final class Child {
        private let process = Process()
        private let output = Pipe()

        init(_ program: String, _ arguments: [String], in directory: String) throws {
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [program] + arguments
            process.currentDirectoryURL = URL(filePath: directory)
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            process.standardInput = FileHandle.nullDevice
            try process.run()
        }

        var id: Int32 { process.processIdentifier }

        /// Its next line as something.
        func line<Value>(_ read: (String) -> Value?) throws -> Value {
            var text: [UInt8] = []
            while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first {
                if byte == UInt8(ascii: "\n") { break }
                text.append(byte)
            }
            let line = String(decoding: text, as: UTF8.self)
            guard let value = read(line) else {
                throw Failed(description: "\(process.arguments ?? []) wrote “\(line)”")
            }
            return value
        }

        deinit {
            if process.isRunning { process.terminate() }
        }
    }
}
