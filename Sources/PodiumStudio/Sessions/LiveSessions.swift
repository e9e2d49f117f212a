import Logging
import PodiumCore
import PodiumEngine
import Synchronization

/// The sessions that this process runs, from their opening to their end.
///
/// Each is told what persons here decide, in the order in which they decided it, and what other
/// processes leave in the store's inbox.
final class LiveSessions: Sendable {
    private enum Order {
        case open(SessionOpened)
        case goOn
        case decide(OverrideRequest)
        case reserve(StepID?)
        case release
        case interrupt(reason: String)
    }

    private struct Entry {
        let runner: SessionRunner
        let orders: AsyncStream<Order>.Continuation
        let end: Subscription
    }

    private struct State {
        var entries: [SessionID: Entry] = [:]
        /// Of runs that the store broke off: who comes late is told why.
        var broken: [SessionID: Journal] = [:]
        /// Looks for requests of other processes while there is a session.
        var look: Task<Void, Never>?
        /// What is still to be done for sessions that have ended, one after the other.
        var tidying: Task<Void, Never>?
        /// Why nothing runs any more.
        var stopReason: String?

        mutating func tidy(_ work: @escaping @Sendable () async -> Void) {
            tidying = Task.detached { [tidying] in
                await tidying?.value
                await work()
            }
        }
    }

    private let state = Mutex(State())
    private let courier: InboxCourier
    private let watcher: StoreWatcher

    init(inbox: any OverrideInbox, watcher: StoreWatcher) {
        courier = InboxCourier(inbox: inbox)
        self.watcher = watcher
    }

    /// Nobody can decide in them any more; what is under way ends by itself.
    deinit {
        state.withLock { state in
            state.look?.cancel()
            for entry in state.entries.values { entry.orders.finish() }
        }
    }

    /// Of a run that goes on, or was broken off by the store.
    func journal(of session: SessionID) -> Journal? {
        state.withLock { $0.entries[session]?.runner.journal ?? $0.broken[session] }
    }

    func runs(_ session: SessionID) -> Bool { state.withLock { $0.entries[session] != nil } }

    /// Opens a session.
    func begin(_ runner: SessionRunner, _ opened: SessionOpened) { add(runner, .open(opened)) }

    /// Goes on with a session that was taken over.
    func goOn(_ runner: SessionRunner) { add(runner, .goOn) }

    /// - Returns: false when the session is not, or no longer, run here.
    func decide(_ request: OverrideRequest, in session: SessionID) -> Bool {
        send(.decide(request), to: session)
    }

    func reserve(_ step: StepID?, in session: SessionID) { _ = send(.reserve(step), to: session) }

    func release(_ session: SessionID) { _ = send(.release, to: session) }

    func interrupt(_ session: SessionID, reason: String) {
        guard send(.interrupt(reason: reason), to: session) else { return }
        // At once, and not behind what the session was told before.
        let runner = state.withLock { $0.entries[session]?.runner }
        Task.detached { await runner?.breakOffCalls() }
    }

    /// Interrupts all that run, and those that are added later.
    func stop(reason: String) {
        let sessions = state.withLock { state in
            state.stopReason = reason
            return Array(state.entries.keys)
        }
        for session in sessions { interrupt(session, reason: reason) }
    }

    private func send(_ order: Order, to session: SessionID) -> Bool {
        guard let entry = state.withLock({ $0.entries[session] }), !entry.runner.journal.isOver
        else { return false }
        entry.orders.yield(order)
        return true
    }

    private func add(_ runner: SessionRunner, _ first: Order) {
        let (orders, sink) = AsyncStream.makeStream(of: Order.self)
        let end = runner.journal.follow { [weak self, weak runner] in
            guard let runner, runner.journal.isOver else { return }
            self?.remove(runner)
        }
        let entry = Entry(runner: runner, orders: sink, end: end)
        state.withLock { state in
            let session = runner.journal.session
            state.broken[session] = nil
            state.entries.updateValue(entry, forKey: session)?.orders.finish()
            if state.look == nil { state.look = lookForRequests() }
        }
        sink.yield(first)
        let stopReason = state.withLock { $0.stopReason }
        if let stopReason { sink.yield(.interrupt(reason: stopReason)) }
        Task.detached {
            if stopReason != nil { await runner.breakOffCalls() }
            for await order in orders {
                switch order {
                case .open(let opened): await runner.open(opened)
                case .goOn: await runner.goOn()
                case .decide(let request): await runner.decide(request)
                case .reserve(let step): await runner.reserve(step)
                case .release: await runner.release()
                case .interrupt(let reason): await runner.interrupt(reason: reason)
                }
            }
        }
    }

    private func remove(_ runner: SessionRunner) {
        let removed = state.withLock { state in
            let session = runner.journal.session
            // Another may have taken the session over already.
            guard state.entries[session]?.runner === runner else { return nil as Entry? }
            let entry = state.entries.removeValue(forKey: session)
            if runner.journal.failure != nil { state.broken[session] = runner.journal }
            if state.entries.isEmpty {
                state.look?.cancel()
                if let look = state.look { state.tidy { await look.value } }
                state.look = nil
            }
            // Under this lock, so that whoever waits for the end waits for this too.
            state.tidy { [courier] in
                do { try await courier.clear(after: runner) } catch { Self.report(error) }
            }
            return entry
        }
        // The end is told more than once.
        removed?.orders.finish()
    }

    /// Returns when nothing is to be written any more of sessions that have ended.
    func finish() async {
        let (look, tidying) = state.withLock { state in
            defer { (state.look, state.tidying) = (nil, nil) }
            return (state.look, state.tidying)
        }
        look?.cancel()
        await look?.value
        await tidying?.value
    }

    private func lookForRequests() -> Task<Void, Never> {
        let (wakes, wake) = AsyncStream.makeStream(
            of: Void.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let subscription = watcher.subscribe { wake.yield() }
        return Task.detached { [weak self] in
            // A fault is told once, until it is over.
            var isFaulty = false
            for await _ in wakes {
                guard let self else { break }
                let runners = state.withLock { $0.entries.mapValues(\.runner) }
                do {
                    Self.report(try await courier.deliver(to: runners))
                    isFaulty = false
                } catch {
                    if !isFaulty { Self.report(error) }
                    isFaulty = true
                }
            }
            withExtendedLifetime(subscription) {}
        }
    }

    private static func report(_ unreadable: [SessionID: Int]) {
        for (session, count) in unreadable {
            Logger(label: "inbox").warning(
                "decisions that cannot be read were taken out",
                metadata: ["session": "\(session)", "count": "\(count)"]
            )
        }
    }

    private static func report(_ error: any Error) {
        Logger(label: "inbox").error("cannot be followed", metadata: ["error": "\(error)"])
    }
}
