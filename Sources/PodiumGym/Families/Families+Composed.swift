internal import PodiumCore
internal import PodiumPhrasebook
import PodiumSpecialists

/// Problems for several workers: the slot of one form holds another.
extension Family {
    static let composed: [Family] = [
        Family("counts-product", steps: 2) { level, random in
            let form = random.pick([Form.Name.multiply, .add, .subtract])
            let factor = Expression.integer(
                random.int(2...[9, 40, 900, 90_000, 900_000_000][level - 1])
            )
            let count = Expression.phrase(counted(level, &random))
            let other = level < 3 ? .phrase(counted(level, &random)) : factor
            return Draft(Phrase(form, ["n": .expression(count), "n2": .expression(other)]))
        },
        Family("coded-number", steps: 2) { level, random in
            let number = random.int(2...[12, 30, 90, 400, 900][level - 1])
            let code = coded(NumberWords.text(of: number), &random)
            let other = random.int(3...[20, 90, 2_000, 90_000, 900_000_000][level - 1])
            let form = random.pick([Form.Name.multiply, .add])
            let value = form == .multiply ? number * other : number + other
            return Draft(
                Phrase(form, ["n": .expression(.phrase(code)), "n2": .integer(other)]),
                "\(value)"
            )
        },
        Family("coded-sum", steps: 2) { level, random in
            let (one, other) = (random.int(2...20 * level), random.int(2...20 * level))
            let (word, value) = random.pick([
                ("plus", one + other), ("times", one * other), ("minus", one - other),
            ])
            let text = "\(NumberWords.text(of: one)) \(word) \(NumberWords.text(of: other))"
            return Draft(
                Phrase(.compute, ["n": .expression(.phrase(coded(text, &random)))]),
                "\(value)"
            )
        },
        // What is to be done is known only when the message is decoded.
        Family("coded-question", steps: 2) { level, random in
            let text = errand(&random)
            guard let read = Phrasebook.phrase(text), let answer = Specialists.exactAnswer(to: read)
            else {
                return Draft(Phrase(.obey))
            }
            return Draft(Phrase(.obey, ["text": .phrase(coded(text, &random))]), answer)
        },
        Family("coded-equation", steps: 2) { level, random in
            let (factor, root, rest) = (
                random.int(2...9), random.int(2...9 + 5 * level), random.int(1...20)
            )
            let words = [factor, rest, factor * root + rest].map { NumberWords.text(of: $0) }
            let text = "\(words[0]) x plus \(words[1]) equals \(words[2])"
            return Draft(
                Phrase(.equation, ["eq": .phrase(coded(text, &random))]),
                "x = \(root)"
            )
        },
        Family("system-date", steps: 2) { level, random in
            let found = system(level, &random)
            let unknown = Phrase(
                .unknown,
                ["variable": .word("x"), "eqs": .equations(found.equations)]
            )
            return Draft(
                Phrase(
                    random.pick([.after, .before]),
                    [
                        "n": .expression(.phrase(unknown)), "period": .word("days"),
                        "date": .date(date(level, &random)),
                    ]
                )
            )
        },
        Family("weekday-letters", steps: 2) { level, random in
            let weekday = Argument.phrase(Phrase(.weekday, ["date": .date(date(level, &random))]))
            switch random.int(1...3) {
            case 1: return Draft(Phrase(.reverse, ["text": weekday]))
            case 2: return Draft(Phrase(.sortLetters, ["text": weekday]))
            default:
                return Draft(
                    Phrase(
                        .count,
                        [
                            "thing": .word(random.pick(["letters", "vowels", "consonants"])),
                            "text": weekday,
                        ]
                    )
                )
            }
        },
        Family("days-divisors", steps: 2) { level, random in
            let (from, to) = period(level, &random)
            let days = Expression.phrase(
                Phrase(.between, ["date": .date(from), "date2": .date(to)])
            )
            let other = Argument.integer(random.int(6...[12, 40, 90, 400, 9_000][level - 1]))
            return Draft(
                Phrase(
                    random.pick([.remainder, .gcd, .multiply]),
                    ["n": .expression(days), "n2": other]
                )
            )
        },
        Family("knights-product", steps: 2) { level, random in
            let claims = knights(level, &random).claims
            let kind = random.pick(["knights", "knaves"])
            let count = Expression.phrase(
                Phrase(.knightCount, ["kind": .word(kind), "phrases": .phrases(claims)])
            )
            return Draft(
                Phrase(
                    .multiply,
                    ["n": .expression(count), "n2": .integer(random.int(11...90 * level))]
                )
            )
        },
        Family("sum-countdown", steps: 2) { level, random in
            let puzzle = countdown(level, &random)
            let numbers = Argument.list(puzzle.numbers.map { .integer($0) })
            let literal = Phrase(.countdown, ["n": .integer(puzzle.target), "list": numbers])
            let word = random.pick(Words.all)
            let count = Phrase(.count, ["thing": .word("letters"), "text": .text(word)])
            let rest = puzzle.target - word.count
            let sum = Expression.binary(
                rest < 0 ? .subtract : .add,
                .phrase(count),
                .integer(abs(rest))
            )
            return Draft(
                Phrase(.countdown, ["n": .expression(sum), "list": numbers]),
                puzzle.solution,
                conditions: literal
            )
        },
    ]

