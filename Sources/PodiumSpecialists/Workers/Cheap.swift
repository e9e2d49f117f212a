internal import BigInt
import PodiumPhrasebook

/// Arithmetic in 32 bits.
enum Abacus {
    static func solve(_ phrase: Phrase) throws(Unsolved) -> Solution {
        guard phrase.form == .prime else {
            return try Arithmetic.solve(phrase, in: MachineNumbers())
        }
        let number = try MachineNumbers().literal(try Skills.number(phrase, "n"))
        // Larger divisors are not tried.
        let divisor = (2...31).first { number > $0 && number % $0 == 0 }
        let isPrime = number > 1 && divisor == nil
        return Solution(
            isPrime ? "yes" : "no",
            [divisor.map { "\($0) divides \(number)." } ?? "No number up to 31 divides \(number)."]
        )
    }
}

/// Algebra by trying: whole numbers in equations, ratios in sequences.
enum Prober {
    static func solve(_ phrase: Phrase) throws(Unsolved) -> Solution {
        switch phrase.form {
        case .equation: return try EquationSolver.probe(try Skills.equation(phrase))
        case .unknown:
            let equations = try Skills.equations(phrase, "eqs")
            guard equations.count == 1 else {
                throw Unsolved("try numbers in \(equations.count) equations at once")
            }
            let solution = try EquationSolver.probe(equations[0])
            guard !solution.answer.contains(" or ") else {
                throw Unsolved("choose: \(solution.answer)")
            }
            return Solution(String(solution.answer.dropFirst(4)), solution.working)
        case .sequence:
            return try Skills.continued(
                try Skills.numbers(phrase, "terms"),
                [.constantDifference, .constantRatio, .lastTwo, .recurrence]
            )
        default: throw Skills.stray
        }
    }
}

/// Guesses by rules of thumb, of two minds. Often wrong, and never sure.
enum Guess {
    /// Said with every guess, so that whoever sees it can tell it from a result.
    static let notice = "This is a guess and may well be wrong."

    static let forms: Set<Form.Name> = [
        .compute, .add, .subtract, .multiply, .divide, .prime, .caesar, .unshift, .sequence, .count,
        .weekday,
        .between, .leap, .knights, .knightCount, .extreme, .syllogism, .roman, .palindrome,
        .equation, .obey,
    ]

    /// Three figures, the commonest letter for e, the last difference again, everybody is honest.
    static func first(_ phrase: Phrase) throws(Unsolved) -> Solution {
        switch phrase.form {
        case .compute, .add, .subtract, .multiply, .divide: return try rounded(phrase, figures: 3)
        case .prime:
            let number = try Skills.integer(phrase, "n")
            let last = number.magnitude % 10
            return guess(
                "I look at the last figure: \(last).",
                last % 2 == 1 && last != 5 ? "yes" : "no"
            )
        case .caesar:
            return guess(
                "The commonest letter is e.",
                Caesar.decode(try Skills.text(phrase), by: .mostFrequentIsE).text
            )
        case .sequence:
            let terms = try Skills.numbers(phrase, "terms")
            let step = terms[terms.count - 1] - terms[terms.count - 2]
            return guess("The last step again.", (terms[terms.count - 1] + step).told)
        case .count: return try counted(phrase, spaces: true)
        case .weekday:
            return try Skills.calendar(phrase, in: FourYearCalendar()).guessed(
                "Every fourth year is a leap year."
            )
        case .knights, .knightCount: return try everybody(phrase, isHonest: true)
        case .syllogism: return guess("It sounds right.", "yes")
        case .equation: return try simplest(phrase)
        default: return try common(phrase)
        }
    }

    /// Two figures, common words, the last ratio again, whoever is accused lies.
    static func second(_ phrase: Phrase) throws(Unsolved) -> Solution {
        switch phrase.form {
        case .compute, .add, .subtract, .multiply, .divide: return try rounded(phrase, figures: 2)
        case .prime:
            let number = try Skills.integer(phrase, "n")
            let small = [2, 3, 5, 7].first { number % $0 == 0 && number != $0 }
            return guess("I try 2, 3, 5 and 7.", number > 1 && small == nil ? "yes" : "no")
        case .caesar:
            let text = try Skills.text(phrase)
            let best = [3, 13, 7].map { Caesar.shift(text, by: -$0) }
                .max {
                    CaesarHeuristic.letterFrequency.score($0)
                        < CaesarHeuristic.letterFrequency.score($1)
                }
            return guess("The usual shifts are 3, 7 and 13.", best ?? text)
        case .sequence:
            let terms = try Skills.numbers(phrase, "terms")
            guard let ratio = terms[terms.count - 1].divided(by: terms[terms.count - 2]) else {
                throw .byZero
            }
            return guess("The last ratio again.", (terms[terms.count - 1] * ratio).told)
        case .count: return try counted(phrase, spaces: false)
        case .weekday:
            let date = try Skills.date(phrase, "date")
            let days = (date.year - 1970) * 365 + (date.month - 1) * 30 + date.day - 1
            return guess("Years of 365 days, months of 30.", "\(Weekday(dayNumber: days))")
        case .knights, .knightCount: return try everybody(phrase, isHonest: false)
        case .syllogism: return guess("Little follows from anything.", "no")
        case .equation: return try simplest(phrase)
        default: return try common(phrase)
        }
    }

