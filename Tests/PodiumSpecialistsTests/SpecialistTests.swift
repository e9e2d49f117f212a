import Foundation
import PodiumCore
import PodiumPhrasebook
import Testing

@testable import PodiumSpecialists

/// What each worker knows, how far it goes, and what it says where it ends.
@Suite struct SpecialistTests {
    private func reply(
        _ worker: String,
        _ question: String,
        _ subtask: String = "Answer the question.",
        seen: [(subtask: String, output: String)] = [],
        missing: [String] = [],
        seed: UInt64 = 1
    ) throws -> SpecialistReply {
        let specialist = try #require(Specialists.specialist(model: worker))
        var random = SeededGenerator(seed: seed)
        return specialist.reply(
            to: StepRequest(
                question: question,
                seen: seen.map { StepRequest.Seen(subtask: $0.subtask, output: $0.output) },
                subtask: subtask,
                missing: missing
            ),
            random: &random
        )
    }

    private func answer(_ worker: String, _ question: String) throws -> String? {
        if case .answered(let answer) = try reply(worker, question).outcome { answer } else { nil }
    }

    @Test(arguments: [
        ("reckoner", "What is 99999 * 99999?", "9999800001"),
        ("abacus", "What is 99999 * 99999?", "1409865409"),
        ("abacus", "What is 7 / 2?", "3"), ("reckoner", "Is 2491 prime?", "no"),
        ("abacus", "Is 2491 prime?", "yes"),
        ("algebraist", "Solve 2x = 3.", "x = 1.5"), ("prober", "Solve x^3 + x = 30.", "x = 3"),
        ("algebraist", "What comes next in 2, 5, 10, 17, 26?", "37"),
        ("prober", "What comes next in 3, 6, 12, 24?", "48"),
        ("calendarist", "What day of the week was 1 March 1900?", "Thursday"),
        ("almanac", "What day of the week was 28 February 1900?", "Tuesday"),
        ("linguist", "Decode the Caesar text \"khoor\".", "hello"),
        ("explorer", "Make 24 from 4, 7, 8, 8.", "8 * ((4 + 7) - 8) = 24"),
        ("guesser", "What is 12345 * 2?", "24700"), ("hunch", "What is 12345 * 2?", "25000"),
    ])
    func `workers answer within their limits, and beyond them wrongly`(
        _ worker: String,
        _ question: String,
        _ expected: String
    ) throws {
        let reply = try reply(worker, question)
        #expect(reply.outcome == .answered(expected), "\(reply.text)")
    }

    @Test(arguments: [
        ("algebraist", "Solve x^3 + x = 30.", "degree"),
        ("prober", "Solve 2x = 3.", "whole number"), ("reckoner", "What is 1 / 0?", "zero"),
        ("algebraist", "What comes next in 3, 6, 12, 24?", "rule"),
        ("abacus", "How many feet are there in 3 miles?", "do this"),
        ("reckoner", "Why is the sky blue?", "cannot read"),
        ("linguist", "On which weekday did my cat fall?", "I know such things as"),
        ("reckoner", "What is 9^(9^9)?", "cannot"), ("abacus", "What is 3.5 * 2?", "whole numbers"),
    ])
    func `what a worker cannot do it says`(_ worker: String, _ question: String, _ word: String)
        throws
    {
        let reply = try reply(worker, question)
        guard case .declined(let reason) = reply.outcome else {
            Issue.record("\(reply.text)")
            return
        }
        #expect(reason.hasPrefix("I cannot") && reason.contains(word), "\(reason)")
        #expect(reply.finishReason == .declined)
    }

    @Test func `a worker does a step on what it sees, and says what it lacks`() throws {
        let seen = [
            (subtask: "a", output: "Answer: 6"), (subtask: "b", output: "It is seven.\nAnswer: 7"),
        ]
        let product = try reply(
            "reckoner",
            "?",
            "Multiply the first result above by the second result above.",
            seen: seen
        )
        #expect(product.outcome == .answered("42"))
        let missing = try reply("reckoner", "?", "Multiply the result above by 3.")
        #expect(missing.outcome == .declined("I cannot see the result above."))
        let text = try reply(
            "reckoner",
            "?",
            "Multiply the result above by 3.",
            seen: [(subtask: "a", output: "Answer: Sunday")]
        )
        #expect(text.outcome == .declined("I cannot use “Sunday” here: a number is needed."))
        let undone = try reply("reckoner", "?", "What is 2 + 2?", missing: ["Decode \"khoor\"."])
        guard case .declined(let reason) = undone.outcome else {
            Issue.record("\(undone.text)")
            return
        }
        #expect(reason.contains("not done before"))
    }

