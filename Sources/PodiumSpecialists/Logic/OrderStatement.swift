/// Reads one sentence about an order, with everything that "and", "but" and "who" append to it.
struct OrderStatement {
    private(set) var facts: [Ordering.Fact] = []
    /// The reader with the names and dimensions of this sentence.
    private(set) var context: OrderingReader
    private var reader: WordReader
    private var lastThing: Int?

    init(tokens: [Token], reader: OrderingReader) {
        context = reader
        self.reader = WordReader(tokens)
    }

    var isAtEnd: Bool { reader.isAtEnd }

    mutating func run() -> Bool {
        guard var subject = thing() else { return false }
        guard clause(&subject) else { return false }
        while !reader.isAtEnd {
            let comma = reader.take(",")
            let joint = reader.take(any: ["and", "but", "while", "who", "which"])
            guard comma || joint != nil else { return false }
            if joint == "who" || joint == "which" {
                guard let lastThing else { return false }
                subject = lastThing
            } else {
                let start = reader.position
                if let next = thing() { subject = next } else { reader.position = start }
            }
            guard clause(&subject) else { return false }
        }
        return !facts.isEmpty
    }

    /// One thing said of `subject`, as a question has it. `verb` was read already.
    mutating func single(of subject: Int, after verb: String) -> Ordering.Fact? {
        let isVerb = reader.take(any: OrderWords.verbs) != nil
        guard isVerb || !verb.isEmpty || reader.next?.isWord(["win", "beat"]) == true,
            let found = predicate(of: subject), found.count == 1
        else { return nil }
        return found[0]
    }

    private mutating func clause(_ subject: inout Int) -> Bool {
        var isNegated = false
        if reader.take("did", "not") || reader.take("does", "not") {
            isNegated = true
            if reader.take("win") {
                facts.append(.not(.at(subject, .fromStart(0))))
                return context.narrow(["order"])
            }
            guard reader.take(any: OrderWords.verbs) != nil else { return false }
        } else {
            // "but older than Paul" goes without a verb.
            let hasVerb = reader.take(any: OrderWords.verbs) != nil
            if hasVerb { isNegated = reader.take("not") }
        }
        // "not taller than" leaves it open whether the two are alike.
        if isNegated, let word = reader.next, OrderWords.comparative[word.key] != nil {
            return false
        }
        guard let found = predicate(of: subject), !isNegated || found.count == 1 else {
            return false
        }
        facts += isNegated ? [.not(found[0])] : found
        return true
    }

    // MARK: Predicates

    private mutating func predicate(of subject: Int) -> [Ordering.Fact]? {
        if let found = comparison(subject) { return found }
        if let place = place() { return [.at(subject, place)] }
        if reader.take("win") || reader.take("won") {
            _ = reader.take("the", "race")
            return context.narrow(["order"]) ? [.at(subject, .fromStart(0))] : nil
        }
        if reader.take("beat") || reader.take("beats") {
            guard context.narrow(["order"]) else { return nil }
            return things()?.map { .before(subject, $0) }
        }
        if reader.take("between") || reader.take("sitting", "between") {
            guard let pair = things(), pair.count == 2 else { return nil }
            return [.between(subject, pair[0], pair[1])]
        }
        if reader.take("next", "to") || reader.take("beside") || reader.take("adjacent", "to")
            || reader.take("directly", "next", "to") || reader.take("right", "next", "to")
        {
            return thing().map { [.adjacent(subject, $0)] }
        }
        return relation(subject)
    }

    /// "taller than Bob", "as tall as Bob" after "not"
    private mutating func comparison(_ subject: Int) -> [Ordering.Fact]? {
        let start = reader.position
        if reader.take("as"), let word = reader.next, let found = OrderWords.plain[word.key] {
            reader.position += 1
            // Only "not as tall as" tells the order; the caller puts the "not" before it.
            guard start > 0, reader.tokens[start - 1].key == "not", reader.take("as"),
                let other = thing(), context.narrow(found.dimensions)
            else { return nil }
            return [found.isStart ? .before(subject, other) : .before(other, subject)]
        }
        reader.position = start
        guard let word = reader.next, let found = OrderWords.comparative[word.key],
            reader.token(after: 1)?.key == "than"
        else { return nil }
        reader.position += 2
        guard let others = things(), context.narrow(found.dimensions) else { return nil }
        return others.map { found.isStart ? .before(subject, $0) : .before($0, subject) }
    }

