internal import PodiumCore
internal import PodiumPhrasebook

extension Family {
    // MARK: Searches

    static let searches: [Family] = [
        Family("countdown") { level, random in
            let puzzle = countdown(level, &random)
            let phrase = Phrase(
                .countdown,
                ["n": .integer(puzzle.target), "list": .list(puzzle.numbers.map { .integer($0) })]
            )
            return Draft(phrase, puzzle.solution, conditions: phrase)
        },
        Family("subset-sum") { level, random in
            let numbers = (0..<[6, 10, 16, 22, 28][level - 1]).map { _ in
                random.int(3...[30, 60, 200, 600, 2_000][level - 1])
            }
            let chosen = random.some(numbers.count / 2 + random.int(-1...1), of: numbers)
            let target = chosen.reduce(0, +)
            let phrase = Phrase(
                .subset,
                ["n": .integer(target), "list": .list(numbers.map { .integer($0) })]
            )
            return Draft(
                phrase,
                chosen.map(String.init).joined(separator: " + "),
                conditions: phrase
            )
        },
        // Conditions that a systematic search soon settles.
        Family("constraints") { level, random in
            random.chance() ? sudoku(level, &random) : colouring(level, &random)
        },
    ]

    private static func sudoku(_ level: Int, _ random: inout SeededGenerator) -> Draft {
        let rows = grid(&random)
        let holes = random.some([4, 6, 8, 10, 11][level - 1], of: Array(0..<16))
        let given = rows.enumerated().map { row, cells in
            cells.enumerated().map { holes.contains(row * 4 + $0.offset) ? 0 : $0.element }
        }
        let phrase = Phrase(.sudoku, ["grid": .grid(given)])
        let solved = rows.map { $0.map(String.init).joined(separator: " ") }.joined(
            separator: " / "
        )
        return Draft(phrase, solved, conditions: phrase)
    }

    private static func colouring(_ level: Int, _ random: inout SeededGenerator) -> Draft {
        let places = (0..<[4, 6, 8, 11, 15][level - 1]).map {
            "Place\(Character(Unicode.Scalar(UInt8(65 + $0))))"
        }
        let colours = random.some(3, of: ["red", "green", "blue", "yellow", "white"])
        // A colouring is planted, so there is one.
        let planted = places.map { _ in random.int(0...2) }
        var edges: [[String]] = []
        for one in places.indices {
            for other in places.indices
            where other > one && planted[one] != planted[other] && random.chance(55) {
                edges.append([places[one], places[other]])
            }
        }
        if edges.isEmpty { edges = [[places[0], places[1]]] }
        let phrase = Phrase(.colouring, ["edges": .pairs(edges), "colours": .words(colours)])
        let named = zip(places, planted).filter { place, _ in edges.contains { $0.contains(place) }
        }
        let told = named.map { "\($0): \(colours[$1])" }.joined(separator: ", ")
        return Draft(phrase, told, conditions: phrase)
    }

    static func countdown(
        _ level: Int,
        _ random: inout SeededGenerator
    ) -> (numbers: [Int], target: Int, solution: String) {
        let numbers = (0..<[3, 4, 5, 6, 6][level - 1]).map { _ in
            random.int(2...(random.chance(25) ? 50 : 10))
        }
        var (total, text) = (numbers[0], "\(numbers[0])")
        for number in numbers.dropFirst() {
            switch random.int(1...3) {
            case 1 where total * number < 2_000:
                (total, text) = (total * number, "(\(text)) * \(number)")
            case 2 where total > number: (total, text) = (total - number, "\(text) - \(number)")
            default: (total, text) = (total + number, "\(text) + \(number)")
            }
        }
        return (numbers.shuffled(using: &random), total, "\(text) = \(total)")
    }

    /// A full grid: the plain one with its rows, columns and numbers changed about.
    private static func grid(_ random: inout SeededGenerator) -> [[Int]] {
        let names = random.some(4, of: [1, 2, 3, 4])
        let plain = [[0, 1, 2, 3], [2, 3, 0, 1], [1, 0, 3, 2], [3, 2, 1, 0]]
        let order = (random.chance() ? [0, 1] : [1, 0]) + (random.chance() ? [2, 3] : [3, 2])
        return order.map { row in order.map { names[plain[row][$0]] } }
    }

