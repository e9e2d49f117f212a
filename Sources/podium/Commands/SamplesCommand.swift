import ArgumentParser
import PodiumPolicy

/// `podium samples`: questions to try.
struct SamplesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samples",
        abstract: "List the sample questions."
    )

    func run() throws {
        for sample in Samples.all {
            StandardStream.output.write("\(sample.title)\n  \(sample.question)\n\n")
        }
    }
}
