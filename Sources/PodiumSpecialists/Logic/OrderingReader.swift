/// Reads puzzles about an order: heights, ages, races, queues and rows of seats.
struct OrderingReader {
    var puzzle = Ordering()
    /// What the order may be about; nil while nothing has said.
    private var dimensions: OrderWords.Dimensions?
    private var question: OrderQuestion?
    private var declared: Int?
    /// Plain lists of names, which say nothing by themselves.
    private var known: Set<String> = []

    static func solve(_ tokens: [Token]) -> Attempt {
        let tokens = OrderWords.joined(tokens)
        guard tokens.count <= 500, !tokens.contains(where: { $0.kind == .quoted }) else {
            return .notUnderstood
        }
        var reader = OrderingReader()
        return reader.run(Sentence.split(tokens)) ?? .notUnderstood
    }

    private mutating func run(_ sentences: [Sentence]) -> Attempt? {
        var asked: [[Token]] = []
        for sentence in sentences {
            var tokens = sentence.tokens
            if tokens.first?.isWord(["if", "given", "suppose"]) == true, sentence.isQuestion,
                let comma = tokens.lastIndex(where: { $0.isSymbol(",") })
            {
                guard statements(Array(tokens[1..<comma])) else { return nil }
                tokens = Array(tokens[(comma + 1)...])
            }
            let isCommand = tokens.first?.isWord([
                "order", "list", "rank", "sort", "arrange", "put",
            ])
            if sentence.isQuestion || isCommand == true || tokens.first?.isWord(["who"]) == true {
                asked.append(tokens)
            } else if !statements(tokens), !isPreamble(tokens) {
                return nil
            }
        }
        guard asked.count == 1, !puzzle.facts.isEmpty, let question = ask(asked[0]),
            (2...Ordering.nameLimit).contains(puzzle.names.count),
            declared == nil || declared == puzzle.names.count
        else { return nil }
        return answer(question)
    }

    private func answer(_ question: OrderQuestion) -> Attempt {
        let orders = puzzle.solutions()
        guard !orders.isEmpty else {
            return .impossible("I cannot solve this: what is said contradicts itself.")
        }
        let answers = Set(orders.map { question.answer(in: $0, of: puzzle) })
        guard answers.count == 1, let first = answers.first, let answer = first else {
            return .impossible(
                "I cannot tell: it is not determined, \(orders.count) orders are possible."
            )
        }
        var working = ["I try all orders of \(puzzle.shown.joined(separator: ", "))."]
        let only = orders[0].map { puzzle.shown[$0] }.joined(separator: ", ")
        working.append(
            orders.count == 1
                ? "Only one fits: \(only)." : "\(orders.count) fit, with the same answer."
        )
        return .solved(Solution(working: working, answer: answer))
    }

    /// Narrows what the order is about; false when this does not fit what was said before.
    mutating func narrow(_ found: OrderWords.Dimensions) -> Bool {
        let rest = dimensions.map { $0.intersection(found) } ?? found
        dimensions = rest
        return !rest.isEmpty
    }

    // MARK: Statements

    /// "Ann is taller than Bob, who is taller than Cid, and Dan is last."
    private mutating func statements(_ tokens: [Token]) -> Bool {
        let before = self
        var parser = OrderStatement(tokens: Self.withoutOpening(tokens), reader: self)
        guard parser.run() else {
            self = before
            return false
        }
        self = parser.context
        puzzle.facts += parser.facts
        return true
    }

    private static func withoutOpening(_ tokens: [Token]) -> [Token] {
        let openings: [[String]] = [
            ["in", "a", "race", ","], ["in", "the", "race", ","], ["also", ","], ["and"],
            ["we", "know", "that"], ["suppose", "that"], ["that"], ["in", "a", "queue", ","],
            ["in", "a", "running", "race", ","], ["finally", ","],
        ]
        for opening in openings
        where tokens.count > opening.count && zip(tokens, opening).allSatisfy({ $0.key == $1 }) {
            return Array(tokens.dropFirst(opening.count))
        }
        return tokens
    }

    /// "Five people, Ann, Bob, Cid, Dan and Eve, sit in a row."
    private mutating func isPreamble(_ tokens: [Token]) -> Bool {
        for (index, token) in tokens.enumerated() {
            if let (value, _) = NumberRuns.number(tokens, at: index) {
                guard declared == nil || declared == value else { return false }
                declared = value
            } else if token.kind == .word, Self.filler.contains(token.key) || token.text == "a" {
                continue
            } else if OrderStatement.isName(token, in: tokens, at: index) {
                _ = puzzle.index(of: token.key, shown: token.text)
            } else if !token.isSymbol(",:()-") {
                return false
            }
        }
        return true
    }

    private static let filler: Set<String> = [
        "people", "friends", "runners", "children", "boys", "girls", "students", "men", "women",
        "sit", "sitting", "in", "a", "row", "ran", "race", "the", "and", "are", "there", "stand",
        "standing", "queue", "line", "books", "on", "shelf", "houses", "street", "have",
        "different",
        "heights", "ages", "of", "all", "took", "part", "also", "no", "two", "ties", "were", "with",
        "from", "left", "to", "right", "each", "athletes", "cars", "bench", "persons", "run",
        "were",
        "swimmers", "names", "named", "their", "only", "horses", "side", "by", "weights", "it",
        "is",
        "known", "that", "following", "kids", "siblings", "finished", "same", "none", "them",
        "other", "some", "for", "bus", "waiting", "wait", "seats", "seated", "as", "follows",
        "parked", "compared", "compare",
    ]

