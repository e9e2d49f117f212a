import Glibc

/// A process with its standard streams at hand: input from a file, output through a pipe, errors
/// into a file.
final class ChildProcess {
    struct Failed: Error, CustomStringConvertible {
        var description: String
    }

    /// How long a read may stay without a byte before the test gives up, in milliseconds. It bounds
    /// a hang; nothing waits this long when it works.
    static let patience: Int32 = 120_000

    let pid: pid_t
    private let output: Int32
    private(set) var bytes: [UInt8] = []
    private var status: Int32?

    init(
        _ path: String,
        _ arguments: [String],
        environment: [String: String],
        input: String = "/dev/null",
        errors: String
    ) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Failed(description: "pipe: \(errno)") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[1]) }
        do {
            pid = try Spawn.start(path, arguments, environment: environment) { files in
                posix_spawn_file_actions_addopen(&files, 0, input, O_RDONLY, 0)
                posix_spawn_file_actions_adddup2(&files, ends[1], 1)
                posix_spawn_file_actions_addopen(
                    &files,
                    2,
                    errors,
                    O_WRONLY | O_CREAT | O_TRUNC,
                    0o600
                )
            }
        } catch {
            close(ends[0])
            throw error
        }
        output = ends[0]
    }

    deinit {
        if status == nil {
            kill(pid, SIGKILL)
            _ = wait()
        }
        close(output)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Reads the output until the predicate holds.
    ///
    /// - Throws: `Failed` when the output ends, or nothing comes any more.
    func read(until holds: (String) -> Bool) throws {
        while !holds(text) {
            guard try readMore() else {
                throw Failed(description: "the output ended; it was:\n\(text)")
            }
        }
    }

    func signal(_ number: Int32) {
        kill(pid, number)
    }

    /// Reads the rest of the output and waits for the end.
    ///
    /// - Returns: the exit status, or 128 + the signal that ended the process.
    func finish() throws -> Int32 {
        while try readMore() {}
        return wait()
    }

    /// Waits for the end and reads nothing: as if nobody did.
    ///
    /// - Returns: as `finish`.
    func finishUnread() throws -> Int32 {
        for _ in 0..<Self.patience / 10 {
            var code: Int32 = 0
            if waitpid(pid, &code, WNOHANG) == pid {
                let signal = code & 0x7F
                let result = signal == 0 ? (code >> 8) & 0xFF : 128 + signal
                status = result
                return result
            }
            usleep(10_000)
        }
        throw Failed(description: "the program does not end")
    }

    private func readMore() throws -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            let ready = poll(&descriptor, 1, Self.patience)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else {
                throw Failed(description: "no output any more; so far:\n\(text)")
            }
            let count = Glibc.read(output, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            bytes += chunk[..<max(0, count)]
            return count > 0
        }
    }

    private func wait() -> Int32 {
        if let status { return status }
        var code: Int32 = 0
        while waitpid(pid, &code, 0) < 0, errno == EINTR {}
        let signal = code & 0x7F
        let result = signal == 0 ? (code >> 8) & 0xFF : 128 + signal
        status = result
        return result
    }
}
