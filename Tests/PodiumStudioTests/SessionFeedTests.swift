import PodiumCore
@testable import PodiumEngine
import PodiumTesting
import Synchronization
import Testing

@testable import PodiumStudio

/// One way to follow sessions: live, foreign and stored.
struct SessionFeedTests {
    private let id = SessionID(rawValue: "20260101-000000-abcd")
    private let store = InMemoryEventStore()
    private let environment = ManualEnvironment()

    private var watcher: StoreWatcher {
        StoreWatcher(environment: environment) { [store] in try store.watch() }
    }

    private func feed(after sequence: Int = 0, _ watcher: StoreWatcher) -> SessionFeed {
        SessionFeed(
            id,
            after: sequence,
            from: StoreSource(session: id, store: store, watcher: watcher)
        )
    }

    private func history() -> [Event] {
        var history = HistoryBuilder(session: id)
        history.open(plan: .chain(1))
        return history.events
    }

    @Test func `a stored session is told whole, and its end says that its process is gone`()
        async throws
    {
        let events = history()
        try store.append(events, to: id)
        let watcher = watcher
        let (state, end) = try await feed(watcher).all()
        #expect(state.sequence == events.count)
        #expect(end == .abandoned)
        let rest = try await feed(after: events.count - 2, watcher).all()
        #expect(rest.end == .abandoned)
        var told: [Event] = []
        for try await case .events(let next) in feed(after: events.count - 2, watcher) {
            told += next
        }
        #expect(told == Array(events.suffix(2)))
    }

    @Test func `what another process stores comes when it is stored`() async throws {
        let events = history()
        let ownership = try store.claim(id)
        try store.append(Array(events.prefix(2)), to: id)
        let watcher = watcher
        var feed = feed(watcher).makeAsyncIterator()
        guard case .events(let first)? = try await feed.next() else {
            Issue.record("nothing was told")
            return
        }
        #expect(first.count == 2)
        try store.append(Array(events.dropFirst(2)), to: id)
        let driver = Task { [environment] in
            while !Task.isCancelled {
                environment.advance(by: StoreWatcher.interval)
                await Task.yield()
            }
        }
        defer { driver.cancel() }
        guard case .events(let next)? = try await feed.next() else {
            Issue.record("nothing more was told")
            return
        }
        #expect(next == Array(events.dropFirst(2)))
        withExtendedLifetime(ownership) {}
    }

    @Test func `a feed can be left, and then nobody looks at the store any more`() async throws {
        let ownership = try store.claim(id)
        try store.append(history(), to: id)
        let opened = Mutex(0)
        let watcher = StoreWatcher(environment: environment) { [store] in
            opened.withLock { $0 += 1 }
            return try store.watch()
        }
        let feed = feed(watcher)
        let follower = Task {
            var count = 0
            for try await case .events(let events) in feed { count += events.count }
            return count
        }
        follower.cancel()
        _ = try await follower.value
        #expect(watcher.isIdle)
        withExtendedLifetime(ownership) {}
    }

    @Test func `one watch serves all who follow`() async throws {
        let ownership = try store.claim(id)
        try store.append(Array(history().prefix(2)), to: id)
        let opened = Mutex(0)
        let watcher = StoreWatcher(environment: environment) { [store] in
            opened.withLock { $0 += 1 }
            return try store.watch()
        }
        let heard = Mutex(0)
        let subscriptions = (0..<50).map { _ in
            watcher.subscribe { heard.withLock { $0 += 1 } }
        }
        // The first look is always news.
        while heard.withLock({ $0 }) < 50 { await Task.yield() }
        #expect(opened.withLock { $0 } == 1)
        withExtendedLifetime((subscriptions, ownership)) {}
    }

    @Test func `a store that cannot be watched for a moment is watched again`() async throws {
        let failures = Mutex(2)
        let watcher = StoreWatcher(environment: environment) { [store] in
            let fails = failures.withLock { left in
                left -= 1
                return left >= 0
            }
            if fails { throw StoreError(.unreachable, "Not now.", advice: "") }
            return try store.watch()
        }
        let heard = Mutex(false)
        let subscription = watcher.subscribe { heard.withLock { $0 = true } }
        while !heard.withLock({ $0 }) {
            environment.advance(by: .seconds(1))
            await Task.yield()
        }
        #expect(failures.withLock { $0 } < 0)
        withExtendedLifetime(subscription) {}
    }

    @Test func `a run whose store fails ends its feed with the reason`() async throws {
        let journal = Journal(session: id, store: store)
        let feed = SessionFeed(id, after: 0, from: JournalSource(journal: journal))
        let failure = StoreError(.full, "The disk is full.", advice: "Make room.")
        journal.finish(failure)
        #expect(try await feed.all().end == .broken(failure))
    }

    @Test func `a run that breaks off at once still says why to who comes late`() async throws {
        store.fail(after: 0)
        let runner = try SessionRunner(
            session: id,
            store: store,
            providers: ProviderPool([:]),
            environment: environment
        )
        let live = LiveSessions(inbox: store, watcher: watcher)
        var history = HistoryBuilder(session: id)
        history.open(plan: .chain(1))
        let opened = try #require(history.state.opened?.value)
        live.begin(runner, opened)
        while live.runs(id) { await Task.yield() }
        let journal = try #require(live.journal(of: id))
        let feed = SessionFeed(id, after: 0, from: JournalSource(journal: journal))
        guard case .broken(let error)? = try await feed.all().end else {
            Issue.record("the reason is lost")
            return
        }
        #expect(error.code == .full)
    }
}