    /// "the second tallest", "third", "last", "at the left end", "in the middle"
    private mutating func place() -> Ordering.Place? {
        let start = reader.position
        let hasIn = reader.take("in") || reader.take("on") || reader.take("at")
        let hasThe = reader.take("the")
        let rank = reader.next.flatMap { OrderWords.ordinals[$0.key] }
        if rank != nil { reader.position += 1 }
        if let word = reader.next, let found = OrderWords.superlative[word.key] {
            reader.position += 1
            guard !hasIn, context.narrow(found.dimensions) else { return nil }
            return found.isStart ? .fromStart(rank ?? 0) : .fromEnd(rank ?? 0)
        }
        if let rank {
            _ = reader.take("place") || reader.take("position") || reader.take("in", "line")
            if reader.take("from", "the", "left") {
                return context.narrow(["space"]) ? .fromStart(rank) : nil
            }
            if reader.take("from", "the", "right") {
                return context.narrow(["space"]) ? .fromEnd(rank) : nil
            }
            return context.narrow(["order"]) ? .fromStart(rank) : nil
        }
        if reader.take("last") {
            _ = reader.take("place")
            return context.narrow(["order"]) ? .fromEnd(0) : nil
        }
        if hasIn, hasThe, reader.take("middle") || reader.take("centre") || reader.take("center") {
            return .middle
        }
        let isFar = reader.take("far")
        if reader.take("leftmost") || hasThe && reader.take("left", "end")
            || isFar && reader.take("left")
        {
            return context.narrow(["space"]) ? .fromStart(0) : nil
        }
        if reader.take("rightmost") || hasThe && reader.take("right", "end")
            || isFar && reader.take("right")
        {
            return context.narrow(["space"]) ? .fromEnd(0) : nil
        }
        if hasIn, hasThe, reader.take("front") {
            guard reader.next?.key != "of" else { return nil }
            return context.narrow(["order"]) ? .fromStart(0) : nil
        }
        if hasIn, !hasThe, reader.take("one", "end") || reader.take("an", "end") { return .anEnd }
        reader.position = start
        return nil
    }

    /// "immediately to the left of Bob", "two places ahead of Bob", "somewhere behind Bob"
    private mutating func relation(_ subject: Int) -> [Ordering.Fact]? {
        var distance: Int?
        if reader.take(any: OrderWords.close) != nil {
            distance = 1
        } else if let (value, end) = NumberRuns.number(reader.tokens, at: reader.position),
            (1...7).contains(value), end < reader.tokens.count,
            reader.tokens[end].isWord(["place", "places", "position", "positions", "seats"])
        {
            distance = value
            reader.position = end + 1
        }
        if reader.token(after: 1)?.isWord(["before", "after", "ahead", "behind"]) == true {
            // "came in before"
            _ = reader.take("in")
        }
        reader.skip(["somewhere", "sometime"])
        let isBefore: Bool
        if reader.take("to", "the", "left", "of") || reader.take("left", "of") {
            guard context.narrow(["space"]) else { return nil }
            isBefore = true
        } else if reader.take("to", "the", "right", "of") || reader.take("right", "of")
            || reader.take("of", "the", "right")
        {
            guard context.narrow(["space"]) else { return nil }
            isBefore = false
        } else if reader.take("before") || reader.take("ahead", "of")
            || reader.take("in", "front", "of") || reader.take("earlier", "than")
        {
            guard context.narrow(["order"]) else { return nil }
            isBefore = true
        } else if reader.take("after") || reader.take("behind") || reader.take("later", "than") {
            guard context.narrow(["order"]) else { return nil }
            isBefore = false
        } else {
            return nil
        }
        guard let others = things(), distance == nil || others.count == 1 else { return nil }
        return others.map { other in
            let (first, second) = isBefore ? (subject, other) : (other, subject)
            return distance.map { .ahead(first, second, by: $0) } ?? .before(first, second)
        }
    }

