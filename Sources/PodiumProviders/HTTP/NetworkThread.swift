internal import Glibc

/// Runs `body` on a thread of its own that takes no signals. Nil when no thread can be made.
///
/// Signals are blocked because the terminal's (a resize, an interrupt) belong to the program's main
/// thread, and because OpenSSL writes to sockets without `MSG_NOSIGNAL`.
func startThread(named name: String, _ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    // A new thread inherits the mask, so there is no moment at which it could take a signal.
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }

    let job = Unmanaged.passRetained(ThreadJob(name: name, body: body))
    var thread = pthread_t()
    let result = pthread_create(
        &thread,
        nil,
        { context in
            if let context {
                let job = Unmanaged<ThreadJob>.fromOpaque(context).takeRetainedValue()
                nameCurrentThread(job.name)
                job.body()
            }
            return nil
        },
        job.toOpaque()
    )
    guard result == 0 else {
        job.release()
        return nil
    }
    return thread
}

/// Shown by debuggers and `ps`. Glibc hides its own function for this from Swift.
private func nameCurrentThread(_ name: String) {
    guard let file = fopen("/proc/thread-self/comm", "w") else { return }
    fputs(name, file)
    fclose(file)
}

private final class ThreadJob: Sendable {
    let name: String
    let body: @Sendable () -> Void

    init(name: String, body: @escaping @Sendable () -> Void) {
        self.name = name
        self.body = body
    }
}
