import ArgumentParser
import CellUI
import Foundation
import PodiumGym
import PodiumPolicy
import PodiumTraining

/// `podium train`: a conductor's policy, learned from what answers were worth and what they cost.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Learn who to ask, from problems of the gym, and write the policy to a file.",
        discussion: """
            The policy is trained by whether final answers were right and what they cost. `podium gym \
            headroom --policy FILE` measures it on problems that training never shows.
            """
    )

    @Option(help: ArgumentHelp("Write the policy to this file.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("How many problems are trained on.", valueName: "n"))
    var problems = 2_400

    @Option(help: ArgumentHelp("How often all of them are gone through.", valueName: "n"))
    var epochs = 24

    @Option(help: ArgumentHelp("The same seed gives the same policy.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "What a thousandth of a nominal unit counts against a right answer.",
            valueName: "share"
        )
    )
    var price: Double = 0.004

    func validate() throws {
        guard (10...100_000).contains(problems) else {
            throw ValidationError("--problems is 10 to 100000.")
        }
        guard (1...1_000).contains(epochs) else { throw ValidationError("--epochs is 1 to 1000.") }
        guard (0...1).contains(price) else { throw ValidationError("--price is 0 to 1.") }
    }

    func run() throws {
        var settings = ExactTraining.Settings()
        settings.problems = problems
        settings.epochs = epochs
        settings.seed = seed
        settings.price = Float(price)
        // Not told after all the work that there is no place for it.
        let folder = URL(fileURLWithPath: output).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw Failure(
                "the policy cannot be written to \(visible(folder, keepingNewlines: false)): there is no"
                    + " such folder, or it may not be written to.",
                status: .usage
            )
        }
        StandardStream.error.write("Asking every worker about \(problems) problems …\n")
        var training = ExactTraining(settings)
        StandardStream.error.write("epoch  utility  right   cost     bits\n")
        let policy = training.run { progress in
            let line = String(
                format: "%5d  %7.3f  %4.1f %%  %7.3f  %5.2f\n",
                progress.epoch + 1,
                progress.utility,
                progress.accuracy * 100,
                progress.cost,
                progress.entropy
            )
            StandardStream.error.write(line)
        }
        do {
            try policy.data.write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw Failure(
                "the policy cannot be written to \(visible(output, keepingNewlines: false)): \(visible(error.localizedDescription, keepingNewlines: false))"
            )
        }
        StandardStream.output.write("\(visible(output, keepingNewlines: false))\n")
    }
}
