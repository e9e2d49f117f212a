import PodiumCore
import Testing

@testable import PodiumSpecialists

/// "Step 2" in a subtask names an output; it is never the number 2.
@Suite struct StepMentionTests {
    @Test(arguments: [
        Case("Compute the value of step 0.", "17", seen: ["Answer: 17"]),
        Case("Compute the value of step 0.", "17", seen: ["Answer: 8 + 9"]),
        Case("Compute the result of step 3.", "17", seen: ["Answer: 17"]),
        Case("Multiply step 1's result by 3.", "51", seen: ["Answer: 17"]),
        Case("Add 5 to the answer from step 2.", "22", seen: ["Answer: 17"]),
        Case("Add the results of step 0 and step 1.", "11", seen: ["Answer: 4", "Answer: 7"]),
        Case("Add the results of steps 0 and 1.", "11", seen: ["Answer: 4", "Answer: 7"]),
        Case("Subtract step 1 from step 2.", "3", seen: ["Answer: 4", "Answer: 7"]),
        Case("What is step 2 minus step 1?", "3", seen: ["Answer: 4", "Answer: 7"]),
        Case("Divide the value found in step two by 7.", "1", seen: ["Answer: 4", "Answer: 7"]),
        Case("Compute step 0 times 10.", "40", seen: ["Answer: 4", "Answer: 7"]),
        Case("Is the number from step 1 prime?", "yes", seen: ["Answer: x = 7"]),
    ])
    func `the reckoner takes a step for its output`(_ example: Case) {
        #expect(ask(Reckoner(), example.task, seen: example.seen) == example.answer)
    }

    @Test(arguments: [
        Case("Compute the value of step 0.", "no"),
        Case("Multiply step 2 by 3.", "no"),
        Case("Compute the value of step 3.", "no", seen: ["Answer: 4", "Answer: 7"]),
        Case("Add step 1 and step 2.", "no", seen: ["Answer: 4"]),
        Case("Compute step 1.", "no", seen: ["It went wrong.\nI cannot say."]),
    ])
    func `a step that is not seen is declined`(_ example: Case) {
        #expect(ask(Reckoner(), example.task, question: "6 * 7", seen: example.seen) == nil)
        #expect(ask(Guesser(), example.task, question: "", seen: example.seen) == nil)
    }

    @Test func `the linguist takes a step for its output`() {
        #expect(ask(Linguist(), "Write step 2 as a Roman numeral.", seen: ["Answer: 42"]) == "XLII")
        #expect(ask(Linguist(), "Reverse the letters of step 0.", seen: ["Answer: abc"]) == "cba")
        #expect(
            ask(Linguist(), "Count the vowels in step 1's output.", seen: ["Answer: hello"]) == "2"
        )
        #expect(
            ask(Linguist(), "Write step 2 as a Roman numeral.", question: "Write 7 as one.") == nil
        )
    }

    @Test func `a heading with a number is no mention`() {
        let task = "Step 1: Add 3 and 4. Step 2: Multiply the result by 5."
        #expect(ask(Reckoner(), task) == "35")
        #expect(ask(Reckoner(), "Solve it step by step.", question: "6 * 7") == "42")
    }

    @Test(arguments: [
        Case("Add 3 to the result above.", "8", seen: ["Answer: x = 5"]),
        Case("Multiply x by 4.", "20", seen: ["Answer: x = 5"]),
        Case("Compute x + y.", "6", seen: ["Answer: x = 4, y = 2"]),
        Case("Compute the value of y found above times 10.", "20", seen: ["Answer: x = 4, y = 2"]),
        Case("Add the two numbers found above.", "6", seen: ["Answer: x = 4, y = 2"]),
        Case(
            "Subtract the second number above from the first number above.",
            "2",
            seen: ["Answer: x = 4, y = 2"]
        ),
        Case("What is 3 x 4?", "12", seen: ["Answer: x = 5"]),
    ])
    func `a solution is used as its numbers`(_ example: Case) {
        #expect(ask(Reckoner(), example.task, seen: example.seen) == example.answer)
    }

    @Test func `one of several roots is no number`() {
        #expect(ask(Reckoner(), "Double x.", seen: ["Answer: x = 2 or x = 3"]) == nil)
        #expect(ask(Reckoner(), "Add 1 to the result.", seen: ["Answer: x = 2, y = 3"]) == nil)
    }

    @Test func `solutions are compared by what they assign`() {
        #expect(SeenAnswer.agree("x = 5", "5"))
        #expect(SeenAnswer.agree("x = 4, y = 2", "y = 2.0 and x=4"))
        #expect(!SeenAnswer.agree("x = 4, y = 2", "x = 2, y = 4"))
        #expect(SeenAnswer.agree("x = 2 or x = 3", "3 and 2"))
        #expect(!SeenAnswer.agree("14, 29", "29, 14"))
    }
}
