import ArgumentParser
import PodiumCore
import PodiumStore
import PodiumStudio

/// `podium resume`: goes on with a session whose process has ended, or that gave no answer.
struct ResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Go on with a session whose process has ended, or that gave no answer.",
        discussion: """
            What was finished is kept and not paid for again. Calls that were under way are made \
            once more, and after an end without an answer those that had failed. A session that a \
            live process runs is not taken from it: watch it, or send it overrides.

            After an end without an answer a decision may follow, in the words of podium override; \
            then only what it is about is done again:
              podium resume 2026 reroute 3 sage
              podium resume 2026 budget usd=0.5
            """
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "A session's id, or the beginning of one.")
    var session: String

    @Argument(help: "A decision, such as: retry 3")
    var decision: [String] = []

    func run() throws {
        let studio = try places.studio()
        let id = try studio.archive.find(session)
        throw try SessionTeller.goOn(
            with: id,
            deciding: decision.isEmpty ? nil : request(in: id, of: studio),
            in: studio,
            output.printer(for: id)
        )
    }

    private func request(in id: SessionID, of studio: Studio) throws -> OverrideRequest {
        let events = try studio.store.events(of: id, after: 0, limit: .max)
        let state = events.reduce(into: SessionState(id: id)) { $0.apply($1) }
        guard let reopened = state.reopened else {
            throw Failure(
                "session \(id) has no end without an answer, after which something could be decided."
                    + " podium resume \(id) goes on with it if its process has ended."
            )
        }
        do {
            let override = try OverrideWords.read(decision, in: reopened)
            // Whether it can be done is told here, and not by a run that does not go on.
            _ = try OverridePreview(override, in: reopened)
            return Person.request(override, basedOn: state.sequence)
        } catch let error as OverrideWords.Failure {
            throw Failure("\(error.description) See podium override --help.", status: .usage)
        } catch let error as OverrideRefusal {
            throw Failure(error.reason)
        }
    }
}
