internal import PodiumCore

/// Who may call a provider now, and who waits for what. Pure: the time comes from outside.
///
/// Calls of one provider go in the order in which they came, so that none is starved; only a call
/// whose model the server has put on hold is passed by others.
struct AdmissionControl {
    struct Request: Hashable {
        var id: Int
        var provider: String
        var model: String
        /// An estimate of what the call will use.
        var tokens: Int
    }

    private var lanes: [String: Lane]

    /// - Parameter limits: by the provider's name. A provider without an entry has none.
    init(limits: [String: ProviderLimits]) {
        lanes = limits.mapValues { Lane(limits: $0) }
    }

    mutating func enqueue(_ request: Request) {
        lanes[request.provider, default: Lane(limits: ProviderLimits())].waiting.append(request)
    }

    /// Takes back a request that was not admitted.
    mutating func withdraw(_ request: Request) {
        lanes[request.provider]?.waiting.removeAll { $0 == request }
    }

    /// Admits all that may go now.
    mutating func admit(to provider: String, at now: Timestamp) -> [Request] {
        lanes[provider]?.admit(at: now) ?? []
    }

    /// An admitted call has ended.
    ///
    /// - Parameter tokens: what it used; nil when that is not known.
    mutating func finish(_ request: Request, tokens: Int?) {
        lanes[request.provider]?.running -= 1
        if let tokens { lanes[request.provider]?.tokens.correct(tokens, id: request.id) }
    }

    /// The server wants no call of the model before `time`.
    mutating func pause(_ model: String, of provider: String, until time: Timestamp) {
        let known = lanes[provider]?.paused[model]
        lanes[provider]?.paused[model] = max(time, known ?? time)
    }

    /// What a waiting request waits for; nil when it does not wait.
    func wait(of request: Request, at now: Timestamp) -> AdmissionWait? {
        lanes[request.provider]?.wait(of: request, at: now)
    }

    /// When to try again, should nothing else happen before.
    func nextDue(of provider: String, at now: Timestamp) -> Timestamp? {
        guard let lane = lanes[provider] else { return nil }
        return lane.waiting.compactMap { lane.wait(of: $0, at: now)?.due }.min()
    }
}

/// One provider.
private struct Lane {
    var limits: ProviderLimits
    var running = 0
    var requests = SlidingWindow()
    var tokens = SlidingWindow()
    var waiting: [AdmissionControl.Request] = []
    /// Until when the server wants no call of a model.
    var paused: [String: Timestamp] = [:]

    init(limits: ProviderLimits) {
        self.limits = limits
    }
}

extension Lane {
    mutating func admit(at now: Timestamp) -> [AdmissionControl.Request] {
        requests.forget(before: now)
        tokens.forget(before: now)
        paused = paused.filter { $0.value > now }
        var admitted: [AdmissionControl.Request] = []
        var index = 0
        while index < waiting.count {
            let request = waiting[index]
            if paused[request.model] != nil {
                index += 1
                continue
            }
            guard blockade(for: request) == nil else { break }
            waiting.remove(at: index)
            running += 1
            requests.add(1, id: request.id, at: now)
            tokens.add(request.tokens, id: request.id, at: now)
            admitted.append(request)
        }
        return admitted
    }

    func wait(of request: AdmissionControl.Request, at now: Timestamp) -> AdmissionWait? {
        guard waiting.contains(request) else { return nil }
        if let due = paused[request.model], due > now {
            return AdmissionWait(reason: .server, due: due)
        }
        // One that waits behind others waits for what the first of them waits for.
        let first = waiting.first { paused[$0.model] == nil } ?? request
        // In the queue and blocked by nothing: something has just changed, and it goes next.
        return blockade(for: first) ?? AdmissionWait(reason: .concurrency)
    }

    /// What keeps a request back whatever its model.
    private func blockade(for request: AdmissionControl.Request) -> AdmissionWait? {
        if let limit = limits.concurrency, running >= limit {
            return AdmissionWait(reason: .concurrency)
        }
        if let limit = limits.requestsPerMinute, let due = requests.due(1, limit: limit) {
            return AdmissionWait(reason: .requestsPerMinute, due: due)
        }
        if let limit = limits.tokensPerMinute, let due = tokens.due(request.tokens, limit: limit) {
            return AdmissionWait(reason: .tokensPerMinute, due: due)
        }
        return nil
    }
}
