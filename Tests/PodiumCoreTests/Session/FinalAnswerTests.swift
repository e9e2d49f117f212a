import PodiumCore
import Testing

struct FinalAnswerTests {
    @Test(arguments: [
        ("42", "42"),
        ("  42\n\n", "42"),
        ("Working.\nAnswer: 42", "42"),
        ("Working.\nAnswer: 42\n\n", "42"),
        ("Answer:42", "42"),
        ("answer: yes", "yes"),
        ("ANSWER: YES", "YES"),
        ("**Answer:** 42", "42"),
        ("**Answer: 42**", "42"),
        ("**Answer**: 42", "42"),
        ("Final answer: 42", "42"),
        ("Answer: 1\nAnswer: 2", "2"),
        ("Answer: **bold** move", "**bold** move"),
        ("Working.\r\nAnswer: 42\r\n", "42"),
        // Not on the last line, or nothing after it: the whole text is the answer.
        ("Answer: 42\nThat is all.", "Answer: 42\nThat is all."),
        ("It is:\nAnswer:", "It is:\nAnswer:"),
        ("The answer: none", "The answer: none"),
        ("Answers: 2", "Answers: 2"),
        ("Line one\nline two", "Line one\nline two"),
    ])
    func `the answer is what the last line names, else the whole text`(text: String, answer: String)
    {
        #expect(FinalAnswer.extract(from: text) == answer)
    }

    @Test(arguments: ["", " ", "\n\t\r\n\u{A0}"])
    func `nothing but space is no answer`(text: String) {
        #expect(FinalAnswer.extract(from: text) == nil)
    }
}
