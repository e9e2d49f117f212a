extension ProblemFamily {
    public static let knights = ProblemFamily("knights and knaves") { level, random in
        let puzzle = KnightsPuzzle.random(level: level, &random)
        let intro = random.pick([
            "On an island, knights always tell the truth and knaves always lie.",
            "Every inhabitant is either a knight, who always tells the truth, or a knave, who always lies.",
            "Knights tell the truth, knaves lie.",
        ])
        let ask = random.pick([
            "Who is what?", "Determine who is a knight and who is a knave.",
            "What are \(Phrasing.list(puzzle.names))?",
        ])
        let roles = zip(puzzle.names, puzzle.truths).map {
            Grader.Named(name: $0, value: $1 ? "knight" : "knave")
        }
        return Drawn(
            "\(intro) \(puzzle.text) \(ask)",
            roles.map { "\($0.name) is a \($0.value)" }.joined(separator: ", "),
            .roles(roles)
        )
    }

    public static let propositional = ProblemFamily("propositional logic") { level, random in
        let names = Array(["p", "q", "r", "s"].prefix(min(level + 1, 4)))
        let formula = Formula.random(depth: level, names: names, &random)
        let models = formula.models(over: formula.names)
        let rows = 1 << formula.names.count
        let text = formula.text
        switch random.int(1...3) {
        case 1:
            let question = random.pick([
                "Is \(text) a tautology?", "Is the formula \(text) a tautology?",
            ])
            return Drawn(question, models == rows ? "yes" : "no", .yesNo(models == rows))
        case 2:
            let question = random.pick([
                "Is \(text) satisfiable?", "Is the formula \(text) satisfiable?",
            ])
            return Drawn(question, models > 0 ? "yes" : "no", .yesNo(models > 0))
        default:
            let question = random.pick([
                "How many truth assignments satisfy \(text)?",
                "Find the number of satisfying assignments of \(text).",
            ])
            return Drawn(question, models)
        }
    }

    public static let ordering = ProblemFamily("ordering") { level, random in
        let names = random.some(2 + level, of: WordList.names)
        let (more, less, most, least) = random.pick([
            ("taller", "shorter", "tallest", "shortest"),
            ("older", "younger", "oldest", "youngest"),
            ("faster", "slower", "fastest", "slowest"),
        ])
        let facts = names.indices.dropLast().map { index in
            random.chance()
                ? "\(names[index]) is \(more) than \(names[index + 1])."
                : "\(names[index + 1]) is \(less) than \(names[index])."
        }
        let shown = random.some(facts.count, of: facts).joined(separator: " ")
        switch random.int(1...3) {
        case 1: return Drawn("\(shown) Who is the \(most)?", names[0], .order([names[0]]))
        case 2:
            let last = names[names.count - 1]
            return Drawn("\(shown) Who is the \(least)?", last, .order([last]))
        default:
            return Drawn(
                "\(shown) Order them from \(most) to \(least).",
                names.joined(separator: ", "),
                .order(names)
            )
        }
    }
}
