public import PodiumCore
public import PodiumPhrasebook

/// The embedded pool.
///
/// Its workers differ as real ones do: in what they know, how far they go and what they cost. What
/// their descriptors say is what a vendor would say; how good they are is for the conductor to learn.
public enum Specialists {
    /// Every specialist, in the order in which the pool lists them.
    public static let all: [Specialist] = solvers + guessers + judges

    /// The specialists as workers of a pool.
    public static let workers: [Worker] = all.map(\.descriptor)

    /// The specialist that serves the model of this name, if there is one.
    public static func specialist(model: String) -> Specialist? { byModel[model] }

    private static let byModel = Dictionary(
        uniqueKeysWithValues: all.map { ($0.descriptor.model, $0) }
    )

    private static let solvers: [Specialist] = [
        solver(
            "reckoner",
            "exact arithmetic of any size, number theory, number bases, units",
            ["arithmetic"],
            60,
            240,
            forms(of: .arithmetic)
        ) { phrase, _ throws(Unsolved) in try Skills.exactArithmetic(phrase) },
        solver(
            "abacus",
            "quick everyday arithmetic and primes at a hundredth of the price",
            ["arithmetic"],
            0.6,
            2.4,
            abacusForms
        ) { phrase, _ throws(Unsolved) in try Abacus.solve(phrase) },
        solver(
            "algebraist",
            "solves equations and systems exactly, continues number sequences",
            ["algebra"],
            50,
            200,
            forms(of: .algebra)
        ) { phrase, _ throws(Unsolved) in
            try Skills.exactAlgebra(
                phrase,
                Skills.Limits(rules: [.constantDifference, .polynomial])
            )
        },
        solver(
            "prober",
            "finds solutions of equations of any degree and the next number of sequences",
            ["algebra"],
            2,
            6,
            [.equation, .unknown, .sequence]
        ) { phrase, _ throws(Unsolved) in try Prober.solve(phrase) },
        solver(
            "linguist",
            "letters and words, codes and ciphers, numerals, numbers in words",
            ["language"],
            40,
            160,
            forms(of: .language)
        ) { phrase, _ throws(Unsolved) in try Skills.language(phrase, Skills.Limits()) },
        solver(
            "codebreaker",
            "breaks codes and ciphers, reads numerals",
            ["language"],
            4,
            12,
            [
                .caesar, .shift, .unshift, .morse, .toMorse, .decode, .roman, .romans, .toRoman,
                .obey,
            ]
        ) { phrase, _ throws(Unsolved) in
            try Skills.language(phrase, Skills.Limits(caesar: .commonWords))
        },
        solver(
            "calendarist",
            "dates, weekdays and times, in any year",
            ["calendar"],
            40,
            160,
            forms(of: .calendar)
        ) { phrase, _ throws(Unsolved) in try Skills.calendar(phrase, in: GregorianCalendar()) },
        solver(
            "almanac",
            "dates, weekdays and times at once",
            ["calendar"],
            1,
            3,
            forms(of: .calendar)
        ) { phrase, _ throws(Unsolved) in try Skills.calendar(phrase, in: FourYearCalendar()) },
        solver(
            "explorer",
            "systematic search that misses nothing: targets from numbers, subset sums,"
                + " sudokus, colourings",
            ["search"],
            120,
            480,
            forms(of: .search)
        ) { phrase, _ throws(Unsolved) in
            var effort = Effort(limit: 3_000, order: .systematic)
            return try Skills.search(phrase, &effort)
        },
        solver(
            "searcher",
            "quick search with luck: targets from numbers, subset sums, sudokus,"
                + " colourings; another try may find more",
            ["search"],
            8,
            24,
            forms(of: .search)
        ) { phrase, random throws(Unsolved) in
            var effort = Effort(limit: 600, order: .random(random))
            return try Skills.search(phrase, &effort)
        },
        solver(
            "logician",
            "logic by going through all cases: knights and knaves, orders, syllogisms",
            ["logic"],
            120,
            480,
            forms(of: .logic)
        ) { phrase, _ throws(Unsolved) in try Skills.logic(phrase, Skills.Limits(cases: 64)) },
        solver(
            "deducer",
            "quick logic, one conclusion after another, for puzzles of any size",
            ["logic"],
            6,
            18,
            [.knights, .knightCount, .order, .extreme]
        ) { phrase, _ throws(Unsolved) in try Skills.deduction(phrase) },
    ]

    private static let guessers: [Specialist] = [
        solver(
            "guesser",
            "instant, nearly free guesses at anything",
            ["guessing"],
            0.2,
            0.5,
            Guess.forms
        ) { phrase, _ throws(Unsolved) in try Guess.first(phrase) },
        solver(
            "hunch",
            "instant, nearly free answers of another mind",
            ["guessing"],
            0.2,
            0.5,
            Guess.forms
        ) { phrase, _ throws(Unsolved) in try Guess.second(phrase) },
    ]

