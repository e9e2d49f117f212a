/// Reads puzzles such as "Ann, Bob and Cid each own a pet: a cat, a dog or a fish. Ann does not own the
/// cat. Who …?"
///
/// A clue is read by the values that it names and whether it denies; all its other words must be
/// known to change nothing.
struct AssignmentReader {
    private var puzzle = Assignment()
    /// Words of the sentences that introduce the lists.
    private var introduced: Set<String> = []

    static func solve(_ tokens: [Token]) -> Attempt {
        guard tokens.count <= 500, !tokens.contains(where: { $0.kind == .quoted }) else {
            return .notUnderstood
        }
        var reader = AssignmentReader()
        return reader.run(Sentence.split(tokens)) ?? .notUnderstood
    }

    private mutating func run(_ sentences: [Sentence]) -> Attempt? {
        var rest: [[Token]] = []
        var asked: [[Token]] = []
        for sentence in sentences {
            let isQuestion =
                sentence.isQuestion || sentence.tokens.first?.isWord(["who", "match"]) == true
            if isQuestion {
                asked.append(sentence.tokens)
            } else {
                switch introduce(sentence.tokens) {
                case true?: continue
                case false?: return nil
                case nil: rest.append(sentence.tokens)
                }
            }
        }
        guard (2...4).contains(puzzle.categories.count), asked.count == 1 else { return nil }
        for tokens in rest {
            for part in parts(tokens) {
                guard clue(part) else { return nil }
            }
        }
        guard !puzzle.clues.isEmpty, let question = question(asked[0]) else { return nil }
        return answer(question)
    }

    private func answer(_ question: Assignment.Question) -> Attempt {
        guard let solutions = puzzle.solutions() else {
            return .impossible("I cannot try so many cases.")
        }
        guard let first = solutions.first else {
            return .impossible("I cannot solve this: the clues contradict each other.")
        }
        let answers = Set(solutions.map { puzzle.answer(question, $0) })
        guard answers.count == 1 else {
            return .impossible(
                "I cannot tell: it is not determined, \(solutions.count) cases are possible."
            )
        }
        let answer = puzzle.answer(question, first)
        let sizes = puzzle.categories.dropFirst().map { $0.shown.joined(separator: ", ") }
        return .solved(
            Solution(
                working: [
                    "For \(puzzle.categories[0].shown.joined(separator: ", ")) I try all ways to"
                        + " give out: \(sizes.joined(separator: "; ")).",
                    "\(solutions.count) fit \(puzzle.clues.count) clues, with one answer.",
                ],
                answer: answer
            )
        )
    }

    // MARK: Introductions

    /// Nil when the sentence introduces nothing, false when it does so in a way that is not known.
    private mutating func introduce(_ tokens: [Token]) -> Bool? {
        let lists = AssignmentLists(tokens).lists.filter { list in
            list.items.allSatisfy { value($0) == nil }
        }
        guard !lists.isEmpty else { return nil }
        guard tokens.allSatisfy({ !$0.isWord(Self.negations) || $0.key == "not" }) else {
            return false
        }
        let text = tokens.map(\.key).joined(separator: " ")
        guard !text.contains("not") || text.contains("not necessarily") else { return false }
        let isShuffled = text.contains("in some order")
        var end = 0
        for list in lists {
            let isFirst = puzzle.categories.isEmpty
            guard isFirst || list.items.count == puzzle.size,
                !isFirst || list.items.allSatisfy(\.isCapitalised)
            else { return false }
            let before = tokens[min(end, list.range.lowerBound)..<list.range.lowerBound]
            puzzle.categories.append(
                Assignment.Category(
                    values: list.items.map(\.key),
                    shown: list.items.map(\.text),
                    words: Set(before.filter { $0.kind == .word }.map { Self.stem($0.key) })
                )
            )
            guard Set(list.items.map(\.key)).count == list.items.count else { return false }
            end = list.range.upperBound
        }
        for (index, token) in tokens.enumerated()
        where !lists.contains(where: { $0.range.contains(index) }) {
            if let (count, _) = NumberRuns.number(tokens, at: index) {
                guard count == 1 || count == puzzle.size else { return false }
                continue
            }
            if Self.loose.contains(token.key), !(isShuffled && token.key == "some") { return false }
            if token.kind == .word { introduced.insert(Self.stem(token.key)) }
        }
        return true
    }

    /// Words that make more or less of a list than one value for each.
    private static let loose: Set<String> = [
        "some", "may", "might", "except", "at", "least", "most", "several", "if", "than", "before",
        "after", "says", "say", "taller", "older", "knight", "knave", "edges", "only", "many",
        "sum",
        "next", "left", "right", "first", "last", "more", "finished", "sits", "sit",
    ]

    // MARK: Clues

    private func value(_ token: Token) -> Assignment.Value? {
        guard token.kind == .word else { return nil }
        for (category, entry) in puzzle.categories.enumerated() {
            if let index = entry.values.firstIndex(of: token.key) {
                return Assignment.Value(category: category, index: index)
            }
        }
        return nil
    }

    /// "Gus is not the nurse and Finn is the lawyer" as two.
    private func parts(_ tokens: [Token]) -> [[Token]] {
        for index in tokens.indices.dropFirst() where value(tokens[index])?.category == 0 {
            let joint = tokens[index - 1]
            guard joint.isWord(["and", "but", "while"]) || joint.isSymbol(",") else { continue }
            var end = index - 1
            if end > 0, tokens[end - 1].isSymbol(",") { end -= 1 }
            let first = Array(tokens[..<end])
            guard first.count(where: { value($0) != nil }) > 1 else { continue }
            return [first] + parts(Array(tokens[index...]))
        }
        return [tokens]
    }

