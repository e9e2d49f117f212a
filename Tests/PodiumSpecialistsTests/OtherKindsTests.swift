import PodiumCore
import Testing

@testable import PodiumSpecialists

/// What looks like algebra or like a date and is something else is declined, not misread.
@Suite struct OtherKindsTests {
    @Test(arguments: [
        "What is 17 * 23 + 4?", "What is 15% of 80?", "Is 97 prime?", "Convert 255 to binary",
        "How many feet are there in 3 miles?", "What is the sum of 3, 4 and 5?", "2 + 2",
        "How many r's are in strawberry?", "Reverse the word stressed.", "Decode \"KHOOR\".",
        "Sort the words pear apple fig alphabetically.", "Write 2024 in Roman numerals.",
        "Who wrote Hamlet?", "What is love?", "Hello, how are you?", "Write a poem about x.", "",
        "Anna says Bob is a knave and Bob says Anna is a knight. Who is the knight?",
        "If it rains the street is wet. The street is dry. Does it rain?", "Explain recursion.",
        "Make 24 from 3, 5, 7 and 11.", "Is P and not Q satisfiable?", "What is the capital of X?",
        "Name three primes.", "Translate hello to French.", "Tell me a joke.", "?", "x", "x y z",
    ])
    func `other kinds of question are declined`(_ question: String) {
        #expect(ask(Algebraist(), question) == nil)
        #expect(ask(Calendarist(), question) == nil)
        #expect(ask(Algebraist(), "Answer the question.", question: question) == nil)
        #expect(ask(Calendarist(), "Answer the question.", question: question) == nil)
    }

    @Test(arguments: [
        "Solve 3x + 5 > 20", "Is x = 3 a solution of x^2 = 9?", "If x = 2, is x^2 = 4?",
        "Solve x + 1 = 2 or x + 3 = 5", "What is the derivative of x^2 + 3x at x = 2?",
        "Integrate 2x + 1.", "Solve |x - 2| = 5", "sqrt(x) = 3", "2^x = 8", "x% of 50 = 10",
        "Solve x + 2 = 5 mod 7", "x = y = 3, what is x?", "Solve 1/2x = 4", "x/2y = 3 and y = 1",
        "Find x if x is the number of letters in banana.", "Solve 3x + 2y = 6 for x",
        "Find the smallest integer x with 3x > 10", "Find the integer x such that 2x = 7",
        "Find two numbers whose sum is 10 and whose product is 21.", "2x + 3 = 2x + 5",
        "The sum of two numbers is 20 and their difference is 4. What is their product?",
        "Ann is twice as old as Bob was five years ago. Together they are 36. How old is Ann?",
        "Ann is twice as old as Bob. In 5 years together they will be 46. How old is Ann?",
        "What number is between 3 and 5?", "x^2 + 1 = 0", "x^5 - x - 1 = 0", "x + y = 4, x y = 3",
        "How many roots does x^2 + 4 = 0 have?", "Prove that x + 1 = 2.", "Simplify 3x + 2x.",
        "What is the common difference of the sequence 2, 5, 8, 11?", "Is 2, 4, 6 a sequence?",
        "What is the pattern in 2, 4, 6, 8?", "What is the sum of the series 1, 2, 3, 4?",
        "What is the next prime after 7, 11, 13?", "Which letter comes next: a, b, c?",
        "What comes next: 2, 3, 5?", "What comes next: 3, 1, 4, 1, 5, 9, 2, 6?",
        "The lottery numbers were 3, 7, 12. What comes next?", "Sort 5, 3, 9, 1",
        "What is the average of 2, 4, 6, 8?", "Which number doesn't belong: 2, 4, 6, 9, 10?",
    ])
    func `near misses of algebra are declined`(_ question: String) {
        #expect(ask(Algebraist(), question) == nil)
    }

    @Test(arguments: [
        "How many days are there in a week?", "Is 17 May 2024 a holiday?", "17 May 2024",
        "How many working days are there between 1 May 2024 and 31 May 2024?", "What day is it?",
        "What happened on 17 May 2024?", "What day of the month is 17 May 2024?", "Is it Friday?",
        "What is the date tomorrow?", "What day of the week is today?", "5 days from now",
        "What day of the week is 5/6/2024?", "Is 3/4/2023 a Monday?", "What weekday is 5.6.2024?",
        "What weekday is 30 February 2024?", "What weekday was 29 February 2023?",
        "What day of the week is 17 May?", "What day of the week is 17 May 24?",
        "Which is earlier, 5 May 2024 or 3 May 2024?", "Was 17 May 2024 before 3 June 2024?",
        "How many days after 1 May 2024 is the first Monday of June 2024?", "2024 - 1999",
        "How many hours are there from 1 May 2024 to 3 May 2024?", "What is 30 minutes times 4?",
        "What is half of 3 hours 20 minutes?", "How many weekends are in May 2024?",
        "What is the sixth Friday of May 2024?", "What date is 10 days after 1 May?",
        "How long is it from 9:15 to 5:40?", "If it is 3 pm in London, what time is it in Tokyo?",
        "What weekday is Monday 17 May 2024?", "What date is 9999999 days after 1 May 2024?",
        "What is the weekday of 1 January 10000?", "What date is half a month after 1 May 2024?",
        "How many Sundays are there between 5 May 2024 and 26 May 2024?", "the 367th day of 2024",
        "Date 5 business days after 3 May 2024?", "What is May 2024?", "3 hours 45 minutes",
        "How many days excluding Sundays are there from 1 May 2024 to 9 May 2024?",
        "How many months are in 3 years?", "What date is 3 hours after 1 May 2024?",
    ])
    func `near misses of the calendar are declined`(_ question: String) {
        #expect(ask(Calendarist(), question) == nil)
    }
}
