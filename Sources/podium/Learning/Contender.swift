import PodiumCore
import PodiumStudio

/// Who answers the questions of a set: a conductor, or a workflow that is the same for all of them.
enum Contender: Hashable {
    /// As `--conductor` names it.
    case conductor(String)
    /// One worker, asked the question.
    case alone(String)
    /// One worker answers, then looks over its answer and answers again.
    case verified(String)
    /// One worker answers three times, then says which answer most of them gave.
    case voted(String)

    /// `embedded`, `rules`, `alone:NAME`, `verified:NAME`, `vote:NAME`.
    init(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch parts.first {
        case "alone" where parts.count == 2: self = .alone(parts[1])
        case "verified" where parts.count == 2: self = .verified(parts[1])
        case "vote" where parts.count == 2: self = .voted(parts[1])
        default: self = .conductor(text)
        }
    }

    var name: String {
        switch self {
        case .conductor(let name): name
        case .alone(let name): "alone:\(name)"
        case .verified(let name): "verified:\(name)"
        case .voted(let name): "vote:\(name)"
        }
    }

    /// The name under which the cheapest worker of a pool is asked for: by its price for output, where one
    /// that runs here for nothing or for units is cheaper than any that costs money.
    static let cheapest = "cheapest"

    static func cheapest(of workers: [Worker]) -> Contender? {
        func price(_ worker: Worker) -> Double {
            guard let price = worker.price else { return worker.isLocal ? 0 : .infinity }
            return Double(price.output) * (price.currency == .usd ? 1 : 1e-9)
        }
        return workers.indices.min {
            (price(workers[$0]), $0) < (price(workers[$1]), $1)
        }.map { .alone(workers[$0].name) }
    }

    var isSingle: Bool { if case .alone = self { true } else { false } }

    /// Whom it asks, where that is always the same.
    var worker: String? {
        switch self {
        case .conductor: nil
        case .alone(let name), .verified(let name), .voted(let name): name
        }
    }

    func request(_ question: String, pool: String?, workers: [Worker]) -> RunRequest {
        var request = RunRequest(question)
        request.pool = pool
        // Nobody is there to decide.
        request.policy.asksApproval = false
        request.policy.onFailure = .proceed
        if case .conductor(let name) = self {
            request.conductor = name
        } else if let place = workers.firstIndex(where: { $0.name == worker }) {
            request.plan = plan(of: place)
            // Another worker's answer would be measured as this one's.
            request.limits.fallbacks = 0
            request.policy.variant = .plan
        }
        return request
    }

    private func plan(of place: Int) -> Plan {
        func step(_ subtask: String, _ access: [Int] = []) -> Plan.Step {
            Plan.Step(worker: .id(place), subtask: subtask, access: .steps(access))
        }
        let answer = step("Answer the question.")
        return switch self {
        case .verified:
            Plan(steps: [
                answer,
                step(
                    "Check the answer above for mistakes, then give the right answer in the wanted form.",
                    [0]
                ),
            ])
        case .voted:
            Plan(steps: [
                answer, answer, answer,
                step(
                    "Give the answer that most of those above agree on, in the wanted form.",
                    [0, 1, 2]
                ),
            ])
        case .alone, .conductor: Plan(steps: [answer])
        }
    }
}
