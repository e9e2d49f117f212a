/// Reads premises such as "no animals are plants" and a question, and answers yes, no or that it
/// cannot be determined.
struct SyllogismReader {
    private var syllogism = Syllogism()
    private var claim: Syllogism.Claim?
    /// "Does it follow that …": what is open does not follow.
    private var asksWhetherItFollows = false

    static func solve(_ tokens: [Token]) -> Attempt {
        guard tokens.count <= 300,
            tokens.contains(where: {
                $0.isWord(["all", "every", "each", "no", "some", "any", "only", "not"])
            })
        else { return .notUnderstood }
        var reader = SyllogismReader()
        return reader.run(Sentence.split(tokens)) ?? .notUnderstood
    }

    private mutating func run(_ sentences: [Sentence]) -> Attempt? {
        var pending: [[Token]] = []
        for sentence in sentences {
            var tokens = sentence.tokens
            if let colon = tokens.firstIndex(where: { $0.isSymbol(":") }), colon <= 1 {
                let isConclusion = tokens[0].isWord(["conclusion"])
                guard isConclusion || tokens[0].isWord(["premises", "premise"]) else { return nil }
                tokens.removeFirst(colon + 1)
                if isConclusion {
                    guard claim == nil, let said = statement(tokens) else { return nil }
                    claim = said
                    asksWhetherItFollows = true
                    continue
                }
            }
            let text = tokens.map(\.key).joined(separator: " ")
            if Self.closings.contains(text) {
                guard claim != nil, asksWhetherItFollows else { return nil }
                continue
            }
            if sentence.isQuestion {
                pending.append(tokens)
            } else if !premises(tokens) {
                return nil
            }
        }
        if let question = pending.first {
            guard pending.count == 1, claim == nil, ask(question) else { return nil }
        }
        guard let claim, !syllogism.premises.isEmpty,
            syllogism.classes.count <= Syllogism.classLimit, !hasLikeClasses
        else { return nil }
        return answer(claim)
    }

    /// "rich" and "rich people" may be the same or not.
    private var hasLikeClasses: Bool {
        let words = syllogism.classes.map { Set($0.split(separator: " ")) }
        return words.indices.contains { first in
            words.indices.contains { words[first].isStrictSubset(of: words[$0]) }
        }
    }

    private static let closings: Set<String> = [
        "is the conclusion valid", "is this valid", "is this conclusion valid", "is it valid",
        "does the conclusion follow", "is the argument valid", "is this argument valid",
        "does this follow", "does it follow",
    ]

    private func answer(_ claim: Syllogism.Claim) -> Attempt {
        let verdicts = Set(
            [false, true].map { syllogism.verdict(on: claim, isPopulated: $0) }
        )
        guard verdicts.count == 1, let verdict = verdicts.first else {
            return .impossible("I cannot tell: it depends on whether there are any such things.")
        }
        guard let verdict else {
            return .impossible("I cannot tell: the premises contradict each other.")
        }
        let answer =
            switch verdict {
            case .follows: "yes"
            case .isExcluded: "no"
            case .open: asksWhetherItFollows ? "no" : "cannot be determined"
            }
        let reason =
            switch verdict {
            case .follows: "Its denial contradicts the premises."
            case .isExcluded: "It contradicts the premises."
            case .open: "It fits the premises, and so does its denial."
            }
        let classes = syllogism.classes.joined(separator: ", ")
        return .solved(
            Solution(
                working: [
                    "\(syllogism.premises.count) premises about \(classes); I try all sorts of"
                        + " things.", reason,
                ],
                answer: answer
            )
        )
    }

    // MARK: Sentences

    /// One or more premises joined by "and".
    private mutating func premises(_ tokens: [Token]) -> Bool {
        var tokens = tokens
        for opening in [
            ["suppose", "also", "that"], ["suppose", "that"], ["given", "that"],
            ["assume", "that"],
            ["it", "is", "given", "that"], ["we", "know", "that"], ["and"], ["also"],
        ] where tokens.count > opening.count && zip(tokens, opening).allSatisfy({ $0.key == $1 }) {
            tokens.removeFirst(opening.count)
            break
        }
        for part in Self.parts(tokens) {
            guard let claim = statement(part) else { return false }
            syllogism.premises.append(claim)
        }
        return true
    }

