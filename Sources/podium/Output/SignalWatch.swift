import Dispatch
import Glibc

/// Turns signals that ask the process to end into calls, for as long as it lives.
final class SignalWatch {
    private var sources: [any DispatchSourceSignal] = []

    /// - Parameter received: called with the signal's number, on another thread.
    init(_ signals: [Int32], received: @escaping @Sendable (Int32) -> Void) {
        for number in signals {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { received(number) }
            source.activate()
            sources.append(source)
        }
    }
}
