internal import CNcurses
internal import Glibc

/// Ends a wait for events from any thread. Wakes that come before the terminal looks are one.
public final class TerminalWaker: Sendable {
    /// An eventfd. It lives as long as this object, so that a late wake never meets a descriptor
    /// that is someone else's by then.
    let descriptor: Int32

    init() throws(TerminalError) {
        descriptor = podium_open_event_counter()
        guard descriptor >= 0 else { throw TerminalError(.system(call: "eventfd", number: errno)) }
    }

    deinit {
        Glibc.close(descriptor)
    }

    /// Makes `nextEvents` return with `.wake`. May be called from any thread, at any time.
    public func wake() {
        var one: UInt64 = 1
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Takes all wakes so far.
    func drain() {
        var count: UInt64 = 0
        _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
    }
}
