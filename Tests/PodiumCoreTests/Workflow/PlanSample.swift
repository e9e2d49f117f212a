import PodiumCore
import PodiumTesting
import Testing

/// A reply of a conductor, and what must be read from it.
struct PlanSample: CustomTestStringConvertible, Sendable {
    enum Expected: Equatable, Sendable {
        /// A line a step: worker, subtask, and whom it sees: `0 Solve it. []`.
        case plan([String])
        /// What is wrong, and where: the step, or the text before which the fault stands.
        case rejected(WorkflowError.Problem, step: Int? = nil, at: String? = nil)
    }

    var name: String
    var text: String
    var expected: Expected

    init(_ name: String, _ expected: Expected, _ text: String) {
        self.name = name
        self.text = text
        self.expected = expected
    }

    var testDescription: String { name }

    /// Reads and checks the text, fed in the given pieces.
    static func read(_ pieces: [String]) -> Result<Plan, WorkflowError> {
        var reader = PlanReader()
        for piece in pieces { reader.feed(piece) }
        do throws(WorkflowError) {
            let plan = try reader.finish()
            try plan.validate(pool: .sample, stepLimit: 5)
            return .success(plan)
        } catch {
            return .failure(error)
        }
    }

    /// What was read, in the form of the expectation.
    func outcome(of result: Result<Plan, WorkflowError>) -> Expected {
        switch result {
        case .success(let plan): .plan(plan.steps.map(\.line))
        case .failure(let error):
            .rejected(
                error.problem,
                step: error.step,
                at: error.offset.map {
                    String(decoding: text.utf8.dropFirst($0).prefix(8), as: UTF8.self)
                }
            )
        }
    }
}

extension Plan.Step {
    var line: String {
        let worker =
            switch worker {
            case .id(let id): "\(id)"
            case .name(let name): name
            }
        let access =
            switch access {
            case .all: "all"
            case .steps(let list): "\(list)"
            }
        return "\(worker) \(subtask) \(access)"
    }
}
