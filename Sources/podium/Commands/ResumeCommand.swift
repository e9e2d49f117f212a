import ArgumentParser
import PodiumCore
import PodiumStore
import PodiumStudio
import Workbench

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
        let state = try studio.store.events(of: id, after: 0, limit: .max)
            .reduce(into: SessionState(id: id)) { $0.apply($1) }
        let request = decision.isEmpty ? nil : try request(in: state)
        if request == nil { try requireBudget(in: state) }
        throw try SessionTeller.goOn(
            with: id,
            deciding: request,
            in: studio,
            output.printer(for: id, at: places.resolved)
        )
    }

    /// A run that its budget ended would end at once again.
    private func requireBudget(in state: SessionState) throws {
        guard let closed = state.closed, closed.outcome == .budget else { return }
        let words = "podium resume \(state.id) budget"
        throw Failure(
            "session \(state.id) has spent its budget of \(state.budget.summary). Raise it and go on:"
                + " \(words) usd=0.5 tokens=5000 steps=20 seconds=60 (one of them or more), or"
                + " without a limit: \(words) none",
            status: .budget
        )
    }

    private func request(in state: SessionState) throws -> OverrideRequest {
        let id = state.id
        guard state.closed?.outcome != .answered else {
            throw Failure("session \(id) has its answer; it cannot go on.")
        }
        guard let reopened = state.reopened else {
            throw Failure(
                "session \(id) has no end, after which something could be decided. podium resume \(id)"
                    + " goes on with it if its process has ended; podium override \(id) decides while"
                    + " it runs."
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
