/// Picks the edges and vertices out of a text and keeps the rest.
struct GraphScan {
    private(set) var vertices: [String] = []
    private(set) var edges: [(Int, Int)] = []
    /// What is neither edge nor vertex.
    private(set) var rest: [Token] = []
    private let tokens: [Token]

    init(_ tokens: [Token]) { self.tokens = tokens }

    /// False when the text contradicts itself, as an edge from a vertex to itself.
    mutating func run() -> Bool {
        var index = 0
        var followsEdges = false
        while index < tokens.count {
            if let (first, second, end) = pair(at: index, followsEdges) {
                guard first.key != second.key else { return false }
                edges.append((vertex(first.text), vertex(second.text)))
                index = end
                continue
            }
            if let end = sentenceEdges(at: index) {
                index = end
                continue
            }
            if let end = declaredVertices(at: index) {
                index = end
                continue
            }
            if tokens[index].isWord(["edges", "edge", "borders"]) { followsEdges = true }
            if tokens[index].isSymbol(".?") { followsEdges = false }
            rest.append(tokens[index])
            index += 1
        }
        // "so that A is red" is a condition of its own; "A graph" is none.
        let isArticle: Set<String> = ["graph", "map", "proper", "valid", "complete"]
        for (index, token) in rest.enumerated() where token.text == "A" {
            guard index + 1 < rest.count, rest[index + 1].isWord(isArticle) else { return false }
        }
        return vertices.count <= 40
    }

    func colouring(colours: [String], aim: Colouring.Aim) -> Colouring {
        Colouring(vertices: vertices, edges: edges, colours: colours, aim: aim)
    }

    private mutating func vertex(_ name: String) -> Int {
        if let index = vertices.firstIndex(of: name) { return index }
        vertices.append(name)
        return vertices.count - 1
    }

    private func isName(_ token: Token) -> Bool {
        switch token.kind {
        case .number: token.text.count <= 3 && token.text.allSatisfy(\.isDecimalDigit)
        case .word:
            token.text.count == 1 || token.isCapitalised
                || token.text.count == 2 && token.text.last?.isDecimalDigit == true
        default: false
        }
    }

    /// `A-B`, `A – B`, `(A, B)`, and `AB` in a list of edges.
    private func pair(at index: Int, _ followsEdges: Bool) -> (Token, Token, Int)? {
        func token(_ offset: Int) -> Token? {
            index + offset < tokens.count ? tokens[index + offset] : nil
        }
        guard let first = token(0) else { return nil }
        if isName(first), let mark = token(1), mark.isSymbol("-–—‐‑−"), let second = token(2),
            isName(second), first.kind == second.kind,
            !second.isWord(ColouringReader.colouringWords),
            token(3)?.isSymbol("-–—‐‑−") != true || token(3)?.followsSpace == true
        {
            return (first, second, index + 3)
        }
        if first.isSymbol("({"), let one = token(1), isName(one), token(2)?.isSymbol(",") == true,
            let two = token(3), isName(two), token(4)?.isSymbol(")}") == true
        {
            return (one, two, index + 5)
        }
        if followsEdges, first.kind == .word, first.text.count == 2,
            first.text.allSatisfy({ $0.isUppercase }), let one = first.text.first,
            let two = first.text.last
        {
            return (first.as(String(one)), first.as(String(two)), index + 1)
        }
        return nil
    }

    /// "A is connected to B and C"
    private mutating func sentenceEdges(at index: Int) -> Int? {
        guard isName(tokens[index]) else { return nil }
        var reader = WordReader(tokens)
        reader.position = index + 1
        let isEdge =
            reader.take("borders") || reader.take("is", "connected", "to")
            || reader.take("is", "adjacent", "to") || reader.take("is", "joined", "to")
            || reader.take("is", "a", "neighbour", "of") || reader.take("is", "next", "to")
        guard isEdge else { return nil }
        let names = list(&reader)
        guard !names.isEmpty else { return nil }
        let from = vertex(tokens[index].text)
        for name in names where name != tokens[index].text { edges.append((from, vertex(name))) }
        return reader.position
    }

    /// "vertices A, B, C and D"
    private mutating func declaredVertices(at index: Int) -> Int? {
        guard tokens[index].isWord(["vertices", "nodes", "regions", "countries"]) else {
            return nil
        }
        var reader = WordReader(tokens)
        reader.position = index + 1
        _ = reader.take(":")
        // "vertices A-B" are edges.
        guard pair(at: reader.position, false) == nil else { return nil }
        let names = list(&reader)
        guard names.count > 1 else { return nil }
        for name in names { _ = vertex(name) }
        return reader.position
    }

    private func list(_ reader: inout WordReader) -> [String] {
        var names: [String] = []
        while let token = reader.next, isName(token) {
            names.append(token.text)
            reader.position += 1
            let start = reader.position
            _ = reader.take(",")
            _ = reader.take("and")
            guard reader.position > start, reader.next.map(isName) == true else {
                reader.position = start
                break
            }
        }
        return names
    }
}
