internal import BigInt

/// Matches a sentence against the phrasebook, slot by slot.
///
/// Every reader gives all the ways to read what begins at a place, each with where it ends: few, and
/// mostly one. What was found for a place is kept, so that the work is bounded by the sentence's
/// length times its depth.
struct SentenceReader {
    /// Phrases within phrases are read to this depth.
    static let depthLimit = 6

    let lexemes: [Lexeme]
    /// What was given before the sentence, by slot: `x + y = 10` for `eqs`.
    var given: [String: Argument] = [:]
    /// Whether single letters are unknowns.
    var readsVariables = false
    private var depth = 0
    private var nouns: [Int: [Found<Phrase>]] = [:]
    var knownClaims: [Int: [Found<Argument>]] = [:]

    struct Found<Item: Hashable>: Hashable {
        var item: Item
        var end: Int
    }

    init(_ lexemes: [Lexeme], given: [String: Argument] = [:]) {
        self.lexemes = lexemes
        self.given = given
    }

    var end: Int { lexemes.count }

    func lexeme(_ index: Int) -> Lexeme? { lexemes.indices.contains(index) ? lexemes[index] : nil }
    func key(_ index: Int) -> String { lexeme(index)?.key ?? "" }

    /// Whether these words stand here.
    func reads(_ words: [String], at start: Int) -> Bool {
        start + words.count <= end
            && words.indices.allSatisfy {
                lexemes[start + $0].key == words[$0] && lexemes[start + $0].kind != .quoted
            }
    }

    // MARK: Wordings

    /// Everything of one place in the phrasebook that can be read here.
    mutating func phrases(_ place: Phrasebook.Place, at start: Int) -> [Found<Phrase>] {
        guard depth < Self.depthLimit, start < end else { return [] }
        depth += 1
        defer { depth -= 1 }
        var found: [Found<Phrase>] = []
        let key = lexemes[start].kind == .quoted ? "" : key(start)
        var entries = key.isEmpty ? [] : Phrasebook.entries(place, beginning: key)
        // What begins with a slot could be anything, so only whole sentences may.
        if place != .noun { entries += Phrasebook.entries(place, beginning: "") }
        for entry in entries { found += match(entry, at: start) }
        return found
    }

    private mutating func match(
        _ entry: Phrasebook.Entry,
        at start: Int
    ) -> [Found<Phrase>] {
        var states = [Found(item: [String: Argument](), end: start)]
        for mark in entry.variant.marks {
            var next: [Found<[String: Argument]>] = []
            for state in states {
                switch mark {
                case .key(let key):
                    guard let lexeme = lexeme(state.end), lexeme.key == key, lexeme.kind != .quoted
                    else { continue }
                    next.append(Found(item: state.item, end: state.end + 1))
                case .slot(let name, let slot):
                    for value in arguments(slot, at: state.end) {
                        var slots = state.item
                        slots[name] = value.item
                        next.append(Found(item: slots, end: value.end))
                    }
                }
            }
            states = next
            if states.isEmpty { return [] }
        }
        return states.map { Found(item: Phrase(entry.form.name, $0.item), end: $0.end) }
    }

    /// Names of results that begin here, with what they lack taken from what was given.
    mutating func nouns(at start: Int) -> [Found<Phrase>] {
        if let known = nouns[start] { return known }
        let found = phrases(.noun, at: start).compactMap { found -> Found<Phrase>? in
            completed(found.item).map { Found(item: $0, end: found.end) }
        }
        // What the limit cut off may be read from a lesser depth.
        if depth + 1 < Self.depthLimit { nouns[start] = found }
        return found
    }

    /// The phrase with what was given before in the slots that it leaves open.
    func completed(_ phrase: Phrase) -> Phrase? {
        var phrase = phrase
        for slot in Phrasebook.form(phrase.form).slots where phrase.slots[slot] == nil {
            guard let value = given[slot] else { return nil }
            phrase.slots[slot] = value
        }
        return phrase.isConsistent ? phrase : nil
    }

    // MARK: Expressions

    mutating func expressions(at start: Int) -> [Found<Expression>] {
        var parser = ExpressionParser(reader: self, place: start, isGreedy: true)
        var found: [Found<Expression>] = []
        if let whole = parser.expression() { found.append(Found(item: whole, end: parser.place)) }
        if parser.hadChoice {
            parser = ExpressionParser(reader: parser.reader, place: start, isGreedy: false)
            if let other = parser.expression() {
                found.append(Found(item: other, end: parser.place))
            }
        }
        nouns = parser.reader.nouns
        return found
    }
}
