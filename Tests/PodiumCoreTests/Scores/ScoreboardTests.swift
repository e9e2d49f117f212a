import PodiumCore
import Testing

@Suite struct ScoreboardTests {
    private func score(right: Int, wrong: Int) -> Score {
        var score = Score()
        for _ in 0..<right { score.add(.right) }
        for _ in 0..<wrong { score.add(.wrong) }
        return score
    }

    private func outcomes(
        _ worker: String,
        _ kind: String,
        right: Int = 0,
        wrong: Int = 0,
        unjudged: Int = 0
    ) -> [WorkerOutcome] {
        let all =
            Array(repeating: Outcome.right, count: right)
            + Array(repeating: .wrong, count: wrong)
            + Array(repeating: .unjudged, count: unjudged)
        return all.enumerated().map { number, outcome in
            WorkerOutcome(
                worker: worker,
                kind: kind,
                session: SessionID(rawValue: "s\(number)"),
                outcome: outcome
            )
        }
    }

    @Test(arguments: [
        (45, 5, 0.78640, 0.95652), (1, 0, 0.20655, 1), (0, 10, 0, 0.27753),
        (5, 5, 0.23659, 0.76341),
    ])
    func `the interval is Wilson's`(right: Int, wrong: Int, low: Double, high: Double) {
        let interval = score(right: right, wrong: wrong).interval
        #expect(abs(interval.lowerBound - low) < 1e-5, "\(interval)")
        #expect(abs(interval.upperBound - high) < 1e-5, "\(interval)")
    }

    @Test func `without a judged answer anything is possible`() {
        var score = Score()
        score.add(.unjudged)
        #expect(score.interval == 0...1)
        #expect(score.judged == 0)
    }

    @Test func `one lucky answer does not beat a long record`() {
        let board = Scoreboard(
            outcomes("lucky", "logic", right: 1) + outcomes("steady", "logic", right: 45, wrong: 5)
        )
        #expect(board.rows(for: "logic").map(\.worker) == ["steady", "lucky"])
    }

    @Test func `kinds are counted apart, and all together`() {
        let board = Scoreboard(
            outcomes("ann", "logic", right: 2, unjudged: 1) + outcomes("ann", "algebra", wrong: 3)
                + outcomes("bea", QuestionKinds.all, right: 1)
        )
        #expect(board.kinds == ["algebra", "logic"])
        let ann = board.rows(for: "logic")[0]
        #expect(ann.score(for: "logic").right == 2)
        #expect(ann.score(for: "logic").unjudged == 1)
        #expect(ann.score(for: "logic").wrong == 0)
        #expect(ann.overall.judged == 5)
        #expect(ann.score(for: QuestionKinds.all) == ann.overall)
        #expect(board.rows(for: "algebra").map(\.worker) == ["ann"])
        #expect(board.rows(for: QuestionKinds.all).map(\.worker) == ["bea", "ann"])
    }

    @Test func `workers are compared with or without records, and equals keep their order`() {
        let board = Scoreboard(
            outcomes("ann", "logic", wrong: 2) + outcomes("eve", "logic", right: 1)
        )
        let rows = board.rows(for: "logic", among: ["new", "ann", "other", "bea"])
        #expect(rows.map(\.worker) == ["ann", "new", "other", "bea"])
        #expect(rows[1].score(for: "logic") == Score())
    }

    // MARK: Kinds of questions

    private static let pool = [
        Worker(name: "ann", provider: "p", model: "m", tags: ["strongest", "SQL"]),
        Worker(name: "bea", provider: "p", model: "m", tags: ["contract law", "strongest"]),
    ]

    @Test(arguments: [
        ("Review this sql query.", "sql"),
        ("Is contract law different in Texas?", "contract law"),
        ("Is law different in Texas?", "all"),
        ("Which MySQL version is this?", "all"),
        ("Who is the strongest?", "all"),
        ("What does SQL say of 6 × 7?", "arithmetic"),
        ("", "all"),
    ])
    func `a kind is the family, a tag that is named, or all`(question: String, kind: String) {
        let kinds = QuestionKinds { $0.contains("×") ? "arithmetic" : nil }
        #expect(kinds.kind(of: question, pool: Self.pool) == kind)
    }
}
