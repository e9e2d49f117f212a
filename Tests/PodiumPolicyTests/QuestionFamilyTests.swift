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

/// Whole questions through plan and specialists to the answer.
@Suite struct QuestionFamilyTests {
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
        Asked("Compute (12 + 30) / 7.", "6", "reckoner"),
        Asked("What is seven times six?", "42", "reckoner"),
        Asked("How much is 15% of 240?", "36", "reckoner"),
        Asked("What is 30!?", "265252859812191058636308480000000", "reckoner"),
        Asked("Is 2^61 - 1 prime?", "yes", "reckoner"),
        Asked("What are the prime factors of 5040?", "2^4 × 3^2 × 5 × 7", "reckoner"),
        Asked("Convert 255 to hexadecimal.", "ff", "reckoner"),
        Asked("How many minutes are in 3 days?", "4320 minutes", "reckoner"),
        Asked("What is the remainder when 7^222 is divided by 11?", "5", "reckoner"),
        Asked("Please calculate the sum of 1/2, 1/3 and 1/6.", "1", "reckoner"),
        Asked("what's 2**100", "1267650600228229401496703205376", "reckoner"),
        Asked("What is the least common multiple of 12 and 18?", "36", "reckoner"),
        Asked("Multiply 6 by 7, then subtract 2.", "40", "reckoner"),
        Asked("What is half of 90 plus 3?", "48", "reckoner"),
    ])
    func `arithmetic is one step`(_ asked: Asked) { expect(asked) }

    @Test(arguments: [
        Asked("How many r's are in strawberry?", "3", "linguist"),
        Asked("How many vowels does the word \"onomatopoeia\" have?", "8", "linguist"),
        Asked("Count the words in \"to be or not to be\".", "6", "linguist"),
        Asked("How often does the letter s occur in \"mississippi\"?", "4", "linguist"),
        Asked("Reverse the word \"stressed\".", "desserts", "linguist"),
        Asked("Spell 'drawer' backwards", "reward", "linguist"),
        Asked("Sort the letters of \"conductor\" alphabetically.", "ccdnoortu", "linguist"),
        Asked(
            "Sort the words \"pear apple fig\" in alphabetical order.",
            "apple fig pear",
            "linguist"
        ),
        Asked("Is \"never odd or even\" a palindrome?", "yes", "linguist"),
        Asked("Are \"listen\" and \"silent\" anagrams?", "yes", "linguist"),
        Asked("Decode the Caesar text \"khoor zruog\".", "hello world", "linguist"),
        Asked("What does this Caesar text say: KHOOR ZRUOG", "HELLO WORLD", "linguist"),
        Asked("Decode \"khoor\" (Caesar, shift 3).", "hello", "linguist"),
        Asked("Decode the Morse code ... --- ...", "SOS", "linguist"),
        Asked("Encode \"attack at dawn\" with a Caesar shift of 3.", "dwwdfn dw gdzq", "linguist"),
        Asked("Write \"SOS\" in Morse code.", "... --- ...", "linguist"),
        Asked("Write 2024 in Roman numerals.", "MMXXIV", "linguist"),
        Asked("What number is the Roman numeral MCMXCIV?", "1994", "linguist"),
        Asked("Write 1234 in words.", "one thousand two hundred and thirty-four", "linguist"),
        Asked("What is the longest word in \"a small orchestra plays\"?", "orchestra", "linguist"),
    ])
    func `letters and codes are one step`(_ asked: Asked) { expect(asked) }

    @Test(arguments: [
        Asked(
            "Decode this message and compute what it says: \"vhyhq wlphv vla\" (Caesar)",
            "42",
            "linguist reckoner checker"
        ),
        Asked(
            "Decipher \"vhyhq wlphv vla\" and work out the calculation.",
            "42",
            "linguist reckoner checker"
        ),
        Asked(
            "Decode the Morse message \"... . ...- . -. / - .. -- . ... / ... .. -..-\" and calculate it.",
            "42",
            "linguist reckoner checker"
        ),
        Asked(
            "Decode the Caesar text \"vhyhq\" and multiply the result by 10.",
            "70",
            "linguist reckoner checker"
        ),
        Asked(
            "What is the number in the Morse message \"..-. .. ...- .\" plus 12?",
            "17",
            "linguist reckoner checker"
        ),
        Asked(
            "Decrypt \"wkuhh\" and \"irxu\" (Caesar, shift 3) and add the two numbers.",
            "7",
            "linguist linguist reckoner checker"
        ),
        Asked(
            "Decode the secret texts \"wkuhh\" and \"vhyhq\" and compute their product.",
            "21",
            "linguist linguist reckoner checker"
        ),
        Asked(
            "Decode \"khoor zruog\" with shift 3, then reverse the result.",
            "dlrow olleh",
            "linguist linguist checker"
        ),
        Asked(
            "Decode the Caesar text \"khoor zruog\" and count its vowels.",
            "3",
            "linguist linguist checker"
        ),
        Asked(
            "How many words are in the decoded message \"wkh txlfn eurzq ira\" (Caesar)?",
            "4",
            "linguist linguist checker"
        ),
        Asked(
            "How many l's are in the secret Caesar message \"khoor zruog\"?",
            "3",
            "linguist linguist checker"
        ),
        Asked(
            "Decode the Caesar text \"dgg ilyh dqg vhyhq\" and do the arithmetic it asks for.",
            "12",
            "linguist reckoner checker"
        ),
    ])
    func `coded questions are decoded first`(_ asked: Asked) {
        expect(asked)
    }

    @Test(arguments: [
        Asked("Add the Roman numerals XIV and XXIX.", "43", "linguist linguist reckoner checker"),
        Asked("What is XIV + XXIX?", "43", "linguist linguist reckoner checker"),
        Asked(
            "Multiply the Roman numeral VII by the Roman numeral VI.",
            "42",
            "linguist linguist reckoner checker"
        ),
        Asked("What is the Roman numeral XIV times 3?", "42", "linguist reckoner checker"),
        Asked("What is 100 minus the Roman numeral XLII?", "58", "linguist reckoner checker"),
        Asked("Subtract the Roman numeral IX from XX.", "11", "linguist linguist reckoner checker"),
        Asked(
            "Add XIV and XXIX and give the answer as a Roman numeral.",
            "XLIII",
            "linguist linguist reckoner linguist checker"
        ),
        Asked("Convert the Roman numeral CCLV to binary.", "11111111", "linguist reckoner checker"),
        Asked("Is the Roman numeral XCVII prime?", "yes", "linguist reckoner checker"),
        Asked(
            "What is the sum of the Roman numerals I, II, III, IV, V and VI?",
            "21",
            "linguist reckoner checker"
        ),
        Asked("What is XIV * (III + V)?", "112"),
        Asked(
            "What is the difference between the Roman numerals L and XL?",
            "10",
            "linguist linguist reckoner checker"
        ),
        Asked(
            "Write the product of the Roman numerals XII and XII in words.",
            "one hundred and forty-four"
        ),
    ])
    func `numerals are converted first`(_ asked: Asked) { expect(asked) }

    @Test(arguments: [
        Asked(
            "How many r's are in the word you get when you reverse \"strawberry\"?",
            "3",
            "linguist linguist checker"
        ),
        Asked(
            "Reverse the word \"drawer\" and count its vowels.",
            "2",
            "linguist linguist checker"
        ),
        Asked(
            "Take the word \"stressed\", reverse it, and count the s's in it.",
            "3",
            "linguist linguist checker"
        ),
        Asked(
            "Multiply the number of letters in \"strawberry\" by the number of r's in it.",
            "30",
            "linguist linguist reckoner checker"
        ),
        Asked(
            "What is the number of vowels in \"banana\" plus the number of words in \"to be or not to be\"?",
            "9",
            "linguist linguist reckoner checker"
        ),
        Asked(
            "What is 12 times the number of letters in the word \"podium\"?",
            "72",
            "linguist reckoner checker"
        ),
        Asked(
            "How many vowels are in \"banana\" and how many r's are in \"strawberry\"?",
            "3; 3",
            "linguist linguist merger checker"
        ),
        Asked(
            "What is 17 times 23 in words?",
            "three hundred and ninety-one",
            "reckoner linguist checker"
        ),
        Asked("What is 17 + 25, as a Roman numeral?", "XLII", "reckoner linguist checker"),
        Asked(
            "How many letters are in the longest word of \"the grand orchestra\"?",
            "9",
            "linguist linguist checker"
        ),
        Asked(
            "What is the square of the number of consonants in \"rhythm\"?",
            "36",
            "linguist reckoner checker"
        ),
        Asked(
            "Is the number of letters in \"conductor\" divisible by 3?",
            "yes",
            "linguist reckoner checker"
        ),
        Asked(
            "Sort the letters of \"listen\" and then reverse the result.",
            "tsnlie",
            "linguist linguist checker"
        ),
        Asked(
            "Write the number of vowels in \"onomatopoeia\" in words.",
            "eight",
            "linguist linguist checker"
        ),
        Asked(
            "1) What is 6 * 7? 2) How many r's are in \"strawberry\"?",
            "42; 3",
            "reckoner linguist merger checker"
        ),
        Asked(
            "(a) Reverse \"stressed\". (b) What is 2^10?",
            "desserts; 1024",
            "linguist reckoner merger checker"
        ),
        Asked("What is 2 + 2? What is 3 * 3?", "4; 9", "reckoner reckoner merger checker"),
    ])
    func `composed questions are chained`(_ asked: Asked) { expect(asked) }

    @Test(arguments: [
        "Who wrote Hamlet?", "What is love?", "Why is the sky blue?", "Write a poem about rain.",
        "What is the capital of France?", "Translate \"good morning\" to French.",
        "Tom has 3 apples and buys 4 more. How many does he have?", "", "?", "Hello!",
        "Explain the 3 laws of thermodynamics.", "Who won the World Cup in 1998?",
        "How many people live in Berlin?", "What does this code do: print(1 + 1)?",
        "How many words are in Hamlet?", "Is the Earth flat?", "When was 1984 published?",
        "Decode the human genome.", "Who cracked the Enigma cipher?",
        "What is the first word of the Bible?",
        "Reverse a linked list in Python.", "Sort an array with quicksort.",
        "How many letters did Paul write?", "What is 3 apples plus 4 pears minus happiness?",
    ])
    func `what no specialist can answer is declined`(_ question: String) {
        let rollout = Rollout(question)
        #expect(rollout.answer == nil, "\(rollout.story)")
        #expect(rollout.outputs.last?.contains("I cannot") == true, "\(rollout.story)")
    }
}
