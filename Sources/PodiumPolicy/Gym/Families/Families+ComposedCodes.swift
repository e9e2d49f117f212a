import PodiumCore

/// Composed families that begin with a text to be read: a cipher, letters, Roman numerals.
extension ProblemFamily {
    public static let cipherArithmetic = ProblemFamily(
        "cipher, then arithmetic",
        isComposed: true
    ) { level, random in
        let numbers = (0...min(level, 3)).map { _ in
            random.int(2...[12, 20, 50, 90, 900][level - 1])
        }
        var text = Phrasing.words(numbers[0])
        var value = numbers[0]
        if random.chance() {
            text += " times \(Phrasing.words(numbers[1]))"
            value *= numbers[1]
        } else {
            text += " plus \(Phrasing.words(numbers[1]))"
            value += numbers[1]
        }
        for number in numbers.dropFirst(2) {
            let adds = random.chance()
            text += (adds ? " plus " : " minus ") + Phrasing.words(number)
            value += adds ? number : -number
        }
        let (kind, code, remark) = encode(text, level, &random)
        let question = random.pick([
            "The secret message \"\(code)\" is \(kind.article)\(remark). Decode it and compute what it says.",
            "Decode the \(kind.message) \"\(code)\"\(remark) and compute what it says.",
            "Decode this \(kind.message) and work out the calculation: \"\(code)\"\(remark)",
            "What is the result of the arithmetic in the \(kind.message) \"\(code)\"\(remark)?",
        ])
        return Drawn(question, value)
    }

    public static let cipherEquation = ProblemFamily(
        "cipher, then equation",
        isComposed: true
    ) { level, random in
        let root = random.int(2...[12, 15, 20, 30, 60][level - 1])
        let factor = level == 1 ? 1 : random.int(2...4 + 2 * level)
        let shift = random.int(2...[15, 20, 30, 60, 99][level - 1])
        let adds = random.chance() || factor * root <= shift
        let total = factor * root + (adds ? shift : -shift)
        let words = Phrasing.words
        let left =
            factor == 1 ? "x" : random.pick(["\(words(factor)) x", "\(words(factor)) times x"])
        let text = "\(left) \(adds ? "plus" : "minus") \(words(shift)) equals \(words(total))"
        let (kind, code, remark) = encode(text, level, &random)
        let question = random.pick([
            "Decode the \(kind.message) \"\(code)\"\(remark) and solve the equation in it.",
            "The message \"\(code)\" is \(kind.article)\(remark). It is an equation. What is x?",
            "Decode this \(kind.message) and solve the equation that it states: \"\(code)\"\(remark)",
            "What is x in the equation hidden in the \(kind.message) \"\(code)\"\(remark)?",
        ])
        return Drawn(question, "x = \(root)", .number(Fraction(root), units: []))
    }

    public static let lettersModular = ProblemFamily(
        "letters, then modular arithmetic",
        isComposed: true
    ) { level, random in
        let word = text(level, &random)
        let (what, count) = random.pick([
            ("letters", word.filter(\.isLetter).count),
            ("vowels", word.filter { "aeiou".contains($0) }.count),
            ("consonants", word.filter { $0.isLetter && !"aeiou".contains($0) }.count),
        ])
        var (exponent, modulus) = (3, 11)
        for _ in 0..<40 {
            exponent = random.int(3...[5, 9, 20, 50, 200][level - 1])
            modulus = random.int(11...[20, 40, 90, 200, 999][level - 1])
            // Where the power is the count again, counting alone would answer the question.
            if Numbers.power(count, exponent, modulo: modulus) != count { break }
        }
        let number = "the number of \(what) in \"\(word)\""
        let question = random.pick([
            "What is \(number) to the power of \(exponent) modulo \(modulus)?",
            "Raise \(number) to the power of \(exponent) and find the remainder when it is divided by \(modulus).",
            "Count the \(what) in \"\(word)\", raise that to the power of \(exponent) and give the result modulo \(modulus).",
            "What is the remainder when \(number) to the power of \(exponent) is divided by \(modulus)?",
        ])
        return Drawn(question, Numbers.power(count, exponent, modulo: modulus))
    }

    public static let romanSequence = ProblemFamily(
        "Roman numerals, then sequence",
        isComposed: true
    ) { level, random in
        var terms = terms(level: level, &random)
        // Five or six numerals are enough to tell the rule of all but the cubes.
        if level < 5 { terms = Array(terms.suffix(6)) }
        for _ in 0..<50 where terms.contains(where: { !(1...3999).contains($0) }) {
            terms = Self.terms(level: min(level, 4), &random)
        }
        let shown = terms.dropLast().map(Phrasing.roman).joined(separator: ", ")
        let question = random.pick([
            "What comes next in the sequence of Roman numerals \(shown)? Answer in digits.",
            "What is the next number in the sequence \(shown) (Roman numerals)?",
            "The Roman numerals \(shown) form a sequence. What number comes next?",
            "Continue the sequence of Roman numerals \(shown) by one number.",
        ])
        let next = terms.last ?? 0
        if level > 2, random.chance(30), next < 4000 {
            return Drawn(
                "What is the next Roman numeral in the sequence of Roman numerals \(shown)?"
                    + " Write it as a Roman numeral.",
                Phrasing.roman(next),
                .text(Phrasing.roman(next))
            )
        }
        return Drawn(question, next)
    }

    /// How a code is called: `Caesar message`, `a Caesar text`.
    struct CodeKind {
        var message: String
        var article: String
    }

    /// Codes a text: Morse now and then, otherwise a Caesar text whose shift is told at low levels.
    private static func encode(
        _ text: String,
        _ level: Int,
        _ random: inout SeededGenerator
    ) -> (kind: CodeKind, code: String, remark: String) {
        if random.chance(25) {
            return (
                CodeKind(message: "Morse message", article: "Morse code"),
                Phrasing.morse(text), ""
            )
        }
        let shift = random.int(1...25)
        let remark = level < 3 ? " (shift \(shift))" : ""
        return (
            CodeKind(message: "Caesar message", article: "a Caesar text"),
            Phrasing.caesar(text, shift: shift), remark
        )
    }
}
