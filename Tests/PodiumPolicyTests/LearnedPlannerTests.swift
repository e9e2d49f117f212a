import Foundation
import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// What is planned by a learned policy, and where it leaves the decision to the rules.
@Suite struct LearnedPlannerTests {
    /// A policy that was told how often each model is right, whatever is asked, and what it costs in
    /// thousandths.
    private func policy(
        _ seen: [String: (right: Double, cost: Double)],
        support: [String: Int],
        gates: [Gate.Scope: Gate] = [
            .forms: Gate(incumbent: Gate.rules, gain: 1, lowerBound: 0.5, count: 100)
        ]
    ) -> LearnedPolicy {
        let width = LearnedPolicy.rank - 1
        var policy = LearnedPolicy(
            projection: [Float](repeating: 0, count: TextFeatures.count * width),
            support: support,
            gates: gates
        )
        for (model, seen) in seen {
            var record = ValueHead()
            let summary = policy.summary(TextFeatures(""))
            for _ in 0..<100 { record.add(summary, right: seen.right, cost: seen.cost) }
            policy.setRecord(record, of: model)
        }
        return policy
    }

    private func plan(
        _ policy: LearnedPolicy,
        _ question: String,
        mode: LearningMode = .apply,
        workers: [Worker] = Specialists.workers,
        change: (inout PlanRequest) -> Void = { _ in }
    ) -> (text: String, names: [String])? {
        var request = PlanRequest(question: question, workers: workers, stepLimit: 5)
        change(&request)
        let conductor = EmbeddedConductor(learned: LearnedConduct(policy: policy, mode: mode))
        let text = conductor.plan(for: request)
        guard let plan = Plan(in: text) else { return nil }
        return (text, plan.workers.map { workers[$0].name })
    }

    private var abacusFirst: LearnedPolicy {
        policy(
            ["abacus": (0.9, 0.1), "reckoner": (0.9, 10)],
            support: ["compute": 100]
        )
    }

    @Test func `who is worth most does the step, and what was weighed is told`() throws {
        let found = try #require(plan(abacusFirst, "What is 6 * 7?"))
        #expect(found.names == ["abacus"])
        let weighed = try #require(WeighedStep.all(in: found.text)[1])
        #expect(weighed.options.map(\.worker) == ["abacus", "reckoner"])
        #expect(weighed.options.map(\.cost) == [0.0001, 0.0099])
        #expect(abs(weighed.options.reduce(0) { $0 + $1.chance } - 1) < 0.02)
        #expect(weighed.author.hasPrefix("policy "))
        let without = Specialists.workers.filter { $0.name != "abacus" }
        #expect(plan(abacusFirst, "What is 6 * 7?", workers: without)?.names == ["reckoner"])
    }