    // MARK: Things

    /// "both Bob and Cid", "Bob and Cid". An "and" before a new statement is left alone.
    private mutating func things() -> [Int]? {
        _ = reader.take("both")
        guard let first = thing() else { return nil }
        var list = [first]
        while true {
            let start = reader.position
            let comma = reader.take(",")
            let and = reader.take("and")
            guard comma || and, let next = thing(),
                reader.next == nil || reader.next?.isSymbol(",") == true
                    || reader.next?.isWord(["but", "and", "who"]) == true
            else {
                reader.position = start
                break
            }
            list.append(next)
        }
        lastThing = list.last
        return list
    }

    private mutating func thing() -> Int? {
        let found = Self.thing(&reader, &context.puzzle)
        if let found { lastThing = found }
        return found
    }

    /// `Ann`, or `the red house` up to the next word of the puzzle.
    static func thing(_ reader: inout WordReader, _ puzzle: inout Ordering) -> Int? {
        guard let first = reader.next else { return nil }
        if isName(first, in: reader.tokens, at: reader.position) {
            reader.position += 1
            return puzzle.index(of: first.key, shown: first.text)
        }
        let start = reader.position
        guard reader.take("the") else { return nil }
        var words: [String] = []
        while words.count < 3, let token = reader.next, token.kind == .word,
            !stops.contains(token.key), !OrderWords.verbs.contains(token.key),
            OrderWords.superlative[token.key] == nil, OrderWords.ordinals[token.key] == nil
        {
            words.append(token.key)
            reader.position += 1
        }
        guard (1...2).contains(words.count) else {
            reader.position = start
            return nil
        }
        let name = words.joined(separator: " ")
        return puzzle.index(of: name, shown: "the \(name)")
    }

    private static let stops: Set<String> = [
        "and", "but", "than", "who", "which", "left", "right", "middle", "end", "front", "last",
        "race", "of", "to", "not", "far", "leftmost", "rightmost", "only", "same", "number", "one",
        "other", "others", "queue", "row", "line", "first", "before", "after", "did", "does", "by",
        "centre", "center", "next", "between", "all", "beat", "won", "directly", "immediately",
    ]

    /// A capitalised word that is none of the words that start sentences.
    static func isName(_ token: Token, in tokens: [Token], at index: Int) -> Bool {
        guard token.isCapitalised, !others.contains(token.key),
            OrderWords.superlative[token.key] == nil, OrderWords.comparative[token.key] == nil,
            !NumberWords.isNumberWord(token.key)
        else { return false }
        // "A" starts a sentence as an article unless a verb follows.
        guard token.text == "A", index == 0 else { return true }
        return index + 1 < tokens.count
            && (OrderWords.verbs.contains(tokens[1].key) || tokens[1].isSymbol(",")
                || tokens[1].isWord(["beat", "did", "and"]))
    }

    private static let others: Set<String> = [
        "the", "in", "there", "all", "who", "what", "which", "if", "they", "it", "i", "he", "she",
        "no", "each", "only", "some", "both", "neither", "either", "every", "everyone", "nobody",
        "one", "two", "and", "but", "is", "are", "given", "suppose", "order", "list", "rank", "you",
        "we", "at", "on", "of", "not", "none", "someone", "people", "friends", "runners", "five",
        "how", "when", "where", "why", "this", "that", "these", "those", "his", "her", "their",
        "my", "your", "exactly", "my", "please", "find", "determine", "his", "however", "also",
        "houses", "books", "cars", "children", "students", "nor", "either", "immediately", "solve",
    ]
}
