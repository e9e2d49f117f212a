import PodiumCore
import Synchronization

@testable import PodiumProviders

/// A client without a network: gives prepared parts, and remembers what was asked of it.
final class ScriptedClient: HTTPClient {
    enum Ending: Sendable {
        case complete
        case failure(ProviderError)
        /// Stays open until it is cancelled or wrapped up.
        case open
    }

    private struct Log {
        var requests: [HTTPRequest] = []
        var wishes: [HTTPExchange.Wish] = []
    }

    private let head: HTTPResponseHead
    private let body: [String]
    private let ending: Ending
    private let log = Mutex(Log())

    init(
        _ head: HTTPResponseHead = HTTPResponseHead(status: 200),
        body: [String] = [],
        ending: Ending = .complete
    ) {
        self.head = head
        self.body = body
        self.ending = ending
    }

    var requests: [HTTPRequest] { log.withLock { $0.requests } }
    var wishes: [HTTPExchange.Wish] { log.withLock { $0.wishes } }

    func start(_ request: HTTPRequest) -> HTTPExchange {
        log.withLock { $0.requests.append(request) }
        let finish = Mutex<(@Sendable () -> Void)?>(nil)
        let exchange = HTTPExchange { [self] wish in
            log.withLock { $0.wishes.append(wish) }
            if case .wrapUp = wish { finish.withLock { $0 }?() }
        }
        finish.withLock { $0 = { [weak exchange] in exchange?.finish() } }
        _ = exchange.receive(.head(head))
        for part in body { _ = exchange.receive(.body(Array(part.utf8))) }
        switch ending {
        case .complete: exchange.finish()
        case .failure(let error): exchange.finish(throwing: error)
        case .open: break
        }
        return exchange
    }
}

/// One scripted client after another, a request each.
final class ClientSequence: HTTPClient {
    private let clients: [ScriptedClient]
    private let count = Mutex(0)

    init(_ clients: ScriptedClient...) {
        self.clients = clients
    }

    /// How many requests were made.
    var requestCount: Int { count.withLock { $0 } }

    func start(_ request: HTTPRequest) -> HTTPExchange {
        let number = count.withLock { count in
            defer { count += 1 }
            return count
        }
        return clients[min(number, clients.count - 1)].start(request)
    }
}
