import ArgumentParser
import Glibc
import PodiumCore
import PodiumEngine
import PodiumStore

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
        let composition = try Composition(places: places)
        let id = try SessionSource(text: session, places: places).resolve(in: composition.store)
        let waker = EventWaker()
        let signals = SignalWatch([SIGINT, SIGTERM, SIGHUP], waker: waker)
        let runner = try composition.resume(id) { waker.wake() }
        let follower = RunFollower(
            runner: runner,
            printer: output.printer(for: id),
            waker: waker,
            signals: signals,
            reader: DecisionReader(policy: try policy(of: id, in: composition), waker: waker)
        )
        throw ExitStatus(try follower.follow())
    }

    private func policy(of id: SessionID, in composition: Composition) throws -> RunPolicy? {
        let first = try composition.store.events(of: id, after: 0, limit: 1).first
        guard case .sessionOpened(let opened)? = first?.fact else { return nil }
        return opened.policy
    }
}
