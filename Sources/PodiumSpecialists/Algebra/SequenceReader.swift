internal import BigInt

/// Reads questions such as "What comes next: 2, 5, 8, 11?" and answers them.
enum SequenceReader {
    private static let termLimit = 200

    static func solve(_ text: String, references: References) -> Attempt {
        guard Tokens.fit(text) else { return .tooLong }
        guard let question = SequenceQuestion(text) else { return .notUnderstood }
        guard question.terms.count <= termLimit else {
            return .impossible("I cannot look for a rule in more than \(termLimit) terms.")
        }
        return answer(question)
    }

    private static func answer(_ question: SequenceQuestion) -> Attempt {
        if question.places.count == 1, question.places[0] <= question.terms.count {
            let place = question.places[0]
            let term = question.terms[place - 1]
            return .solved(Solution(working: ["Term \(place) is given."], answer: "\(term)"))
        }
        let (rule, isAmbiguous) = SequenceRule.find(question.terms)
        guard let rule else {
            return .impossible(
                isAmbiguous
                    ? "I cannot tell how the sequence goes on: several rules fit these terms."
                    : "I cannot find a rule that these terms confirm."
            )
        }
        let places = question.places
        let values = places.compactMap { rule.term($0) }
        guard values.count == places.count,
            values.allSatisfy({ $0.bitWidth <= Evaluator.bitLimit })
        else { return .impossible("I cannot compute a term so far away.") }
        let told = values.map {
            question.isDecimal ? $0.decimal() ?? "\($0)" : "\($0)"
        }
        let lines = zip(places, told).prefix(20).map { "Term \($0) is \($1)." }
        return .solved(Solution(working: [rule.law] + lines, answer: told.joined(separator: ", ")))
    }
}

/// The terms that are given and the places that are asked for.
struct SequenceQuestion {
    private(set) var terms: [Rational] = []
    private(set) var places: [Int] = []
    private(set) var isDecimal = false

    private let tokens: [Token]

    /// Nil unless every word of the text is understood.
    init?(_ text: String) {
        tokens = Tokens(String(text.map { "\"“”«»`()[]".contains($0) ? " " : $0 })).all
        guard tokens.count <= AlgebraParser.tokenLimit, let run = longestRun(), terms.count >= 3,
            readWords(around: run)
        else { return nil }
        isDecimal = tokens[run].contains { $0.text.contains(".") && $0.kind == .number }
    }

    // MARK: Terms

    /// The longest row of numbers with commas between them.
    private mutating func longestRun() -> Range<Int>? {
        var best: Range<Int>?
        var index = 0
        while index < tokens.count {
            let (found, end) = run(at: index)
            if found.count > terms.count {
                terms = found
                best = index..<end
            }
            index = max(end, index + 1)
        }
        return best
    }

    private func run(at start: Int) -> (terms: [Rational], end: Int) {
        var found: [Rational] = []
        var end = start
        var index = start
        while let (values, next) = number(at: index) {
            found += values
            end = next
            index = next
            while index < tokens.count, tokens[index].isSymbol(",;") { index += 1 }
            if index < tokens.count, tokens[index].isWord(["and"]), index > next || found.count > 1
            {
                index += 1
            }
        }
        return (found, end)
    }

    /// A number with its sign; `2,500,300` without spaces may be several.
    private func number(at start: Int) -> (values: [Rational], end: Int)? {
        var index = start
        let isNegative = index < tokens.count && tokens[index].isSymbol("-−–")
        if isNegative { index += 1 }
        guard index < tokens.count, tokens[index].kind == .number else { return nil }
        let pieces = tokens[index].text.split(separator: ",").map(String.init)
        let values = (pieces.count > 2 ? pieces : [tokens[index].text])
            .compactMap { Rational(digits: $0) }
        guard let first = values.first, values.allSatisfy({ $0.bitWidth <= 1_000 }) else {
            return nil
        }
        if index + 2 < tokens.count, tokens[index + 1].isSymbol("/"),
            tokens[index + 2].kind == .number, values.count == 1,
            let below = Rational(digits: tokens[index + 2].text),
            let quotient = first.divided(by: below)
        {
            return ([isNegative ? -quotient : quotient], index + 3)
        }
        return ([isNegative ? -first : first] + values.dropFirst(), index + 1)
    }

    // MARK: Words

