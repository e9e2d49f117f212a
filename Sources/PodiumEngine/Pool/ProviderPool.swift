public import PodiumCore
internal import Synchronization

/// The providers that all sessions of this program call, and what they may ask of them.
///
/// It keeps to each provider's limits, those configured and those its server tells, and notices
/// workers that fail again and again. It never repeats a call: that is the run machine's decision.
public final class ProviderPool: Sendable {
    /// What the calls of a provider since a time have cost, in picodollars.
    public typealias SpendingSource =
        @Sendable (_ provider: String, _ since: Timestamp) throws -> Int64

    private struct State {
        var admission: AdmissionControl
        var cooldowns = Cooldowns()
        var waiters: [Int: CheckedContinuation<Void, any Error>] = [:]
        /// Admitted while nobody waited for it yet.
        var early: Set<Int> = []
        /// When each provider is looked at again, should nothing else happen before.
        var timers: [String: Timestamp] = [:]
        var lastID = 0
        /// Those to tell of a worker's departure.
        var followers: [Int: @Sendable (WorkerLeft) -> Void] = [:]

        /// Admits whoever may go; those that wait for it are returned, to be told outside the lock.
        mutating func admit(
            to provider: String,
            at now: Timestamp
        ) -> [CheckedContinuation<Void, any Error>] {
            admission.admit(to: provider, at: now).compactMap { request in
                let waiter = waiters.removeValue(forKey: request.id)
                if waiter == nil { early.insert(request.id) }
                return waiter
            }
        }
    }

    private let providers: [String: any Provider]
    private let limits: [String: ProviderLimits]
    private let environment: any RunEnvironment
    private let spending: SpendingSource?
    private let state: Mutex<State>

    /// - Parameters:
    ///   - providers: by the names the workers use for them.
    ///   - limits: by the same names. A provider without an entry works in process: it has no limits
    ///     and is not watched.
    ///   - spending: asked before each call of a provider with a budget for the day.
    public init(
        _ providers: [String: any Provider],
        limits: [String: ProviderLimits] = [:],
        environment: any RunEnvironment = SystemEnvironment(),
        spending: SpendingSource? = nil
    ) {
        self.providers = providers
        self.limits = limits
        self.environment = environment
        self.spending = spending
        state = Mutex(State(admission: AdmissionControl(limits: limits)))
    }

    func reply(to call: ModelCall) -> ReplyStream {
        guard let provider = providers[call.worker.provider] else {
            let error = ProviderError(
                .unavailable,
                "Worker \(call.worker.name) needs the provider \(call.worker.provider), which is"
                    + " not configured.",
                advice: "Add it under providers: in the configuration.",
                isRetryable: false
            )
            return ReplyStream { $0.finish(throwing: error) }
        }
        return provider.reply(to: call)
    }
}

// MARK: - Admission

extension ProviderPool {
    /// The right to make one call. It must be given back, with `finish` or with `abandon`.
    struct Permit: Sendable {
        fileprivate var request: AdmissionControl.Request?
        fileprivate var worker: String
    }

    /// Waits until the call may leave.
    ///
    /// - Parameter onWait: called once if it has to wait, with what for.
    /// - Throws: `ProviderError` when the provider's budget for the day is used up, or
    ///   `CancellationError`.
    func admit(
        _ call: ModelCall,
        isolation: isolated (any Actor)? = #isolation,
        onWait: (AdmissionWait) async -> Void
    ) async throws -> Permit {
        let worker = call.worker
        guard let limits = limits[worker.provider] else { return Permit(worker: worker.name) }
        try checkBudget(of: worker, limits)
        let (request, wait) = enqueue(call)
        let permit = Permit(request: request, worker: worker.name)
        guard let wait else { return permit }
        await onWait(wait)
        try await waitForAdmission(request)
        do {
            // Others may have used it up meanwhile.
            try checkBudget(of: worker, limits)
        } catch {
            abandon(permit)
            throw error
        }
        return permit
    }

    /// Takes a call into the queue; what it waits for, or nil when it is admitted at once.
    private func enqueue(_ call: ModelCall) -> (AdmissionControl.Request, AdmissionWait?) {
        let provider = call.worker.provider
        let tokens = call.estimatedTokens
        let now = environment.now()
        let (request, wait, others) = state.withLock { state in
            state.lastID += 1
            let request = AdmissionControl.Request(
                id: state.lastID,
                provider: provider,
                model: call.worker.model,
                tokens: tokens
            )
            state.admission.enqueue(request)
            let others = state.admit(to: provider, at: now)
            let isAdmitted = state.early.remove(request.id) != nil
            let wait = isAdmitted ? nil : state.admission.wait(of: request, at: now)
            return (request, wait, others)
        }
        for waiter in others { waiter.resume() }
        if wait != nil { schedule(provider, at: now) }
        return (request, wait)
    }

