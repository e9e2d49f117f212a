/// Takes a puzzle of knights and knaves apart: who is there, who says what, and what is asked.
struct KnightReader {
    private let sentences: [Sentence]
    private var puzzle = KnightPuzzle()

    init(_ tokens: [Token]) {
        sentences = Sentence.split(tokens).map {
            Sentence(tokens: KnightWords.joined($0.tokens), isQuestion: $0.isQuestion)
        }
    }

    /// Nil when a sentence is not understood.
    func read() -> KnightPuzzle? {
        var copy = self
        return copy.run() ? copy.puzzle : nil
    }

    private mutating func run() -> Bool {
        for sentence in sentences { collect(sentence.tokens) }
        puzzle.people = Self.ordered(puzzle.people).filter { !isPlace($0) }
        guard puzzle.people.count <= KnightPuzzle.peopleLimit else { return false }
        for sentence in sentences {
            for part in clauses(of: sentence.tokens) {
                guard read(part, isQuestion: sentence.isQuestion) else { return false }
            }
        }
        return true
    }

    private static func ordered(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    // MARK: Names

    /// Capitalised words that are no words of the puzzle. Of a lone "A", its neighbours decide.
    private mutating func collect(_ tokens: [Token]) {
        for (index, token) in tokens.enumerated() {
            if token.kind == .quoted {
                for sentence in Sentence.split(Tokens(token.text).all) {
                    collect(KnightWords.joined(sentence.tokens))
                }
                continue
            }
            guard token.isCapitalised, token.key != "i" else { continue }
            if token.text == "A" {
                let next = index + 1 < tokens.count ? tokens[index + 1] : nil
                let isName =
                    index > 0 || next == nil || next?.isSymbol(",:") == true
                    || next?.isWord(KnightWords.speech.union(["is", "and", "or", "then"])) == true
                if isName { puzzle.people.append("A") }
            } else if !Self.vocabulary.contains(token.key), !KnightWords.speech.contains(token.key),
                KnightWords.kinds[token.key] == nil, !NumberWords.isNumberWord(token.key)
            {
                puzzle.people.append(token.text)
            }
        }
    }

    /// The island of Zog: a name that stands only after "of" or "on", and in no list.
    private func isPlace(_ name: String) -> Bool {
        let places = sentences.map(\.tokens).flatMap { tokens in
            tokens.indices.filter { tokens[$0].text == name }.map { index in
                let isAfter =
                    index > 0
                    && tokens[index - 1].isWord(["of", "on", "in", "called", "named", "at"])
                let next = index + 1 < tokens.count ? tokens[index + 1] : nil
                return isAfter && next?.isWord(["and", "or"]) != true
            }
        }
        return !places.isEmpty && places.allSatisfy { $0 }
    }

    /// "Knights always tell the truth, knaves always lie", and not the other way round.
    private static func isUsual(_ tokens: [Token]) -> Bool {
        var kind: Bool?
        for (index, token) in tokens.enumerated() {
            if let found = KnightWords.kinds[token.key] {
                kind = found
            } else if token.isWord(["truth", "truthful", "true", "lie", "lies", "lying", "false"]) {
                let isDenied =
                    index > 0 && tokens[index - 1].isWord(["never", "not"])
                    || index > 1 && tokens[index - 2].isWord(["never", "not"])
                    || index > 2 && tokens[index - 3].isWord(["never", "not"])
                let isTruth = token.isWord(["truth", "truthful", "true"]) != isDenied
                if let kind, kind != isTruth { return false }
            }
        }
        return true
    }

    private func isPerson(_ token: Token?) -> Bool {
        token.map { $0.kind == .word && puzzle.people.contains($0.text) } ?? false
    }

    // MARK: Sentences

    /// "A says … and B says …" as two. A claim about a claim is left whole, and not understood.
    private func clauses(of tokens: [Token]) -> [[Token]] {
        var parts: [[Token]] = []
        var start = 0
        for index in tokens.indices.dropFirst() where isPerson(tokens[index]) {
            var verb = index + 1
            if verb < tokens.count, tokens[verb].isWord(["then", "also"]) { verb += 1 }
            let speaks =
                verb < tokens.count && tokens[verb].kind == .word
                && KnightWords.speech.contains(tokens[verb].key)
            let joint = tokens[index - 1]
            guard speaks, joint.isSymbol(",") || joint.isWord(["and", "while", "but"]) else {
                continue
            }
            var end = index - 1
            if end > start, tokens[end - 1].isSymbol(",") { end -= 1 }
            parts.append(Array(tokens[start..<max(end, start)]))
            start = index
        }
        parts.append(Array(tokens[start...]))
        return parts.filter { !$0.isEmpty }
    }

    private mutating func read(_ tokens: [Token], isQuestion: Bool) -> Bool {
        if let (speaker, rest) = speech(tokens) {
            return add(rest, speaker)
        }
        guard !tokens.contains(where: { $0.kind == .quoted || KnightWords.speech.contains($0.key) })
        else {
            return isPreamble(tokens)
        }
        let asks =
            isQuestion
            || tokens[0].isWord([
                "who", "what", "which", "how", "identify", "determine", "classify", "tell", "find",
                "figure", "decide", "name", "solve", "list",
            ])
        if asks {
            puzzle.questions.append(tokens)
            return true
        }
        var statement = KnightStatement(people: puzzle.people, speaker: nil, reading: .init())
        if statement.formula(tokens) != nil {
            puzzle.statements.append((nil, tokens))
            return true
        }
        return isPreamble(tokens)
    }

    /// Words in quotation marks may be several sentences.
    private mutating func add(_ rest: [Token], _ speaker: Int) -> Bool {
        if let quoted = rest.first, quoted.kind == .quoted {
            guard rest.dropFirst().allSatisfy({ $0.isWord(["and", "nothing", "else"]) }) else {
                return false
            }
            let said = Sentence.split(Tokens(quoted.text).all)
            guard !said.isEmpty, said.allSatisfy({ !$0.isQuestion }) else { return false }
            // Whether two sentences are one claim or two is not certain.
            guard said.count == 1 else { return false }
            var tokens = KnightWords.joined(said[0].tokens)
            while tokens.last?.isSymbol(",") == true { tokens.removeLast() }
            puzzle.statements.append((speaker, tokens))
            return true
        }
        if rest.count == 1, rest[0].isWord(["nothing"]) { return true }
        guard !rest.isEmpty, !rest.contains(where: { KnightWords.speech.contains($0.key) }) else {
            return false
        }
        puzzle.statements.append((speaker, rest))
        return true
    }

    /// `Ann says: …`, `Ann tells you that …`, `A: …`, `“…,” says Ann`
    private func speech(_ tokens: [Token]) -> (Int, [Token])? {
        func person(_ token: Token?) -> Int? {
            token.flatMap { token in puzzle.people.firstIndex { $0 == token.text } }
        }
        if let quoted = tokens.first, quoted.kind == .quoted {
            let rest = tokens.dropFirst().filter { !$0.isSymbol(",") }
            guard rest.count == 2 else { return nil }
            let isSpeech = rest.contains { KnightWords.speech.contains($0.key) }
            let speakers = rest.compactMap { person($0) }
            return isSpeech && speakers.count == 1 ? (speakers[0], [quoted]) : nil
        }
        var reader = WordReader(tokens)
        reader.skip(["then", "and"])
        guard let speaker = person(reader.next) else { return nil }
        reader.position += 1
        if reader.take(":") { return (speaker, reader.rest) }
        reader.skip(["then", "also"])
        guard reader.take(any: KnightWords.speech) != nil else { return nil }
        reader.skip(["you", "us", "me"])
        _ = reader.take("to", "you")
        _ = reader.take(",") || reader.take(":")
        _ = reader.take("that")
        return (speaker, reader.rest)
    }

    // MARK: What only tells the rules

    private func isPreamble(_ tokens: [Token]) -> Bool {
        guard
            tokens.allSatisfy({
                isPerson($0) || Self.vocabulary.contains($0.key) || $0.isSymbol(",:()-")
                    || KnightWords.kinds[$0.key] != nil || NumberWords.isNumberWord($0.key)
            })
        else { return false }
        guard Self.isUsual(tokens) else { return false }
        // A number of people that are not all named would leave some out.
        for (index, token) in tokens.enumerated() where index + 1 < tokens.count {
            let isCount = tokens[index + 1].isWord([
                "people", "islanders", "inhabitants", "natives", "persons", "friends", "men",
            ])
            if isCount, let (value, _) = NumberRuns.number(tokens, at: index),
                value != puzzle.people.count
            {
                return false
            }
            if token.isWord(["sometimes", "spy", "normal"]) { return false }
        }
        // "Ann is a knight …" with more words is a fact, and was not understood as one.
        return !tokens.indices.dropLast().contains {
            isPerson(tokens[$0]) && tokens[$0 + 1].isWord(["is", "are", "lies", "tells"])
                && !($0 + 2 < tokens.count
                    && tokens[$0 + 2].isWord(["islanders", "inhabitants", "natives", "people"]))
        }
    }

    private static let vocabulary: Set<String> = [
        "on", "an", "a", "island", "the", "of", "knights", "knaves", "knight", "knave", "always",
        "tell", "tells", "truth", "lie", "lies", "and", "you", "meet", "every", "inhabitant", "is",
        "either", "who", "or", "there", "are", "islanders", "inhabitants", "people", "each",
        "person", "remote", "truthful", "lying", "two", "three", "talk", "to", "island's", "in",
        "islander", "all", "where", "some", "only", "never", "they", "their", "what", "both",
        "statements", "true", "false", "make", "makes", "following", "statement", "each", "one",
        "know", "that", "everyone", "lives", "live", "being", "such", "strange", "land", "certain",
        "visit", "visiting", "come", "across", "here", "this", "puzzle", "it", "i", "we", "if",
        "neither", "none", "exactly", "at", "least", "how", "which", "so", "then", "his", "her",
        "he", "she", "for", "no", "not", "nobody", "identify", "determine", "classify", "find",
        "decide", "figure", "name", "say", "speak", "as", "have", "has", "please", "my", "can",
        "telling", "natives", "native", "while", "but", "were", "was", "does", "do", "whether",
        "out", "be", "from", "with", "logic", "problem", "question", "solve", "them", "us",
        "encounter", "encountered", "met", "whose", "named", "called", "kind", "type", "types",
        "kinds", "anyone", "any", "from", "by", "list", "member", "members", "given", "suppose",
        "truthteller", "truthtellers", "liar", "liars", "always", "other", "our", "just", "met",
    ]
}
