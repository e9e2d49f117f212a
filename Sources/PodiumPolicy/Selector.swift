internal import PodiumCore
internal import PodiumPhrasebook

/// Chooses the next worker and role of a mini session: for each of the question's steps the worker that
/// the router names, then a verifier, and another worker after a revision or no output. When to stop is
/// not its business.
struct Selector {
    let request: SelectionRequest
    private let choice: WorkerChoice
    private let router: Router
    /// The question's steps; empty where it is not read.
    private let steps: [Phrase]

    init(request: SelectionRequest, learned: LearnedConduct? = nil) {
        self.request = request
        choice = WorkerChoice(workers: request.workers)
        router = Router(rules: choice, learned: learned)
        if case .phrases(let phrases) = Phrasebook.read(request.question) {
            steps = Unfolding(phrases).steps.map(\.phrase)
        } else {
            steps = []
        }
    }

    func selection() -> Selection {
        if let checker = lastWord { return Selection(worker: .id(checker), role: .worker) }
        let legs = legs
        let isDone =
            request.turns.filter { $0.role == .worker && $0.output != nil }.count
            >= max(legs.count, 1)
        if let last = request.turns.last, last.role == .worker, last.output != nil, isDone,
            let verifier = verifier(of: last)
        {
            return Selection(worker: .id(verifier), role: .verifier)
        }
        return Selection(worker: .id(next(legs)), role: .worker)
    }

    /// Whom the steps need, in order. A worker that sees its own output does its next step as well, so
    /// equal neighbours are one.
    private var legs: [(worker: Int, task: Router.Task)] {
        var legs: [(worker: Int, task: Router.Task)] = []
        for step in steps {
            guard let worker = router.decision(for: .phrase(step))?.worker else { continue }
            if legs.last?.worker != worker { legs.append((worker, .phrase(step))) }
        }
        return legs
    }

    /// Who does the next of the steps; where that gave nothing or was rejected, somebody else.
    private func next(_ legs: [(worker: Int, task: Router.Task)]) -> Int {
        var (place, failed): (Int, Set<Int>) = (0, [])
        for turn in request.turns {
            guard turn.role == .worker else {
                // What a verifier rejects is the last step's.
                if let past = request.turns.last(where: { $0.role == .worker })?.worker,
                    let index = request.workers.firstIndex(where: { $0.name == past })
                {
                    failed.insert(index)
                }
                continue
            }
            if turn.output != nil, place < legs.count - 1 {
                place += 1
                failed = []
            } else if let index = request.workers.firstIndex(where: { $0.name == turn.worker }) {
                failed.insert(index)
            }
        }
        let task = legs.indices.contains(place) ? legs[place].task : .text(request.question)
        if let found = router.decision(for: task, avoiding: failed)?.worker,
            !failed.contains(found)
        {
            return found
        }
        let others = choice.generals + choice.candidates(for: .judging)
        return others.first { !failed.contains($0) } ?? others.first ?? 0
    }

    /// A session that ends without an accepted answer would end with the last one given. Where only
    /// specialists work, their checker has the last turn: what it does not accept is no answer.
    private var lastWord: Int? {
        guard request.turns.count > 1, request.turns.count + 1 >= request.turnLimit,
            choice.generals.isEmpty
        else { return nil }
        return choice.specialist(for: .checking)
    }

    /// The checker, else a general model that did not give the answer, else the one that did.
    private func verifier(of last: SelectionRequest.Turn) -> Int? {
        choice.specialist(for: .checking)
            ?? choice.generals.first { request.workers[$0].name != last.worker } ?? choice.general
    }
}