    // MARK: Questions

    private mutating func ask(_ tokens: [Token]) -> OrderQuestion? {
        var tokens = tokens.filter { !$0.isWord(["then", "so"]) }
        if tokens.first?.isSymbol(",") == true { tokens.removeFirst() }
        for ending in [
            ["of", "the", "three"], ["of", "the", "four"], ["of", "the", "five"], ["of", "them"],
            ["of", "all"], ["in", "the", "race"], ["the", "race"], ["of", "the", "group"],
            ["in", "the", "queue"], ["in", "the", "row"], ["in", "the", "line"], ["of", "these"],
        ]
        where tokens.count > ending.count + 1
            && zip(tokens.suffix(ending.count), ending).allSatisfy({ $0.key == $1 })
        {
            tokens.removeLast(ending.count)
            break
        }
        var reader = WordReader(tokens)
        if let order = order(&reader) { return order }
        if reader.take("in") || reader.next?.isWord(["what", "which"]) == true {
            let start = reader.position
            if reader.take(any: ["what", "which"]) != nil,
                reader.take(any: ["place", "position", "rank"]) != nil,
                reader.take(any: ["did", "is", "does", "was"]) != nil,
                let thing = subject(&reader), narrow(["order", "space"])
            {
                reader.skip(["finish", "come", "arrive", "sit", "stand", "in"])
                return reader.isAtEnd ? .rank(thing) : nil
            }
            reader.position = start
        }
        if reader.take("who") { return who(&reader) }
        if reader.take("which") {
            // "Which house is …", "Which of them is …"
            if !reader.take("of", "them"), !reader.take("one") {
                guard let noun = reader.next, noun.kind == .word else { return nil }
                let isKnown =
                    noun.isWord(["person", "runner", "friend", "child", "student", "girl", "boy"])
                    || puzzle.names.contains {
                        $0.split(separator: " ").last == Substring(noun.key)
                    }
                    || noun.isWord([
                        "book", "house", "car", "animal", "one", "man", "woman", "thing",
                    ])
                guard isKnown else { return nil }
                reader.position += 1
            }
            return who(&reader)
        }
        guard reader.take(any: ["is", "did", "does", "was"]) != nil else { return nil }
        let verb = tokens[0].isWord(["is", "was"]) ? tokens[0].key : ""
        guard let thing = subject(&reader) else { return nil }
        let known = puzzle.names.count
        var parser = OrderStatement(tokens: reader.rest, reader: self)
        guard let fact = parser.single(of: thing, after: verb), parser.isAtEnd,
            parser.context.puzzle.names.count == known
        else { return nil }
        self = parser.context
        return .fact(fact)
    }

    private func subject(_ reader: inout WordReader) -> Int? {
        var copy = puzzle
        guard let thing = OrderStatement.thing(&reader, &copy), thing < puzzle.names.count else {
            return nil
        }
        return thing
    }

    private mutating func who(_ reader: inout WordReader) -> OrderQuestion? {
        if reader.take("won") {
            return reader.isAtEnd && narrow(["order"]) ? .who(.fromStart(0)) : nil
        }
        guard reader.take(any: OrderWords.verbs) != nil else { return nil }
        let known = puzzle.names.count
        // The question is read as a statement about somebody new.
        var parser = OrderStatement(tokens: reader.rest, reader: self)
        guard let fact = parser.single(of: -1, after: "is"), parser.isAtEnd,
            parser.context.puzzle.names.count == known
        else { return nil }
        self = parser.context
        switch fact {
        case .at(-1, let place): return .who(place)
        case .ahead(-1, let other, let count): return .neighbour(other, -count)
        case .ahead(let other, -1, let count): return .neighbour(other, count)
        default: return nil
        }
    }

    /// "Order them from oldest to youngest.", "What is the order from left to right?"
    private mutating func order(_ reader: inout WordReader) -> OrderQuestion? {
        let start = reader.position
        let isOrder =
            reader.take("what", "is", "the", "order") || reader.take("what", "is", "their", "order")
            || reader.take(any: ["order", "list", "rank", "sort", "arrange", "put"]) != nil
            || reader.take("what", "was", "the", "finishing", "order")
            || reader.take("what", "is", "the", "finishing", "order")
            || reader.take("in", "what", "order", "did", "they", "finish")
        guard isOrder else { return nil }
        reader.skip([
            "them", "the", "people", "friends", "of", "queue", "all", "three", "four", "five", "in",
            "order", "everyone", "row", "these", "line", "runners",
        ])
        if reader.isAtEnd {
            // The order of a race or queue has its own direction; heights have not.
            return dimensions == ["order"] ? .order(isReversed: false) : nil
        }
        reader.skip(["from", ","])
        _ = reader.take("the")
        guard let first = reader.next else { return nil }
        reader.position += 1
        guard reader.take("to"), let last = reader.rest.last, reader.rest.count <= 2 else {
            reader.position = start
            return nil
        }
        if let from = OrderWords.superlative[first.key], let to = OrderWords.superlative[last.key],
            from.isStart != to.isStart, narrow(from.dimensions), narrow(to.dimensions)
        {
            return .order(isReversed: !from.isStart)
        }
        if first.key == "left", last.key == "right", narrow(["space"]) {
            return .order(isReversed: false)
        }
        if first.key == "first", last.key == "last", narrow(["order"]) {
            return .order(isReversed: false)
        }
        return nil
    }
}
