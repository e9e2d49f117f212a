/// What an islander says, read as a formula in which true stands for a knight.
///
/// Where English leaves two readings ("either … or", "one of us"), `reading` chooses, and
/// `isAmbiguous` tells that it had to.
struct KnightStatement {
    struct Reading: Hashable, Sendable {
        var eitherIsExclusive = false
        var bareNumberIsExact = true
    }

    let people: [String]
    let speaker: Int?
    var reading = Reading()
    var isAmbiguous = false
    var reader = WordReader([])
    private var depth = 0
    private var lastKind: Bool?

    init(people: [String], speaker: Int?, reading: Reading) {
        self.people = people
        self.speaker = speaker
        self.reading = reading
    }

    /// Nil when not every word is understood.
    mutating func formula(_ tokens: [Token]) -> Formula? {
        guard tokens.count <= 120 else { return nil }
        reader = WordReader(tokens)
        guard let formula = whole(), reader.isAtEnd else { return nil }
        return formula
    }

    // MARK: Compounds

    private mutating func whole() -> Formula? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 20 else { return nil }
        if reader.take("if") {
            guard let premise = compound() else { return nil }
            _ = reader.take(",")
            _ = reader.take("then")
            return whole().map { .implies(premise, $0) }
        }
        guard let left = compound() else { return nil }
        if reader.take("if", "and", "only", "if") || reader.take("exactly", "if") {
            return compound().map { .same(left, $0) }
        }
        if reader.take("only", "if") { return compound().map { .implies(left, $0) } }
        if reader.take("if") { return compound().map { .implies($0, left) } }
        return left
    }

    /// Parts joined by one kind of word: "and" and "or" side by side leave open what belongs together.
    private mutating func compound() -> Formula? {
        let isEither = isEitherOfStatements && reader.take("either")
        guard let first = unit() else { return nil }
        var parts = [first]
        var joint: String?
        while let next = takeJoint() {
            if next == "not both" {
                guard parts.count == 2, joint == "or" else { return nil }
                return .exclusive(parts[0], parts[1])
            }
            guard joint == nil || joint == next, let part = unit() else { return nil }
            joint = next
            parts.append(part)
        }
        guard parts.count > 1 else { return isEither ? nil : first }
        guard joint == "or" else { return isEither ? nil : .all(parts) }
        guard isEither, parts.count == 2 else { return isEither ? nil : .any(parts) }
        isAmbiguous = true
        return reading.eitherIsExclusive ? .exclusive(parts[0], parts[1]) : .any(parts)
    }

    /// "Either Ann is a knave or …", not "either Ann or Bob is a knave".
    private var isEitherOfStatements: Bool {
        guard reader.next?.key == "either" else { return false }
        var ahead = reader
        ahead.position += 1
        guard person(&ahead) != nil else { return true }
        return ahead.next?.key != "or"
    }

    private mutating func takeJoint() -> String? {
        let start = reader.position
        let comma = reader.take(",")
        if reader.take("but", "not", "both") { return "not both" }
        if reader.take("or") {
            _ = reader.take("else") || reader.take("that")
            return "or"
        }
        if reader.take("and", "that") || reader.take("and") || reader.take("but")
            || reader.take("while")
        {
            return "and"
        }
        if comma, let token = reader.next, isPerson(token) { return "and" }
        reader.position = start
        return nil
    }

    private mutating func unit() -> Formula? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 20 else { return nil }
        _ = reader.take("that")
        for opening in ["case", "true"] {
            let isNegation =
                reader.take("it", "is", "not", "the", opening, "that")
                || reader.take("it", "is", "not", opening, "that")
            if isNegation { return unit().map { .not($0) } }
        }
        if reader.take("it", "is", "false", "that") { return unit().map { .not($0) } }
        if reader.take("it", "is", "true", "that") { return unit() }
        if reader.take("there", "is") || reader.take("there", "are") { return existence() }
        if reader.take("so", "is") || reader.take("so", "am") || reader.take("so", "are") {
            guard let kind = lastKind, let person = person(&reader) else { return nil }
            return Self.kind(person, kind)
        }
        guard let subject = subject() else { return nil }
        return predicate(of: subject)
    }

    /// "exactly one knave among us"
    private mutating func existence() -> Formula? {
        guard let range = quantity(), let kind = takeKind() else { return nil }
        _ = reader.take("among", "us") || reader.take("among", "them") || reader.take("here")
        return .count(everyone.map { Self.kind($0, kind) }, range)
    }

    // MARK: Predicates

    private mutating func predicate(of subject: Subject) -> Formula? {
        if let kind = takeVerb() { return apply(kind, to: subject) }
        guard reader.take(any: ["is", "are", "am", "be"]) != nil else { return nil }
        let isNegated = reader.take("not")
        reader.skip(["both", "all", "each"])
        if let relation = relation(of: subject) { return isNegated ? .not(relation) : relation }
        if reader.take("the", "only") {
            guard case .each(let list) = subject, list.count == 1, !isNegated,
                let kind = takeKind()
            else { return nil }
            return .all(everyone.map { Self.kind($0, (list[0] == $0) == kind) })
        }
        guard let kind = takeKind() else {
            // "… but Bob is not"
            guard isNegated, let lastKind, case .each(let list) = subject, list.count == 1 else {
                return nil
            }
            return Self.kind(list[0], !lastKind)
        }
        lastKind = kind
        guard isNegated else { return apply(kind, to: subject) }
        // "Ann and Bob are not knights" may be read in two ways; of one person it is plain.
        switch subject {
        case .each(let list) where list.count == 1: return Self.kind(list[0], !kind)
        case .number(let range, let list): return .count(list.map { Self.kind($0, !kind) }, range)
        default: return nil
        }
    }

    private mutating func relation(of subject: Subject) -> Formula? {
        let start = reader.position
        _ = reader.take("of")
        let hasArticle = reader.take("the")
        let isSame = reader.take("same")
        let isOther = !isSame && reader.take(any: ["different", "opposite"]) != nil
        guard isSame || isOther else {
            reader.position = start
            return nil
        }
        _ = hasArticle
        reader.skip(["kind", "kinds", "type", "types", "sort", "sorts"])
        guard case .each(var list) = subject else { return nil }
        if reader.take("as") || reader.take("from") || reader.take("to") || reader.take("than") {
            guard let other = person(&reader, inList: true), list.count == 1 else { return nil }
            list.append(other)
        }
        guard list.count > 1, isSame || list.count == 2 else { return nil }
        let same = list.dropFirst().map { Formula.same(.variable(list[0]), .variable($0)) }
        return isSame ? .all(same) : .not(.all(same))
    }

    /// "lies", "always tells the truth"
    private mutating func takeVerb() -> Bool? {
        let start = reader.position
        _ = reader.take("always")
        if reader.take("lies") || reader.take("lie") { return false }
        for verb in ["tells", "tell", "speaks", "speak"] where reader.take(verb, "the", "truth") {
            return true
        }
        reader.position = start
        return nil
    }

    private mutating func takeKind() -> Bool? {
        let start = reader.position
        reader.skip(["a", "an"])
        if reader.take("lying") { return false }
        if reader.take("telling", "the", "truth") || reader.take("truthful") { return true }
        if let kind = reader.next.flatMap({ KnightWords.kinds[$0.key] }) {
            reader.position += 1
            return kind
        }
        reader.position = start
        return nil
    }

    private func apply(_ kind: Bool, to subject: Subject) -> Formula? {
        switch subject {
        case .each(let list): .all(list.map { Self.kind($0, kind) })
        case .none(let list): .all(list.map { Self.kind($0, !kind) })
        case .notEach(let list): .not(.all(list.map { Self.kind($0, kind) }))
        case .number(let range, let list): .count(list.map { Self.kind($0, kind) }, range)
        case .any(let list, let isEither): any(list, kind, isEither)
        }
    }

    private func any(_ list: [Int], _ kind: Bool, _ isEither: Bool) -> Formula? {
        guard isEither else { return .any(list.map { Self.kind($0, kind) }) }
        guard list.count == 2 else { return nil }
        let (one, other) = (Self.kind(list[0], kind), Self.kind(list[1], kind))
        return reading.eitherIsExclusive ? .exclusive(one, other) : .any([one, other])
    }

    private static func kind(_ person: Int, _ isKnight: Bool) -> Formula {
        isKnight ? .variable(person) : .not(.variable(person))
    }
}
