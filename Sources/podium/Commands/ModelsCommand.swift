import ArgumentParser
import CellUI
import Foundation
import PodiumConfiguration
import PodiumCore
import PodiumProviders
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

        @OptionGroup var places: PlaceOptions
        @Option(help: ArgumentHelp("The pool.", valueName: "name"))
        var pool = Configuration.defaultPool
        @Flag(help: "Print one JSON object a line.") var json = false

        func run() throws {
            let configuration = try Composition.configuration(places: places)
            let workers: [Worker]
            do {
                workers = try configuration.pool(named: pool)
            } catch {
                throw Failure(error.description, status: .usage)
            }
            let rows = workers.map(WorkerRow.init)
            if json {
                for row in rows { StandardStream.output.write(try row.jsonLine()) }
            } else {
                StandardStream.output.write(TextTable(WorkerRow.titles, rows.map(\.cells)).text)
            }
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
        @Option(help: ArgumentHelp("Show at most this many of each provider.", valueName: "count"))
        var limit = 20

        func validate() throws {
            if limit <= 0 { throw ValidationError("--limit must be greater than 0.") }
        }

        func run() throws {
            let configuration = try Composition.configuration(places: places)
            let targets = try ProviderSearch.targets(of: configuration)
            let answers = waitForTask { await ProviderSearch(targets: targets).run() }
            if json {
                for answer in answers { StandardStream.output.write(try answer.jsonLines()) }
                return
            }
            for answer in answers { StandardStream.output.write(answer.text(limit: limit)) }
            if !answers.contains(where: \.hasModels) {
                StandardStream.error.write(
                    "No provider answered. Set a vendor's key in the environment and run"
                        + " `podium setup`, or start a server such as Ollama.\n"
                )
            }
        }
    }
}

/// One worker, as the list shows it.
private struct WorkerRow: Encodable {
    static let titles = ["worker", "provider", "model", "$/M in", "$/M out", "where"]

    var name: String
    var provider: String
    var model: String
    var strengths: String
    var tags: [String]
    var isLocal: Bool
    /// US dollars per million tokens; nil when unknown, or when it costs no money.
    var inputPrice: Double?
    var outputPrice: Double?
    private var isSpecialist: Bool

    init(_ worker: Worker) {
        name = worker.name
        provider = worker.provider
        model = worker.model
        strengths = worker.strengths
        tags = worker.tags
        isLocal = worker.isLocal
        isSpecialist = worker.isSpecialist
        guard let price = worker.price, price.currency == .usd else { return }
        inputPrice = Double(price.input) / 1e6
        outputPrice = Double(price.output) / 1e6
    }

    private enum CodingKeys: String, CodingKey {
        case name, provider, model, strengths, tags, isLocal, inputPrice, outputPrice
    }

    var cells: [String] {
        [
            name, provider, model, price(inputPrice), price(outputPrice),
            isLocal ? "this machine" : "remote",
        ]
    }

    private func price(_ dollars: Double?) -> String {
        guard let dollars else { return isSpecialist ? "–" : "?" }
        return dollars == 0 ? "0" : String(format: "%g", dollars)
    }

    func jsonLine() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return JSONLine.escaped(String(decoding: try encoder.encode(self), as: UTF8.self)) + "\n"
    }
}
