/// Phrases taken apart into tasks of one skill each, in an order in which they can be done.
///
/// `How many vowels are in the reverse of "abc"?` becomes `Reverse "abc".` and `How many vowels are in
/// the result above?` Arithmetic within arithmetic stays together; what is asked twice is done once.
public struct Unfolding: Hashable, Sendable {
    public struct Step: Hashable, Sendable {
        /// What is to be done, with references to earlier results among those that it uses.
        public var phrase: Phrase
        /// The earlier steps whose results it needs, in rising order.
        public var uses: [Int]
    }

    public private(set) var steps: [Step] = []
    /// The steps that answer the phrases, one for each.
    public private(set) var ends: [Int] = []
    private var known: [Phrase: Int] = [:]

    public init(_ phrases: [Phrase]) {
        for phrase in phrases {
            // The answers come in the order of the questions.
            known = [:]
            ends.append(add(phrase))
        }
    }

    private mutating func add(_ phrase: Phrase) -> Int {
        if let index = known[phrase] { return index }
        var uses: Set<Int> = []
        let open = mapped(phrase, &uses)
        let order = uses.sorted()
        steps.append(Step(phrase: order.isEmpty ? open : open.renumbered(order), uses: order))
        known[phrase] = steps.count - 1
        return steps.count - 1
    }

    /// The phrase with references, by the steps' own numbers, in the place of what is done before.
    private mutating func mapped(_ phrase: Phrase, _ uses: inout Set<Int>) -> Phrase {
        var result = phrase
        for (slot, argument) in phrase.slots.sorted(by: { $0.key < $1.key }) {
            switch argument {
            case .phrase(let inner):
                let index = add(inner)
                uses.insert(index)
                result.slots[slot] = .result(Reference(ordinal: index))
            case .expression(let expression):
                result.slots[slot] = .expression(mapped(expression, in: phrase, &uses))
            case .list(let items):
                result.slots[slot] = .list(items.map { mapped($0, in: phrase, &uses) })
            default: break
            }
        }
        return result
    }

    private mutating func mapped(
        _ expression: Expression,
        in outer: Phrase,
        _ uses: inout Set<Int>
    ) -> Expression {
        switch expression {
        case .phrase(let inner):
            if inner.skill == .arithmetic, outer.skill == .arithmetic {
                return .phrase(mapped(inner, &uses))
            }
            let index = add(inner)
            uses.insert(index)
            return .result(Reference(ordinal: index))
        case .negated(let inner): return .negated(mapped(inner, in: outer, &uses))
        case .factorial(let inner): return .factorial(mapped(inner, in: outer, &uses))
        case .binary(let operation, let left, let right):
            return .binary(
                operation,
                mapped(left, in: outer, &uses),
                mapped(right, in: outer, &uses)
            )
        case .number, .variable, .result: return expression
        }
    }
}

extension Phrase {
    /// References by the steps' numbers become places among the results that are used.
    fileprivate func renumbered(_ order: [Int]) -> Phrase {
        func place(_ reference: Reference) -> Reference {
            guard order.count > 1, let step = reference.ordinal else { return Reference() }
            return Reference(ordinal: order.firstIndex(of: step))
        }
        func change(_ expression: Expression) -> Expression {
            switch expression {
            case .result(let reference): .result(place(reference))
            case .phrase(let inner): .phrase(inner.renumbered(order))
            case .negated(let inner): .negated(change(inner))
            case .factorial(let inner): .factorial(change(inner))
            case .binary(let operation, let left, let right):
                .binary(operation, change(left), change(right))
            case .number, .variable: expression
            }
        }
        var result = self
        for (slot, argument) in slots {
            switch argument {
            case .result(let reference): result.slots[slot] = .result(place(reference))
            case .expression(let expression): result.slots[slot] = .expression(change(expression))
            case .list(let items): result.slots[slot] = .list(items.map(change))
            default: break
            }
        }
        return result
    }
}
