import Testing

@testable import PodiumSpecialists

extension CoverageTests {
    @Test(arguments: [
        Case("What is 5% more than 200?", "210"),
        Case("What is 5% less than 200?", "190"),
        Case("What is 20 percent off 50?", "40"),
        Case("What is 200 minus 50%?", "100"),
        Case("What is 200 plus 10%?", "220"),
        Case("What is 100 + 10% + 10%?", "121"),
        Case("What is 100 - 20% + 5?", "85"),
        Case("What is 50% + 25%?", "3/4"),
        Case("What is 10% of 50 plus 20% of 80?", "21"),
        Case("What is 20 per cent of 50?", "10"),
        Case("What is 25 less than 7?", "-18"),
        Case("What is 3 subtracted from 10?", "7"),
        Case("What is 7 more than 5?", "12"),
        Case("What is 3 more than twice 5?", "13"),
        Case("What is half of 90 plus twice 3?", "51"),
        Case("What is twice 5 squared?", "50"),
        Case("What is half a dozen plus 3?", "9"),
        Case("What is a hundred minus a dozen?", "88"),
        Case("What is 2 dozen times 3?", "72"),
        Case("What is 1,200 plus 1,300?", "2500"),
        Case("What is negative 5 squared?", "-25"),
        Case("What is (-5) squared?", "25"),
        Case("What is 2 × -3?", "-6"),
        Case("What is 5 !", "120"),
        Case("What is three quarters of a million?", "750000"),
        Case("Convert -5 celsius to fahrenheit", "23 °F"),
    ])
    func `a change is read with what it changes`(_ example: Case) {
        Self.expect(example, from: Reckoner())
    }

    @Test(arguments: [
        Case("Is 7 more than 5?", "yes"),
        Case("Is 7 less than 5?", "no"),
        Case("Is 3 + 4 equal to 7?", "yes"),
        Case("Compute: is 7 prime?", "yes"),
        Case("Compute 3 + 4. Compute 5 + 6.", "7; 11"),
        Case("What is 3 plus 4 and what is 3 times 4?", "7; 12"),
        Case("Increase 50 by 10% and then decrease it by 10%.", "99/2"),
        Case("If I add 12 and 30 and divide the result by 6, what do I get?", "7"),
    ])
    func `every clause has its answer`(_ example: Case) {
        Self.expect(example, from: Reckoner())
    }

    @Test(arguments: [
        "What is 7 not divided by 2?", "Is 17 not prime?", "Isn't 17 prime?",
        "What is 3 times more than 5?", "What is double 7 less 3?",
        "What is 10 divided by 2 except when it is odd?", "What is 10 / 3 rounded up?",
        "What is 3 + 4 if I add 5?", "Is 9 a prime or a square?", "Is 7 prime and odd?",
        "Is 12 divisible by 3 and 5?", "Is 5 greater than 3 and less than 10?",
        "What is the sum of 3, 4 and 5, excluding 4?", "Add 3 and 4, but not 5.",
        "Multiply 3 by 4 unless it is more than 10.", "Convert 5 km 300 m to m",
        "Convert 5 miles to km and m", "How many feet are in 2 yards and 1 foot?",
        "What is two dozen eggs plus 3?", "What is 3.5.2 + 1?", "What is 1 2/3 + 1?",
        "What is 3 plus 4? And times 2?", "What is 3 + 4, and is it prime?",
        "What is 255 in binary and hex?", "Convert 5 to binary and add 1",
        "Convert 1010 to decimal", "How many primes are between 2 and 7?",
        "How many primes are there below 10 and above 5?",
        "Which is larger, 3 or 4, and by how much?", "List the divisors of 12 except 1.",
        "How many odd divisors does 12 have?", "What is the gcd and lcm of 4 and 6?",
        "what is 5 minus 8, as a positive number?", "What is 5 + + 3?",
        "What is the sum of 3, 4, 5 and their average?", "80 is what percent more than 50?",
    ])
    func `arithmetic with a word that was not read is declined`(_ question: String) {
        Self.expectNoAnswer(question)
    }

    @Test func `how a percentage is read is told`() {
        let reply = reply(of: Reckoner(), "What is 200 minus 50%?")
        #expect(reply.text.contains("I read 50% as 50% of what it is taken from: 200."))
    }
}
