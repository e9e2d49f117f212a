import PodiumCore

/// A graph whose vertices get colours so that neighbours differ.
struct Colouring: SearchProblem {
    enum Aim: Hashable, Sendable {
        case colouring
        /// Whether so many colours are enough.
        case decision
        /// The chromatic number.
        case fewest
    }

    var vertices: [String]
    /// Pairs of positions in `vertices`.
    var edges: [(Int, Int)]
    var colours: [String]
    var aim: Aim

    /// The most starts of one search, and the most nodes of a proof.
    static let restartLimit = 12
    static let nodeLimit = 60_000

    var statement: String {
        "A graph of \(vertices.count) vertices and \(edges.count) edges."
    }

    func search(random: inout SeededGenerator) -> Attempt {
        switch aim {
        case .colouring: return colour(&random)
        case .decision:
            guard let isEnough = proof(colours: colours.count) else { return Self.tooLarge }
            let words = isEnough ? "are enough" : "are not enough"
            return .solved(
                Solution(
                    working: [statement, "All cases tried: \(colours.count) colours \(words)."],
                    answer: isEnough ? "yes" : "no"
                )
            )
        case .fewest:
            for count in 1...max(vertices.count, 1) {
                guard let isEnough = proof(colours: count) else { return Self.tooLarge }
                guard isEnough else { continue }
                return .solved(
                    Solution(
                        working: [statement, "\(count) colours are enough, and no fewer are."],
                        answer: "\(count)"
                    )
                )
            }
            return .notUnderstood
        }
    }

    private static let tooLarge = Attempt.impossible(
        "I cannot decide this within \(nodeLimit) cases."
    )

    /// Colours the vertices in an order that chance and crowding decide, and never goes back.
    private func colour(_ random: inout SeededGenerator) -> Attempt {
        let neighbours = neighbours()
        for start in 1...Self.restartLimit {
            var given: [Int?] = vertices.map { _ in nil }
            var left = Set(vertices.indices)
            while !left.isEmpty {
                let order = left.sorted().shuffled(using: &random)
                func crowding(_ vertex: Int) -> Int {
                    Set(neighbours[vertex].compactMap { given[$0] }).count
                }
                guard let vertex = order.max(by: { crowding($0) < crowding($1) }) else { break }
                let taken = Set(neighbours[vertex].compactMap { given[$0] })
                let free = colours.indices.filter { !taken.contains($0) }
                guard let colour = free.first else { break }
                // The first is usual; another now and then, so that each start differs.
                let isUsual = Int.random(in: 0..<4, using: &random) > 0
                given[vertex] =
                    isUsual ? colour : free[Int.random(in: 0..<free.count, using: &random)]
                left.remove(vertex)
            }
            guard left.isEmpty else { continue }
            let text = zip(vertices, given).map { "\($0) \(colours[$1 ?? 0])" }
                .joined(separator: ", ")
            guard judge(text) == .right else { return .notUnderstood }
            return .solved(
                Solution(
                    working: [statement, "Found with start \(start); all edges hold."],
                    answer: text
                )
            )
        }
        return .unlucky("a colouring", steps: Self.restartLimit * vertices.count)
    }

    private func neighbours() -> [[Int]] {
        var neighbours: [[Int]] = vertices.map { _ in [] }
        for (first, second) in edges {
            neighbours[first].append(second)
            neighbours[second].append(first)
        }
        return neighbours
    }

    /// Tries all colourings up to the names of the colours. Nil when that takes too long.
    private func proof(colours count: Int) -> Bool? {
        let neighbours = neighbours()
        let order = vertices.indices.sorted {
            (neighbours[$1].count, $0) < (neighbours[$0].count, $1)
        }
        var given: [Int?] = vertices.map { _ in nil }
        var nodes = 0
        func place(_ position: Int, _ used: Int) -> Bool {
            guard position < order.count else { return true }
            let vertex = order[position]
            for colour in 0..<min(used + 1, count) {
                nodes += 1
                if nodes > Self.nodeLimit { return false }
                guard !neighbours[vertex].contains(where: { given[$0] == colour }) else { continue }
                given[vertex] = colour
                if place(position + 1, max(used, colour + 1)) { return true }
                given[vertex] = nil
            }
            return false
        }
        let isPossible = place(0, 0)
        return nodes > Self.nodeLimit ? nil : isPossible
    }

    func judge(_ answer: String) -> Judgement {
        guard aim == .colouring else {
            var random = SeededGenerator(seed: 0)
            guard let found = search(random: &random).solution?.answer else { return .unknown }
            return SeenAnswer.agree(found, answer) ? .right : .wrong("I find \(found)")
        }
        guard answer.utf8.count <= 4_000 else { return .unknown }
        let words = Tokens(answer).all.filter {
            !$0.isSymbol(",;:=-–>→") && !$0.isWord(["is", "and"])
        }
        var given: [Int: String] = [:]
        var index = 0
        while index + 1 < words.count {
            guard let vertex = vertices.firstIndex(where: { $0.lowercased() == words[index].key })
            else { return .unknown }
            given[vertex] = words[index + 1].key
            index += 2
        }
        guard index == words.count, !given.isEmpty else { return .unknown }
        guard given.count == vertices.count else { return .wrong("not every vertex has a colour") }
        guard Set(given.values).isSubset(of: colours.map { $0.lowercased() }) else {
            return .wrong("it uses other colours")
        }
        for (first, second) in edges where given[first] == given[second] {
            return .wrong("\(vertices[first]) and \(vertices[second]) are neighbours")
        }
        return .right
    }
}
