/// Commands: `add 3 to 4`, `halve it`, `increase 50 by 10%`.
extension ExpressionParser {
    mutating func parseCommand() -> ArithmeticRequest? {
        let isUnary = readUnaryCommand()
        if let isUnary { return isUnary }
        guard let verb = accept(any: ArithmeticReader.imperatives) else { return nil }
        guard let expression = parseOperands(of: verb) else { return nil }
        return .value(expression, parseForm() ?? .exact)
    }

    private mutating func readUnaryCommand() -> ArithmeticRequest? {
        let start = position
        guard let verb = accept(any: ["double", "triple", "halve", "square", "cube"]),
            word(0) != "root", let operand = parseSum()
        else {
            position = start
            return nil
        }
        let number = { (value: Int) in Expression.number(Rational(value)) }
        let expression: Expression =
            switch verb {
            case "double": .binary(operand, .multiply, number(2))
            case "triple": .binary(operand, .multiply, number(3))
            case "halve": .binary(operand, .divide, number(2))
            case "square": .power(operand, number(2))
            default: .power(operand, number(3))
            }
        return .value(expression, parseForm() ?? .exact)
    }

    private mutating func parseOperands(of verb: String) -> Expression? {
        switch verb {
        case "add", "multiply":
            if verb == "multiply", accept("by"), let factor = parseSum() {
                return unstated.map { .binary($0, .multiply, factor) }
            }
            guard let items = parseList() else { return nil }
            _ = accept("together")
            return verb == "add" ? parseAddition(of: items) : parseProduct(of: items)
        case "subtract":
            guard let taken = parseSum() else { return nil }
            if accept("from"), let base = parseSum() {
                return Self.moved(base, .subtract, by: taken)
            }
            return unstated.map { Self.moved($0, .subtract, by: taken) }
        case "divide":
            if accept("by"), let divisor = parseSum() {
                return unstated.map { .binary($0, .divide, divisor) }
            }
            guard let base = parseSum(), accept("by"), let divisor = parseSum() else { return nil }
            return .binary(base, .divide, divisor)
        case "increase", "decrease", "reduce", "raise":
            guard let base = parseSum() else { return nil }
            guard accept("by"), let change = parseProduct() else {
                // "Raise 2 to the power of 5" has been read as a power already.
                if verb == "raise", case .power = base { return base }
                return nil
            }
            return Self.changed(base, by: change, rises: verb == "increase" || verb == "raise")
        default:
            return nil
        }
    }

    /// `Add 3 to 4`, where the second is what it starts from, `Add 3, 4 and 5`, `add 20%`
    private mutating func parseAddition(of items: [Expression]) -> Expression? {
        // A percentage beside a number may be a part of that number or of another.
        guard items.count == 1 || Set(items.map(\.isPercent)).count == 1 else { return nil }
        let sum = join(items, .add)
        if accept("to"), let other = parseSum() {
            guard items.count == 1 || !items[0].isPercent else { return nil }
            return Self.moved(other, .add, by: sum)
        }
        return items.count > 1 ? sum : unstated.map { Self.moved($0, .add, by: sum) }
    }

    private mutating func parseProduct(of items: [Expression]) -> Expression? {
        let product = join(items, .multiply)
        if accept("by") || accept("with"), let other = parseSum() {
            return .binary(product, .multiply, other)
        }
        return items.count > 1 ? product : unstated.map { .binary($0, .multiply, product) }
    }

    /// A percentage is a part of what it is added to or taken from, unless that is one itself.
    private static func moved(
        _ base: Expression,
        _ operation: Expression.Operation,
        by operand: Expression
    ) -> Expression {
        operand.isPercent && !base.isMadeOfPercents
            ? .changed(base, operation, by: operand) : .binary(base, operation, operand)
    }

    /// The operand that a second command leaves out: "… and multiply by 7".
    private var unstated: Expression? {
        guard let text = references.text(ordinal: nil) else { return nil }
        let scout = ExpressionParser(
            tokens: Tokens("it").all,
            references: References(answers: [text])
        )
        var parser = scout
        return parser.parseReference()
    }

    private func join(_ items: [Expression], _ operation: Expression.Operation) -> Expression {
        guard items.count > 1 else { return items[0] }
        return .chain(
            items[0],
            items.dropFirst().map { Expression.Link(operation: operation, operand: $0) }
        )
    }
}
