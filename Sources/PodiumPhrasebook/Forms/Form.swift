/// One kind of question or order, with every wording that is known of it.
///
/// The gym renders forms and the workers match them, from this one table: a sentence that is no
/// wording of a form is not understood, whatever words it has.
public struct Form: Sendable {
    /// What a form comes to, by which it can stand in the slot of another.
    public enum Result: String, Hashable, Sendable {
        case number, text, date, list
        /// Text that may be a number in words, as a decoded message is.
        case message
        /// An answer that no other form takes up.
        case answer
        /// No answer: what somebody in a puzzle says.
        case claim
    }

    public let name: Name
    public let skill: Skill
    public let result: Result
    /// The slots in order. What a wording leaves out is taken from what was said before it.
    public let slots: [String]
    /// Whole sentences: `Is {n} prime?`
    let asks: [Wording]
    /// Names of the result, for slots of other forms: `the weekday of {date}`.
    let nouns: [Wording]
    /// What is done with the result before: `reverse it`.
    let thens: [Wording]
    /// What is given before another sentence: `If {eqs},`
    let givens: [Wording]
    /// The form whose `givens` say what the wordings of this one leave open.
    let givenBy: Name?

    /// Reads one form of the table: a heading and its wordings.
    ///
    /// `# add (n n2) number` names it, its slots and its result; a line is a whole sentence, or after
    /// `=` a name of the result, after `>` what is done with a result before, after `<` what is given.
    /// What begins with a dash is understood and never told.
    init(_ skill: Skill, reading text: Substring) {
        let lines = text.split(separator: "\n")
        // Three parts: the name, the slots, and the result with who gives what is missing.
        let heading = (lines.first ?? "").dropFirst().split(
            omittingEmptySubsequences: false,
            whereSeparator: { "()".contains($0) }
        )
        .map { $0.split(separator: " ").map(String.init) }
        guard heading.count == 3, let name = heading[0].first.flatMap(Name.init),
            let result = heading[2].first.flatMap(Result.init)
        else { fatalError("the phrasebook has no such form: \(lines.first ?? "")") }
        self.name = name
        self.skill = skill
        self.result = result
        slots = heading[1]
        givenBy = heading[2].dropFirst().last.flatMap(Name.init)
        func wordings(_ mark: Character?) -> [Wording] {
            lines.dropFirst().compactMap { line in
                let found = line.first.flatMap { "=><".contains($0) ? $0 : nil }
                return found == mark ? Wording(found == nil ? line : line.dropFirst(2)) : nil
            }
        }
        asks = wordings(nil)
        nouns = wordings("=")
        thens = wordings(">")
        givens = wordings("<")
    }

    /// Whether a question of this form needs nothing given before it.
    var asksSayAll: Bool { asks.contains { Set($0.variants[0].slots).isSuperset(of: slots) } }

    /// Whether it is a question of its own.
    public var canBeAsked: Bool { result != .claim && skill != .judging && !slots.isEmpty }

    /// One wording as an example that people can try: `Is 12 prime?`
    public var example: String {
        if let example = Self.examples[name] { return example }
        var phrase = Phrase(name)
        for slot in slots { phrase.slots[slot] = Slot(named: slot).sample(slot) }
        return phrase.question
    }
}

/// A sentence with slots, in all its variants.
///
/// `(a|b|)` is a choice, `[` and `]` are brackets in the sentence itself, `{n}` is a slot whose kind is
/// its name without digits. A tilde before it keeps the wording for tests of what was not seen in
/// training.
struct Wording: Sendable {
    let isHeldOut: Bool
    /// Understood, but not how one says it.
    let isReadOnly: Bool
    let variants: [Variant]

    init(_ text: Substring) {
        isHeldOut = text.hasPrefix("~")
        isReadOnly = text.hasPrefix("- ")
        variants = Self.expanded(String(text.drop { "~- ".contains($0) })).map {
            Variant($0.replacing("[", with: "(").replacing("]", with: ")"))
        }
    }

    private static func expanded(_ text: String) -> [String] {
        guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")")
        else {
            return [text]
        }
        let choices = text[text.index(after: open)..<close]
            .split(separator: "|", omittingEmptySubsequences: false)
        let rests = expanded(String(text[text.index(after: close)...]))
        return choices.flatMap { choice in rests.map { text[..<open] + choice + $0 } }
            .map {
                $0.replacing("  ", with: " ").replacing(" ?", with: "?").replacing(" .", with: ".")
            }
    }

    struct Variant: Sendable {
        enum Piece: Sendable {
            case text(String)
            case slot(String)
        }

        /// What is compared: words and signs by their keys, and slots.
        enum Mark: Sendable {
            case key(String)
            case slot(String, Slot)
        }

        /// For telling.
        let pieces: [Piece]
        /// For reading, without the sentence's end.
        let marks: [Mark]
        /// Its words but those that stand in most questions.
        let telling: [String]

        init(_ told: String) {
            // A choice of nothing leaves its space.
            let text = told.hasPrefix(" ") ? told.dropFirst() : told[...]
            var pieces: [Piece] = []
            var marks: [Mark] = []
            for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false)
                .enumerated()
            {
                var words = part
                if index > 0, let end = part.firstIndex(of: "}") {
                    let name = String(part[..<end])
                    words = part[part.index(after: end)...]
                    pieces.append(.slot(name))
                    marks.append(.slot(name, Slot(named: name)))
                }
                pieces.append(.text(String(words)))
                marks += Lexeme.all(of: String(words)).map { .key($0.key) }
            }
            while case .key(let key) = marks.last, [".", "?", "!"].contains(key) {
                marks.removeLast()
            }
            self.pieces = pieces
            self.marks = marks
            telling = marks.compactMap { mark in
                guard case .key(let key) = mark, key.first?.isLetter == true else { return nil }
                return Self.common.contains(key) ? nil : key
            }
        }

        private static let common: Set<String> = [
            "what", "is", "the", "of", "a", "in", "how", "many", "are", "there", "which", "and",
            "to", "it", "by", "from", "find", "when", "if", "has", "does", "was", "number",
            "numbers", "on", "at", "with", "that", "do", "give", "for", "than", "who", "date",
            "much",
        ]

        var beginsWithArticle: Bool { if case .key("the") = marks.first { true } else { false } }

        var slots: [String] {
            marks.compactMap { if case .slot(let name, _) = $0 { name } else { nil } }
        }
    }
}

/// The kinds of slots, by the names they have in wordings.
enum Slot: String, Sendable {
    /// A number, or what comes to one.
    case n
    /// Numbers, parted by commas.
    case list
    /// At least three numbers in a row, Roman ones too.
    case terms
    /// An equation, and one or more.
    case eq, eqs
    case text, date, time, span, unit, base, digits, roman, romans
    /// `days`, `weeks`, `months` or `years`.
    case period
    /// What is counted: `vowels`, `r's`.
    case thing
    /// `knights` or `knaves`.
    case kind
    case name, names, claim, phrases, grid, edges, colours, variable
    /// `taller` and `tallest`.
    case more, most
    /// A class in a syllogism: `cats`.
    case sort

    /// Whether what a form comes to can stand here.
    func takes(_ result: Form.Result) -> Bool {
        switch self {
        case .n: [.number, .message].contains(result)
        case .text: [.text, .message].contains(result)
        case .date: [.date, .message].contains(result)
        case .list, .terms: result == .list
        case .eq: result == .message
        default: false
        }
    }

    init(named name: String) {
        let plain = String(name.prefix { !$0.isNumber })
        guard let slot = Slot(rawValue: plain) else { fatalError("no slot is called \(name)") }
        self = slot
    }
}
