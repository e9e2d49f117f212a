internal import BigInt

/// Answers a question about equations once they are solved.
struct AlgebraAnswerer {
    let question: AlgebraQuestion
    private var working: [String] = []

    init(_ question: AlgebraQuestion) { self.question = question }

    static func answer(_ question: AlgebraQuestion) -> Attempt {
        var answerer = AlgebraAnswerer(question)
        return answerer.run()
    }

    private mutating func run() -> Attempt {
        switch question.goal {
        case .rootSum, .rootProduct: return vieta()
        default: break
        }
        var solver = EquationSolver()
        let outcome = solver.solve(question.equations)
        working = Array(solver.working.prefix(60))
        if solver.working.count > 60 {
            working.append("(and \(solver.working.count - 60) more lines)")
        }
        switch outcome {
        case .none(let reason):
            if question.goal == .rootCount { return counted([]) }
            return .impossible("I cannot find a solution: \(reason).")
        case .impossible(let reason): return .impossible("I cannot \(reason).")
        case .solved(let values): return linear(values)
        case .roots(let roots, let unknown, let values): return higher(roots, unknown, values)
        }
    }

    private func solved(_ answer: String) -> Attempt {
        .solved(Solution(working: working, answer: answer))
    }

    private func told(_ value: Rational) -> String {
        question.isDecimal ? value.decimal() ?? "\(value)" : "\(value)"
    }

    private static let undetermined = Attempt.impossible(
        "I cannot give one solution: there are infinitely many, because the equations do not"
            + " determine it."
    )

    // MARK: One solution

    private mutating func linear(_ values: [String: Polynomial]) -> Attempt {
        let constants = values.compactMapValues(\.constant)
        switch question.goal {
        case .rootCount: return values.isEmpty ? Self.undetermined : solved("1")
        case .values(let goals):
            var answers: [(name: String?, value: Rational)] = []
            for goal in goals {
                guard let value = value(of: goal, values) else { return Self.undetermined }
                switch value {
                case .failure(let reason): return .impossible(reason.text)
                case .success(let value): answers.append((name(of: goal), value))
                }
            }
            return list(answers)
        default:
            let unknowns = Set(question.equations.flatMap(\.unknowns)).sorted()
            guard unknowns.allSatisfy({ constants[$0] != nil }), !unknowns.isEmpty else {
                return Self.undetermined
            }
            return list(unknowns.compactMap { name in constants[name].map { (name, $0) } })
        }
    }

    private struct Reason: Error { var text: String }

    /// Nil when the equations leave it open.
    private mutating func value(
        of goal: AlgebraicFraction,
        _ values: [String: Polynomial]
    ) -> Result<Rational, Reason>? {
        guard let top = goal.top.substituting(values), let bottom = goal.bottom.substituting(values)
        else { return .failure(Reason(text: "I cannot compute this: the numbers are too large.")) }
        guard let topValue = top.constant, let bottomValue = bottom.constant else { return nil }
        guard let value = topValue.divided(by: bottomValue) else {
            return .failure(Reason(text: "I cannot compute this: it divides by zero."))
        }
        if name(of: goal) == nil, !goal.unknowns.isEmpty, let polynomial = goal.polynomial {
            working.append("\(polynomial) = \(value)")
        }
        return .success(value)
    }

    private func name(of goal: AlgebraicFraction) -> String? {
        guard goal.unknowns.count == 1, let unknown = goal.unknowns.first,
            goal == AlgebraicFraction(Polynomial(unknown: unknown))
        else { return nil }
        return unknown
    }

    private func list(_ answers: [(name: String?, value: Rational)]) -> Attempt {
        if let selection = question.selection {
            guard answers.count == 1 else { return .notUnderstood }
            let value = answers[0].value
            let fits =
                switch selection {
                case .positive: value > Rational(0)
                case .negative: value < Rational(0)
                default: true
                }
            guard fits else {
                return .impossible(
                    "I cannot find a \(selection.rawValue) solution: it is \(value)."
                )
            }
        }
        if answers.count == 1 {
            let value = told(answers[0].value)
            guard let name = answers[0].name, name.count == 1, question.namesUnknown else {
                return solved(value)
            }
            return solved("\(name) = \(value)")
        }
        let isNamed = answers.allSatisfy { $0.name != nil }
        return solved(
            answers.map { isNamed ? "\($0.name ?? "") = \(told($0.value))" : told($0.value) }
                .joined(separator: ", ")
        )
    }

    // MARK: Several roots

