import ArgumentParser
import CellUI
import FoundationEssentials
import PodiumCore
import PodiumStore
import Workbench

/// `podium sessions`: what was asked before.
struct SessionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: "List and show stored sessions.",
        subcommands: [List.self, Show.self],
        defaultSubcommand: List.self
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List sessions, the latest first."
        )

        @OptionGroup var places: PlaceOptions
        @Flag(help: "Print one JSON object a line.") var json = false
        @Option(name: .shortAndLong, help: "Show at most this many.") var limit = 50

        func validate() throws {
            if limit <= 0 { throw ValidationError("--limit must be greater than 0.") }
        }

        func run() throws {
            let sessions =
                try Composition.existingStore(places: places)?.sessions(limit: limit) ?? []
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                for session in sessions {
                    let data = try encoder.encode(SessionRecord(session))
                    let line = JSONLine.escaped(String(decoding: data, as: UTF8.self))
                    StandardStream.output.write(line + "\n")
                }
                return
            }
            if sessions.isEmpty {
                StandardStream.error.write("There are no sessions yet. Ask something: podium\n")
            }
            for session in sessions {
                let status = session.status.rawValue
                let padding = String(repeating: " ", count: max(1, 12 - status.count))
                let question = visible(Format.oneLine(session.question), keepingNewlines: false)
                StandardStream.output.write(
                    "\(session.id)  \(status)\(padding)\(truncated(question, to: 60))\n"
                )
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell a session in plain sentences, or as JSON Lines."
        )

        @OptionGroup var places: PlaceOptions
        @Flag(help: "Print each event as one JSON object a line.") var json = false
        @Argument(help: "A session's id, or the beginning of one.") var session: String

        func run() throws {
            let found = try SessionSource(text: session, places: places).load()
            var printer = SessionPrinter(session: found.id, isJSON: json)
            for event in found.events where !printer.show(event) { return }
            guard !json, printer.outcome == nil else { return }
            StandardStream.output.write(
                "The session has no end: it is still running, or it was interrupted.\n"
            )
        }
    }
}

/// A session's line in `podium sessions list --json`.
private struct SessionRecord: Encodable {
    var session: String
    var question: String
    var status: String
    var opened: String
    var updated: String
    var events: Int
    var answer: String?
    var usage: Usage
    var cost: Cost

    init(_ summary: SessionSummary) {
        session = summary.id.rawValue
        question = summary.question
        status = summary.status.rawValue
        opened = summary.openedAt.calendar.rfc3339
        updated = summary.updatedAt.calendar.rfc3339
        events = summary.eventCount
        answer = summary.answer
        usage = summary.usage
        cost = summary.cost
    }
}
