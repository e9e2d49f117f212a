import PodiumCore

extension ProblemFamily {
    public static let linearEquation = ProblemFamily("linear equation") { level, random in
        let letter = random.pick(["x", "x", "y", "n", "t"])
        let (equation, root) = equation(in: letter, level: level, &random)
        let question = random.pick([
            "Solve \(equation).", "Solve for \(letter): \(equation)",
            "What is \(letter) if \(equation)?", "Find \(letter) such that \(equation).",
            "Solve the equation \(equation).", "If \(equation), what is \(letter)?",
            "Find the value of \(letter) in the equation \(equation).",
        ])
        return Drawn(question, "\(letter) = \(root.text)", .number(root, units: []))
    }

    /// An equation with one root, which is a whole number up to level 3.
    static func equation(
        in letter: String,
        level: Int,
        _ random: inout SeededGenerator
    ) -> (text: String, root: Fraction) {
        let most = [12, 15, 20, 30, 60][level - 1]
        let root = random.signed(level < 2 ? 1...most : 2...most)
        let factor = random.int(2...9)
        let shift = random.signed(1...most)
        let left = factor * root + shift
        switch level {
        case 1:
            let (text, value) =
                random.chance()
                ? ("\(letter) \(plus(shift))", root + shift)
                : ("\(factor)\(letter)", factor * root)
            return ("\(text) = \(value)", Fraction(root))
        case 2: return ("\(factor)\(letter) \(plus(shift)) = \(left)", Fraction(root))
        case 3:
            let other = factor + random.int(1...5)
            return (
                "\(factor)\(letter) \(plus(shift)) = \(other)\(letter) \(plus(left - other * root))",
                Fraction(root)
            )
        case 4:
            let other = factor + random.int(1...5)
            let value = factor * (root + shift) - other * root
            return (
                "\(factor)(\(letter) \(plus(shift))) = \(other)\(letter) \(plus(value))",
                Fraction(root)
            )
        default:
            let (one, other) = (random.int(2...9), random.int(11...19))
            let (first, second) = (random.signed(2...30), random.signed(2...30))
            let text =
                "\(factor)(\(one)\(letter) \(plus(first))) = \(factor * one + other)\(letter) \(plus(second))"
            // factor·first − second = other·root
            let root = Fraction(factor * first - second, over: other) ?? Fraction(0)
            return (text, root)
        }
    }

    public static let linearSystem = ProblemFamily("linear system") { level, random in
        let system = LinearSystem.random(level: level, &random)
        let names = Phrasing.list(system.names)
        let equations = Phrasing.list(system.equations)
        let question = random.pick([
            "Solve the system \(equations).",
            "Find \(names) such that \(equations).",
            "Solve: \(system.equations.joined(separator: ", "))",
            "If \(equations), what are \(names)?",
            "The numbers \(names) satisfy \(equations). What are \(names)?",
            "Solve the following system of equations: \(system.equations.joined(separator: ", ")).",
        ])
        let values = zip(system.names, system.values)
        return Drawn(
            question,
            values.map { "\($0) = \($1)" }.joined(separator: ", "),
            .values(values.map { Grader.Named(name: $0, value: Fraction($1)) })
        )
    }

    public static let polynomial = ProblemFamily("polynomial") { level, random in
        let most = [5, 8, 12, 6, 10][level - 1]
        let count = level < 4 ? 2 : 3
        let roots = (0..<count).map { _ in random.signed(1...most) }
        let leading = level == 3 || level == 5 ? random.int(2...5) : 1
        var coefficients = [leading]
        for root in roots {
            // Times (x − root), highest power first.
            coefficients = zip(coefficients + [0], [0] + coefficients).map { $0 - root * $1 }
        }
        let text = polynomial(coefficients)
        let question = random.pick([
            "What are the roots of \(text) = 0?", "Solve \(text) = 0.",
            "Find all solutions of \(text) = 0.", "For which values of x is \(text) = 0?",
        ])
        let different = Set(roots).sorted()
        return Drawn(
            question,
            different.map { "x = \($0)" }.joined(separator: " or "),
            .numbers(different.map { Fraction($0) })
        )
    }

    public static let sequence = ProblemFamily("sequence") { level, random in
        let terms = terms(level: level, &random)
        let shown = Phrasing.commas(terms.dropLast())
        let question = random.pick([
            "What comes next: \(shown)?", "What is the next number in the sequence \(shown)?",
            "Find the next term of the sequence \(shown).", "Continue the sequence \(shown), ...",
            "The sequence goes \(shown). What is the next number?",
            "Which number comes next in \(shown)?",
        ])
        return Drawn(question, terms.last ?? 0)
    }

