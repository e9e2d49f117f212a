import PodiumConfiguration
import PodiumCore
import PodiumStore
import PodiumStudio
import Testing

/// The application without a process of its own.
struct StudioTests {
    private let bench: StudioBench

    init() throws {
        bench = try StudioBench()
    }

    @Test func `a question is answered, and its feed ends with the run`() async throws {
        let studio = try bench.studio()
        let id = try studio.open(RunRequest("6 * 7"))
        let (state, end) = try await studio.follow(id).all()
        #expect(end == .closed)
        #expect(state.closed?.answer == "42")
        #expect(state.opened?.program == "test")
        // What came last is told by the store as well.
        #expect(try await studio.archive.follow(id).all().state.sequence == state.sequence)
        #expect(!studio.runs(id))
    }

    @Test func `two questions run side by side, one of them held, and both are found again`()
        async throws
    {
        var studio: Studio? = try bench.studio()
        let first = try #require(try studio?.open(.held("6 * 7")))
        let second = try #require(try studio?.open(RunRequest("12 * 12")))
        let feed = try #require(studio?.follow(first))
        let held = try await feed.state { $0.workflows.contains(where: \.awaitsApproval) }
        #expect(held.closed == nil)
        let answered = try #require(studio?.follow(second))
        #expect(try await answered.all().state.closed?.answer == "144")

        // The process ends: another finds both, and goes on with what was held.
        studio = nil
        let later = try bench.studio()
        let found = try later.store.sessions(limit: 10)
        #expect(Set(found.map(\.id)) == [first, second])
        #expect(try later.archive.find(second.rawValue) == second)
        // What held it lets go of it in its own time.
        while try later.store.session(first)?.status == .running { await Task.yield() }
        try later.resume(first)
        try later.decide(OverrideRequest(.approve, id: "a"), in: first)
        let (state, end) = try await later.follow(first).all()
        #expect(end == .closed)
        #expect(state.closed?.answer == "42")
    }

    @Test func `another process follows a run and decides in it`() async throws {
        let owner = try bench.studio()
        let id = try owner.open(.held("6 * 7"))
        _ = try await owner.follow(id).state { $0.workflows.contains(where: \.awaitsApproval) }
        let other = try bench.studio()
        #expect(!other.runs(id))
        let seen = try await other.follow(id).state {
            $0.workflows.contains(where: \.awaitsApproval)
        }
        let refused = try await other.archive.decide(
            OverrideRequest(.skip(StepID(99)), id: "x", basedOn: seen.sequence),
            in: id,
            patience: .seconds(60)
        )
        guard case .refused = refused else {
            Issue.record("\(refused)")
            return
        }
        try other.decide(OverrideRequest(.approve, id: "a"), in: id)
        let (state, end) = try await other.follow(id).all()
        #expect(end == .closed)
        #expect(state.answeredRequests == ["x", "a"])
        #expect(try other.store.isEmpty)
    }

    @Test func `an interrupted run goes on with a decision, one that was answered does not`()
        async throws
    {
        let studio = try bench.studio()
        let id = try studio.open(.held("6 * 7"))
        _ = try await studio.follow(id).state { $0.workflows.contains(where: \.awaitsApproval) }
        studio.interrupt(id, reason: "Enough.")
        let (state, end) = try await studio.follow(id).all()
        #expect(end == .closed)
        #expect(state.closed?.outcome == .cancelled)
        #expect(try studio.store.session(id)?.status == .cancelled)
        let decided = try studio.decide(OverrideRequest(.approve, id: "a"), in: id)
        guard case .resumed = decided else {
            Issue.record("\(decided)")
            return
        }
        let later = try await studio.follow(id).all().state
        #expect(later.closed?.answer == "42")
        #expect(try studio.store.session(id)?.status == .answered)
        #expect(throws: StudioError.self) {
            try studio.decide(OverrideRequest(.approve, id: "b"), in: id)
        }
        #expect(throws: StudioError.self) { try studio.resume(id) }
    }

    @Test func `decisions arrive in the order in which they were taken`() async throws {
        let studio = try bench.studio()
        let id = try studio.open(.held("6 * 7"))
        _ = try await studio.follow(id).state { $0.workflows.contains(where: \.awaitsApproval) }
        let requests = (0..<20).map { number in
            OverrideRequest(number.isMultiple(of: 2) ? .hold : .proceed, id: "r\(number)")
        }
        for request in requests { try studio.decide(request, in: id) }
        let state = try await studio.follow(id).state { $0.answeredRequests.count == 20 }
        #expect(state.overrides.map(\.fact.request.id) == requests.map(\.id))
        studio.interrupt(id, reason: "Enough.")
        _ = try await studio.follow(id).all()
    }

    @Test func `a conversation goes on with what was answered`() async throws {
        let studio = try bench.studio()
        let first = try studio.open(RunRequest("6 * 7"))
        _ = try await studio.follow(first).all()
        var request = RunRequest("12 * 12")
        request.follows = first
        let second = try studio.open(request)
        let state = try await studio.follow(second).all().state
        #expect(state.opened?.follows == first)
        #expect(state.opened?.conversation == [Exchange(question: "6 * 7", answer: "42")])
    }

    @Test func `what a request says comes before the configuration`() async throws {
        let bench = try StudioBench(
            configuration: """
                run: {variant: ultra, on_failure: stop}
                limits: {rounds: 3}
                budget: {tokens: 90000, steps: 7}
                """
        )
        let studio = try bench.studio()
        var request = RunRequest("6 * 7")
        request.restriction = PoolRestriction(workers: ["reckoner", "checker"])
        request.policy.onFailure = .proceed
        request.limits.rounds = 1
        request.limits.budget.tokens = 50_000
        request.seed = 11
        let opened = try #require(
            try await studio.follow(studio.open(request)).all().state.opened
        )
        #expect(opened.pool.map(\.name) == ["reckoner", "checker"])
        #expect(opened.policy.variant == .ultra && opened.policy.onFailure == .proceed)
        #expect(opened.limits.rounds == 1)
        #expect(opened.limits.budget == Budget(tokens: 50_000, steps: 7))
        #expect(opened.seed == 11)
    }

    @Test func `a mistake keeps its type`() throws {
        let studio = try bench.studio()
        var request = RunRequest("6 * 7")
        request.pool = "nowhere"
        #expect(throws: ConfigurationError.self) { try studio.open(request) }
        request.pool = nil
        request.restriction = PoolRestriction(workers: ["nobody"])
        #expect(throws: PoolRestriction.Failure.self) { try studio.open(request) }
        request.restriction = PoolRestriction()
        request.policy.variant = .mini
        request.conductor = try bench.write(
            "steps: [{worker: reckoner, subtask: Compute.}]",
            to: "plan.yaml"
        )
        #expect {
            try studio.open(request)
        } throws: {
            ($0 as? StudioError)?.code == .badRequest
        }
        #expect(try studio.store.sessions(limit: 9).isEmpty, "nothing was begun")
        #expect {
            try studio.archive.find("x")
        } throws: {
            ($0 as? StudioError)?.code == .noSession
        }
        #expect(throws: StudioError.self) {
            try StoredSession(named: "x.jsonl", at: bench.places)
        }
        #expect(throws: StudioError.self) { try Places(environment: [:]).data }
    }
}
