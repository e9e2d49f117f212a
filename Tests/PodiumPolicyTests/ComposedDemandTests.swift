import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// Questions that demand several things, or one thing after the other.
@Suite struct ComposedDemandTests {
    private func expect(_ asked: Asked) {
        let rollout = Rollout(asked.question)
        #expect(rollout.answer == asked.answer, "\(rollout.story)")
        #expect(rollout.isAnswered, "\(rollout.story)")
    }

    @Test(arguments: [
        Asked("What is 5 plus 3, and what is the weekday of 2024-05-17?", "8; Friday"),
        Asked("What is 2 times 8, and how many r's are in strawberry?", "16; 3"),
        Asked("What is 12 * 12, and how many vowels are in \"orchestra\"?", "144; 3"),
        Asked("What is the weekday of 17 May 2024 and what is 9 * 9?", "Friday; 81"),
        Asked("Reverse \"stone\" and also tell me what 15 minus 6 is.", "enots; 9"),
        Asked("Compute 7 * 8. Also, what is the Roman numeral XIV in digits?", "56; 14"),
        Asked(
            "How many days are there between 1 March 2024 and 1 April 2024, and is 31 prime?",
            "31; yes"
        ),
        Asked("Solve 2x + 4 = 10, and count the letters in \"podium\".", "x = 3; 6"),
        Asked("Is 97 prime? And what is 97 plus 3?", "yes; 100"),
        Asked("What is 20% of 50; what is the weekday of 1 January 2024?", "10; Monday"),
        Asked("Convert XLII to a number and reverse \"abc\".", "42; cba"),
        Asked(
            "What date is 10 days after 1 March 2024, and how many letters are in \"violin\"?",
            "11 March 2024; 6"
        ),
        Asked(
            "Tell me the sum of 3 and 4, then tell me the number of vowels in \"banana\".",
            "7; 3"
        ),
        Asked("Count the r's in \"strawberry\" and the n's in \"banana\".", "3; 2"),
        Asked("What is 6 times 7? Also reverse \"podium\".", "42; muidop"),
        Asked(
            "Decode the Caesar text \"khoor\" with a shift of 3 and tell me what weekday 4 July 2024 is.",
            "hello; Thursday"
        ),
        Asked(
            "What is 100 divided by 4, and what is the remainder when 100 is divided by 7?",
            "25; 2"
        ),
        Asked(
            "If x = 5, what date is x days after 1 January 2024, and which weekday is it?",
            "6 January 2024; Saturday"
        ),
        Asked(
            "What date is 30 days after 1 March 2024, and which weekday is that?",
            "31 March 2024; Sunday"
        ),
        Asked(
            "What date is 10 days after 1 March 2024? What weekday is it?",
            "11 March 2024; Monday"
        ),
        Asked("Is 2^31 - 1 prime, and how many letters are in \"prime\"?", "yes; 5"),
        Asked("How many letters are in \"podium\" and how many vowels are in \"podium\"?", "6; 3"),
        Asked("What is 5 + 3? What is 5 - 3? What is 5 * 3?", "8; 2; 15"),
        Asked("Solve 3x = 12 and decode \"khoor\" (Caesar, shift 3).", "x = 4; hello"),
        Asked(
            "What is the weekday of 17 May 2024, and what is the weekday of 18 May 2024?",
            "Friday; Saturday"
        ),
        Asked("What is the sum of 3 and 4 and what is the product of 3 and 4?", "7; 12"),
    ])
    func `independent demands are answered together`(_ asked: Asked) { expect(asked) }

    @Test(arguments: [
        Asked(
            "x + y = 100 and x - y = 44. What date is x + y days after 1 March 2024?",
            "9 June 2024"
        ),
        Asked("Solve x + 3 = 10. What date is 2x days after 1 January 2024?", "15 January 2024"),
        Asked("Solve x + 3 = 10. What weekday is x days after 1 January 2024?", "Monday"),
        Asked("Solve x + 4 = 10. What date is 3x days after 1 January 2024?", "19 January 2024"),
        Asked("If 2x = 10, what date is 4x days before 1 March 2024?", "10 February 2024"),
        Asked("x + 1 = 8. What date is x weeks after 1 January 2024?", "19 February 2024"),
        Asked("Solve x - 2 = 3. What weekday is 2x days after 1 January 2024?", "Thursday"),
        Asked(
            "If x + y = 10 and x - y = 4, what date is x - y days after 1 January 2024?",
            "5 January 2024"
        ),
        Asked(
            "If x + y = 10 and x - y = 4, what date is 2x + 3y days after 1 January 2024?",
            "24 January 2024"
        ),
        Asked(
            "If x + y = 10 and x - y = 4, what date is x + y days before 11 January 2024?",
            "1 January 2024"
        ),
        Asked("Solve 3x = 12. What is the Roman numeral of x?", "IV"),
        Asked("Solve 3x = 12. What is 5x?", "20"),
        Asked("Solve x + 3 = 10. Is x prime?", "yes"),
        Asked("Solve x + 3 = 10. Write x in words.", "seven"),
        Asked("Solve x + 5 = 12. What is x squared plus 1?", "50"),
        Asked(
            "It is raining. Solve x + 3 = 10. What date is x days after 1 January 2024?",
            "8 January 2024"
        ),
        Asked("If x + y = 12 and x - y = 2, is x prime?", "yes"),
        Asked("If 3x = 21, write 2x + 1 in words.", "fifteen"),
        Asked("Solve 2x = 14. Add 5 to x.", "12"),
        Asked("If x = 3, what date is x months after 1 January 2024?", "1 April 2024"),
        Asked(
            "Solve x + 4 = 9. What day of the week is x days before 1 January 2024?",
            "Wednesday"
        ),
    ])
    func `an expression of unknowns is taken whole`(_ asked: Asked) { expect(asked) }
}
