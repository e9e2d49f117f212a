import Foundation
import Glibc
import Synchronization

/// What the process needs of the system before it does anything.
enum OwnProcess {
    /// The fewest open files with which a run, its store and a few calls get along.
    private static let fewestFiles: rlim_t = 64

    private static let usualMask = Mutex<mode_t>(0o022)

    /// What the shell is told before a program of the person's own: what it saves is as they are used to.
    static var shellPreface: String {
        "umask \(String(usualMask.withLock { $0 }, radix: 8))\n"
    }

    /// Called before all else.
    static func prepare() {
        // Ctrl-\ quits. Swift's runtime would report a crash, and go on.
        signal(SIGQUIT, SIG_DFL)
        openMissingStreams()
        // Questions, answers and settings are their owner's alone.
        usualMask.withLock { $0 = umask(0o077) }
        // Some containers have no limit at all, and programs that close all files there could be.
        change(RLIMIT_NOFILE) { $0.rlim_cur = min($0.rlim_max, max($0.rlim_cur, 65_536)) }
        // A reader that went away (`podium … | head`) is an error to handle, not a way to die.
        signal(SIGPIPE, SIG_IGN)
        leaveNoDump()
        ChildProcesses.prepare()
    }

    /// - Throws: `Failure` where too few files or threads are to be had for anything to go well.
    static func requireResources() throws(Failure) {
        try requireFiles()
        try requireThreads()
    }

    /// Where a thread cannot be made, Swift's runtime asks for it again for ever, and nothing goes on.
    private static func requireThreads() throws(Failure) {
        let count = min(ProcessInfo.processInfo.activeProcessorCount, 16) + 8
        var threads: [pthread_t] = []
        var barrier = pthread_mutex_t()
        pthread_mutex_init(&barrier, nil)
        pthread_mutex_lock(&barrier)
        withUnsafeMutablePointer(to: &barrier) { barrier in
            for _ in 0..<count {
                var thread = pthread_t()
                // They wait, so that all are there at once.
                let code = pthread_create(
                    &thread,
                    nil,
                    { barrier in
                        let barrier = barrier?.assumingMemoryBound(to: pthread_mutex_t.self)
                        if let barrier, pthread_mutex_lock(barrier) == 0 {
                            pthread_mutex_unlock(barrier)
                        }
                        return nil
                    },
                    barrier
                )
                if code == 0 { threads.append(thread) } else { break }
            }
            pthread_mutex_unlock(barrier)
            for thread in threads { pthread_join(thread, nil) }
        }
        guard threads.count < count else { return }
        throw Failure(
            "only \(threads.count) threads can be made, and \(count) are needed. Give it more memory"
                + " (ulimit -v) or processes (ulimit -u)."
        )
    }

    private static func requireFiles() throws(Failure) {
        var limit = rlimit()
        guard getrlimit(number(RLIMIT_NOFILE), &limit) == 0, limit.rlim_cur < fewestFiles
        else { return }
        throw Failure(
            "only \(limit.rlim_cur) files may be open at once, and \(fewestFiles) are needed."
                + " Raise the limit: ulimit -n 1024"
        )
    }

    /// The next file that is opened gets the lowest number that is free. Without standard output that
    /// would be the database, and what is told would be written into it.
    private static func openMissingStreams() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDWR)
        }
    }

    /// Keys are in this memory, and no file of it is left: neither by the kernel, nor by a program to
    /// which it hands what core_pattern(5) says.
    private static func leaveNoDump() {
        change(RLIMIT_CORE) { $0.rlim_cur = 0 }
        guard let filter = fopen("/proc/self/coredump_filter", "w") else { return }
        fputs("0", filter)
        fclose(filter)
    }

    private static func change(_ resource: __rlimit_resource, _ change: (inout rlimit) -> Void) {
        var limit = rlimit()
        guard getrlimit(number(resource), &limit) == 0 else { return }
        change(&limit)
        setrlimit(number(resource), &limit)
    }

    private static func number(_ resource: __rlimit_resource) -> __rlimit_resource_t {
        __rlimit_resource_t(resource.rawValue)
    }
}
