import Testing

@testable import PodiumSpecialists

extension CoverageTests {
    @Test(arguments: [
        Case("What is half of x if x + 3 = 11?", "4"),
        Case("What is the sum of x and y if x = 3 and y = 4?", "7"),
        Case("Solve x^2 = 9 where x is positive.", "3"),
        Case("Solve x + 3 = 10. Then what is 2x + 1?", "15"),
        Case("Twice a number minus 3 is 7. What is half the number?", "5/2"),
        Case("x is 5 more than y and x + y = 15. What is x?", "10"),
        Case("What are the next two terms of 2, 4, 6?", "8, 10"),
        Case("Let f(x) = 2x + 1. What is f(3) and f(4)?", "7, 9"),
        Case("The sum of three consecutive odd numbers is 15. What is the largest?", "7"),
    ])
    func `every word of an equation counts`(_ example: Case) {
        Self.expect(example, from: Algebraist())
    }

    @Test(arguments: [
        "Solve x + 3 = 10 and double it.", "What is the negative of x if x + 10 = 3?",
        "What are x and y together if x = 3 and y = 4?",
        "What do x and y make together if x = 3 and y = 4?",
        "Solve x + 3 = 10 for x less than 20.", "Solve x^2 = 9 where x is not negative.",
        "Solve x^2 = 9, excluding negative roots.", "Solve x^2 = 9 without the negative root.",
        "What is x if x + 3 is not 10?", "Solve 2x = 10 mod 7.",
        "What are the roots of x^2 - 5x + 6 = 0 and which is larger?",
        "How many real roots has x^2 + 1 = 0 and what are they?",
        "What is the sum of the squares of the roots of x^2 - 5x + 6 = 0?",
        "What comes next: 2, 4, 6, 8? And after that?",
        "What comes next: 2, 4, 6, 8, and what is the rule?",
        "What is the sum of the next two terms of 2, 4, 6?",
        "What is the 5th and 6th term of 2, 4, 6?", "What is twice the next term of 2, 4, 6?",
        "I think of a number, double it and add 3. The result is not 13. What is the number?",
        "Ann is twice as old as Bob. Together they are 30. How old will Ann be in 5 years?",
        "The sum of three consecutive numbers is 15. What is their product?",
    ])
    func `algebra with a word that was not read is declined`(_ question: String) {
        Self.expectNoAnswer(question)
    }
}