    private mutating func higher(
        _ roots: [Root],
        _ unknown: String,
        _ values: [String: Polynomial]
    ) -> Attempt {
        if question.goal == .rootCount { return counted(roots) }
        guard let roots = selected(roots) else {
            return .impossible(
                "I cannot find a \(question.selection?.rawValue ?? "") root: there is not one."
            )
        }
        let goals: [AlgebraicFraction]
        switch question.goal {
        case .values(let wanted): goals = wanted
        default:
            goals = Set(question.equations.flatMap(\.unknowns)).sorted()
                .map { AlgebraicFraction(Polynomial(unknown: $0)) }
        }
        if goals.count == 1, name(of: goals[0]) == unknown {
            // A number without a letter, or the one root that was picked, needs no name.
            let isPlain = roots.count == 1 && (question.selection != nil || !question.namesUnknown)
            if isPlain || unknown.count > 1 {
                return solved(
                    roots.map { root in root.rational.map(told) ?? "\(root)" }
                        .joined(separator: " or ")
                )
            }
            return solved(Root.text(of: roots, unknown: unknown))
        }
        return several(goals, roots, unknown, values)
    }

    /// How many roots there are, where it does not matter whether complex ones or repeated ones
    /// count.
    private func counted(_ roots: [Root]) -> Attempt {
        let degree = question.equations.compactMap { $0.difference?.degree }.max() ?? 0
        guard roots.count == degree || question.isReal || degree < 2 else {
            return .impossible(
                "I cannot tell which roots count: \(roots.count) different ones are real. Say"
                    + " \"real\" if only these do."
            )
        }
        return solved("\((selected(roots) ?? []).count)")
    }

    /// Other unknowns or expressions, when they come out the same or there is one root only.
    private mutating func several(
        _ goals: [AlgebraicFraction],
        _ roots: [Root],
        _ unknown: String,
        _ values: [String: Polynomial]
    ) -> Attempt {
        var results: [[Rational]] = []
        for root in roots {
            guard let rational = root.rational else {
                return .impossible("I cannot give this exactly: a root in it is not rational.")
            }
            var all = values.compactMapValues {
                $0.substituting([unknown: Polynomial(rational)])
            }
            all[unknown] = Polynomial(rational)
            var row: [Rational] = []
            for goal in goals {
                guard case .success(let value) = value(of: goal, all) else {
                    return Self.undetermined
                }
                row.append(value)
            }
            if !results.contains(row) { results.append(row) }
        }
        guard results.count == 1, let row = results.first else {
            return .impossible(
                "I cannot give one answer: the equations have \(roots.count) solutions."
            )
        }
        return list(zip(goals, row).map { (name(of: $0), $1) })
    }

    /// Nil when none fits the selection.
    private func selected(_ roots: [Root]) -> [Root]? {
        guard let selection = question.selection else { return roots }
        let fitting: [Root] =
            switch selection {
            case .largest: roots.suffix(1)
            case .smallest: Array(roots.prefix(1))
            case .positive: roots.filter { $0.approximation > 0 }
            case .negative: roots.filter { $0.approximation < 0 }
            }
        return fitting.isEmpty ? nil : fitting
    }

    // MARK: Vieta

    /// Sum and product of the roots from the coefficients, without the roots.
    private mutating func vieta() -> Attempt {
        guard question.equations.count == 1, let difference = question.equations[0].difference,
            question.equations[0].denominators.isEmpty,
            let unknown = difference.unknowns.first,
            let coefficients = difference.coefficients(in: unknown), coefficients.count > 2,
            let leading = coefficients.last
        else { return .notUnderstood }
        guard question.selection == nil else { return .notUnderstood }
        let degree = coefficients.count - 1
        let isSum = question.goal == .rootSum
        let part = isSum ? coefficients[degree - 1] : coefficients[0]
        let sign = isSum || degree % 2 == 1 ? Rational(-1) : Rational(1)
        guard let quotient = part.divided(by: leading) else { return .notUnderstood }
        if degree == 2, let (a, b, c) = Optional((leading, coefficients[1], coefficients[0])) {
            // Over the reals a quadratic below the axis has no roots to add.
            let discriminant = b * b - Rational(4) * a * c
            guard discriminant >= Rational(0) else {
                return .impossible(
                    "I cannot find real roots: b² - 4ac = \(discriminant) is below 0."
                )
            }
        }
        working.append("\(difference) = 0")
        working.append(
            isSum
                ? "The sum of the roots is minus the second coefficient over the first."
                : "The product of the roots is the constant over the first coefficient, with sign."
        )
        return solved(told(quotient * sign))
    }
}
