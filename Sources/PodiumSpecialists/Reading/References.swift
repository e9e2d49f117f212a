/// What words such as "the second number found above" stand for: the answers a worker may see.
struct References: Sendable {
    /// The answers of the outputs that the access list names, in order.
    var answers: [String]
    /// The result of the clause before, in an instruction of several.
    var current: String?

    static let none = References(answers: [], current: nil)

    init(answers: [String], current: String? = nil) {
        self.answers = answers
        self.current = current
    }

    /// An output without an answer keeps its place, so that "the second" stays the second.
    init(outputs: some Sequence<String>) {
        self.init(answers: outputs.map { SeenAnswer.answer(in: $0) ?? "" })
    }

    var isEmpty: Bool { current == nil && answers.allSatisfy(\.isEmpty) }

    /// Every answer by itself: `14; 29` is two.
    var items: [String] {
        answers.flatMap { answer in
            if let assignments = Assignments(answer) { return assignments.items.map(\.value) }
            return answer.contains(";")
                ? answer.split(separator: ";").map { String($0).trimmed } : [answer]
        }
    }

    /// The value of an unknown that was solved for: 4 for `x` after `x = 4, y = 2`.
    func value(of name: String) -> String? {
        for answer in [current].compactMap({ $0 }) + answers.reversed() {
            guard let assignments = Assignments(answer) else { continue }
            if let value = assignments.value(of: name) { return value }
        }
        return nil
    }

    /// What a mention of a step names.
    func text(mention token: Token) -> String? {
        guard let position = StepMentions.position(token), position < answers.count,
            !answers[position].isEmpty
        else { return nil }
        return answers[position]
    }

    /// What a phrase with this ordinal names; without one, the latest.
    func text(ordinal: Ordinal?) -> String? {
        switch ordinal {
        case nil: return current ?? answers.last { !$0.isEmpty }
        case .last: return items.last
        case .position(let position):
            let items = items
            return position <= items.count ? items[position - 1] : nil
        }
    }
}

/// `first`, `second`, …, `last`.
enum Ordinal: Hashable, Sendable {
    /// Counted from 1.
    case position(Int)
    case last

    init?(_ key: String) {
        let names = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth",
        ]
        if key == "last" || key == "final" {
            self = .last
        } else if let index = names.firstIndex(of: key) {
            self = .position(index + 1)
        } else if key.count > 2, ["st", "nd", "rd", "th"].contains(String(key.suffix(2))),
            let number = Int(key.dropLast(2)), number > 0
        {
            self = .position(number)
        } else {
            return nil
        }
    }
}

/// The words by which one refers to a result.
enum ReferenceWords {
    static let nouns: Set<String> = [
        "number", "numbers", "result", "results", "value", "values", "answer", "answers", "count",
        "counts", "total", "expression", "expressions", "message", "messages", "text", "texts",
        "calculation", "output", "outputs", "sum", "word", "words", "string", "phrase", "sentence",
        "letters", "numeral", "numerals", "question", "problem", "line", "code",
    ]
    static let pluralNouns: Set<String> = [
        "numbers", "results", "values", "answers", "counts", "expressions", "messages", "texts",
        "outputs", "numerals",
    ]
    /// Words before or after the noun that say that it is an earlier result.
    static let marks: Set<String> = [
        "above", "found", "earlier", "previous", "decoded", "obtained", "computed", "resulting",
        "preceding", "deciphered", "decrypted", "converted", "counted", "translated", "reversed",
        "sorted",
    ]
    static let pronouns: Set<String> = ["it", "that", "this", "its"]
    static let pluralPronouns: Set<String> = ["them", "these", "those", "both"]
    /// Words that may follow a reference and add nothing.
    static let trailers: Set<String> = [
        "above", "found", "earlier", "before", "you", "see", "previously", "so", "far", "obtained",
        "given", "by", "from", "in", "the", "previous", "step", "steps", "there", "decoded",
        "computed",
    ]
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
