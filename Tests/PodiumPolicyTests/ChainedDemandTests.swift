import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// Chains of demands, in whatever order they are told: the answer is that of the last.
@Suite struct ChainedDemandTests {
    private func expect(_ asked: Asked) {
        let rollout = Rollout(asked.question)
        #expect(rollout.answer == asked.answer, "\(rollout.story)")
        #expect(rollout.isAnswered, "\(rollout.story)")
    }

    @Test(arguments: [
        Asked("Decode the Caesar text \"khoor\" shift 3, reverse it, and count the l's", "2"),
        Asked("Decode the Morse text \"... . ...- . -.\" and tell me if it is prime.", "yes"),
        Asked("Is the number of letters in \"banana\" even?", "yes"),
        Asked("What is the Roman numeral of the 10th term of 2, 4, 6?", "XX"),
        Asked("Decode the Caesar text \"vhyhq\" (shift 3) and add 5, modulo 4.", "0"),
        Asked("What is the sum of XIV and VI as a percentage of 80?", "25%"),
        Asked(
            "Add the number of vowels in \"banana\" to the number of letters in \"cat\", then square the result.",
            "36"
        ),
        Asked(
            "Decode the Caesar text \"khoor\" with a shift of 3, then sort its letters alphabetically.",
            "ehllo"
        ),
        Asked("Add XIV and VI and give the result in binary.", "10100"),
        Asked(
            "Decode the Morse text \"... . ...- . -.\", double it, and write the result as a Roman numeral.",
            "XIV"
        ),
        Asked("Count the letters in \"strawberry\" and tell me whether the result is even.", "yes"),
        Asked("Is the number of vowels in \"banana\" odd?", "yes"),
        Asked("Is the number of letters in \"orchestra\" divisible by 3?", "yes"),
        Asked(
            "Is the number of vowels in \"banana\" greater than the number of letters in \"cat\"?",
            "no"
        ),
        Asked("Is the sum of XIV and VI a multiple of 5?", "yes"),
        Asked("Reverse the decoded text of the Caesar message \"khoor\" (shift 3).", "olleh"),
        Asked("Count the l's in the reverse of the decoded Caesar text \"khoor\" (shift 3).", "2"),
        Asked("What is the weekday of the date 100 days after 1 January 2024?", "Wednesday"),
        Asked("Give in Roman numerals the sum of 14 and 29.", "XLIII"),
        Asked("Write as a Roman numeral the number of letters in \"orchestra\".", "IX"),
        Asked("Tell me in words what XIV plus VI is.", "twenty"),
        Asked(
            "How many vowels does the decoded text of the Caesar message \"khoor\" (shift 3) have?",
            "2"
        ),
        Asked("Sort the letters of the reverse of \"stone\".", "enost"),
        Asked("Write in Morse code the reverse of \"sos\".", "... --- ..."),
        Asked("How many letters are in the weekday of 17 May 2024?", "6"),
        Asked("What is the square of the number of letters in \"podium\"?", "36"),
        Asked("In words, what is 7 times 6?", "forty-two"),
        Asked("Take 6 times 7. Is it prime?", "no"),
        Asked("Reverse \"stone\". How many vowels does it have?", "2"),
        Asked("What is XIV plus VI? Write that in words.", "twenty"),
        Asked("What is 5 plus 6? Is the result prime?", "yes"),
        Asked("Count the letters in \"banana\". Multiply the result by 7.", "42"),
        Asked("Decode the Caesar text \"vhyhq\" (shift 3). Is it prime?", "yes"),
        Asked("Decode the Caesar text \"vhyhq\" (shift 3). What is that squared?", "49"),
        Asked("Convert XIV to a number. Is it even?", "yes"),
        Asked("The weekday of 17 May 2024: how many letters does it have?", "6"),
        Asked("My aunt likes tea. What is XIV plus VI?", "20"),
        Asked("I bought 3 apples. What is XIV plus VI?", "20"),
        Asked("The weather is nice today. Reverse \"stone\" and count its vowels.", "2"),
        Asked("What is the Roman numeral of the 5th term of 3, 6, 9, 12?", "XV"),
        Asked("What is the average of XIV, VI and X?", "10"),
        Asked("How many prime numbers are below the number of letters in \"orchestra\"?", "4"),
        Asked("What is half of the number of letters in \"podium\"?", "3"),
        Asked("What is the number of words in \"the quick fox\" raised to the power of two?", "9"),
        Asked("Decode the Caesar texts \"irxu\" and \"ilyh\" (shift 3) and give the larger.", "5"),
        Asked("What is the number of days from 1 March 2024 to 17 May 2024 divided by 7?", "11"),
        Asked(
            "What is the sum of the number of vowels in \"stone\" and the number of letters in \"cat\"?",
            "5"
        ),
        Asked(
            "Decode the Caesar text \"iljkw\" with a shift of 3, and then tell me how many letters it has.",
            "5"
        ),
        Asked("Add 5 and 3, then subtract 2, then double the result.", "12"),
        Asked("Double the number of letters in \"violin\", then subtract 5.", "7"),
        Asked("Subtract 5 from double the number of letters in \"violin\".", "7"),
        Asked("Subtract twice the number of vowels in \"banana\" from 20.", "14"),
        Asked("Compute 3 * (number of letters in \"cat\" + 2).", "15"),
        Asked(
            "What is the number of letters in \"cat\" squared plus the number of vowels in \"banana\"?",
            "12"
        ),
        Asked("What is 10 minus the number of r's in \"strawberry\" divided by 3?", "9"),
        Asked("Is the number of r's in \"strawberry\" prime?", "yes"),
        Asked("Is the Roman numeral XIV even?", "yes"),
        Asked("Is the Roman numeral XV odd?", "yes"),
        Asked("Write the number of letters in \"orchestra\" in words.", "nine"),
        Asked("What weekday is 100 days after 1 January 2024?", "Wednesday"),
        Asked("What is the weekday of 17 May 2024 in Morse code?", "..-. .-. .. -.. .- -.--"),
        Asked("Reverse the weekday of 17 May 2024 and count its vowels.", "2"),
        Asked(
            "How many days are there between 1 March 2024 and 17 May 2024, in Roman numerals?",
            "LXXVII"
        ),
        Asked("Is the number of days from 1 March 2024 to 17 May 2024 prime?", "no"),
        Asked(
            "What is the number of days from 1 March 2024 to 17 May 2024 minus the number of letters in \"podium\"?",
            "71"
        ),
        Asked(
            "What date is the number of letters in \"banana\" days after 1 March 2024?",
            "7 March 2024"
        ),
        Asked(
            "Take the Roman numeral XIV, double it, and write the result in words.",
            "twenty-eight"
        ),
        Asked("Reverse \"XIV\" and count its letters.", "3"),
        Asked("How many letters does the Roman numeral of 18 have?", "5"),
        Asked("What is the Roman numeral of the sum of 14 and 29?", "XLIII"),
        Asked("What is the Roman numeral of the number of letters in \"orchestra\"?", "IX"),
        Asked("Sort the letters of \"stone\" in reverse alphabetical order.", "tsone"),
        Asked("Reverse \"stone\" and then reverse it again.", "stone"),
        Asked("What is the second letter of the reverse of \"stone\"?", "n"),
        Asked("What is the last letter of the decoded Caesar text \"khoor\" (shift 3)?", "o"),
        Asked("Encode \"hello\" with a Caesar shift of 3 and reverse it.", "roohk"),
        Asked("Encode the reverse of \"hello\" with a Caesar shift of 3.", "roohk"),
        Asked("Ann has a cat. How many letters are in \"cat\"?", "3"),
        Asked("What is the next term of 3, 6, 12, in words?", "twenty-four"),
        Asked(
            "What is the remainder when the number of letters in \"orchestra\" is divided by 4?",
            "1"
        ),
        Asked(
            "What is the greatest common divisor of the number of letters in \"orchestra\" and the number of letters in \"podium\"?",
            "3"
        ),
        Asked("Is the reverse of \"level\" a palindrome?", "yes"),
    ])
    func `a chain goes to its last demand`(_ asked: Asked) { expect(asked) }
}