    @Test func `a part of the question is found where the subtask names it`() throws {
        let question = "Decode the Caesar text \"adlscl aptlz mvbyallu\" and compute what it says."
        #expect(
            try reply("linguist", question, "Decode the coded text of the question.").outcome
                == .answered("twelve times fourteen")
        )
        #expect(try answer("linguist", question) == nil)
    }

    @Test func `a second try of a search may find what the first did not`() throws {
        let question =
            "Which of the numbers 27, 131, 364, 88, 219, 305, 176, 92, 341, 258, 117, 203 add up to 1018?"
        let tries = try (1...12).map {
            try reply("searcher", question, seed: UInt64($0)).finishReason
        }
        #expect(tries.contains(.stop))
    }

    // MARK: Judges

    private func judged(
        _ worker: String,
        _ question: String,
        _ answer: String,
        _ subtask: String = Phrase(.check).question
    ) throws -> String {
        try reply(
            worker,
            question,
            subtask,
            seen: [(subtask: "Answer the question.", output: "Answer: \(answer)")]
        ).text
    }

    @Test(arguments: [
        ("What is 12 * 12?", "144", "145"),
        (
            "Solve this 4x4 sudoku: 1 2 _ 4 / _ 4 1 _ / _ 1 4 _ / 4 _ _ 1",
            "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1", "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 1 2"
        ),
        ("Make 24 from 4, 7, 8, 8.", "(7 - 4) * 8", "8 + 8 + 8"),
        ("On which weekday did 20 July 1969 fall?", "sunday", "Monday"),
        ("How many vowels are in the reverse of \"stone\"?", "2", "3"),
        ("Is 7 prime? Is 8 prime?", "yes; no", "yes; yes"),
    ])
    func `the checker accepts what holds and sends back what does not`(
        _ question: String,
        _ right: String,
        _ wrong: String
    ) throws {
        #expect(try judged("checker", question, right).hasSuffix("ACCEPT\nAnswer: \(right)"))
        #expect(try judged("checker", question, wrong).contains("REVISE\nI cannot accept this"))
    }

    @Test func `the proofreader looks at one sign only`() throws {
        #expect(try judged("proofreader", "What is 12 * 12?", "145").contains("REVISE"))
        // Figures changed about pass when nines are cast out.
        #expect(try judged("proofreader", "What is 12 * 12?", "414").contains("ACCEPT"))
        #expect(
            try judged("proofreader", "Make 24 from 4, 7, 8, 8.", "8 + 8 + 8").contains("ACCEPT")
        )
    }

    @Test func `nothing is accepted that cannot be checked or is not there`() throws {
        #expect(try judged("checker", "Why is the sky blue?", "Because").contains("I cannot check"))
        #expect(
            try reply("checker", "What is 2 + 2?", Phrase(.check).question).text.contains(
                "no proposed answer"
            )
        )
        let silent = try reply(
            "checker",
            "?",
            Phrase(.check).question,
            seen: [(subtask: "a", output: "I cannot.\nI cannot say.")]
        )
        #expect(silent.text.contains("states no answer"))
    }

    @Test func `the merger counts who agrees`() throws {
        let seen = ["4", "5", "4.0"].map { (subtask: "a", output: "Answer: \($0)") }
        #expect(
            try reply("merger", "?", Phrase(.vote).question, seen: seen).outcome == .answered("4")
        )
        #expect(
            try reply("merger", "?", Phrase(.together).question, seen: seen).outcome
                == .answered("4; 5; 4.0")
        )
        #expect(
            try reply("merger", "?", Phrase(.firstAnswer).question, seen: [seen[1], seen[0]])
                .outcome == .answered("5")
        )
        #expect(try reply("merger", "?", Phrase(.vote).question).finishReason == .declined)
    }

    // MARK: All of them

    @Test func `no text makes a worker trap, and the same request gives the same reply`() throws {
        let pieces = [
            "Answer: 9", "the result above", "What is", "2^99999", "(((", "\"", "XIV", "1/0",
            "Make 0 from", "1, 2", "days after", "1 March 9999",
            "Decode the Caesar text \"\"", "-9223372036854775808", "how many r's are in", "\"é👍🏽\"",
            "solve x =", "x^9", "0.1", "knights", "\u{0}", "?", ".",
        ]
        for seed in UInt64(1)...250 {
            var random = SeededGenerator(seed: seed)
            func text() -> String {
                (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
                    pieces.randomElement(using: &random)
                }.joined(separator: " ")
            }
            let (question, subtask, output) = (
                text(), Bool.random(using: &random) ? text() : "Answer the question.", text()
            )
            for specialist in Specialists.all {
                let name = specialist.descriptor.name
                let one = try reply(
                    name,
                    question,
                    subtask,
                    seen: [(subtask: text(), output: output)],
                    seed: seed
                )
                #expect(!one.text.isEmpty)
                #expect(one.text.utf8.count < 60_000)
            }
        }
        for specialist in Specialists.all {
            let name = specialist.descriptor.name
            let question = "Make 163 from 9, 31, 3, 10, 18 and 7."
            let one = try reply(name, question, seed: 5)
            let other = try reply(name, question, seed: 5)
            #expect(one == other)
        }
    }

    @Test func `names are unique and a hundred times lies between the cheapest and the dearest`() {
        #expect(Set(Specialists.workers.map(\.name)).count == Specialists.all.count)
        let prices = Specialists.workers.compactMap { $0.price?.output }
        #expect((prices.max() ?? 0) >= 100 * (prices.min() ?? 1))
        #expect(
            Specialists.workers.allSatisfy {
                $0.isLocal && $0.provider == SpecialistProvider.name && !$0.strengths.isEmpty
            }
        )
    }

    @Test func `dates agree with the calendar of Foundation`() throws {
        var random = SeededGenerator(seed: 3)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
        for _ in 0..<200 {
            let (year, month, day) = (
                Int.random(in: 1600...2900, using: &random), Int.random(in: 1...12, using: &random),
                Int.random(in: 1...28, using: &random)
            )
            let date = try #require(CivilDate(year: year, month: month, day: day))
            let other = try #require(
                calendar.date(from: DateComponents(year: year, month: month, day: day))
            )
            #expect(names[calendar.component(.weekday, from: other) - 1] == "\(date.weekday)")
            #expect(CivilDate(number: date.number) == date)
        }
    }
}

