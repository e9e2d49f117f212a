internal import CNcurses
internal import Glibc

/// Signals as bytes in a pipe, so that the one `poll` also waits for them. A process has several
/// threads and any of them may be interrupted, so interruption alone would wake nobody.
final class SignalPipe {
    let descriptor: Int32
    private let writeEnd: Int32
    private var previous: [(signal: Int32, action: sigaction)] = []

    /// The signals that arrive here while it is installed.
    static let signals = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGTSTP]

    init() throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard podium_open_pipe(&ends) == 0 else {
            throw TerminalError(.system(call: "pipe2", number: errno))
        }
        descriptor = ends[0]
        writeEnd = ends[1]
    }

    deinit {
        uninstall()
        Glibc.close(descriptor)
        Glibc.close(writeEnd)
    }

    func install() {
        guard previous.isEmpty else { return }
        signalDescriptor.pointee = writeEnd
        for signal in Self.signals {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = forwardSignal
            action.sa_flags = SA_RESTART
            var old = sigaction()
            if sigaction(signal, &action, &old) == 0 { previous.append((signal, old)) }
        }
    }

    /// Gives the signals back to whoever had them.
    func uninstall() {
        for (signal, action) in previous {
            var action = action
            sigaction(signal, &action, nil)
        }
        if !previous.isEmpty { signalDescriptor.pointee = -1 }
        previous = []
    }

    /// The signals that have arrived, in order, without repetitions.
    func drain() -> [Int32] {
        var bytes = [UInt8](repeating: 0, count: 64)
        var signals: [Int32] = []
        while true {
            let count = read(descriptor, &bytes, bytes.count)
            guard count > 0 else { return signals }
            for byte in bytes[..<count] where !signals.contains(Int32(byte)) {
                signals.append(Int32(byte))
            }
        }
    }
}

/// Where the handler writes. Memory that is never freed and holds one word: a handler may read it
/// at any moment, and no Swift storage with access checks is involved. Written only by the thread
/// of the screen.
nonisolated(unsafe) private let signalDescriptor = {
    let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    pointer.initialize(to: -1)
    return pointer
}()

/// Async-signal-safe: `write` only, and `errno` as it was.
private func forwardSignal(_ signal: Int32) {
    let saved = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(signalDescriptor.pointee, &byte, 1)
    errno = saved
}
