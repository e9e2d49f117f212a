import PodiumCore
import PodiumGym
import PodiumPhrasebook
import PodiumPolicy
import PodiumSpecialists

/// All that can come of a problem's steps, whoever does them: every worker's reply to every step after
/// every way to get there. With it a policy's expected utility is known exactly, and no reply is asked
/// for twice.
struct ReplyTree: Sendable {
    /// A step to be done, after what was found before it.
    struct Node: Sendable {
        var features: TextFeatures
        var form: Form.Name
        /// One for each worker of the pool, in its order.
        var options: [Option]
    }

    struct Option: Sendable {
        /// Nominal units.
        var cost: Float
        var end: End
    }

    enum End: Sendable {
        /// No answer, or a wrong one at the end.
        case wrong
        case right
        /// The node of the next step.
        case next(Int)
    }

    private(set) var nodes: [Node] = []

    /// - Parameter workers: the pool by its models; their places are the options' places.
    init(_ problem: Problem, workers: [Specialist]) {
        let steps = Unfolding([problem.phrase]).steps
        _ = grow(problem, steps, [], workers)
    }

    /// Deals right and wrong out by chance, as often as they were.
    mutating func shuffle(using random: inout SeededGenerator) {
        var ends: [Bool] = []
        func isEnd(_ option: Option) -> Bool? {
            switch option.end {
            case .right: true
            case .wrong: false
            case .next: nil
            }
        }
        for node in nodes { ends += node.options.compactMap(isEnd) }
        ends.shuffle(using: &random)
        for node in nodes.indices {
            for option in nodes[node].options.indices
            where isEnd(nodes[node].options[option]) != nil {
                nodes[node].options[option].end = ends.removeLast() ? .right : .wrong
            }
        }
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
        nodes.append(Node(features: TextFeatures(task), form: step.phrase.form, options: []))
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
            let cost = Float(SpecialistProvider.cost(of: reply.text, to: request, by: worker))
            guard case .answered(let text) = reply.outcome else {
                options.append(Option(cost: cost, end: .wrong))
                continue
            }
            if seen.count + 1 == steps.count {
                options.append(Option(cost: cost, end: problem.isCorrect(text) ? .right : .wrong))
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
