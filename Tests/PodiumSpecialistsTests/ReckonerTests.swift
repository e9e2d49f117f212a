import PodiumCore
import Testing

@testable import PodiumSpecialists

@Suite struct ReckonerTests {
    @Test(arguments: [
        Case("What is 17 * 23 + 4?", "395"),
        Case("Compute 2 + 3 * 4", "14"),
        Case("Calculate (2 + 3) × 4 - 10 / 5.", "18"),
        Case("Please evaluate 2^3^2", "512"),
        Case("-2^2", "-4"),
        Case("what's 1/3 + 1/6?", "1/2"),
        Case("7 / 2", "7/2"),
        Case("How much is 0.1 + 0.2?", "0.3"),
        Case("What is 1,234 + 766?", "2000"),
        Case("2**10", "1024"),
        Case("3(4 + 5)", "27"),
        Case("[1 + 2] * {3 + 4}", "21"),
        Case("2^200", "1606938044258990275541962092341162602522202993782792835301376"),
        Case("30!", "265252859812191058636308480000000"),
        Case("What is the factorial of 5?", "120"),
        Case("17 % 5", "2"),
        Case("100 mod 7", "2"),
        Case("7^100000 mod 13", "9"),
        Case("(-7) mod 3", "2"),
        Case("2^-3", "1/8"),
        Case("√144 + 1", "13"),
    ])
    func `symbols are computed exactly`(_ example: Case) {
        #expect(ask(Reckoner(), example.task) == example.answer)
    }

    @Test(arguments: [
        Case("What is seven times six?", "42"),
        Case("WHAT IS SEVEN TIMES SIX", "42"),
        Case("twenty-three plus nineteen", "42"),
        Case("one hundred and five minus six", "99"),
        Case("What is the sum of 3, 4 and 5?", "12"),
        Case("the product of 6 and 7", "42"),
        Case("Find the difference between 4 and 10.", "6"),
        Case("Add 3 to 4", "7"),
        Case("Subtract 8 from 50", "42"),
        Case("Multiply 6 by 7, then add 8 to the result.", "50"),
        Case("Divide 84 by 2", "42"),
        Case("Multiply 6 by 7 and subtract 2.", "40"),
        Case("What is the remainder when 100 is divided by 7?", "2"),
        Case("What is the remainder when 2^100 is divided by 7?", "2"),
        Case("What is 12 squared plus 3 cubed?", "171"),
        Case("What is 3 to the power of 4?", "81"),
        Case("2 to the 10th power", "1024"),
        Case("What is the square root of 169?", "13"),
        Case("half of 90", "45"),
        Case("two thirds of 90", "60"),
        Case("twice 21", "42"),
        Case("Sum the integers", "no"),
        Case("What is the sum of the integers from 1 to 100?", "5050"),
        Case("What is the average of 2, 4 and 9?", "5"),
        Case("five million divided by 4", "1250000"),
        Case("double 21", "42"),
        Case("Could you please tell me what 12 times 12 is?", "144"),
        Case("Work out the value of 9 times (8 minus 2).", "54"),
    ])
    func `plain English is understood`(_ example: Case) {
        let expected = example.answer == "no" ? nil : example.answer
        #expect(ask(Reckoner(), example.task) == expected)
    }

    @Test(arguments: [
        Case("What is 15% of 80?", "12"),
        Case("20 percent of 45.5", "9.1"),
        Case("Increase 80 by 25%", "100"),
        Case("What is 80 reduced by 25 percent?", "60"),
        Case("What percentage of 80 is 20?", "25%"),
        Case("20 is what percent of 80?", "25%"),
        Case("10 / 4 as a decimal", "2.5"),
        Case("2/3 rounded to 2 decimal places", "0.67"),
        Case("What is the gcd of 48 and 36?", "12"),
        Case("the least common multiple of 4, 6 and 10", "60"),
        Case("gcd(48, 36)", "12"),
        Case("Is 97 prime?", "yes"),
        Case("Is 91 a prime number?", "no"),
        Case("Is 2^61 - 1 prime?", "yes"),
        Case("What are the prime factors of 360?", "2^3 × 3^2 × 5"),
        Case("List the divisors of 12.", "1, 2, 3, 4, 6, 12"),
        Case("How many divisors does 360 have?", "24"),
        Case("How many primes are there below 100?", "25"),
        Case("How many primes are between 10 and 20?", "4"),
        Case("What is the 10th prime?", "29"),
        Case("the next prime after 100", "101"),
        Case("Is 91 divisible by 7?", "yes"),
        Case("Which is larger, 2^10 or 10^3?", "1024"),
        Case("Is 3/7 greater than 2/5?", "yes"),
    ])
    func `percentages, primes and divisors`(_ example: Case) {
        #expect(ask(Reckoner(), example.task) == example.answer)
    }