    @Test func `workers go by their model, not by their place or name`() {
        var pool = Array(Specialists.workers.reversed())
        for index in pool.indices { pool[index].name = "w\(index)" }
        let place = pool.firstIndex { $0.model == "abacus" }
        #expect(
            plan(abacusFirst, "What is 6 * 7?", workers: pool)?.names == place.map { ["w\($0)"] }
        )
    }

    @Test func `of what was not trained on the rules decide`() throws {
        let learned = policy(
            ["abacus": (1, 0), "linguist": (0, 0)],
            support: ["multiply": 100, "count": 3]
        )
        let question = "Multiply the number of vowels in \"banana\" by 12."
        let found = try #require(plan(learned, question))
        #expect(found.names == ["linguist", "abacus"])
        #expect(WeighedStep.all(in: found.text).keys.sorted() == [2])
        let strangers = [Worker(name: "large", provider: "openrouter", model: "large")]
        #expect(plan(learned, question, workers: strangers)?.names == ["large", "large"])
    }

    @Test func `a stranger is asked before one who is known to fail`() {
        let learned = policy(["abacus": (0, 0), "reckoner": (0, 0)], support: ["compute": 100])
        let stranger = Worker(
            name: "large",
            provider: "here",
            model: "large",
            isLocal: true
        )
        let pool = Specialists.workers + [stranger]
        #expect(plan(learned, "What is 6 * 7?", workers: pool)?.names == ["large"])
        #expect(plan(abacusFirst, "What is 6 * 7?", workers: pool)?.names == ["abacus"])
    }

    @Test func `a gate that is closed leaves the decision to what it was held against`() {
        var learned = abacusFirst
        learned.gates = [:]
        #expect(plan(learned, "What is 6 * 7?")?.names == ["reckoner"], "it was never measured")
        learned.gates[.forms] = Gate(incumbent: Gate.rules, gain: 0, lowerBound: -0.1, count: 50)
        #expect(plan(learned, "What is 6 * 7?")?.names == ["reckoner"])
        learned.gates[.forms] = Gate(incumbent: "hunch", gain: 0, lowerBound: 0, count: 50)
        #expect(plan(learned, "What is 6 * 7?")?.names == ["hunch"])
        learned.gates[.forms] = Gate(incumbent: "hunch", gain: 1, lowerBound: 0.5, count: 50)
        #expect(plan(learned, "What is 6 * 7?")?.names == ["abacus"])
    }

    @Test func `observed, it tells what it would have done, and the rules decide`() throws {
        let found = try #require(plan(abacusFirst, "What is 6 * 7?", mode: .observe))
        #expect(found.names == ["reckoner"])
        let weighed = try #require(WeighedStep.all(in: found.text)[1])
        #expect(weighed.options.first?.worker == "abacus")
        #expect(weighed.author.hasSuffix("not applied"))
        let off = try #require(plan(abacusFirst, "What is 6 * 7?", mode: .off))
        #expect(WeighedStep.all(in: off.text).isEmpty)
    }

    @Test func `after a round without an answer others try, until little is expected`() throws {
        let learned = policy(
            ["abacus": (0.9, 0), "reckoner": (0.8, 0), "hunch": (0.1, 0)],
            support: ["compute": 100]
        )
        func round(_ worker: String) -> PlanRequest.Round {
            let step = PlanRequest.PastStep(
                worker: worker,
                subtask: "Answer the question.",
                output: nil
            )
            return PlanRequest.Round(steps: [step], answer: nil)
        }
        let second = plan(learned, "What is 6 * 7?") { $0.rounds = [round("abacus")] }
        #expect(second?.names == ["reckoner"])
        let third = plan(learned, "What is 6 * 7?") {
            $0.rounds = [round("abacus"), round("reckoner")]
        }
        #expect(third?.names == [])
        #expect(third?.text.contains("of hunch, the next, little is expected") == true)
        let right = PlanRequest.Round(
            steps: [
                PlanRequest.PastStep(worker: "abacus", subtask: "", output: "Answer: 42")
            ],
            answer: "42"
        )
        #expect(plan(learned, "What is 6 * 7?") { $0.rounds = [right] }?.names == [])
    }

    // MARK: Checks

    /// Trained on short figures; a check of what computes is worth its price where the gate is open.
    private func checking(_ kinds: [String: Gate] = [:]) -> LearnedPolicy {
        var learned = abacusFirst
        learned.verification = Verification(questions: ["What is 1234 * 5678?"], kinds: kinds)
        return learned
    }

    @Test func `a question beyond all that it was trained on is checked, others are not`() throws {
        #expect(plan(checking(), "What is 60 * 7?")?.names == ["abacus"])
        let long = "What is 6123456789 * 7?"
        let found = try #require(plan(checking(), long))
        #expect(found.names == ["abacus", "checker"])
        #expect(found.text.contains("beyond what the policy was trained on, so checker checks it"))
        #expect(plan(abacusFirst, long)?.names == ["abacus"], "that was never measured")
        #expect(plan(checking(), long) { $0.stepLimit = 1 }?.names == ["abacus"])
        let without = Specialists.workers.filter { !$0.tags.contains("verification") }
        #expect(plan(checking(), long, workers: without)?.names == ["abacus"])
        #expect(plan(checking(), long, mode: .observe)?.names == ["reckoner"])
        let remark = PlanRequest.Round(steps: [], answer: nil, remark: "no check")
        #expect(plan(checking(), long) { $0.rounds = [remark] }?.names == ["abacus"])
    }

    @Test func `kinds of questions are checked where that was shown to gain`() {
        let open = Gate(incumbent: "no check", gain: 0.1, lowerBound: 0.02, count: 90)
        let closed = Gate(incumbent: "no check", gain: 0.1, lowerBound: -0.02, count: 9)
        let question = "What is 60 * 7?"
        #expect(plan(checking(["compute": open]), question)?.names == ["abacus", "checker"])
        #expect(plan(checking(["compute": closed]), question)?.names == ["abacus"])
        #expect(plan(checking(["caesar": open]), question)?.names == ["abacus"])
    }

    @Test
    func `after an objection another answers; after a check that could not tell nobody checks`() {
        let open = Gate(incumbent: "no check", gain: 0.1, lowerBound: 0.02, count: 90)
        let learned = checking(["compute": open])
        func again(_ objection: String?) -> (text: String, names: [String])? {
            plan(learned, "What is 60 * 7?") {
                $0.rounds = [
                    PlanRequest.Round(
                        steps: [
                            .init(
                                worker: "abacus",
                                subtask: "Answer the question.",
                                output: "Answer: 8"
                            ),
                            .init(
                                worker: "checker",
                                subtask: "Check it.",
                                output: nil,
                                objection: objection
                            ),
                        ],
                        answer: nil
                    )
                ]
            }
        }
        #expect(again("REVISE: it is 420.")?.names == ["reckoner", "checker"])
        #expect(again(nil)?.names == ["abacus"])
        #expect(again(nil)?.text.hasPrefix("checker could not check the answer") == true)
    }

    @Test func `of several steps the one that was least sure is done by another`() {
        var learned = policy(
            ["abacus": (0.7, 0), "linguist": (0.9, 0), "reckoner": (0.6, 0)],
            support: ["multiply": 100, "count": 100]
        )
        learned.verification = Verification()
        let question = "Multiply the number of vowels in \"banana\" by 12."
        let told: [(worker: String, subtask: String, output: String?, objection: String?)] = [
            ("linguist", "How many vowels are in \"banana\"?", "Answer: 3", nil),
            ("abacus", "Multiply the result above by 12.", "Answer: 37", nil),
            ("checker", "Check it.", nil, "REVISE"),
        ]
        let steps = told.map {
            PlanRequest.PastStep(
                worker: $0.worker,
                subtask: $0.subtask,
                output: $0.output,
                objection: $0.objection
            )
        }
        let found = plan(learned, question) {
            $0.rounds = [PlanRequest.Round(steps: steps, answer: nil)]
        }
        #expect(found?.names == ["linguist", "linguist"], "\(found?.text ?? "")")
    }

    @Test func `which answers are checked is part of a policy's file`() throws {
        let open = Gate(incumbent: "no check", gain: 0.1, lowerBound: 0.02, count: 90)
        let learned = checking(["compute": open])
        let isSame = try LearnedPolicy(data: learned.data) == learned
        #expect(isSame)
        #expect(learned.digest != abacusFirst.digest)
        var short = learned
        short.verification?.reach.removeLast()
        #expect(throws: LearnedPolicy.Invalid.self) { try LearnedPolicy(data: short.data) }
    }

    @Test func `a turn at a time it chooses as it plans`() throws {
        let learned = policy(
            ["abacus": (0.9, 0), "linguist": (0.9, 0), "reckoner": (0.5, 0)],
            support: ["multiply": 100]
        )
        var request = SelectionRequest(
            question: "Multiply 6 by 7.",
            workers: Specialists.workers,
            turns: [],
            turnLimit: 5
        )
        func next() throws -> String {
            let conductor = EmbeddedConductor(learned: LearnedConduct(policy: learned))
            let text = conductor.selection(for: request)
            let selection = try Selection(reading: text, pool: request.workers)
            let worker = try #require(selection.worker.resolve(in: request.workers))
            return "\(worker.name) \(selection.role.rawValue)"
        }
        #expect(try next() == "abacus worker")
        request.turns = [.init(worker: "abacus", role: .worker, output: nil)]
        #expect(try next() == "linguist worker")
        request.turns.append(.init(worker: "linguist", role: .worker, output: "Answer: 42"))
        #expect(try next() == "checker verifier")
        request.turns.append(.init(worker: "checker", role: .verifier, output: "REVISE"))
        #expect(try next() == "reckoner worker")
    }

    @Test func `a policy that cannot be used is told in every plan, and the rules decide`() {
        let request = PlanRequest(
            question: "What is 6 * 7?",
            workers: Specialists.workers,
            stepLimit: 5
        )
        let text = EmbeddedConductor(notice: "The learned policy cannot be used.").plan(
            for: request
        )
        #expect(text.hasPrefix("The learned policy cannot be used. The question is one task"))
    }

    @Test func `the policy that is shipped is read, and is small`() throws {
        let policy = try LearnedPolicy.shipped()
        #expect(policy.gates[.forms]?.isOpen == true)
        #expect(Set(policy.records.keys) == Set(Specialists.workers.map(\.model)))
        #expect(policy.data.count <= 300_000)
    }

    @Test func `texts that differ in their numbers are one to it, others are not`() {
        #expect(TextFeatures("What is 12 * 34?").places.count > 10)
        let (one, other) = (TextFeatures("Is 91 prime?"), TextFeatures("Is 87 prime?"))
        #expect(one.places == other.places)
        #expect(one.places != TextFeatures("Is 91 a leap year?").places)
        for text in ["", "é👍🏽", "\u{0}", String(repeating: "9", count: 9_000)] {
            let features = TextFeatures(text)
            #expect(
                features.values.allSatisfy(\.isFinite)
                    && features.places.allSatisfy { (0..<Int32(TextFeatures.count)).contains($0) }
            )
        }
    }
}
