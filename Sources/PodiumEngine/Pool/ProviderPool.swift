public import PodiumCore
internal import Synchronization

/// The providers that all sessions of this program call, and what they may ask of them.
///
/// It keeps to each provider's limits, those configured and those its server tells, and notices
/// workers that fail again and again. It never repeats a call: that is the run machine's decision.
public final class ProviderPool: Sendable {
    /// What a day's spending with a provider has come to, in picodollars, since a time.
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
    /// The right to make one call. It must be given back with `finish`.
    struct Permit: Sendable {
        fileprivate var request: AdmissionControl.Request?
        fileprivate var worker: String
    }

    /// Waits until the call may leave.
    ///
    /// - Parameter onHold: called once if it has to wait, with what for.
    /// - Throws: `ProviderError` when the provider's budget for the day is used up, or
    ///   `CancellationError`.
    func admit(
        _ call: ModelCall,
        isolation: isolated (any Actor)? = #isolation,
        onHold: (AdmissionWait) -> Void
    ) async throws -> Permit {
        let worker = call.worker
        guard let limits = limits[worker.provider] else { return Permit(worker: worker.name) }
        try checkBudget(of: worker, limits)
        let request = state.withLock { state in
            state.lastID += 1
            let request = AdmissionControl.Request(
                id: state.lastID,
                provider: worker.provider,
                model: worker.model,
                tokens: call.estimatedTokens
            )
            state.admission.enqueue(request)
            return request
        }
        let permit = Permit(request: request, worker: worker.name)
        pump(worker.provider)
        let now = environment.now()
        guard let wait = state.withLock({ $0.admission.wait(of: request, at: now) }) else {
            state.withLock { _ = $0.early.remove(request.id) }
            return permit
        }
        onHold(wait)
        try await waitForAdmission(request)
        return permit
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
            if error.code == .rateLimited, let wish = error.retryAfterMilliseconds, wish > 0 {
                state.admission.hold(
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
        let until = environment.now() + .milliseconds(pause)
        state.withLock {
            $0.admission.hold(request.model, of: request.provider, until: until)
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
            if !state.admission.withdraw(request) {
                state.admission.finish(request, tokens: 0)
            }
            return waiter
        }
        waiter?.resume(throwing: CancellationError())
        pump(request.provider)
    }

    /// Admits whoever may go, and comes back when time alone will let the next one go.
    private func pump(_ provider: String) {
        let now = environment.now()
        let (admitted, due) = state.withLock { state in
            let requests = state.admission.admit(to: provider, at: now)
            let waiters = requests.compactMap { request in
                let waiter = state.waiters.removeValue(forKey: request.id)
                if waiter == nil { state.early.insert(request.id) }
                return waiter
            }
            let next = state.admission.nextDue(of: provider, at: now)
            guard let next, state.timers[provider].map({ next < $0 }) ?? true else {
                return (waiters, Timestamp?.none)
            }
            state.timers[provider] = next
            return (waiters, next)
        }
        for waiter in admitted { waiter.resume() }
        guard let due else { return }
        Task { [weak self, environment] in
            try? await environment.sleep(for: max(.milliseconds(1), due - environment.now()))
            self?.state.withLock { if $0.timers[provider] == due { $0.timers[provider] = nil } }
            self?.pump(provider)
        }
    }

    private func checkBudget(of worker: Worker, _ limits: ProviderLimits) throws {
        guard let limit = limits.picodollarsPerDay, let spending else { return }
        let now = environment.now()
        let spent = try spending(worker.provider, now.startOfDay)
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
    ) -> (away: [WorkerLeft], subscription: PoolSubscription) {
        let now = environment.now()
        return state.withLock { state in
            state.lastID += 1
            let id = state.lastID
            state.followers[id] = tell
            let subscription = PoolSubscription { [weak self] in
                self?.state.withLock { _ = $0.followers.removeValue(forKey: id) }
            }
            return (state.cooldowns.away(at: now), subscription)
        }
    }
}

/// Lasts as long as somebody follows a pool.
final class PoolSubscription: Sendable {
    private let end: @Sendable () -> Void

    init(_ end: @escaping @Sendable () -> Void) { self.end = end }

    deinit { end() }
}

extension ReplyEnd {
    fileprivate var parts: (Usage?, ProviderError?) {
        switch self {
        case .finished(_, let usage): (usage, nil)
        case .failed(let error, let usage): (usage, error)
        }
    }
}

extension ModelCall {
    /// What vendors count against a limit when a call arrives: its input, and the most it may bring.
    fileprivate var estimatedTokens: Int {
        let input = request.messages.reduce(0) { $0 + TokenEstimate.tokens(in: $1.content) }
        return input + min(worker.options?.maxTokens ?? 0, 1 << 20)
    }
}
