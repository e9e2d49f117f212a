import ArgumentParser

/// How the questions of a set are asked: the options of every command that asks them.
struct AskingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The pool that is asked.", valueName: "name"))
    var pool: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Only so many questions.", valueName: "n"))
    var number: Int?

    @Option(help: ArgumentHelp("US dollars at most, in all.", valueName: "usd"))
    var budget: Double?

    @Option(help: ArgumentHelp("How many at once.", valueName: "n"))
    var parallel = 4

    @Option(
        help: ArgumentHelp(
            "The order of choices, where the right one stands first.",
            valueName: "n"
        )
    )
    var seed: UInt64 = 0

    func validate() throws {
        guard (1...1_000_000).contains(number ?? 1), (1...64).contains(parallel) else {
            throw ValidationError("--number is 1 to 1000000, --parallel 1 to 64.")
        }
        guard let budget else { return }
        guard budget > 0, budget <= 1_000_000 else {
            throw ValidationError("--budget is more than 0 and at most 1000000.")
        }
    }
}
