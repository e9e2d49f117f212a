import PodiumCore
import PodiumGym
import PodiumPhrasebook
import PodiumSpecialists
import Testing

/// What is told is read, as what it says, and nothing else is.
@Suite struct ReadingTests {
    @Test(arguments: [Teller.Wordings.trained, .heldOut])
    func `drawn sentences are read as what they say`(_ wordings: Teller.Wordings) {
        var (all, wrong) = (0, 0)
        for family in Gym.families {
            for seed in UInt64(1)...160 {
                let problem = family.problem(
                    difficulty: Int(seed % 5) + 1,
                    seed: seed,
                    wordings: wordings
                )
                all += 1
                // The same wording may say the same in another form: then the answer is the same too.
                guard let read = Phrasebook.phrase(problem.question) else {
                    wrong += 1
                    Issue.record("not read: \(problem.question)")
                    continue
                }
                if read == problem.phrase || read.question == problem.phrase.question { continue }
                let (one, other) = (
                    Specialists.exactAnswer(to: read), Specialists.exactAnswer(to: problem.phrase)
                )
                if one != other || one == nil {
                    wrong += 1
                    Issue.record(
                        "\(problem.question)\nread as: \(read.question)\nmeant: \(problem.phrase.question)"
                    )
                }
            }
        }
        #expect(all >= 5_000)
        #expect(wrong == 0, "\(wrong) of \(all)")
    }

    @Test func `near misses are not read`() {
        var wrong: [String] = []
        var all = 0
        for sentence in NearMisses.all + derived {
            all += 1
            if case .phrases(let phrases) = Phrasebook.read(sentence) {
                wrong.append(
                    "\(sentence)\n  read as: \(phrases.map(\.question).joined(separator: " | "))"
                )
            }
        }
        #expect(all >= 500)
        #expect(
            Double(wrong.count) <= 0.005 * Double(all),
            "\(wrong.count) of \(all)\n\(wrong.joined(separator: "\n"))"
        )
    }

    /// Drawn sentences with something added that changes what they ask.
    private var derived: [String] {
        let ends = [
            " twice", " and why", " in Paris", " except the first", " without the last one",
            ", not counting Sundays",
            ", rounded down", " or not", " unless it is even", " but ignore the vowels",
            " more than yesterday", " backwards and forwards",
        ]
        let beginnings = [
            "Do not ", "How many more ", "Explain how to ", "Why is it that ", "Is it wrong that ",
            "Never mind: ",
        ]
        var sentences: [String] = []
        for (index, family) in Gym.families.enumerated() {
            for seed in UInt64(1)...12 {
                let question = family.problem(difficulty: Int(seed % 3) + 1, seed: seed).question
                if seed % 3 == 0 {
                    sentences.append(beginnings[(index + Int(seed)) % beginnings.count] + question)
                } else {
                    let end =
                        question.last.map { ".?!".contains($0) } == true
                        ? String(question.suffix(1)) : ""
                    let body = question.dropLast(end.count)
                    sentences.append(body + ends[(index + Int(seed)) % ends.count] + end)
                }
            }
        }
        return sentences
    }

    @Test func `every example is read as its form, and has an answer`() throws {
        for form in Phrasebook.forms where form.canBeAsked {
            let phrase = try #require(Phrasebook.phrase(form.example), "\(form.example)")
            #expect(phrase.form == form.name, "\(form.example)")
            #expect(Specialists.exactAnswer(to: phrase) != nil, "\(form.example)")
        }
    }

    @Test func `a sentence that is not read names the forms that come near`() {
        guard case .unread(let nearest) = Phrasebook.read("On which weekday did my cat fall?")
        else {
            Issue.record("it was read")
            return
        }
        #expect(nearest.first == .weekday)
        #expect(Phrasebook.read("Xyzzy.") == .unread(nearest: []))
    }

    @Test(
        arguments: [
            ("the result above", "Add the result above and 3.", nil),
            ("two results", "Multiply the second result above by 3.", 1),
        ] as [(String, String, Int?)]
    )
    func `results of others are read by their place`(_: String, _ sentence: String, _ ordinal: Int?)
        throws
    {
        let phrase = try #require(Phrasebook.phrase(sentence))
        #expect(phrase.slots["n"] == .expression(.result(Reference(ordinal: ordinal))))
        #expect(Phrasebook.phrase(phrase.question) == phrase)
    }

    @Test func `what one skill does within another is taken apart and done once`() throws {
        let phrase = try #require(
            Phrasebook.phrase(
                "Multiply the number of vowels in \"ab\" by the number of vowels in \"ab\"."
            )
        )
        let steps = Unfolding([phrase]).steps
        #expect(steps.map(\.phrase.form) == [.count, .multiply])
        #expect(steps.last?.uses == [0])
        #expect(steps.last?.phrase.question == "Multiply the result above by the result above.")
        let inner = try #require(Phrasebook.phrase("What is the gcd of 84 and the sum of 2 and 4?"))
        #expect(Unfolding([inner]).steps.count == 1)
    }

    /// Sentences that can be read in many ways up to a last word that cannot.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ("Add 2 and 3", " and write it as a Roman numeral", 60, " zzz."),
            ("", "Bob is taller than Ann. ", 220, "Who zzz?"),
            ("", "All cats are dogs. ", 280, "Zzz?"),
            ("What is ", "the sum of 1 and ", 250, "zzz?"), ("Solve ", "x = 1 and ", 300, "zzz."),
            ("", "What is 2 + 2? ", 200, "Zzz?"), ("What is ", "half of ", 500, "zzz?"),
            (
                "Knights tell the truth and knaves lie. ", "Ann says: \"Bob is a knave.\" ", 120,
                "Who zzz?"
            ),
        ]
    )
    func `no sentence takes long`(_ start: String, _ piece: String, _ count: Int, _ end: String) {
        #expect(Phrasebook.phrase(start + String(repeating: piece, count: count) + end) == nil)
    }

    @Test func `any text is read or not, soon and without a trap`() {
        let fragments = [
            "what is", "the", "result above", "sum of", "(", ")", "\"", "'", "“", "12", "-", "x",
            "=", ",", "and", "days after",
            "1 March 2024", "XIV", "the Caesar text", "the number of vowels in", "\"abc\"", "?",
            ".", "\u{0}", "👍🏽", "é", "%", "!", "says:",
            "if", "where", "knights", "is taller than", "one hundred", "half of", "^", "1/0", "0x",
            "the next number in", "4x4 sudoku: 1",
        ]
        for seed in UInt64(1)...1_500 {
            var random = SeededGenerator(seed: seed)
            let text = (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in
                fragments.randomElement(using: &random)
            }
            .joined(separator: Bool.random(using: &random) ? " " : "")
            _ = Phrasebook.read(text)
        }
        for fragment in fragments {
            _ = Phrasebook.read(
                String(repeating: fragment + " ", count: 15_000 / (fragment.utf8.count + 1))
            )
            _ = Phrasebook.read(String(repeating: fragment + " ", count: 400))
            _ = Phrasebook.read("What is " + String(repeating: fragment + " ", count: 200) + "?")
        }
        _ = Phrasebook.read(
            String(repeating: "(", count: 1_000) + "1" + String(repeating: ")", count: 1_000)
        )
        _ = Phrasebook.read((1...1_000).map(String.init).joined(separator: ", "))
    }
}

