import ArgumentParser
import CellUI
import PodiumCore
import PodiumPrices
import PodiumStudio

extension PricesCommand {
    /// `podium prices update`: takes prices from a file into the user's own list.
    struct Update: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take prices from a file into your own list, and say what is other.",
            discussion: """
                FILE is LiteLLM's model_prices_and_context_window.json, genai-prices' data.json, or \
                in Podium's own format; which of them is recognized. Nothing is fetched.
                """
        )

        @OptionGroup var places: PlaceOptions

        @Option(help: ArgumentHelp("The file with the prices.", valueName: "file"))
        var from: String

        @Flag(help: "Only say what would change.") var dryRun = false

        func run() throws {
            let prices = try UserPrices(places: places.resolved)
            let own = try prices.own()
            let file = try read()
            let changes = PriceList.shipped.merging(own).changes(
                to: file.list,
                on: UserPrices.today
            )
            say(changes)
            say(file)
            let total =
                "\(changes.added.count) new, \(changes.changed.count) changed,"
                + " \(changes.unchanged) unchanged"
            guard !dryRun else {
                StandardStream.output.write("\(total). Nothing was written.\n")
                return
            }
            guard !changes.models.isEmpty else {
                StandardStream.output.write("\(total). There is nothing to write.\n")
                return
            }
            try prices.save(own.merging(changes.models))
            let path = visible(prices.path, keepingNewlines: false)
            StandardStream.output.write("\(total). Written to \(path).\n")
        }

        private func read() throws -> PriceImport {
            let file: PriceImport
            do {
                file = try PriceFile.load(path: from, on: UserPrices.today)
            } catch {
                throw Failure("\(error)", status: .usage)
            }
            guard file.list.isEmpty else { return file }
            let reason = file.refusals.first.map { " The first: \($0.model): \($0.reason)." } ?? ""
            throw Failure(
                "\(from), which is in the format of \(file.format.rawValue), has no price that Podium"
                    + " can use: \(file.refusals.count) refused, \(file.skipped) of other vendors or"
                    + " kinds.\(reason)",
                status: .usage
            )
        }

        // MARK: Saying what is other

        private func say(_ changes: PriceList.Changes) {
            for model in changes.added { say("new      ", model, words(for: model)) }
            for change in changes.changed {
                let (old, new) = (words(for: change.old), words(for: change.new))
                let words = old == new ? "\(new), other tiers or days" : "\(old) → \(new)"
                say("changed  ", change.new, words)
            }
        }

        private func say(_ what: String, _ model: ModelPrices, _ words: String) {
            let name = visible("\(model.vendor.rawValue) \(model.model)", keepingNewlines: false)
            StandardStream.output.write("\(what)\(name): \(words)\n")
        }

        private func say(_ file: PriceImport) {
            for refusal in file.refusals {
                let text = visible("\(refusal.model): \(refusal.reason)", keepingNewlines: false)
                StandardStream.error.write("refused  \(text)\n")
            }
            StandardStream.output.write(
                "\(file.format.rawValue): \(file.list.count) models read, \(file.refusals.count)"
                    + " refused, \(file.skipped) of other vendors or kinds skipped\n"
            )
        }

        /// `$2.5 in, $15 out`: what a model costs today.
        private func words(for model: ModelPrices) -> String {
            guard let price = model.price(on: UserPrices.today) else { return "no price today" }
            return "$\(PriceText.perMillion(price.input)) in,"
                + " $\(PriceText.perMillion(price.output)) out"
        }
    }
}
