import PodiumCore
import Testing

@testable import PodiumSpecialists

/// No input traps, and each is answered or declined with bounded effort.
@Suite struct HostileInputTests {
    private static let fragments = [
        "what is", "decode", "count", "the", "first", "second", "result", "above", "number", "r's",
        "in", "of", "and", "then", "multiply", "by", "add", "it", "reverse", "sort", "words",
        "letters", "roman numeral", "morse", "caesar", "shift", "-3", "percent", "%", "!", "!!",
        "^", "**", "(", ")", "((", "[", "]", "1", "0", "10", "1e9", "1/0", "0x", "0xZZ", "0b12",
        "١٢", "½", "²", "👍🏽", "\"", "'", "“", "”", "`", "KHOOR", "XIV", "... --- ...", ",", ".",
        ":", ";", "?", "\n", "\t", "\u{0}", "é", "漢字", "prime", "factors of", "gcd", "sum",
        "hundred", "and", "million", "twenty-", "three", "convert", "to", "binary", "base", "99",
        "miles", "km", "/", "÷", "-", "—", "…", "mod", "sqrt", "squared", "to the power of",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "0.0000001", "1,234",
        "how many", "between", "divided by", "remainder when", "half of", "percent of", "Answer:",
        "solve", "x", "y", "=", "3x", "xy", "f(x)", "x^2", "x^99999999999", "and", "is", "equals",
        "next number in", "2, 4, 8", "1,1,2,3,5", "term", "10th", "root", "roots of", "a number",
        "two numbers", "twice as old as", "step 0", "step 1's", "N", "where N is", "days after",
        "17 May 2024", "2024-02-30", "99/99/9999", "0000-00-00", "May", "weekday", "Friday",
        "10:50", "25:61", "am", "hours", "999999999999 days", "leap year", "last", "week",
        "rounded to", "decimal places", "as a", "roman", "in words", "last letter of", "divisors",
    ]

