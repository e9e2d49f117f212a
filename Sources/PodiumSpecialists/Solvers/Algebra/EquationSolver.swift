internal import BigInt
import PodiumPhrasebook

/// Equations and systems, exactly: linear ones in any number of unknowns, quadratic ones in one.
enum EquationSolver {
    static func solve(_ equation: Equation) throws(Unsolved) -> Solution {
        guard let unknown = Set(equation.unknowns).sorted().first, Set(equation.unknowns).count == 1
        else {
            return try solve([equation])
        }
        guard let polynomial = Polynomial(equation, in: unknown) else {
            throw Unsolved("solve an equation that is no polynomial of low degree")
        }
        switch polynomial.degree {
        case 0:
            let reason = polynomial.isZero ? "every number solves it" : "no number solves it"
            throw Unsolved("name a solution: \(reason)", isProved: true)
        case 1:
            guard let root = (-polynomial[0]).divided(by: polynomial[1]) else { throw .byZero }
            return Solution(
                "\(unknown) = \(root.told)",
                ["\(polynomial[1].told) * \(unknown) = \((-polynomial[0]).told)"]
            )
        case 2: return try quadratic(polynomial, unknown)
        default: throw Unsolved("solve an equation of degree \(polynomial.degree): my limit is 2")
        }
    }

    /// The whole numbers from -1000 to 1000 that solve an equation in one unknown, by trying them.
    static func probe(_ equation: Equation) throws(Unsolved) -> Solution {
        guard Set(equation.unknowns).count == 1, let unknown = equation.unknowns.first,
            let polynomial = Polynomial(equation, in: unknown), polynomial.degree > 0
        else { throw Unsolved("try numbers here: I need one polynomial in one unknown") }
        let roots = (-1000...1000).filter {
            polynomial.mayVanish(at: $0) && polynomial.value(at: Rational($0)).isZero
        }
        guard !roots.isEmpty else {
            throw Unsolved("find a whole number from -1000 to 1000 that solves it")
        }
        return Solution(
            roots.map { "\(unknown) = \($0)" }.joined(separator: " or "),
            ["I try the whole numbers from -1000 to 1000."]
        )
    }

    private static func quadratic(_ polynomial: Polynomial, _ unknown: String) throws(Unsolved)
        -> Solution
    {
        let scale = polynomial.coefficients.reduce(BigInt(1)) {
            $0 * $1.denominator / $0.greatestCommonDivisor(with: $1.denominator)
        }
        let whole = polynomial.coefficients.map { $0.numerator * (scale / $0.denominator) }
        let (c, b, a) = (whole[0], whole[1], whole[2])
        let discriminant = b * b - 4 * a * c
        var working = ["a = \(a), b = \(b), c = \(c): b² - 4ac = \(discriminant)"]
        guard discriminant >= 0 else {
            throw Unsolved(
                "name a solution: b² - 4ac = \(discriminant), so none is real",
                isProved: true
            )
        }
        let root = discriminant.squareRoot()
        working.append("\(unknown) = (\(-b) ± √\(discriminant)) / \(2 * a)")
        guard root * root == discriminant else {
            return Solution("\(unknown) = \(surd(-b, discriminant, 2 * a))", working)
        }
        let roots = [-b - root, -b + root].compactMap { Rational($0, over: 2 * a) }.sorted()
        let distinct = roots.first == roots.last ? Array(roots.prefix(1)) : roots
        return Solution(
            distinct.map { "\(unknown) = \($0.told)" }.joined(separator: " or "),
            working
        )
    }

