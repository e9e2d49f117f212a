/// The words by which the forms of questions are recognised.
enum Vocabulary {
    static let codeWords: Set<String> = [
        "caesar", "cipher", "ciphertext", "decode", "decipher", "decrypt", "encoded", "encrypted",
        "enciphered", "secret", "rot13", "morse", "code", "coded", "codes", "crack", "shifted",
        "hidden", "scrambled", "decoding", "decoded", "signal", "message", "messages",
    ]
    static let encodeVerbs: Set<String> = ["encode", "encrypt", "encipher"]

    /// Words that a coded text swallows when they stand before it.
    static let codeAttributes: Set<String> = [
        "the", "this", "these", "a", "an", "secret", "hidden", "caesar", "cipher", "ciphertext",
        "ciphertexts", "morse", "code", "codes", "coded", "encoded", "encrypted", "enciphered",
        "message", "messages", "text", "texts", "word", "words", "phrase", "signal", "signals",
        "two", "three", "following", "shifted", "sentence", "rot13", "number", "numbers",
    ]

    static let imperativesOfComputing: Set<String> = [
        "compute", "calculate", "evaluate", "solve", "arithmetic", "calculation", "asks", "sum",
        "expression", "computation", "follow", "evaluating", "computing", "calculating", "solving",
    ]

    /// Operators, functions and forms of numbers: any of them makes a text arithmetic.
    static let arithmetic: Set<String> = [
        "plus", "minus", "times", "multiplied", "divided", "add", "subtract", "multiply", "divide",
        "sum", "product", "difference", "quotient", "remainder", "mod", "modulo", "squared",
        "cubed", "power", "percent", "percentage", "gcd", "lcm", "divisor", "divisors", "factors",
        "factor", "factorise", "factorize", "factorization", "factorisation", "prime", "primes",
        "average", "mean", "double", "twice", "half", "triple",
        "square", "cube", "root", "factorial", "binary", "hexadecimal", "hex", "octal", "larger",
        "greater", "bigger", "largest", "greatest", "smallest", "increase", "decrease", "reduce",
        "raise", "divisible", "multiple", "total", "adding", "multiplying", "increased",
        "decreased", "reduced", "third", "thirds", "quarter", "quarters", "halve",
    ]
    static let arithmeticSymbols = "+*×·÷/^%=√"

    /// Words that a computation may hold beside its operators; every other is left out of it.
    static let connectives: Set<String> = [
        "what", "is", "are", "the", "of", "and", "by", "from", "to", "then", "with", "that", "it",
        "result", "in", "as", "a", "between", "or", "which", "when", "common", "number", "numbers",
        "them", "how", "many", "much", "compute", "calculate", "evaluate", "convert", "base",
        "next", "after", "below", "than", "both", "decimal", "rounded", "places", "up", "per",
        "cent", "integers", "absolute", "least", "lowest", "highest", "maximum", "minimum", "mean",
    ]

    static let units: Set<String> = [
        "miles", "mile", "km", "kilometres", "kilometers", "kilometre", "kilometer", "metres",
        "meters", "metre", "meter", "cm", "centimetres", "centimeters", "mm", "inches", "inch",
        "feet", "foot", "yards", "yard", "kg", "kilograms", "grams", "pounds", "pound", "ounces",
        "ounce", "seconds", "minutes", "hours", "days", "weeks", "hour", "minute", "day", "week",
        "litres", "liters", "gallons", "celsius", "fahrenheit", "kelvin", "bytes", "kb", "mb",
        "gb", "kib", "mib", "gib", "mph", "acres", "hectares",
    ]

    static let numberWords: Set<String> = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        "hundred", "thousand", "million", "billion", "trillion",
    ]

    /// Frequent words, by which a text in plain English is told from one in code.
    private static let frequent: Set<String> = [
        "the", "of", "and", "to", "in", "is", "that", "it", "was", "for", "on", "are", "as",
        "with", "his", "they", "at", "be", "this", "have", "from", "or", "had", "by", "not", "but",
        "what", "all", "were", "we", "when", "your", "can", "said", "there", "you", "an", "how",
        "my", "me", "he", "she", "his", "her", "plus", "times", "minus",
    ]

    static func isPlainEnglish(_ text: String) -> Bool {
        text.lowercased().split { !$0.isLetter }
            .contains { frequent.contains(String($0)) || numberWords.contains(String($0)) }
    }

    static func isMorse(_ text: String) -> Bool {
        text.contains { ".-–—•·−_…".contains($0) }
            && text.allSatisfy { ".-–—•·−_…/| ".contains($0) || $0.isWhitespace }
    }

    /// Whether a text has the form of a Roman numeral in capitals.
    static func isRoman(_ text: String) -> Bool {
        let pattern: [(Character, [String])] = [
            ("M", ["MMM", "MM", "M"]),
            ("C", ["CM", "CD", "DCCC", "DCC", "DC", "D", "CCC", "CC", "C"]),
            ("X", ["XC", "XL", "LXXX", "LXX", "LX", "L", "XXX", "XX", "X"]),
            ("I", ["IX", "IV", "VIII", "VII", "VI", "V", "III", "II", "I"]),
        ]
        var rest = Substring(text)
        for (_, forms) in pattern {
            if let form = forms.first(where: { rest.hasPrefix($0) }) {
                rest = rest.dropFirst(form.count)
            }
        }
        return rest.isEmpty && !text.isEmpty && text.count <= 15
    }
}
