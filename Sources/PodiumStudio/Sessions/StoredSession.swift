import FoundationEssentials
public import PodiumCore
import PodiumStore

/// A session as it stands in the store or in a file, read from its beginning, once: an event at a time, so
/// that its length does not matter.
public final class StoredSession {
    public let id: SessionID
    /// Whether it comes from a file and not from this user's store.
    public let isFile: Bool
    private let source: Source
    /// What was read to learn the id, or with others.
    private var ahead: ArraySlice<Event>
    private var sequence = 0

    private enum Source {
        case file(SessionFile)
        case store(SQLiteEventStore)
    }

    /// As many as are taken from the store at once.
    private static let page = 4_096

    /// Looks for a session by what a person types: the path of a file, the name of a recording that
    /// comes with the program, or an id or the beginning of one.
    ///
    /// - Throws: `StudioError` that says what was looked for and where, and `StoreError`.
    public convenience init(named text: String, at places: Places) throws {
        if let path = Self.path(named: text, at: places) {
            try self.init(path: path)
            return
        }
        if text.contains("/") || text.hasSuffix(".jsonl") {
            throw StudioError(.file, "there is no file \(text).")
        }
        guard let archive = try SessionArchive(at: places) else {
            throw StudioError(
                .noSession,
                "there is no session \(text): there are no sessions yet. Ask something: podium"
            )
        }
        self.init(id: try archive.find(text), in: archive.store)
    }

    private static func path(named text: String, at places: Places) -> String? {
        if FileManager.default.fileExists(atPath: text) { return text }
        guard let share = places.share, !text.contains("/") else { return nil }
        let bundled = "\(share)/sessions/\(text).jsonl"
        return FileManager.default.fileExists(atPath: bundled) ? bundled : nil
    }

    private init(id: SessionID, in store: SQLiteEventStore) {
        self.id = id
        isFile = false
        source = .store(store)
        ahead = []
    }

    /// One that stands in a file.
    ///
    /// - Throws: `StudioError` for a file that cannot be read or holds no session.
    public init(path: String) throws {
        let file = try SessionFile(path: path)
        guard let first = try file.next(), let id = file.session else {
            throw StudioError(.file, "\(path) holds no events.")
        }
        self.id = id
        isFile = true
        source = .file(file)
        ahead = [first]
    }

    /// The next event; nil behind the last.
    ///
    /// - Throws: `StudioError` that names the line of a file that is no event, and `StoreError`.
    public func next() throws -> Event? {
        if ahead.isEmpty {
            switch source {
            case .file(let file): ahead += try file.next().map { [$0] } ?? []
            case .store(let store):
                ahead = try store.events(of: id, after: sequence, limit: Self.page)[...]
            }
        }
        let event = ahead.popFirst()
        sequence = event?.sequence ?? sequence
        return event
    }

    /// All that follow.
    public func rest() throws -> [Event] {
        var events: [Event] = []
        while let event = try next() { events.append(event) }
        return events
    }
}
