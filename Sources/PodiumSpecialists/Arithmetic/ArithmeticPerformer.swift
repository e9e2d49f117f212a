internal import BigInt

/// Does what an arithmetic request asks and tells the steps.
enum ArithmeticPerformer {
    static func perform(_ request: ArithmeticRequest, prefersDecimal: Bool) -> Attempt {
        var evaluator = Evaluator()
        do throws(ArithmeticFault) {
            let told = try answer(request, &evaluator, prefersDecimal)
            return .solved(Solution(working: told.working, answer: told.answer))
        } catch {
            return .impossible("I cannot compute this: \(error.reason).")
        }
    }

    private static func answer(
        _ request: ArithmeticRequest,
        _ evaluator: inout Evaluator,
        _ prefersDecimal: Bool
    ) throws(ArithmeticFault) -> Solution {
        switch request {
        case .value(let expression, let form):
            return try value(expression, form, &evaluator, prefersDecimal)
        case .isPrime(let expression):
            return try primality(try integer(expression, &evaluator), evaluator.told)
        case .factors(let expression):
            let number = try natural(expression, &evaluator)
            let factors = NumberTheory.factors(of: number)
            let text = factors.isEmpty ? "\(number)" : NumberTheory.text(of: factors)
            return Solution(
                working: evaluator.told + ["Dividing by the primes in turn: \(number) = \(text)"],
                answer: text
            )
        case .divisors(let expression):
            let divisors = NumberTheory.divisors(of: try natural(expression, &evaluator))
            let text = divisors.map(String.init).joined(separator: ", ")
            return Solution(
                working: evaluator.told + ["It has \(divisors.count) divisors."],
                answer: text
            )
        case .divisorCount(let expression):
            let number = try natural(expression, &evaluator)
            let factors = NumberTheory.factors(of: number)
            let counts = factors.map { "(\($0.exponent) + 1)" }.joined(separator: " × ")
            let count = NumberTheory.divisors(of: number).count
            let line = "\(number) = \(NumberTheory.text(of: factors)), so it has \(counts) divisors"
            return Solution(
                working: evaluator.told + (factors.isEmpty ? [] : [line]),
                answer: "\(count)"
            )
        case .isDivisible(let expression, let divisor):
            return try divisibility(
                try integer(expression, &evaluator),
                try integer(divisor, &evaluator),
                evaluator.told
            )
        case .larger(let left, let right):
            let (first, second) = (try evaluator.value(of: left), try evaluator.value(of: right))
            if first == second {
                return Solution(working: evaluator.told, answer: "they are equal")
            }
            let line = "\(first) \(first > second ? ">" : "<") \(second)"
            return Solution(
                working: evaluator.told + [line],
                answer: text(max(first, second), prefersDecimal)
            )
        case .holds(let left, let relation, let right):
            let (first, second) = (try evaluator.value(of: left), try evaluator.value(of: right))
            let sign: ArithmeticRequest.Relation =
                first > second ? .greater : first == second ? .equal : .less
            return Solution(
                working: evaluator.told + ["\(first) \(sign.rawValue) \(second)"],
                answer: sign == relation ? "yes" : "no"
            )
        case .primeCount(let low, let high, let isBetween):
            let (first, second) = (
                try integer(low, &evaluator), try integer(high, &evaluator)
            )
            let isOpen = [first, second].contains { NumberTheory.isPrime($0) != false }
            guard !isBetween || !isOpen else {
                throw .ambiguous("whether \(first) and \(second) count themselves")
            }
            return try primeCount(first, second, evaluator.told)
        case .nthPrime(let expression):
            return try nthPrime(try natural(expression, &evaluator))
        case .nextPrime(let expression):
            return try nextPrime(after: try natural(expression, &evaluator))
        case .percentage(let part, let whole):
            let (first, second) = (try evaluator.value(of: part), try evaluator.value(of: whole))
            guard let ratio = first.divided(by: second) else { throw .divisionByZero }
            let result = text(ratio * Rational(100), true)
            return Solution(
                working: evaluator.told + ["\(first) ÷ \(second) × 100 = \(result)"],
                answer: "\(result)%"
            )
        case .base(let digits, let from, let to):
            guard let number = BigInt(digits: digits, radix: from) else {
                throw .needsNatural("a number in base \(from)")
            }
            return Solution(
                working: ["\(digits) in base \(from) is \(number) in decimal"]
                    + divisionSteps(number, base: to),
                answer: String(number, radix: to)
            )
        case .units(let expression, let from, let to):
            return try units(try evaluator.value(of: expression), from, to, evaluator.told)
        }
    }

    // MARK: Values

    private static func value(
        _ expression: Expression,
        _ form: ArithmeticRequest.Form,
        _ evaluator: inout Evaluator,
        _ prefersDecimal: Bool
    ) throws(ArithmeticFault) -> Solution {
        let value = try evaluator.value(of: expression)
        var working = expression.isLiteral ? [] : ["To compute: \(expression)"]
        working += expression.remarks + evaluator.told
        switch form {
        case .exact, .decimal, .fraction:
            let isDecimal = form != .fraction && prefersDecimal || form == .decimal
            if !value.isInteger, value.decimal() == nil {
                working.append("\(value) is about \(value.rounded(places: 6))")
            }
            return Solution(working: working, answer: text(value, isDecimal))
        case .rounded(let places):
            let rounded = value.rounded(places: places)
            working.append("\(value) rounded to \(places) places is \(rounded)")
            return Solution(working: working, answer: rounded)
        case .percentage:
            return Solution(working: working, answer: text(value * Rational(100), true) + "%")
        case .base(let base):
            guard value.isInteger else { throw .needsInteger("another base") }
            working += divisionSteps(value.numerator, base: base)
            return Solution(working: working, answer: String(value.numerator, radix: base))
        }
    }

