internal import Foundation

/// Runs untrusted Python inside bubblewrap, and never without it.
///
/// A run has no network, sees a read-only system without homes and an empty `/tmp` of its own, is
/// bounded in time, memory, processes and files, and dies with this program. Bubblewrap needs user
/// namespaces; for root, who is exempt from the limit on processes, `setpriv` makes it nobody.
///
/// Assertions run in the answer's own module, so code that is written against this very harness
/// could find its wire and claim success. Runs and calls are judged from another process.
public struct Sandbox: Hashable, Sendable {
    /// For one run of the program; all runs of one answer may take six times as long.
    public var timeLimit: Duration
    /// Bytes of address space for a process.
    public var memoryLimit: Int
    private let tools: [String]

    /// - Parameter tools: folders in which `bwrap`, `setpriv` and `python3` are looked for.
    public init(
        timeLimit: Duration = .seconds(10),
        memoryLimit: Int = 1 << 30,
        tools: [String] = ["/usr/bin", "/usr/local/bin", "/bin"]
    ) {
        self.timeLimit = timeLimit
        self.memoryLimit = memoryLimit
        self.tools = tools
    }

    /// Bytes that a program may print in one run.
    static let outputLimit = 1 << 20

    func grade(_ answer: String, with tests: CodeTests) async -> Grade {
        var grade = await run(tests.program(for: answer), with: tests)
        grade.answer = answer
        return grade
    }

    private func run(_ program: String, with tests: CodeTests) async -> Grade {
        let command: [String]
        let job: Data
        do {
            command = try self.command()
            job = try JSONEncoder().encode(PythonHarness.Job(program, tests, in: self))
        } catch let missing as MissingTool {
            return Grade(.refused(reason: missing.description))
        } catch {
            return Grade(.refused(reason: "the tests cannot be encoded: \(error)"))
        }
        // What the harness can say only after all tests have passed.
        let token = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }
            .joined()
            .padding(toLength: PythonHarness.tokenLength, withPad: "0", startingAt: 0)
        let size = String(job.count).padding(toLength: 12, withPad: " ", startingAt: 0)
        let input = Data(size.utf8) + job + Data(token.utf8)
        let ended = await ChildProcess.run(
            command,
            input: [UInt8](input),
            limit: tests.isOneRun ? timeLimit : timeLimit * 6,
            outputLimit: Self.outputLimit
        )
        return PythonHarness.grade(ended, token: token)
    }

    struct MissingTool: Error, CustomStringConvertible {
        let name: String
        let package: String

        var description: String {
            "code is only run in a sandbox, and \(name) was not found. Install the package \(package)"
        }
    }

    private func path(of name: String, package: String) throws(MissingTool) -> String {
        let paths = tools.map { "\($0)/\(name)" }
        guard let path = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw MissingTool(name: name, package: package)
        }
        return path
    }

    private func command() throws(MissingTool) -> [String] {
        let bubblewrap = try path(of: "bwrap", package: "bubblewrap")
        let python = try path(of: "python3", package: "python3")
        let nobody = "65534"
        let demotion =
            geteuid() == 0
            ? [
                try path(of: "setpriv", package: "util-linux"), "--reuid=\(nobody)",
                "--regid=\(nobody)", "--clear-groups", "--inh-caps=-all",
            ] : []
        // Systems differ in which of these are links into /usr.
        let libraries = ["/bin", "/lib", "/lib64"].flatMap { ["--ro-bind-try", $0, $0] }
        let confinement =
            ["--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/usr", "/usr"]
            + libraries
            + ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]
            + ["--dev", "/dev", "--remount-ro", "/dev"]
            + ["--size", String(PythonHarness.fileLimit), "--tmpfs", "/tmp", "--chdir", "/tmp"]
            + ["--remount-ro", "/"]
        return demotion + [bubblewrap] + confinement
            + ["--", python, "-I", "-c", PythonHarness.source]
    }
}

extension CodeTests {
    fileprivate var isOneRun: Bool { if case .assertions = suite { true } else { false } }

    /// The answer behind what stands before it. An answer that lacks the function is its body,
    /// which goes on where the prelude ends.
    func program(for answer: String) -> String {
        guard let entryPoint, !answer.contains("def \(entryPoint)("),
            !answer.contains("\(entryPoint) =")
        else { return prelude + "\n" + answer + "\n" }
        let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
        let isIndented = lines.first { !$0.trimmed.isEmpty }?.first?.isWhitespace == true
        let body = isIndented ? answer : lines.map { "    " + $0 }.joined(separator: "\n")
        return prelude + (prelude.hasSuffix("\n") ? "" : "\n") + body + "\n"
    }
}
