internal import PodiumCore
internal import PodiumPhrasebook

extension Family {
    public static let all: [Family] =
        numbers + algebra + letters + dates + searches + puzzles + composed + harder + longer
        + unseen

    // MARK: Numbers

    static let numbers: [Family] = [
        // From what 32 bits hold to what they do not.
        Family("arithmetic") { level, random in
            switch random.int(1...3) {
            case 1:
                let exponent = random.int(2...[4, 6, 9, 40, 300][level - 1])
                let power = Expression.binary(
                    .power,
                    .integer(random.int(3...20)),
                    .integer(exponent)
                )
                let divisor = random.int(7...[20, 60, 200, 900, 9_000][level - 1])
                return Draft(
                    Phrase(.remainder, ["n": .expression(power), "n2": .integer(divisor)])
                )
            case 2:
                let whole = random.int(2...[20, 60, 400, 3_000, 90_000_000][level - 1]) * 20
                let form = random.pick([Form.Name.raise, .lower])
                return Draft(
                    Phrase(form, ["n": .integer(whole), "n2": .integer(random.int(2...19) * 5)])
                )
            default: return Draft(Phrase(.compute, ["n": .expression(expression(level, &random))]))
            }
        },
        Family("primes") { level, random in
            let size = [97, 400, 2_000, 20_000, 90_000_000][level - 1]
            var number = random.int(size / 3...size) | 1
            // Half of those that are hard to tell by small divisors are products of two primes.
            if random.chance(40), level > 1 {
                let root = Int(Double(size).squareRoot())
                number =
                    prime(near: random.int(root / 2...root))
                    * prime(near: random.int(root / 2...root))
            }
            return Draft(Phrase(.prime, ["n": .integer(number)]))
        },
        Family("units") { level, random in
            let (from, to) = random.pick([
                ("miles", "feet"), ("km", "m"), ("hours", "minutes"), ("feet", "inches"),
                ("weeks", "days"), ("kg", "g"),
            ])
            let number = Rational(random.int(1...[12, 40, 200, 3_000, 80_000][level - 1]) * 5)
            let half =
                level > 1 && random.chance() ? number.divided(by: Rational(10)) ?? number : number
            return Draft(
                Phrase(
                    .convert,
                    ["n": .expression(.number(half)), "unit": .word(from), "unit2": .word(to)]
                )
            )
        },
        Family("bases", isHeldOut: true) { level, random in
            let number = random.int(
                [10, 100, 1_000, 50_000, 9_000_000_000][
                    level - 1
                ]...[99, 999, 9_999, 999_999, 99_000_000_000][level - 1]
            )
            return Draft(
                Phrase(
                    .toBase,
                    ["n": .integer(number), "base": .integer(random.pick([2, 7, 8, 16]))]
                )
            )
        },
    ]

    /// Terms and factors of growing size.
    static func expression(_ level: Int, _ random: inout SeededGenerator) -> Expression {
        let size = [20, 90, 900, 90_000, 9_000_000_000][level - 1]
        var total = Expression.integer(random.int(2...size))
        for _ in 0...min(level, 3) {
            let other = Expression.integer(random.int(2...size))
            switch random.int(1...4) {
            case 1: total = .binary(.add, total, other)
            case 2: total = .binary(.subtract, total, other)
            case 3: total = .binary(.multiply, total, other)
            default:
                total = .binary(
                    .add,
                    other,
                    .binary(.multiply, total, .integer(random.int(2...12)))
                )
            }
        }
        return total
    }

    static func prime(near start: Int) -> Int {
        var number = max(start, 2)
        while (2..<number).contains(where: { $0 * $0 <= number && number % $0 == 0 }) {
            number += 1
        }
        return number
    }

    // MARK: Algebra

