import ArgumentParser
import CellUI
import PodiumConfiguration
import PodiumPolicy
import PodiumStudio

/// `podium policy`: the learned policy that conducts.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract:
            "Show the learned policy that conducts: how it was made, where it decides, whom it knows."
    )

    @OptionGroup var places: PlaceOptions

    @Argument(help: ArgumentHelp("Show this policy instead.", valueName: "file"))
    var file: String?

    func run() throws {
        let configuration = try places.resolved.loadConfiguration()
        let user = try UserPolicy(places: places.resolved, settings: configuration.learning)
        let policy: LearnedPolicy
        if let file {
            do throws(LearnedPolicy.Invalid) {
                policy = try LearnedPolicy(contentsOf: file)
            } catch {
                throw Failure(
                    "\(visible(file, keepingNewlines: false)) cannot be used: \(error).",
                    status: .usage
                )
            }
        } else {
            policy = try user.policy()
        }
        let place = file ?? user.file ?? "comes with Podium"
        let lines =
            ["from: \(place)"]
            + PolicyCard(
                policy,
                mode: configuration.learning.mode,
                examples: try LearnedExamples(at: places.resolved).all()
            ).lines
        StandardStream.output.write(
            visible(lines.joined(separator: "\n"), keepingNewlines: true) + "\n"
        )
    }
}
