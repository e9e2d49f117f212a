internal import BigInt

/// Problems in words about two numbers, about ages, and about a number that is thought of.
///
/// Each sentence must be one of a few known ones; a problem with any other is not understood.
struct WordProblem {
    private let tokens: [Token]
    private var position = 0
    private var equations: [Equation] = []
    /// The unknowns in the order in which they were named.
    private var unknowns: [String] = []
    private var kind: Kind?
    private var question: Question?

    private enum Kind: Hashable { case numbers, consecutive, people }
    private enum Question: Hashable {
        case all, largest, smallest
        case one(String)
    }

    /// No problem is without one of these.
    static let keywords: Set<String> = [
        "number", "numbers", "old", "older", "younger", "consecutive", "ages", "age",
    ]

    static func solve(_ text: String) -> Attempt {
        guard Tokens.fit(text) else { return .tooLong }
        let tokens = Tokens(text).all.filter { !$0.isSymbol(".,;:?!\"“”'’") }
        guard tokens.count <= 200 else { return .notUnderstood }
        if let attempt = NumberTrick.solve(tokens) { return attempt }
        var problem = WordProblem(tokens: tokens)
        return problem.read() ? problem.answer() : .notUnderstood
    }

    private init(tokens: [Token]) { self.tokens = tokens }

    // MARK: Reading

    private mutating func read() -> Bool {
        while position < tokens.count {
            if readStatement() || readQuestion() { continue }
            guard tokens[position].isWord(["and", "if", "while", "but", "given", "that", "now"])
            else { return false }
            position += 1
        }
        return kind != nil && !equations.isEmpty
    }

    private mutating func readStatement() -> Bool {
        for (pattern, statement) in Self.statements {
            guard let match = pattern.match(tokens, at: position), add(statement, match) else {
                continue
            }
            position = match.end
            return true
        }
        return false
    }

    private mutating func readQuestion() -> Bool {
        for (pattern, asked) in Self.questions {
            guard question == nil, let match = pattern.match(tokens, at: position) else { continue }
            question = match.names.first.map { .one($0) } ?? asked
            if case .one(let name) = question, !unknowns.contains(name) { return false }
            position = match.end
            return true
        }
        return false
    }

    // MARK: Sentences

    private enum Statement {
        case sum, difference, consecutiveSum(step: Int), excess(Int), multiple
        case ageMultiple, ageExcess(Int), ageSum
    }

    private static let statements = statementTable.map { (WordPattern($0.0), $0.1) }
    private static let statementTable: [(String, Statement)] = [
        ("the sum of two numbers is|equals #", .sum), ("two numbers add up to #", .sum),
        ("two numbers have a sum of #", .sum), ("two numbers sum to #", .sum),
        ("their sum is #", .sum), ("the numbers add up to #", .sum),
        ("the difference between|of two numbers is #", .difference),
        ("the difference between|of them is #", .difference),
        ("have a difference of #", .difference), ("a difference of #", .difference),
        ("the|their difference is #", .difference), ("they? differ by #", .difference),
        ("two numbers differ by #", .difference),
        ("the sum of # consecutive integers|numbers is #", .consecutiveSum(step: 1)),
        ("# consecutive integers|numbers add up to #", .consecutiveSum(step: 1)),
        ("# consecutive even|odd integers|numbers add up to #", .consecutiveSum(step: 2)),
        ("the sum of # consecutive even|odd integers|numbers is #", .consecutiveSum(step: 2)),
        ("one number? is # more|greater|larger|bigger than the? other|another", .excess(1)),
        ("one number? is # less|smaller than the? other|another", .excess(-1)),
        ("one number? is * the|as? large|big? as? the? other|another number?", .multiple),
        ("@ is * as old as @", .ageMultiple), ("@ is * @ age", .ageMultiple),
        ("@ is # years? older than @", .ageExcess(1)),
        ("@ is # years? younger than @", .ageExcess(-1)),
        ("together they are # years? old?", .ageSum), ("they are # years? old? together", .ageSum),
        ("the sum of their ages is #", .ageSum), ("their ages add up to #", .ageSum),
        ("the sum of the ages is #", .ageSum), ("their combined age is #", .ageSum),
        ("their total age is #", .ageSum),
    ]