    /// Parts at an "and" or comma that a quantifier follows.
    private static func parts(_ tokens: [Token]) -> [[Token]] {
        var parts: [[Token]] = []
        var start = 0
        for index in tokens.indices.dropFirst() {
            let isQuantifier = tokens[index].isWord(["all", "every", "no", "some", "each", "only"])
            // "…, and Plato is a man"
            let isIndividual =
                tokens[index].isCapitalised && index + 1 < tokens.count
                && tokens[index + 1].isWord(["is"])
            guard isQuantifier || isIndividual else { continue }
            let joint = tokens[index - 1]
            guard joint.isWord(["and"]) || joint.isSymbol(",") else { continue }
            var end = index - 1
            if end > start, tokens[end - 1].isSymbol(",") { end -= 1 }
            parts.append(Array(tokens[start..<end]))
            start = index
        }
        parts.append(Array(tokens[start...]))
        return parts
    }

    private mutating func ask(_ tokens: [Token]) -> Bool {
        var tokens = tokens
        // "If all A are B and all B are C, are all A C?"
        if tokens.first?.isWord(["if", "given", "suppose", "since"]) == true {
            guard
                let comma = tokens.indices.last(where: {
                    tokens[$0].isSymbol(",") && $0 + 1 < tokens.count
                        && tokens[$0 + 1].isWord(Self.verbs.union(["does", "can", "must", "then"]))
                })
            else { return false }
            var given = Array(tokens[1..<comma])
            if given.first?.isWord(["that"]) == true { given.removeFirst() }
            guard premises(given) else { return false }
            tokens = Array(tokens[(comma + 1)...])
            if tokens.first?.isWord(["then"]) == true { tokens.removeFirst() }
        }
        for opening in [
            ["does", "it", "follow", "that"], ["can", "we", "conclude", "that"],
            ["can", "one", "conclude", "that"], ["does", "it", "necessarily", "follow", "that"],
            ["can", "you", "conclude", "that"], ["is", "it", "certain", "that"],
            ["can", "we", "infer", "that"], ["must", "it", "be", "true", "that"],
            ["is", "it", "necessarily", "true", "that"],
        ] where tokens.count > opening.count && zip(tokens, opening).allSatisfy({ $0.key == $1 }) {
            asksWhetherItFollows = true
            claim = statement(Array(tokens.dropFirst(opening.count)))
            return claim != nil
        }
        guard let verb = tokens.first else { return false }
        if verb.isWord(["must"]) {
            // "Must some pens be toys?"
            asksWhetherItFollows = true
            guard let be = tokens.firstIndex(where: { $0.isWord(["be"]) }) else { return false }
            var words = Array(tokens.dropFirst())
            words[be - 1] = tokens[be].as("are")
            claim = statement(words)
            return claim != nil
        }
        guard verb.isWord(Self.verbs) else { return false }
        claim = turned(verb, Array(tokens.dropFirst()))
        return claim != nil
    }

    private static let verbs: Set<String> = ["is", "are"]

    /// "Are some cats plants": where the subject ends is found by the classes that are known.
    private mutating func turned(_ verb: Token, _ tokens: [Token]) -> Syllogism.Claim? {
        let tokens = tokens.filter {
            !$0.isWord(["definitely", "necessarily", "then", "therefore", "certainly", "always"])
        }
        var claims: Set<Syllogism.Claim> = []
        for end in tokens.indices.dropFirst() {
            var words = Array(tokens[..<end]) + [verb] + Array(tokens[end...])
            if words[0].isWord(["any"]) { words[0] = words[0].as("some") }
            var copy = self
            guard let claim = copy.statement(words),
                copy.syllogism.classes.count == syllogism.classes.count
            else { continue }
            claims.insert(claim)
        }
        return claims.count == 1 ? claims.first : nil
    }

