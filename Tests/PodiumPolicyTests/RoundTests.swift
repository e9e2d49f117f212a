import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// Plans after earlier workflows, with remarks, and for parts of a question.
@Suite struct RoundTests {
    private let coded = "Decode the Caesar texts \"wkuhh\" and \"irxu\" and add the two numbers."
    private let pool = Specialists.workers
    private let large = Worker(
        name: "large",
        provider: "openrouter",
        model: "large",
        price: Price(input: 0, output: 9)
    )

    private func plan(
        _ question: String,
        _ rounds: [PlanRequest.Round],
        workers: [Worker]? = nil,
        task: String? = nil,
        context: [StepRequest.Seen] = []
    ) -> (text: String, workers: [String], subtasks: [String]) {
        let workers = workers ?? pool
        let text = EmbeddedConductor().plan(
            for: PlanRequest(
                question: question,
                workers: workers,
                stepLimit: 5,
                task: task,
                context: context,
                rounds: rounds
            )
        )
        let plan = Plan(in: text)
        return (
            text,
            plan?.workers.map { workers.indices.contains($0) ? workers[$0].name : "none" } ?? [],
            plan?.subtasks ?? []
        )
    }

    private func round(
        _ steps: [(worker: String, output: String?)],
        answer: String? = nil,
        remark: String? = nil
    ) -> PlanRequest.Round {
        PlanRequest.Round(
            steps: steps.map { step in
                // An embedded checker that objects gives no output; a model's objection is one.
                let isObjection = step.output.flatMap(Verdict.init(in:)) == .revise
                return PlanRequest.PastStep(
                    worker: step.worker,
                    subtask: "Do it.",
                    output: step.worker == "checker" && isObjection ? nil : step.output,
                    objection: isObjection ? step.output : nil
                )
            },
            answer: answer,
            remark: remark
        )
    }

    private func isEmpty(_ text: String) -> Bool {
        text.hasSuffix("\n\nmodel_id = []\nsubtasks = []\naccess_list = []\n")
    }

