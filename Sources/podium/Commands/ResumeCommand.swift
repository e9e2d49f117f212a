import ArgumentParser
import PodiumStudio

/// `podium resume`: goes on with a session whose process has ended.
struct ResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Go on with a session whose process has ended.",
        discussion: """
            What was finished is kept and not paid for again; only calls that were under way are \
            made once more. A session that a live process runs is not taken from it: watch it, or \
            send it overrides.
            """
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "A session's id, or the beginning of one.")
    var session: String

    func run() throws {
        let studio = try places.studio()
        let id = try studio.archive.find(session)
        throw try SessionTeller.goOn(with: id, in: studio, output.printer(for: id))
    }
}
