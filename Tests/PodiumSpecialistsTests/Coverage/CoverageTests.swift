import PodiumCore
import Testing

@testable import PodiumSpecialists

/// A question is answered as a whole or not at all: with a clause, a sign or a second demand that
/// was not read, every specialist declines.
@Suite struct CoverageTests {
    /// All that read questions; who guesses, checks or merges makes no claim to understand them.
    static let readers: [any Specialist] = [
        Reckoner(), Algebraist(), Searcher(), Logician(), Linguist(), Calendarist(),
    ]

    /// What a specialist says to a question, given as such and as a subtask of its own.
    static func answers(of specialist: any Specialist, to question: String) -> [String] {
        [
            ask(specialist, "Answer the question.", question: question),
            ask(specialist, question),
            ask(specialist, question, question: question),
        ]
        .compactMap { $0 }
    }

    /// The one whose question it is gives the answer; the others give the same or none.
    static func expect(
        _ example: Case,
        from specialist: any Specialist,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for reader in readers {
            let answers = answers(of: reader, to: example.task)
            let isOwn = reader.descriptor.name == specialist.descriptor.name
            #expect(
                answers.allSatisfy { $0 == example.answer } && (!isOwn || answers.count == 3),
                "\(reader.descriptor.name): \(example.task) → \(answers)",
                sourceLocation: sourceLocation
            )
        }
    }

    static func expectNoAnswer(
        _ question: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for reader in readers {
            let answers = answers(of: reader, to: question)
            #expect(
                answers.isEmpty,
                "\(reader.descriptor.name): \(question) → \(answers)",
                sourceLocation: sourceLocation
            )
        }
    }

    @Test(arguments: [
        "Solve x + 3 = 10. What date is 2x days after 1 January 2024?",
        "What is 5 plus 3, and what is the weekday of 2024-05-17?",
        "2 times 8, and how many r's are in strawberry?",
        "Decode the Morse text .... . .-.. .-.. --- and tell me if it is prime.",
        "Decode the Morse text \".... .\" and tell me if it is prime.",
        "Is the number of letters in \"banana\" even?",
        "What is the Roman numeral of the 10th term of 2, 4, 6?",
        "How many letters are in the weekday of 2024-05-17?",
        "What is 12 minus the number of letters in cat?",
        "What is 3 + 4, and who wrote Hamlet?",
        "Make 24 from 4, 7, 8, 8 and tell me the weekday of 2024-05-17.",
        "What is the 10th term of 2, 4, 6 in binary?",
        "Answer in Morse: what is 2 + 3?",
    ])
    func `what belongs to two is not half answered by one`(_ question: String) {
        Self.expectNoAnswer(question)
    }

    @Test func `what was left unread is told`() {
        let reply = reply(of: Linguist(), "Reverse the letters of \"hello\" except the first.")
        #expect(reply.finishReason == .declined)
        #expect(reply.text.contains("I do not know what to do with this: except"))
    }

    @Test(arguments: [
        Case("What is 3 + 4? Show the working. What is 5 + 6?", "7; 11"),
        Case("Compute 3 + 4. Give only the number.", "7"),
    ])
    func `a remark on how to answer hides nothing behind it`(_ example: Case) {
        #expect(ask(Reckoner(), example.task) == example.answer)
    }

    @Test func `what stands in quotation marks is no remark`() {
        #expect(ask(Linguist(), "Reverse \"Hi. Show your working\"") == "gnikrow ruoy wohS .iH")
    }
}
