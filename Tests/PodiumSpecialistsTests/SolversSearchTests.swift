import PodiumCore
import Testing

@testable import PodiumSpecialists

/// Searches, and the judging of answers to them.
@Suite struct SolversSearchTests {
    typealias Search = (inout Effort) throws(Unsolved) -> Solution

    /// Searches in both ways: depth-first it is found if it exists, and in any way only then.
    private static func answers(_ seed: UInt64, exists: Bool, _ solve: Search) -> [String] {
        var random = Effort(limit: 600, order: .random(SeededGenerator(seed: seed)))
        var systematic = Effort(limit: 3_000, order: .systematic)
        let found = [try? solve(&systematic).answer, try? solve(&random).answer]
        #expect((found[0] != nil) == exists && (exists || found[1] == nil))
        #expect(systematic.steps <= 3_000 && random.steps <= 600)
        return found.compactMap(\.self)
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `a sum is found where one of all subsets has it`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let least = seed % 2 == 0 ? -20 : 1
        let numbers = (0..<8).map { _ in Int.random(in: least...40, using: &random) }
        let target = Int.random(in: least...90, using: &random)
        let exists = (1..<256).contains { mask in
            target == (0..<8).reduce(0) { $0 + (mask >> $1 & 1) * numbers[$1] }
        }
        let problem = SubsetSum(numbers: numbers, target: target)
        for answer in Self.answers(seed, exists: exists, problem.solve) {
            let parts = answer.filter { !"()".contains($0) }.split(separator: " + ")
            #expect(parts.reduce(0) { $0 + (Int($1) ?? 99) } == target, "\(answer)")
            #expect(problem.objection(to: "\(answer) = \(target)") == nil)
            #expect(problem.objection(to: answer + " + 1000") != nil)
        }
    }

    /// All that the numbers together make, by splitting them in two in every way.
    private static func reachable(_ numbers: [Int]) -> Set<Int> {
        var made = Set(numbers)
        for mask in 1..<max(1, (1 << numbers.count) - 1) {
            let sides = [1, 0].map { side in
                reachable(numbers.indices.filter { mask >> $0 & 1 == side }.map { numbers[$0] })
            }
            for (one, other) in sides[0].flatMap({ one in sides[1].map { (one, $0) } }) {
                made.formUnion([one, one + other, one - other, one * other])
                if other != 0, one % other == 0 { made.insert(one / other) }
            }
        }
        return made
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `what four numbers can make is found, and only that`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let numbers = (0..<4).map { _ in Int.random(in: 1...12, using: &random) }
        let target = Int.random(in: 5...60, using: &random)
        let problem = Countdown(numbers: numbers, target: target)
        let exists = Self.reachable(numbers).contains(target)
        for answer in Self.answers(seed, exists: exists, problem.solve) {
            #expect(answer.hasSuffix(" = \(target)") && problem.objection(to: answer) == nil)
        }
    }

    @Test(arguments: [
        ("(8 - 4) * 6 = 24", nil), ("6*(8-4)", nil), ("8 * 4 - 8 = 24", "it uses 8 twice"),
        ("4 * 6", nil), ("3 * 8", "it uses 3, which is not given"), ("4 × 6", "no expression"),
        ("8 + 4 + 6 = 18", "no expression"), ("8 + 4 + 6 = 24", "it makes 18, not 24"),
        ("8 / 6 * 4", "no expression"), ("(((8 - 4) * 6", "no expression"), ("", "no expression"),
        ("24", "it uses 24, which is not given"), ("8 / (4 - 4)", "no expression"),
        (String(repeating: "(", count: 1_900), "no expression"), ("--4*6", "no expression"),
    ])
    func `an expression is read strictly`(answer: String, objection: String?) {
        let found = Countdown(numbers: [8, 4, 6], target: 24).objection(to: answer)
        #expect(objection.map { found?.contains($0) == true } ?? (found == nil), "\(found ?? "")")
    }

    @Test func `a board is filled by the rules, and a bad one is refused`() {
        let full = [[1, 2, 3, 4], [3, 4, 1, 2], [2, 1, 4, 3], [4, 3, 2, 1]]
        let rows = [0, 4, 8, 12].map { start in [0, 1, 2, 3].map { start + $0 } }
        let columns = [0, 1, 2, 3].map { start in [0, 4, 8, 12].map { start + $0 } }
        let blocks = [0, 2, 8, 10].map { start in [0, 1, 4, 5].map { start + $0 } }
        for seed in 1...20 as ClosedRange<UInt64> {
            var random = SeededGenerator(seed: seed)
            var sudoku = Sudoku(rows: full)
            for cell in (0..<16).shuffled(using: &random).prefix(Int(seed) % 14) {
                sudoku.rows[cell / 4][cell % 4] = 0
            }
            for answer in Self.answers(seed, exists: true, sudoku.solve) {
                let cells = Array(answer.filter(\.isNumber))
                for unit in rows + columns + blocks {
                    #expect(Set(unit.map { cells[$0] }).count == 4)
                }
                #expect(sudoku.objection(to: answer) == nil)
            }
        }
        let first = [[], [[1]], [[Int.min, 0, 0, 0]], [[4, 4, 0, 0]], [[5, 0, 0, 0]]]
        for sudoku in first.map({ Sudoku(rows: $0 + full.dropFirst()) }) {
            #expect(Self.answers(1, exists: false, sudoku.solve).isEmpty)
            #expect(sudoku.objection(to: "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1") != nil)
        }
    }

    @Test func `a colouring with two colours is found where one of all holds`() {
        let places = ["A", "B", "C", "D"]
        let pairs = (0..<4).flatMap { one in (one + 1..<4).map { (one, $0) } }
        for mask in 0..<64 {
            let edges = pairs.indices.filter { mask >> $0 & 1 == 1 }.map { pairs[$0] }
            let exists = (0..<16).contains { values in
                edges.allSatisfy { values >> $0 & 1 != values >> $1 & 1 }
            }
            let named = edges.map { (places[$0], places[$1]) }
            let problem = Colouring(places: places, edges: named, colours: ["red", "dark blue"])
            for answer in Self.answers(UInt64(mask), exists: exists, problem.solve) {
                #expect(problem.objection(to: answer) == nil, "\(answer)")
            }
        }
        let path = Colouring(places: ["A", "B"], edges: [("A", "B")], colours: ["red", "green"])
        #expect(path.objection(to: "A: red, B: red") == "A and B are both red")
        for answer in ["", ":", "A red", "A: blue, B: red", "E: red", "A: red, A: red", ",,,:,"] {
            #expect(path.objection(to: answer) != nil)
        }
    }

    @Test(arguments: [[], [.min, .min, .max], Array(repeating: Int.max, count: 20), Array(0...99)])
    func `nothing given can trap a search, and a seed gives its answer again`(numbers: [Int]) {
        for (target, limit) in [(0, Int.min), (0, 300), (.min, 300), (.max, 300)] {
            let sums = SubsetSum(numbers: numbers, target: target)
            let countdown = Countdown(numbers: numbers, target: target)
            for order in [Effort.Order.systematic, .random(SeededGenerator(seed: 3))] {
                var efforts = (0..<4).map { _ in Effort(limit: limit, order: order) }
                let sum = try? sums.solve(&efforts[0])
                let made = try? countdown.solve(&efforts[1])
                #expect(sum == (try? sums.solve(&efforts[2])))
                #expect(made == (try? countdown.solve(&efforts[3])))
                #expect(sum.flatMap { sums.objection(to: $0.answer) } == nil)
                #expect(made.flatMap { countdown.objection(to: $0.answer) } == nil)
            }
        }
    }
}
