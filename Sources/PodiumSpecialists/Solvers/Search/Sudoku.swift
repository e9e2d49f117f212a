/// A sudoku of four rows of four with blocks of two by two; 0 is an empty cell.
///
/// It is a colouring, in which the cells of a row, a column or a block are neighbours.
struct Sudoku: Hashable, Sendable {
    var rows: [[Int]]

    private static let cells = (0..<16).map { "row \($0 / 4 + 1) column \($0 % 4 + 1)" }
    private static let edges = (0..<16).flatMap { cell in
        (cell + 1..<16).filter { other in
            other / 4 == cell / 4 || other % 4 == cell % 4
                || (other / 8, other % 4 / 2) == (cell / 8, cell % 4 / 2)
        }
        .map { (cells[cell], cells[$0]) }
    }
    private static let badBoard = "it is no board of four rows of four with 1 to 4"

    /// The colouring that goes on from these rows; nil when they are no board.
    private static func graph(_ rows: [[Int]]) -> Colouring? {
        guard rows.count == 4,
            rows.allSatisfy({ $0.count == 4 && $0.allSatisfy((0...4).contains) })
        else { return nil }
        let given = zip(cells, rows.joined()).filter { $0.1 != 0 }.map { ($0, "\($1)") }
        var graph = Colouring(places: cells, edges: edges, colours: ["1", "2", "3", "4"])
        graph.given = Dictionary(uniqueKeysWithValues: given)
        return graph
    }

    func solve(_ effort: inout Effort) throws(Unsolved) -> Solution {
        guard let graph = Self.graph(rows) else { throw Unsolved("fill it: \(Self.badBoard)") }
        let found = try graph.find(&effort)
        let lines = stride(from: 0, to: 16, by: 4)
            .map { Self.cells[$0..<$0 + 4].compactMap { found[$0] }.joined(separator: " ") }
        return effort.solution(lines.joined(separator: " / "))
    }

    /// What is wrong with an answer such as `1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1`; nil when it
    /// holds.
    func objection(to answer: String) -> String? {
        let filled = answer.prefix(200).split { $0 == "/" || $0.isNewline }
            .map { $0.split(whereSeparator: \.isWhitespace).map { Int($0) ?? 0 } }
        guard let found = Self.graph(filled)?.given, found.count == 16,
            let graph = Self.graph(rows)
        else { return Self.badBoard }
        return graph.clash(in: found)
    }
}
