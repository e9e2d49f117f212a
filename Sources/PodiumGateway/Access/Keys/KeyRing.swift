internal import NIOHTTP1
internal import PodiumCore
internal import Synchronization

/// Knows who asks by its key, as `KeyFile` has them now: a key that was made or removed counts within a
/// second.
final class KeyRing: Sendable {
    private struct State {
        var stamp: SharedFile.Stamp?
        var looked: ContinuousClock.Instant?
        var keys: [String: ClientKey] = [:]
        var damage: APIError?
        /// Secrets that were accepted, by the key's id, so that no hash is computed again.
        var accepted: [String: (secret: String, hash: String)] = [:]
        var paces: [String: RequestPace] = [:]
    }

    private let file: KeyFile
    /// Whether a key is needed even where there is none.
    private let isOpen: Bool
    private let state = Mutex(State())
    private static let freshness = Duration.seconds(1)

    init(_ file: KeyFile, isOpen: Bool) {
        self.file = file
        self.isOpen = isOpen
    }

    /// Whether a request has a key that is known, where one is needed. It counts for no pace.
    func knows(_ headers: HTTPHeaders, now: ContinuousClock.Instant = .now) -> Bool {
        state.withLock { state in
            look(&state, now)
            guard state.damage == nil else { return false }
            return (!isOpen && state.keys.isEmpty)
                || firstKnown(of: Self.keys(in: headers), &state) != nil
        }
    }

    /// Who asks; nil where no keys are needed.
    ///
    /// - Throws: `APIError` when it may not ask, or not now.
    func client(
        asking headers: HTTPHeaders,
        now: ContinuousClock.Instant = .now
    ) throws(APIError) -> ClientKey? {
        let texts = Self.keys(in: headers)
        return try state.withLock { state throws(APIError) in
            look(&state, now)
            if let damage = state.damage {
                throw damage
            }
            guard isOpen || !state.keys.isEmpty else { return nil }
            guard let key = firstKnown(of: texts, &state) else {
                throw APIError(
                    .authentication,
                    headers["x-api-key"].isEmpty && headers["authorization"].isEmpty
                        ? "A key is needed here: Authorization: Bearer KEY, or x-api-key: KEY."
                        : "The key is not known here: `podium keys` has them.",
                    code: "invalid_api_key"
                )
            }
            try count(key, &state, now)
            return key
        }
    }

    /// What may be keys: some clients send both fields, and one of them for another server.
    private static func keys(in headers: HTTPHeaders) -> [KeyText] {
        var texts = headers["x-api-key"].prefix(1).map { $0[...] }
        for field in headers["authorization"].prefix(1) {
            let parts = field.split(separator: " ", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == "bearer" { texts.append(parts[1]) }
        }
        return texts.compactMap { KeyText(String($0).trimmed) }
    }

    private func look(_ state: inout State, _ now: ContinuousClock.Instant) {
        if let looked = state.looked, now - looked < Self.freshness { return }
        let isFirst = state.looked == nil
        state.looked = now
        let stamp = file.clients.stamp
        guard isFirst || stamp != state.stamp || state.damage != nil else { return }
        do {
            let keys = try file.keys()
            // What could not be read is tried again at the next look.
            state.stamp = stamp
            state.damage = nil
            state.keys = Dictionary(keys.map { ($0.id, $0) }) { first, _ in first }
            state.accepted = state.accepted.filter { state.keys[$0.key]?.hash == $0.value.hash }
            state.paces = state.paces.filter { state.keys[$0.key] != nil }
        } catch {
            state.damage = APIError(keys: error)
        }
    }

    private func firstKnown(of texts: [KeyText], _ state: inout State) -> ClientKey? {
        for text in texts { if let key = accept(text, &state) { return key } }
        return nil
    }

    private func accept(_ text: KeyText, _ state: inout State) -> ClientKey? {
        guard let key = state.keys[text.id] else { return nil }
        if let known = state.accepted[text.id], KeyHash.isEqual(known.secret, text.secret) {
            return key
        }
        guard KeyHash.matches(text.secret, key.hash) else { return nil }
        state.accepted[text.id] = (text.secret, key.hash)
        return key
    }

    private func count(
        _ key: ClientKey,
        _ state: inout State,
        _ now: ContinuousClock.Instant
    ) throws(APIError) {
        guard let limit = key.limits.requestsPerMinute else { return }
        var pace = state.paces[key.id] ?? RequestPace(limit: limit, now)
        let wait = pace.take(limit: limit, now)
        state.paces[key.id] = pace
        guard let wait else { return }
        throw APIError(
            .rateLimit,
            "The key has \(limit) requests a minute, and they are used. Ask again in \(wait) s.",
            code: "rate_limit_exceeded",
            retryAfter: wait
        )
    }
}

/// How fast a client asks: it may ask so often at once, and as often again in each minute (a token bucket).
struct RequestPace {
    private var left: Double
    private var seen: ContinuousClock.Instant

    init(limit: Int, _ now: ContinuousClock.Instant) {
        left = Double(limit)
        seen = now
    }

    /// - Returns: nil when it may ask, else in how many seconds.
    mutating func take(limit: Int, _ now: ContinuousClock.Instant) -> Int? {
        let perSecond = Double(limit) / 60
        left = min(Double(limit), left + (now - seen) / .seconds(1) * perSecond)
        seen = now
        guard left < 1 else {
            left -= 1
            return nil
        }
        return max(1, Int(((1 - left) / perSecond).rounded(.up)))
    }
}
