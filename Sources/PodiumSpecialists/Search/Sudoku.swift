import PodiumCore

/// A small sudoku: 4×4, 6×6 with boxes of two rows and three columns, or 9×9.
struct Sudoku: SearchProblem {
    /// The cells row by row, 0 for a blank.
    var cells: [Int]
    var side: Int

    /// The most cells that one attempt fills before it starts afresh, and the most attempts.
    static let fillLimit = 120
    static let restartLimit = 4
    /// The most cells that are tried to see whether there is more than one solution.
    static let nodeLimit = 2_000

    private var boxHeight: Int { side == 9 ? 3 : 2 }
    private var boxWidth: Int { side / boxHeight }

    var statement: String {
        "A sudoku of \(side) rows with \(cells.count(where: { $0 != 0 })) given digits."
    }

    func search(random: inout SeededGenerator) -> Attempt {
        var board = SudokuBoard(self)
        guard board.start() else {
            return .impossible(
                "I cannot solve this sudoku: its given digits contradict each other."
            )
        }
        var nodes = Self.nodeLimit
        let count = board.solutions(upTo: 2, &nodes)
        if count == 0, nodes > 0 {
            return .impossible("I cannot solve this sudoku: it has no solution.")
        }
        let remark =
            count > 1
            ? "More than one solution fits; this is one of them."
            : nodes > 0 ? "It is the only solution." : "Whether it is the only one is not checked."
        var fills = 0
        for _ in 0..<Self.restartLimit {
            var left = Self.fillLimit
            var trial = board
            let isDone = trial.fill(&left, &random)
            fills += Self.fillLimit - max(left, 0)
            if isDone { return solved(trial.cells, fills, remark) }
            // Everything was tried within the limit: there is no solution.
            if left > 0 { return .impossible("I cannot solve this sudoku: it has no solution.") }
        }
        return .unlucky("a solution", steps: Self.restartLimit * Self.fillLimit)
    }

    private func solved(_ cells: [Int], _ fills: Int, _ remark: String) -> Attempt {
        let text = Self.text(of: cells, side: side)
        guard judge(text) == .right else { return .notUnderstood }
        return .solved(
            Solution(
                working: [
                    statement, "Solved with \(fills) trials; rows, columns and boxes hold.", remark,
                ],
                answer: text
            )
        )
    }

    static func text(of cells: [Int], side: Int) -> String {
        (0..<side).map { row in
            cells[row * side..<(row + 1) * side].map(String.init).joined(separator: " ")
        }
        .joined(separator: " / ")
    }

    func judge(_ answer: String) -> Judgement {
        let marks = answer.filter { !$0.isWhitespace && !"/|,;[]".contains($0) }
        let digits = marks.compactMap { $0.isDecimalDigit ? $0.wholeNumberValue : nil }
        guard digits.count == marks.count, digits.count == cells.count else { return .unknown }
        for (given, digit) in zip(cells, digits) where given != 0 && given != digit {
            return .wrong("a given \(given) was changed")
        }
        for group in groups() where Set(group.map { digits[$0] }) != Set(1...side) {
            return .wrong("a row, column or box does not hold each digit once")
        }
        return .right
    }

    /// The rows, columns and boxes as places of cells.
    func groups() -> [[Int]] {
        let all = 0..<side
        let rows = all.map { row in all.map { row * side + $0 } }
        let columns = all.map { column in all.map { $0 * side + column } }
        let boxes = all.map { box in
            cells.indices.filter {
                ($0 / side / boxHeight) * (side / boxWidth) + ($0 % side) / boxWidth == box
            }
        }
        return rows + columns + boxes
    }
}
