internal import BigInt

/// Solves equations by expressing one unknown after another and putting it into the rest.
struct EquationSolver {
    enum Outcome: Hashable {
        /// What each unknown is equal to; unknowns that may be anything stand on the right.
        case solved([String: Polynomial])
        /// One unknown has these values, and the others depend on it.
        case roots([Root], of: String, [String: Polynomial])
        /// There is no solution, for this reason.
        case none(String)
        /// The reason, as the end of a sentence `I cannot …`.
        case impossible(String)
    }

    static let equationLimit = 16
    static let unknownLimit = 10

    private(set) var working: [String] = []
    private var values: [String: Polynomial] = [:]

    mutating func solve(_ equations: [Equation]) -> Outcome {
        let unknowns = Set(equations.flatMap(\.unknowns))
        guard equations.count <= Self.equationLimit, unknowns.count <= Self.unknownLimit else {
            return .impossible("solve more than \(Self.equationLimit) equations at once")
        }
        let pending = equations.map(\.difference)
        let differences = pending.compactMap { $0 }
        guard differences.count == equations.count else {
            return .impossible("solve equations of so high a degree or so large numbers")
        }
        tell(equations, differences)
        guard let rest = eliminate(differences) else {
            return .none(
                "there is none, because the equations contradict each other"
                    + " (\(working.last ?? ""))"
            )
        }
        let denominators = equations.flatMap(\.denominators)
        guard !rest.isEmpty else {
            // A value that makes a denominator zero is no solution.
            for denominator in denominators {
                guard let value = denominator.substituting(values), !value.isZero else {
                    return .none("it would divide by zero")
                }
            }
            return .solved(values)
        }
        return solveHigher(rest, denominators)
    }

    private mutating func tell(_ equations: [Equation], _ differences: [Polynomial]) {
        for (index, equation) in equations.enumerated() {
            let text = equation.text ?? "\(differences[index]) = 0"
            working.append(equations.count > 1 ? "(\(index + 1)) \(text)" : text)
        }
    }

    // MARK: Linear equations

    /// Uses up the linear equations and gives back the others, with what was found put into them.
    /// Nil when an equation cannot hold.
    private mutating func eliminate(_ equations: [Polynomial]) -> [Polynomial]? {
        var pending = equations
        while true {
            var reduced: [Polynomial] = []
            for equation in pending {
                guard let next = equation.substituting(values) else { return pending }
                if next.isZero { continue }
                if let constant = next.constant {
                    working.append("This leaves \(constant) = 0.")
                    return nil
                }
                reduced.append(next)
            }
            guard let index = Self.easiest(reduced) else { return reduced }
            let equation = reduced.remove(at: index)
            guard express(equation) else { return reduced + [equation] }
            pending = reduced
        }
    }

    /// The linear equation to use next: with one unknown, else with a coefficient of 1, else any.
    private static func easiest(_ equations: [Polynomial]) -> Int? {
        let linear = equations.indices.filter { equations[$0].degree == 1 }
        return linear.first { equations[$0].unknowns.count == 1 }
            ?? linear.first { index in
                equations[index].unknowns.contains { isUnit(equations[index].coefficient(of: $0)) }
            } ?? linear.first
    }

    private static func isUnit(_ value: Rational) -> Bool {
        value == Rational(1) || value == Rational(-1)
    }

    /// Solves one linear equation for an unknown and puts the result wherever the unknown occurs.
    private mutating func express(_ equation: Polynomial) -> Bool {
        let unknowns = equation.unknowns
        let unknown =
            unknowns.first { Self.isUnit(equation.coefficient(of: $0)) } ?? unknowns.first
        guard let unknown, let inverse = Rational(-1).divided(by: equation.coefficient(of: unknown))
        else { return false }
        let coefficient = equation.coefficient(of: unknown)
        let rest = equation - Polynomial(unknown: unknown).scaled(by: coefficient)
        let value = rest.scaled(by: inverse)
        let moved = Polynomial(unknown: unknown).scaled(by: coefficient)
        if coefficient != Rational(1) { working.append("\(moved) = \(-rest)") }
        working.append("\(Self.shown(unknown)) = \(value)")
        for (other, old) in values {
            guard old.unknowns.contains(unknown) else { continue }
            guard let new = old.substituting([unknown: value]) else { return false }
            values[other] = new
            working.append("\(Self.shown(other)) = \(old) = \(new)")
        }
        values[unknown] = value
        return true
    }

    private static func shown(_ unknown: String) -> String {
        unknown.count == 1 ? unknown : "the \(unknown)"
    }

    // MARK: Higher degrees

    private mutating func solveHigher(
        _ equations: [Polynomial],
        _ denominators: [Polynomial]
    ) -> Outcome {
        let unknowns = Set(equations.flatMap(\.unknowns))
        guard unknowns.count == 1, let unknown = unknowns.first else {
            return .impossible("solve equations in several unknowns that are not linear")
        }
        var common: [Root]?
        for equation in equations {
            guard let coefficients = equation.coefficients(in: unknown) else { continue }
            var finder = PolynomialRoots(unknown: unknown)
            working.append("\(equation) = 0")
            let outcome = finder.find(coefficients)
            working += finder.working.prefix(20)
            guard case .roots(let roots) = outcome else {
                return .impossible("solve \(equation) = 0 exactly: I find only rational roots here")
            }
            common = common.map { $0.filter(roots.contains) } ?? roots
        }
        let allowed = (common ?? []).filter { root in
            denominators.allSatisfy { denominator in
                guard let value = root.rational,
                    let result = denominator.substituting(values)?
                        .substituting([unknown: Polynomial(value)])
                else { return true }
                return !result.isZero
            }
        }
        guard !allowed.isEmpty else {
            return .none("no real number solves it")
        }
        return .roots(allowed, of: unknown, values)
    }
}
