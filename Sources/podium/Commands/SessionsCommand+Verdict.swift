import ArgumentParser
import PodiumCore
import PodiumEngine
import PodiumStore
import PodiumStudio

extension SessionsCommand {
    /// `podium sessions verdict`: says whether a session's answer is right.
    struct Judge: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verdict",
            abstract: "Say whether a session's answer is right or wrong, or take that back.",
            discussion: "podium scores shows how the workers have done by that."
        )

        enum Choice: String, ExpressibleByArgument, CaseIterable {
            case right, wrong, none

            var isRight: Bool? {
                switch self {
                case .right: true
                case .wrong: false
                case .none: nil
                }
            }
        }

        @OptionGroup var places: PlaceOptions

        @Argument(help: "A session's id, or the beginning of one.")
        var session: String

        @Argument(help: "right, wrong, or none to take a verdict back.")
        var verdict: Choice

        func run() throws {
            let archive = try places.archive()
            let id = try archive.find(session)
            let given = verdict.isRight.map {
                Person.verdict(isRight: $0, at: SystemEnvironment().now())
            }
            try archive.store.setVerdict(given, on: id)
            StandardStream.output.write(
                given == nil
                    ? "Session \(id) has no verdict now.\n"
                    : "The answer of session \(id) is \(verdict.rawValue), as you say.\n"
            )
        }
    }
}