    @Test func `random instructions are answered or declined`() {
        for seed in UInt64(1)...800 {
            var random = SeededGenerator(seed: seed)
            func text() -> String {
                let count = Int.random(in: 0...14, using: &random)
                return (0..<count).map { _ in
                    let fragment = Self.fragments.randomElement(using: &random) ?? ""
                    return fragment + (Bool.random(using: &random) ? " " : "")
                }
                .joined()
            }
            let request = StepRequest(
                question: text(),
                seen: (0..<Int.random(in: 0...3, using: &random)).map { _ in
                    StepRequest.Seen(subtask: text(), output: "Answer: " + text())
                },
                subtask: text()
            )
            for specialist in Specialists.all {
                var generator = SeededGenerator(seed: seed)
                let reply = specialist.work(on: request, random: &generator)
                var again = SeededGenerator(seed: seed)
                #expect(reply == specialist.work(on: request, random: &again), "seed \(seed)")
                #expect(
                    reply.text.contains("Answer: ") || reply.text.contains("I cannot"),
                    "seed \(seed)"
                )
            }
        }
    }

    @Test func `random bytes are answered or declined`() {
        for seed in UInt64(1)...400 {
            var random = SeededGenerator(seed: seed)
            let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            for specialist in Specialists.all {
                let reply = specialist.work(
                    on: StepRequest(
                        question: text,
                        seen: [StepRequest.Seen(subtask: text, output: text)],
                        subtask: text
                    ),
                    random: &random
                )
                // What follows may combine with a blank.
                #expect(
                    reply.text.contains("Answer:") || reply.text.contains("I cannot"),
                    "seed \(seed), \(specialist.descriptor.name): \(reply.text)"
                )
            }
        }
    }

    /// What the readers of puzzles look for, in no order.
    private static let puzzleFragments = [
        "A says", "B is a knave", "we are both knights", "exactly", "at least", "of us", "if",
        "then",
        "either", "neither", "nor", "is taller than", "is", "not", "the", "left of", "between",
        "who",
        "who is the tallest?", "Ann", "Bob", "A", "B", "C", ",", ".", "?", "and", "or", "all",
        "some",
        "no", "cats", "are", "animals", "each own a pet: a cat, a dog or a fish.", "owns the cat",
        "Is", "a tautology?", "→", "∧", "¬", "(", ")", "<->", "equivalent to", "make", "24", "from",
        "4, 7, 8, 8", "999999999999999999999", "-5", "1/0", "sudoku", "1..4 / ..1. / .1.. / 4..1",
        "colour", "graph", "edges", "A-B", "B-C", "A-A", "3 colours", "with", "subset", "sum to",
        "which of", "0", "\u{0}", "“", "”", "\n", "second", "last", "immediately",
        "the result above",
        "the numbers above", "in the question", "how many", "knights", "true", "when", "=", "xor",
    ]

    @Test func `random puzzles are answered or declined`() {
        for seed in UInt64(1)...300 {
            var random = SeededGenerator(seed: seed)
            func text() -> String {
                (0..<Int.random(in: 0...16, using: &random))
                    .map { _ in Self.puzzleFragments.randomElement(using: &random) ?? "" }
                    .joined(separator: " ")
            }
            let request = StepRequest(
                question: text(),
                seen: [StepRequest.Seen(subtask: text(), output: "Answer: " + text())],
                subtask: text()
            )
            let specialists: [any Specialist] = [Searcher(), Logician(), Checker()]
            for specialist in specialists {
                var generator = SeededGenerator(seed: seed)
                let reply = specialist.work(on: request, random: &generator)
                #expect(
                    reply.text.contains("Answer: ") || reply.text.contains("I cannot"),
                    "seed \(seed)"
                )
            }
        }
    }

    @Test(
        .timeLimit(.minutes(15)),
        arguments: [
            "A-B ", "A says B is a knave. ", "not ", "(p or ", "¬", "if ",
            "Ann is taller than Bob. ",
            "all A are B. ", "sudoku ", "1 . ", "3, ", "make 24 from ", "knight ", "\u{0}",
            "A says that B says that ", "either ", "Ann, ", "the cat ", "sum 7 8 ", "-1 ",
            "99999999999999999999 ", "colour ", "A says “", "p → ", "and ", "who is the tallest? ",
        ]
    )
    func `puzzles without end are bounded`(_ unit: String) {
        for count in [40, 10_000] {
            let text = String(repeating: unit, count: count)
            for start in ["", "Is ", "Colour the graph "] {
                for specialist in [Searcher(), Logician()] as [any Specialist] {
                    _ = reply(of: specialist, start + text)
                    _ = reply(of: specialist, "Answer the question.", question: start + text + "?")
                }
            }
        }
    }

    @Test(arguments: [
        "Make 999999999999 from 999999, 999999, 999999, 999999.", "Make 0 from 0, 0, 0.",
        "Make -5 from 1, 2, 3.", "Make 24 from 4, 7, 8, 8, 1, 2, 3, 4, 5, 6, 7.",
        "Make 99999999999999999999999 from 1, 2.", "Which of 999999999999, 999999999999 sum to 1?",
        "Which of -999999999999, 999999999999 sum to 0?", "Colour the graph A-A with 3 colours.",
        "Colour the graph A-B, A-B, B-A with 1 colours.", "Colour the graph A-B with 0 colours.",
        "Colour the graph A-B with 99999999999999999999 colours.", "sudoku", "sudoku 9 9 / 9 9",
        "Is ¬¬¬¬p satisfiable?", "How many assignments satisfy true?",
        "A says exactly 99999999999999999999 of us are knights. What is A?",
        "A says exactly 7 of us are knights. What is A?", "A says A. What is A?",
        "Ann finished 99999999999999999999 places ahead of Bob. Who won?",
    ])
    func `extreme puzzles have bounded effort`(_ task: String) {
        for specialist in Specialists.all {
            let reply = reply(of: specialist, task)
            #expect(reply.text.contains("Answer: ") || reply.text.contains("I cannot"))
        }
    }

    @Test func `a large graph is not decided without end`() {
        var edges: [String] = []
        for first in 1...24 {
            for second in (first + 1)...25 where (first * second) % 3 != 0 {
                edges.append("\(first)-\(second)")
            }
        }
        let graph = edges.joined(separator: ", ")
        for task in [
            "What is the chromatic number of the graph with edges \(graph)?",
            "Colour the graph with edges \(graph) with 6 colours.",
            "Can the graph with edges \(graph) be coloured with 5 colours?",
        ] {
            _ = reply(of: Searcher(), task)
        }
    }

    // The limit is no measurement: it ends a run that would take for ever.
    @Test(
        .timeLimit(.minutes(15)),
        arguments: [
            "a", "1", "((1+", "1+", "!", "\"", "'", "“", "., ", "the first ", "sum of ", "2^", "1,",
            "10^10^10 ", "hundred ", "twenty-", "..- ", "XIV ", "how many ", "what is 1+1? ", ": ",
            "decode ", "the numbers above and ", "Answer: 1\n", "999", "é", "√", "x = 1, ",
            "twice ", "1 May 2024 ",
            "2, 4, 8, ",
        ]
    )
    func `a megabyte of anything is bounded`(_ unit: String) {
        let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
        let longest = String(repeating: unit, count: Tokens.byteLimit / unit.utf8.count)
        for specialist in Specialists.all { _ = reply(of: specialist, text, question: text) }
        for specialist in Specialists.all {
            _ = reply(of: specialist, "Answer the question.", question: longest)
            _ = reply(
                of: specialist,
                "Count the vowels in the text found above.",
                seen: [longest, "Answer: " + longest]
            )
            _ = reply(
                of: specialist,
                "Add the numbers found above.",
                seen: ["Answer: " + longest, longest]
            )
        }
    }

    @Test(arguments: [
        "10^10^10", "10^10^10 mod 0", "2^(10^10^10)", "1/(1-1)", "0/0", "0 mod 0", "0^0 / 0",
        "(-1)^(10^30)", "1^(10^30)", "99999!", "(2000!)^5", "2^-20000", "(1/3)^20000", "gcd(0, 0)",
        "lcm(0, 0)", "sqrt(-4)", "-1!", "the 0th prime", "the 99999999999999999999th prime",
        "factors of 999999999999999999999", "how many primes are below -5",
        "sum of the integers from 5 to 1", "product of the integers from 1 to 99999999999",
        "convert 255 to base 1", "convert 255 to base 99", "convert 1/3 to binary",
        "1 rounded to 99999999999999999999 decimal places", "0x 0b 0o", "1..2", "1.2.3", "−5 − −5",
        "convert -500 celsius to kelvin", "next prime after 999999999999", "5 mod -3", "-7 mod 3",
        "is 0 prime", "is -7 prime", "divisors of 0", "factors of -12", "average of",
    ])
    func `extreme arithmetic has bounded effort`(_ task: String) {
        let reply = reply(of: Reckoner(), task)
        #expect(reply.text.contains("Answer: ") || reply.text.contains("I cannot"))
    }

    @Test func `powers of units stay small whatever the exponent`() {
        #expect(ask(Reckoner(), "(-1)^(10^30)") == "1")
        #expect(ask(Reckoner(), "(-1)^(10^30 + 1)") == "-1")
        #expect(ask(Reckoner(), "1^(10^30)") == "1")
    }

    @Test func `a power is computed up to the limit of its length`() {
        #expect(ask(Reckoner(), "2^19999 mod (2^19998)") == "0")
        #expect(ask(Reckoner(), "2^19990")?.count == 6018)
        #expect(ask(Reckoner(), "2^20001") == nil)
        #expect(ask(Reckoner(), "3^20000") == nil)
    }

    @Test func `brackets deeper than the limit are declined`() {
        let shallow =
            String(repeating: "(", count: 20) + "1 + 1" + String(repeating: ")", count: 20)
        #expect(ask(Reckoner(), shallow) == "2")
        let deep = String(repeating: "(", count: 400) + "1" + String(repeating: ")", count: 400)
        #expect(ask(Reckoner(), deep) == nil)
    }

    @Test func `a long sum is computed and told in part`() {
        let sum = (1...400).map(String.init).joined(separator: " + ")
        let reply = reply(of: Reckoner(), sum)
        #expect(reply.outcome == .answered("80200"))
        #expect(reply.working.count < 80)
    }

    @Test(
        .timeLimit(.minutes(2)),
        arguments: [
            "Solve x^12 = 1", "Solve (x + 1)^99 = 0", "Solve x^999999999999 = 1", "Solve x/0 = 1",
            "Solve 1ZEROSx = 2", "Solve x^3 + 999999999989x + 999999999989 = 0",
            "Solve 123456789123456789x^4 - 987654321987654321 = 0", "Solve x = 1/ZEROS",
            "next number in 1, 2, 4e99999", "the 99999999999999999999th term of 1, 2, 3",
            "the 999999999th term of 2, 4, 8", "the 1000000th term of 1, 1, 2, 3, 5",
            "the 0th term of 1, 2, 3", "next 99999999 numbers in 1, 2, 3", "x\u{0} = \u{0}3",
            "What date is 99999999999999 days after 1 May 2024?", "weekday of 31 December 9999",
            "What date is 9999999 years after 1 May 2024?", "weekday of 1 January 0000",
            "What time is it 99999999999 hours after 10:50?", "1000000000000 minutes in hours",
            "What is the date 1 day after 31 December 9999?", "How many leap years from 1 to 9999?",
            "What is the date 1 day before 1 January 0001?", "the ISO week of 31 December 9999",
            "the 999999999999th Friday of May 2024", "step 99999999999999999999",
            "The sum of 99999999999999999999 consecutive numbers is 3.",
            "A number multiplied by 1ZEROS is 1ZEROS. What is the number?",
        ].map { $0.replacing("ZEROS", with: String(repeating: "0", count: 700)) }
    )
    func `extreme equations and dates have bounded effort`(_ task: String) {
        for specialist in Specialists.all {
            let reply = reply(of: specialist, task)
            #expect(reply.text.contains("Answer: ") || reply.text.contains("I cannot"))
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `thousands of terms and deep brackets end quickly`() {
        let terms = (1...10_000).map { "\($0)" }.joined(separator: ", ")
        let few = (1...1_200).map { "\($0)" }.joined(separator: ", ")
        let sum = (1...300).map { "\($0)x" }.joined(separator: " + ") + " = 1"
        let unknowns = "abcdefghjklmnopqrstuvwxyz".map { "\($0) + 1 = 2" }.joined(separator: ", ")
        let deep = String(repeating: "(", count: 3_000) + "x" + String(repeating: ")", count: 3_000)
        let powers = String(repeating: "(x + y + z + w)", count: 12) + " = 1"
        for task in [
            terms, "next in " + few, "Solve " + sum, unknowns, "Solve " + deep + " = 1", powers,
        ] {
            for specialist in Specialists.all {
                let reply = reply(of: specialist, task)
                #expect(reply.text.contains("Answer: ") || reply.text.contains("I cannot"))
            }
        }
        #expect(ask(Algebraist(), "Solve " + sum) == "x = 1/45150")
        let shallow = String(repeating: "(", count: 12) + "x" + String(repeating: ")", count: 12)
        #expect(ask(Algebraist(), "Solve " + shallow + " = 1") == "x = 1")
    }
}
