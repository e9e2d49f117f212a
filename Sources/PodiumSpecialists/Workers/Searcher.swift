public import PodiumCore

/// Search with luck: countdown numbers, subset sums, small sudokus and graph colourings.
///
/// It starts at random, again and again, under a limit of steps. On hard problems it often fails, and
/// says so; another try, which is another seed, may succeed. What it gives is verified.
public struct Searcher: Specialist {
    public let descriptor = Specialists.descriptor(
        "searcher",
        strengths: "search under a step limit: making a target from given numbers, subset sums,"
            + " small sudokus, graph colouring; may fail and succeed on a second try",
        tags: ["search", "numbers", "sudoku", "colouring"],
        input: 30,
        output: 90
    )

    public init() {}

    public func work(
        on request: StepRequest,
        random: inout SeededGenerator
    ) -> SpecialistReply {
        SpecialistReply(
            Self.attempt(request, random: &random),
            otherwise:
                "I cannot find a search problem here. I make a target from given numbers, find"
                + " numbers with a given sum, solve small sudokus and colour graphs."
        )
    }

    static func attempt(_ request: StepRequest, random: inout SeededGenerator) -> Attempt {
        TaskSource.attempt(request) { text in
            SearchReader.problem(in: text)?.search(random: &random) ?? .notUnderstood
        }
    }

    /// The same with a seed of its own, for who has none.
    static func attempt(_ request: StepRequest) -> Attempt {
        var random = SeededGenerator(seed: 0)
        return attempt(request, random: &random)
    }

    /// Judges a proposed answer against the conditions, without searching.
    static func judge(_ answer: String, for request: StepRequest) -> Judgement {
        var judgement = Judgement.unknown
        _ = TaskSource.attempt(request) { text in
            guard let problem = SearchReader.problem(in: text) else { return .notUnderstood }
            judgement = problem.judge(answer)
            return .impossible("")
        }
        return judgement
    }
}
