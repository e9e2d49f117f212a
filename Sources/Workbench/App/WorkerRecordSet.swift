public import PodiumCore

/// What is known of the workers of a pool beyond the session on screen.
public struct WorkerRecordSet: Sendable {
    /// A worker as the pool has it, and how its latest calls went.
    public struct Row: Sendable {
        public var worker: Worker
        public var health: WorkerHealth?
        /// How its provider limits calls, in words; empty when it does not.
        public var limits: String

        public init(worker: Worker, health: WorkerHealth?, limits: String = "") {
            self.worker = worker
            self.health = health
            self.limits = limits
        }
    }

    public var rows: [Row]
    public var board: Scoreboard
    /// The kind of the question on screen, as the board names it.
    public var kind: String

    /// What the conductor's policy expects of each worker at a task, the likeliest first.
    public typealias Appraisal =
        @Sendable (_ task: String, _ question: String, _ pool: [Worker]) ->
        [WeighedStep.Option]

    /// Nil where no policy conducts.
    public var appraisal: Appraisal?

    public init(
        rows: [Row],
        board: Scoreboard,
        kind: String,
        appraisal: Appraisal? = nil
    ) {
        self.rows = rows
        self.board = board
        self.kind = kind
        self.appraisal = appraisal
    }

    /// Nothing is known yet.
    static let none = WorkerRecordSet(rows: [], board: Scoreboard([]), kind: QuestionKinds.all)

    /// `arithmetic 12/13`: how a worker has done on questions of this kind, else on all; nil when
    /// nobody has judged it.
    func score(of worker: String) -> String? {
        for kind in [kind, QuestionKinds.all] {
            let score = board.rows(for: kind, among: [worker]).first?.score(for: kind) ?? Score()
            if score.judged > 0 { return "\(kind) \(score.right)/\(score.judged)" }
        }
        return nil
    }

    func row(of worker: String) -> Row? { rows.first { $0.worker.name == worker } }
}
