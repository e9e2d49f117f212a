import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// Questions of which some part is left unread: they are answered rightly or not at all, and never by
/// what remains of them without that part.
@Suite struct UnreadQuestionTests {
    @Test(arguments: [
        Asked("Solve x^2 = 9. What date is x days after 1 January 2024?", ""),
        Asked("If x^2 = 16, what weekday is x days after 1 January 2024?", ""),
        Asked("What date is 10 days after 1 March 2024, not counting Sundays?", ""),
        Asked("Reverse \"stone\" but do not reverse the first letter.", ""),
        Asked(
            "Multiply the number of vowels in \"banana\" by the number of letters in \"cat\", excluding the c.",
            ""
        ),
        Asked("Add XIV and VI unless the sum is above 15.", ""),
        Asked("Which is longer, the reverse of \"stone\" or \"cat\"?", ""),
        Asked("Join the reverse of \"ab\" and the reverse of \"cd\".", ""),
        Asked("How many Mondays lie between 1 March 2024 and the date 10 days later?", ""),
        Asked("How many vowels and consonants are in \"orchestra\"?", ""),
        Asked("Is the number of r's in \"strawberry\" not prime?", ""),
        Asked("Is XIV plus VI even or odd?", ""),
        Asked("Write the number of letters in \"orchestra\" as a Roman numeral and in words.", ""),
        Asked("Which date is later, 1 March 2024 or 10 days after 15 February 2024?", ""),
        Asked(
            "How many days are there between 1 March 2024 and 17 May 2024, excluding weekends?",
            ""
        ),
        Asked(
            "What date is two weeks after 1 March 2024 plus the number of letters in \"cat\" days?",
            ""
        ),
        Asked(
            "What date is twice the number of letters in \"banana\" days after 1 March 2024?",
            ""
        ),
        Asked(
            "Decode the Caesar text \"irxu\" (shift 3). What date is twice that many days after 1 March 2024?",
            ""
        ),
        Asked("Which Roman numeral is 7 times 6?", ""),
        Asked("What is 7 times 6 as a Roman numeral, reversed?", ""),
        Asked("Reverse \"stone\" and add \"s\" at the end.", ""),
        Asked("How many letters do \"cat\" and \"horse\" share?", ""),
        Asked("How many letters are in \"cat\" but not in \"cart\"?", ""),
        Asked("How many more letters are in \"horse\" than in \"cat\"?", ""),
        Asked("Which has more vowels, \"banana\" or \"orchestra\"?", ""),
        Asked("Count the vowels in \"banana\", ignoring the first a.", ""),
        Asked("Count the a's in \"banana\" after the n.", ""),
        Asked("Decode the Morse text \"... --- ...\" twice.", ""),
        Asked("The spy's name has 5 letters. Decode \"khoor\" (Caesar, shift 3).", ""),
        Asked("Compute the next term of 2, 4, 6 times 5.", ""),
        Asked("Is the next number in 2, 3, 5, 7 prime?", ""),
        Asked("Make 24 from 4, 7, 8, 8 and tell me how many letters are in \"make\".", ""),
        Asked("What's the next number in 2, 4, 8, 16, and is it prime?", "32; no"),
        Asked(
            "If x + y = 10 and x - y = 4, what date is xy days after 1 January 2024?",
            "22 January 2024"
        ),
        Asked(
            "Let x + 6 = 20. On what date do you arrive if you travel x/2 days from 1 May 2024?",
            "8 May 2024"
        ),
        Asked("If 2x + 1 = 9, how many days is it from 1 January 2024 to x days after it?", "4"),
        Asked("Count the letters in \"banana\" that are not a.", "3"),
        Asked("Decode the Caesar text \"khoor\" (shift 3) but leave out the last letter.", "hell"),
        Asked("Count the vowels in \"orchestra\" instead of the consonants.", "3"),
        Asked("Add the Roman numerals XIV and VI, but subtract instead of adding.", "8"),
        Asked("How many letters in \"banana\" are not vowels?", "3"),
        Asked("Decode the Morse text \"... . ...- . -.\" without the last letter.", "seve"),
        Asked("What is the number of vowels in \"banana\", rounded to the nearest ten?", "0"),
        Asked("Reverse \"stone\" and write it in capitals.", "ENOTS"),
        Asked(
            "Multiply the number of letters in \"podium\" by 7, then subtract 2 if the result is even.",
            "40"
        ),
        Asked("What is the reverse of the Roman numeral for 14?", "VIX"),
        Asked("Convert MDCLXVI to a number, then to binary.", "11010000010"),
        Asked("How many letters are in 'banana', and what is its factorial?", "720"),
        Asked("Does the reverse of \"stressed\" equal \"desserts\"?", "yes"),
        Asked("What is the first letter of the weekday of 17 May 2024?", "f"),
        Asked("Bob has 5 dogs. How many vowels are in \"banana\"?", "3"),
        Asked("Ignore the number 12. What is XIV plus VI?", "20"),
        Asked("Yesterday I read 20 pages. Decode the Caesar text \"khoor\" (shift 3).", "hello"),
        Asked("Is the 6th term of 2, 4, 6 prime?", "no"),
        Asked("What is the sum of the next two terms of 2, 4, 6?", "18"),
        Asked(
            "What is the difference between the number of vowels in \"orchestra\" and in \"banana\"?",
            "0"
        ),
        Asked("How many more vowels are in \"orchestra\" than letters in \"at\"?", "1"),
        Asked("What is the product of the digits of XXIV?", "8"),
        Asked("What is the largest prime factor of XXI?", "7"),
        Asked("What is the number of letters in \"podium\" minus the number of vowels?", "3"),
        Asked(
            "Decode the Caesar text \"irxu\" (shift 3) and \"ilyh\" (shift 3); what is the second minus the first?",
            "1"
        ),
        Asked("Reverse \"stone\" twice.", "stone"),
        Asked("Reverse \"stone\" three times.", "enots"),
        Asked("Remove the vowels from the decoded Caesar text \"khoor\" (shift 3).", "hll"),
        Asked("Add 10 days to 1 March 2024 and then subtract 2 weeks.", "26 February 2024"),
        Asked("What is the year of the date 400 days after 1 March 2024?", "2025"),
        Asked("What is the day of the month 45 days after 1 March 2024?", "15"),
        Asked("Multiply 6 by 7 and then reverse the digits of the result.", "24"),
        Asked(
            "Decode the Caesar text \"iljkw\" with a shift of 3, sort its letters and give the first letter.",
            "f"
        ),
        Asked("What is 15% of 200, and is the result even?", "30; yes || yes"),
        Asked("How many vowels and how many consonants are in \"orchestra\"?", "3; 6"),
        Asked("If 2x + 3 = 11, what is x factorial?", "24"),
        Asked("If 3x = 21, what is the Roman numeral of 2x?", "XIV"),
        Asked("Solve 2x = 14. How many days is x weeks?", "49"),
        Asked(
            "If x = 3 and y = 4, what date is x weeks and y days after 1 January 2024?",
            "26 January 2024"
        ),
        Asked("What is the weekday of 17 May 2024 in reverse?", "yadirf"),
        Asked("What date is XIV days after 1 March 2024?", "15 March 2024"),
        Asked("What date is XIV plus VI days after 1 March 2024?", "21 March 2024"),
        Asked("Convert the sum of XIV and VI to binary and count the digits.", "5"),
        Asked(
            "If x + y = 9 and x - y = 1, what date is x days after 1 January 2024 and what date is y days after it?",
            ""
        ),
        Asked("If 2x = 10, what date is at least x days after 1 January 2024?", ""),
        Asked(
            "If 2x = 10, what date is x days and 2 weeks after 1 January 2024?",
            "20 January 2024"
        ),
        Asked("Reverse \"stone\" or \"horse\".", ""),
        Asked("Count the vowels in \"banana\" twice.", ""),
        Asked("How many letters are in \"the quick fox\" if spaces are counted?", ""),
        Asked("Sort \"pear fig apple\" by length.", ""),
        Asked("Spell 12 in words and count the letters.", "6"),
        Asked("Write 12 in words backwards.", "evlewt"),
        Asked("Decode \"irxu\" (Caesar, shift 3) and write it in digits.", "4"),
    ])
    func `what is not read whole is not answered in part`(_ asked: Asked) {
        let rollout = Rollout(asked.question)
        let isRight =
            !asked.answer.isEmpty
            && asked.answer.components(" || ").contains(rollout.answer ?? "")
        #expect(!rollout.isAnswered || isRight, "\(rollout.story)")
    }

    @Test func `the plan says what it did not understand, and so does the refusal`() {
        let rollout = Rollout("What date is 10 days after 1 March 2024, not counting Sundays?")
        #expect(rollout.plan.contains("“not” would be left out"), "\(rollout.plan)")
        #expect(rollout.workers == ["checker"])
        #expect(rollout.outputs.last?.contains("no worker here accounts for “not”") == true)
    }

    @Test func `a general model is asked what specialists cannot read whole`() {
        let large = Worker(name: "large", provider: "openrouter", model: "large")
        let rollout = Rollout(
            "Count the letters in \"banana\" that are not a.",
            workers: Specialists.workers + [large]
        )
        #expect(rollout.workers == ["large"])
    }
}

extension String {
    fileprivate func components(_ joint: String) -> [String] {
        split(separator: joint).map(String.init)
    }
}
