import Testing

@testable import PodiumEvaluation

@Suite struct GradingTests {
    private func grade(_ output: String, _ reference: Reference) async -> Grade {
        await EvaluationItem(id: "a", prompt: "?", reference: reference).grade(output)
    }

    @Test(arguments: [
        ("Answer: New  York.", Reference.exact("new york")), ("Answer: \"Red\"", .exact("red")),
        ("It is 7.", .number("7", tolerance: nil)), ("Answer: 0.5", .number("1/2", tolerance: nil)),
        ("Answer: 3.1416", .number("3.14159", tolerance: 0.001)),
        ("Answer: $1,000", .number("1000 dollars", tolerance: nil)),
        ("Answer: (c)", .choice("C", among: ["x", "y", "z"])),
        ("\\boxed{x=\\frac{2}{4}}", .closedForm("1/2")),
        ("We get $a = 1$ and so $b = 2\\pi$.", .closedForm("2\\pi")),
        ("Answer: $\\frac{1}{2}$ (a half)", .closedForm("0.5")),
        ("Answer: $x = 2$ or $x = 3$", .closedForm("3, 2")),
        ("Answer: \\(5\\) square units", .closedForm("5")), ("Answer: $5", .closedForm("\\$5")),
    ])
    func `right answers are right`(output: String, reference: Reference) async {
        let grade = await grade(output, reference)
        #expect(grade.verdict == .right)
        #expect(grade.answer != nil)
    }

    @Test(arguments: [
        ("Answer: York", Reference.exact("new york")), ("Answer: 8", .number("7", tolerance: nil)),
        ("Answer: 3.15", .number("3.14159", tolerance: 0.001)),
        ("Answer: 0.3333", .number("1/3", tolerance: nil)),
        ("Answer: A", .choice("C", among: ["x", "y", "z"])), ("\\boxed{2}", .closedForm("1/2")),
    ])
    func `wrong answers are wrong`(output: String, reference: Reference) async {
        #expect(await grade(output, reference).verdict == .wrong)
    }

    @Test(arguments: [
        ("", Reference.exact("x")), ("<think>endless", .closedForm("1")),
        ("Answer: none", .number("7", tolerance: nil)),
        ("I do not know.", .choice("C", among: ["x", "y", "z"])),
        ("I cannot write it.", .code(CodeTests(suite: .assertions("pass")))),
    ])
    func `no answer is no wrong answer`(output: String, reference: Reference) async {
        #expect(await grade(output, reference).verdict == .unreadable)
    }
}
