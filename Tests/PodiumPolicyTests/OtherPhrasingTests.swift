import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// The same families in other people's words, and questions that only look as if they belonged.
@Suite struct OtherPhrasingTests {
    private func expect(_ asked: Asked) {
        let rollout = Rollout(asked.question)
        #expect(rollout.answer == asked.answer, "\(rollout.story)")
        #expect(rollout.isAnswered, "\(rollout.story)")
    }

    @Test(arguments: [
        Asked("Can you decode this Caesar cipher for me? KHOOR ZRUOG", "HELLO WORLD"),
        Asked("Caesar cipher: 'wkh txlfn eurzq ira'. What's the plaintext?", "the quick brown fox"),
        Asked(
            "What's the result of decoding 'vhyhq wlphv vla' with a Caesar shift of 3 and evaluating it?",
            "42"
        ),
        Asked(
            "I found a note that says \"iruwb wzr plqxv vla\" (a Caesar cipher). What number does it work out to?",
            "36"
        ),
        Asked("Decode .... .. - .... . .-. .", "HITHERE"),
        Asked("Reverse \"olleh\" and encode it with a Caesar shift of 3.", "khoor"),
        Asked("Decode \"olssv\" (shift 7) and tell me how many letters it has.", "5"),
        Asked("Decode \"olssv\" (shift 7), then write it in Morse code.", ".... . .-.. .-.. ---"),
        Asked(
            "Decode both Morse messages '... .. -..-' and '... . ...- . -.' and tell me their sum.",
            "13"
        ),
        Asked(
            "Two agents sent numbers in Caesar code, \"ilyh\" and \"qlqh\" (shift 3). What is their product?",
            "45"
        ),
        Asked(
            "First decode \"whq\" (Caesar, shift 3), then multiply it by the Roman numeral IV.",
            "40"
        ),
        Asked(
            "Please decode the following Morse code and compute it: ..-. .. ...- . / .--. .-.. ..- ... / ..-. .. ...- .",
            "10"
        ),
        Asked("Compute the sum hidden in this Caesar message: \"wzr soxv wzr\"", "4"),
        Asked("Decode \"ebiil\" and \"tloia\" (both Caesar).", "hello; world"),
        Asked(
            "The Caesar texts \"irxu\" and \"ilyh\" say numbers. Add them, then double the result.",
            "18"
        ),
        Asked("What is 3 times what the Caesar message \"irxu\" says?", "12"),
        Asked("Decode \"gdj\" with a shift of 3 and say if it is a palindrome.", "no"),
        Asked("Decode \"ohyho\" with a shift of 3. Is the result a palindrome?", "yes"),
        Asked(
            "Sort the words of the Caesar text \"cheud dssoh\" (shift 3) alphabetically.",
            "apple zebra"
        ),
        Asked("Translate this from Morse: -- --- .-. ... .", "MORSE"),
        Asked("rot13 'uryyb jbeyq'", "hello world"),
    ])
    func `codes`(_ asked: Asked) { expect(asked) }

    @Test(arguments: [
        Asked("What is MCMXCIV minus CMXCIV?", "1000"),
        Asked("What is the Roman numeral for 1999?", "MCMXCIX"),
        Asked("Convert MMXXIV to a number", "2024"),
        Asked("What does the Roman numeral XLIX mean?", "49"),
        Asked("Spell out the number 77", "seventy-seven"),
        Asked("What is seventy-seven in digits?", "77"),
        Asked("How do you write 512 in words?", "five hundred and twelve"),
        Asked("What's twelve squared, spelled out?", "one hundred and forty-four"),
        Asked("Write the sum of 19 and 23 as a Roman numeral.", "XLII"),
        Asked("Is the sum of XIV and XXIX prime?", "yes"),
        Asked("Take the Roman numeral XIV. Add 6. Multiply by 2.", "40"),
        Asked(
            "What is the Roman numeral XII plus the number of letters in \"violin\" minus 3?",
            "15"
        ),
        Asked("What is the sum of the number of vowels in 'apple' and the Roman numeral X?", "12"),
    ])
    func `numerals`(_ asked: Asked) { expect(asked) }

