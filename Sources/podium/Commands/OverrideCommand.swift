import ArgumentParser
import PodiumCore
import PodiumStore
import PodiumStudio

/// `podium override`: decides something in a session that another process runs.
struct OverrideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "override",
        abstract: "Decide something in a running session: reroute, edit, approve, finish, …",
        discussion: OverrideWords.forms.map { "\($0.form)\n    \($0.meaning)" }
            .joined(separator: "\n")
            + "\n\nA step is its number in the current workflow, or its id such as s7."
    )

    /// A live owner looks into its inbox many times a second.
    private static let patience = Duration.seconds(30)

    @OptionGroup var places: PlaceOptions

    @Option(help: ArgumentHelp("Decide in this name.", valueName: "name"))
    var author: String?

    @Option(
        help: ArgumentHelp(
            "The last event you have seen: refuse if the step has changed since.",
            valueName: "event"
        )
    )
    var basedOn: Int?

    @Argument(help: "A session's id, or the beginning of one.")
    var session: String

    @Argument(parsing: .remaining, help: "The override, such as: reroute 2 linguist")
    var words: [String]

    func run() throws {
        let archive = try places.archive()
        let id = try archive.find(session)
        try archive.requireRunning(id)
        let request = try request(for: id, in: archive.store)
        switch try ask(request, of: id, in: archive) {
        case .applied(let sequence):
            StandardStream.output.write("Done, as event \(sequence).\n")
        case .refused(let reason): throw Failure(reason)
        case .ended: throw Failure("session \(id) ended before it could be changed.")
        case .unread:
            throw Failure(
                "the process that runs session \(id) could not read the request: it is another version"
                    + " of Podium."
            )
        case .unanswered:
            throw Failure(
                "the process that runs session \(id) has not answered for \(Self.patience); the"
                    + " request waits for it. podium watch \(id) shows what comes of it."
            )
        }
    }

    func validate() throws {
        if let basedOn, basedOn < 1 {
            throw ValidationError("--based-on must be an event's number; it is \(basedOn).")
        }
        guard let author else { return }
        let isName =
            author.contains { !$0.isWhitespace } && author.count <= 64
            && author.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        if !isName {
            throw ValidationError("--author must be a name of at most 64 characters.")
        }
    }

    private func request(
        for id: SessionID,
        in store: SQLiteEventStore
    ) throws -> OverrideRequest {
        var events = try store.events(of: id, after: 0, limit: .max)
        if let basedOn {
            guard basedOn <= events.count else {
                throw Failure(
                    "event \(basedOn) has not happened yet; the last one is \(events.count).",
                    status: .usage
                )
            }
            // A step's number is meant as it was shown then.
            events = Array(events.prefix(basedOn))
        }
        let state = events.reduce(into: SessionState(id: id)) { $0.apply($1) }
        do throws(OverrideWords.Failure) {
            let override = try OverrideWords.read(words, in: state)
            return Person.request(
                override,
                basedOn: basedOn ?? state.sequence,
                author: author ?? Person.name
            )
        } catch {
            throw Failure("\(error.description) See podium override --help.", status: .usage)
        }
    }

    private func ask(
        _ request: OverrideRequest,
        of id: SessionID,
        in archive: SessionArchive
    ) throws -> SessionArchive.Answer {
        try waitForTask {
            try await archive.decide(request, in: id, patience: Self.patience)
        }
    }
}
