/// The value of an answer: an expression, or several in a structure.
indirect enum ClosedForm {
    case expression(Expression)
    /// A point, a vector or an interval: the brackets count, and so does the order.
    case tuple(open: Character, [ClosedForm], close: Character)
    /// In any order. A bare list is a set too: questions ask for "all solutions, with commas".
    case set([ClosedForm])
    case union([ClosedForm])
    case matrix([[Expression]])
    /// Two sides with `=`, `<`, `≤`, `>`, `≥`, `≠` or `∈` between them.
    case relation(Expression, Character, ClosedForm)
}

extension ClosedForm {
    /// Whether an answer equals a reference. Bounded work for any texts.
    static func areEqual(_ answer: String, _ reference: String) -> Bool {
        let answer = LaTeXText(answer)
        let reference = LaTeXText(reference)
        // `10_2` and `10_3` differ; a missing base is implied by the question.
        if let base = answer.base, let wanted = reference.base, base != wanted { return false }
        if answer.isWords || reference.isWords { return answer.wordKey == reference.wordKey }
        if answer.key == reference.key { return true }
        // `1,000` is a number or a pair. The other text tells which, so both are tried.
        let references = reference.readings
        return answer.readings.contains { reading in
            references.contains { reading.sameAnswer(as: $0) }
        }
    }

    /// As `equals`, where `x = 5`, `x \in A` and `f(x) = 5` may stand for what they say of `x`.
    private func sameAnswer(as other: ClosedForm) -> Bool {
        if equals(other) { return true }
        switch (self, other) {
        case (.relation, .relation): return false
        case (.relation(_, let sign, let side), _) where "=∈".contains(sign):
            return side.sameAnswer(as: other)
        case (_, .relation(_, let sign, let side)) where "=∈".contains(sign):
            return sameAnswer(as: side)
        case (.set(let own), .set(let others)):
            return Self.match(own, others) { $0.sameAnswer(as: $1) }
        case (.set(let own), _) where own.count == 1: return own[0].sameAnswer(as: other)
        case (_, .set(let others)) where others.count == 1: return sameAnswer(as: others[0])
        default: return false
        }
    }

    private func equals(_ other: ClosedForm) -> Bool {
        switch (self, other) {
        case (.expression(let own), .expression(let other)): own.equals(other)
        case (
            .tuple(let open, let own, let close), .tuple(let otherOpen, let others, let otherClose)
        ):
            open == otherOpen && close == otherClose && own.count == others.count
                && zip(own, others).allSatisfy { $0.equals($1) }
        case (.set(let own), .set(let others)), (.union(let own), .union(let others)):
            Self.match(own, others) { $0.equals($1) }
        case (.matrix(let own), .matrix(let others)):
            own.map(\.count) == others.map(\.count)
                && zip(own.joined(), others.joined()).allSatisfy { $0.equals($1) }
        // A matrix of one column is a vector, which may be written as a tuple.
        case (.matrix(let rows), .tuple("(", let others, ")")),
            (.tuple("(", let others, ")"), .matrix(let rows)):
            rows.count == others.count && rows.allSatisfy { $0.count == 1 }
                && zip(rows.joined(), others).allSatisfy { ClosedForm.expression($0).equals($1) }
        case (
            .relation(let own, let sign, let side),
            .relation(let other, let otherSign, let otherSide)
        ):
            Self.sameRelation((own, sign, side), (other, otherSign, otherSide))
        default: false
        }
    }

    /// Every element of one has its own partner in the other.
    private static func match(
        _ own: [ClosedForm],
        _ others: [ClosedForm],
        by isEqual: (ClosedForm, ClosedForm) -> Bool
    ) -> Bool {
        guard own.count == others.count else { return false }
        var rest = others
        return own.allSatisfy { element in
            guard let index = rest.firstIndex(where: { isEqual(element, $0) }) else { return false }
            rest.remove(at: index)
            return true
        }
    }

    private typealias Relation = (left: Expression, sign: Character, right: ClosedForm)

    /// Both sides are equal, in either direction; or both say that multiples of one difference are
    /// zero, as `y = 2x + 1` and `2x - y + 1 = 0` do.
    private static func sameRelation(_ own: Relation, _ other: Relation) -> Bool {
        if own.sign == other.sign, own.left.equals(other.left), own.right.equals(other.right) {
            return true
        }
        guard case .expression(let right) = own.right,
            case .expression(let otherRight) = other.right
        else { return false }
        let mirrored: [Character: Character] = ["<": ">", ">": "<", "≤": "≥", "≥": "≤"]
        if mirrored[own.sign, default: own.sign] == other.sign,
            own.left.equals(otherRight), right.equals(other.left)
        {
            return true
        }
        guard own.sign == "=", other.sign == "=" else { return false }
        let ratio = Expression.binary(
            .divide,
            .binary(.subtract, own.left, right),
            .binary(.subtract, other.left, otherRight)
        )
        return ratio.isConstant
    }
}
