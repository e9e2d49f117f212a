/// The table of all forms, and how they are found in it.
public enum Phrasebook {
    public static let forms: [Form] =
        arithmetic + numberTheory + algebra + language + numerals + calendar + search + logic
        + claims
        + judging

    /// Forms parted by empty lines.
    static func forms(_ skill: Skill, _ table: String) -> [Form] {
        table.split(separator: "\n\n").map { Form(skill, reading: $0) }
    }

    public static func form(_ name: Form.Name) -> Form {
        guard let form = byName[name] else { fatalError("the phrasebook lacks \(name)") }
        return form
    }

    private static let byName = Dictionary(uniqueKeysWithValues: forms.map { ($0.name, $0) })

    /// Where a wording stands in a sentence.
    enum Place: Hashable { case ask, noun, then, given, claim }

    /// One variant of one wording.
    struct Entry: Sendable {
        let form: Form
        let variant: Wording.Variant
    }

    /// The entries of a place by the word that they begin with; those that begin with a slot by "".
    static func entries(_ place: Place, beginning key: String) -> [Entry] {
        index[place]?[key] ?? []
    }

    private static let index: [Place: [String: [Entry]]] = {
        var index: [Place: [String: [Entry]]] = [:]
        for form in forms {
            let isClaim = form.result == .claim
            let places: [(Place, [Wording])] = [
                (isClaim ? .claim : .ask, form.asks), (.noun, form.nouns), (.then, form.thens),
                (.given, form.givens),
            ]
            for (place, wordings) in places {
                for variant in wordings.flatMap(\.variants) {
                    var key = ""
                    if case .key(let word) = variant.marks.first { key = word }
                    index[place, default: [:]][key, default: []]
                        .append(Entry(form: form, variant: variant))
                }
            }
        }
        return index
    }()

    /// What may stand before the name of a result in a question.
    static let leads: [[String]] = [
        "what is", "what's", "whats", "find", "give", "determine", "compute", "calculate",
        "evaluate", "what is the result of", "what's the result of",
        "work out", "tell me", "how much is", "what are", "name", "show",
    ]
    .map { $0.split(separator: " ").map(String.init) }

    /// Polite words that ask for nothing.
    static let courtesies: [[String]] = [
        "please", "can you", "could you", "could you please", "can you please", "can you tell me",
        "could you tell me", "hello", "hi", "hey",
    ]
    .map { $0.split(separator: " ").map(String.init) }
}
