internal import BigInt

/// Does a task on its operands and tells the steps.
enum TextPerformer {
    /// Several operands are answered one after another, parted by semicolons.
    static func perform(_ task: TextTask, on operands: [String]) -> Attempt {
        if task == .areAnagrams { return anagrams(operands) }
        if operands.count > 1, let whole = asList(task, operands) { return whole }
        var working: [String] = []
        var answers: [String] = []
        for operand in operands.prefix(20) {
            let attempt = perform(task, on: operand)
            guard let solution = attempt.solution else { return attempt }
            working += solution.working
            answers.append(solution.answer)
        }
        return .solved(Solution(working: working, answer: answers.joined(separator: "; ")))
    }

    private static func perform(_ task: TextTask, on text: String) -> Attempt {
        switch task {
        case .decode:
            return Morse.isMorse(text) ? decodeMorse(text) : decodeCaesar(text, shift: nil)
        case .decodeCaesar(let shift): return decodeCaesar(text, shift: shift)
        case .encodeCaesar(let shift):
            let code = Caesar.shift(text, by: shift)
            return solved(["Every letter moves \(shift) places: \(pairs(shift))"], code)
        case .decodeMorse: return decodeMorse(text)
        case .encodeMorse: return encodeMorse(text)
        case .fromRoman: return fromRoman(text)
        case .toRoman: return toRoman(text)
        case .fromWords: return fromWords(text)
        case .toWords: return toWords(text)
        case .count(let countable): return TextCounter.count(countable, in: text)
        case .counts(let countables, let together):
            return TextCounter.counts(countables, together: together, in: text)
        case .isPalindrome:
            let letters = folded(text)
            guard !letters.isEmpty else {
                return .impossible("I cannot judge a text without letters.")
            }
            let reversed = String(letters.reversed())
            return solved(
                ["\(letters) backwards is \(reversed)"],
                letters == reversed ? "yes" : "no"
            )
        case .pick(let piece, let ordinal): return pick(piece, ordinal, from: text)
        default: return arrange(task, text)
        }
    }

    static func solved(_ working: [String], _ answer: String) -> Attempt {
        guard !answer.trimmed.isEmpty else {
            return .impossible("I cannot give an answer: the text is empty.")
        }
        return .solved(Solution(working: working, answer: answer))
    }

    // MARK: Codes

    private static func decodeCaesar(_ text: String, shift: Int?) -> Attempt {
        guard text.contains(where: { $0.isASCII && $0.isLetter }) else {
            return .impossible("I cannot decode this: it has no letters.")
        }
        if let shift {
            let plain = Caesar.shift(text, by: -shift)
            return solved(
                ["Every letter moves back \(shift) places: \(pairs(-shift))"],
                plain
            )
        }
        let candidates = Caesar.candidates(for: String(text.prefix(2_000)))
        var working = ["The shift is not given, so I try all 26 and score how English each looks:"]
        for candidate in candidates.prefix(3) {
            let score = (candidate.score * 100).rounded() / 100
            working.append(
                "shift \(candidate.shift): \(candidate.text.prefix(60)) (score \(score))"
            )
        }
        guard Caesar.isConvincing(candidates), let best = candidates.first else {
            return .impossible(
                "I cannot decode this with confidence: no shift of \(text.prefix(60)) gives"
                    + " text that is clearly English."
            )
        }
        if best.shift == 0 { working.append("Shift 0 is best: the text is not encoded.") }
        return solved(working, Caesar.shift(text, by: -best.shift))
    }

    /// The first letters of the alphabet and what they become.
    private static func pairs(_ shift: Int) -> String {
        let letters = ["A", "B", "C"].map { "\($0)→\(Caesar.shift($0, by: shift))" }
        return letters.joined(separator: ", ") + ", …"
    }

    private static func decodeMorse(_ text: String) -> Attempt {
        guard Morse.isMorse(text) else {
            return .impossible("I cannot read this as Morse code: \(text.prefix(40))")
        }
        let words = Morse.signs(in: text)
        var working: [String] = []
        var plain: [String] = []
        for signs in words {
            if let unknown = signs.first(where: { $0.letter == nil }) {
                return .impossible(
                    "I cannot decode \(unknown.code.prefix(40)): no letter has this code."
                )
            }
            let letters = signs.compactMap(\.letter)
            plain.append(String(letters))
            working.append(
                signs.map { "\($0.code) \($0.letter.map(String.init) ?? "")" }
                    .joined(separator: ", ")
            )
        }
        return solved(working, plain.joined(separator: " "))
    }

    private static func encodeMorse(_ text: String) -> Attempt {
        guard let code = Morse.encode(text) else {
            return .impossible("I cannot encode this: a character in it has no Morse code.")
        }
        let working = text.uppercased().prefix(200).filter { !$0.isWhitespace }
            .map { "\($0) is \(Morse.encode(String($0)) ?? "")" }
        return solved([working.joined(separator: ", ")], code)
    }

    // MARK: Numerals

    private static func fromRoman(_ text: String) -> Attempt {
        var working: [String] = []
        var result = ""
        var end = 0
        let tokens = Tokens(text)
        for token in tokens.all where token.kind == .word {
            guard let value = Roman.value(of: token.text), let parts = Roman.parts(of: value) else {
                continue
            }
            let sum = parts.map { "\($0.value)" }.joined(separator: " + ")
            working.append("\(token.text) = \(sum) = \(value)")
            result += tokens.raw(end..<token.range.lowerBound) + "\(value)"
            end = token.range.upperBound
        }
        guard !working.isEmpty else {
            return .impossible("I cannot read \(text.prefix(40)) as a Roman numeral.")
        }
        return solved(working, (result + tokens.raw(from: end)).trimmed)
    }

    private static func toRoman(_ text: String) -> Attempt {
        guard let number = SeenAnswer.number(text), number.isInteger,
            let value = Int(exactly: number.numerator), let parts = Roman.parts(of: value)
        else {
            return .impossible(
                "I cannot write \(text.prefix(40)) in Roman numerals: they go from 1 to 3999."
            )
        }
        let sum = parts.map { "\($0.value) (\($0.sign))" }.joined(separator: " + ")
        return solved(["\(value) = \(sum)"], parts.map(\.sign).joined())
    }

    private static func fromWords(_ text: String) -> Attempt {
        let tokens = Tokens(text)
        var result = ""
        var working: [String] = []
        var end = 0
        var index = 0
        while index < tokens.all.count {
            guard let (value, next) = NumberWords.read(tokens.all, at: index) else {
                index += 1
                continue
            }
            let range = tokens.all[index].range.lowerBound..<tokens.all[next - 1].range.upperBound
            working.append("\(tokens.raw(range)) = \(value)")
            result += tokens.raw(end..<range.lowerBound) + "\(value)"
            end = range.upperBound
            index = next
        }
        guard !working.isEmpty else {
            return .impossible("I cannot find a number in words in \(text.prefix(40)).")
        }
        return solved(working, (result + tokens.raw(from: end)).trimmed)
    }

    private static func toWords(_ text: String) -> Attempt {
        guard let number = SeenAnswer.number(text), number.isInteger,
            let words = NumberWords.text(of: number.numerator)
        else {
            return .impossible(
                "I cannot spell out \(text.prefix(40)): I spell whole numbers below 10^18."
            )
        }
        return solved(["\(number) is read in groups of three digits"], words)
    }
}
