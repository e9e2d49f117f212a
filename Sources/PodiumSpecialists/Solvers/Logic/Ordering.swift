/// An order of names, by comparisons of two.
struct Ordering: Sendable {
    enum Question: String, Hashable, Sendable {
        /// From the greatest to the least.
        case order = "the whole order"
        case greatest = "the greatest"
        case least = "the least"
    }

    var names: [String]
    var relations: [(greater: String, lesser: String)]

    func solve(_ question: Question) throws(Unsolved) -> Solution {
        let all = try ranked()
        let last = all.count - 1
        let answer =
            switch question {
            case .order: all.indices.allSatisfy { all[$0].below.count == last - $0 } ? all : []
            case .greatest: all.filter { $0.below.count == last }
            case .least: all.filter { one in all.count { $0.below.contains(one.name) } == last }
            }
        if answer.isEmpty {
            throw Unsolved("tell \(question.rawValue), because it is open", isProved: true)
        }
        let given = relations.map { "\($0.greater) > \($0.lesser)" }.joined(separator: ", ")
        return Solution(answer.map(\.name).joined(separator: ", "), ["It is given: \(given)."])
    }

    /// The names and all that are below each, those with most first.
    private func ranked() throws(Unsolved) -> [(name: String, below: Set<String>)] {
        let all = Set(names + relations.flatMap { [$0.greater, $0.lesser] })
        if max(all.count, relations.count) > 400 { throw Unsolved("compare so many things") }
        let next = Dictionary(grouping: relations, by: \.greater)
        let ranked = all.sorted().map { name in
            var below: Set<String> = []
            var open = [name]
            while let greater = open.popLast() {
                open += (next[greater] ?? []).map(\.lesser).filter { below.insert($0).inserted }
            }
            return (name: name, below: below)
        }
        if let (name, _) = ranked.first(where: { $1.contains($0) }) {
            throw Unsolved("order these, for \(name) would be above itself", isProved: true)
        }
        return ranked.sorted { ($1.below.count, $0.name) < ($0.below.count, $1.name) }
    }
}