    /// "all cats are animals", "Socrates is a man", "some cats are not black"
    private mutating func statement(_ tokens: [Token]) -> Syllogism.Claim? {
        guard tokens.count <= 24 else { return nil }
        let verbs = tokens.indices.filter { tokens[$0].isWord(Self.verbs) }
        guard verbs.count == 1, let verb = verbs.first, verb > 0 else { return nil }
        var subject = Array(tokens[..<verb])
        var object = Array(tokens[(verb + 1)...])
        let isNegated = object.first?.isWord(["not"]) == true
        if isNegated { object.removeFirst() }
        let isNotAll = subject.count > 2 && subject[0].key == "not" && subject[1].key == "all"
        if isNotAll { subject.removeFirst() }
        guard let quantifier = subject.first, let to = name(object, isObject: true) else {
            return nil
        }
        let rest = Array(subject.dropFirst())
        if quantifier.isWord(["all", "every", "each", "some", "no", "only"]), !rest.isEmpty {
            guard let from = name(rest, isObject: false) else { return nil }
            // "Every cat" is of one, "some cat" too: number words and "many" are other logics.
            let (first, second) = (syllogism.index(of: from), syllogism.index(of: to))
            switch quantifier.key {
            case "some": return isNotAll ? nil : .some(first, second, !isNegated)
            case "no": return isNegated || isNotAll ? nil : .all(first, second, false)
            case "only": return isNegated || isNotAll ? nil : .all(second, first, true)
            default:
                if isNotAll { return isNegated ? nil : .some(first, second, false) }
                // "All that glitters is not gold" has two readings.
                return isNegated ? nil : .all(first, second, true)
            }
        }
        guard !isNotAll, subject.count == 1, quantifier.isCapitalised, tokens[verb].key == "is",
            quantifier.text.count > 1, !Self.known.contains(quantifier.key)
        else { return nil }
        let who = syllogism.index(of: quantifier.key, isIndividual: true)
        return .all(who, syllogism.index(of: to), !isNegated)
    }

    /// Words that make a phrase more than the name of a class.
    private static let known: Set<String> = [
        "all", "some", "no", "every", "each", "only", "not", "and", "or", "who", "that", "which",
        "if", "than", "of", "most", "many", "few", "both", "it", "they", "this", "these", "there",
        "more", "less", "with", "in", "on", "any", "but", "is", "are", "what", "either", "neither",
        "nor", "as", "at", "to", "from", "for", "by", "what's", "one", "two", "three", "taller",
        "older", "i", "we", "you", "he", "she", "never", "always", "sometimes", "us", "them",
    ]

    /// The name of a class without its article, in the singular.
    private func name(_ tokens: [Token], isObject: Bool) -> String? {
        var tokens = tokens
        if tokens.count > 1, tokens[0].isWord(["a", "an"]), tokens[0].text != "A" {
            tokens.removeFirst()
        }
        guard (1...3).contains(tokens.count),
            tokens.allSatisfy({ $0.kind == .word && !Self.known.contains($0.key) }),
            let last = tokens.last
        else { return nil }
        let isLetter = last.text.count == 1
        guard !isLetter || tokens.count == 1 else { return nil }
        let stem = isLetter ? last.key : Self.singular(last.key)
        return (tokens.dropLast().map(\.key) + [stem]).joined(separator: " ")
    }

    private static let irregular: [String: String] = [
        "men": "man", "women": "woman", "people": "person", "children": "child", "mice": "mouse",
        "geese": "goose", "wolves": "wolf", "feet": "foot", "teeth": "tooth", "fishes": "fish",
        "thieves": "thief", "leaves": "leaf", "mortals": "mortal",
    ]

    private static func singular(_ word: String) -> String {
        if let known = irregular[word] { return known }
        for (ending, replacement) in [
            ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("ies", "y"),
            ("zzes", "zz"),
        ] where word.hasSuffix(ending) && word.count > ending.count + 1 {
            return String(word.dropLast(ending.count)) + replacement
        }
        guard word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), word.count > 3
        else {
            return word
        }
        return String(word.dropLast())
    }
}
