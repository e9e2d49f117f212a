import FoundationEssentials
import PodiumCore
import PodiumStore

/// A stored session, found by what a person types: its id, the beginning of it, or a file's path.
struct SessionSource {
    struct Found {
        var id: SessionID
        var events: [Event]
    }

    var text: String
    var places: PlaceOptions

    /// - Throws: `Failure` that says what was looked for and where.
    func load() throws -> Found {
        if FileManager.default.fileExists(atPath: text) {
            return try SessionFile(path: text).load()
        }
        if let share = Places().share(), !text.contains("/") {
            let bundled = "\(share)/sessions/\(text).jsonl"
            if FileManager.default.fileExists(atPath: bundled) {
                return try SessionFile(path: bundled).load()
            }
        }
        if text.contains("/") || text.hasSuffix(".jsonl") {
            throw Failure("there is no file \(text).")
        }
        guard let store = try Composition.existingStore(places: places) else {
            throw Failure(
                "there is no session \(text): there are no sessions yet. Ask something: podium"
            )
        }
        let id = try resolve(in: store)
        return Found(id: id, events: try store.events(of: id, after: 0, limit: .max))
    }

    /// The one session whose id is, or begins with, the text.
    func resolve(in store: SQLiteEventStore) throws -> SessionID {
        if let exact = try store.session(SessionID(rawValue: text)) { return exact.id }
        let matches = try store.sessions(limit: .max).filter { $0.id.rawValue.hasPrefix(text) }
        switch matches.count {
        case 1: return matches[0].id
        case 0:
            throw Failure(
                "there is no session \(text). `podium sessions list` shows those there are."
            )
        default:
            let names = matches.prefix(5).map(\.id.rawValue).joined(separator: ", ")
            throw Failure(
                "\(text) could be any of \(matches.count) sessions: \(names)"
                    + (matches.count > 5 ? ", …" : ".") + " Write more of the id."
            )
        }
    }
}

/// A session in the exchange form, one event a line.
struct SessionFile {
    var path: String

    func load() throws -> SessionSource.Found {
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(data: data, encoding: .utf8)
        else {
            throw Failure("\(path) cannot be read as UTF-8 text.")
        }
        let reader = JSONLine()
        var id: SessionID?
        var events: [Event] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        where !line.allSatisfy(\.isWhitespace) {
            do throws(JSONLine.ReadError) {
                let (session, event) = try reader.event(from: String(line))
                guard session == id ?? session else {
                    throw JSONLine.ReadError(
                        message: "this line belongs to another session, \(session)"
                    )
                }
                guard event.sequence == (events.last?.sequence ?? 0) + 1 else {
                    throw JSONLine.ReadError(
                        message: "the sequence is \(event.sequence), expected"
                            + " \((events.last?.sequence ?? 0) + 1)"
                    )
                }
                id = session
                events.append(event)
            } catch {
                throw Failure("\(path), line \(number + 1): \(error).")
            }
        }
        guard let id else { throw Failure("\(path) holds no events.") }
        return SessionSource.Found(id: id, events: events)
    }
}
