import PodiumCore

extension ProblemFamily {
    public static let counting = ProblemFamily("counting letters") { level, random in
        let word = text(level, &random)
        switch random.int(1...4) {
        case 1:
            let letter = random.pick(word.filter(\.isLetter))
            let question = random.pick([
                "How many \(letter)'s are in \"\(word)\"?",
                "How often does the letter \(letter) occur in \"\(word)\"?",
                "Count the \(letter)'s in \"\(word)\".",
            ])
            return Drawn(question, word.filter { $0 == letter }.count)
        case 2:
            let question = random.pick([
                "How many vowels are in \"\(word)\"?", "Count the vowels in \"\(word)\".",
                "How many vowels does \"\(word)\" have?",
            ])
            return Drawn(question, word.filter { "aeiou".contains($0) }.count)
        case 3:
            let question = random.pick([
                "How many letters are in \"\(word)\"?", "Count the letters in \"\(word)\".",
            ])
            return Drawn(question, word.filter(\.isLetter).count)
        default:
            let question = random.pick([
                "How many consonants are in \"\(word)\"?", "Count the consonants in \"\(word)\".",
            ])
            return Drawn(question, word.filter { $0.isLetter && !"aeiou".contains($0) }.count)
        }
    }

    public static let wordOrder = ProblemFamily("word order") { level, random in
        let word = level < 3 ? text(level, &random) : random.pick(WordList.long)
        switch random.int(1...3) {
        case 1:
            let question = random.pick([
                "Reverse \"\(word)\".", "Spell \"\(word)\" backwards.",
                "What is \"\(word)\" spelled backwards?",
            ])
            let reversed = String(word.reversed())
            return Drawn(question, reversed, .text(reversed))
        case 2:
            let question = random.pick([
                "Sort the letters of \"\(word)\" alphabetically.",
                "Sort the letters of \"\(word)\" in alphabetical order.",
            ])
            let sorted = String(word.sorted())
            return Drawn(question, sorted, .text(sorted))
        default:
            let words = random.some(2 + level, of: WordList.short)
            let question = random.pick([
                "Sort the words \"\(words.joined(separator: " "))\" in alphabetical order.",
                "Sort the words \"\(words.joined(separator: " "))\" alphabetically.",
            ])
            let sorted = words.sorted().joined(separator: " ")
            return Drawn(question, sorted, .text(sorted))
        }
    }

    public static let cipher = ProblemFamily("cipher") { level, random in
        let message = random.pick(WordList.messages)
        if level == 1 || random.chance(30) {
            let plain = level < 3 ? random.pick(WordList.short) : message
            let code = Phrasing.morse(plain)
            let question = random.pick([
                "Decode the Morse code \"\(code)\".",
                "What does the Morse message \"\(code)\" say?",
            ])
            return Drawn(question, plain, .text(plain))
        }
        let shift = random.int(1...25)
        let code = Phrasing.caesar(message, shift: shift)
        if level < 4 {
            let question = random.pick([
                "Decode \"\(code)\" (Caesar, shift \(shift)).",
                "Decode the Caesar text \"\(code)\", which was encoded with a shift of \(shift).",
            ])
            return Drawn(question, message, .text(message))
        }
        let question = random.pick([
            "Decode the Caesar message \"\(code)\".", "Decipher the Caesar text \"\(code)\".",
            "What does this Caesar text say: \"\(code)\"",
        ])
        return Drawn(question, message, .text(message))
    }

    public static let roman = ProblemFamily("roman numerals") { level, random in
        let number = random.int(
            [1, 10, 40, 100, 1000][level - 1]...[20, 90, 400, 1500, 3999][level - 1]
        )
        let numeral = Phrasing.roman(number)
        if random.chance() {
            let question = random.pick([
                "What number is the Roman numeral \(numeral)?",
                "Convert the Roman numeral \(numeral) to a number.",
                "What does the Roman numeral \(numeral) mean?",
            ])
            return Drawn(question, number)
        }
        let question = random.pick([
            "Write \(number) in Roman numerals.", "What is the Roman numeral for \(number)?",
            "Write \(number) as a Roman numeral.",
        ])
        return Drawn(question, numeral, .text(numeral))
    }

    /// One word up to level 3, then several.
    static func text(_ level: Int, _ random: inout SeededGenerator) -> String {
        switch level {
        case 1: random.pick(WordList.short)
        case 2, 3: random.pick(WordList.long)
        default: random.some(level - 1, of: WordList.long).joined(separator: " ")
        }
    }
}

extension SeededGenerator {
    /// A letter of a text that is known to have some.
    fileprivate mutating func pick(_ text: String) -> Character { pick(Array(text)) }
}
