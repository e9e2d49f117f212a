import ArgumentParser
import CellUI
import Foundation
import PodiumCore
import PodiumStore

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
        guard let store = try Composition.existingStore(places: places, readOnly: false) else {
            throw Failure("there are no sessions yet. Ask something: podium")
        }
        let id = try SessionSource(text: session, places: places).resolve(in: store)
        do {
            try checkRunning(id, in: store)
            let request = try request(for: id, in: store)
            try store.send(request, to: id)
            try printAnswer(to: request, of: id, in: store)
        } catch let error as StoreError {
            throw Failure(error.description)
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
            return OverrideRequest(
                id: UUID().uuidString.lowercased(),
                author: author ?? Person.name,
                basedOn: basedOn ?? state.sequence,
                override
            )
        } catch {
            throw Failure("\(error.description) See podium override --help.", status: .usage)
        }
    }

    private func checkRunning(_ id: SessionID, in store: SQLiteEventStore) throws {
        switch try store.session(id)?.status {
        case .running: return
        case .interrupted:
            throw Failure(
                "the process that ran session \(id) has ended. Go on with it first:"
                    + " podium resume \(id)"
            )
        default: throw Failure("session \(id) is over; nothing of it can be changed.")
        }
    }

    private func printAnswer(
        to request: OverrideRequest,
        of id: SessionID,
        in store: SQLiteEventStore
    ) throws {
        var follower = try StoredSession(store: store, session: id)
        let deadline = ContinuousClock.now + Self.patience
        while ContinuousClock.now < deadline {
            let isRunning = try store.session(id)?.status == .running
            if try tellAnswer(to: request, among: follower.newEvents()) { return }
            guard isRunning else {
                try store.remove([request.id], from: id)
                // Whoever resumed it meanwhile may have answered before it was taken out.
                if try tellAnswer(to: request, among: follower.newEvents()) { return }
                throw Failure("session \(id) ended before it could be changed.")
            }
            try follower.untilChanged()
        }
        throw Failure(
            "the process that runs session \(id) has not answered for \(Self.patience); the request"
                + " waits for it. podium watch \(id) shows what comes of it."
        )
    }

    /// Whether the answer is among the events; it is then told.
    private func tellAnswer(to request: OverrideRequest, among events: [Event]) throws -> Bool {
        for event in events {
            switch event.fact {
            case .overrideApplied(let fact) where fact.request.id == request.id:
                StandardStream.output.write("Done, as event \(event.sequence).\n")
                return true
            case .overrideRefused(let fact) where fact.request.id == request.id:
                throw Failure(visible(fact.reason, keepingNewlines: false))
            default: continue
            }
        }
        return false
    }
}
