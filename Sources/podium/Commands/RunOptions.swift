public import ArgumentParser
public import PodiumCore
import PodiumStudio

/// How a question is answered: overrides of the configuration.
struct RunOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The pool of workers to use.", valueName: "name"))
    var pool: String?

    @Option(
        help: ArgumentHelp("Only these workers of the pool.", valueName: "name,…")
    )
    var workers: String?

    @Option(help: ArgumentHelp("Only workers with one of these tags.", valueName: "tag,…"))
    var tag: String?

    @Flag(help: "Only workers to which no text leaves this machine.")
    var localOnly = false

    @Option(
        help: ArgumentHelp(
            "Only workers whose output costs at most this per million tokens.",
            valueName: "usd"
        )
    )
    var maxPrice: Double?

    @Option(
        help: ArgumentHelp(
            "Who writes the workflow: embedded, a worker's name, or a plan file.",
            valueName: "conductor"
        )
    )
    var conductor: String?

    @Option(
        help: ArgumentHelp(
            "plan: a conductor's plan; mini: a worker and a role a turn; ultra: a plan and a"
                + " second round.",
            valueName: "variant"
        )
    )
    var variant: RunPolicy.Variant?

    @Option(help: ArgumentHelp("Workflows for the question at most.", valueName: "count"))
    var rounds: Int?

    @Option(
        help: ArgumentHelp("How deep workflows may stand inside steps.", valueName: "depth")
    )
    var nesting: Int?

    @Flag(inversion: .prefixedNo, help: "Hold every plan until it is approved.")
    var ask: Bool?

    @Option(
        help: ArgumentHelp(
            "When a step fails for good: proceed without it, ask, or stop.",
            valueName: "policy"
        )
    )
    var onFailure: RunPolicy.Failure?

    @Option(help: ArgumentHelp("Stop when this many US dollars are spent.", valueName: "usd"))
    var budget: Double?

    @Option(help: ArgumentHelp("Stop when this many tokens are used.", valueName: "count"))
    var budgetTokens: Int?

    @Option(help: ArgumentHelp("Stop when this many steps were begun.", valueName: "count"))
    var budgetSteps: Int?

    @Option(help: ArgumentHelp("Stop after this many seconds.", valueName: "seconds"))
    var budgetTime: Double?

    @Option(
        help: ArgumentHelp(
            "When the budget runs low: stop at its end, or degrade to a cheaper finish before.",
            valueName: "policy"
        )
    )
    var onBudget: RunPolicy.Exhaustion?

    @Option(help: ArgumentHelp("Make seeded workers repeat a run exactly.", valueName: "number"))
    var seed: UInt64?

    func validate() throws {
        try requirePositive(budget, "--budget")
        try requirePositive(budgetTokens.map(Double.init), "--budget-tokens")
        try requirePositive(budgetSteps.map(Double.init), "--budget-steps")
        try requirePositive(budgetTime, "--budget-time")
        for (list, name) in [(workers, "--workers"), (tag, "--tag")]
        where list?.allSatisfy({ $0 == "," || $0.isWhitespace }) == true {
            throw ValidationError("\(name) names nobody; leave it out to restrict nothing.")
        }
        if let maxPrice, !(maxPrice >= 0 && maxPrice.isFinite) {
            throw ValidationError("--max-price must not be negative; it is \(maxPrice).")
        }
        if let rounds, !(1...10).contains(rounds) {
            throw ValidationError("--rounds must be from 1 to 10; it is \(rounds).")
        }
        if let nesting, !(0...5).contains(nesting) {
            throw ValidationError("--nesting must be from 0 to 5; it is \(nesting).")
        }
    }

    private func requirePositive(_ value: Double?, _ name: String) throws {
        guard let value, !(value > 0 && value.isFinite) else { return }
        let whole = value == value.rounded() && abs(value) < 1e15
        throw ValidationError(
            "\(name) must be greater than 0; it is \(whole ? "\(Int(value))" : "\(value)")."
        )
    }

    private var restriction: PoolRestriction {
        func list(_ text: String?) -> [String] {
            (text ?? "").split(separator: ",").map {
                String($0.drop(while: \.isWhitespace))
            }
        }
        return PoolRestriction(
            workers: list(workers),
            tags: list(tag),
            isLocalOnly: localOnly,
            mostPicodollars: maxPrice.map(Price.picounits(perMillion:))
        )
    }

    /// A question that is answered so.
    func request(_ question: String = "") -> RunRequest {
        var request = RunRequest(question)
        request.pool = pool
        request.restriction = restriction
        request.conductor = conductor
        request.policy.variant = variant
        request.policy.onFailure = onFailure
        request.policy.onBudget = onBudget
        request.policy.asksApproval = ask
        request.limits.rounds = rounds
        request.limits.nesting = nesting
        request.limits.budget = Budget(
            picodollars: budget.map { Int64(min($0, 1e6) * 1e12) },
            tokens: budgetTokens,
            steps: budgetSteps,
            milliseconds: budgetTime.map { Int(min($0, 1e9) * 1000) }
        )
        request.seed = seed
        return request
    }
}

extension RunPolicy.Variant: ExpressibleByArgument {}
extension RunPolicy.Failure: ExpressibleByArgument {}
extension RunPolicy.Exhaustion: ExpressibleByArgument {}
