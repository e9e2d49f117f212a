import Synchronization

/// Messages from other threads for the one that owns the screen or the output.
final class Mailbox<Message: Sendable>: Sendable {
    private struct State {
        var messages: [Message] = []
        /// Those who wait until what they brought was taken.
        var receipts: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let wake: @Sendable () -> Void

    /// - Parameter wake: wakes the thread that takes; callable from any other.
    init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    /// Leaves a message.
    func post(_ message: Message) {
        state.withLock { $0.messages.append(message) }
        wake()
    }

    /// Leaves a message and returns once it was taken: who brings more than can be taken is held back.
    func deliver(_ message: Message) async {
        await withCheckedContinuation { receipt in
            state.withLock { state in
                state.messages.append(message)
                state.receipts.append(receipt)
            }
            wake()
        }
    }

    /// All that have come since the last time, in order.
    func take() -> [Message] {
        let (messages, receipts) = state.withLock { state in
            defer { state = State() }
            return (state.messages, state.receipts)
        }
        for receipt in receipts { receipt.resume() }
        return messages
    }
}
