import PodiumCore

/// Finds answers to half a question: what a specialist gives when it reads the part that it knows and
/// passes over words that demand something else.
enum HalfReading {
    /// The word that was passed over, if the answer is what remains without it; nil where the answer
    /// may be to the whole.
    static func omission(by answer: String, to question: String) -> String? {
        let tokens = Tokens(question).all
        for reader in readers {
            guard let word = word(foreignTo: reader, in: tokens) else { continue }
            let request = StepRequest(question: question, seen: [], subtask: "")
            guard let found = reader.attempt(request).solution?.answer else { continue }
            if SeenAnswer.agree(found, answer) { return word }
        }
        return nil
    }

    /// A specialist's reading, and the words by which a question asks for what it cannot do.
    struct Reader: Sendable {
        var attempt: @Sendable (StepRequest) -> Attempt
        var foreign: Set<String>

        /// Whether the question holds nothing that this reader would pass over.
        func reads(_ question: String) -> Bool {
            HalfReading.word(foreignTo: self, in: Tokens(question).all) == nil
        }
    }

    static let readers: [Reader] = [
        Reader(
            attempt: { Reckoner.attempt($0) },
            foreign: letters.union(calendar).union(restrictions)
        ),
        Reader(attempt: { Algebraist.attempt($0) }, foreign: letters.union(["weekday", "prime"])),
        Reader(
            attempt: { Calendarist.attempt($0) },
            foreign: letters.union(restrictions).union([
                "prime", "divisible", "remainder", "modulo", "squared", "multiply",
            ])
        ),
        Reader(attempt: { Logician.attempt($0) }, foreign: []),
        Reader(
            attempt: { Linguist.attempt($0) },
            foreign: numbers.union(restrictions).union([
                "weekday", "date", "twice", "thrice", "remove", "removing", "join", "concatenate",
                "replace", "swap", "insert", "longer", "shorter", "equal", "term", "next",
                "sequence", "days", "weeks", "divisor",
                "share", "solve", "equation",
            ])
        ),
    ]

    private static func word(foreignTo reader: Reader, in tokens: [Token]) -> String? {
        tokens.indices.first { index in
            let isSign = tokens[index].isSymbol("+=*^") && reader.foreign.contains("plus")
            guard isSign || tokens[index].isWord(reader.foreign) else { return false }
            // "The shift is not given" restricts nothing.
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            return next?.isWord(["given", "known", "told", "stated"]) != true
        }
        .map { tokens[$0].text }
    }

    private static let letters: Set<String> = [
        "reverse", "reversed", "backwards", "vowels", "consonants", "palindrome", "anagram",
        "alphabetical", "alphabetically", "roman", "morse", "decode", "decipher", "decrypt",
        "encode", "letters",
    ]
    private static let calendar: Set<String> = ["weekday", "weekdays", "leap", "date"]
    private static let numbers: Set<String> = [
        "plus", "minus", "add", "adding", "subtract", "multiply", "multiplied", "divide",
        "divided", "sum", "difference", "product", "quotient", "half", "double", "triple",
        "square", "squared", "cube", "cubed", "power", "root", "factorial", "remainder", "modulo",
        "mod", "divisible", "multiple", "prime", "even", "odd", "percent", "percentage", "average",
        "more", "fewer", "less", "greater", "larger", "smaller", "rounded", "compute", "calculate",
        "evaluate",
    ]
    private static let restrictions: Set<String> = [
        "not", "without", "except", "excluding", "exclude", "ignoring", "ignore", "instead",
        "unless", "but", "leave", "skip", "omit", "neither", "nor",
    ]
}
