import ArgumentParser
import PodiumCore
import PodiumStudio

/// `podium replay`: a stored session on the same screen, or told.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Watch a stored session again.",
        discussion: "It only reads: nothing is called and nothing is paid for."
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var look: LookOptions

    @Argument(help: "A session's id, the beginning of one, or the path of a recorded session.")
    var session: String

    func run() throws {
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
}
