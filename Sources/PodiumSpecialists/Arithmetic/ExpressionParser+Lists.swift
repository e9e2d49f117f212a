/// Lists, and what aggregates are of.
extension ExpressionParser {
    /// `3, 4 and 5`, `(3, 4, 5)`, `the numbers found above`
    mutating func parseList() -> [Expression]? {
        if let all = parsePluralReference() { return all }
        skipListNoun()
        return parseBracketedList() ?? parseItems()
    }

    /// What an aggregate is of. An operator after the last item belongs to the aggregate's value,
    /// so that no item without brackets is a sum. Nil where an item and the value could both be
    /// meant.
    mutating func parseArguments(of function: Expression.Function?) -> [Expression]? {
        if let all = parsePluralReference() { return isCount(all.count, of: function) ? all : nil }
        skipListNoun()
        if let items = parseBracketedList() {
            return isCount(items.count, of: function) ? items : nil
        }
        let start = position
        guard let items = parseItems({ $0.parseItem() }) else { return nil }
        guard items.count > 1 else { return parseOnlyArgument(of: function, from: start) }
        let isMixed = function != .product && Set(items.map(\.isPercent)).count > 1
        guard isCount(items.count, of: function), !isMixed, !lastItemIsOpen,
            !endsInLonePower
        else { return nil }
        return items
    }

    private func isCount(_ count: Int, of function: Expression.Function?) -> Bool {
        function == .absoluteDifference || function == nil ? count == 2 : true
    }

    /// `the sum of 3 + 4`: a sum or product that is written out already.
    private mutating func parseOnlyArgument(
        of function: Expression.Function?,
        from start: Int
    ) -> [Expression]? {
        let needed: Set<Expression.Operation> =
            function == .sum ? [.add, .subtract, .multiply, .divide] : [.multiply]
        position = start
        guard function == .sum || function == .product, let only = parseSum(),
            !tokens[start..<position].contains(where: { $0.isSymbol(",") || $0.isWord(["and"]) })
        else { return nil }
        if case .chain(_, let links) = only, !links.allSatisfy({ needed.contains($0.operation) }) {
            return nil
        }
        return [only]
    }

    /// An item of a list: a factor, a part such as `half of 10`, or a fraction such as `3/4`.
    private mutating func parseItem() -> Expression? {
        let isOperator = current?.isWord(["minus"]) == true
        let followsComma = position > 0 && tokens[position - 1].isSymbol(",;")
        guard !isOperator || !followsComma, let first = parseSigned() else { return nil }
        var links: [Expression.Link] = []
        while current?.isWord(["of"]) == true || isTight(at: position) {
            let start = position
            guard let operation = readMultiplicative(after: links.last?.operand ?? first),
                let operand = parseSigned()
            else {
                position = start
                break
            }
            links.append(Expression.Link(operation: operation, operand: operand))
        }
        return links.isEmpty ? first : .chain(first, links)
    }

    /// A sign of multiplication or division without space on either side: `3/4`.
    private func isTight(at index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        return tokens[index].isSymbol("*/×÷") && !tokens[index].followsSpace
            && !tokens[index + 1].followsSpace
    }

    /// Whether what follows could as well belong to the last item: "3, 4 and 5 times 2".
    var lastItemIsOpen: Bool {
        guard let token = current else { return false }
        if token.isSymbol("*/×÷∕·∙⋅%") || token.isWord(["times", "x", "mod", "modulo"]) {
            return true
        }
        if token.isSymbol("+-−–"), !token.followsSpace { return true }
        if token.isWord(["multiplied"]) { return true }
        return token.isWord(["more", "less", "greater", "fewer", "larger", "smaller"])
            && word(1) == "than"
    }

    /// "3 and 4 squared" may be the square of the last or of the whole.
    private var endsInLonePower: Bool {
        guard position > 0,
            tokens[position - 1].isWord(["squared", "cubed", "factorial", "percent"])
        else { return false }
        let first = tokens[..<(position - 1)]
        return !first.suffix(24).contains { $0.key == tokens[position - 1].key }
    }

    private mutating func skipListNoun() {
        let start = position
        skip(["the", "following"])
        if accept(any: ["numbers", "integers"]) == nil { position = start }
        if current?.isSymbol(":") == true { position += 1 }
    }

    private mutating func parseBracketedList() -> [Expression]? {
        let start = position
        guard current?.isSymbol("(") == true else { return nil }
        position += 1
        if let items = parseItems(), items.count > 1, current?.isSymbol(")") == true {
            position += 1
            return items
        }
        position = start
        return nil
    }

    private mutating func parseItems(
        _ parseItem: (inout ExpressionParser) -> Expression? = { $0.parseSum() }
    ) -> [Expression]? {
        guard let first = parseItem(&self) else { return nil }
        var items = [first]
        while items.count < 400 {
            let start = position
            let hasComma = current?.isSymbol(",;") == true
            if hasComma { position += 1 }
            let hasWord = accept(any: ["and", "with"]) != nil
            guard hasComma || hasWord, let item = parseItem(&self) else {
                position = start
                break
            }
            items.append(item)
        }
        return items
    }
}
