import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// A question, its answer, and the workers that the plan should use in order, where that matters.
struct Asked: CustomTestStringConvertible, Sendable {
    var question: String
    var answer: String
    var workers: [String]?

    init(_ question: String, _ answer: String, _ workers: String? = nil) {
        self.question = question
        self.answer = answer
        self.workers = workers?.split(separator: " ").map(String.init)
    }

    var testDescription: String { question }
}

/// Whole questions through the rules and the specialists to the answer.
@Suite struct QuestionTests {
    private func expect(_ asked: Asked) {
        let rollout = Rollout(asked.question)
        #expect(rollout.answer == asked.answer, "\(rollout.story)")
        #expect(rollout.isAnswered, "\(rollout.story)")
        if let workers = asked.workers { #expect(rollout.workers == workers, "\(rollout.story)") }
    }

    @Test(arguments: Samples.all.map { Asked($0.question, $0.expectedAnswer) })
    func `every sample is answered`(_ asked: Asked) { expect(asked) }

    @Test(arguments: [
        Asked("What is 17 * 23 + 4?", "395", "reckoner"),
        Asked("what's 15% of 80?", "12", "reckoner"),
        Asked("What is seven times six?", "42", "reckoner"), Asked("7 choose 3", "35", "reckoner"),
        Asked("What is 30!?", "265252859812191058636308480000000", "reckoner"),
        Asked("Is 2^61 - 1 prime?", "yes", "reckoner"),
        Asked("gcd of 84 and 126", "42", "reckoner"),
        Asked("What are the prime factors of 5040?", "2^4 × 3^2 × 5 × 7", "reckoner"),
        Asked("Convert 255 to hexadecimal.", "FF", "reckoner"),
        Asked("72 F in celsius", "22.222222 °C", "reckoner"),
        Asked("How many minutes are in 3 days?", "4320 minutes", "reckoner"),
        Asked("What is the remainder when 7^222 is divided by 11?", "5", "reckoner"),
        Asked("Please calculate the sum of 1/2, 1/3 and 1/6.", "1", "reckoner"),
        Asked("what's 2**100", "1267650600228229401496703205376", "reckoner"),
        Asked("Multiply 6 by 7, then subtract 2.", "40", "reckoner"),
        Asked("What is half of 90 plus 3?", "48", "reckoner"),
        Asked("Count the words in \"to be or not to be\".", "6", "linguist"),
        Asked("Reverse the word \"stressed\".", "desserts", "linguist"),
        Asked("Is \"never odd or even\" a palindrome?", "yes", "linguist"),
        Asked("Encode \"attack at dawn\" with a Caesar shift of 3.", "dwwdfn dw gdzq", "linguist"),
        Asked("Write \"SOS\" in Morse code.", "... --- ...", "linguist"),
        Asked("Write 2024 in Roman numerals.", "MMXXIV", "linguist"),
        Asked("Write 1234 in words.", "one thousand two hundred and thirty-four", "linguist"),
        Asked("Solve x^2 - 5x + 6 = 0.", "x = 2 or x = 3", "algebraist"),
        Asked("If 3x + 5 = 20, what is x?", "x = 5", "algebraist"),
        Asked("Solve the system x + y = 10 and x - y = 4.", "x = 7, y = 3", "algebraist"),
        Asked("What comes next in 2, 5, 10, 17, 26?", "37", "algebraist"),
        Asked("What day of the week was 4 July 1776?", "Thursday", "calendarist"),
        Asked("How many days are there between 1 March 2024 and 5 May 2025?", "430", "calendarist"),
        Asked("What date is 6 weeks after 2024-01-31?", "13 March 2024", "calendarist"),
        Asked("Was 1900 a leap year?", "no", "calendarist"),
        Asked("How long is it from 22:15 to 1:05?", "2 hours and 50 minutes"),
        Asked("Which of the numbers 3, 5, 9, 14 add up to 17?", "3 + 14", "explorer"),
        Asked(
            "All cats are dogs. No dogs are birds. Does it follow that no cats are birds?",
            "yes",
            "logician"
        ),
        Asked(
            "Bob is taller than Ann. Cid is shorter than Ann. Who is the tallest?",
            "Bob",
            "logician"
        ),
    ])
    func `what asks for one skill is one step`(_ asked: Asked) { expect(asked) }

    @Test(arguments: [
        Asked(
            "Decode the Caesar texts \"wkuhh\" and \"irxu\" and add the two numbers.",
            "7",
            "linguist linguist reckoner checker"
        ),
        Asked(
            "What is the weekday of 1 March 2024 spelled backwards?",
            "yadirF",
            "calendarist linguist checker"
        ),
        Asked(
            "Find the date x days after 1 March 2024, where x + y = 100 and x - y = 44.",
            "12 May 2024",
            "algebraist calendarist checker"
        ),
        Asked(
            "Add the number of r's in \"strawberry\" to the number of days from 1 May 2024 to 8 May 2024.",
            "10"
        ),
        Asked("Is the number of letters in \"banana\" prime?", "no", "linguist reckoner checker"),
        Asked(
            "What is 2 times 8? How many r's are in \"strawberry\"?",
            "16; 3",
            "reckoner linguist merger checker"
        ),
    ])
    func `what asks for several skills is taken apart`(_ asked: Asked) { expect(asked) }

    @Test(arguments: [
        "Why is the sky blue?", "Solve x^2 = 9. What date is x days after 1 January 2024?",
        "What date is 10 days after 1 March 2024, not counting Sundays?",
        "Add XIV and VI unless the sum is above 15.",
        "Reverse \"stone\" but do not reverse the first letter.",
        "Which is longer, the reverse of \"stone\" or \"cat\"?",
        "Is the number of r's in \"strawberry\" not prime?",
        "How many vowels and consonants are in \"orchestra\"?",
    ])
    func `what is not read as a whole is not answered`(_ question: String) {
        let rollout = Rollout(question)
        #expect(!rollout.isAnswered, "\(rollout.story)")
    }
}
