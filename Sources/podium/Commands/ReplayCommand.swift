import ArgumentParser
import PodiumCore
import PodiumStudio

/// `podium replay`: a stored session on the same screen, or told.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Watch a stored session again.",
        discussion: """
            It only reads: nothing is called and nothing is paid for. Without a session it lists those \
            that are stored and those that come with the program.
            """
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var look: LookOptions

    @Argument(help: "A session's id, the beginning of one, or the path of a recorded session.")
    var session: String?

    func run() throws {
        guard let session else { return try choose() }
        let found = try StoredSession(named: session, at: places.resolved)
        guard output.plain || output.json || !StandardStream.output.isTerminal else {
            return try WorkbenchLoop.run(
                at: places.resolved,
                look: look,
                start: .replay(found.id, found.rest())
            )
        }
        var printer = output.printer(for: found.id, at: places.resolved)
        while let event = try found.next() { guard printer.show(event) else { return } }
    }

    private func choose() throws {
        guard StandardStream.output.isTerminal, !output.plain, !output.json else {
            throw Failure(
                "say which session: its id, or a file. `podium sessions list` lists them.",
                status: .usage
            )
        }
        try WorkbenchLoop.run(
            at: places.resolved,
            look: look,
            start: .recordings(Recording.all(at: places.resolved))
        )
    }
}
