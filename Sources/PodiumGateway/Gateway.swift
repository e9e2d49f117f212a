internal import Logging
internal import NIOHTTP1
internal import PodiumConfiguration
internal import PodiumCore
public import PodiumStudio
internal import Synchronization

/// The endpoint: behind the APIs that clients know, each request is a run that can be watched and steered.
///
/// ```swift
/// let gateway = Gateway(studio, GatewaySettings(program: "podium 0.1.0"))
/// let server = try await HTTPServer.start(host: "127.0.0.1", port: 7634, handle: gateway.handle)
/// ```
public final class Gateway: Sendable {
    let studio: Studio
    let settings: GatewaySettings
    let models: ServedModels
    let queue: FairQueue
    let deadlines: Deadlines
    let figures = GatewayFigures()
    let started = SystemTime.seconds
    let keys: KeyRing?
    let repetitions = RepeatedRequests()
    let kept = KeptWorkers()
    private let screening: RequestScreening
    private let state = Mutex(State())

    private struct State {
        var lastRequest = 0
        var underWay = 0
        var isDraining = false
    }

    public init(_ studio: Studio, _ settings: GatewaySettings) {
        self.studio = studio
        self.settings = settings
        models = ServedModels(studio.configuration)
        queue = FairQueue(limit: settings.sessions, waiting: settings.waiting)
        deadlines = Deadlines(settings.timeLimit)
        keys = settings.keys.map { KeyRing($0, isOpen: settings.isOpen) }
        screening = RequestScreening(settings)
    }

    /// Answers a request. Returns at once.
    @Sendable public func handle(_ call: HTTPCall, _ response: any ResponseWriter) {
        let id = state.withLock { state in
            state.lastRequest += 1
            return "req_\(String(started, radix: 36))_\(state.lastRequest)"
        }
        var headers = screening.crossOriginHeaders(call.headers)
        headers.add(name: "x-request-id", value: id)
        let route = Route(call)
        do throws(APIError) {
            try screening.check(call.headers)
            try answer(call, route, Envelope(id: id, headers: headers, response: response))
        } catch {
            figures.count(route.name, status: error.kind.status)
            // RFC 9110, § 15.5.6.
            if error.kind == .methodNotAllowed {
                headers.add(name: "allow", value: route.target.allowed)
            }
            ErrorResponse(error, in: route.api ?? .chat, headers).send(response)
        }
    }

    /// Whether the body of a request is to be read: whoever may not ask is not listened to for long.
    @Sendable public func admits(_ call: HTTPCall) -> Bool {
        guard (try? screening.check(call.headers)) != nil else { return false }
        return !needsKey(call, Route(call)) || keys?.knows(call.headers) ?? true
    }

    /// Whoever looks whether the server lives, and a browser that asks whether it may ask, has no key.
    private func needsKey(_ call: HTTPCall, _ route: Route) -> Bool {
        call.method != "OPTIONS" && route.target != .health
    }

    /// What every response has.
    struct Envelope {
        let id: String
        let headers: HTTPHeaders
        let response: any ResponseWriter
    }

    private func answer(
        _ call: HTTPCall,
        _ route: Route,
        _ envelope: Envelope
    ) throws(APIError) {
        let key = needsKey(call, route) ? try keys?.client(asking: call.headers) : nil
        switch call.unread {
        case nil: break
        case .tooLong:
            throw APIError(.tooLarge, "The request is longer than this server reads.")
        case .notAdmitted:
            // It has been admitted in the meantime: its key was made just now.
            throw APIError(.overloaded, "Ask once more.", code: "ask_again", retryAfter: 1)
        }
        if call.method == "OPTIONS" {
            return envelope.response.send(204, envelope.headers, [])
        }
        try route.requireMethod(of: call)
        switch route.target {
        case .run(let api): try run(call, api, key, envelope)
        case .countTokens: send(try tokens(call, for: key), in: envelope, route)
        case .models: send(list(for: call, key), in: envelope, route)
        case .model(let name): send(try entry(name, for: call, key), in: envelope, route)
        case .health: sendHealth(in: envelope)
        case .metrics: sendMetrics(in: envelope)
        case .openAPI:
            send(document(for: key), in: envelope, route)
        case .root: send(about, in: envelope, route)
        case .unknown:
            throw APIError(
                .notFound,
                "There is nothing at \(call.path.prefix(80)). See GET /openapi.json.",
                code: "not_found"
            )
        }
    }

    private func send(_ value: JSONValue, in envelope: Envelope, _ route: Route) {
        var headers = envelope.headers
        headers.add(name: "content-type", value: "application/json")
        figures.count(route.name, status: 200)
        envelope.response.send(200, headers, value.bytes)
    }

    /// Requests whose runs are under way, and those that wait for their turn.
    public var underWay: (running: Int, waiting: Int) { queue.counts }

    // MARK: Ending

    /// Takes a request, which `drain` waits for until `end`; false when the server ends.
    func begin() -> Bool {
        state.withLock { state in
            guard !state.isDraining else { return false }
            state.underWay += 1
            return true
        }
    }

    /// Something that belongs to a request has begun, and ends with `end`.
    func goOn() { state.withLock { $0.underWay += 1 } }

    func end() { state.withLock { $0.underWay -= 1 } }

    public var isDraining: Bool { state.withLock { $0.isDraining } }

    /// Takes no further requests, and waits for those under way.
    ///
    /// - Returns: whether all had ended in time.
    public func drain(within time: Duration) async -> Bool {
        state.withLock { $0.isDraining = true }
        let deadline = ContinuousClock.now + time
        while state.withLock({ $0.underWay }) > 0 {
            guard ContinuousClock.now < deadline else { return false }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return true
    }
}
