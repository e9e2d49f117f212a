import Glibc
import PodiumCore
import Synchronization
import Testing

@testable import PodiumProviders

@Suite(.timeLimit(.minutes(15))) struct KeyTests {
    private func resolver(
        _ source: KeySource,
        environment: [String: String] = [:],
        run: @escaping KeyResolver.Runner = { _ throws(ShellCommand.Failure) in
            throw .printedNothing
        }
    ) -> KeyResolver {
        KeyResolver(source: source, provider: "acme", environment: { environment[$0] }, run: run)
    }

    @Test func `a server without keys gets none`() async throws {
        #expect(try await resolver(.none).key() == nil)
    }

    @Test func `a key of the environment loses the space around it`() async throws {
        let keys = resolver(
            .environment(["BLANK", "ACME_KEY"]),
            environment: ["BLANK": " ", "ACME_KEY": " sk-1\n"]
        )
        #expect(try await keys.key() == "sk-1")
    }

    @Test(arguments: [[:], ["ACME_KEY": ""], ["ACME_KEY": " \n"]])
    func `a missing key is named with advice`(environment: [String: String]) async {
        let keys = resolver(.environment(["ACME_KEY"]), environment: environment)
        let error = await #expect(throws: ProviderError.self) { try await keys.key() }
        #expect(error?.code == .missingKey)
        #expect(error?.message.contains("ACME_KEY") == true)
        #expect(error?.advice != nil)
    }

    @Test func `a key that cannot be sent is not repeated`() async {
        let keys = resolver(.environment(["K"]), environment: ["K": "sk-1\r\nX-Evil: 1"])
        let error = await #expect(throws: ProviderError.self) { try await keys.key() }
        #expect(error?.code == .missingKey)
        #expect(error?.description.contains("Evil") == false)
    }

    @Test func `a command runs once for all who wait, and again after it was forgotten`()
        async throws
    {
        let runs = Mutex(0)
        let keys = resolver(.command("give")) { command throws(ShellCommand.Failure) in
            await Task.yield()
            return "\(command)-\(runs.withLock { $0 += 1; return $0 })"
        }
        let found = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<20 { group.addTask { try await keys.key() } }
            return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(found == ["give-1"])
        await keys.forget()
        #expect(try await keys.key() == "give-2")
    }

    @Test func `a call that is cancelled does not wait for the command`() async throws {
        let (started, start) = AsyncStream<Void>.makeStream()
        let (gate, open) = AsyncStream<Void>.makeStream()
        let keys = resolver(.command("slow")) { _ throws(ShellCommand.Failure) in
            start.yield()
            for await _ in gate { break }
            return "sk-late"
        }
        let waiting = Task { try await keys.key() }
        for await _ in started { break }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        open.yield()
        #expect(try await keys.key() == "sk-late")
    }

    @Test func `a failing command is told without its output`() async {
        let keys = resolver(.command("x")) { _ throws(ShellCommand.Failure) in
            throw .exited(status: 2)
        }
        let error = await #expect(throws: ProviderError.self) { try await keys.key() }
        #expect(error?.code == .missingKey)
        #expect(error?.message == "The key_command of acme ended with status 2.")
    }
}

@Suite(.timeLimit(.minutes(15))) struct ShellCommandTests {
    @Test func `the first line of the output is taken`() async throws {
        #expect(try await ShellCommand.firstLine(of: "echo one; echo two") == "one")
        #expect(try await ShellCommand.firstLine(of: "printf '%s' bare") == "bare")
    }

    @Test func `it has no input and its errors are not shown`() async throws {
        #expect(try await ShellCommand.firstLine(of: "cat; echo noise >&2; echo end") == "end")
    }

    @Test(arguments: [
        ("echo secret; exit 3", ShellCommand.Failure.exited(status: 3)),
        ("kill -TERM $$", .killed(signal: 15)), ("true", .printedNothing),
        ("yes", .printedTooMuch), ("/nonexistent/program", .exited(status: 127)),
    ]) func `failures are told apart`(command: String, failure: ShellCommand.Failure) async {
        await #expect(throws: failure) { try await ShellCommand.firstLine(of: command) }
    }

    @Test func `it inherits no file of this program`() async throws {
        let file = open("/dev/null", O_RDONLY)
        defer { close(file) }
        let command = "test -e /proc/self/fd/\(file) && echo inherited || echo closed"
        #expect(try await ShellCommand.firstLine(of: command) == "closed")
    }

    @Test func `at the limit it is killed with all it started`() async {
        let limit = Duration.milliseconds(30)
        await #expect(throws: ShellCommand.Failure.timedOut(limit)) {
            try await ShellCommand.firstLine(of: "sleep 600 & sleep 600", within: limit)
        }
    }

    @Test func `an agent left behind does not hold it up`() async throws {
        #expect(try await ShellCommand.firstLine(of: "sleep 5 & echo key") == "key")
    }
}
