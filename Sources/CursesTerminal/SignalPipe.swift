internal import CNcurses
internal import Glibc

/// Signals as bytes in a pipe, so that a `poll` also waits for them. A process has several
/// threads and any of them may be interrupted, so interruption alone would wake nobody.
///
/// A signal goes to the pipe that was installed for it last.
public final class SignalPipe {
    /// Where they are read; never blocks.
    public let descriptor: Int32
    private let signals: [Int32]
    private let writeEnd: Int32
    private var previous: [(signal: Int32, action: sigaction)] = []

    /// - Parameter signals: those that arrive here while it is installed.
    /// - Throws: `TerminalError` when there is no pipe to be had.
    public init(_ signals: [Int32]) throws(TerminalError) {
        self.signals = signals
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

    public func install() {
        guard previous.isEmpty else { return }
        for signal in signals {
            descriptors[Int(signal)] = writeEnd
            var action = sigaction()
            action.__sigaction_handler.sa_handler = forwardSignal
            action.sa_flags = SA_RESTART
            var old = sigaction()
            if sigaction(signal, &action, &old) == 0 { previous.append((signal, old)) }
        }
    }

    /// Gives the signals back to whoever had them.
    public func uninstall() {
        for (signal, action) in previous {
            var action = action
            sigaction(signal, &action, nil)
            descriptors[Int(signal)] = -1
        }
        previous = []
    }

    /// The signals that have arrived, in order, without repetitions.
    public func drain() -> [Int32] {
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

/// Where the handler writes, by signal number. Memory that is never freed: a handler may read it at any
/// moment, and no Swift storage with access checks is involved. Each word is written before its signal
/// arrives.
nonisolated(unsafe) private let descriptors = {
    let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: 65)
    pointer.initialize(repeating: -1, count: 65)
    return pointer
}()

/// Async-signal-safe: `write` only, and `errno` as it was.
private func forwardSignal(_ signal: Int32) {
    let saved = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(descriptors[Int(signal)], &byte, 1)
    errno = saved
}
