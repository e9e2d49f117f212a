import Testing

@testable import PodiumEvaluation

@Suite struct PublishedSetTests {
    @Test func `GSM8K's result stands behind its marks`() throws {
        let item = try item(
            #"{"question": "Ann has 2 and 3?", "answer": "2+3=<<2+3=5>>5\n#### 1,005"}"#
        )
        #expect(item.reference == .number("1,005", tolerance: nil))
        #expect(item.id == "gsm8k-1")
        #expect(item.prompt == "Ann has 2 and 3?\n\n" + AnswerForm.number.instruction)
    }

    @Test func `MATH gives its answer, or boxes it in its solution`() throws {
        let fields = #""problem": "Problem: Halve 1.", "subject": "Algebra", "level": 2"#
        let given = try item(#"{\#(fields), "answer": "\\frac12", "unique_id": "a/1"}"#)
        #expect(given.reference == .closedForm("\\frac12"))
        #expect(given.id == "a/1")
        #expect(given.group == "Algebra")
        #expect(given.prompt.hasPrefix("Halve 1.\n\nEnd with"))
        let boxed = try item(#"{\#(fields), "solution": "So $\\boxed{\\frac{1}{2}}$."}"#)
        #expect(boxed.reference == .closedForm("\\frac{1}{2}"))
    }

    @Test func `AIME's answers are whole numbers`() throws {
        let item = try item(
            "ID,Problem,Solution,Answer\n2030-I-1,Count them.,Easy.,042\n",
            as: "a.csv"
        )
        #expect(item.reference == .number("42", tolerance: nil))
        #expect(item.id == "2030-I-1")
    }

    @Test(arguments: [
        #"{"question": "Wet?", "choices": ["1", "2", "3", "0"], "answer": 2, "subject": "seas"}"#,
        #"{"question": "Wet?", "choices": ["1", "2", "3", "0"], "answer": "C", "subject": "seas"}"#,
    ])
    func `MMLU answers by index or letter`(line: String) throws {
        let item = try item(line)
        #expect(item.reference == .choice("C", among: ["1", "2", "3", "0"]))
        #expect(item.group == "seas")
        #expect(item.prompt.hasPrefix("Wet?\n\nA. 1\nB. 2\nC. 3\nD. 0\n\nEnd with"))
    }

    @Test func `MMLU's tables may lack a header`() throws {
        let set = try read("\"Wet, or\nnot?\",w,x,y,z,D\nDry?,w,x,y,z,A\n", as: "seas_test.csv")
        #expect(set.name == "seas_test")
        #expect(
            set.items.map(\.reference) == [
                .choice("D", among: ["w", "x", "y", "z"]),
                .choice("A", among: ["w", "x", "y", "z"]),
            ]
        )
        let named = try item("question,A,B,C,D,answer\nWet?,w,x,y,z,1\n", as: "a.csv")
        #expect(named.reference == .choice("B", among: ["w", "x", "y", "z"]))
    }

    @Test func `GPQA's right choice is moved by the seed and the question alone`() throws {
        let head =
            "Record ID,Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2,Incorrect Answer 3\n"
        let rows = (0..<40).map { "r\($0),Question \($0)?,right \n,w1,w2,w3" }
            .map { $0.replacing("right \n", with: "\"right \n\"") }
        let set = try read(head + rows.joined(separator: "\n"), as: "g.csv", seed: 1)
        let reversed = try read(
            head + rows.reversed().joined(separator: "\n"),
            as: "g.csv",
            seed: 1
        )
        #expect(Set(set.items) == Set(reversed.items))
        var letters: Set<Character> = []
        for item in set.items {
            guard case .choice(let letter, let choices) = item.reference else {
                Issue.record("\(item.id) is no choice")
                continue
            }
            letters.insert(letter)
            let index = try #require(ChoiceLetter.index(of: letter, among: 4))
            #expect(choices[index] == "right")
            #expect(Set(choices) == ["right", "w1", "w2", "w3"])
            #expect(item.prompt.contains("\n\(letter). right\n"))
        }
        #expect(letters == ["A", "B", "C", "D"])
        // Recorded: a stored score must mean the same order for ever.
        #expect(
            set.items.prefix(6).map { ($0.reference.letter).map(String.init) ?? "" }.joined()
                == "DBDCAA"
        )
        let other = try read(head + rows.joined(separator: "\n"), as: "g.csv", seed: 2)
        #expect(other.items.map(\.reference) != set.items.map(\.reference))
    }

    @Test func `HumanEval checks the function that it names`() throws {
        let item = try item(
            #"{"task_id": "H/0", "prompt": "def one():\n    \"\"\"1\"\"\"\n", "test": "def check(c):\n    assert c() == 1", "entry_point": "one"}"#
        )
        #expect(
            item.reference
                == .code(
                    CodeTests(
                        suite: .assertions("def check(c):\n    assert c() == 1\n\ncheck(one)\n"),
                        prelude: "def one():\n    \"\"\"1\"\"\"\n",
                        entryPoint: "one"
                    )
                )
        )
        #expect(item.prompt.contains("```python\ndef one():"))
    }

    @Test func `MBPP shows its tests and keeps what they need`() throws {
        let item = try item(
            #"{"task_id": 3, "text": "Give one.", "code": "", "test_list": ["assert one() == 1", "assert one() > 0"], "test_setup_code": "import math"}"#
        )
        #expect(
            item.reference
                == .code(
                    CodeTests(
                        suite: .assertions("import math\nassert one() == 1\nassert one() > 0\n")
                    )
                )
        )
        #expect(item.prompt.contains("```python\nassert one() == 1\nassert one() > 0\n```"))
    }

    @Test func `LiveCodeBench's programs are run and its functions called`() throws {
        let common = #""question_content": "Double it.", "question_id": "q", "difficulty": "easy""#
        let cases =
            #""public_test_cases": "[{\"input\": \"1\", \"output\": \"2\", \"testtype\": \"stdin\"}]""#
        let program = try item(
            #"{\#(common), \#(cases), "starter_code": "", "private_test_cases": "eJwAAA=="}"#
        )
        let runs = CodeTests.Runs(cases: [.init(input: "1", output: "2")], packed: "eJwAAA==")
        guard case .code(let tests) = program.reference else {
            Issue.record("no code")
            return
        }
        #expect(tests.suite == .programRuns(runs))
        #expect(program.group == "easy")
        let starter =
            #""starter_code": "class Solution:\n    def twice(self, n: int) -> int:\n        ""#
        let function = try item(
            #"{\#(common), \#(cases), \#(starter), "private_test_cases": "[{\"input\": \"2\", \"output\": \"4\"}]"}"#
        )
        guard case .code(let calls) = function.reference else {
            Issue.record("no code")
            return
        }
        let both = [CodeTests.Run(input: "1", output: "2"), .init(input: "2", output: "4")]
        #expect(calls.suite == .calls(function: "twice", .init(cases: both)))
    }
}

extension Reference {
    fileprivate var letter: Character? {
        if case .choice(let letter, _) = self { letter } else { nil }
    }
}
