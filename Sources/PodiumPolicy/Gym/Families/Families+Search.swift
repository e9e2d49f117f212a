import PodiumCore

extension ProblemFamily {
    public static let countdown = ProblemFamily("countdown") { level, random in
        let puzzle = Countdown.random(level: level, &random)
        let numbers = Phrasing.list(puzzle.numbers)
        let commas = Phrasing.commas(puzzle.numbers)
        let question = random.pick([
            "Using the numbers \(commas) (each at most once) make \(puzzle.target) with + - * /.",
            "Make \(puzzle.target) from \(commas).",
            "Countdown: the numbers are \(commas). The target is \(puzzle.target).",
            "Use the numbers \(numbers), each at most once, to make \(puzzle.target).",
            "Find an arithmetic expression that equals \(puzzle.target) using \(numbers), each at most once.",
            "Reach the target \(puzzle.target) with the numbers \(numbers) and + - * /.",
        ])
        return Drawn(
            question,
            "\(puzzle.expression) = \(puzzle.target)",
            .countdown(puzzle.numbers, target: puzzle.target)
        )
    }

    public static let subsetSum = ProblemFamily("subset sum") { level, random in
        let most = [15, 30, 60, 150, 400][level - 1]
        let numbers = random.some(3 + 2 * level, of: Array(2...most))
        let chosen = random.some(random.int(2...1 + level), of: numbers).sorted()
        let sum = chosen.reduce(0, +)
        let list = Phrasing.list(numbers)
        let question = random.pick([
            "Which of the numbers \(list) add up to \(sum)?",
            "Find a subset of \(Phrasing.commas(numbers)) that adds up to \(sum).",
            "Choose some of the numbers \(list) so that their sum is \(sum).",
            "Find a subset of the numbers \(list) with the sum \(sum).",
        ])
        return Drawn(
            question,
            chosen.map(String.init).joined(separator: " + ") + " = \(sum)",
            .subset(numbers, target: sum)
        )
    }

    public static let sudoku = ProblemFamily("sudoku") { level, random in
        let solution = sudokuSolution(&random)
        var rows = solution
        for cell in random.some(3 + 2 * level, of: Array(0..<16)) { rows[cell / 4][cell % 4] = 0 }
        let blank = random.pick(["_", ".", "0"])
        let text = rows.map { $0.map { $0 == 0 ? blank : "\($0)" }.joined(separator: " ") }
        let slashed = text.joined(separator: " / ")
        let question = random.pick([
            "Solve this 4x4 sudoku: \(slashed)",
            "Solve the 4x4 sudoku:\n\(text.joined(separator: "\n"))",
            "Here is a 4×4 sudoku: \(slashed). Please fill it in.",
            "Complete the 4x4 sudoku \(slashed)",
        ])
        let expected = solution.map { $0.map(String.init).joined(separator: " ") }
            .joined(separator: " / ")
        return Drawn(question, expected, .sudoku(rows))
    }

    /// A full grid: a fixed one with its digits, and rows and columns within bands, exchanged.
    private static func sudokuSolution(_ random: inout SeededGenerator) -> [[Int]] {
        let digits = random.some(4, of: [1, 2, 3, 4])
        let rows = random.some(2, of: [[0, 1], [2, 3]]).flatMap { random.some(2, of: $0) }
        let columns = random.some(2, of: [[0, 1], [2, 3]]).flatMap { random.some(2, of: $0) }
        let grid = [[0, 1, 2, 3], [2, 3, 0, 1], [1, 0, 3, 2], [3, 2, 1, 0]]
        return rows.map { row in columns.map { digits[grid[row][$0]] } }
    }

    public static let colouring = ProblemFamily("colouring") { level, random in
        let colours = Array(
            random.pick([["red", "green", "blue"], ["red", "blue", "yellow"]])
                .prefix(level == 1 ? 2 : 3)
        )
        let places = ["A", "B", "C", "D", "E", "F", "G", "H", "I"].prefix(3 + level)
        let planted = places.enumerated().map { index, _ in
            index < colours.count ? index : random.int(0...colours.count - 1)
        }
        var edges: [[String]] = []
        for one in places.indices {
            for other in places.indices where other > one && planted[one] != planted[other] {
                if random.chance(45 + 5 * level) || other == one + 1 {
                    edges.append([places[one], places[other]])
                }
            }
        }
        // Every place has a neighbour, or the question would not name it.
        for (index, place) in places.enumerated()
        where !edges.contains(where: { $0.contains(place) }) {
            let other = planted[index] == planted[0] ? 1 : 0
            edges.append([places[other], place])
        }
        let graph = edges.map { $0.joined(separator: "-") }.joined(separator: ", ")
        let list = Phrasing.list(colours)
        let question = random.pick([
            "Colour the graph with edges \(graph) with \(colours.count) colours (\(colours.joined(separator: ", "))).",
            "Colour the graph \(graph) with the colours \(list) so that no two neighbours have the same colour.",
            "Find a colouring of the graph with edges \(graph) that uses the colours \(list).",
            "A graph has the edges \(graph). Find a proper colouring with \(list).",
        ])
        let expected = zip(places, planted).map { "\($0) = \(colours[$1])" }.joined(separator: ", ")
        return Drawn(
            question,
            expected,
            .colouring(places: Array(places), edges: edges, colours: colours)
        )
    }
}

/// A countdown puzzle with one of its solutions.
struct Countdown {
    var numbers: [Int]
    var target: Int
    var expression: String

    static func random(level: Int, _ random: inout SeededGenerator) -> Countdown {
        let count = [3, 4, 4, 5, 6][level - 1]
        for _ in 0..<200 {
            let large = level > 2 ? random.int(1...2) : 0
            let numbers =
                random.some(large, of: [25, 50, 75, 100])
                + (0..<(count - large)).map { _ in random.int(2...(level == 1 ? 9 : 12)) }
            let used = random.some(max(3, count - (level > 3 ? 1 : 0)), of: numbers)
            var parts = used.map { Expression($0) }
            while parts.count > 1 {
                let index = random.int(0...parts.count - 2)
                parts[index] = Expression(
                    random.pick(["+", "-", "*", "+", "*"]),
                    parts[index],
                    parts[index + 1]
                )
                parts.remove(at: index + 1)
            }
            guard let target = parts[0].value?.whole, (10...999).contains(target),
                !numbers.contains(target)
            else { continue }
            return Countdown(numbers: numbers, target: target, expression: parts[0].text)
        }
        return Countdown(numbers: [3, 5, 7], target: 22, expression: "3 * 5 + 7")
    }
}
