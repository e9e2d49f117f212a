/// One thing that is asked of numbers.
enum ArithmeticRequest: Hashable, Sendable {
    case value(Expression, Form)
    case isPrime(Expression)
    case factors(Expression)
    case divisors(Expression)
    case divisorCount(Expression)
    case isDivisible(Expression, by: Expression)
    case larger(Expression, Expression)
    case holds(Expression, Relation, Expression)
    /// Between two numbers it is not said whether these count themselves.
    case primeCount(from: Expression, to: Expression, isBetween: Bool = false)
    case nthPrime(Expression)
    case nextPrime(Expression)
    case percentage(part: Expression, whole: Expression)
    case base(digits: String, from: Int, to: Int)
    case units(Expression, from: Unit, to: Unit)

    enum Relation: String, Hashable, Sendable {
        case greater = ">"
        case less = "<"
        case equal = "="
    }

    /// Whether it is a number as it stands, with nothing done to it.
    var isBareValue: Bool {
        if case .value(.number, .exact) = self { true } else { false }
    }

    /// Whether it is about the divisors or primes of a number, and no number to reckon with.
    var isAboutFactors: Bool {
        switch self {
        case .factors, .divisors, .nthPrime, .nextPrime: true
        default: false
        }
    }

    /// Whether it is answered with yes or no.
    var isYesOrNo: Bool {
        switch self {
        case .isPrime, .isDivisible, .holds: true
        default: false
        }
    }

    /// Whether the answer is written in another base than ten.
    var isInAnotherBase: Bool {
        switch self {
        case .base(_, _, let base), .value(_, .base(let base)): base != 10
        default: false
        }
    }

    /// How the value is to be written.
    enum Form: Hashable, Sendable {
        case exact
        /// A fraction even where the question is in decimals.
        case fraction
        case decimal
        case rounded(Int)
        case percentage
        case base(Int)
    }
}

/// The words of an instruction that ask for arithmetic or are mere politeness, but change nothing.
enum ArithmeticFiller {
    static let words: Set<String> = [
        "what", "what's", "whats", "is", "are", "the", "a", "an", "value", "of", "compute",
        "calculate", "evaluate", "find", "please", "how", "much", "many", "result", "results",
        "equal", "equals", "to", "work", "out", "solve", "simplify", "give", "me", "us", "tell",
        "exactly", "exact", "can", "could", "you", "would", "then", "now", "so", "and", "also",
        "first", "finally", "next", "answer", "question", "only", "just", "this", "that",
        "expression", "calculation", "sum", "integer", "number", "your", "show",
        "working", "steps", "step", "by", "do", "does", "it", "hello", "hi", "hey", "thanks",
        "thank", "carefully", "following", "arithmetic", "problem", "determine", "state", "plain",
        "final", "i", "need", "want", "know", "let's", "let", "be", "get", "make", "take", "use",
        "using", "with", "for", "figure", "quickly", "precisely", "all", "there", "numbers",
        "report", "return", "output", "here", "my", "computation", "say", "says", "if",
    ]
    static let symbols = ".,:;?!=\"'…"

    static func isFiller(_ token: Token) -> Bool {
        token.isWord(words) || token.isSymbol(symbols)
    }
}
