import ArgumentParser
import Foundation
import PodiumCore
import PodiumEngine
import PodiumStore

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

            var value: AnswerVerdict.Value? {
                switch self {
                case .right: .right
                case .wrong: .wrong
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
            guard let store = try Composition.existingStore(places: places, readOnly: false) else {
                throw Failure("there are no sessions yet. Ask something: podium")
            }
            let id = try SessionSource(text: session, places: places).resolve(in: store)
            let given = verdict.value.map {
                AnswerVerdict($0, author: Person.name, time: SystemEnvironment().now())
            }
            try store.setVerdict(given, on: id)
            StandardStream.output.write(
                given == nil
                    ? "Session \(id) has no verdict now.\n"
                    : "The answer of session \(id) is \(verdict.rawValue), as you say.\n"
            )
        }
    }
}