    // MARK: Logic

    static let puzzles: [Family] = [
        Family("knights") { level, random in
            let said = knights(level, &random)
            let told = said.truth.sorted { $0.key < $1.key }.map {
                "\($0.key) is a \($0.value ? "knight" : "knave")"
            }
            return Draft(
                Phrase(.knights, ["phrases": .phrases(said.claims)]),
                told.joined(separator: ", ")
            )
        },
        Family("orderings", isHeldOut: true) { level, random in
            let (claims, names, more) = ordering(level, &random)
            if random.chance() {
                return Draft(
                    Phrase(.extreme, ["most": .word(more.more), "phrases": .phrases(claims)]),
                    names[0]
                )
            }
            return Draft(
                Phrase(.order, ["most": .word(more.more), "phrases": .phrases(claims)]),
                names.joined(separator: ", ")
            )
        },
        Family("syllogisms", isHeldOut: true) { level, random in
            let sorts = random.some(
                3,
                of: ["cats", "dogs", "birds", "poets", "sailors", "painters", "roses"]
            )
            let forms: [Form.Name] = [.all, .none, .some, .someNot]
            func claim(_ one: Int, _ other: Int, _ random: inout SeededGenerator) -> Phrase {
                Phrase(
                    random.pick(level == 1 ? [.all] : forms),
                    ["sort": .word(sorts[one]), "sort2": .word(sorts[other])]
                )
            }
            let premises = [claim(0, 1, &random), claim(1, 2, &random)]
            return Draft(
                Phrase(
                    .syllogism,
                    ["phrases": .phrases(premises), "phrases2": .phrases([claim(0, 2, &random)])]
                )
            )
        },
    ]

    /// Statements of islanders that settle who is what: a chain from one who gives themselves away, or,
    /// at the higher levels, a knot that only cases undo.
    static func knights(
        _ level: Int,
        _ random: inout SeededGenerator
    ) -> (claims: [Phrase], truth: [String: Bool]) {
        let names = random.some([2, 4, 7, 9, 12][level - 1], of: Words.names)
        var truth = Dictionary(uniqueKeysWithValues: names.map { ($0, random.chance()) })
        // Somebody lies about being a knave together with another: this settles both.
        let knot = level > 1 && random.chance(45)
        truth[names[0]] = false
        truth[names[1]] = true
        func says(_ name: String, _ claim: Phrase) -> Phrase {
            Phrase(.says, ["name": .word(name), "claim": .phrases([claim])])
        }
        func kind(_ name: String, _ isKnight: Bool) -> Phrase {
            Phrase(isKnight ? .isKnight : .isKnave, ["name": .word(name)])
        }
        var claims: [Phrase] = []
        if knot {
            // "We are of the same kind" and "of different kinds": each alone settles nothing.
            claims.append(
                says(names[0], Phrase(.sameKind, ["names": .words([names[0], names[1]])]))
            )
            claims.append(
                says(names[1], Phrase(.otherKind, ["names": .words([names[0], names[1]])]))
            )
        } else {
            claims.append(
                says(names[0], Phrase(.bothKnaves, ["names": .words([names[0], names[1]])]))
            )
        }
        for index in names.indices.dropFirst(2) {
            let (speaker, other) =
                random.chance()
                ? (names[index], names[index - 1]) : (names[index - 1], names[index])
            let isTrue = truth[speaker] == true
            claims.append(says(speaker, kind(other, (truth[other] == true) == isTrue)))
        }
        return (claims, truth)
    }

    static func ordering(
        _ level: Int,
        _ random: inout SeededGenerator
    ) -> (claims: [Phrase], names: [String], more: Comparison) {
        let names = random.some(2 + level, of: Words.names)
        let (more, less) = random.pick(Comparison.pairs)
        var claims = zip(names, names.dropFirst()).map { higher, lower in
            random.chance()
                ? Phrase(
                    .isMore,
                    ["name": .word(higher), "more": .word(more.more), "name2": .word(lower)]
                )
                : Phrase(
                    .isMore,
                    ["name": .word(lower), "more": .word(less.more), "name2": .word(higher)]
                )
        }
        claims.shuffle(using: &random)
        return (claims, names, more)
    }
}
