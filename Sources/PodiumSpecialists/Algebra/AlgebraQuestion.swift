/// What is asked about equations.
struct AlgebraQuestion: Sendable {
    enum Goal: Hashable, Sendable {
        /// Every unknown that there is.
        case everything
        /// The values of these, in this order.
        case values([AlgebraicFraction])
        case rootSum
        case rootProduct
        case rootCount
    }

    enum Selection: String, Hashable, Sendable {
        case largest = "largest"
        case smallest = "smallest"
        case positive = "positive"
        case negative = "negative"
    }

    var equations: [Equation]
    var goal: Goal
    var selection: Selection?
    /// A single value is told with its name: "Solve …" asks for `x = 5`, "What is x?" for `5`.
    var namesUnknown: Bool
    var isDecimal: Bool
    /// Only real roots count; without the word it is not clear whether others do.
    var isReal = false

    /// Nil unless every word of the text is understood.
    init?(_ text: AlgebraText) {
        var reader = QuestionReader(text)
        guard let question = reader.read() else { return nil }
        self = question
    }

    /// What solves one equation.
    init(_ equation: Equation) { self.init([equation], .everything, isDecimal: false) }

    fileprivate init(_ equations: [Equation], _ goal: Goal, isDecimal: Bool) {
        self.equations = equations
        self.goal = goal
        namesUnknown = false
        self.isDecimal = isDecimal
    }
}

private struct QuestionReader {
    let text: AlgebraText
    let items: [AlgebraText.Item]
    private var words: Set<String> = []
    private var goals: [(index: Int, value: AlgebraicFraction)] = []
    private var points: [Rational] = []

    init(_ text: AlgebraText) {
        self.text = text
        items = text.items
    }

    mutating func read() -> AlgebraQuestion? {
        guard readItems(), !asksYesOrNo, !hasAlternatives, !asksMore, !hasOtherSense else {
            return nil
        }
        var equations = text.equations
        let asksRoots = !words.isDisjoint(with: AlgebraWords.roots)
        if equations.isEmpty {
            guard let assumed = assumedEquation(asksRoots) else { return nil }
            equations = [assumed]
        }
        guard var question = goalOf(equations, asksRoots) else { return nil }
        question.selection = selection
        if selectionCount > 1 { return nil }
        question.namesUnknown =
            !words.isDisjoint(with: ["solve", "solved", "solution", "solutions", "roots", "zeros"])
            || words.isDisjoint(with: AlgebraWords.asking)
        return question
    }

    // MARK: Items

    private mutating func readItems() -> Bool {
        for (index, item) in items.enumerated() {
            switch item {
            case .equation: continue
            case .expression(let value):
                guard standsApart(index), !isCondition(index, value) else { return false }
                goals.append((index, value))
            case .number(let number):
                // "the two equations" counts and "at 5" gives a point.
                let next = index + 1 < items.count ? items[index + 1].word : nil
                if let next, AlgebraWords.counted.contains(next) { continue }
                guard index > 0, let word = items[index - 1].word,
                    ["at", "point"].contains(word)
                else { return false }
                points.append(number)
            case .word(let key):
                guard AlgebraWords.all.contains(key) else { return false }
                words.insert(key)
                // "The number of roots" asks how many.
                if key == "number", index + 1 < items.count, items[index + 1].word == "of" {
                    words.insert("many")
                }
            case .symbol(let symbol):
                let isAsking =
                    symbol == "=" && (index + 1 == items.count || items[index + 1] == .symbol("?"))
                guard isAsking || ".,;:?!'’…_".contains(symbol) else { return false }
            }
        }
        return true
    }

    /// "x y = 3" is no x beside y = 3; only after "for" may an equation follow an unknown at once.
    private func standsApart(_ index: Int) -> Bool {
        if index > 0, case .equation = items[index - 1] { return false }
        guard index + 1 < items.count, items[index + 1].word == nil else { return true }
        if case .symbol = items[index + 1] { return true }
        return index > 0 && items[index - 1].word == "for"
    }

    /// "Is x = 3 a solution of …?" and "If x = 2, is x^2 = 4?" ask for yes or no.
    private var asksYesOrNo: Bool {
        let verbs: Set<String> = ["is", "are", "does", "do", "did", "was", "will"]
        var start = 0
        for (index, item) in items.enumerated() {
            if case .symbol(let symbol) = item, ".;?!".contains(symbol) { start = index + 1 }
            guard let word = item.word, verbs.contains(word) else { continue }
            if index == start { return true }
            guard index + 1 < items.count, case .equation = items[index + 1] else { continue }
            let asks = items[start..<index].contains {
                ["which", "what", "what's", "where", "how"].contains($0.word)
            }
            if !asks { return true }
        }
        return false
    }

    /// "x = 1 or x = 2" is no system.
    private var hasAlternatives: Bool {
        items.indices.dropFirst().dropLast().contains { index in
            guard items[index].word == "or", case .equation = items[index - 1],
                case .equation = items[index + 1]
            else { return false }
            return true
        }
    }

    /// "For x less than 20" limits x and asks for no difference.
    private func isCondition(_ index: Int, _ value: AlgebraicFraction) -> Bool {
        guard index > 0, ["for", "where", "with"].contains(items[index - 1].word) else {
            return false
        }
        return !isSimple(value)
    }

