public import PodiumCore

/// A quick guess at any kind of question it can classify. Often wrong, and it says so.
public struct Guesser: Specialist {
    public let descriptor = Specialists.descriptor(
        "guesser",
        strengths: "instant, nearly free guesses at arithmetic, counting, codes, equations,"
            + " sequences, dates and logic; often wrong",
        tags: ["guessing", "cheap"],
        input: 0.2,
        output: 0.5
    )

    /// Said with every guess, so that whoever sees it can tell it from a result.
    static let notice = "This is a guess and may well be wrong."

    public init() {}

    public func work(
        on request: StepRequest,
        random: inout SeededGenerator
    ) -> SpecialistReply {
        let subtask = TaskText(request.subtask)
        let text = subtask.isGeneric || subtask.namesQuestion ? request.question : request.subtask
        let seen = request.seen.last.flatMap { SeenAnswer.answer(in: $0.output) }
        guard Tokens.fit(request.subtask), Tokens.fit(request.question),
            let guess = Guess.make(at: text, seen: seen, random: &random)
                ?? Guess.make(at: request.question, seen: seen, random: &random)
        else {
            return SpecialistReply(
                outcome: .declined(
                    "I cannot even guess at this: I guess at arithmetic, counting, primes, simple"
                        + " codes, equations, sequences, dates and puzzles of truth."
                )
            )
        }
        return SpecialistReply(
            working: [guess.kind, guess.method, Self.notice],
            outcome: .answered(guess.answer)
        )
    }
}

/// A guess with what it rests on.
struct Guess {
    var kind: String
    var method: String
    var answer: String

    static func make(
        at text: String,
        seen: String?,
        random: inout SeededGenerator
    ) -> Guess? {
        let tokens = Tokens(text)
        let bounded = StepMentions.resolve(Array(tokens.all.prefix(300)), answerCount: 0)
        if bounded.contains(where: { $0.isWord(["prime"]) }), let number = numbers(bounded).first {
            return prime(number)
        }
        if let guess = family(text, bounded, random: &random) { return guess }
        let tasks = TextTaskReader(bounded).tasks()
        if let task = tasks.first?.task {
            let operand =
                TextOperands(tokens: tokens, references: .none)
                .operands(in: bounded[...], for: task).first?.text ?? seen
            return operand.flatMap { letters(task, $0, random: &random) }
        }
        return arithmetic(bounded)
    }

    /// Odd and not ending in 5 is good enough for a guess.
    private static func prime(_ number: Double) -> Guess? {
        guard number.magnitude < 1e15 else { return nil }
        let digit = Int(number.magnitude) % 10
        let looksPrime = digit % 2 == 1 && digit != 5 || number == 2 || number == 5
        return Guess(
            kind: "A question about a prime.",
            method: "I look at the last digit: \(digit).",
            answer: looksPrime ? "yes" : "no"
        )
    }

    private static func letters(
        _ task: TextTask,
        _ text: String,
        random: inout SeededGenerator
    ) -> Guess? {
        let text = String(text.prefix(200))
        switch task {
        case .decode where !Morse.isMorse(text), .decodeCaesar(nil):
            let shift = Bool.random(using: &random) ? 3 : 13
            return Guess(
                kind: "A Caesar text.",
                method: "The most usual shifts are 3 and 13; I try \(shift).",
                answer: Caesar.shift(text, by: -shift)
            )
        case .count(.letters), .count(.characters):
            return Guess(
                kind: "A count of letters.",
                method: "I take every character for a letter.",
                answer: "\(text.count)"
            )
        case .count(.vowels):
            return Guess(
                kind: "A count of vowels.",
                method: "About two letters of five are vowels.",
                answer: "\(text.count * 2 / 5)"
            )
        case .count(.letter):
            return Guess(
                kind: "A count of one letter.",
                method: "Few letters stand more than twice.",
                answer: "\(Int.random(in: 1...2, using: &random))"
            )
        case .count(.words):
            return Guess(
                kind: "A count of words.",
                method: "A word and its space are about six characters.",
                answer: "\(max(1, text.count / 6))"
            )
        case .fromRoman:
            let values: [Character: Int] = [
                "I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000,
            ]
            let sum = text.reduce(0) { $0 + (values[$1] ?? 0) }
            guard sum > 0 else { return nil }
            return Guess(
                kind: "A Roman numeral.",
                method: "I add the signs and ignore their order.",
                answer: "\(sum)"
            )
        default: return nil
        }
    }

    /// Rounded figures from left to right, without precedence.
    private static func arithmetic(_ tokens: [Token]) -> Guess? {
        let operators: [String: String] = [
            "+": "+", "plus": "+", "-": "-", "minus": "-", "*": "*", "×": "*", "times": "*",
            "/": "/", "÷": "/", "over": "/", "multiplied": "*", "divided": "/",
        ]
        let signs = tokens.compactMap { $0.kind == .quoted ? nil : operators[$0.key] }
        let values = numbers(tokens)
        guard !signs.isEmpty, values.count == signs.count + 1, signs.count <= 20 else { return nil }
        var total = values[0]
        for (sign, value) in zip(signs, values.dropFirst()) {
            switch sign {
            case "+": total += value
            case "-": total -= value
            case "*": total *= value
            default: total = value == 0 ? 0 : total / value
            }
        }
        guard total.magnitude < 1e15 else { return nil }
        let scale = total.magnitude < 1000 ? 1 : 100
        let rounded = Int((total / Double(scale)).rounded()) * scale
        return Guess(
            kind: "Arithmetic.",
            method: "From left to right, and round.",
            answer: "\(rounded)"
        )
    }

    static func numbers(_ tokens: [Token]) -> [Double] {
        tokens.compactMap { token in
            token.kind == .number ? Double(token.text.filter { $0 != "," }) : nil
        }
        .filter { $0.magnitude < 1e15 }
    }
}
