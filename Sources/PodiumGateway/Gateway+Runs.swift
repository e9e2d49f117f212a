internal import Logging
internal import NIOHTTP1
internal import PodiumConfiguration
internal import PodiumCore
internal import PodiumStudio

/// A request that is answered by a run.
extension Gateway {
    func run(
        _ call: HTTPCall,
        _ api: ClientRequest.API,
        _ key: ClientKey?,
        _ envelope: Envelope
    ) throws(APIError) {
        let asked = try Asked(call, api)
        let model = try models.model(asked.model, for: key)
        let pool = pool(of: model)
        try model.check(asked, pool: pool)
        let client = key?.name ?? ""
        let ticket = try RepeatedRequests.Ticket(call, by: client)
        let run = ClientRun(
            studio: studio,
            settings: settings,
            asked: asked,
            request: try RunRequest(asked, by: client, model, settings),
            notes: model.notes(on: asked, pool: pool),
            headers: envelope.headers,
            response: envelope.response,
            kept: kept,
            // Who says how to ask again is going to.
            endsWithClient: settings.endsWithClient && ticket == nil
        )
        guard begin() else {
            throw APIError(
                .overloaded,
                "The server is ending and takes no further requests.",
                code: "shutting_down",
                retryAfter: 5
            )
        }
        let task = Task {
            defer { end() }
            await perform(run, for: key, ticket)
        }
        envelope.response.onDeparture { task.cancel() }
    }

    private func perform(
        _ run: ClientRun,
        for key: ClientKey?,
        _ ticket: RepeatedRequests.Ticket?
    ) async {
        let route = run.asked.api.rawValue
        switch await outcome(of: run, for: key, ticket) {
        case .answered(let reply): figures.count(route, reply)
        case .refused(let error): figures.count(route, status: error.kind.status)
        case .left: figures.count(route, status: 499)
        }
    }

    private func outcome(
        of run: ClientRun,
        for key: ClientKey?,
        _ ticket: RepeatedRequests.Ticket?
    ) async -> ClientRun.Outcome {
        var run = run
        var deadline: Int?
        do {
            let opened: OpenedRun
            if let ticket {
                let isRepeated: Bool
                (opened, isRepeated) = try await repetitions.run(of: ticket) {
                    let run = try await open(run, for: key)
                    deadline = limit(run)
                    return run
                }
                if isRepeated { run.headers.add(name: "idempotent-replayed", value: "true") }
            } else {
                opened = try await open(run, for: key)
                deadline = limit(opened)
            }
            var isOver = false
            let outcome = await run.reply(from: opened) { cost in
                guard let deadline else { return }
                finish(opened, cost, for: key, deadline)
                isOver = true
            }
            // It has its turn, and costs, until its end, also without its client.
            if let deadline, !isOver { attend(opened, for: key, deadline) }
            return outcome
        } catch let error as APIError {
            return run.refuse(error)
        } catch {
            return .left
        }
    }

    // MARK: Its run

    /// Begins a run when it is its client's turn.
    ///
    /// - Throws: `APIError`, and `CancellationError` when the client has gone meanwhile.
    private func open(_ run: ClientRun, for key: ClientKey?) async throws -> OpenedRun {
        try await queue.enter(key?.name ?? "", within: settings.patience)
        do {
            var request = run.request
            // What it goes on with may be for one worker though this is not.
            if run.asked.isForOneWorker || request.follows != nil {
                request.kept = await keptWorker(for: run)
            }
            if let key {
                try await requireOwn(request.follows, of: key)
                try bound(&request, for: key)
            }
            return OpenedRun(session: try studio.open(request), created: SystemTime.seconds)
        } catch {
            queue.leave()
            throw APIError(opening: error)
        }
    }

    /// Who answered last in the conversation; nil in a new one.
    private func keptWorker(for run: ClientRun) async -> String? {
        let client = run.request.client?.client ?? ""
        if let worker = kept.worker(for: run.asked, of: client) { return worker }
        guard let session = run.asked.session,
            (try? await isOwn(session, of: client)) == true,
            let state = try? studio.state(of: session)
        else { return nil }
        return state.answeringAttempt.flatMap { state.attempt($0) }?.worker
    }

    /// A client goes on with its own sessions only.
    private func requireOwn(_ id: SessionID?, of key: ClientKey) async throws {
        guard let id, try await !isOwn(id, of: key.name) else { return }
        throw StudioError(
            .noSession,
            "session \(id), with which it should go on, is not among those of this key."
        )
    }

    /// Whether a client asked what a session answers. Of another's nothing but its opening is read.
    private func isOwn(_ id: SessionID, of client: String) async throws -> Bool {
        for try await news in studio.follow(id) {
            guard case .events(let events) = news,
                case .sessionOpened(let opened)? = events.first?.fact
            else { return false }
            return opened.client?.client == client
        }
        return false
    }

    /// Lets a run use no more than what its client has.
    private func bound(_ request: inout RunRequest, for key: ClientKey) throws {
        guard let budget = key.limits.budget, let file = settings.keys else { return }
        let left = budget.subtractingClamped(try file.spent()[key.id] ?? 0)
        guard left > 0 else {
            throw APIError(
                .budget,
                "The key's budget of \(Cost(picodollars: budget).usd) USD is used up.",
                code: "insufficient_quota"
            )
        }
        let variant = request.policy.variant ?? studio.configuration.policy.variant
        let configured = studio.configuration.limits(for: variant).budget.picodollars
        request.limits.budget.picodollars = min(left, configured ?? left)
    }

    /// Ends a run that takes too long.
    private func limit(_ run: OpenedRun) -> Int {
        deadlines.add { [studio] in
            studio.interrupt(run.session, reason: RunEnd.timeReason)
        }
    }

    /// A run is over: what it cost is counted, and the turn is another's.
    private func finish(
        _ run: OpenedRun,
        _ cost: Cost,
        for key: ClientKey?,
        _ deadline: Int
    ) {
        deadlines.remove(deadline)
        queue.leave()
        guard let key else { return }
        do {
            try settings.keys?.count(cost.picodollars, of: key.id)
        } catch {
            Logger(label: "gateway").error(
                "the cost of a run was not counted",
                metadata: ["session": "\(run.session)", "error": "\(error)"]
            )
        }
    }

    /// Waits for the end of a run that nobody listens to any more.
    private func attend(
        _ run: OpenedRun,
        for key: ClientKey?,
        _ deadline: Int
    ) {
        goOn()
        Task {
            defer { end() }
            var state = SessionState(id: run.session)
            do {
                for try await news in studio.follow(run.session) {
                    if case .events(let events) = news {
                        for event in events { state.apply(event) }
                    }
                }
            } catch {
                Logger(label: "gateway").error(
                    "a run cannot be followed to its end",
                    metadata: ["session": "\(run.session)", "error": "\(error)"]
                )
            }
            finish(run, state.spent.cost, for: key, deadline)
        }
    }

    private func pool(of model: ServedModels.Model) -> [Worker] {
        switch model {
        case .worker(let worker): [worker]
        case .workflow(let pool, _): (try? studio.configuration.pool(named: pool)) ?? []
        }
    }
}
