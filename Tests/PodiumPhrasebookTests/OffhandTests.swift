import PodiumCore
import PodiumPhrasebook
import PodiumSpecialists
import Testing

/// What people type into a calculator.
@Suite struct OffhandTests {
    @Test(
        arguments: [
            ("what's 15% of 80?", "12"), ("12!", "479001600"), ("7 choose 3", "35"),
            ("gcd of 84 and 126", "42"), ("72 F in celsius", "22.222222 °C"), ("sqrt 144", "12"),
            ("sqrt 16 + 9", "13"), ("2 * sqrt 16", "8"), ("sqrt(16) + 1", "5"),
            ("2 to the 10", "1024"), ("What is 2 to the 10?", "1024"),
            ("3 * 2 to the 3 + 1", "25"), ("half of 90", "45"),
            ("how many r's in strawberry", "3"),
            ("How many r's are there in the word strawberry?", "3"),
            ("how many seconds are in a day", "86400 seconds"), ("2/3 of 90", "60"),
            ("5 squared", "25"),
            ("1/3 + 1/4", "7/12"), ("20% off 50", "40"), ("What is 20% off 50?", "40"),
            ("20% off 50 + 30", "70"), ("2 * 10% off 50", "90"),
            ("what day is 25 Dec 2024", "Wednesday"),
            ("days from 1 Jan 2024 to 4 July 2024", "185"),
            ("days between 1 January 2024 and 3 January 2024", "2"),
            ("100 km/h in mph", "62.137119 mph"), ("255 in hex", "ff"),
            ("10 in binary", "1010"), ("3 x 4", "12"), ("3.5 * 2", "7"), ("(1+2)*3", "9"),
            ("-3 + 5", "2"), ("10 mod 3", "1"), ("10 / 4", "2.5"), ("average of 3, 4 and 8", "5"),
        ]
    )
    func `offhand questions are answered`(_ question: String, _ answer: String) throws {
        let phrase = try #require(Phrasebook.phrase(question))
        let found = try #require(Specialists.exactAnswer(to: phrase))
        #expect(Answer(found).agrees(with: Answer(answer)), "\(found), not \(answer)")
        // Said again it is the same question.
        let again = try #require(Phrasebook.phrase(phrase.question), "\(phrase.question)")
        #expect(Specialists.exactAnswer(to: again) == found, "\(phrase.question)")
    }

    @Test(
        arguments: [
            "20% off 50 twice", "20% off", "20% off the price", "20 off 50", "2 to the 10 people",
            "2 to the 10th floor", "Add 2 to the 10", "sqrt of", "sqrt 16 apples",
            "days from 1 Jan 2024 to 4 July 2024 without Sundays", "255 in hex and octal",
            "10 in binary backwards", "what day is 25 Dec 2024 in Paris", "what day is it",
            "What day is not 25 Dec 2024?", "255 in total",
        ]
    )
    func `what only looks like one is declined`(_ question: String) {
        #expect(Phrasebook.phrase(question) == nil, "\(question)")
    }
}
