/// Who owns what: categories of equally many values, each value going with exactly one person.
struct Assignment {
    struct Category: Hashable, Sendable {
        var values: [String]
        var shown: [String]
        /// Words that stood with the list: `pet`, `own`.
        var words: Set<String>
    }

    struct Value: Hashable, Sendable {
        var category: Int
        var index: Int
    }

    enum Clue: Hashable, Sendable {
        /// Whether the two go together.
        case together(Value, Value, Bool)
        /// The first goes with one of the others.
        case oneOf(Value, [Value])

        var values: [Value] {
            switch self {
            case .together(let first, let second, _): [first, second]
            case .oneOf(let first, let others): [first] + others
            }
        }
    }

    /// The first category is the people.
    var categories: [Category] = []
    var clues: [Clue] = []

    static let sizeLimit = 5
    static let nodeLimit = 300_000

    var size: Int { categories.first?.values.count ?? 0 }

    /// For each category, the person of each value. Nil when there are too many cases.
    func solutions() -> [[[Int]]]? {
        let orders = Self.permutations(size)
        var found: [[[Int]]] = []
        var nodes = 0
        func extend(_ owners: [[Int]]) {
            guard nodes <= Self.nodeLimit else { return }
            guard owners.count < categories.count else {
                found.append(owners)
                return
            }
            // Only clues about the new category and earlier ones can be tried now.
            let ready = clues.filter { clue in
                clue.values.allSatisfy { $0.category <= owners.count }
                    && clue.values.contains { $0.category == owners.count }
            }
            for order in orders {
                nodes += 1
                let next = owners + [order]
                if ready.allSatisfy({ holds($0, next) }) { extend(next) }
            }
        }
        extend([Array(0..<size)])
        return nodes > Self.nodeLimit ? nil : found
    }

    func holds(_ clue: Clue, _ owners: [[Int]]) -> Bool {
        func owner(_ value: Value) -> Int { owners[value.category][value.index] }
        switch clue {
        case .together(let first, let second, let isSo):
            return (owner(first) == owner(second)) == isSo
        case .oneOf(let first, let others): return others.contains { owner($0) == owner(first) }
        }
    }

    private static func permutations(_ count: Int) -> [[Int]] {
        guard count > 1 else { return [Array(0..<count)] }
        return permutations(count - 1).flatMap { shorter in
            (0..<count).map { place in
                var order = shorter
                order.insert(count - 1, at: place)
                return order
            }
        }
    }

    enum Question: Hashable, Sendable {
        /// Which value of a category goes with this one.
        case partner(of: Value, in: Int)
        case together(Value, Value)
        /// Every person with the value of a category.
        case all(Int)
    }

    func answer(_ question: Question, _ owners: [[Int]]) -> String {
        func owner(_ value: Value) -> Int { owners[value.category][value.index] }
        func shown(_ person: Int, _ category: Int) -> String {
            let index = owners[category].firstIndex(of: person) ?? 0
            return categories[category].shown[index]
        }
        switch question {
        case .partner(let value, let category): return shown(owner(value), category)
        case .together(let first, let second): return owner(first) == owner(second) ? "yes" : "no"
        case .all(let category):
            return (0..<size).map { "\(categories[0].shown[$0]) \(shown($0, category))" }
                .joined(separator: ", ")
        }
    }
}
