/// Composed families in which a number or a day must be found first.
extension ProblemFamily {
    public static let systemDate = ProblemFamily(
        "system, then date",
        isComposed: true
    ) { level, random in
        let system = LinearSystem.random(level: level, &random)
        let date = date(level, &random)
        let day = form(of: date, &random)
        let names = Phrasing.list(system.names)
        let equations = Phrasing.list(system.equations)
        let index = random.int(0...system.names.count - 1)
        let name = system.names[index]
        let isAfter = random.chance(70)
        let side = isAfter ? "after" : "before"
        let question = random.pick([
            "The numbers \(names) satisfy \(equations). What date is \(name) days \(side) \(day)?",
            "Solve the system \(equations). Which date is \(name) days \(side) \(day)?",
            "If \(equations), what is the date \(name) days \(side) \(day)?",
            "Find the date \(name) days \(side) \(day), where \(equations).",
        ])
        let result = date.adding(isAfter ? system.values[index] : -system.values[index])
        return Drawn(question, result.text, .date(result))
    }

    public static let weekdayLetters = ProblemFamily(
        "weekday, then letters",
        isComposed: true
    ) { level, random in
        let date = date(level, &random)
        let day = form(of: date, &random)
        let name = date.weekday
        switch random.int(1...3) {
        case 1:
            let question = random.pick([
                "How many letters has the weekday of \(day)?",
                "How many letters are in the name of the weekday on which \(day) falls?",
                "Find the day of the week of \(day) and count its letters.",
            ])
            return Drawn(question, name.count)
        case 2:
            let question = random.pick([
                "What is the weekday of \(day) spelled backwards?",
                "Find the weekday of \(day) and reverse its letters.",
                "On which day of the week did \(day) fall? Spell it backwards.",
            ])
            let reversed = String(name.reversed())
            return Drawn(question, reversed, .text(reversed))
        default:
            let question = random.pick([
                "Sort the letters of the weekday of \(day) alphabetically.",
                "Find the weekday of \(day) and sort its letters alphabetically.",
            ])
            let sorted = String(name.lowercased().sorted())
            return Drawn(question, sorted, .text(sorted))
        }
    }

    public static let arithmeticCountdown = ProblemFamily(
        "arithmetic, then countdown",
        isComposed: true
    ) { level, random in
        let puzzle = Countdown.random(level: level, &random)
        let factor = random.int(3...9 + 2 * level)
        let rest = puzzle.target % factor
        let (quotient, target) = (puzzle.target / factor, puzzle.target)
        let sum =
            random.chance()
            ? "\(factor) * \(quotient) + \(rest)"
            : "\(target * factor) / \(factor)"
        let list = Phrasing.list(puzzle.numbers)
        let question = random.pick([
            "Use the numbers \(list), each at most once, to make the result of \(sum).",
            "Using the numbers \(list) (each at most once), make the value of \(sum) with + - * /.",
            "Compute \(sum), then make that number from \(Phrasing.commas(puzzle.numbers)).",
            "The target is \(sum). Reach the target with the numbers \(list), each at most once.",
        ])
        return Drawn(
            question,
            "\(puzzle.expression) = \(target)",
            .countdown(puzzle.numbers, target: target)
        )
    }

    public static let knightsArithmetic = ProblemFamily(
        "knights, then arithmetic",
        isComposed: true
    ) { level, random in
        let puzzle = KnightsPuzzle.random(level: level, &random)
        let isKnights = random.chance(60)
        let what = isKnights ? "knights" : "knaves"
        let count = puzzle.truths.filter { $0 == isKnights }.count
        let factor = random.int(12...[30, 90, 300, 900, 5_000][level - 1])
        let rest = random.int(11...[30, 90, 300, 900, 5_000][level - 1])
        let intro = random.pick([
            "Knights always tell the truth and knaves always lie.",
            "On an island, knights tell the truth and knaves lie.",
        ])
        let (question, value) = random.pick([
            ("Multiply the number of \(what) by \(factor).", count * factor),
            ("What is the number of \(what) times \(factor), plus \(rest)?", count * factor + rest),
            ("What is \(factor) times the number of \(what)?", count * factor),
            ("Add \(rest) to the number of \(what).", count + rest),
        ])
        return Drawn("\(intro) \(puzzle.text) \(question)", value)
    }

    public static let dateNumberTheory = ProblemFamily(
        "date difference, then number theory",
        isComposed: true
    ) { level, random in
        let (first, last, days) = period(level, &random)
        let between = random.pick([
            "the number of days between \(first) and \(last)",
            "the number of days from \(first) to \(last)",
        ])
        switch random.int(1...3) {
        case 1:
            let modulus = random.int(6...[12, 20, 50, 90, 300][level - 1])
            let question = random.pick([
                "What is the remainder when \(between) is divided by \(modulus)?",
                "What is \(between) modulo \(modulus)?",
            ])
            return Drawn(question, days % modulus)
        case 2:
            let other = random.int(2...30) * (Numbers.factors(of: days).last ?? 1)
            let question = random.pick([
                "What is the greatest common divisor of \(other) and \(between)?",
                "Find the gcd of \(between) and \(other).",
            ])
            return Drawn(question, Numbers.gcd(days, other))
        default:
            let question = random.pick([
                "What are the prime factors of \(between)?",
                "Find the prime factorization of \(between).",
            ])
            return Drawn(question, Numbers.factored(days), .factors(days))
        }
    }
}
