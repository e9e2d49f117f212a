import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

@Suite struct EmbeddedConductorTests {
    private func plan(
        _ question: String,
        workers: [Worker] = Specialists.workers,
        stepLimit: Int = 5,
        rejected: [PlanRequest.Rejection] = []
    ) -> (text: String, plan: Plan?) {
        let text = EmbeddedConductor().plan(
            for: PlanRequest(
                question: question,
                workers: workers,
                stepLimit: stepLimit,
                rejected: rejected
            )
        )
        return (text, Plan(in: text))
    }

    /// Where specialists stand in the pool, so that a new one changes no test.
    private func positions(_ names: String...) -> [Int] {
        names.compactMap { name in Specialists.workers.firstIndex { $0.name == name } }
    }

    private let coded = "Decode the Caesar texts \"wkuhh\" and \"irxu\" and add the two numbers."

    private func worker(
        _ name: String,
        provider: String = "openrouter",
        strengths: String = "",
        tags: [String] = [],
        output: Int64? = nil
    ) -> Worker {
        Worker(
            name: name,
            provider: provider,
            model: name,
            strengths: strengths,
            tags: tags,
            price: output.map { Price(input: 0, output: $0) }
        )
    }

    @Test func `a plan is reasoning and three lists`() {
        let ids = positions("linguist", "linguist", "reckoner", "checker")
        #expect(
            plan(coded).text == """
                The question takes 3 steps: linguist, linguist and then reckoner. 2 of them need \
                nothing of each other and can run at once.

                model_id = \(ids)
                subtasks = ["Decode the Caesar message \\"wkuhh\\".", "Decode the Caesar message \\"irxu\\".", \
                "Add the first result above and the second result above.", "Check the answer above against \
                the question. Repeat it if it is right."]
                access_list = [[], [], [0, 1], ["all"]]

                """
        )
    }

    @Test func `independent steps see nothing and can run at once`() {
        #expect(plan(coded).plan?.access == [[], [], [0, 1], [0, 1, 2]])
    }

    @Test func `ids are positions in the pool that is given`() {
        let reversed = Array(Specialists.workers.reversed())
        let ids = plan(coded, workers: reversed).plan?.workers ?? []
        #expect(ids.map { reversed[$0].name } == ["linguist", "linguist", "reckoner", "checker"])
    }

    @Test func `workers are known by their tags when their names are hidden`() {
        let ids = positions("linguist", "linguist", "reckoner", "checker")
        var hidden = Specialists.workers
        for index in hidden.indices { hidden[index].name = "worker-\(index)" }
        #expect(plan(coded, workers: hidden).plan?.workers == ids)
    }

    @Test func `a general worker takes the place of a missing specialist`() {
        let reckoner = Specialists.workers[positions("reckoner")[0]]
        let pool = [worker("small", output: 1), worker("large", output: 9), reckoner]
        let plan = plan(coded, workers: pool).plan
        #expect(plan?.workers == [1, 1, 2])
    }

    @Test func `what is not recognised goes to the strongest general worker`() {
        let pool = Specialists.workers + [worker("small", output: 1), worker("large", output: 9)]
        let (text, plan) = plan("Who wrote Hamlet?", workers: pool)
        #expect(plan?.workers == [Specialists.workers.count + 1])
        #expect(plan?.subtasks == ["Answer the question."])
        #expect(text.contains("large"))
    }

    @Test func `without a general worker it says that it will hardly be answered`() {
        let (text, plan) = plan("Who wrote Hamlet?")
        #expect(plan?.workers.count == 1)
        #expect(text.contains("no general model"))
    }

    @Test(arguments: 1...6)
    func `no plan has more steps than allowed`(_ limit: Int) {
        for sample in Samples.all {
            let plan = plan(sample.question, stepLimit: limit).plan
            #expect((1...limit).contains(plan?.workers.count ?? 0), "\(sample.name)")
        }
    }

    @Test func `numerals in a row are one step`() {
        let question = "Add the Roman numerals XIV, XXIX, III and VII and write it in words."
        let plan = plan(question).plan
        #expect(
            plan?.subtasks.first == "Convert the Roman numerals XIV, XXIX, III and VII to numbers."
        )
        let rollout = Rollout(question)
        #expect(rollout.answer == "fifty-three", "\(rollout.story)")
    }

    @Test func `after a refusal the plan is a single step`() {
        let rejection = PlanRequest.Rejection(text: "…", reason: "…")
        #expect(plan(coded, rejected: [rejection]).plan?.workers == positions("reckoner"))
        let general = Specialists.workers + [worker("large")]
        let after = plan(coded, workers: general, rejected: [rejection]).plan
        #expect(after?.workers == [Specialists.workers.count])
    }

    @Test func `a plan never holds the answer`() {
        for sample in Samples.all where sample.expectedAnswer.count > 2 {
            #expect(!plan(sample.question).text.contains(sample.expectedAnswer), "\(sample.name)")
        }
    }

    @Test func `texts with quotes and line breaks are written safely`() {
        let question = "Reverse “say hi\nnow\\” and then count its letters."
        let plan = plan(question).plan
        #expect(plan?.subtasks.first == "Reverse \"say hi\nnow\\\".")
    }

    @Test func `random questions and huge ones always give a plan`() {
        let fragments = [
            "decode", "the", "\"khoor\"", "\"", "'", "XIV", "roman numerals", "... --- ...", "(",
            ")",
            "(a)", "1)", "2)", "how many r's", "in", "its", "it", "the word you get when you",
            "reverse", "sort", "shift", "3", "-3", "in words", "as a roman numeral", "and", "add",
            "the two numbers", "their", "product", "?", ".", ":", ",", "\n", "é", "👍🏽", "\u{0}", "=",
            "count the", "letters", "the first letter of", "first", "word", "backwards",
            "spell out",
        ]
        for seed in UInt64(1)...3000 {
            var random = SeededGenerator(seed: seed)
            let question = (0..<Int.random(in: 0...25, using: &random))
                .map { _ in fragments.randomElement(using: &random) ?? "" }
                .joined(separator: Bool.random(using: &random) ? " " : "")
            let limit = Int.random(in: 1...5, using: &random)
            let (text, plan) = plan(question, stepLimit: limit)
            #expect(plan != nil && plan?.workers.count ?? 9 <= limit, "seed \(seed): \(text)")
        }
        for unit in fragments {
            for size in [6_000, 1_000_000] {
                let question = String(repeating: unit + " ", count: size / (unit.utf8.count + 1))
                #expect(plan(question).plan != nil)
            }
        }
    }

    @Test func `random questions run to an end`() {
        for seed in UInt64(1)...300 {
            var random = SeededGenerator(seed: seed)
            let words = Samples.all.flatMap { $0.question.split(separator: " ").map(String.init) }
            let question = (0..<Int.random(in: 1...20, using: &random))
                .compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
            let rollout = Rollout(question, seed: seed)
            #expect(!rollout.outputs.isEmpty, "seed \(seed)")
        }
    }

    @Test func `it streams its plan in words, then usage, then its end`() async throws {
        let request = PlanRequest(question: coded, workers: Specialists.workers, stepLimit: 5)
        let call = ModelCall(
            session: SessionID(rawValue: "test"),
            attempt: AttemptID(1),
            worker: EmbeddedConductor.descriptor,
            request: .plan(request),
            seed: 1
        )
        var text = ""
        var pieces: [ReplyPiece] = []
        for try await together in EmbeddedConductor().reply(to: call) {
            for case .text(let word) in together { text += word }
            pieces += together
        }
        #expect(text == plan(coded).text)
        #expect(pieces.count > 20)
        #expect(pieces.last == .finished(.stop))
        guard case .usage(let usage) = pieces[pieces.count - 2] else {
            Issue.record("no usage before the end")
            return
        }
        #expect(usage.output == (text.utf8.count + 3) / 4)
    }

    @Test func `a session says by its conductor what it lets the policy do`() throws {
        let learned = LearnedConduct(policy: try LearnedPolicy.shipped(), isGated: false)
        func plan(_ mode: LearningMode, by learned: LearnedConduct?) -> String {
            let request = PlanRequest(
                question: "What is 6 * 7?",
                workers: Specialists.workers,
                stepLimit: 5
            )
            let call = ModelCall(
                session: SessionID(rawValue: "test"),
                attempt: AttemptID(1),
                worker: EmbeddedConductor.descriptor(mode),
                request: .plan(request),
                seed: 1
            )
            return EmbeddedConductor(learned: learned).wholeReply(to: call).text
        }
        let off = plan(.off, by: learned)
        #expect(!off.contains("(policy "))
        #expect(off == plan(.apply, by: nil))
        #expect(plan(.observe, by: learned).contains(", not applied):"))
        let applied = plan(.apply, by: learned)
        #expect(applied.contains("(policy ") && !applied.contains("not applied"))
        // What the program lets it do at most holds for every session.
        let observer = LearnedConduct(policy: learned.policy, mode: .observe)
        #expect(plan(.apply, by: observer).contains(", not applied):"))
        #expect(plan(.off, by: observer) == off)
    }

    @Test func `it declines to do a step's work`() async throws {
        let request = StepRequest(question: "What is 6 * 7?", seen: [], subtask: "Compute it.")
        let call = ModelCall(
            session: SessionID(rawValue: "test"),
            attempt: AttemptID(1),
            worker: EmbeddedConductor.descriptor,
            request: .step(request),
            seed: 1
        )
        var last: ReplyPiece?
        for try await pieces in EmbeddedConductor().reply(to: call) { last = pieces.last }
        #expect(last == .finished(.declined))
    }
}

@Suite struct SampleTests {
    @Test func `names are unique and fit a command line`() {
        #expect(Set(Samples.all.map(\.name)).count == Samples.all.count)
        for sample in Samples.all {
            #expect(sample.name.allSatisfy { $0.isLowercase || $0 == "-" })
            #expect(Samples.sample(named: sample.name) == sample)
        }
        #expect(Samples.sample(named: "nothing") == nil)
    }

    @Test func `several need a chain of different specialists and several run in parallel`() {
        let runs = Samples.all.map { Rollout($0.question) }
        let chains = runs.filter { Set($0.workers).subtracting(["checker"]).count > 1 }
        #expect(chains.count >= 4)
        let parallel = runs.filter { $0.state.steps.filter(\.step.access.isEmpty).count > 1 }
        #expect(parallel.count >= 2)
    }
}
