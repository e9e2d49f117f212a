/// What is asked about knights and knaves.
enum KnightQuestion {
    case kinds(of: [Int], people: [String])
    case kind(of: Int)
    /// The names of those of a kind; `isSingle` when exactly one is expected.
    case who(isKnight: Bool, isSingle: Bool, people: [String])
    case count(isKnight: Bool, people: Int)
    case statement(Formula)

    /// Nil when the questions are not understood, or ask for several things.
    init?(_ questions: [[Token]], people: [String]) {
        let all = Self.kinds(of: Array(people.indices), people: people)
        let found = questions.compactMap { Self.read($0, people) }
        guard found.count == questions.count, let first = found.first else {
            return nil
        }
        guard found.count == 1 else {
            // "Who is a knight? Who is a knave?"
            let asksForAll = found.allSatisfy {
                switch $0 {
                case .who, .kinds: true
                default: false
                }
            }
            guard asksForAll else { return nil }
            self = all
            return
        }
        self = first
    }

    private static func read(_ tokens: [Token], _ people: [String]) -> KnightQuestion? {
        let everyone = KnightQuestion.kinds(of: Array(people.indices), people: people)
        var tokens = tokens.filter { !$0.isSymbol(",") || people.count > 1 }
        while let first = tokens.first,
            first.isWord(["so", "then", "now", "and", "please", "can", "you", ","])
                || first.isSymbol(",")
        {
            tokens.removeFirst()
        }
        let text = tokens.map { people.contains($0.text) ? "@" : $0.key }.joined(separator: " ")
        let named = tokens.compactMap { people.firstIndex(of: $0.text) }
        if wholes.contains(text) { return everyone }
        if text.hasSuffix("a knight or a knave") || text.hasSuffix("a knave or a knight")
            || text.hasSuffix("a liar or a truthteller")
            || text.hasSuffix("a truthteller or a liar")
        {
            return named.count == 1 && ["is", "whether"].contains(tokens[0].key)
                && tokens.count == 7 ? .kind(of: named[0]) : nil
        }
        if ["what is @", "what kind is @", "what type is @", "what type of person is @"]
            .contains(text)
        {
            return .kind(of: named[0])
        }
        let bare = text.filter { $0 != "," }.replacing("and ", with: "").replacing("  ", with: " ")
        let listed = Array(repeating: "@", count: named.count).joined(separator: " ")
        if !named.isEmpty, Set(named).count == named.count,
            ["what are \(listed)", "identify \(listed)", "classify \(listed)"].contains(bare)
        {
            return .kinds(of: named, people: people)
        }
        if let (isKnight, isSingle) = who(text) {
            return .who(isKnight: isKnight, isSingle: isSingle, people: people)
        }
        if let isKnight = counts(text) { return .count(isKnight: isKnight, people: people.count) }
        return statement(tokens, people)
    }

    private static let wholes: Set<String> = [
        "who is what", "who is who", "which is which", "what are they", "what is each of them",
        "what is each", "identify them", "identify each of them", "classify each of them",
        "classify them", "what is everyone", "tell me what each of them is", "what is each person",
        "determine who is a knight and who is a knave", "who is a knight and who is a knave",
        "who is the knight and who is the knave", "what type is each", "what kind is each of them",
        "determine who is who", "determine what each of them is", "what is each of the islanders",
        "determine the type of each", "find out who is what", "determine who is what",
        "which are knights and which are knaves", "who are the knights and who are the knaves",
        "who is a liar and who is a truthteller", "who is a truthteller and who is a liar",
        "decide who is a knight and who is a knave", "solve the puzzle", "what are the two",
        "figure out who is who", "figure out who is a knight and who is a knave",
        "what type is each of them", "what are these people", "what are the three",
        "solve this puzzle", "determine the type of each person", "what kind is each",
        "determine their types", "what are their types", "identify each person",
    ]

    /// "Who is the knave?", "Which of them are knights?", "Who is telling the truth?"
    private static func who(_ text: String) -> (isKnight: Bool, isSingle: Bool)? {
        for (word, isKnight) in [
            ("knight", true), ("knave", false), ("liar", false), ("truthteller", true),
        ] {
            let singles = [
                "who is the \(word)", "which one is the \(word)", "who is a \(word)",
                "which of them is the \(word)", "which of them is a \(word)",
                "which person is the \(word)", "name the \(word)", "which one is a \(word)",
            ]
            if singles.contains(text) { return (isKnight, true) }
            let plurals = [
                "who are the \(word)s", "which of them are \(word)s", "which are \(word)s",
                "who are \(word)s", "which are the \(word)s", "name the \(word)s",
                "which ones are \(word)s", "which people are \(word)s", "list the \(word)s",
            ]
            if plurals.contains(text) { return (isKnight, false) }
        }
        switch text {
        case "who is telling the truth", "who tells the truth", "who is truthful",
            "which of them is telling the truth":
            return (true, true)
        case "who is lying", "who lies", "which of them is lying": return (false, true)
        default: return nil
        }
    }

    private static func counts(_ text: String) -> Bool? {
        for (word, isKnight) in [
            ("knights", true), ("knaves", false), ("liars", false), ("truthtellers", true),
        ] {
            let forms = [
                "how many \(word) are there", "how many of them are \(word)", "how many \(word)",
                "how many are \(word)", "how many \(word) are among them",
                "how many of the people are \(word)", "how many of these are \(word)",
            ]
            if forms.contains(text) { return isKnight }
        }
        return nil
    }

    /// "Is Bob a knight?" turned round: "Bob is a knight".
    private static func statement(_ tokens: [Token], _ people: [String]) -> KnightQuestion? {
        guard let verb = tokens.first, verb.isWord(["is", "are"]) else { return nil }
        let rest = Array(tokens.dropFirst())
        let end = rest.firstIndex {
            !people.contains($0.text) && !$0.isSymbol(",") && !$0.isWord(["and", "both"])
        }
        guard let end, end > 0, !rest.contains(where: { $0.isWord(["or", "either"]) }) else {
            return nil
        }
        var statement = KnightStatement(people: people, speaker: nil, reading: .init())
        let turned = Array(rest[..<end]) + [verb] + Array(rest[end...])
        return statement.formula(turned).map { .statement($0) }
    }

    // MARK: Answers

    /// Nil when the question supposes what is not so.
    func answer(in model: UInt32) -> String? {
        switch self {
        case .kinds(let list, let people):
            return list.map { "\(people[$0]) is a \(Self.kind(of: $0, in: model))" }
                .joined(separator: ", ")
        case .kind(let person): return Self.kind(of: person, in: model)
        case .who(let isKnight, let isSingle, let people):
            let names = people.indices.filter { Self.isKnight($0, model) == isKnight }
            guard !names.isEmpty, !isSingle || names.count == 1 else { return nil }
            return names.map { people[$0] }.joined(separator: ", ")
        case .count(let isKnight, let people):
            return "\((0..<people).count { Self.isKnight($0, model) == isKnight })"
        case .statement(let formula): return formula.holds(in: model) ? "yes" : "no"
        }
    }

    static func kinds(of people: [String], in model: UInt32) -> String {
        people.indices.map { "\(people[$0]) is a \(kind(of: $0, in: model))" }
            .joined(separator: ", ")
    }

    private static func isKnight(_ person: Int, _ model: UInt32) -> Bool {
        model & (1 << UInt32(person)) != 0
    }

    private static func kind(of person: Int, in model: UInt32) -> String {
        isKnight(person, model) ? "knight" : "knave"
    }
}
