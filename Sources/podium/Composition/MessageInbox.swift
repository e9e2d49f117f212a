import CursesTerminal
import Synchronization
import Workbench

/// Messages for the workbench from other threads. Each wakes the loop that takes them.
final class MessageInbox: Sendable {
    private let messages = Mutex<[Message]>([])
    private let waker: TerminalWaker

    init(waker: TerminalWaker) {
        self.waker = waker
    }

    func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        waker.wake()
    }

    /// All that have come since the last time, in order.
    func take() -> [Message] {
        messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