    // MARK: Rules of thumb

    private static func guess(_ method: String, _ answer: String) -> Solution {
        Solution(answer, [method, notice])
    }

    private static func rounded(_ phrase: Phrase, figures: Int) throws(Unsolved) -> Solution {
        let exact = try Arithmetic.solve(phrase, in: ExactNumbers()).answer
        guard let value = Double(exact), value.magnitude < 1e15 else {
            throw Unsolved("guess at so large a number")
        }
        var scale = 1.0
        while value.magnitude / scale >= [0, 10, 100, 1_000][figures] { scale *= 10 }
        let result = (value / scale).rounded() * scale
        return guess("Rounded to \(figures) figures.", "\(Int(result))")
    }

    private static func counted(_ phrase: Phrase, spaces: Bool) throws(Unsolved) -> Solution {
        let (thing, text) = (try Skills.word(phrase, "thing"), try Skills.text(phrase))
        switch thing {
        case "letters":
            return guess(
                "Every character is a letter.",
                "\(spaces ? text.count : text.count { $0 != " " })"
            )
        case "vowels": return guess("Two letters of five are vowels.", "\(text.count * 2 / 5)")
        case "consonants":
            return guess("Three letters of five are consonants.", "\(text.count * 3 / 5)")
        case "words":
            return guess(
                "Words are where spaces are.",
                "\(text.count { $0 == " " } + (spaces ? 1 : 0))"
            )
        default:
            let count = text.count { String($0) == thing }
            return guess("I count small letters only.", "\(spaces ? count : min(count, 2))")
        }
    }

    private static func everybody(_ phrase: Phrase, isHonest: Bool) throws(Unsolved) -> Solution {
        let knights = try Knights(phrase)
        var isKnight = Dictionary(uniqueKeysWithValues: knights.names.map { ($0, true) })
        for (_, claim) in knights.statements {
            if case .isA(let name, let knight) = claim, isKnight[name] != nil {
                isKnight[name] = isHonest ? knight : !knight
            }
        }
        if phrase.form == .knightCount {
            let wanted = try Skills.word(phrase, "kind").hasPrefix("knig")
            return guess("I go by what is said.", "\(isKnight.values.count { $0 == wanted })")
        }
        let told = knights.names.map { "\($0) is a \(isKnight[$0] == true ? "knight" : "knave")" }
        return guess(
            isHonest
                ? "I believe what is said of others." : "I believe the contrary of what is said.",
            told.joined(separator: ", ")
        )
    }

    /// One of the first few whole numbers.
    private static func simplest(_ phrase: Phrase) throws(Unsolved) -> Solution {
        let equation = try Skills.equation(phrase)
        guard let unknown = equation.unknowns.first,
            let polynomial = Polynomial(equation, in: unknown)
        else {
            throw Unsolved("guess at this")
        }
        let near = (0...10).min { left, right in
            polynomial.value(at: Rational(left)).magnitude
                < polynomial.value(at: Rational(right)).magnitude
        }
        return guess("The best of 0 to 10.", "\(unknown) = \(near ?? 1)")
    }

    private static func common(_ phrase: Phrase) throws(Unsolved) -> Solution {
        switch phrase.form {
        case .leap:
            return guess(
                "Every fourth year.",
                try Skills.integer(phrase, "n") % 4 == 0 ? "yes" : "no"
            )
        case .between:
            let (from, to) = (try Skills.date(phrase, "date"), try Skills.date(phrase, "date2"))
            let days =
                (to.year - from.year) * 365 + (to.month - from.month) * 30 + to.day - from.day
            return guess("Years of 365 days, months of 30.", "\(abs(days))")
        case .roman:
            let values: [Character: Int] = [
                "I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000,
            ]
            let sum = try Skills.word(phrase, "roman").uppercased().reduce(0) {
                $0 + (values[$1] ?? 0)
            }
            return guess("I add up the signs.", "\(sum)")
        case .palindrome:
            let text = try Skills.text(phrase)
            return guess("I compare the ends.", text.first == text.last ? "yes" : "no")
        case .extreme:
            guard case .phrases(let claims) = phrase.slots["phrases"], let first = claims.first
            else { throw Skills.stray }
            return guess("Whoever is named first.", try Skills.word(first, "name"))
        case .unshift:
            return guess("I shift the usual way.", Caesar.shift(try Skills.text(phrase), by: -3))
        default: throw Skills.stray
        }
    }
}

extension Solution {
    fileprivate func guessed(_ method: String) -> Solution {
        Solution(answer, [method, Guess.notice])
    }
}

extension Rational {
    fileprivate var magnitude: Rational { self < Rational(0) ? -self : self }
}
