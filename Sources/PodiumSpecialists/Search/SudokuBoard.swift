import PodiumCore

/// A sudoku in the making: for each cell the digits that are still possible, as bits.
struct SudokuBoard {
    var cells: [Int]
    private var options: [Int]
    private let peers: [[Int]]

    init(_ sudoku: Sudoku) {
        cells = sudoku.cells
        options = cells.map { _ in ((1 << sudoku.side) - 1) << 1 }
        let groups = sudoku.groups()
        peers = sudoku.cells.indices.map { cell in
            var seen: Set<Int> = []
            for group in groups where group.contains(cell) { seen.formUnion(group) }
            seen.remove(cell)
            return seen.sorted()
        }
    }

    /// Enters the given digits. False when they contradict each other.
    mutating func start() -> Bool {
        for (cell, digit) in cells.enumerated() where digit != 0 {
            guard options[cell] & (1 << digit) != 0 else { return false }
            set(cell, digit)
        }
        return cells.indices.allSatisfy { cells[$0] != 0 || options[$0] != 0 }
    }

    private mutating func set(_ cell: Int, _ digit: Int) {
        cells[cell] = digit
        for peer in peers[cell] { options[peer] &= ~(1 << digit) }
    }

    /// Fills the cell with the fewest possible digits in a random order, and so on. Recursion is as
    /// deep as there are cells.
    mutating func fill(_ left: inout Int, _ random: inout SeededGenerator) -> Bool {
        guard let cell = narrowest else { return true }
        for digit in digits(at: cell).shuffled(using: &random) {
            left -= 1
            guard left > 0 else { return false }
            var trial = self
            trial.set(cell, digit)
            if trial.fill(&left, &random) {
                self = trial
                return true
            }
        }
        return false
    }

    /// How many solutions there are, counted in order up to a limit.
    func solutions(upTo limit: Int, _ left: inout Int) -> Int {
        guard let cell = narrowest else { return 1 }
        var count = 0
        for digit in digits(at: cell) {
            left -= 1
            guard left > 0 else { return count }
            var trial = self
            trial.set(cell, digit)
            count += trial.solutions(upTo: limit - count, &left)
            if count >= limit { return count }
        }
        return count
    }

    /// The blank with the fewest possible digits.
    private var narrowest: Int? {
        cells.indices.filter { cells[$0] == 0 }
            .min { options[$0].nonzeroBitCount < options[$1].nonzeroBitCount }
    }

    private func digits(at cell: Int) -> [Int] {
        (1...9).filter { options[cell] & (1 << $0) != 0 }
    }
}
