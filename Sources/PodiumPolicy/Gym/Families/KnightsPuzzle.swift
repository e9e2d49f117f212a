import PodiumCore

/// Islanders of whom each says something, with exactly one way for all of it to fit.
struct KnightsPuzzle {
    var names: [String]
    var truths: [Bool]
    var statements: [Statement]

    enum Statement: Hashable {
        case knight(Int)
        case knave(Int)
        case bothKnights(Int, Int)
        case bothKnaves(Int, Int)
        case same(Int, Int)
        case oneIsKnave(Int, Int)

        func holds(_ truths: [Bool]) -> Bool {
            switch self {
            case .knight(let one): truths[one]
            case .knave(let one): !truths[one]
            case .bothKnights(let one, let other): truths[one] && truths[other]
            case .bothKnaves(let one, let other): !truths[one] && !truths[other]
            case .same(let one, let other): truths[one] == truths[other]
            case .oneIsKnave(let one, let other): !truths[one] || !truths[other]
            }
        }

        func text(_ names: [String]) -> String {
            switch self {
            case .knight(let one): "\(names[one]) is a knight."
            case .knave(let one): "\(names[one]) is a knave."
            case .bothKnights(let one, let other):
                "\(names[one]) and \(names[other]) are both knights."
            case .bothKnaves(let one, let other):
                "\(names[one]) and \(names[other]) are both knaves."
            case .same(let one, let other):
                "\(names[one]) is a knight if and only if \(names[other]) is a knight."
            case .oneIsKnave(let one, let other):
                "\(names[one]) is a knave or \(names[other]) is a knave."
            }
        }
    }

    /// `Alice says: "Bob is a knave."` for each.
    var text: String {
        zip(names, statements).map { "\($0) says: \"\($1.text(names))\"" }.joined(separator: " ")
    }

    /// Two islanders at level 1, five at levels 4 and 5.
    static func random(level: Int, _ random: inout SeededGenerator) -> KnightsPuzzle {
        let count = min(level + 1, 5)
        for _ in 0..<400 {
            let names = random.some(count, of: WordList.names)
            let truths = (0..<count).map { _ in random.chance() }
            var statements: [Statement] = []
            for speaker in 0..<count {
                let fitting = Self.statements(by: speaker, of: count, level: level)
                    .filter { $0.holds(truths) == truths[speaker] }
                guard !fitting.isEmpty else { break }
                statements.append(random.pick(fitting))
            }
            let puzzle = KnightsPuzzle(names: names, truths: truths, statements: statements)
            if statements.count == count, puzzle.solutions == 1 { return puzzle }
        }
        return KnightsPuzzle(
            names: ["Alice", "Bob"],
            truths: [true, false],
            statements: [.knave(1), .bothKnaves(0, 1)]
        )
    }

    private static func statements(by speaker: Int, of count: Int, level: Int) -> [Statement] {
        let others = (0..<count).filter { $0 != speaker }
        var all: [Statement] = others.flatMap { [.knight($0), .knave($0)] }
        for one in others where level > 1 {
            for other in others where other > one {
                all += [.bothKnights(one, other), .bothKnaves(one, other)]
                if level > 2 { all += [.same(one, other), .oneIsKnave(one, other)] }
            }
        }
        if count == 2 { all += [.bothKnaves(0, 1), .same(0, 1)] }
        return all
    }

    var solutions: Int {
        (0..<(1 << names.count)).filter { row in
            let truths = names.indices.map { row >> $0 & 1 == 1 }
            return zip(truths, statements).allSatisfy { $1.holds(truths) == $0 }
        }
        .count
    }
}

/// A formula of propositional logic.
indirect enum Formula: Hashable {
    case name(String)
    case not(Formula)
    case join(String, Formula, Formula)

    /// Chains that grow with the depth; at least two names.
    static func random(depth: Int, names: [String], _ random: inout SeededGenerator) -> Formula {
        var formula = join(
            random.pick(["and", "or", "->"]),
            leaf(names, &random),
            leaf(names, &random)
        )
        for _ in 1..<max(depth, 2) {
            let leaf = leaf(names, &random)
            let sign = random.pick(["and", "or", "->"])
            formula = random.chance() ? join(sign, formula, leaf) : join(sign, leaf, formula)
            if random.chance(20) { formula = not(formula) }
        }
        return formula
    }

    private static func leaf(_ names: [String], _ random: inout SeededGenerator) -> Formula {
        let name = Formula.name(random.pick(names))
        return random.chance(35) ? .not(name) : name
    }

    var text: String {
        switch self {
        case .name(let name): name
        case .not(let formula): "not \(formula.bracketed)"
        case .join(let sign, let left, let right): "\(left.bracketed) \(sign) \(right.bracketed)"
        }
    }

    private var bracketed: String {
        if case .join = self { "(\(text))" } else { text }
    }

    /// The names that occur, sorted.
    var names: [String] { Set(leaves).sorted() }

    private var leaves: [String] {
        switch self {
        case .name(let name): [name]
        case .not(let formula): formula.leaves
        case .join(_, let left, let right): left.leaves + right.leaves
        }
    }

    func models(over names: [String]) -> Int {
        (0..<(1 << names.count)).filter { row in
            holds { name in row >> (names.firstIndex(of: name) ?? 0) & 1 == 1 }
        }
        .count
    }

    func holds(_ values: (String) -> Bool) -> Bool {
        switch self {
        case .name(let name): values(name)
        case .not(let formula): !formula.holds(values)
        case .join("and", let left, let right): left.holds(values) && right.holds(values)
        case .join("or", let left, let right): left.holds(values) || right.holds(values)
        case .join(_, let left, let right): !left.holds(values) || right.holds(values)
        }
    }
}
