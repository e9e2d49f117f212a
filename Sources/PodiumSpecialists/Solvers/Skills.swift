internal import BigInt
import PodiumCore
import PodiumPhrasebook

/// From the slots of a phrase to the solver of its form. All slots must hold values.
///
/// - Throws: `Unsolved` where there is no result, or the form belongs to another skill.
enum Skills {
    /// What a text is decoded by, and how far searches and cases go: the limits of a worker.
    struct Limits: Sendable {
        var caesar = CaesarHeuristic.thorough
        var rules = SequenceRule.allCases
        var cases = 4_096
    }

    static let stray = Unsolved("do this: it is not my kind of task")

    // MARK: Arithmetic and algebra

    static func exactArithmetic(_ phrase: Phrase) throws(Unsolved) -> Solution {
        switch phrase.form {
        case .prime, .factors, .divisors, .nextPrime:
            return try NumberTheory.solve(phrase.form, try number(phrase, "n"))
        case .toBase:
            return try NumberTheory.inBase(try number(phrase, "n"), try integer(phrase, "base"))
        case .fromBase:
            return try NumberTheory.fromBase(
                try word(phrase, "digits"),
                try integer(phrase, "base")
            )
        case .convert:
            return try NumberTheory.convert(
                try number(phrase, "n"),
                try word(phrase, "unit"),
                try word(phrase, "unit2")
            )
        default: return try Arithmetic.solve(phrase, in: ExactNumbers())
        }
    }

    static func exactAlgebra(_ phrase: Phrase, _ limits: Limits) throws(Unsolved) -> Solution {
        switch phrase.form {
        case .sequence: return try continued(try numbers(phrase, "terms"), limits.rules)
        case .equation: return try EquationSolver.solve(try equation(phrase))
        case .system: return try EquationSolver.solve(try equations(phrase, "eqs"))
        case .unknown:
            return try EquationSolver.value(
                of: try word(phrase, "variable"),
                in: try equations(phrase, "eqs")
            )
        default: throw stray
        }
    }

    /// The next term by the first rule that fits.
    static func continued(_ terms: [Rational], _ rules: [SequenceRule]) throws(Unsolved) -> Solution
    {
        guard let found = SequenceRule.fits(terms, allowed: rules).first else {
            throw Unsolved("find a rule that all \(terms.count) terms follow")
        }
        return Solution(found.next.told, ["I see: \(found.rule.rawValue)."])
    }

    // MARK: Language

    static func language(_ phrase: Phrase, _ limits: Limits) throws(Unsolved) -> Solution {
        switch phrase.form {
        case .caesar: return try Caesar.solve(try text(phrase), by: limits.caesar)
        case .shift: return try Caesar.solve(try text(phrase), by: try integer(phrase, "n"))
        case .unshift:
            return try Caesar.solve(try text(phrase), by: -(try integer(phrase, "n") % 26))
        case .morse: return try Morse.decode(try text(phrase))
        case .toMorse: return try Morse.encode(try text(phrase))
        case .count: return try count(try word(phrase, "thing"), in: try text(phrase))
        case .reverse: return try LetterTask.reverseLetters.solve(try text(phrase))
        case .reverseWords: return try LetterTask.reverseWords.solve(try text(phrase))
        case .sortLetters: return try LetterTask.sortLetters.solve(try text(phrase))
        case .sortWords: return try LetterTask.sortWords.solve(try text(phrase))
        case .longest: return try LetterTask.longestWord.solve(try text(phrase))
        case .palindrome: return try LetterTask.isPalindrome.solve(try text(phrase))
        case .anagrams:
            return try LetterTask.isAnagram(of: try text(phrase, "text2")).solve(try text(phrase))
        case .roman: return try roman([try word(phrase, "roman")])
        case .romans: return try roman(try words(phrase, "romans"))
        case .toRoman:
            let number = try integer(phrase, "n")
            guard let text = Roman.text(of: number) else {
                throw Unsolved("write \(number) as a Roman numeral")
            }
            let parts = Roman.parts(of: number) ?? []
            return Solution(
                text,
                [parts.map { "\($0.value) is \($0.sign)" }.joined(separator: ", ")]
            )
        case .toWords:
            let number = try number(phrase, "n")
            guard number.isInteger, let text = NumberWords.text(of: number.numerator) else {
                throw Unsolved("write \(number.told) in words")
            }
            return Solution(text, [])
        default: throw stray
        }
    }

    private static func count(_ thing: String, in text: String) throws(Unsolved) -> Solution {
        let task: LetterTask =
            switch thing {
            case "letters": .countLetters
            case "vowels": .countVowels
            case "consonants": .countConsonants
            case "words": .countWords
            default: .count(thing.first ?? "e")
            }
        return try task.solve(text)
    }

    private static func roman(_ numerals: [String]) throws(Unsolved) -> Solution {
        var (working, values): ([String], [String]) = ([], [])
        for numeral in numerals {
            guard let value = Roman.value(of: numeral) else {
                throw Unsolved("read \(numeral.prefix(20)) as a numeral")
            }
            let parts = Roman.parts(of: value) ?? []
            working.append(
                "\(numeral) = " + parts.map { "\($0.value)" }.joined(separator: " + ")
                    + " = \(value)"
            )
            values.append("\(value)")
        }
        return Solution(values.joined(separator: ", "), working)
    }

