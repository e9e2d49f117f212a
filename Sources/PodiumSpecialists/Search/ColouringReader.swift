/// Reads graphs from edges such as `A-B`, `(A,B)`, `AB` after "edges", or "A is connected to B".
enum ColouringReader {
    static func read(_ tokens: [Token]) -> Colouring? {
        guard tokens.contains(where: { $0.isWord(colouringWords) }), tokens.count <= 900 else {
            return nil
        }
        var scan = GraphScan(tokens)
        guard scan.run(), !scan.edges.isEmpty, (2...40).contains(scan.vertices.count),
            scan.edges.count <= 300
        else { return nil }
        let words = scan.rest
        guard words.allSatisfy(isKnown), !isOtherColouring(words), countsColours(words) else {
            return nil
        }
        let named = words.filter { $0.isWord(colourNames) }.map(\.key)
        guard Set(named).count == named.count, isOneList(words) else { return nil }
        let isFewest =
            words.contains { $0.isWord(["chromatic", "minimum", "fewest", "smallest", "needed"]) }
            || words.contains { $0.isWord(["many"]) }
        var counts: Set<Int> = []
        for (index, word) in words.enumerated() where index > 0 && word.isWord(colouringWords) {
            var before = index - 1
            if words[before].isSymbol("-‑–"), before > 0 { before -= 1 }
            if words[before].isWord(["different", "distinct"]), before > 0 { before -= 1 }
            if let (value, end) = NumberRuns.number(words, at: before), end <= index {
                counts.insert(value)
            }
        }
        // "Assign one of the colours" and "no two neighbours" count nothing.
        let numbers = words.indices.count(where: {
            !words[$0].isWord(["one"]) && NumberRuns.number(words, at: $0) != nil
                && !($0 > 0 && words[$0 - 1].isWord(["no"]))
        })
        guard counts.count <= 1, numbers == (counts.isEmpty ? 0 : numbers) else { return nil }
        if isFewest {
            guard counts.isEmpty, named.isEmpty else { return nil }
            return scan.colouring(colours: [], aim: .fewest)
        }
        let colours: [String]
        if let count = counts.first {
            guard (1...usualColours.count).contains(count), named.isEmpty || named.count == count
            else { return nil }
            colours = named.isEmpty ? Array(usualColours.prefix(count)) : named
        } else {
            guard named.count > 1 || !named.isEmpty && scan.edges.isEmpty else { return nil }
            colours = named
        }
        let text = words.map(\.key).joined(separator: " ")
        let decides =
            text.contains("is it possible") || text.contains("colourable")
            || text.contains("colorable")
            || text.contains("be coloured")
                && text.contains("can ")
            || text.contains("be colored") && text.contains("can ")
        // "Is it not 2-colourable?" asks the other way round.
        guard !decides || !words.contains(where: { $0.isWord(["not"]) }) else { return nil }
        return scan.colouring(colours: colours, aim: decides ? .decision : .colouring)
    }

    /// "How many" asks for colours, and not for edges beside the chromatic number.
    private static func countsColours(_ words: [Token]) -> Bool {
        words.indices.filter { words[$0].isWord(["many"]) }.allSatisfy { index in
            words[index...].prefix(4).contains { $0.isWord(colouringWords) }
        }
    }

    /// Colourings of edges, and how many colourings there are, are other problems.
    private static func isOtherColouring(_ words: [Token]) -> Bool {
        let text = words.map(\.key).joined(separator: " ")
        return [
            "each edge", "every edge", "colour edges", "color edges", "colour the edges",
            "color the edges", "edge colo", "edge - colo", "many ways",
        ]
        .contains { text.contains($0) }
    }

    /// Whether the names of colours stand together; one that stands apart is a condition.
    private static func isOneList(_ words: [Token]) -> Bool {
        let places = words.indices.filter { words[$0].isWord(colourNames) }
        guard let first = places.first, let last = places.last else { return true }
        return words[first...last].allSatisfy {
            $0.isWord(colourNames) || $0.isSymbol(",/") || $0.isWord(["and", "or"])
        }
    }

    private static func isKnown(_ token: Token) -> Bool {
        switch token.kind {
        case .number: true
        case .quoted: false
        case .symbol: token.isSymbol(",.:;?!()[]{}-–")
        case .word:
            vocabulary.contains(token.key) || colouringWords.contains(token.key)
                || colourNames.contains(token.key) || NumberWords.isNumberWord(token.key)
        }
    }

    static let colouringWords: Set<String> = [
        "colour", "color", "colours", "colors", "coloured", "colored", "colouring", "coloring",
        "colourable", "colorable", "chromatic",
    ]

    private static let usualColours = ["red", "green", "blue", "yellow", "orange", "purple"]

    private static let colourNames: Set<String> = [
        "red", "green", "blue", "yellow", "orange", "purple", "white", "black", "brown", "pink",
        "grey", "gray", "violet",
    ]

    private static let vocabulary: Set<String> = [
        "the", "a", "graph", "with", "edges", "edge", "and", "using", "can", "be", "is", "has",
        "vertices", "vertex", "nodes", "node", "find", "proper", "valid", "give", "of", "what",
        "number", "how", "many", "are", "needed", "to", "assign", "one", "each", "so", "that",
        "adjacent", "differ", "properly", "this", "at", "most", "given", "complete", "map",
        "borders", "regions", "region", "countries", "country", "neighbours", "neighbors", "it",
        "possible", "only", "whose", "in", "way", "no", "two", "connected", "share", "minimum",
        "uses",
        "for", "following", "please", "you", "show", "colours", "question", "use", "different",
        "every", "me", "same", "get", "have", "fewest", "smallest", "required", "must", "which",
        "there", "these", "where", "i", "want", "need", "such", "between", "whether", "determine",
        "ends", "neighbouring", "neighboring", "an", "any", "connects", "next", "distinct",
        "available", "other", "as", "its", "do", "not", "problem", "by", "solve",
    ]
}
