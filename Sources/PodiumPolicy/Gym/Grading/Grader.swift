/// Tells whether an answer is right.
enum Grader: Hashable, Sendable, Codable {
    /// One number, alone or with one of the units.
    case number(Fraction, units: [String])
    /// Several numbers in any order: the roots of an equation.
    case numbers([Fraction])
    /// A number for each name.
    case values([Named<Fraction>])
    case text(String)
    case yesNo(Bool)
    /// A number as a product of primes.
    case factors(Int)
    case date(CivilDate)
    /// A length of time in minutes.
    case duration(Int)
    /// A time of day in minutes from midnight.
    case clock(Int)
    /// An expression of some of the numbers, each at most once, that gives the target.
    case countdown([Int], target: Int)
    /// Some of the numbers that add up to the target.
    case subset([Int], target: Int)
    /// A grid of four rows; 0 is an empty cell.
    case sudoku([[Int]])
    /// One of the colours for each place, different for neighbours.
    case colouring(places: [String], edges: [[String]], colours: [String])
    /// A word for each name: `knight` or `knave`.
    case roles([Named<String>])
    /// Names in this order.
    case order([String])

    struct Named<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
        var name: String
        var value: Value
    }

    /// Longer answers are wrong: no problem of the gym needs them.
    private static let byteLimit = 2_000

    func accepts(_ answer: String) -> Bool {
        guard answer.utf8.count <= Self.byteLimit else { return false }
        let text = AnswerText(answer)
        // "I cannot say whether x = 4" is no answer, whatever it mentions.
        guard !text.words.contains("cannot"), text.words.first != "not" else { return false }
        switch self {
        case .number(let number, let units): return text.number(units: units) == number
        case .numbers(let numbers): return text.listedNumbers == Set(numbers)
        case .values(let values): return text.gives(values)
        case .text(let expected): return AnswerText.folded(answer) == AnswerText.folded(expected)
        case .yesNo(let yes): return text.judgement == yes
        case .factors(let number): return text.isFactorisation(of: number)
        case .date(let date): return text.date == date
        case .duration(let minutes): return text.duration == minutes
        case .clock(let minutes): return text.clock == minutes
        case .countdown(let numbers, let target):
            return ExpressionText.reaches(target, from: numbers, by: answer)
        case .subset(let numbers, let target): return text.isSubset(of: numbers, target: target)
        case .sudoku(let rows): return text.completes(rows)
        case .colouring(let places, let edges, let colours):
            guard let found = text.assignments(of: places, to: colours) else { return false }
            return edges.allSatisfy { found[$0[0].lowercased()] != found[$0[1].lowercased()] }
        case .roles(let roles):
            let forms = ["knight", "knave", "knights", "knaves"]
            guard let found = text.assignments(of: roles.map(\.name), to: forms) else {
                return false
            }
            return roles.allSatisfy {
                found[$0.name.lowercased()]?.hasPrefix($0.value.lowercased()) == true
            }
        case .order(let names): return text.order(of: names) == names
        }
    }

    /// Whether an answer is found by working it out, and not chosen among what the question names.
    var isFree: Bool {
        switch self {
        case .yesNo, .roles, .colouring, .order, .subset, .sudoku: false
        case .text(let text): !text.isEmpty
        default: true
        }
    }
}