    private mutating func readWords(around run: Range<Int>) -> Bool {
        if tokens.first?.isWord(["is", "are", "does", "do"]) == true { return false }
        // "And after that?" asks for one more.
        let asksMore = tokens.indices.dropFirst().contains {
            tokens[$0 - 1].isWord(["and"]) && tokens[$0].isWord(["after", "then"])
        }
        // "What comes after the next" is one further.
        let asksBeyond = tokens.indices.dropLast().contains {
            tokens[$0].isWord(["after", "following", "follows"])
                && tokens[($0 + 1)...].prefix(2).contains { $0.isWord(["next"]) }
        }
        if asksMore || asksBeyond { return false }
        var isTriggered = false
        var count = 1
        var place: Int?
        var index = 0
        while index < tokens.count {
            if run.contains(index) {
                index = run.upperBound
                if isOpen(at: index) { isTriggered = true }
                continue
            }
            if let (value, end) = OrdinalWords.read(tokens, at: index) {
                guard place == nil, value > 0, end < tokens.count || value > 0,
                    end >= tokens.count || tokens[end].isWord(Self.termNouns)
                        || tokens[end].kind == .symbol || tokens[end].isWord(["in", "of"])
                else { return false }
                place = value
                isTriggered = true
                index = end
                continue
            }
            if let (value, end) = plainNumber(at: index) {
                if index > 0, tokens[index - 1].isWord(["next"]), (1...20).contains(value) {
                    count = value
                } else if index > 0, tokens[index - 1].isWord(["term", "number"]), place == nil {
                    place = value
                } else {
                    return false
                }
                isTriggered = true
                index = end
                continue
            }
            let token = tokens[index]
            guard token.kind == .symbol ? ".,:;?!…_-'’".contains(token.text) : isKnown(token) else {
                return false
            }
            if token.isWord(Self.triggers) || isFollowing(index) { isTriggered = true }
            index += 1
        }
        guard isTriggered, place ?? 1 > 0 else { return false }
        places = place.map { [$0] } ?? (1...count).map { terms.count + $0 }
        return true
    }

    /// Whether the row ends in dots, a blank or a question mark for the term that is missing.
    private func isOpen(at index: Int) -> Bool {
        let tail = tokens[index...].prefix(3).prefix { $0.kind == .symbol }
        guard let first = tail.first else { return false }
        return first.isSymbol(",") && tail.dropFirst().contains { $0.isSymbol("?…_.") }
            || tail.contains { $0.isSymbol("_…") }
    }

    private func plainNumber(at index: Int) -> (value: Int, end: Int)? {
        if tokens[index].kind == .number {
            return Int(tokens[index].text).map { ($0, index + 1) }
        }
        guard let (value, end) = NumberWords.read(tokens, at: index),
            let small = Int(exactly: value)
        else { return nil }
        return (small, end)
    }

    /// "What is the following term?" asks, "the following sequence" only points.
    private func isFollowing(_ index: Int) -> Bool {
        tokens[index].isWord(["following"]) && index + 1 < tokens.count
            && tokens[index + 1].isWord(["term", "number", "value", "element"])
            && index > 0 && run(at: index + 2).terms.isEmpty
    }

    private func isKnown(_ token: Token) -> Bool {
        token.isWord(Self.triggers) || token.isWord(Self.termNouns) || token.isWord(Self.fillers)
    }

    private static let termNouns: Set<String> = [
        "term", "terms", "number", "numbers", "element", "elements", "value", "values", "member",
        "item", "one", "entry",
    ]
    private static let triggers: Set<String> = [
        "next", "comes", "come", "follows", "follow", "continue", "continues", "complete",
        "predict",
    ]
    private static let fillers: Set<String> = [
        "its", "sequence", "series", "pattern", "progression", "what", "what's", "whats", "is",
        "the", "a",
        "an", "in", "of", "this", "that", "which",
        "find", "give", "tell", "me", "would", "should", "be", "after", "goes", "go", "on",
        "starts", "start", "begins", "with", "replace", "question", "mark", "work", "out",
        "please", "arithmetic", "geometric", "following", "can", "you", "could", "to", "row",
        "line", "list", "will", "if", "does", "do", "determine", "compute", "calculate", "and",
        "then", "so", "see", "like", "here", "it", "for", "up", "by", "how", "i", "have", "guess",
        "number's", "are", "name", "say", "fill", "blank", "missing", "at", "end", "as", "given",
        "let's", "consider", "look", "sequence's", "answer", "problem", "solve", "step", "show",
        "working", "your", "belongs", "belong", "s", "runs", "recursive", "write", "down",
    ]
}
