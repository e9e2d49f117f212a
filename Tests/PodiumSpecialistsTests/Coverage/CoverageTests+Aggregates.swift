import Testing

@testable import PodiumSpecialists

extension CoverageTests {
    @Test(arguments: [
        Case("Largest of 3, 9, 4 minus the smallest of 7, 2, 8", "7"),
        Case("Maximum of 3, 9 and 4 minus 1", "8"),
        Case("Maximum of 3, 9 and 4, minus 1", "8"),
        Case("What is the average of 10 and 20 divided by 5?", "3"),
        Case("gcd of 12 and 18 plus 1", "7"),
        Case("lcm of 4 and 6 minus the gcd of 4 and 6", "10"),
        Case("Sum of 10 and 20 divided by the sum of 1 and 2", "10"),
        Case("Difference of 10 and 4 minus the difference of 5 and 2", "3"),
        Case("What is the sum of 3, 4 and 5, times 2?", "24"),
        Case("What is the sum of 3 and 4 subtracted from 10?", "3"),
        Case("What is twice the sum of 3 and 4?", "14"),
        Case("What is 5 more than the product of 3 and 4?", "17"),
        Case("What is the average of 1/2 and 3/4?", "5/8"),
        Case("What is the sum of half of 10 and 3?", "8"),
        Case("What is the largest of (3 + 4), 5 and 6?", "7"),
        Case("What is max(3 + 4, 5)?", "7"),
        Case("What is the sum of 3 + 4?", "7"),
        Case("What is the sum of 3 squared and 4 squared?", "25"),
        Case("What is the sum of 3, -4 and 5?", "4"),
        Case("Express 0.125 as a fraction.", "1/8"),
        Case("0.125 as a fraction", "1/8"),
    ])
    func `an operator after a list belongs to its value`(_ example: Case) {
        Self.expect(example, from: Reckoner())
    }

    @Test(arguments: [
        "What is the sum of 3, 4 and 5 times 2?", "What is the product of 5 and 3 more than 4?",
        "What is the sum of 3 and 4 squared?", "Number of divisors of 12 plus 1",
        "Sum of the divisors of 12", "What is the sum of the prime factors of 12?",
        "What is the number of prime factors of 12?", "What is the sum of 10 and 20%?",
        "Add 10 and 20%.", "What is the gcd of the sum of 3 and 9 and 18?",
        "Sum of the integers from 1 to 10 times 2", "What are the divisors of 12 plus 1?",
        "For which x is 3x - 7 less than 5", "For which x is 3x - 7 greater than 5?",
        "For which x is 7 less than 3x?",
    ])
    func `a list whose end is not clear is declined`(_ question: String) {
        Self.expectNoAnswer(question)
    }

    @Test(arguments: [
        Case("Take 10 and add 20%", "12"),
        Case("Add 5% to 200", "210"),
        Case("Subtract 10% from 50", "45"),
        Case("Add 20% to 10, then double it", "24"),
        Case("Take 10, add 20%, then subtract 20%", "48/5"),
        Case("Add 10% to 50 and then subtract 10%", "99/2"),
        Case("Add 20% of 10 to 50.", "52"),
        Case("Add 5% to 20%.", "1/4"),
    ])
    func `a percentage is added to what it is a part of`(_ example: Case) {
        Self.expect(example, from: Reckoner())
    }
}
