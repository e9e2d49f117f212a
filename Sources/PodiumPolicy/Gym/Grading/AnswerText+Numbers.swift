/// Numbers in answers.
extension AnswerText {
    private static let neutral: Set<String> = [
        "the", "answer", "is", "it", "a", "equals", "result", "number", "so", "of", "are", "root",
        "roots", "solution", "solutions", "and", "or",
    ]

    /// The one number that the answer states; nil when it states none, several, or says anything
    /// else but the units.
    func number(units: [String]) -> Fraction? {
        let values = signedNumbers
        let allowed = Self.neutral.union(units.map { $0.lowercased() })
        let isPlain = tokens.allSatisfy { token in
            switch token {
            case .word(let word): allowed.contains(word) || word.count == 1
            case .number: true
            case .sign(let sign): "=:.,()-/*`\"'$+°".contains(sign) || units.contains(String(sign))
            }
        }
        return values.count == 1 && isPlain ? values[0] : nil
    }

    /// Numbers with their signs; a fraction is one number.
    var signedNumbers: [Fraction] {
        var found: [Fraction] = []
        var isNegative = false
        var index = 0
        while index < tokens.count {
            defer { index += 1 }
            switch tokens[index] {
            case .sign("-"):
                isNegative = true
                continue
            case .number(_, var value):
                if index + 2 < tokens.count, tokens[index + 1] == .sign("/"),
                    case .number(_, let bottom) = tokens[index + 2],
                    let quotient = Fraction.combine("/", value, bottom)
                {
                    value = quotient
                    index += 2
                }
                found.append(isNegative ? Fraction(-value.top, over: value.bottom) ?? value : value)
            default: break
            }
            isNegative = false
        }
        return found
    }

    /// The set of numbers in an answer that says nothing else: `x = 2 or x = -3`.
    var listedNumbers: Set<Fraction>? {
        let isPlain = words.allSatisfy {
            Self.neutral.contains($0) || $0.count == 1 || $0.count == 2 && $0.hasPrefix("x")
        }
        guard isPlain else { return nil }
        var numbers = Set(signedNumbers)
        if tokens.contains(.sign("±")) {
            numbers.formUnion(numbers.compactMap { Fraction(-$0.top, over: $0.bottom) })
        }
        return numbers
    }

    /// Whether each name is given its value, or the values are listed in the order of the names.
    func gives(_ values: [Grader.Named<Fraction>]) -> Bool {
        let found = signedNumbers
        guard found.count == values.count else { return false }
        let names = values.map { $0.name.lowercased() }
        let order = words.filter { names.contains($0) }
        if order.isEmpty { return found == values.map(\.value) }
        guard Set(order).count == names.count, order.count == names.count else { return false }
        return zip(order, found).allSatisfy { name, number in
            values.contains { $0.name.lowercased() == name && $0.value == number }
        }
    }

    /// `yes` or `no`, or what comes to the same; the first word decides.
    var judgement: Bool? {
        guard let first = words.first else { return nil }
        let others = Set(words.dropFirst())
        if ["yes", "true", "valid"].contains(first) {
            return others.isDisjoint(with: ["no", "false", "invalid"]) ? true : nil
        }
        if ["no", "false", "invalid"].contains(first) {
            return others.isDisjoint(with: ["yes", "true"]) ? false : nil
        }
        return nil
    }

    /// `2^3 × 5`, `2 * 2 * 2 * 5`, also after `40 =`.
    func isFactorisation(of number: Int) -> Bool {
        var rest = tokens[...]
        if let equals = rest.lastIndex(of: .sign("=")) { rest = rest[(equals + 1)...] }
        var product = 1
        var index = rest.startIndex
        while index < rest.endIndex {
            switch rest[index] {
            case .number(_, let base):
                guard let base = base.whole, base > 1, base <= number, Numbers.isPrime(base) else {
                    return false
                }
                var exponent = 1
                if index + 2 < rest.endIndex, rest[index + 1] == .sign("^"),
                    case .number(_, let power) = rest[index + 2]
                {
                    guard let power = power.whole, (1...60).contains(power) else { return false }
                    exponent = power
                    index += 2
                }
                for _ in 0..<exponent {
                    let (next, overflow) = product.multipliedReportingOverflow(by: base)
                    guard !overflow, next <= number else { return false }
                    product = next
                }
            case .sign(let sign) where "×*·,.".contains(sign): break
            case .word("and"), .word("x"), .word("times"): break
            default: return false
            }
            index += 1
        }
        return product == number
    }
}