/// Values and how they are told.
@Suite struct ValueTests {
    @Test func `answers are compared by what they say`() {
        for (one, other) in [
            ("1,234", "1234"), ("x = 2 or x = 3", "x = 3 or x = 2"), ("7/2", "3.5"),
            ("Ann is a knight, Bob is a knave", "Bob is a knave and Ann is a knight"),
            ("x = 5", "5"), ("  \"Friday\". ", "friday"), ("**42**", "42"),
            ("A: red, B: green", "B: green, A: red"),
        ] {
            #expect(Answer(one).agrees(with: Answer(other)), "\(one) and \(other)")
        }
        for (one, other) in [
            ("12", "13"), ("x = 2", "x = 3"), ("Ann is a knight", "Ann is a knave"),
            ("x = 2", "y = 2"), ("1, 2", "1, 2, 3"), ("", "0"),
        ] {
            #expect(!Answer(one).agrees(with: Answer(other)), "\(one) and \(other)")
        }
    }

    @Test func `the answer in an output is found, or there is none`() {
        for (output, answer) in [
            ("2 + 2 = 4\nAnswer: 4", "4"), ("**Final answer:** 4.", "4"),
            ("So it is \\boxed{4}", "4"), ("4", "4"),
            ("Answer: 3\nI was wrong.\nAnswer: 4", "4"),
        ] {
            #expect(Answer(in: output)?.text == answer, "\(output)")
        }
        for output in [
            "", "\n\n", "Answer: 4\nI cannot do more.", "First line\nsecond line",
            String(repeating: "x", count: 90),
        ] {
            #expect(Answer(in: output) == nil, "\(output.prefix(40))")
        }
    }

    @Test func `results fill slots that can hold them`() {
        #expect(Phrasebook.argument("forty-two", for: "n") == .expression(.integer(42)))
        #expect(Phrasebook.argument("x = 5", for: "n") == .expression(.integer(5)))
        #expect(
            Phrasebook.argument("12 May 2024", for: "date")
                == .date(CivilDate(year: 2024, month: 5, day: 12).unsafelyUnwrapped)
        )
        #expect(Phrasebook.argument("Sunday", for: "n") == nil)
        #expect(Phrasebook.argument("the number of vowels in \"a\"", for: "n") == nil)
    }
}
