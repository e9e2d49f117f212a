import PodiumCore
import PodiumTesting
import Testing

struct MessagesTests {
    @Test
    func `a step's messages are its question, what it may see, its subtask, and nothing else`()
        throws
    {
        let request = StepRequest(
            question: "What is Q?",
            seen: [
                .init(subtask: "Subtask A", output: "Output A"),
                .init(subtask: "Subtask B", output: "Output B"),
            ],
            subtask: "Subtask C"
        )
        let messages = ModelRequest.step(request).messages
        #expect(messages.map(\.role) == [.system, .user])
        #expect(
            messages[1].content == """
                Question:
                What is Q?

                --- Earlier work 1 of 2 ---
                Its task: Subtask A
                Its result:
                Output A

                --- Earlier work 2 of 2 ---
                Its task: Subtask B
                Its result:
                Output B

                --- End of earlier work ---

                Your task:
                Subtask C
                """
        )
    }

    @Test func `a step that sees nothing is not told of earlier work`() {
        let request = StepRequest(question: "Q?", seen: [], subtask: "S")
        #expect(
            ModelRequest.step(request).messages[1].content == "Question:\nQ?\n\nYour task:\nS"
        )
    }

    @Test func `the system message depends on nothing`() {
        let first = StepRequest(question: "a", seen: [], subtask: "b")
        let second = StepRequest(
            question: "c",
            seen: [.init(subtask: "d", output: "e")],
            subtask: "f"
        )
        #expect(ModelRequest.step(first).messages[0] == ModelRequest.step(second).messages[0])
    }

    @Test func `no output gets into a step's messages but those its access list names`() throws {
        var book = HistoryBuilder()
        book.open(
            "The question?",
            plan: Plan(
                (0, "task-0", []),
                (1, "task-1", [0]),
                (2, "task-2", [1]),
                (0, "task-3", [0, 2])
            )
        )
        for attempt in 1...3 { book.reply(attempt, "output-\(attempt - 1)") }
        for (step, sees) in [(0, []), (1, [0]), (2, [1]), (3, [0, 2])] {
            let request = try #require(book.state.request(of: AttemptID(step + 1)))
            let text = request.messages.map(\.content).joined()
            #expect(text.contains("The question?"))
            for other in 0...3 {
                #expect(text.contains("output-\(other)") == sees.contains(other))
                #expect(text.contains("task-\(other)") == (sees.contains(other) || other == step))
            }
        }
    }

    @Test func `the conductor is told the pool, the limit and the form`() {
        let request = PlanRequest(question: "Q?", workers: .sample, stepLimit: 4)
        let messages = ModelRequest.plan(request).messages
        #expect(messages.map(\.role) == [.system, .user])
        #expect(messages[1].content == "Question:\nQ?")
        let system = messages[0].content
        #expect(system.contains("0 = quick: short answers ($0.1 in, 0.4 out per million tokens)\n"))
        #expect(system.contains("1 = deep: proofs ($2.0 in, 10.0 out per million tokens)\n"))
        #expect(
            system.contains(
                "2 = local: checks (nominal units 0.001 in, 0.001 out per million tokens)"
            )
        )
        #expect(system.contains("1 to 4 steps"))
        #expect(system.contains(#"{"steps": [{"worker": "#))
        #expect(!system.contains("Q?"))
    }

    @Test func `the form of a plan is a schema with the workers' names`() throws {
        let request = PlanRequest(question: "Q?", workers: .sample, stepLimit: 4)
        let schema = try #require(ModelRequest.plan(request).form?.schema)
        let text = try JSONLine.line(schema)
        #expect(text.contains(#""enum":["quick","deep","local"]"#))
        #expect(text.contains(#""enum":[0,1,2]"#))
        #expect(text.contains(#""maxItems":4,"minItems":1"#))
        var later = request
        later.rounds = [PlanRequest.Round(steps: [], answer: "41")]
        // Without a step the answer before is kept.
        let kept = try #require(ModelRequest.plan(later).form?.schema)
        #expect(try JSONLine.line(kept).contains(#""minItems":0"#))
        var trained = request
        trained.template = PlanTemplate(prompt: "{{question}} {{workers}}")
        #expect(ModelRequest.plan(trained).form == nil)
    }

    @Test func `a round tells results, objections and what gave none`() throws {
        var request = PlanRequest(question: "Q?", workers: .sample, stepLimit: 4)
        request.rounds = [
            PlanRequest.Round(
                steps: [
                    .init(worker: "quick", subtask: "Find it.", output: "41"),
                    .init(worker: "local", subtask: "Check.", output: nil, objection: "It is 42."),
                    .init(worker: "deep", subtask: "Look.", output: nil),
                ],
                answer: nil
            )
        ]
        let told = try #require(ModelRequest.plan(request).messages.last?.content)
        #expect(
            told.contains(
                """
                - quick: Find it.
                  Result: 41
                - local: Check.
                  It did not accept what it saw: It is 42.
                - deep: Look.
                  It gave no result.
                """
            ),
            "\(told)"
        )
    }

    @Test func `an empty reply is not sent back to be mended`() {
        var request = PlanRequest(question: "Q?", workers: .sample, stepLimit: 4)
        request.rejected = [PlanRequest.Rejection(text: " \n", reason: "Empty.")]
        #expect(ModelRequest.plan(request).messages.map(\.role) == [.system, .user, .user])
        request.rejected[0].text = String(repeating: "x", count: 100_000)
        #expect(ModelRequest.plan(request).messages[2].content.count == 8_000)
    }

    @Test func `a worker without strengths or price is told plainly`() {
        let worker = Worker(name: "plain", provider: "p", model: "m")
        let request = PlanRequest(question: "Q?", workers: [worker], stepLimit: 1)
        #expect(ModelRequest.plan(request).messages[0].content.contains("0 = plain: general\n"))
    }

    @Test func `a repair turn shows the rejected plan and the reason`() {
        let request = PlanRequest(
            question: "Q?",
            workers: .sample,
            stepLimit: 4,
            rejected: [.init(text: "bad plan", reason: "It has no steps.")]
        )
        let messages = ModelRequest.plan(request).messages
        #expect(messages.map(\.role) == [.system, .user, .assistant, .user])
        #expect(messages[2].content == "bad plan")
        #expect(messages[3].content.hasPrefix("That plan cannot be used: It has no steps."))
    }

}