/// The specialists behind the provider's port.
@Suite struct SpecialistProviderTests {
    private func call(_ model: String, _ request: ModelRequest) -> ModelCall {
        let worker = Worker(name: model, provider: SpecialistProvider.name, model: model)
        return ModelCall(
            session: SessionID(rawValue: "test"),
            attempt: AttemptID(1),
            worker: worker,
            request: request,
            seed: 1
        )
    }

    @Test func `a reply streams its working, its answer, its usage and its end`() async throws {
        let request = ModelRequest.step(
            StepRequest(question: "What is 6 * 7?", seen: [], subtask: "Answer the question.")
        )
        var (text, pieces): (String, [ReplyPiece]) = ("", [])
        for try await together in SpecialistProvider().reply(to: call("reckoner", request)) {
            for case .text(let part) in together { text += part }
            pieces += together
        }
        #expect(text == "6 * 7 = 42\nAnswer: 42")
        #expect(pieces.last == .finished(.stop))
    }

    @Test func `an unknown model fails with the names that are known`() async {
        let request = ModelRequest.step(StepRequest(question: "?", seen: [], subtask: "?"))
        await #expect(throws: ProviderError.self) {
            for try await _ in SpecialistProvider().reply(to: call("nobody", request)) {}
        }
    }

    @Test func `a worker neither plans nor selects`() {
        let plan = ModelRequest.plan(PlanRequest(question: "?", workers: [], stepLimit: 5))
        #expect(
            SpecialistProvider.wholeReply(to: call("reckoner", plan)).text.hasPrefix(
                "I cannot write plans"
            )
        )
    }
}
