import PodiumCore
import Testing

@testable import PodiumSpecialists

@Suite struct LinguistTests {
    @Test(arguments: [
        Case("Decode the Caesar text \"KHOOR ZRUOG\" with a shift of 3.", "HELLO WORLD"),
        Case("Decode KHOOR ZRUOG, which was shifted by 3.", "HELLO WORLD"),
        Case("Decode the Caesar text \"KHOOR ZRUOG\" (the shift is not given).", "HELLO WORLD"),
        Case("Decipher: wkh txlfn eurzq ira", "the quick brown fox"),
        Case("What does the secret message 'Zrrg zr ng abba' say?", "Meet me at noon"),
        Case("Decode \"uryyb\" (rot13).", "hello"),
        Case("Encode \"attack at dawn\" with a Caesar shift of 3.", "dwwdfn dw gdzq"),
        Case("Encrypt the word hello using a Caesar cipher with key 5", "mjqqt"),
        Case("Shift each letter of \"abc\" back by 3.", "xyz"),
        Case("Encode \"abc\" with a Caesar shift of -3.", "xyz"),
        Case("Encode \"abc\" with a Caesar shift of 1000000000000000000000029.", "rst"),
        Case("Decode the Morse code: ... --- ...", "SOS"),
        Case("Decode \".... .. / - .... . .-. .\"", "HI THERE"),
        Case("What does .... .. say in Morse code?", "HI"),
        Case("Write \"SOS\" in Morse code.", "... --- ..."),
        Case("Convert HELP to Morse", ".... . .-.. .--."),
    ])
    func `codes are read and written`(_ example: Case) {
        #expect(ask(Linguist(), example.task) == example.answer)
    }

    @Test(arguments: [
        Case("How many r's are in strawberry?", "3"),
        Case("How many times does the letter r appear in the word \"strawberry\"?", "3"),
        Case("Count the letter 's' in 'Mississippi'.", "4"),
        Case("How many letters does the word banana have?", "6"),
        Case("How many vowels are there in \"The quick brown fox\"?", "5"),
        Case("Count the consonants in the word rhythm.", "6"),
        Case("How many words are in the sentence \"the quick brown fox\"?", "4"),
        Case("How many different letters are in banana?", "3"),
        Case("Count the digits in \"a1b22\"", "3"),
        Case("number of vowels in 'queue'", "4"),
        Case("How many capital letters are in \"Hello World\"?", "2"),
        Case("How many es are in \"eleven\"?", "3"),
    ])
    func `letters and words are counted`(_ example: Case) {
        #expect(ask(Linguist(), example.task) == example.answer)
    }

    @Test(arguments: [
        Case("Reverse the word stressed.", "desserts"),
        Case("Reverse \"hello world\"", "dlrow olleh"),
        Case("Spell \"drawer\" backwards.", "reward"),
        Case("Reverse the order of the words in \"one two three\".", "three two one"),
        Case("Sort the words pear apple fig alphabetically.", "apple fig pear"),
        Case("Sort the words \"pear, apple and fig\" in alphabetical order", "apple, fig, pear"),
        Case("Put the letters of \"banana\" in alphabetical order.", "aaabnn"),
        Case("Is \"A man, a plan, a canal: Panama\" a palindrome?", "yes"),
        Case("Is the word level a palindrome?", "yes"),
        Case("Are \"listen\" and \"silent\" anagrams?", "yes"),
        Case("What is the longest word in \"the quick brown foxes\"?", "quick"),
        Case("What is the third word of \"one two three\"?", "three"),
        Case("What is the last letter of \"orange\"?", "e"),
        Case("How many vowels are in the word you get when you reverse 'drawer'?", "2"),
        Case("Decode \"KHOOR\" and count its vowels.", "2"),
        Case("Take the word 'stressed'. Reverse it, then count the s's in it.", "3"),
    ])
    func `letters and words are put in order`(_ example: Case) {
        #expect(ask(Linguist(), example.task) == example.answer)
    }

