import ArgumentParser
import CellUI
import PodiumCore
import PodiumStore
import PodiumStudio
import Workbench

/// `podium sessions`: what was asked before.
struct SessionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: "List, show, judge and verify stored sessions.",
        subcommands: [List.self, Show.self, Judge.self, Verify.self],
        defaultSubcommand: List.self
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List sessions, the latest first."
        )

        @OptionGroup var places: PlaceOptions
        @Flag(help: "Print one JSON object a line.") var json = false
        @Option(name: .shortAndLong, help: "Show at most this many.") var limit = 50
        @Flag(help: "Show those that podium eval and podium matrix asked to measure somebody, too.")
        var all = false

        func validate() throws {
            if limit <= 0 { throw ValidationError("--limit must be greater than 0.") }
        }

        func run() throws {
            let store = try SessionArchive(at: places.resolved)?.store
            let sessions =
                try (all ? store?.sessions(limit: limit) : store?.asked(limit: limit)) ?? []
            if json {
                for session in sessions {
                    StandardStream.output.write(try JSONLine.line(SessionRecord(session)))
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
                let client = session.client.map { "  (\($0.name.isEmpty ? "a client" : $0.name))" }
                StandardStream.output.write(
                    "\(session.id)  \(status)\(padding)\(truncated(question, to: 60))"
                        + visible(client ?? "", keepingNewlines: false) + "\n"
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
            let found = try StoredSession(named: session, at: places.resolved)
            var printer = SessionPrinter(
                session: found.id,
                isJSON: json,
                look: json ? nil : TerminalLook(at: places.resolved)
            )
            while let event = try found.next() { guard printer.show(event) else { return } }
            guard !json, printer.closed == nil else { return }
            StandardStream.output.write(
                "The session has no end: it is still running, or it was interrupted.\n"
            )
        }
    }
}

extension SessionsCommand {
    /// `podium sessions verify`: folds a session again and checks that it is sound.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a session: fold it again, and hold it against every rule of a run."
        )

        @OptionGroup var places: PlaceOptions
        @Argument(help: "A session's id, the beginning of one, or a file.") var session: String

        func run() throws {
            let found = try StoredSession(named: session, at: places.resolved)
            let store = found.isFile ? nil : try SessionArchive(at: places.resolved)?.store
            var listed = try store?.session(found.id)
            var audit = SessionAudit(session: found.id)
            while let event = try found.next() { audit.check(event) }
            if !found.isFile { audit.checkWhole() }
            if audit.state.isClosed { listed = try store?.session(found.id) }
            // Of a session that runs the events are ahead of what the list said before.
            if let listed, audit.state.isClosed || audit.state.sequence <= listed.eventCount {
                audit.check(listed)
            }
            for finding in audit.findings {
                let text = visible(finding.text, keepingNewlines: false)
                StandardStream.output.write("event \(finding.sequence): \(text)\n")
            }
            guard audit.findings.isEmpty else {
                let count = audit.findings.count
                throw Failure(
                    "session \(found.id) is not sound: \(count) \(count == 1 ? "finding" : "findings")."
                )
            }
            let end = audit.state.closed.map { "ended: \($0.outcome.rawValue)" } ?? "no end yet"
            let unknown = audit.state.unknownEvents
            StandardStream.output.write(
                "Session \(found.id) is sound: \(audit.state.sequence) events, \(end)."
                    + (unknown > 0 ? " \(unknown) of a later version were not checked." : "")
                    + (audit.isByTheseRules ? "" : " Podium decided by other rules then.")
                    + "\n"
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
    /// `right` or `wrong`, as a person says.
    var verdict: AnswerVerdict.Value?
    /// Of what a client of the endpoint asked: the name of its key (empty where it had none), the API and
    /// the model.
    var client: SessionSummary.Client?

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
        verdict = summary.verdict?.value
        client = summary.client
    }
}
