/// Words by which a question demands an operation or restricts one, in groups. A plan that leaves a
/// group of the question out answers another question.
struct Demand: Sendable {
    /// What the question says.
    let cues: Set<String>
    /// What a subtask may say in its place, beside the cues themselves.
    var stands: Set<String> = []
    /// The skills of workers that can meet it when they are handed the whole question.
    let skills: Set<Skill>

    static let all: [Demand] = numbers + texts + times + restrictions

    private static let reckoning: Set<Skill> = [.arithmetic, .algebra, .search, .calendar, .logic]

    private static let numbers = [
        Demand(
            cues: [
                "plus", "add", "adding", "added", "adds", "sum", "total", "altogether", "combined",
                "increase", "increased", "together", "more",
            ],
            stands: ["+", "after", "arithmetic"],
            skills: reckoning
        ),
        Demand(
            cues: [
                "minus", "subtract", "subtracting", "subtracted", "difference", "decrease",
                "decreased", "reduce", "reduced", "less", "fewer",
            ],
            stands: ["-", "−", "before", "mod", "modulo"],
            skills: reckoning
        ),
        Demand(
            cues: [
                "times", "multiply", "multiplied", "multiplying", "product", "twice", "thrice",
                "double", "doubled", "triple", "tripled", "quadruple",
            ],
            stands: ["*", "×", "often"],
            skills: reckoning.union([.language])
        ),
        Demand(
            cues: [
                "divide", "divided", "dividing", "quotient", "half", "halve", "halved", "ratio",
            ],
            stands: ["/", "÷"],
            skills: reckoning
        ),
        Demand(
            cues: [
                "remainder", "mod", "modulo", "divisible", "multiple", "divisor", "divisors",
                "factor", "factors", "gcd", "lcm", "factorise", "factorize",
            ],
            stands: ["factorization", "factorisation"],
            skills: [.arithmetic, .algebra, .search, .logic]
        ),
        Demand(cues: ["prime", "primes"], skills: [.arithmetic, .search, .logic]),
        Demand(
            cues: ["even", "odd"],
            stands: ["divisible"],
            skills: [.arithmetic, .algebra, .search, .logic]
        ),
        Demand(
            cues: ["square", "squared", "cube", "cubed", "power", "root", "factorial"],
            stands: ["^", "√"],
            skills: [.arithmetic, .algebra, .search, .logic]
        ),
        Demand(cues: ["percent", "percentage"], stands: ["%"], skills: reckoning),
        Demand(cues: ["average", "mean", "median"], skills: reckoning),
        Demand(
            cues: [
                "larger", "greater", "bigger", "smaller", "higher", "lower", "longer", "shorter",
                "greatest", "biggest", "highest", "maximum", "minimum", "largest", "smallest",
                "lowest", "equal", "same",
            ],
            stands: ["equals", "="],
            skills: reckoning
        ),
        Demand(cues: ["round", "rounded", "nearest"], skills: [.arithmetic, .algebra, .calendar]),
        Demand(cues: ["binary", "hexadecimal", "hex", "octal"], skills: [.arithmetic, .language]),
        Demand(
            cues: ["term", "terms", "sequence", "next"],
            stands: ["following", "after"],
            skills: reckoning
        ),
    ]

    private static let texts = [
        Demand(
            cues: ["reverse", "reversed", "reversing", "backwards", "backward"],
            skills: [.language, .logic]
        ),
        Demand(
            cues: [
                "sort", "sorted", "sorting", "alphabetical", "alphabetically", "alphabetize",
                "alphabetise", "ascending", "descending",
            ],
            skills: [.language, .logic, .arithmetic]
        ),
        Demand(
            cues: ["vowel", "vowels"],
            skills: [.language]
        ),
        Demand(cues: ["consonant", "consonants"], skills: [.language]),
        Demand(
            cues: ["count", "counting", "many", "often"],
            stands: ["long"],
            skills: reckoning.union([.language])
        ),
        Demand(cues: ["roman"], skills: [.language]),
        Demand(cues: ["digits", "figures"], skills: reckoning.union([.language])),
        Demand(cues: ["length", "lengths"], stands: ["long"], skills: [.language, .logic]),
        Demand(cues: ["morse"], skills: [.language]),
        Demand(cues: ["shift", "shifted"], stands: ["caesar"], skills: [.language]),
        Demand(cues: ["palindrome", "palindromes"], skills: [.language]),
        Demand(cues: ["anagram", "anagrams"], skills: [.language]),
        Demand(cues: ["encode", "encrypt", "encipher"], skills: [.language]),
        Demand(cues: ["decode", "decipher", "decrypt"], skills: [.language]),
        Demand(cues: ["longest", "shortest"], skills: [.language, .logic, .search, .calendar]),
        Demand(
            cues: [
                "remove", "removing", "removed", "drop", "delete", "replace", "replaced", "swap",
                "insert", "append", "join", "joined", "concatenate", "repeat", "repeated",
                "shuffle", "uppercase", "lowercase", "capitals", "capitalise", "capitalize",
                "initials", "remaining", "interleave", "every", "alternate",
            ],
            skills: reckoning.union([.language])
        ),
    ]

    private static let times = [
        Demand(cues: ["weekday", "weekdays"], stands: ["week"], skills: [.calendar]),
        Demand(cues: ["date"], stands: ["day", "days", "weekday"], skills: [.calendar, .algebra]),
        Demand(cues: ["leap"], skills: [.calendar]),
        Demand(cues: ["year", "years"], skills: reckoning),
        Demand(cues: ["month", "months"], skills: reckoning),
        Demand(cues: ["week", "weeks"], stands: ["weekday"], skills: reckoning),
        Demand(cues: ["hour", "hours"], skills: reckoning),
        Demand(cues: ["minute", "minutes"], skills: reckoning),
        Demand(
            cues: [
                "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
                "weekend", "weekends", "business", "working",
            ],
            skills: [.calendar, .arithmetic, .logic]
        ),
    ]

    /// What is left out, and on which condition: whoever misses one of these says the opposite.
    private static let restrictions = [
        Demand(
            cues: [
                "not", "without", "except", "excluding", "exclude", "excluded", "ignoring",
                "ignore", "instead", "unless", "neither", "nor", "never", "rather", "skip",
                "skipping", "omit", "omitting", "otherwise", "don't", "isn't", "aren't",
                "doesn't", "but", "other", "leave", "leaving", "share", "followed", "least", "most",
            ],
            skills: [.logic, .search, .algebra]
        )
    ]
}