    @Test(arguments: [
        Case("Convert the Roman numeral MCMXCIV to a number.", "1994"),
        Case("Which number is the Roman numeral XIV?", "14"),
        Case("Write 2024 in Roman numerals.", "MMXXIV"),
        Case("Convert the Roman numerals XIV and XXIX to numbers.", "14; 29"),
        Case(
            "Rewrite the Roman numerals in this expression as digits: XIV * (III + V)",
            "14 * (3 + 5)"
        ),
        Case("Write 1234 in words.", "one thousand two hundred and thirty-four"),
        Case("Spell out 42.", "forty-two"),
        Case("Write \"two thousand and twelve\" in digits.", "2012"),
        Case("Convert \"forty-two\" to digits", "42"),
    ])
    func `numerals and number words are converted`(_ example: Case) {
        #expect(ask(Linguist(), example.task) == example.answer)
    }

    @Test(arguments: [
        Case(
            "Count how often the letter l occurs in the text found above.",
            "2",
            seen: ["Answer: hello"]
        ),
        Case(
            "Reverse the letters of the result above.",
            "olleh",
            seen: ["It is plain.\nAnswer: hello"]
        ),
        Case("Count its vowels.", "2", seen: ["Answer: hello"]),
        Case("Write the number above in words.", "forty-two", seen: ["Answer: 42"]),
        Case("Write the result above as a Roman numeral.", "XLII", seen: ["Answer: 42"]),
        Case("Decode the text found above (Caesar).", "hello", seen: ["Answer: khoor"]),
        Case(
            "Sort the words of the decoded text above alphabetically.",
            "hello world",
            seen: ["Answer: world hello"]
        ),
        Case(
            "Count the letters of the second result above.",
            "3",
            seen: ["Answer: hello", "Answer: you"]
        ),
    ])
    func `a subtask can refer to the outputs it may see`(_ example: Case) {
        #expect(ask(Linguist(), example.task, seen: example.seen) == example.answer)
    }

    @Test func `the text can be in the question`() {
        let question = "The message \"KHOOR\" is in code. What does it say?"
        #expect(
            ask(Linguist(), "Decode the message in the question.", question: question) == "HELLO"
        )
        #expect(ask(Linguist(), "Decode the Caesar message.", question: question) == "HELLO")
        #expect(
            ask(
                Linguist(),
                "Answer the question.",
                question: "How many r's are in strawberry?"
            )
                == "3"
        )
        let two = "Decode \"KHOOR\" and \"ZRUOG\"."
        #expect(
            ask(Linguist(), "Decode the second message in the question.", question: two) == "WORLD"
        )
    }

    @Test(arguments: [
        "Who wrote Hamlet?", "What is love?", "Who decoded the Enigma cipher?", "", "Reverse",
        "How many words are in Hamlet?", "How many letters did Paul write?",
        "Decode the Caesar text \"qzxwv\".", "Decode the Morse code \"......... ..........\"",
        "Write 5000 in Roman numerals.", "Convert the Roman numeral IIII to a number.",
        "Decode this base64: aGVsbG8=", "Decode the message above.", "Translate hello to French.",
        "How many letters are in the English alphabet?",
    ])
    func `it declines what it cannot do`(_ task: String) {
        let reply = reply(of: Linguist(), task, question: task)
        #expect(reply.finishReason == .declined, "\(reply.text)")
        #expect(reply.text.contains("I cannot"))
        #expect(!reply.text.contains("Answer:"))
    }

    @Test func `every shift of an English sentence is found again`() {
        let plain = "meet me at the old bridge before midnight"
        for shift in 1..<26 {
            let code = Caesar.shift(plain, by: shift)
            #expect(ask(Linguist(), "Decode the Caesar text \"\(code)\".") == plain)
        }
    }

    @Test func `numerals survive both ways`() {
        for number in 1...3999 {
            #expect(Roman.text(of: number).flatMap(Roman.value(of:)) == number)
        }
    }

    @Test func `number words survive both ways`() {
        var random = SeededGenerator(seed: 7)
        for digits in 1...15 {
            for _ in 0..<40 {
                var bound = 1
                for _ in 0..<digits { bound *= 10 }
                let number = Int.random(in: 0..<bound, using: &random)
                let words = ask(Linguist(), "Write \(number) in words.") ?? ""
                #expect(ask(Linguist(), "Write \"\(words)\" in digits.") == "\(number)", "\(words)")
            }
        }
    }
}
