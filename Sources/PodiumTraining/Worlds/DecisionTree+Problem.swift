import PodiumCore
public import PodiumGym
import PodiumPhrasebook
internal import PodiumPolicy
public import PodiumSpecialists

extension DecisionTree {
    /// What the specialists come to on a problem of the gym.
    ///
    /// - Parameter workers: their places are the options' places.
    public init(_ problem: Problem, workers: [Specialist]) {
        self.init(nodes: [])
        _ = grow(problem, Unfolding([problem.phrase]).steps, [], workers)
    }

    private mutating func grow(
        _ problem: Problem,
        _ steps: [Unfolding.Step],
        _ seen: [StepRequest.Seen],
        _ workers: [Specialist]
    ) -> Int {
        let index = nodes.count
        let step = steps[seen.count]
        let task = step.phrase.question
        nodes.append(
            Node(features: TextFeatures(task), kind: step.phrase.form.rawValue, options: [])
        )
        let request = StepRequest(
            question: problem.question,
            seen: step.uses.map { seen[$0] },
            subtask: steps.count == 1 ? Phrase(.answer).question : task
        )
        var known: [(answer: Answer, end: End)] = []
        var options: [Option] = []
        for worker in workers {
            var random = SeededGenerator(seed: 1)
            let reply = worker.reply(to: request, random: &random)
            let units = SpecialistProvider.cost(of: reply.text, to: request, by: worker)
            let cost = Float(units * 1_000)
            guard case .answered(let text) = reply.outcome else {
                options.append(Option(cost: cost, end: .answer(0)))
                continue
            }
            if seen.count + 1 == steps.count {
                options.append(Option(cost: cost, end: .answer(problem.isCorrect(text) ? 1 : 0)))
                continue
            }
            let answer = Answer(text)
            if let same = known.first(where: { $0.answer.agrees(with: answer) }) {
                options.append(Option(cost: cost, end: same.end))
                continue
            }
            let output = StepRequest.Seen(subtask: task, output: "Answer: \(text)")
            let end = End.next(grow(problem, steps, seen + [output], workers))
            known.append((answer, end))
            options.append(Option(cost: cost, end: end))
        }
        nodes[index].options = options
        return index
    }
}
