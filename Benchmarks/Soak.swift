import Dispatch
import PodiumCore
import PodiumEngine

/// Many sessions in one process, a bounded number at a time.
final class Soak: @unchecked Sendable {
    // Only `answered` changes, under the queue of `lock`.
    private let store: any EventStore
    private let opening: SessionOpened
    private let providers: ProviderPool
    private let lock = DispatchQueue(label: "soak")
    private var answered: [SessionID] = []
    private var started = 0

    init(store: any EventStore, opening: SessionOpened, provider: any Provider) {
        self.store = store
        self.opening = opening
        providers = ProviderPool(["bench": provider])
    }

    /// Runs `count` sessions and returns the resident memory afterwards, in MiB.
    func run(_ count: Int, from first: Int) throws -> Double {
        let places = DispatchSemaphore(value: 32)
        let finished = DispatchGroup()
        var subscriptions: [Subscription] = []
        started += count
        for number in first..<first + count {
            places.wait()
            finished.enter()
            let runner = try SessionRunner(
                session: SessionID(rawValue: "soak-\(number)"),
                store: store,
                providers: providers,
                environment: SystemEnvironment()
            )
            let journal = runner.journal
            let opening = opening
            subscriptions.append(
                journal.follow { [weak self, weak journal] in
                    guard let self, let journal, journal.isOver else { return }
                    lock.sync { answered.append(journal.session) }
                    places.signal()
                    finished.leave()
                }
            )
            Task.detached { await runner.open(opening) }
        }
        finished.wait()
        withExtendedLifetime(subscriptions) {}
        return ProcessFacts.residentMemory
    }

    /// Whether every session is stored whole: numbered without gaps, from its beginning to its end.
    var areComplete: Bool {
        let sessions = lock.sync { answered }
        return sessions.count == started
            && sessions.allSatisfy { session in
                var audit = SessionAudit(session: session)
                for event in (try? store.events(of: session, after: 0, limit: .max)) ?? [] {
                    audit.check(event)
                }
                return audit.findings.isEmpty && audit.state.closed?.outcome == .answered
            }
    }
}