    /// "…, and which is larger?": a second question that names no value of its own.
    private var asksMore: Bool {
        let interrogatives: Set<String> = ["what", "which", "how"]
        return items.indices.dropFirst().contains { index in
            guard items[index - 1].word == "and", let word = items[index].word,
                interrogatives.contains(word)
            else { return false }
            return !items[index...].prefix(4).indices.contains(where: isExpression)
        }
    }

    /// "The negative of x" is no root below zero, and "x and y together" are a sum.
    private var hasOtherSense: Bool {
        let isOpposite = items.indices.dropLast().contains {
            items[$0].word == "negative" && items[$0 + 1].word == "of"
        }
        return isOpposite || words.contains("together") && goals.count > 1
    }

    // MARK: Goals

    /// `the roots of x^2 - 9`, `3x + 1 at 5`
    private mutating func assumedEquation(_ asksRoots: Bool) -> Equation? {
        let zero = AlgebraicFraction(Rational(0))
        if asksRoots {
            if goals.isEmpty, let function = text.functions.first?.value, text.functions.count == 1
            {
                return Equation(left: AlgebraicFraction(function.body), right: zero)
            }
            guard goals.count == 1, let value = goals.popLast()?.value,
                value.polynomial?.degree ?? 0 > 1
            else { return nil }
            return Equation(left: value, right: zero)
        }
        if points.count == 1, goals.count == 1, let unknown = goals[0].value.unknowns.first,
            goals[0].value.unknowns.count == 1
        {
            return Equation(
                left: AlgebraicFraction(Polynomial(unknown: unknown)),
                right: AlgebraicFraction(points.removeLast())
            )
        }
        // `f(3)` needs no equation; one that always holds does no harm.
        guard !goals.isEmpty, goals.allSatisfy({ $0.value.unknowns.isEmpty }) else { return nil }
        return Equation(left: zero, right: zero)
    }

    private mutating func goalOf(_ equations: [Equation], _ asksRoots: Bool) -> AlgebraQuestion? {
        guard points.isEmpty else { return nil }
        let isDecimal = text.isDecimal
        let unknowns = Set(equations.flatMap(\.unknowns))
        if words.contains("sum") || words.contains("product") {
            guard asksRoots, goals.isEmpty, words.contains("sum") != words.contains("product")
            else { return nil }
            return AlgebraQuestion(
                equations,
                words.contains("sum") ? .rootSum : .rootProduct,
                isDecimal: isDecimal
            )
        }
        if words.contains("many") {
            guard asksRoots, goals.isEmpty, unknowns.count == 1 else { return nil }
            var question = AlgebraQuestion(equations, .rootCount, isDecimal: isDecimal)
            question.isReal = words.contains("real")
            return question
        }
        guard let wanted = wantedGoals(unknowns) else { return nil }
        return AlgebraQuestion(
            equations,
            wanted.isEmpty ? .everything : .values(wanted),
            isDecimal: isDecimal
        )
    }

    /// An unknown by itself.
    private func isSimple(_ value: AlgebraicFraction) -> Bool {
        value.unknowns.count == 1
            && value == AlgebraicFraction(Polynomial(unknown: value.unknowns[0]))
    }

    /// The goals without repetitions and without the unknowns that are only introduced. Nil when
    /// it is not clear what is asked.
    private func wantedGoals(_ unknowns: Set<String>) -> [AlgebraicFraction]? {
        var simple: [AlgebraicFraction] = []
        var compound: [AlgebraicFraction] = []
        for (index, value) in goals {
            if isSimple(value) {
                if value.unknowns == [AlgebraParser.numberName],
                    !unknowns.contains(AlgebraParser.numberName)
                {
                    // "Let x be a number such that …" explains x.
                    guard !unknowns.isEmpty else { return nil }
                    continue
                }
                if isIntroduced(index) { continue }
                if !simple.contains(value) { simple.append(value) }
            } else if !compound.contains(value) {
                compound.append(value)
            }
        }
        if compound.isEmpty { return simple }
        let isLater = !words.isDisjoint(with: ["then", "compute", "calculate"])
        return simple.isEmpty || isLater ? compound : nil
    }

    /// `where x and y satisfy …`, `if x is positive and …`
    private func isIntroduced(_ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, items[before].word == "and" || isExpression(before) { before -= 1 }
        if before >= 0, ["where", "let"].contains(items[before].word) { return true }
        var next = index + 1
        while next < items.count, items[next].word == "and" || isExpression(next) { next += 1 }
        guard next < items.count, let word = items[next].word else { return false }
        let asks = before >= 0 && ["of", "which", "what", "find"].contains(items[before].word)
        return ["satisfy", "satisfies"].contains(word) && !asks
    }

    private func isExpression(_ index: Int) -> Bool {
        if case .expression = items[index] { true } else { false }
    }

    // MARK: Selection

    private var selectionCount: Int {
        AlgebraWords.selections.count { !$0.1.isDisjoint(with: words) }
    }

    private var selection: AlgebraQuestion.Selection? {
        AlgebraWords.selections.first { !$0.1.isDisjoint(with: words) }?.0
    }
}
