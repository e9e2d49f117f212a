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
