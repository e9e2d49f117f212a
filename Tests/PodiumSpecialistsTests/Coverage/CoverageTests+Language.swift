import Testing

@testable import PodiumSpecialists

extension CoverageTests {
    @Test(arguments: [
        Case("Encode hello in Morse", ".... . .-.. .-.. ---"),
        Case("Write hello in Morse code.", ".... . .-.. .-.. ---"),
        Case("Encode hello in rot13", "uryyb"),
        Case("Encode the word hello in rot13.", "uryyb"),
        Case("Encode attack at dawn with a shift of 3", "dwwdfn dw gdzq"),
        Case(
            "Encode meet me in Paris in Morse code.",
            "-- . . - / -- . / .. -. / .--. .- .-. .. ..."
        ),
        Case("Alphabetize: pear, apple, fig", "apple, fig, pear"),
        Case("Put pear, apple and fig in alphabetical order.", "apple, fig, pear"),
        Case("Alphabetize the letters of pear.", "aepr"),
        Case("Take the word \"stressed\". Count the s's.", "3"),
    ])
    func `a text without quotation marks ends where the task goes on`(_ example: Case) {
        Self.expect(example, from: Linguist())
    }

    @Test(arguments: [
        Case("How many l's and o's are in hello?", "2 l's and 1 o"),
        Case("How many e's and a's are in \"banana leaves\"?", "2 e's and 4 a's"),
        Case("How many vowels and consonants are in banana?", "3 vowels and 3 consonants"),
        Case("How many vowels or digits are in \"banana 12\"?", "5"),
        Case("How many times does the letter r or s appear in \"sparrows\"?", "4"),
        Case(
            "How many vowels, consonants and digits are in \"a1b2\"?",
            "1 vowel, 1 consonant and 2 digits"
        ),
        Case("How many vowels are in banana and how many letters?", "3; 6"),
    ])
    func `everything that is to be counted is counted`(_ example: Case) {
        Self.expect(example, from: Linguist())
    }

    @Test(arguments: [
        Case("Decode \"KHOOR\", reverse it, and count the l's.", "2"),
        Case("Reverse \"hello\" and count its letters, then write the number in words.", "five"),
        Case("Count the vowels in \"hello\" and reverse it.", "2; olleh"),
        Case("Count the letters in \"banana\" and write the number as a Roman numeral.", "VI"),
        Case("Sort and reverse the letters of \"cab\"", "cba"),
        Case("Sort the letters of \"cab\" and also reverse it.", "cba"),
        Case("What is the reverse of \"abc\" in Morse?", "-.-. -... .-"),
        Case("How many letters are in 42 in words?", "8"),
        Case("Write the Roman numeral XIV in words.", "fourteen"),
        Case("Sort the words \"pear\", \"apple\" and \"fig\".", "apple, fig, pear"),
        Case("Count the vowels in the reverse of \"abc\" and \"def\".", "1; 1"),
        Case("Encode \"hello\" with a shift of 3 and reverse it.", "roohk"),
    ])
    func `several tasks are done in their order`(_ example: Case) {
        Self.expect(example, from: Linguist())
    }

    @Test(arguments: [
        "Is hello in Morse .... ?", "Is \"abc\" the reverse of \"cba\"?",
        "Is XIV the Roman numeral for 14?", "What is \"hello\" shifted by 1?",
        "Reverse \"abc\" and \"def\" and count the letters.",
        "How many letters are there in the English word for 42?",
        "Decode the Morse text \"hello\"", "Translate SOS to Morse and back.",
        "How many letters are there in \"banana\" without the n's?",
        "How many letters in \"banana\" are not a?", "How many capital vowels are in \"ApplE\"?",
        "How many letters other than a are in banana?", "Sort 10, 9, 2 in ascending order",
        "How many more letters does \"banana\" have than \"apple\"?",
        "How many words are in \"one two three\", excluding \"two\"?",
        "Count the vowels in \"hello\" twice.", "Reverse each word of \"hello world\".",
        "Reverse every second letter of \"hello\".",
        "Spell drawer backwards, but leave out the r's.",
        "Sort the letters of banana and remove duplicates.",
        "Sort the words pear, apple and fig by length.", "Is \"level\" not a palindrome?",
        "Is \"level\" a palindrome and an anagram of \"velel\"?",
        "Which of \"level\" and \"apple\" is a palindrome?",
        "What is the second to last letter of \"orange\"?",
        "What are the first and last letters of \"orange\"?",
        "What is the letter after the third letter of \"orange\"?",
        "What is the second longest word in \"the quick brown foxes\"?",
        "Write 5 in Roman numerals and in words.", "Convert -5 to a Roman numeral.",
        "What is the Roman numeral for 2 more than 5?", "Write twenty and thirty in digits.",
        "Convert the Roman numeral XIV to a number and double it.", "Write minus five in digits.",
        "Decode \"KHOOR\" twice with a shift of 3.", "Encode \"hello\" in Morse and in rot13.",
        "Encode \"hello\" with a shift of 3, except the vowels.",
        "What does ... --- ... mean, and how many dots does it have?",
        "How many of the letters in \"banana\" are vowels?", "Write hello without the vowels.",
        "What is the length of \"hello world\"?", "Does \"hello\" contain the letter z?",
    ])
    func `a task on texts with a word that was not read is declined`(_ question: String) {
        Self.expectNoAnswer(question)
    }
}