    /// `(3 ± √5)/2`, without squares of small numbers under the root and in lowest terms.
    private static func surd(_ centre: BigInt, _ radicand: BigInt, _ divisor: BigInt) -> String {
        var (factor, rest) = (BigInt(1), radicand)
        for prime in [2, 3, 5, 7, 11, 13, 17, 19, 23] as [BigInt] {
            while (rest % (prime * prime)).isZero {
                rest /= prime * prime
                factor *= prime
            }
        }
        let common = centre.greatestCommonDivisor(with: factor).greatestCommonDivisor(with: divisor)
        let sign: BigInt = divisor < 0 ? -1 : 1
        let (c, f, d) = (sign * centre / common, factor / common, sign * divisor / common)
        let root = (f == 1 ? "" : "\(f)") + "√\(rest)"
        let sum = c.isZero ? "±\(root)" : "\(c) ± \(root)"
        return d == 1 ? sum : c.isZero ? "\(sum)/\(d)" : "(\(sum))/\(d)"
    }

    // MARK: Systems

    /// The values of all unknowns, by elimination.
    static func values(_ equations: [Equation]) throws(Unsolved) -> (
        values: [String: Rational], working: [String]
    ) {
        var forms: [LinearForm] = []
        for equation in equations {
            guard let form = LinearForm(equation) else {
                throw Unsolved("solve systems that are not linear")
            }
            forms.append(form)
        }
        let names = Set(forms.flatMap(\.factors.keys)).sorted()
        guard names.count <= 6, equations.count <= 6 else {
            throw Unsolved("solve more than six equations")
        }
        var (working, solved): ([String], [(name: String, form: LinearForm)]) = ([], [])
        let contradiction = Unsolved(
            "solve it: the equations contradict each other",
            isProved: true
        )
        for name in names {
            guard forms.allSatisfy({ !$0.factors.isEmpty || $0.constant.isZero }) else {
                throw contradiction
            }
            guard let index = forms.firstIndex(where: { $0.factors[name] != nil }) else {
                throw Unsolved("name one solution: \(name) may be anything", isProved: true)
            }
            let pivot = forms.remove(at: index)
            guard let factor = pivot.factors[name], let inverse = Rational(-1).divided(by: factor)
            else { throw .byZero }
            // The name by the others: the row scaled, without the name itself.
            var row = pivot.scaled(by: inverse)
            row.factors[name] = nil
            working.append("I put \(name) from one equation into the others.")
            let put = { (form: LinearForm) -> LinearForm in
                guard let share = form.factors[name] else { return form }
                var rest = form
                rest.factors[name] = nil
                return rest.plus(row.scaled(by: share))
            }
            forms = forms.map(put)
            solved = solved.map { ($0.name, put($0.form)) }
            solved.append((name, row))
        }
        guard forms.allSatisfy({ $0.constant.isZero && $0.factors.isEmpty }) else {
            throw contradiction
        }
        guard solved.allSatisfy({ $0.form.factors.isEmpty }) else {
            throw Unsolved("name one solution: there are many", isProved: true)
        }
        return (
            Dictionary(uniqueKeysWithValues: solved.map { ($0.name, $0.form.constant) }), working
        )
    }

    static func solve(_ equations: [Equation]) throws(Unsolved) -> Solution {
        if equations.count == 1, let only = equations.first, Set(only.unknowns).count == 1 {
            return try solve(only)
        }
        let (values, working) = try values(equations)
        let answer = values.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value.told)" }
        return Solution(answer.joined(separator: ", "), working)
    }

    /// One unknown of a system, alone.
    static func value(of name: String, in equations: [Equation]) throws(Unsolved) -> Solution {
        if equations.count == 1, Set(equations[0].unknowns) == [name] {
            let solution = try solve(equations[0])
            guard solution.answer.hasPrefix("\(name) = "), !solution.answer.contains(" or "),
                !solution.answer.contains("±")
            else { throw Unsolved("name one value of \(name): \(solution.answer)", isProved: true) }
            return Solution(String(solution.answer.dropFirst(4)), solution.working)
        }
        let (values, working) = try values(equations)
        guard let value = values[name] else {
            throw Unsolved("say what \(name) is: no equation names it")
        }
        return Solution(value.told, working + ["\(name) = \(value.told)"])
    }
}