    /// A fraction as such, or as a decimal where the question is in decimals and it ends.
    private static func text(_ value: Rational, _ isDecimal: Bool) -> String {
        isDecimal ? value.decimal() ?? value.description : value.description
    }

    private static func divisionSteps(_ number: BigInt, base: Int) -> [String] {
        var rest = number.magnitude
        var steps: [String] = []
        while !rest.isZero, steps.count < 40, base != 10 {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: BigUInt(base))
            steps.append("\(rest) = \(quotient) × \(base) + \(remainder)")
            rest = quotient
        }
        return steps
    }

    private static func units(
        _ value: Rational,
        _ from: Unit,
        _ to: Unit,
        _ told: [String]
    ) throws(ArithmeticFault) -> Solution {
        guard let result = to.fromBase(from.toBase(value)) else { throw .divisionByZero }
        _ = try Evaluator().bounded(result)
        let exact = result.decimal()
        let text = exact ?? result.rounded(places: 6)
        var working = told
        if from.offset.isZero, to.offset.isZero, let ratio = from.factor.divided(by: to.factor) {
            let factor = ratio.decimal() ?? ratio.description
            working.append("1 \(from.name) is \(factor) \(to.name)")
        }
        let source = value.decimal() ?? value.description
        working.append("\(source) \(from.name) = \(text) \(to.name)")
        if exact == nil { working.append("(rounded to 6 places)") }
        return Solution(working: working, answer: "\(text) \(to.name)")
    }

    // MARK: Primes

    private static func primality(
        _ number: BigInt,
        _ told: [String]
    ) throws(ArithmeticFault) -> Solution {
        guard let isPrime = NumberTheory.isPrime(number) else { throw .tooLarge }
        var line = "\(number) \(isPrime ? "has no divisor but 1 and itself" : "is not prime")"
        if !isPrime, let small = UInt64(exactly: number), small <= NumberTheory.factorLimit,
            small > 1
        {
            line = "\(number) = \(NumberTheory.text(of: NumberTheory.factors(of: small)))"
        }
        return Solution(working: told + [line], answer: isPrime ? "yes" : "no")
    }

    private static func divisibility(
        _ number: BigInt,
        _ divisor: BigInt,
        _ told: [String]
    ) throws(ArithmeticFault) -> Solution {
        guard !divisor.isZero else { throw .divisionByZero }
        let rest = number.modulus(divisor)
        return Solution(
            working: told + ["\(number) mod \(divisor) = \(rest)"],
            answer: rest.isZero ? "yes" : "no"
        )
    }

    private static func primeCount(
        _ low: BigInt,
        _ high: BigInt,
        _ told: [String]
    ) throws(ArithmeticFault) -> Solution {
        guard let limit = Int(exactly: max(high, 0)), limit <= NumberTheory.sieveLimit else {
            throw .tooLarge
        }
        let primes = NumberTheory.primes(upTo: limit).filter { BigInt($0) >= low }
        let shown = primes.prefix(12).map(String.init).joined(separator: ", ")
        let line = primes.count > 12 ? "\(shown), …" : shown
        return Solution(
            working: told + ["By the sieve up to \(limit): \(line)"],
            answer: "\(primes.count)"
        )
    }

    private static func nthPrime(_ count: UInt64) throws(ArithmeticFault) -> Solution {
        let primes = NumberTheory.primes(upTo: NumberTheory.sieveLimit)
        guard count >= 1, count <= UInt64(primes.count) else { throw .tooLarge }
        return Solution(
            working: ["Counting the primes of a sieve up to number \(count)"],
            answer: "\(primes[Int(count) - 1])"
        )
    }

    private static func nextPrime(after number: UInt64) throws(ArithmeticFault) -> Solution {
        var candidate = number + 1
        // Below the limit of factorising, gaps between primes are shorter than 600.
        for _ in 0..<600 {
            if NumberTheory.isPrime(BigInt(candidate)) == true {
                return Solution(
                    working: ["\(number + 1) to \(candidate), tried in turn"],
                    answer: "\(candidate)"
                )
            }
            candidate += 1
        }
        throw .tooLarge
    }

    // MARK: Operands

    private static func integer(
        _ expression: Expression,
        _ evaluator: inout Evaluator
    ) throws(ArithmeticFault) -> BigInt {
        let value = try evaluator.value(of: expression)
        guard value.isInteger else { throw .needsInteger("this question") }
        return value.numerator
    }

    private static func natural(
        _ expression: Expression,
        _ evaluator: inout Evaluator
    ) throws(ArithmeticFault) -> UInt64 {
        let number = try integer(expression, &evaluator)
        guard number > 0 else { throw .needsNatural("this question") }
        guard let small = UInt64(exactly: number), small <= NumberTheory.factorLimit else {
            throw .tooLarge
        }
        return small
    }
}
