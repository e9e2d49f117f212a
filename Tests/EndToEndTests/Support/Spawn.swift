import Glibc

/// Starts a program with no signal ignored or blocked: a test started in the background inherits
/// ignored ones, and the program must not.
enum Spawn {
    /// POSIX_SPAWN_SETSID, a macro Swift does not import.
    private static let ownSession = Int16(0x80)

    /// - Parameters:
    ///   - path: searched for in PATH when it has no slash.
    ///   - leadsSession: whether it leads a session of its own, as a terminal's window starts it.
    ///   - files: opens what the program has for its standard streams.
    static func start(
        _ path: String,
        _ arguments: [String],
        environment: [String: String],
        leadsSession: Bool = false,
        files: (inout posix_spawn_file_actions_t) -> Void
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        files(&actions)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var every = sigset_t()
        sigfillset(&every)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &every)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
                | (leadsSession ? ownSession : 0)
        )

        var argv = ([path] + arguments).map { strdup($0) } + [nil]
        var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var pid = pid_t()
        let code = posix_spawnp(&pid, path, &actions, &attributes, &argv, &envp)
        guard code == 0 else {
            throw ChildProcess.Failed(description: "\(path): \(String(cString: strerror(code)))")
        }
        return pid
    }
}
