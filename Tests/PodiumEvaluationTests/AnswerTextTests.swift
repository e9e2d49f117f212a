import Testing

@testable import PodiumEvaluation

@Suite struct AnswerTextTests {
    @Test(arguments: [
        ("Answer: 42", "42"),
        ("We add.\n\n**Answer:** 42", "42"),
        ("**Answer**: 42.", "42"),
        ("**Answer: 42**", "42"),
        ("**Answer:** **blue**", "blue"),
        ("### Final Answer: $x^2$", "x^2"),
        ("ANSWER: \\boxed{\\frac{1}{2}}", "\\frac{1}{2}"),
        ("Answer: 3\nNo, I erred.\nAnswer: 4", "4"),
        ("Answer:\n\n$$\n7\n$$", "7"),
        ("**Final answer:**\n\\[ 12 \\]", "12"),
        ("I will end with \"Answer: ...\".\nAnswer: left\nAnswer: ...", "left"),
        ("It holds. Answer: yes", "yes"),
        ("Let me check our answer: 3 works.\nSo \\boxed{3}.", "3"), ("The answer: 4", "4"),
        ("Answer: 2*3*x", "2*3*x"),
        ("So it is \\boxed{\\frac{a}{\\{b\\}}} in all.", "\\frac{a}{\\{b\\}}"),
        ("Both \\fbox{0} and \\boxed{}.", "0"), ("First \\boxed{1}, then \\boxed{2", "1"),
        ("Hence $\\boxed 9$.", "9"),
        ("Therefore, the answer is **Oslo**. I hope this helps.", "Oslo"),
        ("The final answer is: \\(5\\).", "5"),
        ("Some work.\n\nIt must be Oslo.\n\n---\n", "It must be Oslo"),
        ("<think>Answer: 1</think>Answer: 2", "2"),
        ("I guess. Answer: 1</think>\nAnswer: 2", "2"),
        ("Answer: 5\r\n", "5"),
        ("Answer: )", ")"),
    ])
    func `the answer is found where a model puts it`(output: String, answer: String) {
        #expect(AnswerText(output).best == answer)
    }

    @Test(arguments: ["", "  \n", "<think>Answer: 3", "...\n---", "Answer: ..."])
    func `an output without an answer has none`(output: String) {
        #expect(AnswerText(output).number == nil)
        #expect(AnswerText(output).letter(among: ["x", "y"]) == nil)
    }