    /// Gives a permit back, with how the call ended; the departure of its worker, if that follows.
    func finish(_ permit: Permit, _ end: ReplyEnd) -> WorkerLeft? {
        guard let request = permit.request else { return nil }
        let now = environment.now()
        let (left, followers) = state.withLock { state in
            let (usage, error) = end.parts
            state.admission.finish(request, tokens: usage?.total)
            guard let error else {
                state.cooldowns.succeeded(permit.worker)
                return (WorkerLeft?.none, [@Sendable (WorkerLeft) -> Void]())
            }
            // For a longer pause the worker leaves instead, so that its steps go elsewhere.
            if error.code == .rateLimited, let wish = error.retryAfterMilliseconds,
                (1...RetryPolicy.longestWish).contains(wish)
            {
                state.admission.pause(
                    request.model,
                    of: request.provider,
                    until: now + .milliseconds(wish)
                )
            }
            let left = state.cooldowns.failed(permit.worker, error, at: now)
            return (left, left == nil ? [] : Array(state.followers.values))
        }
        pump(request.provider)
        if let left { for follower in followers { follower(left) } }
        return left
    }

    /// Gives a permit back for a call that was broken off from here: that says nothing of the worker.
    func abandon(_ permit: Permit) {
        guard let request = permit.request else { return }
        state.withLock { $0.admission.finish(request, tokens: nil) }
        pump(request.provider)
    }

    /// Takes in what the server says is left of its limits.
    func learn(_ limits: RateLimits, _ permit: Permit) {
        guard let request = permit.request else { return }
        let spent = [limits.requests, limits.tokens].compactMap(\.self).filter { $0.remaining <= 0 }
        guard let pause = spent.compactMap(\.resetMilliseconds).max(), pause > 0 else { return }
        // After a longer one it is asked again: what it answers then says how long it really takes.
        let until = environment.now() + .milliseconds(min(pause, RetryPolicy.longestWish))
        state.withLock {
            $0.admission.pause(request.model, of: request.provider, until: until)
        }
    }

    private func waitForAdmission(_ request: AdmissionControl.Request) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isAdmitted = state.withLock { state in
                    if state.early.remove(request.id) != nil { return true }
                    state.waiters[request.id] = continuation
                    return false
                }
                if isAdmitted { continuation.resume() }
                // The task may have been cancelled before there was anything to cancel.
                if Task.isCancelled { withdraw(request) }
            }
        } onCancel: {
            withdraw(request)
        }
    }

    private func withdraw(_ request: AdmissionControl.Request) {
        let waiter = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            guard let waiter = state.waiters.removeValue(forKey: request.id) else { return nil }
            // Whoever has a waiter is still in the queue.
            state.admission.withdraw(request)
            return waiter
        }
        waiter?.resume(throwing: CancellationError())
        pump(request.provider)
    }

    /// Admits whoever may go, and comes back when time alone will let the next one go.
    private func pump(_ provider: String) {
        let now = environment.now()
        let admitted = state.withLock { $0.admit(to: provider, at: now) }
        for waiter in admitted { waiter.resume() }
        schedule(provider, at: now)
    }

    /// Sees to it that the queue is looked at again when time alone will let somebody go.
    private func schedule(_ provider: String, at now: Timestamp) {
        let due = state.withLock { state -> Timestamp? in
            guard let next = state.admission.nextDue(of: provider, at: now),
                state.timers[provider].map({ next < $0 }) ?? true
            else { return nil }
            state.timers[provider] = next
            return next
        }
        guard let due else { return }
        Task { [weak self, environment] in
            try? await environment.sleep(for: max(.milliseconds(1), due - environment.now()))
            self?.state.withLock { if $0.timers[provider] == due { $0.timers[provider] = nil } }
            self?.pump(provider)
        }
    }

    private func checkBudget(of worker: Worker, _ limits: ProviderLimits) throws {
        guard let limit = limits.picodollarsPerDay, let spending else { return }
        guard worker.price != nil else {
            throw ProviderError(
                .budget,
                "The price of \(worker.name) is not known, so the day's budget for"
                    + " \(worker.provider) cannot be kept.",
                advice: "Write its price in the configuration, or delete limits.usd_per_day.",
                isRetryable: false
            )
        }
        let spent: Int64
        do {
            spent = try spending(worker.provider, environment.now().startOfDay)
        } catch {
            throw ProviderError(
                .unavailable,
                "What was spent with \(worker.provider) today cannot be read: \(error)",
                isRetryable: true
            )
        }
        guard spent >= limit else { return }
        throw ProviderError(
            .budget,
            "The day's budget for \(worker.provider) is used up: \(Self.dollars(spent)) of"
                + " \(Self.dollars(limit)).",
            advice: "Raise limits.usd_per_day of the provider, or go on after midnight (UTC).",
            isRetryable: false
        )
    }

    private static func dollars(_ picodollars: Int64) -> String {
        let cents = (picodollars + 5_000_000_000) / 10_000_000_000
        let rest = cents % 100
        return "$\(cents / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

// MARK: - Departures

extension ProviderPool {
    /// Tells of each worker that leaves from now on; those that are away already are returned. It ends
    /// when the returned value is dropped.
    func follow(
        _ tell: @escaping @Sendable (WorkerLeft) -> Void
    ) -> (away: [WorkerLeft], subscription: Subscription) {
        let now = environment.now()
        return state.withLock { state in
            state.lastID += 1
            let id = state.lastID
            state.followers[id] = tell
            let subscription = Subscription { [weak self] in
                self?.state.withLock { _ = $0.followers.removeValue(forKey: id) }
            }
            return (state.cooldowns.away(at: now), subscription)
        }
    }
}
