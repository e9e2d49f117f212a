internal import Foundation
internal import Glibc
internal import Synchronization

/// A process that is talked to over one socket, which is its input, output and error output.
enum ChildProcess {
    enum Ending: Hashable, Sendable {
        case couldNotStart(reason: String)
        /// By itself, or for printing too much.
        case ended(output: [UInt8])
        case timedOut(output: [UInt8])
        case cancelled
    }

    /// Runs a command with an empty environment, and kills its session at the limit or when the
    /// task is cancelled.
    static func run(
        _ command: [String],
        input: [UInt8],
        limit: Duration,
        outputLimit: Int
    ) async -> Ending {
        let isCancelled = Flag()
        return await withTaskCancellationHandler {
            // Waiting for a process blocks, so it gets a thread: the tasks' threads must not block.
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    let ending =
                        switch start(command) {
                        case .success(let process):
                            process.talk(input, limit, outputLimit, isCancelled)
                        case .failure(let failure):
                            Ending.couldNotStart(reason: String(cString: strerror(failure.code)))
                        }
                    continuation.resume(returning: ending)
                }
            }
        } onCancel: {
            isCancelled.raise()
        }
    }

    final class Flag: Sendable {
        private let value = Atomic(false)
        var isRaised: Bool { value.load(ordering: .relaxed) }
        func raise() { value.store(true, ordering: .relaxed) }
    }

    private struct StartFailure: Error { let code: Int32 }

    private static func start(_ command: [String]) -> Result<Running, StartFailure> {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            return .failure(StartFailure(code: errno))
        }
        defer { close(ends[1]) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for file: Int32 in 0...2 { posix_spawn_file_actions_adddup2(&actions, ends[1], file) }
        // Files that another part of this program left open are none of the child's business.
        // Closing one that is gone by then is no error.
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        for file in open.compactMap({ Int32($0) }) where file > 2 {
            posix_spawn_file_actions_addclose(&actions, file)
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | setSessionFlag
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        var pid = pid_t()
        let code = posix_spawn(&pid, command[0], &actions, &attributes, &arguments, &environment)
        guard code == 0 else {
            close(ends[0])
            return .failure(StartFailure(code: code))
        }
        return .success(Running(pid: pid, socket: ends[0]))
    }

    /// `POSIX_SPAWN_SETSID` of glibc 2.26 and later, which its headers hide without `_GNU_SOURCE`.
    private static let setSessionFlag: Int32 = 0x80
}

/// A started process. Blocking; used on one thread.
private struct Running {
    let pid: pid_t
    let socket: Int32

    /// Sends the input and gathers the output until the other end closes.
    func talk(
        _ input: [UInt8],
        _ limit: Duration,
        _ outputLimit: Int,
        _ isCancelled: ChildProcess.Flag
    ) -> ChildProcess.Ending {
        defer {
            end()
            close(socket)
        }
        let deadline = ContinuousClock.now + limit
        var rest = input[...]
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while output.count <= outputLimit {
            if isCancelled.isRaised { return .cancelled }
            guard ContinuousClock.now < deadline else { return .timedOut(output: output) }
            let events = Int16(POLLIN) | (rest.isEmpty ? 0 : Int16(POLLOUT))
            var wait = pollfd(fd: socket, events: events, revents: 0)
            // Cancellation is looked for this often, in milliseconds.
            guard poll(&wait, 1, 50) > 0 else { continue }
            if wait.revents & Int16(POLLOUT) != 0 {
                let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
                let sent = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, flags) }
                // A closed end is noticed by reading.
                rest =
                    sent < 0 && errno != EAGAIN && errno != EINTR
                    ? [] : rest.dropFirst(max(sent, 0))
            }
            guard wait.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 else { continue }
            let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            if count > 0 {
                output += buffer[..<count]
            } else if count == 0 || errno != EAGAIN && errno != EINTR {
                break
            }
        }
        return .ended(output: output)
    }

    /// Bubblewrap's death ends all that runs in its namespace.
    private func end() {
        kill(-pid, SIGKILL)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    }
}