    @Test func `an answer is returned as it is`() {
        let past = round(
            [("reckoner", "42\nAnswer: 7"), ("checker", "ACCEPT\nAnswer: 7")],
            answer: "7"
        )
        let (text, _, _) = plan(coded, [past])
        #expect(
            isEmpty(text) && text.hasPrefix("The last workflow ended with the answer 7"),
            "\(text)"
        )
    }

    @Test func `a verifier's objection is no answer, even when it is text`() {
        let past = round([("large", "Answer: 8"), ("other", "REVISE: it is 7")], answer: "it is 7")
        #expect(!isEmpty(plan(coded, [past]).text))
    }

    @Test func `after a search that found nothing another searches`() {
        let question = "Make 24 from 4, 7, 8, 8."
        let failed = round([("explorer", nil)])
        let again = plan(question, [failed])
        #expect(
            again.workers == ["searcher"] && again.text.contains("another worker tries"),
            "\(again.text)"
        )
        #expect(isEmpty(plan(question, [failed, failed]).text))
    }

    @Test func `an answer that could not be checked is given without a check`() {
        let past = round([
            ("linguist", "Answer: three"), ("linguist", "Answer: four"), ("reckoner", "Answer: 7"),
            ("checker", nil),
        ])
        let again = plan(coded, [past])
        #expect(again.workers == ["linguist", "linguist", "reckoner"], "\(again.text)")
    }

    @Test func `an answer that a check refused is not given without a check`() {
        let past = round([
            ("linguist", "Answer: three"), ("linguist", "Answer: four"), ("reckoner", "Answer: 8"),
            ("checker", "REVISE: it is 7."),
        ])
        let again = plan(coded, [past])
        #expect(!again.workers.isEmpty, "\(again.text)")
        #expect(again.workers != ["linguist", "linguist", "reckoner"], "\(again.text)")
        #expect(!again.text.contains("could not check"), "\(again.text)")
    }

    @Test func `after a worker that declined another answers, or nobody does`() {
        let past = round([("reckoner", nil)])
        #expect(!plan("Who wrote Hamlet?", [past]).workers.contains("reckoner"))
        let general = plan("Who wrote Hamlet?", [past], workers: pool + [large])
        #expect(general.workers == ["large"])
        #expect(isEmpty(plan("Who wrote Hamlet?", [past, past], workers: pool + [large]).text))
    }

    @Test(arguments: [
        ("Use large.", ["linguist", "linguist", "large", "checker"], "with large"),
        ("please let large do it", ["linguist", "linguist", "large", "checker"], "with large"),
        ("in one step please", ["reckoner"], "in one step"),
        ("One step with large", ["large"], "with large and in one step"),
        (
            "without the reckoner", ["linguist", "linguist", "abacus", "checker"],
            "without reckoner"
        ),
        (
            "Do not use the reckoner", ["linguist", "linguist", "abacus", "checker"],
            "without reckoner"
        ),
        ("don't check it", ["linguist", "linguist", "reckoner"], "without a check"),
        ("no checker", ["linguist", "linguist", "reckoner"], "without a check"),
        ("Verify the sum.", ["linguist", "linguist", "reckoner", "checker"], "with a check"),
    ])
    func `simple remarks are heeded and repeated`(
        _ remark: String,
        _ workers: [String],
        _ heeded: String
    ) {
        let past = round([("reckoner", "Answer: 7")], answer: "7", remark: remark)
        let again = plan(coded, [past], workers: pool + [large])
        #expect(again.workers == workers, "\(again.text)")
        #expect(again.text.hasPrefix("As remarked: \(heeded)."), "\(again.text)")
    }

    @Test func `a check that is asked for is added to a plan of one step`() {
        let past = round([("reckoner", "Answer: 42")], answer: "42", remark: "check it")
        #expect(plan("What is 6 * 7?", [past]).workers == ["reckoner", "checker"])
    }

    @Test func `earlier remarks still hold in later rounds`() {
        let first = round([("reckoner", "Answer: 7")], answer: "7", remark: "without the reckoner")
        let second = round([("large", "Answer: 7")], answer: "7", remark: "no check")
        let again = plan(coded, [first, second], workers: pool + [large])
        #expect(again.workers == ["linguist", "linguist", "abacus"], "\(again.text)")
    }

    @Test func `a remark of another kind gives the plan again and says so`() {
        let past = round([("reckoner", "Answer: 7")], answer: "7", remark: "I do not like blue.")
        let again = plan(coded, [past])
        #expect(again.workers.count == 4)
        #expect(again.text.hasPrefix("Nothing in the remark"), "\(again.text)")
    }

    @Test func `a part is planned by its own text`() {
        let part = plan("Who wrote Hamlet?", [], task: "What is 6 * 7?")
        #expect(part.workers == ["reckoner"] && part.subtasks == ["What is 6 * 7?"])
        let chain = plan("Who wrote Hamlet?", [], task: coded)
        #expect(chain.workers == ["linguist", "linguist", "reckoner", "checker"])
        #expect(chain.text.hasPrefix("This part of the question"))
    }

    @Test func `a part that speaks of results above is left whole`() {
        let seen = [StepRequest.Seen(subtask: "Decode it.", output: "Answer: XIV")]
        let task = "Add 3 to the number above and write it in words."
        let part = plan("…", [], task: task, context: seen)
        #expect(part.subtasks == [task])
    }

    @Test func `the conductor itself is no general model`() {
        var conductor = EmbeddedConductor.descriptor
        conductor.name = "conductor"
        let part = plan("Who wrote Hamlet?", [], workers: pool + [conductor])
        #expect(part.workers.count == 1 && part.workers != ["conductor"])
    }

    @Test func `any rounds and remarks give a plan or none`() {
        let fragments = [
            "use", "without", "reckoner", "the", "checker", "check", "one", "step", "large", "not",
            "", "é", "\u{0}", "REVISE", "ACCEPT", "Answer: 4", "searcher",
        ]
        for seed in UInt64(1)...1500 {
            var random = SeededGenerator(seed: seed)
            let text = { (random: inout SeededGenerator) -> String in
                (0..<Int.random(in: 0...8, using: &random))
                    .map { _ in fragments.randomElement(using: &random) ?? "" }
                    .joined(separator: " ")
            }
            let rounds = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                PlanRequest.Round(
                    steps: (0..<Int.random(in: 0...3, using: &random)).map { _ in
                        PlanRequest.PastStep(
                            worker: fragments.randomElement(using: &random) ?? "",
                            subtask: text(&random),
                            output: Bool.random(using: &random) ? text(&random) : nil,
                            objection: Bool.random(using: &random) ? text(&random) : nil
                        )
                    },
                    answer: Bool.random(using: &random) ? text(&random) : nil,
                    remark: Bool.random(using: &random) ? text(&random) : nil
                )
            }
            let result = plan(coded, rounds, workers: seed % 7 == 0 ? [] : pool + [large])
            #expect(
                isEmpty(result.text) || !result.workers.isEmpty || seed % 7 == 0,
                "seed \(seed)"
            )
        }
    }
}