    /// Terms of a sequence, the last of which is asked for.
    static func terms(level: Int, _ random: inout SeededGenerator) -> [Int] {
        let start = random.int(1...9 * level)
        switch level {
        case 1:
            let step = random.int(2...9)
            return (0...5).map { start + step * $0 }
        case 2:
            if random.chance() {
                let step = -random.int(2...9)
                return (0...5).map { start + 60 + step * $0 }
            }
            let step = random.int(6...25)
            return (0...5).map { start + step * $0 }
        case 3:
            let factor = random.int(2...3)
            var terms = [random.int(1...9)]
            while terms.count < 6 { terms.append(terms[terms.count - 1] * factor) }
            return terms
        case 4:
            let (square, step) = (random.int(1...4), random.int(1...9))
            return (0...6).map { start + step * $0 + square * $0 * $0 }
        default:
            if random.chance() {
                var terms = [random.int(1...9), random.int(2...12)]
                while terms.count < 8 {
                    terms.append(terms[terms.count - 1] + terms[terms.count - 2])
                }
                return terms
            }
            let (cube, step) = (random.int(1...3), random.int(1...9))
            return (0...7).map { start + step * $0 + cube * $0 * $0 * $0 }
        }
    }

    /// `+ 3` or `- 3`
    static func plus(_ number: Int) -> String {
        number < 0 ? "- \(-number)" : "+ \(number)"
    }

    /// `2x^2 - 3x + 1`, highest power first.
    private static func polynomial(_ coefficients: [Int]) -> String {
        var text = ""
        for (index, coefficient) in coefficients.enumerated() where coefficient != 0 {
            let power = coefficients.count - 1 - index
            let size = abs(coefficient)
            let letter = power == 0 ? "" : power == 1 ? "x" : "x^\(power)"
            let term = size == 1 && power > 0 ? letter : "\(size)\(letter)"
            text += text.isEmpty ? term : coefficient < 0 ? " - \(term)" : " + \(term)"
        }
        return text
    }
}

/// A system of linear equations with one solution in small whole numbers.
struct LinearSystem {
    var names: [String]
    var values: [Int]
    var equations: [String]

    static func random(level: Int, _ random: inout SeededGenerator) -> LinearSystem {
        let names = random.pick(
            level < 4 ? [["x", "y"], ["a", "b"], ["p", "q"]] : [["x", "y", "z"]]
        )
        let most = [9, 9, 20, 9, 20][level - 1]
        let values = names.map { _ in random.int(1...most) }
        for _ in 0..<100 {
            let rows = names.indices.map { row in
                names.map { _ in
                    random.chance(level == 4 ? 70 : 100) ? random.signed(1...2 * level) : 0
                }
                .enumerated()
                .map { level == 1 ? ($0.offset == 0 || row == 0 ? 1 : -1) : $0.element }
            }
            guard determinant(rows) != 0, rows.allSatisfy({ $0.contains { $0 != 0 } }) else {
                continue
            }
            let equations = rows.map { row in
                "\(side(row, names)) = \(zip(row, values).reduce(0) { $0 + $1.0 * $1.1 })"
            }
            return LinearSystem(names: names, values: values, equations: equations)
        }
        return LinearSystem(
            names: ["x", "y"],
            values: [3, 1],
            equations: ["x + y = 4", "x - y = 2"]
        )
    }

    private static func side(_ row: [Int], _ names: [String]) -> String {
        var text = ""
        for (factor, name) in zip(row, names) where factor != 0 {
            let term = abs(factor) == 1 ? name : "\(abs(factor))\(name)"
            text +=
                text.isEmpty ? (factor < 0 ? "-" : "") + term : (factor < 0 ? " - " : " + ") + term
        }
        return text
    }

    static func determinant(_ rows: [[Int]]) -> Int {
        guard rows.count == 3 else { return rows[0][0] * rows[1][1] - rows[0][1] * rows[1][0] }
        let minor = { (one: Int, other: Int) in
            rows[1][one] * rows[2][other] - rows[1][other] * rows[2][one]
        }
        return rows[0][0] * minor(1, 2) - rows[0][1] * minor(0, 2) + rows[0][2] * minor(0, 1)
    }
}
