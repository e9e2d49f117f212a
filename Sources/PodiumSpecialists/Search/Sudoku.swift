import PodiumCore

/// A small sudoku: 4×4, 6×6 with boxes of two rows and three columns, or 9×9.
struct Sudoku: SearchProblem {
    /// The cells row by row, 0 for a blank.
    var cells: [Int]
    var side: Int

    /// The most cells that one attempt fills before it starts afresh, and the most attempts.
    static let fillLimit = 120
    static let restartLimit = 4

    private var boxHeight: Int { side == 9 ? 3 : 2 }
    private var boxWidth: Int { side / boxHeight }

    var statement: String {
        "A sudoku of \(side) rows with \(cells.count(where: { $0 != 0 })) given digits."
    }

    func search(random: inout SeededGenerator) -> Attempt {
        var board = Board(self)
        guard board.start() else {
            return .impossible(
                "I cannot solve this sudoku: its given digits contradict each other."
            )
        }
        var fills = 0
        for _ in 0..<Self.restartLimit {
            var left = Self.fillLimit
            var trial = board
            let isDone = trial.fill(&left, &random)
            fills += Self.fillLimit - max(left, 0)
            if isDone { return solved(trial.cells, fills) }
            // Everything was tried within the limit: there is no solution.
            if left > 0 { return .impossible("I cannot solve this sudoku: it has no solution.") }
        }
        return .unlucky("a solution", steps: Self.restartLimit * Self.fillLimit)
    }

    private func solved(_ cells: [Int], _ fills: Int) -> Attempt {
        let text = Self.text(of: cells, side: side)
        guard judge(text) == .right else { return .notUnderstood }
        return .solved(
            Solution(
                working: [statement, "Solved with \(fills) trials; rows, columns and boxes hold."],
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
    fileprivate func groups() -> [[Int]] {
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

/// A sudoku in the making: for each cell the digits that are still possible, as bits.
private struct Board {
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
        var best: Int?
        for cell in cells.indices where cells[cell] == 0 {
            let count = options[cell].nonzeroBitCount
            if count == 0 { return false }
            if count < best.map({ options[$0].nonzeroBitCount }) ?? 99 { best = cell }
        }
        guard let cell = best else { return true }
        let digits = (1...9).filter { options[cell] & (1 << $0) != 0 }
        for digit in digits.shuffled(using: &random) {
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
}

/// Finds the grid in a text that speaks of a sudoku.
enum SudokuReader {
    static func read(_ text: String) -> Sudoku? {
        guard let mention = text.lowercased().firstRange(of: "sudoku") else { return nil }
        let words = Tokens(text).all
        guard words.allSatisfy({ $0.kind != .word || isKnown($0) }), !mention.isEmpty else {
            return nil
        }
        for ends: Set<Character> in [["\n"], ["/"], [";"], [","], ["|"]] {
            let lines = text.split { ends.contains($0) || ends == ["\n"] && $0.isNewline }
            if let sudoku = grid(in: lines.map(String.init)) { return sudoku }
        }
        let runs = text.split { !isCell($0) }.filter { $0.count == 81 || $0.count == 16 }
        return runs.count == 1
            ? sudoku(rows: [String(runs[0])], side: runs[0].count == 81 ? 9 : 4) : nil
    }

    /// The one block of lines that are rows of cells. The first may follow words, and the last be
    /// followed by some.
    private static func grid(in lines: [String]) -> Sudoku? {
        let lines = lines.filter { line in
            !line.trimmed.isEmpty
                && !(line.contains("-") && line.allSatisfy { "-+| ".contains($0) })
        }
        var found: [Sudoku] = []
        for side in [9, 6, 4] where lines.count >= side {
            for start in 0...(lines.count - side) {
                let rows = lines[start..<start + side].enumerated().map { index, line in
                    if let row = cells(line, side) { return row }
                    if index == 0, let row = tail(line, side) { return row }
                    return index == side - 1 ? head(line, side) ?? "" : ""
                }
                if rows.allSatisfy({ $0.count == side }), let grid = sudoku(rows: rows, side: side)
                {
                    found.append(grid)
                }
            }
            if !found.isEmpty { break }
        }
        return found.count == 1 ? found[0] : nil
    }

    /// A whole line as a row of cells.
    private static func cells(_ line: String, _ side: Int) -> String? {
        let marks = line.filter { !$0.isWhitespace && !"|,[]".contains($0) }
        if marks.count == side, marks.allSatisfy(isCell) { return marks }
        return nil
    }

    /// The last cells of a line of words: `Solve this: 1 . . 4`.
    private static func tail(_ line: String, _ side: Int) -> String? {
        var row = ""
        for character in line.reversed() {
            if isCell(character) {
                row.insert(character, at: row.startIndex)
            } else if row.count == side, !character.isNumber {
                return row
            } else if !character.isWhitespace {
                return nil
            }
        }
        return row.count == side ? row : nil
    }

    /// The first cells of a line of words: `4 . . 3. Give the grid.`
    private static func head(_ line: String, _ side: Int) -> String? {
        var row = ""
        for character in line {
            if row.count == side { return character.isDecimalDigit ? nil : row }
            if isCell(character) {
                row.append(character)
            } else if !character.isWhitespace {
                return nil
            }
        }
        return row.count == side ? row : nil
    }

    private static func isCell(_ character: Character) -> Bool {
        character.isDecimalDigit || character == "." || character == "_"
    }

    private static func sudoku(rows: [String], side: Int) -> Sudoku? {
        let cells = rows.joined().map { $0.wholeNumberValue ?? 0 }
        guard cells.count == side * side, cells.allSatisfy({ $0 <= side }) else { return nil }
        return Sudoku(cells: cells, side: side)
    }

    /// Words that change nothing; "killer", "diagonal" or "how many solutions" do.
    private static func isKnown(_ token: Token) -> Bool {
        vocabulary.contains(token.key) || NumberWords.isNumberWord(token.key)
            || ["4x4", "6x6", "9x9", "x4", "x6", "x9"].contains(token.key)
    }

    private static let vocabulary: Set<String> = [
        "solve", "this", "the", "sudoku", "grid", "complete", "following", "here", "is", "a",
        "please", "fill", "it", "in", "boxes", "box", "are", "rows", "row", "by", "columns", "can",
        "you", "what", "solution", "of", "find", "puzzle", "where", "dots", "dot", "empty", "cells",
        "cell", "means", "mean", "give", "completed", "i'm", "stuck", "on", "small", "goes",
        "finish", "work", "out", "with", "for", "kids", "blanks", "blank", "underscores",
        "underscore", "determine", "missing", "digits", "digit", "numbers", "easy", "x", "and",
        "to", "me", "my", "help", "given", "question", "as", "stands", "zero", "be", "filled",
        "i", "am", "an", "that", "separated", "slashes", "each", "so", "show", "answer", "very",
        "mini", "hard", "medium", "simple", "classic", "standard", "unknown", "squares", "need",
        "problem", "from", "all",
    ]
}