    private static let judges: [Specialist] = [
        Specialist(
            descriptor: descriptor(
                "checker",
                "checks a proposed answer against the question by doing it again; says ACCEPT"
                    + " or REVISE",
                ["verification"],
                60,
                240
            ),
            work: .judges { Checker.review($0) }
        ),
        Specialist(
            descriptor: descriptor(
                "proofreader",
                "a quick check of a proposed answer; says ACCEPT or REVISE",
                ["verification"],
                1,
                3
            ),
            work: .judges { Proofreader.review($0) }
        ),
        Specialist(
            descriptor: descriptor(
                "merger",
                "votes among the answers of earlier steps, or puts them together in order",
                ["merging", "voting"],
                10,
                20
            ),
            work: .judges { Merger.merge($0) }
        ),
    ]

    /// The answer by whoever is exact, without limits that a worker of the pool has: for checks, and
    /// for the gym.
    ///
    /// - Returns: nil where the phrase has no answer that can be found.
    public static func exactAnswer(to phrase: Phrase) -> String? {
        var performance = exact(StepRequest(question: "", seen: [], subtask: ""))
        return performance.answer(to: [phrase])
    }

    /// The same for a subtask as it stands, with what its worker saw.
    static func exactAnswer(to request: StepRequest) -> String? {
        guard case .phrases(let phrases) = Phrasebook.read(request.subtask) else { return nil }
        var performance = exact(request)
        return performance.answer(to: phrases)
    }

    private static func exact(_ request: StepRequest) -> Performance {
        Performance(
            request: request,
            forms: Set(Form.Name.allCases),
            solver: { phrase, random throws(Unsolved) in try exact(phrase, &random) },
            random: SeededGenerator(seed: 1)
        )
    }

    /// What each worker that answers a request says, the cheapest first.
    public static func answers(to request: StepRequest) -> [(worker: String, text: String)] {
        byPrice.compactMap { specialist in
            var random = SeededGenerator(seed: 1)
            guard case .answered(let text) = specialist.reply(to: request, random: &random).outcome
            else { return nil }
            return (specialist.descriptor.name, text)
        }
    }

    private static let byPrice = all.sorted {
        ($0.descriptor.price?.output ?? 0) < ($1.descriptor.price?.output ?? 0)
    }

    /// Whether an answer meets the conditions of a phrase that many answers may meet; nil for one that
    /// has no such conditions.
    public static func meets(_ answer: String, _ phrase: Phrase) -> Bool? {
        switch Checker.conditions(of: phrase, Answer(answer)) {
        case .holds: true
        case .fails: false
        case .unknown, nil: nil
        }
    }

    private static func exact(_ phrase: Phrase, _ random: inout SeededGenerator) throws(Unsolved)
        -> Solution
    {
        switch phrase.skill {
        case .arithmetic: return try Skills.exactArithmetic(phrase)
        case .algebra:
            if let solution = try? Skills.exactAlgebra(phrase, Skills.Limits()) { return solution }
            return try Prober.solve(phrase)
        case .language: return try Skills.language(phrase, Skills.Limits())
        case .calendar: return try Skills.calendar(phrase, in: GregorianCalendar())
        case .logic: return try Skills.logic(phrase, Skills.Limits())
        case .search:
            var effort = Effort(limit: 20_000, order: .systematic)
            if let solution = try? Skills.search(phrase, &effort) { return solution }
            var luck = Effort(limit: 20_000, order: .random(random))
            return try Skills.search(phrase, &luck)
        case .judging: throw Skills.stray
        }
    }

    // MARK: Making them

    private static func forms(of skill: Skill) -> Set<Form.Name> {
        Set(
            Phrasebook.forms.filter { $0.skill == skill && $0.result != .claim }.map(\.name) + [
                .obey
            ]
        )
    }

    private static let abacusForms: Set<Form.Name> = [
        .compute, .add, .subtract, .difference, .double, .halve, .square, .multiply, .divide,
        .remainder, .gcd, .lcm, .total, .product,
        .average,
        .largest, .smallest, .factorial, .percentage, .raise, .lower, .prime, .obey,
    ]

    private static func solver(
        _ name: String,
        _ strengths: String,
        _ tags: [String],
        _ input: Double,
        _ output: Double,
        _ forms: Set<Form.Name>,
        _ solve: @escaping Specialist.Solver
    ) -> Specialist {
        Specialist(
            descriptor: descriptor(name, strengths, tags, input, output),
            work: .solves(forms, solve)
        )
    }

    /// - Parameters:
    ///   - input: nominal units per million tokens read.
    ///   - output: nominal units per million tokens written.
    private static func descriptor(
        _ name: String,
        _ strengths: String,
        _ tags: [String],
        _ input: Double,
        _ output: Double
    ) -> Worker {
        Worker(
            name: name,
            provider: SpecialistProvider.name,
            model: name,
            strengths: strengths,
            tags: ["embedded"] + tags,
            price: Price(
                currency: .nominal,
                input: Price.picounits(perMillion: input),
                output: Price.picounits(perMillion: output)
            ),
            isLocal: true
        )
    }
}