    static let harder: [Family] = [
        // The algebra wants a worker by the kind of its equation or sequence.
        Family("sequence-product", steps: 2) { level, random in
            let next = Expression.phrase(
                Phrase(
                    .sequence,
                    ["terms": .list(sequence(level, &random).terms.map { .integer($0) })]
                )
            )
            return Draft(
                Phrase(
                    random.pick([.multiply, .add]),
                    ["n": .expression(next), "n2": .integer(random.int(11...90 * level))]
                )
            )
        },
        Family("sequence-roman", steps: 2) { level, random in
            let (terms, next) = sequence(min(level, 3), &random)
            let phrase = Phrase(.sequence, ["terms": .list(terms.map { .integer($0) })])
            // There are numerals up to 3999.
            return Draft(
                Phrase(next < 4_000 ? .toRoman : .toWords, ["n": .expression(.phrase(phrase))])
            )
        },
        Family("power-date", steps: 2) { level, random in
            let found = power(3, &random)
            let unknown = Phrase(
                .unknown,
                ["variable": .word("x"), "eqs": .equations([found.equation])]
            )
            let slots: [String: Argument] = [
                "n": .expression(.phrase(unknown)), "period": .word("days"),
                "date": .date(date(level, &random)),
            ]
            return Draft(Phrase(.after, slots))
        },
        Family("power-product", steps: 2) { level, random in
            let found = power(3, &random)
            let unknown = Phrase(
                .unknown,
                ["variable": .word("x"), "eqs": .equations([found.equation])]
            )
            let other = Argument.integer(
                random.int(11...[90, 900, 9_000, 90_000, 900_000_000][level - 1])
            )
            return Draft(Phrase(.multiply, ["n": .expression(.phrase(unknown)), "n2": other]))
        },
        Family("sequence-date", steps: 2) { level, random in
            let (terms, _) = sequence(level, &random)
            let next = Expression.phrase(
                Phrase(.sequence, ["terms": .list(terms.map { .integer($0) })])
            )
            return Draft(
                Phrase(
                    .after,
                    [
                        "n": .expression(next), "period": .word("days"),
                        "date": .date(date(level, &random)),
                    ]
                )
            )
        },
        Family("tallest-letters", steps: 2) { level, random in
            let (claims, _, more) = ordering(level, &random)
            let name = Argument.phrase(
                Phrase(.extreme, ["most": .word(more.more), "phrases": .phrases(claims)])
            )
            return Draft(Phrase(random.pick([.reverse, .sortLetters]), ["text": name]))
        },
    ]

