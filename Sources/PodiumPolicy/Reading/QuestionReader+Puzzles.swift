/// Puzzles that one specialist solves from the whole question: they are not taken apart.
extension QuestionReader {
    /// What kind of puzzle the question is, by words that no other kind of question has together.
    func puzzle() -> (skill: Skill, finding: String)? {
        if contains(["sudoku"]) { return (.search, "gives a sudoku") }
        if contains(Self.colouringWords), contains(Self.graphWords) {
            return (.search, "asks for a colouring")
        }
        if isAboutKnights { return (.logic, "is about who tells the truth") }
        if isAboutFormulas { return (.logic, "is about a formula of logic") }
        guard asksSomething, !elements.contains(where: { $0.kind == .number }) else { return nil }
        if isOrdering { return (.logic, "gives an order to be found") }
        if isAssignment { return (.logic, "asks who has what") }
        if isSyllogism { return (.logic, "asks what follows") }
        return nil
    }

    var isAboutKnights: Bool {
        contains(["knave", "knaves"])
            || contains(["liar", "liars", "lying"])
                && contains(["truth", "truthful", "tellers", "teller", "says", "claims", "tells"])
            || contains(["knight", "knights"])
                && contains(["says", "say", "islander", "islanders"])
    }

    private var isAboutFormulas: Bool {
        let letters = elements.filter { $0.kind == .word && $0.key.count == 1 }.count
        let hasSigns = elements.contains { $0.isSymbol("∧∨¬→↔⇒⇔") }
        if hasSigns || contains(["tautology", "satisfiable", "contingent"]) { return letters > 0 }
        guard letters > 1 else { return false }
        return contains(["implies", "imply", "satisfying", "contradiction", "conclude"])
            || contains(["truth"]) && contains(["assignments", "table", "value"])
            || contains(["equivalent", "follow", "follows", "true"])
                && contains(["and", "or", "not"])
                && !elements.contains { $0.kind == .number }
    }

    /// Comparisons ("is taller than", "finished before") of at least three, or of two and a third.
    private var isOrdering: Bool {
        let joints: Set<String> = [
            "than", "before", "after", "ahead", "behind", "beat", "left", "right", "next",
            "between", "first", "last", "tall", "second", "third",
        ]
        let count = elements.filter { $0.isWord(joints) }.count
        let verbs: Set<String> = [
            "is", "are", "was", "finished", "sits", "sit", "stands", "stand", "arrived", "came",
            "beat", "ran", "lives", "parked", "ranked",
        ]
        let asks: Set<String> = ["who", "which", "order", "where", "place", "rank", "list"]
        let superlative = elements.contains { $0.kind == .word && $0.key.hasSuffix("est") }
        return count > 1 && contains(verbs) && (contains(asks) || superlative)
            && !elements.contains { $0.kind == .quoted }
    }

    private var isAssignment: Bool {
        let shares =
            contains(["each"]) && contains(["different", "one", "own"])
            || contains(["one"]) && contains(["each"])
            || contains(["order"]) && contains(["some", "necessarily"])
        return shares && sentenceCount > 2 && contains(["who", "what", "which", "does", "where"])
    }

    private var isSyllogism: Bool {
        let quantifiers: Set<String> = ["all", "every", "no", "some", "each", "only", "any"]
        let asks: Set<String> = [
            "is", "are", "do", "does", "must", "can", "follow", "follows", "conclude", "valid",
        ]
        return sentenceCount > 1 && elements.filter { $0.isWord(quantifiers) }.count > 1
            && contains(["are", "is"]) && contains(asks)
            && !elements.contains { $0.kind == .quoted }
            && elements.contains { $0.isSymbol("?") }
    }

    private var asksSomething: Bool {
        elements.contains { $0.isSymbol("?") }
            || contains(["order", "who", "which", "find", "determine", "tell", "list"])
    }

    private var sentenceCount: Int {
        elements.filter { $0.isSymbol(".?!") }.count
            + elements.filter { $0.isSymbol(",") }.count / 3
    }

    private static let colouringWords: Set<String> = [
        "colour", "color", "coloured", "colored", "colouring", "coloring", "colours", "colors",
        "chromatic", "colourable", "colorable",
    ]
    private static let graphWords: Set<String> = [
        "graph", "edges", "edge", "vertex", "vertices", "map", "borders", "neighbours",
        "neighbors", "adjacent", "connected", "nodes", "regions",
    ]

    // MARK: Stories

    /// "… Multiply the number of knights by 7.": the story is one step, and a number in the rest.
    mutating func takeStory() {
        guard isAboutKnights, let phrase = islanderCount() else { return }
        let start = sentenceStart(before: phrase.range.lowerBound)
        guard start > 0 else { return }
        var rest = Array(elements[start...])
        let range = phrase.range.lowerBound - start..<phrase.range.upperBound - start
        rest.replaceSubrange(range, with: [.result(of: draft.steps.count, space: " ")])
        var reader = QuestionReader(elements: rest)
        guard reader.looksArithmetic else { return }
        let story = QuestionParts.text(of: Array(elements[..<start]))
        _ = add(
            DraftStep(
                skill: .logic,
                verb: "count the \(phrase.who)",
                subtask: [.text("\(story) How many \(phrase.who) are there?")]
            ),
            finding: "is about who tells the truth"
        )
        reader.elements = []
        elements = rest
    }

    /// `the number of knights`, `how many knaves are there`, `count the knights`
    private func islanderCount() -> (range: Range<Int>, who: String)? {
        for index in elements.indices {
            var end = index
            if word(end) == "the" { end += 1 }
            if word(end) == "number", word(end + 1) == "of" {
                end += 2
            } else if word(end) == "how", word(end + 1) == "many" {
                end += 2
            } else if word(end) == "count" {
                end += 1
            } else {
                continue
            }
            if word(end) == "the" { end += 1 }
            guard let who = word(end), ["knights", "knaves"].contains(who) else { continue }
            end += 1
            while let key = word(end), ["are", "there", "among", "them"].contains(key) { end += 1 }
            return (index..<end, who)
        }
        return nil
    }

    /// Where the sentence begins that holds an element. A quoted sentence ends one too.
    private func sentenceStart(before index: Int) -> Int {
        var start = index
        while start > 0 {
            let last = elements[start - 1]
            if last.kind == .quoted, last.text.last.map({ ".?!".contains($0) }) == true { break }
            if last.isSymbol(".?!"), !elements[start].isSymbol(")") { break }
            if last.isSymbol(")"), start > 1, elements[start - 2].isSymbol(".?!") { break }
            start -= 1
        }
        return start
    }
}
