import ArgumentParser
import PodiumStudio

/// `podium watch`: tells a session that another process runs, while it runs.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Watch a session that another process runs."
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "A session's id, or the beginning of one.")
    var session: String

    func run() throws {
        let archive = try places.archive()
        let id = try archive.find(session)
        var teller = SessionTeller(output.printer(for: id, at: places.resolved))
        throw try teller.tell(archive.follow(id))
    }
}