    static let longer: [Family] = [
        Family("roman-sum", steps: 3) { level, random in
            let top = [20, 90, 400, 900, 1_300][level - 1]
            let numerals = (0..<(level > 2 ? 3 : 2)).map { _ in
                Roman.text(of: random.int(4...top)) ?? "IV"
            }
            let list = Argument.phrase(Phrase(.romans, ["romans": .words(numerals)]))
            return Draft(
                Phrase(.toRoman, ["n": .expression(.phrase(Phrase(.total, ["list": list])))])
            )
        },
        Family("weekday-count-product", steps: 3) { level, random in
            let weekday = Argument.phrase(Phrase(.weekday, ["date": .date(date(level, &random))]))
            let count = Phrase(.count, ["thing": .word("letters"), "text": weekday])
            return Draft(
                Phrase(
                    .multiply,
                    [
                        "n": .expression(.phrase(count)),
                        "n2": .integer(
                            random.int(11...[90, 900, 9_000, 900_000, 900_000_000][level - 1])
                        ),
                    ]
                )
            )
        },
        Family("system-weekday", steps: 3) { level, random in
            let found = system(level, &random)
            let unknown = Phrase(
                .unknown,
                ["variable": .word("x"), "eqs": .equations(found.equations)]
            )
            let day = Phrase(
                .after,
                [
                    "n": .expression(.phrase(unknown)), "period": .word("days"),
                    "date": .date(date(level, &random)),
                ]
            )
            return Draft(Phrase(.weekday, ["date": .phrase(day)]))
        },
        Family("coded-count-sum", steps: 4, isHeldOut: true) { level, random in
            let code = coded(NumberWords.text(of: random.int(2...30 * level)), &random)
            let reversed = Phrase(
                .reverse,
                ["text": .text(random.some(2, of: Words.all).joined(separator: " "))]
            )
            let count = Phrase(.count, ["thing": .word("vowels"), "text": .phrase(reversed)])
            return Draft(
                Phrase(
                    .multiply,
                    ["n": .expression(.phrase(code)), "n2": .expression(.phrase(count))]
                )
            )
        },
        Family("counts-roman", steps: 3) { level, random in
            let sum = Phrase(
                .multiply,
                [
                    "n": .expression(.phrase(counted(level, &random))),
                    "n2": .integer(random.int(3...[9, 20, 60, 90, 120][level - 1])),
                ]
            )
            return Draft(Phrase(.toRoman, ["n": .expression(.phrase(sum))]))
        },
    ]

    /// Unseen ways to put together what training knows.
    static let unseen: [Family] = [
        Family("sequence-divisors", steps: 2, isHeldOut: true) { level, random in
            let terms = Argument.list(sequence(level, &random).terms.map { .integer($0) })
            let next = Expression.phrase(Phrase(.sequence, ["terms": terms]))
            let other = Argument.integer(random.int(6...[12, 40, 90, 400, 9_000][level - 1]))
            return Draft(
                Phrase(random.pick([.remainder, .gcd]), ["n": .expression(next), "n2": other])
            )
        },
        Family("power-roman", steps: 2, isHeldOut: true) { _, random in
            let equation = Argument.equations([power(3, &random).equation])
            let unknown = Phrase(.unknown, ["variable": .word("x"), "eqs": equation])
            return Draft(Phrase(.toRoman, ["n": .expression(.phrase(unknown))]))
        },
        Family("knights-roman", steps: 3, isHeldOut: true) { level, random in
            let claims = Argument.phrases(knights(level, &random).claims)
            let kind = Argument.word(random.pick(["knights", "knaves"]))
            let count = Phrase(.knightCount, ["kind": kind, "phrases": claims])
            let sum = Phrase(
                .add,
                ["n": .expression(.phrase(count)), "n2": .integer(random.int(3...90 * level))]
            )
            return Draft(Phrase(.toRoman, ["n": .expression(.phrase(sum))]))
        },
        Family("sequence-weekday", steps: 3, isHeldOut: true) { level, random in
            let terms = Argument.list(sequence(min(level, 3), &random).terms.map { .integer($0) })
            let next = Expression.phrase(Phrase(.sequence, ["terms": terms]))
            let day = Phrase(
                .after,
                [
                    "n": .expression(next), "period": .word("days"),
                    "date": .date(date(level, &random)),
                ]
            )
            return Draft(Phrase(.weekday, ["date": .phrase(day)]))
        },
    ]

    private static func counted(_ level: Int, _ random: inout SeededGenerator) -> Phrase {
        let text = random.some(max(1, level - 1), of: Words.all).joined(separator: " ")
        return Phrase(.count, ["thing": .word(thing(in: text, &random)), "text": .text(text)])
    }

    /// A text in Caesar's code or Morse's.
    private static func coded(_ text: String, _ random: inout SeededGenerator)
        -> Phrase
    {
        random.chance(65)
            ? Phrase(.caesar, ["text": .text(shifted(text, random.int(1...25)))])
            : Phrase(.morse, ["text": .text(morse(text))])
    }

    /// Something to do that can be said in letters alone.
    private static func errand(_ random: inout SeededGenerator) -> String {
        let (one, other) = (
            NumberWords.text(of: random.int(2...40)), NumberWords.text(of: random.int(2...40))
        )
        return random.pick([
            "what is \(one) plus \(other)", "multiply \(one) by \(other)",
            "is \(one) prime", "write \(one) as a roman numeral",
            "is \(NumberWords.text(of: random.int(1_600...2_400))) a leap year",
            "solve \(one) x equals \(NumberWords.text(of: 6 * random.int(2...20)))",
            "what is the greatest common divisor of \(one) and \(other)",
        ])
    }
}
