import ArgumentParser
import CellUI
import PodiumCore
import PodiumPrices
import PodiumStudio

/// `podium prices`: what vendors charge.
struct PricesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prices",
        abstract: "List what vendors charge for their models, or bring that up to date.",
        subcommands: [List.self, Update.self],
        defaultSubcommand: List.self
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the prices in force today, in US dollars per million tokens."
        )

        @OptionGroup var places: PlaceOptions

        @Option(help: ArgumentHelp("Only what this vendor sells.", valueName: "vendor"))
        var vendor: String?

        @Option(help: ArgumentHelp("Only models with this in their name.", valueName: "text"))
        var model: String?

        @Flag(help: "Print the list in Podium's own format, with prices of other days too.")
        var json = false

        func validate() throws {
            guard let vendor, PriceVendor(named: vendor) == nil else { return }
            let known = PriceVendor.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("there is no vendor \(vendor). Podium knows: \(known).")
        }

        func run() throws {
            let vendor = vendor.flatMap(PriceVendor.init(named:))
            let text = model?.lowercased()
            let list = try UserPrices(places: places.resolved).all().filter { entry in
                (vendor == nil || entry.vendor == vendor)
                    && text.map { entry.model.lowercased().contains($0) } ?? true
            }
            if json {
                StandardStream.output.write(JSONLine.escaped(list.json))
                return
            }
            guard !list.isEmpty else {
                StandardStream.error.write(
                    "No price is known that fits. A worker's own is its price in the configuration.\n"
                )
                return
            }
            StandardStream.output.write(PriceTable(list, on: UserPrices.today).text)
        }
    }
}
