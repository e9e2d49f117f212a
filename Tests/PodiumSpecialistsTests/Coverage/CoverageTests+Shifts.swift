import Testing

@testable import PodiumSpecialists

extension CoverageTests {
    @Test(arguments: [
        Case("Shift HELLO by 3 in the Caesar cipher", "KHOOR"),
        Case("Shift the word CAT by 1", "DBU"),
        Case("Shift each letter of \"cat\" by 1.", "dbu"),
        Case("Apply a Caesar shift of -3 to KHOOR", "HELLO"),
        Case("'abc' shifted by 27", "bcd"),
        Case("Shift KHOOR back by 3", "HELLO"),
        Case("Shift KHOOR by 3 to the left", "HELLO"),
        Case("The text \"KHOOR\" was shifted by 3. Decode it.", "HELLO"),
        Case("The text \"KHOOR\" has been shifted by 3; decode it", "HELLO"),
        Case("Decode \"KHOOR\", which was shifted by 3", "HELLO"),
        Case("Decode \"KHOOR\" with a shift of 3", "HELLO"),
    ])
    func `a plain shift is forward`(_ example: Case) {
        Self.expect(example, from: Linguist())
    }

    @Test(arguments: [
        "Second to last letter of 'computer'", "What is the second to last word of 'the cat sat'?",
        "What is the letter after the third letter of 'computer'?",
        "What are the first and last letters of 'computer'?",
        "Sort the words 'pear fig apple' alphabetically and take the last",
        "How many words in 'the cat sat' contain an a?",
        "How many words in 'the cat sat' start with t?",
        "How many letters are in cat and dog?", "How many letters are in this question?",
        "How many vowels are in banana, and which are they?",
        "What comes after the next in 2, 4, 6, 8?",
    ])
    func `a part that was not read is declined`(_ question: String) {
        Self.expectNoAnswer(question)
    }
}