    private func isKnown(_ token: Token) -> Bool {
        switch token.kind {
        case .symbol: token.isSymbol(",")
        case .word:
            value(token) != nil || Self.isCommon(token) || Self.verbs.contains(token.key)
                || introduced.contains(Self.stem(token.key))
        default: false
        }
    }

    private mutating func clue(_ tokens: [Token]) -> Bool {
        guard tokens.allSatisfy(isKnown) else { return false }
        var mentions: [Assignment.Value] = []
        for token in tokens {
            if let found = value(token), !mentions.contains(found) { mentions.append(found) }
        }
        guard hasPlainRoles(tokens) else { return false }
        let negations = tokens.count { $0.isWord(["not", "neither", "no", "nobody", "never"]) }
        if mentions.isEmpty {
            // "No two of them have the same pet" repeats what is known already.
            let text = tokens.map(\.key).joined(separator: " ")
            return text.hasPrefix("no two") || text.hasPrefix("each")
                || text.hasPrefix("everyone")
                    && negations == 0
        }
        guard mentions.count > 1, negations <= 1 else { return false }
        let isNegated = negations == 1
        let hasOr = tokens.contains { $0.isWord(["or"]) }
        let hasAnd = tokens.contains { $0.isWord(["and"]) }
        let hasNor = tokens.contains { $0.isWord(["nor"]) }
        let groups = Dictionary(grouping: mentions, by: \.category)
        if mentions.count == 2 {
            guard groups.count == 2, !hasOr, !hasNor else { return false }
            puzzle.clues.append(.together(mentions[0], mentions[1], !isNegated))
            return true
        }
        if groups.count == 2, let single = groups.values.first(where: { $0.count == 1 })?.first,
            let several = groups.values.first(where: { $0.count > 1 })
        {
            // "Ann and Bob do not own the cat", but not "… does not own the cat and the dog".
            let isPeople = several[0].category == 0 && mentions[0].category == 0
            if isNegated, (hasNor || hasOr) && !hasAnd || hasAnd && isPeople && !hasOr && !hasNor {
                puzzle.clues += several.map { .together(single, $0, false) }
                return true
            }
            guard !isNegated, hasOr, !hasAnd else { return false }
            puzzle.clues.append(.oneOf(single, several))
            return true
        }
        // "Ann owns the cat and drinks tea"
        guard groups.count == mentions.count, mentions[0].category == 0, !isNegated, !hasOr else {
            return false
        }
        puzzle.clues += mentions.dropFirst().map { .together(mentions[0], $0, true) }
        return true
    }

    private static let roles: Set<String> = [
        "owner", "person", "man", "woman", "friend", "student", "drinker", "player", "child",
        "girl",
        "boy", "one",
    ]

    /// "Ann is the dog's owner" names one person twice; "Ann likes the dog's owner" and "Ann's friend"
    /// name two people.
    private func hasPlainRoles(_ tokens: [Token]) -> Bool {
        let roles = tokens.indices.filter { tokens[$0].isWord(Self.roles) }
        let people = tokens.indices.filter { value(tokens[$0])?.category == 0 }
        guard roles.count < 2 else { return false }
        let ofPerson = people.contains { person in
            person + 2 < tokens.count && tokens[person + 1].key == "'s"
                && tokens[person + 2].isWord(Self.roles)
        }
        let hasVerb = tokens.contains {
            $0.isWord(["is", "are", "was", "has", "have", "had", "does", "do", "did"])
                || Self.verbs.contains($0.key)
                || $0.kind == .word && introduced.contains(Self.stem($0.key))
        }
        guard hasVerb, !ofPerson else { return false }
        return roles.isEmpty || people.isEmpty || tokens.contains { $0.isWord(["is", "was"]) }
    }

    // MARK: Questions

    private func question(_ tokens: [Token]) -> Assignment.Question? {
        let asking: Set<String> = ["what", "which", "where", "match", "whose"]
        guard
            tokens.allSatisfy({
                isKnown($0) || $0.isWord(asking)
            }), !tokens.contains(where: { $0.isWord(["not", "or", "neither", "nor"]) })
        else { return nil }
        let mentions = tokens.compactMap { value($0) }
        guard let first = tokens.first else { return nil }
        if mentions.isEmpty, first.isWord(["who", "match"]), puzzle.categories.count == 2,
            tokens.contains(where: { $0.isWord(["what", "which"]) })
        {
            return .all(1)
        }
        if first.isWord(["does", "is", "did", "has"]), mentions.count == 2,
            mentions[0].category != mentions[1].category,
            !tokens.contains(where: { $0.isWord(asking.union(["who"])) && $0.key != "who" })
        {
            return .together(mentions[0], mentions[1])
        }
        guard mentions.count == 1, let mention = mentions.first else { return nil }
        if first.isWord(["who"]) {
            return mention.category == 0 ? nil : .partner(of: mention, in: 0)
        }
        guard first.isWord(["what", "which", "where", "in"]) else { return nil }
        if tokens.count > 1, tokens[1].isWord(["person", "friend", "child", "of"]),
            mention.category != 0
        {
            return .partner(of: mention, in: 0)
        }
        let others = puzzle.categories.indices.filter { $0 != mention.category && $0 != 0 }
        if mention.category == 0, others.count == 1 { return .partner(of: mention, in: others[0]) }
        let words = Set(tokens.filter { $0.kind == .word }.map { Self.stem($0.key) })
            .subtracting(Self.common.map(Self.stem))
        let fitting = others.filter { other in
            let shared = others.filter { $0 != other }
                .reduce(into: Set<String>()) { $0.formUnion(puzzle.categories[$1].words) }
            return !puzzle.categories[other].words.subtracting(shared).isDisjoint(with: words)
        }
        return fitting.count == 1 ? .partner(of: mention, in: fitting[0]) : nil
    }
}
