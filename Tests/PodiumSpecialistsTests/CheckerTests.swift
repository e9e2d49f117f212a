import PodiumCore
import Testing

@testable import PodiumSpecialists

@Suite struct CheckerTests {
    private typealias Seen = StepRequest.Seen

    private func check(_ question: String, _ seen: [Seen]) -> SpecialistReply {
        var random = SeededGenerator(seed: 1)
        return Checker().work(
            on: StepRequest(
                question: question,
                seen: seen,
                subtask: "Check the answer found above against the question."
            ),
            random: &random
        )
    }

    @Test func `a right answer is accepted and repeated`() {
        let reply = check(
            "What is 17 * 23?",
            [Seen(subtask: "Answer the question.", output: "Answer: 391")]
        )
        #expect(reply.outcome == .answered("391"))
        #expect(reply.working.last == "ACCEPT")
        #expect(reply.finishReason == .stop)
    }

    @Test func `a wrong answer is sent back without an answer`() {
        let reply = check(
            "What is 17 * 23?",
            [Seen(subtask: "Answer the question.", output: "Answer: 381")]
        )
        #expect(reply.finishReason == .declined)
        #expect(reply.text.contains("REVISE"))
        #expect(reply.text.contains("391"))
        #expect(!reply.text.contains("Answer:"))
    }

    @Test func `an answer is compared by its value`() {
        let reply = check(
            "What is 7 / 2?",
            [Seen(subtask: "Answer the question.", output: "It is \\boxed{3.5}")]
        )
        #expect(reply.outcome == .answered("3.5"))
    }

    private let question = "Decode \"vhyhq wlphv vla\" and compute what it says."

    @Test func `a chain is done again step by step`() {
        let decode = Seen(
            subtask: "Decode the Caesar text \"vhyhq wlphv vla\".",
            output: "Answer: seven times six"
        )
        let right = Seen(
            subtask: "Compute what the decoded message above says.",
            output: "Answer: 42"
        )
        let wrong = Seen(
            subtask: "Compute what the decoded message above says.",
            output: "Answer: 36"
        )
        #expect(check(question, [decode, right]).outcome == .answered("42"))
        #expect(check(question, [decode, wrong]).finishReason == .declined)
    }

    @Test func `a mistake in an early step is found`() {
        let decode = Seen(
            subtask: "Decode the Caesar text \"vhyhq wlphv vla\".",
            output: "Answer: six times six"
        )
        let compute = Seen(
            subtask: "Compute what the decoded message above says.",
            output: "Answer: 36"
        )
        let reply = check(question, [decode, compute])
        #expect(reply.finishReason == .declined)
        #expect(reply.text.contains("step 1"))
    }

    @Test func `a step that saw only part of the earlier work is done again with that part`() {
        let seen = [
            Seen(subtask: "Convert the Roman numeral XIV to a number.", output: "Answer: 14"),
            Seen(subtask: "Convert the Roman numeral XXIX to a number.", output: "Answer: 29"),
            Seen(subtask: "Double the number found above.", output: "Answer: 28"),
        ]
        #expect(check("…", seen).outcome == .answered("28"))
    }

    @Test func `what it cannot recompute is neither accepted nor condemned`() {
        let reply = check(
            "Who wrote Hamlet?",
            [Seen(subtask: "Answer the question.", output: "Answer: nobody")]
        )
        #expect(reply.finishReason == .declined)
        #expect(!reply.text.contains("REVISE"))
        #expect(!reply.text.contains("ACCEPT"))
    }

    @Test func `without an answer there is nothing to check`() {
        #expect(check("1 + 1", []).finishReason == .declined)
        let seen = [
            Seen(subtask: "Compute.", output: "I cannot read this as arithmetic. Not at all.")
        ]
        #expect(check("1 + 1", seen).finishReason == .declined)
    }
}

@Suite struct MergerTests {
    @Test func `the majority wins`() {
        let reply = reply(
            of: Merger(),
            "Vote.",
            seen: ["Answer: 41", "Answer: 42", "**Answer: 42.0**"]
        )
        #expect(reply.outcome == .answered("42"))
        #expect(reply.working.contains("2 of 3 say 42"))
    }

    @Test func `a tie goes to the earliest`() {
        let reply = reply(of: Merger(), "Merge the answers.", seen: ["Answer: b", "Answer: a"])
        #expect(reply.outcome == .answered("b"))
        #expect(reply.text.contains("tie"))
    }

    @Test func `answers to several parts are put together in order`() {
        #expect(
            ask(
                Merger(),
                "Put the answers found above together, in order.",
                seen: ["Answer: 7", "Answer: hello"]
            )
                == "7; hello"
        )
    }

    @Test func `without answers it declines`() {
        #expect(ask(Merger(), "Vote.", seen: ["I cannot. Really not."]) == nil)
        #expect(ask(Merger(), "Vote.") == nil)
    }
}

@Suite struct GuesserTests {
    @Test func `it guesses at what it can classify and says so`() {
        for question in [
            "What is 2 + 3 * 4?", "How many vowels are in banana?", "Is 91 prime?",
            "Decode the Caesar text \"KHOOR\".", "Convert the Roman numeral XIV to a number.",
        ] {
            let reply = reply(of: Guesser(), "Answer the question.", question: question)
            #expect(reply.finishReason == .stop, "\(question): \(reply.text)")
            #expect(reply.text.contains("guess"))
        }
    }

    @Test func `it is often wrong`() {
        #expect(ask(Guesser(), "What is 2 + 3 * 4?") == "20")
        #expect(ask(Guesser(), "Convert the Roman numeral XIV to a number.") == "16")
    }

    @Test func `it declines what it cannot classify`() {
        for question in ["Who wrote Hamlet?", "What is love?", ""] {
            #expect(ask(Guesser(), "Answer the question.", question: question) == nil)
        }
    }

    @Test func `the same seed guesses the same`() {
        let question = "How many r's are in \"strawberry\"?"
        for seed in UInt64(0)..<20 {
            let first = reply(of: Guesser(), question, seed: seed)
            #expect(first == reply(of: Guesser(), question, seed: seed))
        }
        let texts = Set((UInt64(0)..<20).map { reply(of: Guesser(), question, seed: $0).text })
        #expect(texts.count > 1)
    }
}

@Suite struct QuickGuessTests {
    @Test(arguments: [
        "Solve 3x + 5 = 20", "What is the next number in 2, 5, 8, 12?",
        "How many Sundays are there in May 2024?", "What day of the week is 17 May 2024?",
        "How many days are there from 1 March 2024 to 17 May 2024?",
        "What date is 40 days after 1 March 2024?", "A says B is a knave. Is A a knight?",
        "Is P and not P satisfiable?", "A says: I am a knave. What is A, a knight or a knave?",
    ])
    func `equations, sequences, dates and puzzles are guessed at`(_ question: String) {
        let reply = reply(of: Guesser(), "Answer the question.", question: question)
        #expect(reply.finishReason == .stop, "\(reply.text)")
        #expect(reply.text.contains("This is a guess"))
    }

    @Test func `the guesses are rough`() {
        #expect(ask(Guesser(), "Solve 3x + 5 = 20") == "x = 7")
        #expect(ask(Guesser(), "What is the next number in 1, 2, 4, 8?") == "12")
        #expect(
            ask(Guesser(), "How many days are there from 1 March 2024 to 17 May 2024?") == "76"
        )
    }

    @Test func `other questions of yes or no are not decided by a coin`() {
        #expect(ask(Guesser(), "Is the moon made of cheese?") == nil)
        #expect(ask(Guesser(), "Does Paris lie in France?") == nil)
    }
}
