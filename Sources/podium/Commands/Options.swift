import ArgumentParser

/// Where things are: the options every command has.
struct PlaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read this configuration file.", valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "Keep sessions in this directory (also: PODIUM_DATA).",
            valueName: "dir"
        )
    )
    var data: String?
}

/// How a question is answered: overrides of the configuration.
struct RunOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The pool of workers to use.", valueName: "name"))
    var pool: String?

    @Option(
        help: ArgumentHelp(
            "Who writes the workflow: embedded, a worker's name, or a plan file.",
            valueName: "conductor"
        )
    )
    var conductor: String?

    @Option(help: ArgumentHelp("Stop when this many US dollars are spent.", valueName: "usd"))
    var budget: Double?

    @Option(help: ArgumentHelp("Stop when this many tokens are used.", valueName: "count"))
    var budgetTokens: Int?

    @Option(help: ArgumentHelp("Make seeded workers repeat a run exactly.", valueName: "number"))
    var seed: UInt64?

    func validate() throws {
        if let budget, !(budget > 0 && budget.isFinite) {
            throw ValidationError("--budget must be greater than 0; it is \(budget).")
        }
        if let budgetTokens, budgetTokens <= 0 {
            throw ValidationError("--budget-tokens must be greater than 0; it is \(budgetTokens).")
        }
    }
}