    // MARK: Calendar

    static func calendar(_ phrase: Phrase, in calendar: some DayCount) throws(Unsolved) -> Solution
    {
        switch phrase.form {
        case .weekday: return try calendar.weekday(of: try date(phrase, "date"))
        case .between:
            return try calendar.days(from: try date(phrase, "date"), to: try date(phrase, "date2"))
        case .after, .before:
            let sign = phrase.form == .after ? 1 : -1
            return try calendar.date(
                sign * (try integer(phrase, "n")),
                try word(phrase, "period"),
                from: try date(phrase, "date")
            )
        case .leap:
            let year = try integer(phrase, "n")
            return Solution(calendar.isLeap(year) ? "yes" : "no", [calendar.leapRule])
        case .elapsed:
            let (from, to) = (try minutes(phrase, "time"), try minutes(phrase, "time2"))
            let length = to >= from ? to - from : to - from + 1_440
            let night = to >= from ? [] : ["\(Clock.told(to)) is on the next day."]
            return Solution(Duration.told(minutes: length), night)
        case .later:
            let (start, span) = (try minutes(phrase, "time"), try minutes(phrase, "span"))
            return Solution(
                Clock.told(start + span % 1_440),
                ["\(Clock.told(start)) and \(span) minutes"]
            )
        default: throw stray
        }
    }

    // MARK: Search and logic

    static func search(_ phrase: Phrase, _ effort: inout Effort) throws(Unsolved) -> Solution {
        switch phrase.form {
        case .countdown: try countdown(phrase).solve(&effort)
        case .subset: try subset(phrase).solve(&effort)
        case .sudoku: try sudoku(phrase).solve(&effort)
        case .colouring: try colouring(phrase).solve(&effort)
        default: throw stray
        }
    }

    static func countdown(_ phrase: Phrase) throws(Unsolved) -> Countdown {
        Countdown(numbers: try integers(phrase, "list"), target: try integer(phrase, "n"))
    }

    static func subset(_ phrase: Phrase) throws(Unsolved) -> SubsetSum {
        SubsetSum(numbers: try integers(phrase, "list"), target: try integer(phrase, "n"))
    }

    static func sudoku(_ phrase: Phrase) throws(Unsolved) -> Sudoku {
        guard case .grid(let rows) = phrase.slots["grid"] else { throw stray }
        return Sudoku(rows: rows)
    }

    static func colouring(_ phrase: Phrase) throws(Unsolved) -> Colouring {
        guard case .pairs(let pairs) = phrase.slots["edges"] else { throw stray }
        var places: [String] = []
        for place in pairs.joined() where !places.contains(place) { places.append(place) }
        return Colouring(
            places: places,
            edges: pairs.map { ($0[0], $0[1]) },
            colours: try words(phrase, "colours")
        )
    }

    static func logic(_ phrase: Phrase, _ limits: Limits) throws(Unsolved) -> Solution {
        switch phrase.form {
        case .knights: return try Knights(phrase).solveByCases(limit: limits.cases)
        case .knightCount:
            return try counted(phrase, try Knights(phrase).solveByCases(limit: limits.cases))
        case .order, .extreme: return try ordering(phrase)
        case .syllogism: return try Syllogism(phrase).solve()
        default: throw stray
        }
    }

    static func deduction(_ phrase: Phrase) throws(Unsolved) -> Solution {
        switch phrase.form {
        case .knights: return try Knights(phrase).solveByDeduction()
        case .knightCount: return try counted(phrase, try Knights(phrase).solveByDeduction())
        case .order, .extreme: return try ordering(phrase)
        default: throw stray
        }
    }

    private static func counted(_ phrase: Phrase, _ solution: Solution) throws(Unsolved) -> Solution
    {
        let kind = try word(phrase, "kind").hasPrefix("knig") ? "knight" : "knave"
        let count = solution.answer.ranges(of: "is a \(kind)").count
        return Solution("\(count)", solution.working + [solution.answer])
    }

    private static func ordering(_ phrase: Phrase) throws(Unsolved) -> Solution {
        guard case .phrases(let claims) = phrase.slots["phrases"],
            let wanted = Comparison(try word(phrase, "most"))
        else { throw stray }
        var (names, relations): ([String], [(greater: String, lesser: String)]) = ([], [])
        for claim in claims {
            guard claim.form == .isMore, let said = Comparison(try word(claim, "more")) else {
                throw stray
            }
            let (one, other) = (try word(claim, "name"), try word(claim, "name2"))
            for name in [one, other] where !names.contains(name) { names.append(name) }
            if said == wanted {
                relations.append((one, other))
            } else if said == wanted.opposite {
                relations.append((other, one))
            } else {
                throw Unsolved("compare who is \(said.more) with who is \(wanted.most)")
            }
        }
        let ordering = Ordering(names: names, relations: relations)
        return try ordering.solve(phrase.form == .order ? .order : .greatest)
    }
}
