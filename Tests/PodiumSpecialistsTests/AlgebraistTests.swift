import PodiumCore
import Testing

@testable import PodiumSpecialists

@Suite struct AlgebraistTests {
    @Test(arguments: [
        Case("Solve 3x + 5 = 20", "x = 5"),
        Case("What is x if 3x + 5 = 20?", "5"),
        Case("Solve 2x = 7", "x = 7/2"),
        Case("Solve 0.5x = 2.25", "x = 4.5"),
        Case("Solve x/3 + x/4 = 7", "x = 12"),
        Case("Solve 12/(x - 1) = 4", "x = 4"),
        Case(
            "Solve the system x + y + z + w = 10, x - y = 1, z = 2w, w = x",
            "w = 11/5, x = 11/5, y = 6/5, z = 22/5"
        ),
        Case("Solve x^2 - 2 = 0", "x = ±√2"),
        Case("Solve x^2 - 2x - 4 = 0", "x = 1 ± √5"),
        Case("Find the positive root of x^2 - x - 1 = 0", "(1 + √5)/2"),
        Case("Solve x^3 - 2x = 0", "x = ±√2 or x = 0"),
        Case("Solve x^4 - 5x^2 + 4 = 0", "x = -2 or x = -1 or x = 1 or x = 2"),
        Case("x = 3 and y = x^2 + 1. What is y?", "10"),
        Case("What is the 1000th term of 1, 3, 5, 7?", "1999"),
        Case("What is the 30th term of 1, 1, 2, 3, 5, 8?", "832040"),
        Case("Next number in 1, 2, 6, 24, 120", "720"),
        Case("What is the 5th term of 3, 6, 9?", "15"),
        Case("Next three terms of 0.5, 1, 1.5, 2", "2.5, 3, 3.5"),
        Case("Continue 1, -2, 4, -8", "16"),
        Case("Find the number of real roots of x^2 - 4 = 0", "2"),
    ])
    func `answers are exact and in one form`(_ example: Case) {
        #expect(ask(Algebraist(), example.task) == example.answer)
    }

    @Test(arguments: [
        ("Solve 2x + 3 = 2x + 5", "contradict"), ("Solve 2(x + 1) = 2x + 2", "infinitely many"),
        ("Solve x + y = 3", "infinitely many"), ("Solve x + y = 3, x + y = 4", "contradict"),
        ("Solve x^2 + 1 = 0", "no real number"), ("Solve x^3 - x - 1 = 0", "rational roots"),
        ("Solve (x - 1)/(x - 1) = 3", "divide by zero"), ("Solve xyz + x^2y = 3 + y^2", "I cannot"),
        ("Solve (x^2 - 1)/(x - 1) = 2", "I cannot"), ("What comes next: 2, 3, 5?", "rule"),
    ])
    func `what has no answer is declined with the reason`(_ example: (String, String)) {
        let reply = reply(of: Algebraist(), example.0)
        #expect(reply.finishReason == .declined)
        #expect(reply.text.contains("I cannot"))
        #expect(reply.text.contains(example.1), "\(reply.text)")
    }

