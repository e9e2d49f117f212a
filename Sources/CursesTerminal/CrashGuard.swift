internal import CNcurses
internal import Glibc

/// Gives the terminal back when the process crashes, or exits without closing the screen.
///
/// The handlers are async-signal-safe: they read memory that was prepared before, and call
/// `write`, `tcsetattr`, `sigaction` and `raise`.
enum CrashGuard {
    private static let signals = [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE]
    private static let alternateStackSize = 64 * 1024

    /// Starts guarding: `sequence` and `settings` restore the terminal behind `descriptor`.
    static func arm(descriptor: Int32, sequence: [UInt8], settings: termios) {
        let state = crashState
        state.pointee.isArmed = false
        state.pointee.bytes?.deallocate()
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, sequence.count))
        bytes.initialize(from: sequence, count: sequence.count)
        state.pointee.bytes = bytes
        state.pointee.count = sequence.count
        state.pointee.descriptor = descriptor
        state.pointee.settings = settings
        state.pointee.isArmed = true
        installOnce()
    }

    /// Gives the terminal back from any thread and whatever it does: where nobody reads it, what is on
    /// its way there is dropped.
    static func fire() {
        let state = crashState
        guard state.pointee.isArmed else { return }
        let descriptor = state.pointee.descriptor
        tcflow(descriptor, TCOON)
        tcflush(descriptor, TCOFLUSH)
        var writable = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        if poll(&writable, 1, 100) == 1 { return restoreTerminal() }
        // The settings at least: they need no reader.
        _ = tcsetattr(descriptor, TCSANOW, &state.pointee.settings)
    }

    /// The terminal has been given back in an orderly way.
    static func disarm() {
        crashState.pointee.isArmed = false
    }

    private static func installOnce() {
        let state = crashState
        guard !state.pointee.isInstalled else { return }
        state.pointee.isInstalled = true
        installAlternateStack()
        for signal in signals {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = restoreAndReraise
            action.sa_flags = Int32(SA_ONSTACK)
            sigaction(signal, &action, state.pointee.previous + Int(signal))
        }
        atexit { restoreTerminal() }
    }

    /// Without a stack of its own the handler could not run after a stack overflow. It serves the
    /// thread of the screen, and is never freed.
    private static func installAlternateStack() {
        var present = stack_t()
        guard sigaltstack(nil, &present) == 0, present.ss_flags & Int32(SS_DISABLE) != 0
        else { return }
        var stack = stack_t()
        stack.ss_sp = UnsafeMutableRawPointer.allocate(
            byteCount: alternateStackSize,
            alignment: 16
        )
        stack.ss_size = alternateStackSize
        sigaltstack(&stack, nil)
    }
}

private struct CrashState {
    var isArmed = false
    var isInstalled = false
    var descriptor: Int32 = -1
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    var settings = termios()
    /// By signal number: who handled it before.
    let previous: UnsafeMutablePointer<sigaction>
}

/// Memory that is never freed, so that a handler can read it at any moment without Swift storage
/// and its access checks. Written only by the thread of the screen while the guard is not armed.
nonisolated(unsafe) private let crashState = {
    let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 64)
    previous.initialize(repeating: sigaction(), count: 64)
    let pointer = UnsafeMutablePointer<CrashState>.allocate(capacity: 1)
    pointer.initialize(to: CrashState(previous: previous))
    return pointer
}()

private func restoreTerminal() {
    let state = crashState
    guard state.pointee.isArmed else { return }
    state.pointee.isArmed = false
    _ = write(state.pointee.descriptor, state.pointee.bytes, state.pointee.count)
    _ = tcsetattr(state.pointee.descriptor, TCSANOW, &state.pointee.settings)
}

/// Restores the terminal and lets the signal do what it would have done: the handler from before
/// gets it as soon as this one returns.
private func restoreAndReraise(_ signal: Int32) {
    restoreTerminal()
    sigaction(signal, crashState.pointee.previous + Int(signal), nil)
    raise(signal)
}