    @Test(arguments: [
        ("Answer: $1,234.50", "2469/2"),
        ("Answer: 42 apples", "42"),
        ("Answer: about 3/4 of it", "3/4"),
        ("Answer: 1 1/2 hours", "3/2"),
        ("Answer: $-\\dfrac{3}{4}$", "-3/4"),
        ("Answer: 2\\frac{1}{4}", "9/4"),
        ("Answer: 1.5e3", "1500"),
        ("Answer: 6.02 \\times 10^{2}", "602"),
        ("Answer: 5 × 10^-1 m", "1/2"),
        ("Answer: 12%", "12"),
        ("Answer: −7 °C", "-7"),
        ("Answer: -$5", "-5"),
        ("Answer: 5 × 3 = 15", "15"),
        ("Answer: x = 3, so 12 is its double", "3"),
        ("Answer: 10{,}080", "10080"),
        ("Answer: 1,2,3", "1"),
        ("\\boxed{017}", "17"),
        ("First 3, then 4.\nThat makes 12 in total.", "12"),
        ("The sum 7 - 5 is 2.", "2"),
        ("x_1 is 8 and B345 is free", "8"), ("\\frac{3}{x} at \\frac{x}{y}", "3"),
        (".5", "1/2"),
    ])
    func `a number is read as people write it`(output: String, value: String) throws {
        let parts = value.split(separator: "/").compactMap { Int($0) }
        let wanted = try #require(
            parts.count == 2
                ? Fraction(parts[0]).divided(by: Fraction(parts[1])) : Fraction(parts[0])
        )
        #expect(AnswerText(output).number?.value == wanted)
    }

    @Test func `numbers in the work do not count where an answer was given in words`() {
        #expect(AnswerText("6 times 3.\nAnswer: eighteen").number == nil)
    }

    @Test(arguments: [
        ("Answer: B", "B"), ("Answer: (B)", "B"), ("Answer: B.", "B"), ("Answer: **B**", "B"),
        ("Answer: B) the river", "B"), ("Answer: B - the river", "B"), ("Answer: b", "B"),
        ("Answer: \\text{B}", "B"), ("\\boxed{\\text{(B)}}", "B"), ("\\boxed{B}", "B"),
        ("The answer is B.", "B"), ("The correct answer is option B", "B"),
        ("the answer is (B) because it flows", "B"), ("Answer: the river", "B"),
        ("**B. The river**", "B"), ("A sea is salty.\nSo it is (B)", "B"),
        ("Options A and C fail.\n\nI choose option B here", "B"), ("$\\boxed{\\textbf{B}}$", "B"),
        ("Answer: Option **B**", "B"), ("Answer: \"B\"", "B"), ("Answer: `B`", "B"),
        ("So the only one left is B.", "B"), ("Answer: The right one is **B**", "B"),
    ])
    func `a letter is read however it is dressed`(output: String, letter: Character) {
        #expect(AnswerText(output).letter(among: ["a lake", "the river", "a sea"]) == letter)
    }

    @Test(arguments: [
        "Answer: E", "A house by the lake", "Answer: a house", "It depends.", "Because",
    ])
    func `words are no letters`(output: String) {
        #expect(AnswerText(output).letter(among: ["x", "y", "z"]) == nil)
    }

    @Test func `the last block of code counts, rather than an example of its use`() {
        let output = """
            <think>
            ```python
            def f(): wrong
            ```
            </think>
            ```python
            def f(): return 1
            ```
            For example:
            ```
            >>> f()
            1
            ```
            """
        #expect(AnswerText(output).code(defining: nil) == "def f(): return 1")
    }

    @Test(
        arguments: [
            ("```python\ndef g(): pass\n```\n```python\nprint(g())\n```", "g", "def g(): pass"),
            ("~~~\nx = 1\n~~~", nil, "x = 1"),
            ("```py\r\nx = 1\r\n```\r\n", nil, "x = 1"),
            ("```python\nx = 2", nil, "x = 2"),
            ("    return a + b\n", "add", "    return a + b\n"),
            ("import sys\nprint(1)", nil, "import sys\nprint(1)"),
        ] as [(String, String?, String)]
    )
    func `code is found in its fence, or bare`(output: String, function: String?, code: String) {
        #expect(AnswerText(output).code(defining: function) == code)
    }

    @Test func `prose is no code`() {
        #expect(AnswerText("From here I import nothing (for now).").code(defining: nil) == nil)
    }

    @Test func `a long output is read in good time`() {
        let line = "The answer is not clear, so Answer and (answer) are words, 12 + 3 = 15 * y.\n"
        let output = String(repeating: line, count: 12_000) + "Answer: 7\n"
        let start = ContinuousClock.now
        #expect(AnswerText(output).number?.value == Fraction(7))
        #expect(AnswerText(String(repeating: line, count: 12_000)).closedForm != nil)
        let endless = "The answer is " + String(repeating: "\\boxed{", count: 50_000)
        #expect(AnswerText(endless).number == nil)
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func `the text of a choice counts, though it begins like a letter`() {
        let choices = ["A, C", "B. subtilis", "C", "7"]
        #expect(AnswerText("Answer: A, C").letter(among: choices) == "A")
        #expect(AnswerText("Answer: B. subtilis").letter(among: choices) == "B")
        #expect(AnswerText("Answer: C").letter(among: choices) == "C")
        #expect(AnswerText("Answer: 7").letter(among: choices) == "D")
    }

    /// Seed 11.
    @Test func `random outputs never trap`() {
        let pieces = [
            "Answer:", "answer is", "**", "$", "\\boxed", "{", "}", "\\frac", "1", "234", ",", ".",
            "/", "-", " ", "\n", "\r\n", "e", "×", "10^", "\\times", "(", ")", "B", "a", "```",
            "python",
            "<think>", "</think>", "\\(", "\\)", "def f(", "=", "\\text{", "é", "٣", "½", "#",
        ]
        var generator = SplitMix64(seed: 11)
        var numbers = 0
        for _ in 0..<5_000 {
            let text = (0..<Int(generator.next() % 16))
                .map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
            let answer = AnswerText(text)
            numbers += answer.number == nil ? 0 : 1
            _ = (answer.closedForm, answer.code(defining: "f"), answer.letter(among: ["1", "a"]))
        }
        #expect((500..<4_500).contains(numbers))
    }
}
