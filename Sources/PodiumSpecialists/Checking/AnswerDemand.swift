import PodiumCore

/// What a question demands last, and in how many parts: the kind of answer that a proposal must be,
/// whatever the steps were that led to it.
///
/// It names a kind only where the question leaves no doubt, so that it objects to half an answer and
/// never to a whole one in other words.
struct AnswerDemand: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable {
        case number = "a number"
        case judgement = "yes or no"
        case date = "a date"
        case weekday = "a weekday"
        case roman = "a Roman numeral"
        case morse = "Morse code"
    }

    /// Of the last clause that asks something; nil where that may be anything.
    private(set) var kind: Kind?
    /// How many things are asked that need nothing of each other.
    private(set) var parts = 1

    init(_ question: String) {
        let tokens = Tokens(question).all
        guard tokens.count <= 2_000, !tokens.contains(where: { $0.isWord(Self.stories) }) else {
            return
        }
        let clauses = Self.clauses(of: tokens)
        parts = max(1, Self.independent(clauses), Self.joined(tokens))
        // Of several answers each would have to be of its own kind.
        guard parts == 1 else { return }
        kind = Self.form(tokens) ?? clauses.last(where: Self.isAsking).flatMap(Self.kind(of:))
    }

    /// Why an answer cannot be all that is asked; nil when it may be.
    func objection(to answer: String) -> String? {
        if parts > 1 {
            let given =
                answer.split { ";,\n".contains($0) }.count
                + answer.components(" and ") - 1
            return given >= parts
                ? nil : "the question asks for \(parts) things, and this is one of them"
        }
        guard let kind, !Self.isNone(answer) else { return nil }
        if kind == .roman, answer.contains(";") {
            return "the question asks for \(kind.rawValue), and these are several"
        }
        guard !Self.fits(answer, kind) else { return nil }
        return "the question asks for \(kind.rawValue) in the end, and this is none"
    }

    // MARK: The answer

    private static func fits(_ answer: String, _ kind: Kind) -> Bool {
        let words = Tokens(answer).all
        switch kind {
        case .number:
            return answer.contains { $0.isNumber } || isSpelled(words)
                || words.contains { $0.isWord(["true", "false", "yes", "no"]) }
                || words.count == 1 && Roman.value(of: answer.uppercased()) != nil
                || Morse.isMorse(answer)
        case .judgement: return words.contains { $0.isWord(["yes", "no", "true", "false", "not"]) }
        case .date: return answer.contains { $0.isNumber } && answer.count >= 6
        case .weekday: return words.contains { $0.isWord(weekdays) }
        case .roman: return words.contains { Roman.value(of: $0.text.uppercased()) != nil }
        case .morse: return Morse.isMorse(answer)
        }
    }

    /// "There is none" is an answer of any kind.
    private static func isNone(_ answer: String) -> Bool {
        Tokens(answer).all.contains { $0.isWord(["none", "never", "nothing", "undetermined"]) }
            || answer.lowercased().hasPrefix("not ")
    }

    /// A number in words, alone: "twelve times fourteen" is a computation still to be done.
    private static func isSpelled(_ words: [Token]) -> Bool {
        let rest = words.drop { $0.isWord(["minus", "negative"]) }
        guard !rest.isEmpty else { return false }
        return rest.allSatisfy {
            NumberWords.isNumberWord($0.key) || $0.isWord(["and", "point"]) || $0.kind == .symbol
        }
    }

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
        "wed", "thu", "fri", "sat", "sun",
    ]

    // MARK: The question

    /// Puzzles ask for answers of forms of their own.
    private static let stories: Set<String> = [
        "knight", "knights", "knave", "knaves", "liar", "liars", "implies", "tautology",
        "satisfiable", "sudoku", "colour", "color", "colouring", "coloring", "subset", "all",
        "every", "some", "tallest", "each", "oldest",
    ]

    /// Sentences, and the parts of them that begin with a word that asks.
    private static func clauses(of tokens: [Token]) -> [ArraySlice<Token>] {
        var clauses: [ArraySlice<Token>] = []
        var start = 0
        for index in tokens.indices {
            let isCut = tokens[index].isSymbol(".?!;") && !isInNumber(index, tokens)
            let joins =
                tokens[index].isWord(["and", "then", "also"]) || tokens[index].isSymbol(",")
            let asks = index + 1 < tokens.count && tokens[index + 1].isWord(heads)
            guard isCut || joins && asks else { continue }
            if start < index { clauses.append(tokens[start..<index]) }
            start = index + 1
        }
        if start < tokens.count { clauses.append(tokens[start...]) }
        return clauses.map { $0.drop { $0.isWord(openings) || $0.kind == .symbol } }
            .filter { !$0.isEmpty }
    }

    /// Whether a clause asks or orders something; others give what is needed for it.
    private static func isAsking(_ clause: ArraySlice<Token>) -> Bool {
        clause.first?.isWord(heads.union(commands)) == true
            || clause.contains { $0.isWord(heads) && !$0.isWord(["is"]) }
    }

    private static func isInNumber(_ index: Int, _ tokens: [Token]) -> Bool {
        index + 1 < tokens.count && tokens[index + 1].kind == .number
            && !tokens[index + 1].followsSpace
    }

    private static let openings: Set<String> = ["and", "then", "also", "finally", "so", "now"]
    private static let heads: Set<String> = [
        "what", "what's", "which", "how", "is", "tell", "compute", "calculate", "count", "reverse",
        "decode", "solve", "sort", "convert", "evaluate",
    ]
    private static let commands: Set<String> = [
        "spell", "write", "give", "say", "find", "add", "multiply", "subtract", "divide", "double",
        "square", "take", "express", "put", "arrange", "encode", "decipher", "determine", "check",
        "are", "was", "does", "do", "on", "use", "make", "list", "name", "state", "raise", "reduce",
        "halve", "triple", "translate", "read", "show", "decrypt", "crack", "alphabetize",
        "increase", "decrease", "remove", "replace", "join", "round", "return", "continue", "who",
        "when", "where", "why", "factor", "factorise", "factorize", "evaluating", "if",
    ]
    private static let refers: Set<String> = [
        "it", "its", "that", "this", "result", "results", "them", "these", "those", "their",
        "answer", "number", "one", "both", "former", "latter", "other", "there",
    ]

    /// Questions for a thing each, none of which points at another.
    private static func independent(_ clauses: [ArraySlice<Token>]) -> Int {
        let asking = clauses.filter { clause in
            clause.first?.isWord(["what", "what's", "which"]) == true
                || clause.first?.isWord(["how"]) == true
                    && clause.dropFirst().first?.isWord(["many", "often"]) == true
                || clause.first?.isWord(["is"]) == true && judges(clause)
        }
        guard asking.count > 1 else { return asking.count }
        let pointing = asking.dropFirst().contains { clause in
            clause.contains { $0.isWord(refers) || $0.kind == .word && $0.key.count == 1 }
                || !clause.contains { $0.kind == .number || $0.kind == .quoted }
                    && !namesWord(clause)
        }
        return pointing ? 1 : asking.count
    }

    /// `in strawberry`
    private static func namesWord(_ clause: ArraySlice<Token>) -> Bool {
        clause.indices.dropLast().contains { index in
            clause[index].isWord(["in", "of"]) && clause[index + 1].kind == .word
                && clause[index + 1].key.count > 3
        }
    }

    /// `the sum and the product of …`
    private static func joined(_ tokens: [Token]) -> Int {
        let nouns: Set<String> = [
            "sum", "product", "difference", "quotient", "vowels", "consonants",
        ]
        let isPair = tokens.indices.dropLast(2).contains { index in
            guard tokens[index].isWord(nouns), tokens[index + 1].isWord(["and"]) else {
                return false
            }
            let rest = tokens[(index + 2)...].drop { $0.isWord(["the", "how", "many"]) }
            return rest.first?.isWord(nouns) == true
        }
        return isPair ? 2 : 1
    }

    /// The form in which the answer is wanted, wherever the question says so.
    private static func form(_ tokens: [Token]) -> Kind? {
        for index in tokens.indices.dropLast() where tokens[index].isWord(["as", "in", "into"]) {
            let next = tokens[index + 1].isWord(["a"]) ? index + 2 : index + 1
            guard next + 1 < tokens.count else { continue }
            let end = next + 2 >= tokens.count || tokens[next + 2].isSymbol(".?!")
            if tokens[next].isWord(["roman"]), tokens[next + 1].isWord(["numeral"]), end {
                return .roman
            }
            if tokens[next].isWord(["words"]), end { return nil }
        }
        return nil
    }

    private static func kind(of clause: ArraySlice<Token>) -> Kind? {
        guard let first = clause.first, !clause.contains(where: { $0.isWord(["you", "or"]) }) else {
            return nil
        }
        let isWritten = clause.contains {
            $0.isWord([
                "words", "roman", "morse", "binary", "hex", "backwards", "backward", "reversed",
                "spelled", "letter", "word", "sorted", "alphabetical",
            ])
        }
        if asksNumeral(clause) { return .roman }
        if judges(clause) { return .judgement }
        let howMany = clause.dropFirst().first?.isWord(["many", "often"]) == true
        if first.isWord(["count"]) || first.isWord(["how"]) && howMany {
            return isInForm(clause) ? nil : .number
        }
        if first.isWord(["what", "which", "on"]) { return isWritten ? nil : wanted(clause) }
        guard first.isWord(["compute", "calculate", "evaluate"]), !isWritten else {
            return nil
        }
        return .number
    }

    /// `… in words`, `… in binary`
    private static func isInForm(_ clause: ArraySlice<Token>) -> Bool {
        clause.indices.dropLast().contains { index in
            clause[index].isWord(["in", "as"])
                && clause[(index + 1)...].prefix(2).contains {
                    $0.isWord(["words", "roman", "morse", "binary", "hexadecimal", "hex", "octal"])
                }
        }
    }

    /// `What is the Roman numeral of …`
    private static func asksNumeral(_ clause: ArraySlice<Token>) -> Bool {
        guard clause.first?.isWord(["what", "what's"]) == true else { return false }
        let rest = clause.dropFirst().drop { $0.isWord(["is", "the"]) }.prefix(3).map(\.key)
        return rest == ["roman", "numeral", "of"] || rest == ["roman", "numeral", "for"]
    }

    /// `Is … prime`, `tell me whether … even`
    private static func judges(_ clause: ArraySlice<Token>) -> Bool {
        let properties: Set<String> = [
            "prime", "even", "odd", "divisible", "palindrome", "multiple", "leap", "composite",
        ]
        guard let place = clause.lastIndex(where: { $0.isWord(properties) }) else { return false }
        // "Even numbers" and "prime factors" are things, not properties.
        let next = place + 1 < clause.endIndex ? clause[place + 1] : nil
        guard next == nil || next?.isWord(["by", "of", "year"]) == true || next?.kind == .symbol
        else { return false }
        let asks = clause.first?.isWord(["is", "are", "was"]) == true
        let tells = clause.first?.isWord(["tell", "say", "determine", "check", "decide"]) == true
        return asks || tells && clause.contains { $0.isWord(["if", "whether"]) }
    }

    /// `What date`, `which weekday`, `on what day of the week`
    private static func wanted(_ clause: ArraySlice<Token>) -> Kind? {
        var rest = clause.drop { $0.isWord(["on", "what", "which", "is", "was", "the", "will"]) }
        guard let noun = rest.first else { return nil }
        if noun.isWord(["weekday"]) { return .weekday }
        if noun.isWord(["day"]) {
            rest = rest.dropFirst()
            let names = rest.prefix(3).contains { $0.isWord(["week"]) }
            return names ? .weekday : nil
        }
        if noun.isWord(["date"]) {
            return clause.contains { $0.isWord(["weekday"]) } ? nil : .date
        }
        if noun.isWord(["sum", "product", "difference", "remainder", "square"]) { return .number }
        return nil
    }
}

extension String {
    /// How many parts a joint makes of it.
    fileprivate func components(_ joint: String) -> Int { ranges(of: joint).count + 1 }
}
