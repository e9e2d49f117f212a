import Foundation
import Glibc

/// A directory of one test's own: home, configuration and data. It goes away with the value.
final class Scratch {
    let path: String
    private let binary: String
    private var servers: [FakeChatServer] = []

    init() throws {
        binary = try ProgramFile.locate()
        var template = Array(
            FileManager.default.temporaryDirectory.appending(path: "podium-e2e.XXXXXX").path
                .utf8CString
        )
        guard mkdtemp(&template) != nil else {
            throw ChildProcess.Failed(description: "mkdtemp: \(errno)")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for name in ["home", "config/podium"] {
            try FileManager.default.createDirectory(
                atPath: "\(path)/\(name)",
                withIntermediateDirectories: true
            )
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var data: String { path + "/data" }

    /// All that a process gets to see of the environment.
    var environment: [String: String] {
        let outer = ProcessInfo.processInfo.environment
        var inner = [
            "HOME": path + "/home", "XDG_CONFIG_HOME": path + "/config", "PODIUM_DATA": data,
            "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh", "PS1": "ready> ", "PODIUM": binary,
            "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1",
        ]
        for name in ["PATH", "LD_LIBRARY_PATH", "TMPDIR", "TMUX_TMPDIR"] {
            inner[name] = outer[name]
        }
        return inner
    }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let file = "\(path)/\(name)"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    func read(_ name: String) throws -> String {
        try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(path)/\(name)")
    }

    /// Writes `config.yaml` at its usual place.
    func configure(_ yaml: String) throws {
        try write(yaml, to: "config/podium/config.yaml")
    }

    /// A configuration with one worker, `remote`, who also writes the plans.
    func configure(baseURL: String, model: String = "test-model", extra: String = "") throws {
        try configure(
            """
            providers:
              server: {dialect: openai-chat, base_url: "\(baseURL)"}
            workers:
              - {name: remote, provider: server, model: \(model), strengths: anything, \
            price: {input: 1, output: 2}}
            pools: {default: [remote]}
            conductor: {kind: prompted, worker: remote}
            \(extra)
            """
        )
    }

    /// Configures a worker, `remote`, behind a server that gives these replies in turn. The server
    /// lives as long as this directory.
    @discardableResult
    func serve(_ replies: FakeChatServer.Reply...) throws -> FakeChatServer {
        let server = try FakeChatServer(replies)
        servers.append(server)
        try configure(baseURL: server.baseURL)
        return server
    }

    /// Starts the program without a screen.
    func start(
        _ arguments: [String],
        input: String? = nil,
        environment changes: [String: String] = [:],
        errors: String = "errors"
    ) throws -> ChildProcess {
        let file = try input.map { try write($0, to: "input") }
        return try ChildProcess(
            binary,
            arguments,
            environment: environment.merging(changes) { $1 },
            input: file ?? "/dev/null",
            errors: "\(path)/\(errors)"
        )
    }

    /// Runs the program without a screen, to its end.
    func run(
        _ arguments: String...,
        input: String? = nil,
        environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try finish(start(arguments, input: input, environment: environment))
    }

    /// Runs a script of the shell, to its end; `$PODIUM` is the program.
    func shell(_ script: String, environment changes: [String: String] = [:]) throws -> ProgramRun {
        let process = try ChildProcess(
            "/bin/sh",
            ["-c", script],
            environment: environment.merging(changes) { $1 },
            errors: "\(path)/errors"
        )
        return try finish(process)
    }

    func finish(_ process: ChildProcess) throws -> ProgramRun {
        let status = try process.finish()
        return ProgramRun(bytes: process.bytes, errors: try read("errors"), status: status)
    }
}