    @Test(arguments: [
        Case("Convert 255 to binary", "11111111"),
        Case("What is 255 in hexadecimal?", "ff"),
        Case("Convert binary 1011 to decimal", "11"),
        Case("Convert 1011 from binary to decimal", "11"),
        Case("What is 0xff in decimal?", "255"),
        Case("What is hexadecimal FF in decimal?", "255"),
        Case("17 * 3 in base 7", "102"),
        Case("Convert 5 miles to km", "8.04672 km"),
        Case("How many feet are there in 3 miles?", "15840 feet"),
        Case("Convert 100 degrees Fahrenheit to Celsius", "37.777778 °C"),
        Case("How many minutes are in 2 days?", "2880 minutes"),
        Case("Convert 36 km/h to m/s", "10 m/s"),
        Case("60 miles per hour in km/h", "96.56064 km/h"),
        Case("convert 2 GiB to MB", "2147.483648 MB"),
    ])
    func `bases and units are converted`(_ example: Case) {
        #expect(ask(Reckoner(), example.task) == example.answer)
    }

    @Test(arguments: [
        Case(
            "Compute the expression found above.",
            "42",
            seen: ["Shift 3.\nAnswer: SEVEN TIMES SIX"]
        ),
        Case("Compute what the decoded message above says.", "14", seen: ["Answer: 2 + 3 * 4"]),
        Case("Do what the message says.", "12", seen: ["Answer: ADD FIVE AND SEVEN"]),
        Case("Add the two numbers found above.", "43", seen: ["Answer: 14", "Answer: 29"]),
        Case("Multiply the numbers above", "406", seen: ["Answer: 14; 29"]),
        Case("Multiply the results.", "6", seen: ["Answer: 2", "Answer: 3"]),
        Case(
            "Subtract the second number found above from the first number above.",
            "-15",
            seen: ["Answer: 14", "Answer: 29"]
        ),
        Case("Compute: what is 12 times the result above, minus 3?", "57", seen: ["Answer: 5"]),
        Case("Multiply the result by 7", "21", seen: ["Answer: 3"]),
        Case("Compute: the result above and multiply that by 7", "21", seen: ["Answer: 3"]),
        Case("Add 5 to it.", "8", seen: ["Answer: 3"]),
        Case("Multiply by 7.", "21", seen: ["**Answer:** 3."]),
        Case(
            "Compute: the first result above × the second result above",
            "6",
            seen: ["Answer: 2", "so\nAnswer: 3"]
        ),
        Case("Convert the number above to binary.", "101", seen: ["Answer: 5"]),
        Case("Add them.", "5", seen: ["Answer: 2", "Answer: 3"]),
        Case(
            "What is the difference between the two numbers above?",
            "1",
            seen: ["Answer: 2", "Answer: 3"]
        ),
        Case("Is the number found above prime?", "yes", seen: ["Answer: 7"]),
    ])
    func `a subtask can refer to the outputs it may see`(_ example: Case) {
        #expect(ask(Reckoner(), example.task, seen: example.seen) == example.answer)
    }

    @Test func `a bare subtask sends it to the question`() {
        #expect(ask(Reckoner(), "Answer the question.", question: "What is 6 * 7?") == "42")
        #expect(ask(Reckoner(), "Solve it step by step.", question: "What is 6 * 7?") == "42")
        #expect(
            ask(Reckoner(), "Compute the expression in the question.", question: "6 * 7") == "42"
        )
    }

    @Test func `the subtask comes before the question`() {
        #expect(ask(Reckoner(), "Compute 2 + 2.", question: "What is 6 * 7?") == "4")
        #expect(ask(Reckoner(), "Write a poem.", question: "What is 6 * 7?") == nil)
    }

    @Test(arguments: [
        "1 / 0", "5 mod 0", "10^10^10", "5000!", "(1/2)!", "sqrt(2)", "2^0.5", "0^-1",
        "Who wrote Hamlet?", "What is love?", "I have 3 + 4 apples. Who wrote Hamlet?",
        "What happened in 1945?", "Tom has 3 apples and buys 4 more. How many does he have?",
        "", "?", "+", "((", "the number above", "How many primes are there below 10^30?",
        "Convert 5 miles to kg", "lots of 5", "2 3", "five six",
    ])
    func `it declines what it cannot compute`(_ task: String) {
        let reply = reply(of: Reckoner(), task)
        #expect(reply.finishReason == .declined)
        #expect(reply.text.contains("I cannot"))
        #expect(!reply.text.contains("Answer:"))
    }

    @Test func `the working shows the intermediate steps`() {
        let reply = reply(of: Reckoner(), "What is 17 * 23 + 4?")
        #expect(
            reply.text == """
                To compute: 17 × 23 + 4
                17 × 23 = 391
                391 + 4 = 395
                Answer: 395
                """
        )
    }
}