    static let algebra: [Family] = [
        Family("equations") { level, random in
            let size = [9, 30, 200, 900, 30_000][level - 1]
            // Of the harder ones some are squares and cubes, which want different workers.
            if level > 1, random.chance() {
                let found = power(level > 2 && random.chance(70) ? 3 : 2, &random)
                return Draft(
                    Phrase(.equation, ["eq": .equations([found.equation])]),
                    found.solutions
                )
            }
            let (x, root) = (Expression.variable("x"), random.signed(1...size))
            let (a, b, c) = (random.int(2...9), random.int(1...size), random.int(1...9))
            let left = Expression.binary(.add, .binary(.multiply, .integer(a + c), x), .integer(b))
            let right = Expression.binary(
                .add,
                .binary(.multiply, .integer(c), x),
                .integer(a * root + b)
            )
            return Draft(Phrase(.equation, ["eq": .equations([Equation(left, right)])]))
        },
        Family("systems", isHeldOut: true) { level, random in
            Draft(Phrase(.system, ["eqs": .equations(system(level, &random).equations)]))
        },
        Family("sequences") { level, random in
            let (terms, next) = sequence(level, &random)
            return Draft(Phrase(.sequence, ["terms": .list(terms.map { .integer($0) })]), "\(next)")
        },
    ]

    /// `x^3 + bx + c = value`, with its whole solutions.
    static func power(
        _ degree: Int,
        _ random: inout SeededGenerator
    ) -> (equation: Equation, root: Int, solutions: String) {
        let (root, b, c) = (random.int(2...30), random.int(1...9), random.int(1...40))
        func value(_ x: Int) -> Int {
            (0..<degree).reduce(1) { product, _ in product * x } + b * x + c
        }
        let x = Expression.variable("x")
        let left = Expression.binary(
            .add,
            .binary(.power, x, .integer(degree)),
            .binary(.multiply, .integer(b), x)
        )
        return (
            Equation(.binary(.add, left, .integer(c)), .integer(value(root))), root,
            (-100...100).filter { value($0) == value(root) }.map { "x = \($0)" }.joined(
                separator: " or "
            )
        )
    }

    static func system(_ level: Int, _ random: inout SeededGenerator) -> (
        equations: [Equation], x: Int
    ) {
        let size = [20, 40, 90, 300, 4_000][level - 1]
        let (x, y) = (random.int(3...size), random.int(1...size))
        let (a, b) = level == 1 ? (1, 1) : (random.int(1...5), random.int(1...5))
        func side(_ first: Int, _ second: Int, _ operation: Expression.Operation) -> Expression {
            func term(_ factor: Int, _ name: String) -> Expression {
                factor == 1
                    ? .variable(name) : .binary(.multiply, .integer(factor), .variable(name))
            }
            return .binary(operation, term(first, "x"), term(second, "y"))
        }
        let equations = [
            Equation(side(a, b, .add), .integer(a * x + b * y)),
            Equation(side(1, a, .subtract), .integer(x - a * y)),
        ]
        return (equations, x)
    }

    /// Terms by one of several laws, of which a worker knows some.
    static func sequence(_ level: Int, _ random: inout SeededGenerator) -> (terms: [Int], next: Int)
    {
        let count = random.int(5...6)
        let (start, step) = (random.int(1...9 * level), random.int(2...4 + level))
        var terms = [start]
        switch random.int(level == 1 ? 0...1 : 0...4) {
        case 0: while terms.count <= count { terms.append(terms[terms.count - 1] + step) }
        case 1: while terms.count <= count { terms.append(terms[terms.count - 1] * min(step, 5)) }
        case 2:
            let bend = random.int(1...4)
            while terms.count <= count {
                terms.append(terms[terms.count - 1] + step + bend * terms.count)
            }
        case 3:
            terms.append(start + step)
            while terms.count <= count {
                terms.append(terms[terms.count - 1] + terms[terms.count - 2])
            }
        default:
            let shift = random.int(1...9)
            while terms.count <= count { terms.append(terms[terms.count - 1] * 2 + shift) }
        }
        return (Array(terms.dropLast()), terms[terms.count - 1])
    }
}

extension Argument {
    static func integer(_ value: Int) -> Argument { .expression(.integer(value)) }
}