    @Test func `the working shows each elimination`() {
        let reply = reply(of: Algebraist(), "Solve the system 3x + 2y = 16 and x - y = 2")
        #expect(
            reply.text == """
                (1) 3x + 2y = 16
                (2) x - y = 2
                x = y + 2
                5y = 10
                y = 2
                x = y + 2 = 4
                Answer: x = 4, y = 2
                """
        )
    }

    @Test(arguments: [
        Case("Solve the equation above.", "x = 5", seen: ["Answer: 3x + 5 = 20"]),
        Case(
            "Solve the equation in the message above.",
            "x = 5",
            seen: ["Answer: THREE X PLUS FIVE EQUALS TWENTY"]
        ),
        Case(
            "Solve the system found above.",
            "x = 7, y = 3",
            seen: ["Answer: X PLUS Y EQUALS TEN AND X MINUS Y EQUALS FOUR"]
        ),
        Case(
            "Do what the decoded message above says.",
            "x = 5",
            seen: ["Answer: SOLVE THREE X PLUS FIVE EQUALS TWENTY"]
        ),
        Case(
            "What is x + y in the equations above?",
            "10",
            seen: ["Answer: x + y = 10", "Answer: x - y = 4"]
        ),
        Case(
            "Solve the equations above for x.",
            "x = 7",
            seen: ["Answer: x + y = 10", "Answer: x - y = 4"]
        ),
        Case("Solve the equation from step 0.", "x = 5", seen: ["Answer: 3x + 5 = 20"]),
        Case(
            "Find x in the second equation above.",
            "2",
            seen: ["Answer: x = 9", "Answer: 3x = 6"]
        ),
        Case("Solve 3x + the result above = 20", "x = 5", seen: ["Answer: 5"]),
        Case(
            "Continue the sequence in the message above.",
            "14",
            seen: ["Answer: WHAT COMES NEXT: 2, 5, 8, 11"]
        ),
    ])
    func `equations may stand in the outputs that are seen`(_ example: Case) {
        #expect(ask(Algebraist(), example.task, seen: example.seen) == example.answer)
    }

    @Test func `equations may stand in the question`() {
        let question = "Solve x + y = 10 and x - y = 4. Then find the date x days after 1 May 2024."
        #expect(
            ask(Algebraist(), "Solve the equations in the question.", question: question)
                == "x = 7, y = 3"
        )
        #expect(
            ask(Algebraist(), "Find x in the system of the question.", question: question) == "7"
        )
        #expect(ask(Algebraist(), "Answer the question.", question: question) == nil)
        #expect(ask(Algebraist(), "Answer the question.", question: "Solve 2x = 8") == "x = 4")
        #expect(ask(Algebraist(), "Write a poem.", question: "Solve 2x = 8") == nil)
    }

    @Test func `a solution feeds the steps after it`() {
        let solved = reply(of: Algebraist(), "Solve 3x + 5 = 20").text
        #expect(ask(Reckoner(), "Multiply the result above by 12.", seen: [solved]) == "60")
        #expect(
            ask(Calendarist(), "Which date is x days after 1 March 2024?", seen: [solved])
                == "6 March 2024"
        )
    }

    // MARK: Properties

    @Test func `random systems are solved again`() {
        let names = ["x", "y", "z", "w"]
        for seed in UInt64(1)...300 {
            var random = SeededGenerator(seed: seed)
            let size = Int.random(in: 1...4, using: &random)
            let values = (0..<size).map { _ in Int.random(in: -20...20, using: &random) }
            let lines = (0..<size).map { _ in
                // With a coefficient of 0 everywhere an unknown would be no more than mentioned.
                let row =
                    [Int.random(in: 1...9, using: &random)]
                    + (1..<size).map { _ in
                        Int.random(in: 1...9, using: &random)
                            * (Bool.random(using: &random) ? 1 : -1)
                    }
                let sum = zip(row, values).reduce(0) { $0 + $1.0 * $1.1 }
                return zip(row, names).map { "\($0)\($1)" }.joined(separator: " + ")
                    .replacing("+ -", with: "- ") + " = \(sum)"
            }
            let text = "Solve " + lines.joined(separator: " and ")
            let expected = zip(names, values).sorted { $0.0 < $1.0 }
                .map { "\($0) = \($1)" }.joined(separator: ", ")
            // Now and then the rows do not determine the unknowns.
            if let answer = ask(Algebraist(), text) {
                #expect(SeenAnswer.agree(answer, expected), "seed \(seed): \(text)")
            } else {
                #expect(reply(of: Algebraist(), text).text.contains("infinitely"), "seed \(seed)")
            }
        }
    }

    @Test func `random polynomials give back their roots`() {
        for seed in UInt64(1)...200 {
            var random = SeededGenerator(seed: seed)
            let roots = (0..<Int.random(in: 2...4, using: &random)).map { _ in
                Int.random(in: -12...12, using: &random)
            }
            var coefficients = [Int.random(in: 1...5, using: &random)]
            for root in roots {
                let shifted = [0] + coefficients
                let scaled = coefficients.map { -root * $0 } + [0]
                coefficients = zip(shifted, scaled).map { $0 + $1 }
            }
            let text = coefficients.enumerated().reversed()
                .map { "\($1)x^\($0)" }.joined(separator: " + ").replacing("+ -", with: "- ")
                .replacing("x^0", with: "")
            let expected = Set(roots).sorted().map { "x = \($0)" }.joined(separator: " or ")
            #expect(ask(Algebraist(), "Solve \(text) = 0") == expected, "seed \(seed): \(text)")
        }
    }

    @Test func `random sequences go on as they were made`() {
        for seed in UInt64(1)...200 {
            var random = SeededGenerator(seed: seed)
            let (a, b, c) = (
                Int.random(in: -9...9, using: &random), Int.random(in: -20...20, using: &random),
                Int.random(in: -50...50, using: &random)
            )
            let terms = (0..<7).map { a * $0 * $0 + b * $0 + c }
            let shown = terms.prefix(6).map(String.init).joined(separator: ", ")
            let answer = ask(Algebraist(), "What is the next number in \(shown)?")
            #expect(answer == "\(terms[6])", "seed \(seed): \(shown)")
        }
    }
}
