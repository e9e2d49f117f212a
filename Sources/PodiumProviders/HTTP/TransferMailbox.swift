internal import CCurl
internal import Synchronization

typealias TransferID = Int

/// A curl multi handle.
///
/// `@unchecked Sendable`: it is created on one thread and then used by the network thread alone,
/// but for `curl_multi_wakeup`, which curl allows from any thread while the handle lives, and which
/// the mailbox calls under its lock.
struct MultiHandle: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer
}

/// What other threads have to say to the network thread.
final class TransferMailbox: Sendable {
    enum Message: Sendable {
        case start(HTTPRequest, TransferID, HTTPExchange)
        case wish(HTTPExchange.Wish, TransferID)
        case shutdown
    }

    private struct State {
        var messages: [Message] = []
        var lastID = 0
        /// Nil once closed: nobody reads any more, and the handle may be gone.
        var multi: MultiHandle?
    }

    private let state: Mutex<State>

    init(multi: MultiHandle?) {
        state = Mutex(State(multi: multi))
    }

    func makeID() -> TransferID {
        state.withLock {
            $0.lastID += 1
            return $0.lastID
        }
    }

    /// Leaves a message and wakes the network thread. False when the mailbox is closed.
    @discardableResult
    func post(_ message: Message) -> Bool {
        state.withLock { state in
            guard let multi = state.multi else { return false }
            state.messages.append(message)
            curl_multi_wakeup(multi.pointer)
            return true
        }
    }

    func drain() -> [Message] {
        state.withLock { state in
            defer { state.messages = [] }
            return state.messages
        }
    }

    /// Takes no more messages; gives those that were never read. From here on the handle may be
    /// cleaned up.
    @discardableResult
    func close() -> [Message] {
        state.withLock { state in
            defer { state.messages = [] }
            state.multi = nil
            return state.messages
        }
    }
}
