import ArgumentParser
import PodiumConfiguration
import PodiumCore
import PodiumGateway
import PodiumStudio
import Workbench

/// `podium keys`: who may ask the endpoint.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Make, list and remove the keys of the endpoint's clients.",
        discussion: """
            As long as there is no key, whoever reaches this machine's own address may ask. With the \
            first one every request needs a key. A running server hears of changes by itself.

            A hash of each key is kept beside the sessions, and never the key.
            """,
        subcommands: [List.self, Add.self, Remove.self],
        defaultSubcommand: List.self
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the clients, and what their runs have cost."
        )

        @OptionGroup var places: PlaceOptions
        @Flag(help: "Print one JSON object a line.") var json = false

        func run() throws {
            let file = KeyFile(directory: try places.resolved.data)
            let keys = try file.keys()
            if keys.isEmpty {
                StandardStream.error.write(
                    "There are no keys yet, so whoever reaches this machine's own address may ask."
                        + " Make one: podium keys add NAME\n"
                )
                return
            }
            let spent = try file.spent()
            let rows = keys.map { KeyRow($0, spent: spent[$0.id] ?? 0) }
            StandardStream.output.write(try rows.output(asJSON: json))
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a key for a client, and print it this once."
        )

        @OptionGroup var places: PlaceOptions
        @Argument(help: "The client's name: letters, digits, '.', '_' and '-'.")
        var name: String
        @Option(
            help: ArgumentHelp("What its runs may cost in all, in US dollars.", valueName: "usd")
        )
        var budget: Double?
        @Option(
            help: ArgumentHelp(
                "Pools, and workers that it may ask by their names; all when left out.",
                valueName: "a,b"
            )
        )
        var pools: String?
        @Option(help: ArgumentHelp("Requests a minute.", valueName: "count"))
        var requestsPerMinute: Int?

        func validate() throws {
            guard ClientKey.isName(name) else {
                throw ValidationError(
                    "A client's name has letters, digits, '.', '_' and '-', and"
                        + " \(ClientKey.nameLimit) at most."
                )
            }
            if let budget, !(1e-6...1e6).contains(budget) {
                throw ValidationError("--budget is from 0.000001 to 1000000 US dollars.")
            }
            if let requestsPerMinute, !(1...1_000_000).contains(requestsPerMinute) {
                throw ValidationError("--requests-per-minute is a number from 1 to 1000000.")
            }
            if pools != nil, names.isEmpty { throw ValidationError("--pools names nothing.") }
        }

        private var names: [String] {
            (pools ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        }

        func run() throws {
            try requireKnown(names)
            let key = try KeyFile(directory: places.resolved.data).add(
                name,
                ClientKey.Limits(
                    budget: budget.map { Int64(($0 * 1e12).rounded()) },
                    pools: names,
                    requestsPerMinute: requestsPerMinute
                )
            )
            StandardStream.error.write("podium: this key of \(name) is not shown again.\n")
            StandardStream.output.write("\(key)\n")
        }

        private func requireKnown(_ names: [String]) throws {
            guard !names.isEmpty else { return }
            let configuration = try places.resolved.loadConfiguration()
            let pools = [Configuration.defaultPool] + configuration.pools.map(\.name)
            for name in names
            where !pools.contains(name) && configuration.worker(named: name) == nil {
                throw Failure(
                    "there is no pool and no worker \(name). The pools are"
                        + " \(Set(pools).sorted().joined(separator: ", ")).",
                    status: .usage
                )
            }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove a client's key: it may not ask any more."
        )

        @OptionGroup var places: PlaceOptions
        @Argument(help: "The client's name.")
        var name: String

        func run() throws {
            guard try KeyFile(directory: places.resolved.data).remove(name) else {
                throw Failure("there is no key of \(name). See `podium keys list`.")
            }
        }
    }
}

/// One client, as the list shows it.
private struct KeyRow: TableRow {
    static let titles = ["client", "made", "budget $", "spent $", "a minute", "pools"]

    var name: String
    /// Which key it is; no secret.
    var id: String
    var created: String
    /// US dollars; nil for any.
    var budget: Double?
    var spent: Double
    var requestsPerMinute: Int?
    /// Pools and workers; empty for all.
    var pools: [String]

    init(_ key: ClientKey, spent: Int64) {
        name = key.name
        id = key.id
        created = key.created.calendar.rfc3339Seconds
        budget = key.limits.budget.map { Cost(picodollars: $0).usd }
        self.spent = Cost(picodollars: spent).usd
        requestsPerMinute = key.limits.requestsPerMinute
        pools = key.limits.pools
    }

    var cells: [String] {
        [
            name, created, budget.map(Format.money) ?? "–", Format.money(spent),
            requestsPerMinute.map(String.init) ?? "–",
            pools.isEmpty ? "all" : pools.joined(separator: ", "),
        ]
    }
}