    @Test(arguments: [
        Asked("how many times does e appear in 'elephant seen'", "4"),
        Asked("How many e's does 'elephant' contain?", "2"),
        Asked("Tell me how many vowels there are in \"orchestra\".", "3"),
        Asked("How many vowels are in orchestra?", "3"),
        Asked("What's 'hello' backwards?", "olleh"),
        Asked("What is hello spelled backwards?", "olleh"),
        Asked("Is racecar a palindrome?", "yes"),
        Asked("Alphabetize these words: pear, fig, apple", "apple, fig, pear"),
        Asked("Add the number of letters in \"cat\" to the number of letters in \"horse\".", "8"),
        Asked("How many letters are there in the words \"cat\" and \"horse\" together?", "8"),
        Asked("What is the total number of vowels in \"cat\" and \"horse\"?", "3"),
        Asked("Which is larger: the number of letters in \"banana\" or the Roman numeral V?", "6"),
        Asked("What is 2 to the power of the number of letters in \"podium\"?", "64"),
        Asked("Subtract the number of vowels in \"queue\" from 10", "6"),
        Asked("What is the 3rd letter of \"orchestra\"?", "c"),
        Asked("How many letters are in the first word of \"podium conductor\"?", "6"),
        Asked("Count the r's in strawberry and multiply by 7", "21"),
        Asked("What is 7 times the number of r's in strawberry?", "21"),
    ])
    func `letters`(_ asked: Asked) { expect(asked) }

    @Test(arguments: [
        Asked("If I add 12 and 30 and divide the result by 6, what do I get?", "7"),
        Asked("Take 15, double it and subtract 4.", "26"),
        Asked("What is 40% of 250, plus 10?", "110"),
        Asked("what is 5 factorial divided by 10", "12"),
        Asked("I need 25% of 1,000,000.", "250000"),
        Asked("Compute the greatest common divisor of 1071 and 462.", "21"),
        Asked("What is one half plus one third?", "5/6"),
        Asked("Convert 10 km to miles", "6.213712 miles"),
        Asked("Convert the sum of 5 and 12 to binary.", "10001"),
        Asked("What is 5 - -3?", "8"), Asked("2 - 3 - 4", "-5"), Asked("8/4/2", "1"),
        Asked("What's the 100th prime number?", "541"),
    ])
    func `arithmetic`(_ asked: Asked) { expect(asked) }

    @Test(arguments: [
        "A shirt costs 80 dollars and is reduced by 25%. What does it cost?",
        "What is 1e3 + 1?", "Divide 10 by 0.", "What is 10^10^10?", "Is 2 + 2 = 5?",
        "What is the sum of the digits of 2^10?", "Write 42 in words and in Roman numerals.",
        "Who is 3 times better than Bach?", "What year is 10 years after 2020?",
        "How far is it from Paris to Rome in km?", "Name 3 prime ministers plus their parties.",
        "What is the difference between a cat and a dog?",
        "What is the average lifespan of 2 dogs?", "Summarise \"War and Peace\" in 3 words.",
        "Write \"hello\" in French.", "How many days are between 1 May and 3 June?",
        "What is the square of opposition with 4 corners?", "What comes next in the alphabet?",
        "Count to 10.",
        "What is the word of the year 2020?",
        "How many r's are there in the Roman alphabet?", "Reverse the decision.",
        "Sort out my taxes.", "Is Monday a palindrome of joy?",
        "Decode the message of the film \"Inception\".", "What does \"carpe diem\" mean?",
        "What is the secret of \"Mona Lisa\"?", "Encode my password.", "Spell it backwards.",
        "Which word is longer, \"cat\" or \"horse\"?",
    ])
    func `questions that only look alike are declined`(_ question: String) {
        let rollout = Rollout(question)
        #expect(!rollout.isAnswered, "\(rollout.story)")
    }
}
