import PodiumCore

/// A problem of search as it was read: what is given, and when an answer is right.
protocol SearchProblem: Sendable {
    /// What is sought, for the working.
    var statement: String { get }

    /// Searches with a bounded number of steps. Without luck it declines, and another seed may do.
    func search(random: inout SeededGenerator) -> Attempt

    /// Whether a text is a right answer. This is cheap where finding one is dear.
    func judge(_ answer: String) -> Judgement
}

/// What came of checking a proposed answer.
enum Judgement: Hashable, Sendable {
    case right
    /// The reason.
    case wrong(String)
    case unknown
}

extension Attempt {
    /// What a search without luck says.
    static func unlucky(_ what: String, steps: Int) -> Attempt {
        .impossible("I cannot find \(what) within \(steps) steps; another try may succeed.")
    }
}

/// The readers of the searcher.
enum SearchReader {
    static func problem(in text: String) -> (any SearchProblem)? {
        guard Tokens.fit(text) else { return nil }
        // Quotation marks change nothing here.
        let plain = String(text.map { "\"“”«»`".contains($0) ? " " : $0 })
        if let sudoku = SudokuReader.read(plain) { return sudoku }
        let tokens = Tokens(plain)
        guard tokens.all.count <= 1_200 else { return nil }
        if let graph = ColouringReader.read(tokens.all) { return graph }
        if let subset = SubsetReader.read(tokens.all) { return subset }
        return CountdownReader.read(tokens.all)
    }
}