@Suite struct SelectorTests {
    private func select(
        _ question: String,
        _ turns: [(String, Role, String?)] = [],
        workers: [Worker] = Specialists.workers
    ) -> String {
        let request = SelectionRequest(
            question: question,
            workers: workers,
            turns: turns.map { SelectionRequest.Turn(worker: $0.0, role: $0.1, output: $0.2) },
            turnLimit: 5
        )
        let text = EmbeddedConductor().selection(for: request)
        guard let selection = try? Selection(reading: text, pool: workers),
            let worker = selection.worker.resolve(in: workers)
        else { return text }
        return "\(worker.name) \(selection.role.rawValue)"
    }

    private func model(_ name: String, _ output: Int64) -> Worker {
        Worker(
            name: name,
            provider: "openrouter",
            model: name,
            price: Price(input: 0, output: output)
        )
    }

    @Test func `the worker has the skill of the question, and the checker verifies`() {
        #expect(select("What is 6 * 7?") == "reckoner worker")
        #expect(select("What is 6 * 7?", [("reckoner", .worker, "42")]) == "checker verifier")
    }

    @Test func `each skill has its turn before anything is verified`() {
        let question = "Decode \"vhyhq\" (Caesar) and multiply the result by 10."
        let decoded: (String, Role, String?) = ("linguist", .worker, "Answer: seven")
        #expect(select(question) == "linguist worker")
        #expect(select(question, [decoded]) == "reckoner worker")
        let computed: (String, Role, String?) = ("reckoner", .worker, "Answer: 70")
        #expect(select(question, [decoded, computed]) == "checker verifier")
    }

    @Test func `after a revision or no output there is another try`() {
        let pool = Specialists.workers + [model("large", 9)]
        #expect(
            select("What is 6 * 7?", [("reckoner", .worker, nil)], workers: pool) == "abacus worker"
        )
        let revised: [(String, Role, String?)] = [
            ("reckoner", .worker, "Answer: 41"), ("checker", .verifier, nil),
        ]
        #expect(select("What is 6 * 7?", revised, workers: pool) == "abacus worker")
        let again = revised + [("abacus", .worker, nil)]
        #expect(select("What is 6 * 7?", again, workers: pool) == "large worker")
    }

    @Test func `general models take turns and verify each other`() {
        let pool = [model("small", 1), model("large", 9)]
        let question = "Who wrote Hamlet?"
        #expect(select(question, workers: pool) == "large worker")
        #expect(select(question, [("large", .worker, "S")], workers: pool) == "small verifier")
        let revised: [(String, Role, String?)] = [
            ("large", .worker, "S"), ("small", .verifier, "REVISE"),
        ]
        #expect(select(question, revised, workers: pool) == "small worker")
        let single = [model("large", 9)]
        #expect(select(question, [("large", .worker, "S")], workers: single) == "large verifier")
    }
}