    private static let questions = questionTable.map { (WordPattern($0.0), $0.1) }
    private static let questionTable: [(String, Question)] = [
        ("how old is @ now?", .all),
        ("what is|are the two|three|four? numbers|integers", .all), ("what are they", .all),
        ("find them", .all), ("find the two|three|both? numbers|integers", .all),
        (
            "what is the larger|largest|bigger|greater|greatest number|one|integer? of? the? two?",
            .largest
        ),
        (
            "find the larger|largest|bigger|greater|greatest number|one|integer? of? the? two?",
            .largest
        ),
        ("what is the smaller|smallest|lesser number|one|integer? of? the? two?", .smallest),
        ("find the smaller|smallest|lesser number|one|integer? of? the? two?", .smallest),
    ]

    // MARK: Equations

    /// Takes in what a sentence says. False when it does not go with what was said before.
    private mutating func add(_ statement: Statement, _ match: WordPattern.Match) -> Bool {
        switch statement {
        case .sum: return addNumbers { $0 + $1 - Polynomial(match.numbers[0]) }
        case .difference: return addNumbers { $0 - $1 - Polynomial(match.numbers[0]) }
        case .excess(let sign):
            return addNumbers {
                (sign > 0 ? $0 - $1 : $1 - $0) - Polynomial(match.numbers[0])
            }
        case .multiple: return addNumbers { $0 - $1.scaled(by: match.numbers[0]) }
        case .consecutiveSum(let step):
            guard kind == nil, let count = Int(exactly: match.numbers[0].numerator),
                match.numbers[0].isInteger, (2...20).contains(count)
            else { return false }
            kind = .consecutive
            let first = Polynomial(unknown: "n")
            let terms = (0..<count).map { first + Polynomial(Rational($0 * step)) }
            unknowns = terms.indices.map { "\($0)" }
            consecutive = terms
            return addZero(terms.reduce(-Polynomial(match.numbers[1]), +))
        case .ageMultiple:
            return addPeople(match.names) { $0 - $1.scaled(by: match.numbers[0]) }
        case .ageExcess(let sign):
            return addPeople(match.names) {
                $0 - $1 - Polynomial(match.numbers[0] * Rational(sign))
            }
        case .ageSum:
            guard kind == .people, unknowns.count == 2 else { return false }
            return addZero(
                unknowns.map { Polynomial(unknown: $0) }.reduce(-Polynomial(match.numbers[0]), +)
            )
        }
    }

    private var consecutive: [Polynomial] = []

    private mutating func addZero(_ polynomial: Polynomial) -> Bool {
        equations.append(
            Equation(left: AlgebraicFraction(polynomial), right: AlgebraicFraction(Rational(0)))
        )
        return equations.count <= 4
    }

    private mutating func addNumbers(_ make: (Polynomial, Polynomial) -> Polynomial) -> Bool {
        guard kind == nil || kind == .numbers else { return false }
        kind = .numbers
        unknowns = ["x", "y"]
        return addZero(make(Polynomial(unknown: "x"), Polynomial(unknown: "y")))
    }

    private mutating func addPeople(
        _ names: [String],
        _ make: (Polynomial, Polynomial) -> Polynomial
    ) -> Bool {
        guard kind == nil || kind == .people, names.count == 2, names[0] != names[1] else {
            return false
        }
        kind = .people
        for name in names where !unknowns.contains(name) { unknowns.append(name) }
        guard unknowns.count <= 3 else { return false }
        return addZero(make(Polynomial(unknown: names[0]), Polynomial(unknown: names[1])))
    }

    // MARK: Answer

    private mutating func answer() -> Attempt {
        var solver = EquationSolver()
        guard case .solved(let values) = solver.solve(equations) else { return .notUnderstood }
        let wanted = kind == .consecutive ? consecutive : unknowns.map { Polynomial(unknown: $0) }
        let numbers = wanted.compactMap { $0.substituting(values)?.constant }
        guard numbers.count == wanted.count else {
            return .impossible("I cannot give one solution: the problem does not determine it.")
        }
        if kind == .consecutive, !numbers.allSatisfy(\.isInteger) {
            return .impossible("I cannot find whole numbers that do this.")
        }
        let told: String
        switch question ?? .all {
        case .one(let name):
            guard let index = unknowns.firstIndex(of: name) else { return .notUnderstood }
            told = "\(numbers[index])"
        case .largest, .smallest:
            guard kind != .people, let least = numbers.min(), let most = numbers.max() else {
                return .notUnderstood
            }
            told = question == .largest ? "\(most)" : "\(least)"
        case .all:
            guard kind != .people else { return .notUnderstood }
            let words = numbers.map(\.description)
            told = words.dropLast().joined(separator: ", ") + " and \(words.last ?? "")"
        }
        return .solved(Solution(working: Array(solver.working.prefix(40)), answer: told))
    }
}
