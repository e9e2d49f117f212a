import ArgumentParser
import CellUI
import Foundation
import PodiumConfiguration
import PodiumCore
import PodiumProviders
import PodiumStore
import PodiumStudio
import Workbench

/// `podium models`: who there is to work with.
struct ModelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "List the workers, or the models that providers serve.",
        subcommands: [List.self, Discover.self],
        defaultSubcommand: List.self
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the workers of a pool with their prices and how they have done."
        )

        /// The latest calls of each worker that its health rests on.
        private static let callLimit = 200

        @OptionGroup var places: PlaceOptions
        @Option(help: ArgumentHelp("The pool.", valueName: "name"))
        var pool = Configuration.defaultPool
        @Flag(help: "Print one JSON object a line.") var json = false

        func run() throws {
            let configuration = try places.resolved.loadConfiguration()
            let workers = try configuration.pool(named: pool)
            let health =
                try SessionArchive(at: places.resolved)?.store
                .health(of: workers.map(\.name), limit: Self.callLimit) ?? []
            let rows = workers.map { worker in
                WorkerRow(worker, health.first { $0.worker == worker.name })
            }
            StandardStream.output.write(try rows.output(asJSON: json))
        }
    }

    struct Discover: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask providers and the servers on this machine which models they serve.",
            discussion: """
                Asks each provider of the configuration, and the ports at which Ollama, llama.cpp, \
                vLLM and LM Studio usually listen.
                """
        )

        @OptionGroup var places: PlaceOptions
        @Flag(help: "Print one JSON object a line.") var json = false
        @Option(
            help: ArgumentHelp(
                "Show at most this many of each provider (20; with --json, all).",
                valueName: "count"
            )
        )
        var limit: Int?

        func validate() throws {
            if let limit, limit <= 0 { throw ValidationError("--limit must be greater than 0.") }
        }

        func run() throws {
            let configuration = try places.resolved.loadConfiguration()
            let targets = ProviderSearch.targets(of: configuration)
            let search = ProviderSearch(targets: targets)
            StandardStream.error.write(search.announcement)
            let answers = try waitForTask { await search.run() }
            for answer in answers {
                StandardStream.output.write(
                    json ? try answer.jsonLines(limit: limit) : answer.text(limit: limit)
                )
            }
            guard !answers.contains(where: \.hasModels) else { return }
            throw Failure(
                "no provider lists a model. "
                    + (configuration.providers.isEmpty
                        ? "Set a vendor's key in the environment and run `podium setup`, or start a"
                            + " server such as Ollama."
                        : "See `podium doctor` for the keys, and \(configuration.file ?? "the configuration")"
                            + " for the addresses.")
            )
        }
    }
}

/// One worker, as the list shows it.
private struct WorkerRow: TableRow {
    static let titles = [
        "worker", "provider", "model", "$/M in", "$/M out", "calls", "ok", "first", "median",
        "9 in 10",
        "tok/s",
    ]

    var name: String
    var provider: String
    var model: String
    var strengths: String
    var tags: [String]
    var isLocal: Bool
    /// US dollars per million tokens; nil when unknown, or when it costs no money.
    var inputPrice: Double?
    var outputPrice: Double?
    /// Of the latest calls, whatever the session.
    var calls: Int
    var successRate: Double?
    var failures: [String: Int]
    /// Seconds to the first text, and to the end.
    var secondsToFirstText: WorkerHealth.Quantiles?
    var seconds: WorkerHealth.Quantiles?
    var tokensPerSecond: Double?
    private var hasPrice: Bool

    init(_ worker: Worker, _ health: WorkerHealth?) {
        name = worker.name
        provider = worker.provider
        model = worker.model
        strengths = worker.strengths
        tags = worker.tags
        isLocal = worker.isLocal
        hasPrice = worker.price != nil
        calls = health?.calls ?? 0
        successRate = health?.successRate
        failures = Dictionary(
            uniqueKeysWithValues: (health?.failures ?? [:]).map { ($0.key.rawValue, $0.value) }
        )
        secondsToFirstText = health?.secondsToFirstText
        seconds = health?.seconds
        tokensPerSecond = health?.tokensPerSecond
        guard let price = worker.price, price.currency == .usd else { return }
        inputPrice = Double(price.input) / 1e6
        outputPrice = Double(price.output) / 1e6
    }

    private enum CodingKeys: String, CodingKey {
        case name, provider, model, strengths, tags, isLocal, inputPrice, outputPrice, calls
        case successRate, failures, secondsToFirstText, seconds, tokensPerSecond
    }

    var cells: [String] {
        [
            name, provider, model, price(inputPrice), price(outputPrice), "\(calls)",
            successRate.map { "\(Int(($0 * 100).rounded(.down)))%" } ?? "–",
            time(secondsToFirstText?.median), time(seconds?.median), time(seconds?.ninetieth),
            tokensPerSecond.map { String(format: "%.0f", $0) } ?? "–",
        ]
    }

    private func price(_ dollars: Double?) -> String {
        guard let dollars else { return hasPrice ? "–" : "?" }
        return dollars == 0 ? "0" : String(format: "%g", dollars)
    }

    private func time(_ seconds: Double?) -> String {
        guard let seconds else { return "–" }
        return seconds < 1
            ? "\(Int((seconds * 1_000).rounded()))ms" : String(format: "%.1fs", seconds)
    }
}
