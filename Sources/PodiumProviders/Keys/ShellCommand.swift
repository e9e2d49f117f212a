internal import Foundation
internal import Glibc

/// Runs a command with `/bin/sh -c` for the first line of its output.
enum ShellCommand {
    enum Failure: Error, Hashable, CustomStringConvertible {
        case couldNotStart(errno: Int32)
        case exited(status: Int32)
        case killed(signal: Int32)
        case timedOut(Duration)
        case printedNothing
        case printedTooMuch

        /// Completes a sentence whose subject is the command.
        var description: String {
            switch self {
            case .couldNotStart(let code): "could not start (\(String(cString: strerror(code))))"
            case .exited(let status): "ended with status \(status)"
            case .killed(let signal): "was ended by signal \(signal)"
            case .timedOut(let limit): "took longer than \(limit.shortText)"
            case .printedNothing: "printed nothing"
            case .printedTooMuch: "printed more than \(ShellCommand.outputLimit) bytes"
            }
        }
    }

    static let outputLimit = 64 << 10

    /// The first line, without its end. The command has no input, no terminal (the screen belongs
    /// to this program) and no error output, and it is killed with all it started at the limit.
    static func firstLine(
        of command: String,
        within limit: Duration = .seconds(30)
    ) async throws(Failure) -> String {
        // Waiting for a process blocks, so it gets a thread: the tasks' threads must never block.
        let outcome = await withCheckedContinuation { continuation in
            let thread = startThread(named: "podium-key") {
                continuation.resume(
                    returning: Result { () throws(Failure) in
                        try ChildProcess.start(command).firstLine(within: limit)
                    }
                )
            }
            if let thread {
                pthread_detach(thread)
            } else {
                continuation.resume(returning: .failure(.couldNotStart(errno: EAGAIN)))
            }
        }
        return try outcome.get()
    }
}

/// A started shell and the pipe it writes to. Blocking; used on one thread.
private struct ChildProcess {
    let pid: pid_t
    let output: Int32

    static func start(_ command: String) throws(ShellCommand.Failure) -> ChildProcess {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .couldNotStart(errno: errno) }
        defer { close(ends[1]) }
        // A process that another thread starts at this moment may inherit the pipe; that is
        // harmless, because the wait is for the command's end and not for the pipe's.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // An agent left behind must not hold the files and sockets of this program open.
        // Closing one that is gone by then is no error.
        for file in openFiles() where file > 2 {
            posix_spawn_file_actions_addclose(&actions, file)
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A session of its own has no terminal, and can be killed as one group. Signals are as a
        // shell expects them; this thread blocks them all.
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | setSessionFlag)
        )

        var arguments: [UnsafeMutablePointer<CChar>?] = [
            strdup("/bin/sh"), strdup("-c"), strdup(command), nil,
        ]
        defer { for argument in arguments { free(argument) } }
        var pid = pid_t()
        let result = posix_spawn(&pid, "/bin/sh", &actions, &attributes, &arguments, environ)
        guard result == 0 else {
            close(ends[0])
            throw .couldNotStart(errno: result)
        }
        return ChildProcess(pid: pid, output: ends[0])
    }

    private static func openFiles() -> [Int32] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        return (names ?? []).compactMap { Int32($0) }
    }

    func firstLine(within limit: Duration) throws(ShellCommand.Failure) -> String {
        defer { close(output) }
        let deadline = ContinuousClock.now + limit
        var printed: [UInt8] = []
        var status: Int32?
        // Waits for the process, not for the end of its output: an agent it leaves behind (gpg's
        // for one) can hold the pipe open for hours.
        while status == nil {
            guard ContinuousClock.now < deadline else {
                killGroup()
                throw .timedOut(limit)
            }
            var wait = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            poll(&wait, 1, 20)
            let isClosed = try drain(into: &printed) == .closed
            status = exitStatus(waiting: isClosed ? 20_000 : 0)
        }
        _ = try drain(into: &printed)
        try check(status ?? 0)
        let line = printed.prefix { $0 != UInt8(ascii: "\n") }
        guard !line.isEmpty else { throw .printedNothing }
        return String(decoding: line, as: UTF8.self)
    }

    private enum Pipe { case open, closed }

    private func drain(into printed: inout [UInt8]) throws(ShellCommand.Failure) -> Pipe {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(output, &buffer, buffer.count)
            if count == 0 { return .closed }
            if count < 0 { return .open }
            printed += buffer[..<count]
            if printed.count > ShellCommand.outputLimit {
                killGroup()
                throw .printedTooMuch
            }
        }
    }

    /// - Parameter waiting: Microseconds to rest first, when there is no pipe to wait on.
    private func exitStatus(waiting: UInt32) -> Int32? {
        var status: Int32 = 0
        if waitpid(pid, &status, WNOHANG) == pid { return status }
        if waiting > 0 { usleep(waiting) }
        return nil
    }

    private func check(_ status: Int32) throws(ShellCommand.Failure) {
        // WIFSIGNALED and WEXITSTATUS are macros, which Swift does not import.
        let signal = status & 0x7F
        if signal != 0 { throw .killed(signal: signal) }
        let code = (status >> 8) & 0xFF
        if code != 0 { throw .exited(status: code) }
    }

    private func killGroup() {
        kill(-pid, SIGKILL)
        var status: Int32 = 0
        waitpid(pid, &status, 0)
    }
}

/// `POSIX_SPAWN_SETSID` of glibc 2.26 and later, which its headers hide without `_GNU_SOURCE`.
private let setSessionFlag: Int32 = 0x80
