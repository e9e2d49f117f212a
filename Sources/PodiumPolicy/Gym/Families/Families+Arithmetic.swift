import PodiumCore

extension ProblemFamily {
    public static let arithmetic = ProblemFamily("arithmetic") { level, random in
        for _ in 0..<50 {
            let expression = Expression.random(level: level, &random)
            guard let value = expression.value, value.top.magnitude < 1_000_000_000_000 else {
                continue
            }
            let text = expression.text
            let question = random.pick([
                "What is \(text)?", "Compute \(text).", "Work out \(text).", "Calculate \(text).",
                "Evaluate \(text).", "How much is \(text)?", "Please compute \(text) exactly.",
                "What is the value of \(text)?",
            ])
            return Drawn(question, value.text, .number(value, units: []))
        }
        return Drawn("What is 2 + 3?", 5)
    }

    public static let numberTheory = ProblemFamily("number theory") { level, random in
        let size = [20, 100, 400, 1_500, 6_000][level - 1]
        switch random.int(1...5) {
        case 1:
            let factor = random.int(2...size / 4)
            let (one, other) = (factor * random.int(2...size), factor * random.int(2...size))
            let question = random.pick([
                "What is the greatest common divisor of \(one) and \(other)?",
                "Find the gcd of \(one) and \(other).",
                "Compute the greatest common divisor of \(one) and \(other).",
            ])
            return Drawn(question, Numbers.gcd(one, other))
        case 2:
            let (one, other) = (random.int(4...size), random.int(4...size))
            let question = random.pick([
                "What is the least common multiple of \(one) and \(other)?",
                "Find the lcm of \(one) and \(other).",
            ])
            return Drawn(question, one / Numbers.gcd(one, other) * other)
        case 3:
            let (base, exponent) = (random.int(2...size), random.int(3...10 * level * level))
            let modulus = random.int(5...size)
            let question = random.pick([
                "What is the remainder when \(base)^\(exponent) is divided by \(modulus)?",
                "Compute \(base)^\(exponent) mod \(modulus).",
                "What is \(base) to the power of \(exponent) modulo \(modulus)?",
            ])
            return Drawn(question, Numbers.power(base, exponent, modulo: modulus))
        case 4:
            let number = random.int(size...size * size / 2)
            let question = random.pick([
                "What are the prime factors of \(number)?",
                "Find the prime factorization of \(number).",
                "Factor \(number) into primes.",
            ])
            return Drawn(question, Numbers.factored(number), .factors(number))
        default:
            let number = random.int(size / 2...size * size) | 1
            let question = random.pick([
                "Is \(number) prime?", "Is \(number) a prime number?",
                "Tell me whether \(number) is prime.",
            ])
            let isPrime = Numbers.isPrime(number)
            return Drawn(question, isPrime ? "yes" : "no", .yesNo(isPrime))
        }
    }

    public static let conversion = ProblemFamily("conversion") { level, random in
        switch random.int(1...3) {
        case 1: return units(level, &random)
        case 2:
            let number = random.int(9...[60, 250, 4_000, 60_000, 5_000_000][level - 1])
            let (base, name) = random.pick([(2, "binary"), (16, "hexadecimal"), (8, "octal")])
            let digits = String(number, radix: base)
            if level > 2, random.chance() {
                let question = random.pick([
                    "Convert the \(name) number \(digits) to decimal.",
                    "What is the \(name) number \(digits) in decimal?",
                ])
                return Drawn(question, number)
            }
            let question = random.pick([
                "Convert \(number) to \(name).", "What is \(number) in \(name)?",
                "Write \(number) in base \(base).",
            ])
            return Drawn(question, digits, .text(digits))
        default:
            let percent = random.int(1...[20, 40, 100, 120, 300][level - 1]) * (level < 3 ? 5 : 1)
            let whole = random.int(2...[10, 50, 200, 900, 9_999][level - 1]) * (level < 4 ? 20 : 1)
            let value = Fraction(percent * whole, over: 100) ?? Fraction(0)
            let question = random.pick([
                "What is \(percent)% of \(whole)?", "How much is \(percent) percent of \(whole)?",
                "Compute \(percent)% of \(whole).",
            ])
            return Drawn(question, decimal(value), .number(value, units: []))
        }
    }

    /// A unit and what it is in a smaller one.
    private static func units(_ level: Int, _ random: inout SeededGenerator) -> Drawn {
        let all: [(large: String, small: String, factor: Int)] = [
            ("hours", "minutes", 60), ("kilometres", "metres", 1000), ("weeks", "days", 7),
            ("feet", "inches", 12), ("yards", "feet", 3), ("miles", "feet", 5280),
            ("days", "minutes", 1440), ("kilograms", "grams", 1000), ("days", "hours", 24),
        ]
        let unit = random.pick(all)
        let count = random.int(2...[9, 30, 120, 700, 4_000][level - 1])
        let units = [unit.small]
        if level > 2, random.chance() {
            let tenths = count * 10 + 5
            guard let value = Fraction(tenths * unit.factor, over: 10) else {
                return Drawn("How many days are in 2 weeks?", 14, units: ["days"])
            }
            let amount = "\(count).5 \(unit.large)"
            let question = random.pick([
                "How many \(unit.small) are there in \(amount)?",
                "Convert \(amount) to \(unit.small).",
            ])
            return Drawn(question, decimal(value), .number(value, units: units))
        }
        let question = random.pick([
            "How many \(unit.small) are in \(count) \(unit.large)?",
            "Convert \(count) \(unit.large) to \(unit.small).",
            "What is \(count) \(unit.large) in \(unit.small)?",
        ])
        return Drawn(question, count * unit.factor, units: units)
    }

    /// A fraction of tenths or hundredths as a decimal number.
    private static func decimal(_ value: Fraction) -> String {
        let hundredths = value.top * (100 / value.bottom)
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}

/// An expression of whole numbers with its value.
struct Expression {
    var text: String
    /// How tightly its outermost operator binds: 1 for sums, 2 for products, 3 for a number.
    var strength: Int
    var value: Fraction?

    init(_ number: Int) {
        (text, strength, value) = ("\(number)", 3, Fraction(number))
    }

    init(_ sign: Character, _ left: Expression, _ right: Expression) {
        strength = "+-".contains(sign) ? 1 : 2
        let rightNeeds = strength + ("-/".contains(sign) ? 1 : 0)
        text = [left.bracketed(below: strength), String(sign), right.bracketed(below: rightNeeds)]
            .joined(separator: " ")
        if let one = left.value, let other = right.value {
            value = Fraction.combine(sign, one, other)
        }
    }

    private func bracketed(below needed: Int) -> String {
        strength < needed ? "(\(text))" : text
    }

    /// One operator at level 1, up to five at level 5, whose numbers grow too.
    static func random(level: Int, _ random: inout SeededGenerator) -> Expression {
        let most = [20, 60, 200, 900, 5_000][level - 1]
        var parts = (0...level).map { _ in Expression(random.int(2...most)) }
        while parts.count > 1 {
            let index = random.int(0...parts.count - 2)
            let sign: Character =
                random.chance(12 * (level - 1)) ? "/" : random.pick(["+", "-", "*"])
            parts[index] = Expression(sign, parts[index], parts[index + 1])
            parts.remove(at: index + 1)
        }
        return parts[0]
    }
}
