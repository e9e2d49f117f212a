/// Things in a row, and what is known of their order. The start is the tallest, the first to arrive,
/// or the one on the left.
struct Ordering {
    enum Place: Hashable, Sendable {
        /// Counted from 0.
        case fromStart(Int)
        case fromEnd(Int)
        case middle
        case anEnd
    }

    indirect enum Fact: Hashable, Sendable {
        case before(Int, Int)
        /// The first is so many places before the second.
        case ahead(Int, Int, by: Int)
        case adjacent(Int, Int)
        case at(Int, Place)
        case between(Int, Int, Int)
        case not(Fact)
    }

    private(set) var names: [String] = []
    private(set) var shown: [String] = []
    var facts: [Fact] = []

    /// All orders of so many are tried, at most.
    static let nameLimit = 8

    mutating func index(of name: String, shown text: String) -> Int {
        if let index = names.firstIndex(of: name) { return index }
        names.append(name)
        shown.append(text)
        return names.count - 1
    }

    /// Every order in which all facts hold; each lists the things from the start.
    func solutions() -> [[Int]] {
        guard names.count <= Self.nameLimit else { return [] }
        var found: [[Int]] = []
        var order: [Int] = []
        var places = names.map { _ in -1 }
        func extend() {
            guard order.count < names.count else {
                if facts.allSatisfy({ holds($0, places) }) { found.append(order) }
                return
            }
            for thing in names.indices where places[thing] < 0 {
                places[thing] = order.count
                order.append(thing)
                // A thing that must come first and is not placed yet can never do so.
                let isLate = facts.contains { fact in
                    guard case .before(let first, let second) = fact else { return false }
                    return second == thing && places[first] < 0
                }
                if !isLate { extend() }
                order.removeLast()
                places[thing] = -1
            }
        }
        extend()
        return found
    }

    func holds(_ fact: Fact, _ places: [Int]) -> Bool {
        switch fact {
        case .before(let first, let second): places[first] < places[second]
        case .ahead(let first, let second, let count): places[second] - places[first] == count
        case .adjacent(let first, let second): abs(places[first] - places[second]) == 1
        case .at(let thing, let place): isAt(places[thing], place)
        case .between(let thing, let first, let second):
            (places[first] < places[thing]) == (places[thing] < places[second])
        case .not(let inner): !holds(inner, places)
        }
    }

    private func isAt(_ index: Int, _ place: Place) -> Bool {
        switch place {
        case .fromStart(let offset): index == offset
        case .fromEnd(let offset): index == names.count - 1 - offset
        case .middle: names.count % 2 == 1 && index == names.count / 2
        case .anEnd: index == 0 || index == names.count - 1
        }
    }
}

/// What is asked of an order.
enum OrderQuestion: Hashable, Sendable {
    case who(Ordering.Place)
    case rank(Int)
    case order(isReversed: Bool)
    case fact(Ordering.Fact)
    /// Who is so many places after this one; before it where the number is negative.
    case neighbour(Int, Int)

    /// Nil where there is no such thing.
    func answer(in order: [Int], of puzzle: Ordering) -> String? {
        switch self {
        case .who(let place):
            let last = order.count - 1
            let index: Int? =
                switch place {
                case .fromStart(let offset): offset
                case .fromEnd(let offset): last - offset
                case .middle: order.count % 2 == 1 ? order.count / 2 : nil
                case .anEnd: nil
                }
            return index.flatMap { order.indices.contains($0) ? puzzle.shown[order[$0]] : nil }
        case .rank(let thing):
            let names = [
                "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
            ]
            return order.firstIndex(of: thing).map { names[min($0, names.count - 1)] }
        case .order(let isReversed):
            let order = isReversed ? order.reversed() : order
            return order.map { puzzle.shown[$0] }.joined(separator: ", ")
        case .fact(let fact):
            var places = order
            for (place, thing) in order.enumerated() { places[thing] = place }
            return puzzle.holds(fact, places) ? "yes" : "no"
        case .neighbour(let thing, let offset):
            guard let place = order.firstIndex(of: thing) else { return nil }
            let index = place + offset
            return order.indices.contains(index) ? puzzle.shown[order[index]] : nil
        }
    }
}
