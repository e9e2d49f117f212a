import PodiumCore
import PodiumTesting
import Testing

/// Conductors that were trained to be asked in a form of their own.
struct PlanTemplateTests {
    private func messages(_ template: PlanTemplate, question: String = "Why?") -> [ChatMessage] {
        ModelRequest.plan(
            PlanRequest(question: question, workers: .sample, stepLimit: 4, template: template)
        ).messages
    }

    @Test func `placeholders are filled, and the prefill begins the reply`() {
        let template = PlanTemplate(
            system: "You plan.",
            prompt: "Q: {{question}}\n{{examples}}\nAt most {{step_limit}}.\n{{workers}}",
            examples: "E1",
            prefill: "model_id = "
        )
        #expect(template.problems == [])
        #expect(
            messages(template) == [
                ChatMessage(.system, "You plan."),
                ChatMessage(
                    .user,
                    """
                    Q: Why?
                    E1
                    At most 4.
                    0 = quick: short answers ($0.1 in, 0.4 out per million tokens)
                    1 = deep: proofs ($2.0 in, 10.0 out per million tokens)
                    2 = local: checks (nominal units 0.001 in, 0.001 out per million tokens)
                    """
                ),
                ChatMessage(.assistant, "model_id = "),
            ]
        )
    }

    @Test func `what is put in is not searched again`() {
        let template = PlanTemplate(prompt: "{{question}} {{workers}}")
        #expect(
            messages(template, question: "What is {{step_limit}} or {{x}}?")[0].content
                .hasPrefix("What is {{step_limit}} or {{x}}? 0 = quick")
        )
    }

    @Test func `braces of another meaning stay`() {
        let prompt = #"{"steps": [{"a": {}}]} {{ }} {{{{question}}}} {{1}} {{workers"#
        let template = PlanTemplate(prompt: prompt)
        #expect(
            messages(template)[0].content
                == #"{"steps": [{"a": {}}]} {{ }} {{Why?}} {{1}} {{workers"#
        )
    }

    @Test func `problems are said`() {
        #expect(
            PlanTemplate(prompt: "{{question}} {{pool}} {{examples}}").problems == [
                "the template has no {{workers}}",
                "{{pool}} is no placeholder; there are {{question}}, {{workers}}, {{step_limit}},"
                    + " {{examples}}",
                "the template has {{examples}}, but no examples are given",
            ]
        )
        #expect(
            PlanTemplate(prompt: "").problems == [
                "the template has no {{question}}", "the template has no {{workers}}",
            ]
        )
    }

    @Test func `the prefill is part of the plan's text`() {
        let template = PlanTemplate(prompt: "{{question}}{{workers}}", prefill: "model_id = [")
        var book = HistoryBuilder()
        book.open(conductor: .checkpoint([Worker].sample[1], template: template, source: "t"))
        book.text(1, "0, 2]\n")
        #expect(book.state.workflow(WorkflowID(1))?.draft.nodes.count == 2)
        book.text(1, "subtasks = [\"a\", \"b\"]\naccess_list = [[], [0]]")
        #expect(
            book.finish(1).script.contains("plan w1 from conductor: s1 quick, s2 local(s1)")
        )
        // A call made again begins with it anew.
        book.decide(.replan(remark: "no"))
        #expect(
            book.reply(3, "1]\nsubtasks = [\"c\"]\naccess_list = [[]]").script
                .contains("plan w2 from conductor: s3 deep")
        )
    }
}
