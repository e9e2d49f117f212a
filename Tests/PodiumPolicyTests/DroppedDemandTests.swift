import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// Demands that were once dropped without a word: each is met, or the question is declined.
@Suite struct DroppedDemandTests {
    @Test(arguments: [
        Asked("Write 'abc' in upper case and reverse it", "CBA"),
        Asked("How many letters are in Mississippi, and how many of them are s", "11; 4"),
        Asked("How many letters are in banana, and how many are in kiwi", "6; 4"),
        Asked("How many letters are in cat and dog", "6"),
        Asked("Words in 'the cat sat' and how many letters", "3; 9"),
        Asked("How many vowels are in banana, and which are they", ""),
        Asked("Words of 'the cat sat on the mat' that start with t", ""),
        Asked("How many words of 'the cat sat on the mat' start with t", "2"),
        Asked("how many words in 'the cat sat' contain an a", "2"),
        Asked("How many letters are in this question", ""),
        Asked("How many vowels are in your answer", ""),
        Asked("Second to last letter of 'computer'", "e"),
        Asked("What is the third to last letter of 'computer'?", "t"),
        Asked("Letter after the third letter of 'computer'", "p"),
        Asked("Letter before the last letter of 'computer'", "e"),
        Asked("First and last letter of 'computer'", ""),
        Asked("What are the first and last letters of 'computer'?", ""),
        Asked("Sort the words 'pear fig apple' alphabetically and take the last", "pear"),
        Asked("Sort the words 'pear fig apple' alphabetically and give the second", "fig"),
        Asked(
            "Sort the words 'pear fig apple' alphabetically and count the letters of the first",
            "5"
        ),
        Asked("Sort the letters of 'zebra' and give the first", "a"),
        Asked("Decode -- --- -. -.. .- -.-- and tell which day comes after it", "Tuesday"),
        Asked("Decode rot13 'fvk' and tell what comes after it", "seven"),
        Asked("Decode ... .. -..- and shift it by one with Caesar", "tjy"),
        Asked("What comes after the next in 2, 4, 6, 8", "12"),
        Asked("What date is 10 days after 1 May 2024, in Roman numerals", ""),
        Asked("Decode ... .. -..- and - .-- --- and divide the first by the second", "3"),
        Asked("Decode ... .. -..- and - .-- --- and subtract the second from the first", "4"),
        Asked("Decode ... .. -..- and - .-- --- and subtract the first from the second", "-4"),
        Asked("What is the number of the r's in strawberry minus the r's in raspberry?", "0"),
        Asked("Decode - .-- . .-.. ...- . and divide it by the number of its letters", "2"),
        Asked("What is 3 + 4? Multiply it by the number of vowels in 'banana'", "21"),
        Asked("What is 3 + 4? Add the number of letters in 'cat'", "10"),
        Asked("I bought 3 apples. What is XIV plus VI?", "20"),
    ])
    func `no demand is dropped`(_ asked: Asked) {
        let rollout = Rollout(asked.question)
        let answer = rollout.answer?.lowercased() ?? ""
        let isRight = !asked.answer.isEmpty && answer == asked.answer.lowercased()
        #expect(!rollout.isAnswered || isRight, "\(rollout.story)")
    }
}
