import PodiumCore
import Testing

@testable import PodiumSpecialists

/// What a question demands last, and the checker and the merger that hold answers against it.
@Suite struct AnswerDemandTests {
    @Test(arguments: [
        ("Decode the Caesar text \"khoor\", reverse it, and count the l's.", "olleh", "2"),
        ("Decode it and compute what it says.", "twelve times fourteen", "168"),
        ("Decode it and tell me if it is prime.", "seven", "yes"),
        ("Is the number of letters in \"banana\" even?", "6", "yes"),
        ("What is the Roman numeral of the 10th term of 2, 4, 6?", "II; IV; VI", "XX"),
        ("What is XIV plus VI, as a Roman numeral?", "20", "XX"),
        ("What weekday is 5 days after 1 March 2024?", "6 March 2024", "Wednesday"),
        ("What date is 5 days after 1 March 2024?", "Wednesday", "6 March 2024"),
        ("What is 5 plus 3, and what is the weekday of 2024-05-17?", "8", "8; Friday"),
        ("What is 2 times 8, and how many r's are in strawberry?", "3", "16; 3"),
        ("What are the sum and the product of 3 and 4?", "12", "7; 12"),
    ])
    func `half an answer is refused and a whole one is not`(
        _ question: String,
        _ half: String,
        _ whole: String
    ) {
        let demand = AnswerDemand(question)
        #expect(demand.objection(to: half) != nil)
        #expect(demand.objection(to: whole) == nil)
    }

    @Test(arguments: [
        ("What is the weekday of 17 May 2024 spelled backwards?", "yadirf"),
        ("How many days is that in words?", "seventy-seven"),
        ("Can you decode this?", "hello"), ("Is it Ann or Bob?", "Bob"),
        ("Who is what?", "Ann is a knight, Bob is a knave"),
        ("How many solutions are there?", "none"),
        ("What date is 10 days after 1 March 2024, and which weekday is that?", "Monday"),
        ("Is A a knight, and how many knaves are there?", "knave"),
    ])
    func `where the kind of answer is open, there is no objection`(
        _ question: String,
        _ answer: String
    ) {
        #expect(AnswerDemand(question).objection(to: answer) == nil)
    }

    private func check(_ question: String, _ answer: String) -> SpecialistReply {
        var random = SeededGenerator(seed: 1)
        let seen = StepRequest.Seen(subtask: "Answer the question.", output: "Answer: \(answer)")
        return Checker().work(
            on: StepRequest(question: question, seen: [seen], subtask: "Check the answer above."),
            random: &random
        )
    }

    @Test(arguments: [
        ("What is half of the number of letters in \"podium\"?", "6"),
        ("What is the number of vowels in \"banana\", rounded to the nearest ten?", "3"),
        ("Count the letters in \"banana\" that are not a.", "6"),
        ("The message \"adlscl aptlz mvbyallu\" is a Caesar text. Decode and compute it.", "x"),
    ])
    func `an answer to what remains of a question is not accepted`(
        _ question: String,
        _ answer: String
    ) {
        let reply = check(question, answer)
        #expect(reply.finishReason == .declined, "\(reply.text)")
    }

    private func vote(_ question: String, _ outputs: [String]) -> SpecialistReply {
        var random = SeededGenerator(seed: 1)
        return Merger().work(
            on: StepRequest(
                question: question,
                seen: outputs.map { StepRequest.Seen(subtask: "Answer the question.", output: $0) },
                subtask: "Vote."
            ),
            random: &random
        )
    }

    private let guess = "\(Guesser.notice)\nAnswer: 2"

    @Test func `guesses have no vote`() {
        let question = "How many r's are in \"strawberry\"?"
        let reply = vote(question, [guess, guess, "Answer: 3"])
        #expect(reply.outcome == .answered("3"))
        #expect(vote(question, [guess]).finishReason == .declined)
    }

    @Test func `half an answer has no vote`() {
        let question = "What is 5 plus 3, and what is the weekday of 2024-05-17?"
        let reply = vote(question, ["Answer: 8", "Answer: 8", "Answer: 8; Friday"])
        #expect(reply.outcome == .answered("8; Friday"))
        #expect(vote(question, ["Answer: 8", guess]).finishReason == .declined)
    }
}
